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
