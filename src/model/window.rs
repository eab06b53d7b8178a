//! The window of the timeline: a part of the data, or more than it.

use crate::base::date::{Day, PartialDate};

/// The period that the timeline shows, as far as somebody has chosen it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first day; `None`: where the data begins.
    pub start: Option<Day>,
    /// The last day; `None`: where the data ends.
    pub end: Option<Day>,
}

impl Window {
    /// The window from the first possible day of one date to the last possible day of another.
    pub fn between(start: Option<PartialDate>, end: Option<PartialDate>) -> Self {
        Self { start: start.map(PartialDate::first), end: end.map(PartialDate::last) }
    }

    /// The first and last day of the window, both included, for data from one day to another. `None` if the window ends
    /// before it begins, or has no day of the data.
    pub fn of(self, (first, last): (Day, Day)) -> Option<(Day, Day)> {
        let (start, end) = (self.start.unwrap_or(first), self.end.unwrap_or(last));
        (start <= end && start <= last && first <= end).then_some((start, end))
    }
}
