//! The picture in words and figures: for the shell's panels, for assistive technology, for the command line.

mod comparison;
pub mod description;
pub mod headline;
mod history;
pub mod info;
pub mod legend;
mod phrasing;
pub mod records;
mod status;
pub mod status_report;
mod story;
pub mod table;
pub mod tile;
pub mod tooltip;
