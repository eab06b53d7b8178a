//! Statuses of an entity that hold at the same time. A dataset has one at a time: the one that began last counts, and the
//! one before it holds on after its end.

use crate::base::date::{Day, PartialDate};
use crate::import::change::{Change, Changes};
use crate::import::dates::after;

/// Notes overlaps, and adds an event where a status holds on after another one. The events are in the order of entities
/// and dates.
pub(crate) fn overlap(found: &mut Changes) {
    let mut list = Vec::with_capacity(found.list.len());
    let mut holding = Holding::default();
    for change in std::mem::take(&mut found.list) {
        if change.status.is_some() {
            if holding.target != Some(change.target) {
                holding.finish(&mut list, found);
                holding.target = Some(change.target);
            }
            holding.resume_before(Some(&change), &mut list, found);
            holding.begin(&change, found);
        }
        list.push(change);
    }
    holding.finish(&mut list, found);
    list.sort_by_key(|change| (change.target, change.date.first()));
    found.list = list;
}

/// The statuses of one entity that have begun, the last one at the end.
#[derive(Default)]
struct Holding {
    target: Option<usize>,
    begun: Vec<Change>,
    /// The last end of all that have begun.
    end: Option<PartialDate>,
}

impl Holding {
    fn begin(&mut self, change: &Change, found: &mut Changes) {
        if self.end.is_some_and(|end| end.first() > change.date.last()) {
            found.overlaps.push(change.row);
        }
        match change.until {
            Some(until) => self.end = self.end.filter(|end| end.last() > until.last()).or(Some(until)),
            None => {
                // It replaces all others: nothing says that one of them is there after it.
                self.begun.clear();
                self.end = None;
            }
        }
        self.forget(change.date.first());
        self.begun.push(change.clone());
    }

    /// Forgets the last ones that have ended before a day.
    fn forget(&mut self, day: Day) {
        while self.begun.last().is_some_and(|own| own.until.is_some_and(|until| until.last() < day)) {
            self.begun.pop();
        }
    }

    /// Adds what holds on between the end of the last status and the next one.
    fn resume_before(&mut self, next: Option<&Change>, list: &mut Vec<Change>, found: &mut Changes) {
        while let Some(ended) = self.begun.last().and_then(|last| last.until) {
            let Some(date) = after(ended).filter(|date| next.is_none_or(|next| date.first() < next.date.first()))
            else {
                return;
            };
            let row = self.begun.pop().map(|last| last.row);
            self.forget(date.first());
            let Some(own) = self.begun.last_mut() else { return };
            if own.until.is_none() {
                found.unclear_ends.extend(row);
                return;
            }
            own.resumed = own.resumed.or(Some(own.date));
            (own.date, own.by) = (date, false);
            list.push(own.clone());
        }
    }

    fn finish(&mut self, list: &mut Vec<Change>, found: &mut Changes) {
        self.resume_before(None, list, found);
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::changes::{Meanings, WithEnd, changes};
    use crate::import::facts::Fact;
    use crate::import::statuses::Meaning;

    /// Statuses of one entity, each with its first and its last date.
    fn intervals(rows: &[(u32, &str, &str)]) -> Changes {
        let fact = |(row, (value, date, until)): (usize, &(u32, &str, &str))| Fact {
            entity: 0,
            value: *value,
            row: row as u32,
            date: date.parse().unwrap(),
            until: until.parse().ok(),
        };
        let facts: Vec<Fact> = rows.iter().enumerate().map(fact).collect();
        let values = [Meaning::Status(0), Meaning::Status(1), Meaning::Status(2)];
        let meanings = Meanings {
            targets: &[Some(0)],
            values: &values,
            without: Meaning::Nothing,
            with_end: WithEnd { meaning: Meaning::Nothing, of_values: true },
            notes: false,
            series: false,
            snapshot: false,
            conflicts: None,
        };
        let mut found = changes(&facts, &meanings);
        overlap(&mut found);
        found
    }

    fn texts(found: &Changes) -> Vec<String> {
        let text = |change: &Change| {
            let until = change.until.map(|until| format!(" to {until}")).unwrap_or_default();
            format!("{}{until} {:?}", change.date, change.status.unwrap_or(9))
        };
        found.list.iter().map(text).collect()
    }

    #[test]
    fn a_status_holds_on_after_one_within_it_has_ended() {
        let found = intervals(&[(0, "2006-12-23", "2020-10-18"), (1, "2012-01-23", "2016-01-16")]);
        let expected = ["2006-12-23 to 2020-10-18 0", "2012-01-23 to 2016-01-16 1", "2016-01-17 to 2020-10-18 0"];
        assert_eq!((texts(&found), &found.overlaps), (expected.map(str::to_owned).to_vec(), &vec![1]));
        assert_eq!(found.list[2].resumed, Some("2006-12-23".parse().unwrap()));
        let nested = intervals(&[(0, "2000", "2020"), (1, "2005", "2015"), (2, "2008", "2010")]);
        let after: Vec<String> = texts(&nested).split_off(3);
        assert_eq!(after, ["2011 to 2015 1", "2016 to 2020 0"]);
    }

    #[test]
    fn a_status_that_begins_in_the_period_of_an_end_does_not_overlap() {
        let found = intervals(&[(0, "2006", "2012"), (1, "2012", "2016"), (0, "2017", "")]);
        assert_eq!((found.list.len(), found.overlaps.len(), found.unclear_ends.len()), (3, 0, 0));
    }

    #[test]
    fn an_end_after_a_status_without_one_is_unclear() {
        let found = intervals(&[(0, "2006", ""), (1, "2012", "2016")]);
        assert_eq!((found.list.len(), &found.unclear_ends), (2, &vec![1]));
        let filled = intervals(&[(0, "2006", ""), (1, "2012", "2016"), (0, "2017", "")]);
        assert_eq!(filled.unclear_ends, [0; 0]);
    }
}
