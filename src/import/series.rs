//! Whether the rows of a table are changes, or samples of a state.

use std::collections::BTreeSet;

use crate::base::date::PartialDate;
use crate::import::dates::follows;
use crate::import::facts::Fact;

/// What the dates and values of rows speak for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    Changes,
    /// Changes more likely than samples, but some values repeat.
    Unsure,
    Samples,
}

/// What rows of several dates for each entity are. `wordy` says that they have headlines or sources of their own, as
/// changes have.
pub(crate) fn rows(facts: &[Fact], wordy: bool) -> Rows {
    let found = Steps::of(facts);
    let is_mostly_repeated = found.repeated * 2 > found.pairs;
    match (is_mostly_repeated, wordy) {
        (true, _) => Rows::Samples,
        (false, true) => Rows::Changes,
        _ if found.is_regular() => Rows::Samples,
        _ if found.repeated > 0 => Rows::Unsure,
        _ => Rows::Changes,
    }
}

/// Whether the dates of entities follow each other as in samples.
pub(crate) fn is_regular(facts: &[Fact]) -> bool {
    Steps::of(facts).is_regular()
}

/// Counts of the steps from one date of an entity to its next.
#[derive(Default)]
struct Steps {
    pairs: usize,
    /// Pairs with the same value.
    repeated: usize,
    /// Pairs of a day, month or year and the one after it.
    next: usize,
    /// Pairs that have a pair of the same entity before them, and those of them that are as long.
    compared: usize,
    steady: usize,
    /// Whether nearly all entities have rows at nearly all dates.
    is_full: bool,
}

impl Steps {
    fn of(facts: &[Fact]) -> Self {
        let mut order: Vec<(u32, PartialDate, u32)> =
            facts.iter().map(|fact| (fact.entity, fact.date, fact.value)).collect();
        // A stable sort: of one date the last row is compared with the next date.
        order.sort_by_key(|(entity, date, _)| (*entity, date.first(), date.name()));
        let mut found = Self::default();
        let mut last_gap = None;
        for pair in order.windows(2) {
            let [(entity, date, value), (other, next, new)] = [pair[0], pair[1]];
            if entity != other {
                last_gap = None;
            } else if !date.names_the_same(next) {
                found.pairs += 1;
                found.repeated += usize::from(value == new);
                found.next += usize::from(follows(date, next));
                let own = Some(gap(date, next));
                found.compared += usize::from(last_gap.is_some());
                found.steady += usize::from(last_gap == own);
                last_gap = own;
            }
        }
        let dates: BTreeSet<_> = order.iter().map(|(_, date, _)| (date.first(), date.name())).collect();
        let entities = order.chunk_by(|one, other| one.0 == other.0).count();
        found.is_full = entities > 1 && dates.len() > 1 && facts.len() * 10 >= entities * dates.len() * 8;
        found
    }

    fn is_regular(&self) -> bool {
        self.is_full || self.next * 2 > self.pairs || self.compared > 1 && self.steady * 10 >= self.compared * 8
    }
}

/// The months or days between two dates. Months, quarters and years have one length each.
fn gap(date: PartialDate, next: PartialDate) -> (bool, i32) {
    let months = |date: PartialDate| date.year() * 12 + date.month().map_or(0, i32::from);
    if date.day().is_none() || next.day().is_none() {
        return (true, months(next) - months(date));
    }
    match next.first().since(date.first()) {
        28..=31 => (true, 1),
        89..=92 => (true, 3),
        365 | 366 => (true, 12),
        days => (false, days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(rows_of: &[(u32, &str, u32)]) -> Rows {
        let fact = |(row, (entity, date, value)): (usize, &(u32, &str, u32))| Fact {
            entity: *entity,
            value: *value,
            row: row as u32,
            date: date.parse().unwrap(),
            until: None,
        };
        rows(&rows_of.iter().enumerate().map(fact).collect::<Vec<_>>(), false)
    }

    #[test]
    fn rows_of_days_of_their_own_are_changes() {
        let log = [(0, "2011-04-11", 0), (0, "2015-06-03", 1), (1, "2012-02-10", 1), (1, "2019-09-09", 0)];
        assert_eq!(told(&log), Rows::Changes);
        let one = [(0, "2011-04-11", 0), (0, "2015-06-03", 1), (0, "2015-06-20", 0), (0, "2019-09-09", 1)];
        assert_eq!(told(&one), Rows::Changes);
    }

    #[test]
    fn a_value_that_repeats_at_days_of_its_own_is_unsure() {
        let log = [(0, "2011-04-11", 0), (0, "2015-06-03", 1), (0, "2015-06-20", 1), (0, "2019-09-09", 0)];
        assert_eq!(told(&log), Rows::Unsure);
        let twice = [(0, "2011-04-11", 0), (0, "2011-04-11", 0), (0, "2019-09-09", 1)];
        assert_eq!(told(&twice), Rows::Changes);
    }

    #[test]
    fn values_that_mostly_repeat_are_samples() {
        let days = [(0, "2020-01-01", 0), (0, "2020-01-09", 0), (0, "2020-02-03", 0), (0, "2020-02-09", 1)];
        assert_eq!(told(&days), Rows::Samples);
    }

    #[test]
    fn dates_that_are_regular_or_shared_are_samples() {
        let years = [(0, "2019", 0), (0, "2020", 1), (0, "2021", 0)];
        assert_eq!(told(&years), Rows::Samples);
        let decades = [(0, "1990", 0), (0, "2000", 1), (0, "2010", 0), (0, "2020", 1)];
        assert_eq!(told(&decades), Rows::Samples);
        let quarters = [(0, "2019-01-01", 0), (0, "2019-04-01", 1), (0, "2019-07-01", 0), (0, "2019-10-01", 1)];
        assert_eq!(told(&quarters), Rows::Samples);
        let shared = [(0, "1990-05-03", 0), (1, "1990-05-03", 1), (0, "1997-02-01", 1), (1, "1997-02-01", 0)];
        assert_eq!(told(&shared), Rows::Samples);
    }
}
