//! From statements to events: of statuses that are seen again and again only the changes are events.

use crate::base::date::PartialDate;
use crate::import::change::{Change, Changes, Conflict};
use crate::import::choices::Conflicts;
use crate::import::dates::{before, follows};
use crate::import::facts::{Fact, NONE};
use crate::import::statuses::Meaning;

/// What the statements mean.
pub(crate) struct Meanings<'m> {
    /// The target of each entity; `None` if its rows are left out.
    pub(crate) targets: &'m [Option<usize>],
    /// The meaning of each value.
    pub(crate) values: &'m [Meaning],
    /// The meaning of rows without a value.
    pub(crate) without: Meaning,
    pub(crate) with_end: WithEnd,
    /// Whether a row without a status is a note.
    pub(crate) notes: bool,
    /// Whether the statements are samples of a state.
    pub(crate) series: bool,
    /// Whether all statements are of one date.
    pub(crate) snapshot: bool,
    pub(crate) conflicts: Option<Conflicts>,
}

/// What rows with a last date and without a status mean.
#[derive(Clone, Copy)]
pub(crate) struct WithEnd {
    pub(crate) meaning: Meaning,
    /// Whether rows with a value that says nothing are such rows.
    pub(crate) of_values: bool,
}

impl WithEnd {
    /// The meaning of a statement whose value has this meaning.
    pub(crate) fn of(self, fact: &Fact, own: Meaning) -> Meaning {
        let is_without = own == Meaning::Nothing && (fact.value == NONE || self.of_values);
        if is_without && fact.until.is_some() { self.meaning } else { own }
    }
}

/// Finds the events.
pub(crate) fn changes(facts: &[Fact], meanings: &Meanings<'_>) -> Changes {
    let mut order: Vec<(usize, u32)> = (0..facts.len() as u32)
        .filter_map(|place| Some((meanings.targets[facts[place as usize].entity as usize]?, place)))
        .collect();
    // A stable sort: rows of one date keep their order, and the rows of one date are neighbours.
    order.sort_by_key(|(target, place)| {
        let date = facts[*place as usize].date;
        (*target, date.first(), date.name())
    });
    if let Some(choice) = meanings.conflicts.filter(|_| meanings.series) {
        settle(&mut order, facts, meanings, choice);
    }
    let mut found = Changes::default();
    let mut run = Run::default();
    for (target, place) in order {
        if run.target != Some(target) {
            run = Run { target: Some(target), ..Run::default() };
        }
        run.add(&facts[place as usize], target, meanings, &mut found);
    }
    found.list.retain(|change| !change.replaced);
    found
}

/// Keeps the row of a date that a choice names, before changes are looked for: other rows of the date are none.
fn settle(order: &mut Vec<(usize, u32)>, facts: &[Fact], meanings: &Meanings<'_>, choice: Conflicts) {
    order.retain(|(_, place)| meanings.of(&facts[*place as usize]) != Meaning::Nothing);
    let is_same = |one: &(usize, u32), other: &(usize, u32)| {
        one.0 == other.0 && facts[one.1 as usize].date.names_the_same(facts[other.1 as usize].date)
    };
    let mut kept: Vec<(usize, u32)> = Vec::with_capacity(order.len());
    for row in order.drain(..) {
        match kept.last_mut().filter(|last| is_same(last, &row)) {
            Some(last) if choice == Conflicts::Last => *last = row,
            Some(_) => {}
            None => kept.push(row),
        }
    }
    *order = kept;
}

impl Meanings<'_> {
    fn of(&self, fact: &Fact) -> Meaning {
        let own = if fact.value == NONE { self.without } else { self.values[fact.value as usize] };
        self.with_end.of(fact, own)
    }
}

/// The state of one entity while its statements are read in the order of their dates.
#[derive(Default)]
struct Run {
    target: Option<usize>,
    /// The last statement that said something.
    seen: Option<PartialDate>,
    /// The status that holds: its place in the list of events.
    open: Option<usize>,
    /// Where the events of the last date begin in the list.
    same_date: usize,
}

impl Run {
    fn add(&mut self, fact: &Fact, target: usize, meanings: &Meanings<'_>, found: &mut Changes) {
        let status = match meanings.of(fact) {
            Meaning::Nothing if meanings.notes => None,
            Meaning::Nothing => return,
            Meaning::End => {
                self.end(fact, meanings, found);
                self.seen = Some(fact.date);
                return;
            }
            Meaning::Status(status) => Some(status),
        };
        let mut event = Change {
            target,
            date: fact.date,
            by: false,
            until: fact.until,
            status,
            row: fact.row as usize,
            more: Vec::new(),
            last_seen: None,
            resumed: None,
            starts: false,
            replaced: false,
        };
        if status.is_none() {
            found.list.push(event);
            return;
        }
        let earlier = self.seen.replace(fact.date);
        let is_same_date = earlier.is_some_and(|earlier| earlier.names_the_same(fact.date));
        if !is_same_date {
            self.same_date = found.list.len();
        }
        if self.open.is_some_and(|open| meanings.series && found.list[open].status == status) {
            return;
        }
        if is_same_date && self.is_settled(&event, fact.entity, meanings, found) {
            return;
        }
        let sampled = meanings.series && earlier.is_none_or(|earlier| !follows(earlier, fact.date));
        event.by = sampled || meanings.snapshot;
        self.open = Some(found.list.len());
        found.list.push(event);
    }

    /// Whether the other events of the date leave nothing to add: one of them is the same event, or one must be chosen.
    fn is_settled(&self, event: &Change, entity: u32, meanings: &Meanings<'_>, found: &mut Changes) -> bool {
        let of_date = self.same_date..found.list.len();
        let alike =
            of_date.clone().find(|place| found.list[*place].status == event.status && !found.list[*place].replaced);
        if let Some(place) = alike.filter(|place| Some(*place) == self.open) {
            let known = &mut found.list[place];
            known.more.push(event.row);
            known.until =
                known.until.zip(event.until).map(|(one, other)| if one.last() < other.last() { other } else { one });
            found.told_again.push(event.row);
            return true;
        }
        // Of a month or year the order of the rows is that of time, and a status can hold only once in it.
        let is_ordered = !meanings.series && !meanings.snapshot && event.date.day().is_none() && alike.is_none();
        let Some(open) = alike.or(self.open).filter(|_| !is_ordered) else { return false };
        match meanings.conflicts {
            Some(Conflicts::First) => true,
            Some(Conflicts::Last) => {
                of_date.filter(|place| alike.is_none_or(|alike| alike == *place)).for_each(|place| {
                    found.list[place].replaced |= found.list[place].status.is_some();
                });
                false
            }
            None => {
                found.conflicts.push(Conflict { entity, rows: (found.list[open].row, event.row) });
                true
            }
        }
    }

    /// Ends the status that holds: its last date is the one before.
    fn end(&mut self, fact: &Fact, meanings: &Meanings<'_>, found: &mut Changes) {
        let Some(open) = self.open.take() else { return };
        let event = &mut found.list[open];
        let until = before(fact.date).filter(|until| until.last() >= event.date.first());
        // A status that begins and ends in one period of the sheet has at least this period.
        event.until = Some(until.unwrap_or(event.date));
        event.last_seen = self.seen.filter(|seen| meanings.series && !follows(*seen, fact.date));
        found.late_ends.extend(event.last_seen.map(|_| fact.row as usize));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(facts: &[(u32, u32, &str)], values: &[Meaning], series: bool, conflicts: Option<Conflicts>) -> Changes {
        let facts: Vec<Fact> = facts
            .iter()
            .enumerate()
            .map(|(row, (entity, value, date))| Fact {
                entity: *entity,
                value: *value,
                row: row as u32,
                date: date.parse().unwrap(),
                until: None,
            })
            .collect();
        let targets = [Some(0), Some(1), None];
        let without = Meaning::Nothing;
        let meanings = Meanings {
            targets: &targets,
            values,
            without,
            with_end: WithEnd { meaning: without, of_values: true },
            notes: false,
            series,
            snapshot: false,
            conflicts,
        };
        changes(&facts, &meanings)
    }

    fn texts(found: &Changes) -> Vec<String> {
        let text = |change: &Change| {
            let until = change.until.map(|until| format!(" to {until}")).unwrap_or_default();
            let by = if change.by { "by " } else { "" };
            format!("{} {by}{}{until} {:?}", change.target, change.date, change.status.unwrap_or(9))
        };
        found.list.iter().map(text).collect()
    }

    const VALUES: [Meaning; 4] = [Meaning::Status(0), Meaning::Status(1), Meaning::End, Meaning::Nothing];

    #[test]
    fn only_changes_of_a_series_are_events() {
        let days = [
            (0, 0, "2020-01-01"),
            (0, 0, "2020-01-02"),
            (0, 3, "2020-01-03"),
            (0, 0, "2020-01-04"),
            (0, 1, "2020-01-05"),
        ];
        assert_eq!(texts(&run(&days, &VALUES, true, None)), ["0 by 2020-01-01 0", "0 2020-01-05 1"]);
    }

    #[test]
    fn a_change_between_two_samples_is_dated_by_the_second() {
        let years = [(0, 0, "1990"), (0, 1, "2000"), (0, 0, "2001")];
        assert_eq!(texts(&run(&years, &VALUES, true, None)), ["0 by 1990 0", "0 by 2000 1", "0 2001 0"]);
    }

    #[test]
    fn a_value_that_ends_a_status_gives_it_a_last_date() {
        let days = [(0, 0, "2020-01-01"), (0, 2, "2020-02-01"), (0, 2, "2020-02-02"), (0, 0, "2020-03-01")];
        let expected = ["0 by 2020-01-01 to 2020-01-31 0", "0 by 2020-03-01 0"];
        assert_eq!(texts(&run(&days, &VALUES, true, None)), expected);
        assert_eq!(texts(&run(&[(0, 0, "2020"), (0, 2, "2020")], &VALUES, false, None)), ["0 2020 to 2020 0"]);
    }

    #[test]
    fn an_end_after_a_gap_between_samples_may_be_older() {
        let years = [(0, 0, "2000"), (0, 0, "2003"), (0, 2, "2010"), (0, 1, "2011"), (0, 2, "2012")];
        let found = run(&years, &VALUES, true, None);
        assert_eq!(texts(&found), ["0 by 2000 to 2009 0", "0 2011 to 2011 1"]);
        assert_eq!((found.list[0].last_seen, found.list[1].last_seen), (Some("2003".parse().unwrap()), None));
        assert_eq!(found.late_ends, [2]);
        // A row of a list of changes is the date of the end itself.
        assert_eq!(run(&years, &VALUES, false, None).late_ends, [0; 0]);
    }

    #[test]
    fn rows_are_read_in_the_order_of_dates_and_entities_are_apart() {
        let days = [(1, 1, "2021"), (0, 0, "2020"), (1, 0, "2020"), (2, 0, "2020")];
        assert_eq!(texts(&run(&days, &VALUES, false, None)), ["0 2020 0", "1 2020 0", "1 2021 1"]);
    }

    #[test]
    fn two_statuses_on_one_day_are_a_conflict_that_a_choice_settles() {
        let days = [(0, 0, "2020-01-01"), (0, 1, "2020-01-01")];
        assert_eq!(run(&days, &VALUES, false, None).conflicts, [Conflict { entity: 0, rows: (0, 1) }]);
        assert_eq!(texts(&run(&days, &VALUES, false, Some(Conflicts::First))), ["0 2020-01-01 0"]);
        assert_eq!(texts(&run(&days, &VALUES, false, Some(Conflicts::Last))), ["0 2020-01-01 1"]);
        let month = [(0, 0, "2014-05"), (0, 1, "2014-05")];
        assert_eq!(run(&month, &VALUES, false, None).list.len(), 2);
        let twice = [(0, 0, "2014-05"), (0, 1, "2014-05"), (0, 0, "2014-05")];
        assert_eq!(run(&twice, &VALUES, false, None).conflicts, [Conflict { entity: 0, rows: (0, 2) }]);
        assert_eq!(texts(&run(&twice, &VALUES, false, Some(Conflicts::Last))), ["0 2014-05 1", "0 2014-05 0"]);
    }

    #[test]
    fn a_choice_settles_each_date_of_a_series_before_changes_are_looked_for() {
        let days = [
            (0, 0, "2020-01-01"),
            (0, 1, "2020-01-01"),
            (0, 0, "2020-01-02"),
            (0, 1, "2020-01-02"),
            (0, 3, "2020-01-02"),
            (0, 1, "2020-01-03"),
            (0, 2, "2020-01-03"),
        ];
        assert!(!run(&days, &VALUES, true, None).conflicts.is_empty());
        assert_eq!(texts(&run(&days, &VALUES, true, Some(Conflicts::Last))), ["0 by 2020-01-01 to 2020-01-02 1"]);
        assert_eq!(texts(&run(&days, &VALUES, true, Some(Conflicts::First))), ["0 by 2020-01-01 0", "0 2020-01-03 1"]);
    }

    #[test]
    fn a_month_and_its_first_day_are_two_dates() {
        let dates = [(0, 0, "2020-01"), (0, 1, "2020-01-01"), (0, 0, "2020-01")];
        let found = run(&dates, &VALUES, false, None);
        assert_eq!(
            (texts(&found), found.told_again.len()),
            (vec!["0 2020-01 0".to_owned(), "0 2020-01-01 1".to_owned()], 1)
        );
    }

    #[test]
    fn rows_that_tell_the_same_event_are_one_event() {
        let twice = [(0, 0, "2020-01-01"), (0, 0, "2020-01-01")];
        let found = run(&twice, &VALUES, false, None);
        assert_eq!((found.list.len(), found.told_again.len()), (1, 1));
    }
}
