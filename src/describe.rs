//! The figure in words and numbers: for the panels of the shell, for assistive technology, for the command.

mod comparison;
pub mod description;
pub(crate) mod grounds;
pub mod headline;
pub(crate) mod history;
pub mod info;
pub mod legend;
mod period;
mod phrasing;
pub mod records;
mod status;
pub mod status_report;
mod story;
pub mod table;
pub mod tile;
pub mod tooltip;
pub(crate) mod weights;
