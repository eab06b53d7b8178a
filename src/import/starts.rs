//! The status that entities have before their first date, if a person has said which.

use crate::import::change::{Change, Changes};
use crate::import::dates::before;

/// Adds an event to each target that holds from the date before the first one of the sheet on, the begin of the
/// timeline. `rows` has the first row of each target, which gives the source.
pub(crate) fn start(found: &mut Changes, status: usize, rows: &[usize]) {
    let first = found.list.iter().map(|change| change.date).min_by_key(|date| date.first());
    let Some(date) = first.and_then(before) else { return };
    let event = |(target, row): (usize, &usize)| Change {
        target,
        date,
        // The status is older than the timeline.
        by: true,
        until: None,
        status: Some(status),
        row: *row,
        more: Vec::new(),
        last_seen: None,
        resumed: None,
        starts: true,
        replaced: false,
    };
    found.list.extend(rows.iter().enumerate().map(event));
    // A stable sort: the other events of a target keep their order.
    found.list.sort_by_key(|change| (change.target, !change.starts));
}
