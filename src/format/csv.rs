//! CSV as spreadsheets write it: one event a row, read into the same tree as JSON.
//!
//! A column is a place in a record: `source_2_url` is `sources[1].url` of an event. Rows whose `record` is not `event`
//! tell of an entity, a status, a step of the tour, a period or the dataset; without them the defaults of this file hold.

pub(crate) mod cells;
pub(crate) mod columns;
mod directory;
pub(crate) mod formula;
pub(crate) mod of_columns;
mod places;
pub(crate) mod reader;
pub(crate) mod record;
mod records;
pub(crate) mod tree;
