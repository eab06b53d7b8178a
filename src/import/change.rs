//! The events of the new dataset.

use crate::base::date::PartialDate;

/// An event of the new dataset.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// The place of the entity in the list of targets.
    pub(crate) target: usize,
    pub(crate) date: PartialDate,
    /// Whether the status was first seen on this date and may be older.
    pub(crate) by: bool,
    pub(crate) until: Option<PartialDate>,
    /// `None` for a note.
    pub(crate) status: Option<usize>,
    pub(crate) row: usize,
    /// Other rows that tell the same event.
    pub(crate) more: Vec<usize>,
    /// The last date at which the status was seen, if it may have ended at any time since.
    pub(crate) last_seen: Option<PartialDate>,
    /// The start of a status that holds on after another one has ended.
    pub(crate) resumed: Option<PartialDate>,
    /// Whether it is the status before the first date of its entity, which the sheet leaves blank.
    pub(crate) starts: bool,
    /// Whether a later row counts instead.
    pub(crate) replaced: bool,
}

/// The events, and what was found on the way.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) list: Vec<Change>,
    /// What gives an entity different statuses on one date.
    pub(crate) conflicts: Vec<Conflict>,
    /// Rows that tell an event that a row before them tells.
    pub(crate) told_again: Vec<usize>,
    /// Rows that begin before the end of another status of the entity.
    pub(crate) overlaps: Vec<usize>,
    /// Rows with an end, after which an earlier status without an end may hold on.
    pub(crate) unclear_ends: Vec<usize>,
    /// Rows with an end that may be older: there are no rows for the dates before.
    pub(crate) late_ends: Vec<usize>,
}

/// Two rows, or two columns of a row, that give an entity different statuses on one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Conflict {
    /// The number of the name of the entity: a row can have several entities.
    pub(crate) entity: u32,
    pub(crate) rows: (usize, usize),
}
