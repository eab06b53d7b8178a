//! Turns the sheets that people keep into a dataset: files into cells, cells into events.
//!
//! The reader of the format is strict; this room is not. It recognises what a sheet means, says so in sentences, and asks
//! where only a person can know. Answers are [`Choices`], and every option of a question is a change of them.
//!
//! ```text
//! bytes -> Workbook -> Table -> roles of columns, shape -> Facts -> statuses, places -> Changes -> Dataset, Report
//! ```

mod cell_set;
mod cells;
mod change;
mod changes;
pub mod choices;
pub mod columns;
mod dataset;
pub mod dates;
mod facts;
mod findings;
mod marks;
pub mod messages;
mod output;
mod overlaps;
mod palette;
pub mod places;
mod questions;
mod recognise;
pub mod report;
mod series;
pub mod shape;
mod starts;
mod statuses;
mod table;
mod texts;
mod trees;
mod understand;
mod unheeded;
mod word_list;
mod words;
pub mod workbook;

pub use cells::{FoundCells, Marked};
pub use choices::Choices;
pub use output::Import;
pub use recognise::{is_dataset, recognise};
pub use report::Report;
pub use workbook::{FileError, Workbook};

/// Reads a sheet of a workbook as a dataset.
///
/// # Examples
///
/// ```
/// use banspread::import::{Choices, Workbook, import};
///
/// let sheet = "State,2012,2016,2020\nColorado,legal,legal,legal\nTexas,illegal,illegal,legal\n";
/// let choices: Choices = r#"{ "source": { "title": "State registers" } }"#.parse()?;
/// let import = import(&Workbook::read(sheet.as_bytes())?, &choices);
/// assert!(import.report.questions.is_empty());
/// assert_eq!(import.report.events, 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn import(workbook: &Workbook, choices: &Choices) -> Import {
    understand::understand(workbook, choices)
}
