//! The time in which an entity exists. Outside of it an entity is absent: it is neither counted nor not documented.

use crate::base::date::{Day, PartialDate};

/// The time in which an entity exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    from: Option<PartialDate>,
    until: Option<PartialDate>,
    /// The first day.
    first: Day,
    /// The first day after the last one.
    end: Day,
}

/// Why an entity is absent on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It does not exist before this date.
    NotYet(PartialDate),
    /// It does not exist after this date.
    NoLonger(PartialDate),
}

/// The end of a time without an end.
pub(crate) const NEVER: Day = Day::from_number(i32::MAX);

impl Lifetime {
    /// A time that begins on the first possible day of `from` and ends with the last possible day of `until`. Without
    /// dates it has no beginning or no end.
    pub(crate) fn new(from: Option<PartialDate>, until: Option<PartialDate>) -> Self {
        let first = from.map_or(Day::from_number(i32::MIN), PartialDate::first);
        Self { from, until, first, end: until.map_or(NEVER, |until| until.last().plus(1)) }
    }

    /// The date of the beginning; `None` if the entity has existed since before the dataset begins.
    pub fn from(&self) -> Option<PartialDate> {
        self.from
    }

    /// The last date on which the entity exists; `None` if it still exists.
    pub fn until(&self) -> Option<PartialDate> {
        self.until
    }

    /// Why the entity is absent on a day; `None` if it exists.
    pub fn absence(&self, day: Day) -> Option<Absence> {
        if day < self.first {
            self.from.map(Absence::NotYet)
        } else {
            self.until.filter(|_| self.end <= day).map(Absence::NoLonger)
        }
    }

    /// The field of the entity with the date that excludes all days of another date: `from` or `until`.
    pub(crate) fn excludes(&self, date: PartialDate) -> Option<&'static str> {
        if date.last() < self.first { Some("from") } else { (self.end <= date.first()).then_some("until") }
    }

    /// The part of a period in which the entity exists. The end is not a part of the period.
    pub(crate) fn within(&self, start: Day, end: Option<Day>) -> (Day, Option<Day>) {
        let end = self.end.min(end.unwrap_or(NEVER));
        (start.max(self.first), (end < NEVER).then_some(end))
    }
}
