//! Whether a file that is no valid dataset is a sheet for the import.

use banspread::Diagnostic;
use banspread::diagnostics::fault::Fault;
use banspread::import::recognise;

/// The code of the finding.
pub(crate) const CODE: &str = "other-shape";

/// What the file is, and what turns it into a dataset; `None` if it is no sheet of another shape.
pub(crate) fn found(bytes: &[u8], file: &str) -> Option<(String, String)> {
    let report = recognise(bytes)?;
    let message =
        format!("this is no dataset but a sheet of the shape \"{}\". {}", report.shape.id.id(), report.shape.sentence);
    Some((message, format!("banspread import {file} --out events.csv turns it into a dataset")))
}

/// Whether findings are about what the import reads and the format does not: dates, statuses and columns in the words of
/// people. Of rows that are no events the import reads nothing.
pub(crate) fn would_help(text: &str, found: &[Diagnostic]) -> bool {
    let names = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_read = |fault: &Fault| match fault {
        Fault::Date(..) | Fault::UnknownStatus(_) => true,
        Fault::UnknownColumn(name) => !name.is_empty(),
        _ => false,
    };
    let is_whole = !found.iter().any(|found| matches!(found.fault, Fault::Limit { .. }));
    is_whole && !names.to_lowercase().contains("record") && found.iter().any(|found| is_read(&found.fault))
}
