//! Turns the sheets that people keep into a dataset: files into cells, cells into events.

pub mod workbook;

pub use workbook::{FileError, Workbook};
