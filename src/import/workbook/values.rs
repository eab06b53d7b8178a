//! Values of workbooks as texts, and why a workbook cannot be read.

use std::fmt::Display;

use crate::import::workbook::FileError;

/// The error for a workbook that is damaged.
pub(super) fn damaged(error: impl Display) -> FileError {
    FileError::Spreadsheet(error.to_string())
}

/// A number as a person writes it: a whole number has no decimal point.
pub(super) fn decimal(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}

/// A truth value as spreadsheet programs show it.
pub(super) fn truth(flag: bool) -> String {
    if flag { "TRUE" } else { "FALSE" }.to_owned()
}
