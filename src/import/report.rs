//! What the import has understood, and what it asks.

use serde::Serialize;

use crate::diagnostics::severity::Severity;
use crate::format::node::{Node, Value};
use crate::import::cell_set::CellSet;
use crate::import::choices::HeaderChoice;
use crate::import::columns::Role;
use crate::import::messages::Message;
use crate::import::shape::Shape;
use crate::import::workbook::{FileFormat, Sheet, Workbook};

/// Everything that a person needs in order to see whether the sheet was understood.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The file.
    pub file: FileReport,
    /// The sheet that was read.
    pub sheet: String,
    /// Where the names of the columns are.
    pub header: HeaderChoice,
    /// The numbers of the first and the last row of the table, without the names of the columns.
    pub rows: (usize, usize),
    /// What a row is.
    pub shape: ShapeReport,
    /// The columns.
    pub columns: Vec<ColumnReport>,
    /// How dates are read.
    pub dates: DateReport,
    /// The statuses, in the order of the legend.
    pub statuses: Vec<StatusReport>,
    /// Values that say nothing, with their counts.
    pub ignored: Vec<ValueCount>,
    /// Values that end a status, with their counts.
    pub ends: Vec<ValueCount>,
    /// The names of places.
    pub places: PlacesReport,
    /// What only a person can know. Without answers there are no events.
    pub questions: Vec<Question>,
    /// What a person should look at.
    pub findings: Vec<Finding>,
    /// The number of events.
    pub events: usize,
    /// The number of entities that have events.
    pub entities: usize,
    /// The number of entities of the sheet that no date has a status for.
    pub undated: usize,
    /// The first date of an event.
    pub first: Option<String>,
    /// The last date of an event, or the end of a status.
    pub last: Option<String>,
}

/// The file.
#[derive(Clone, Debug, Serialize)]
pub struct FileReport {
    /// The kind.
    pub format: FileFormat,
    /// The encoding of the text.
    pub encoding: Option<String>,
    /// The sheets.
    pub sheets: Vec<SheetReport>,
}

impl FileReport {
    /// What a workbook has.
    pub fn of(workbook: &Workbook) -> Self {
        let shown =
            |sheet: &Sheet| SheetReport { name: sheet.name.clone(), rows: sheet.rows(), columns: sheet.columns() };
        let sheets = workbook.sheets.iter().map(shown).collect();
        Self { format: workbook.format, encoding: workbook.encoding.clone(), sheets }
    }
}

/// A sheet.
#[derive(Clone, Debug, Serialize)]
pub struct SheetReport {
    /// The name.
    pub name: String,
    /// The number of rows.
    pub rows: usize,
    /// The number of columns.
    pub columns: usize,
}

/// What a row is.
#[derive(Clone, Debug, Serialize)]
pub struct ShapeReport {
    /// The shape.
    pub id: Shape,
    /// The same as a sentence in English.
    pub sentence: String,
    /// The sentence by its key.
    pub words: Message,
    /// The other shapes that a person can choose.
    pub others: Vec<Shape>,
}

/// A column.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnReport {
    /// The letter of the spreadsheet.
    pub letter: String,
    /// The name.
    pub name: String,
    /// What its cells are.
    pub role: Role,
    /// The first cells that differ.
    pub samples: Vec<String>,
}

/// How dates are read.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DateReport {
    /// The order of day and month, where it matters.
    pub order: Option<super::dates::Order>,
    /// What was decided, as a sentence in English; empty if nothing was.
    pub sentence: String,
    /// The sentence by its key.
    pub words: Option<Message>,
}

/// A status.
#[derive(Clone, Debug, Serialize)]
pub struct StatusReport {
    /// The id.
    pub id: String,
    /// The name in the legend.
    pub label: String,
    /// The colour on light pages.
    pub color: String,
    /// The values that mean it.
    pub values: Vec<ValueCount>,
}

/// A value, and how many cells have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueCount {
    /// The value as the sheet has it.
    pub value: String,
    /// The number of cells.
    pub count: usize,
}

/// The names of places.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PlacesReport {
    /// The grid.
    pub grid: String,
    /// The number of names that mean a place of the grid.
    pub matched: usize,
    /// The other names.
    pub unmatched: Vec<UnmatchedPlace>,
}

/// A name that means no place, or several.
#[derive(Clone, Debug, Serialize)]
pub struct UnmatchedPlace {
    /// The name as the sheet has it.
    pub text: String,
    /// The number of rows with it.
    pub count: usize,
    /// The numbers of the first of these rows.
    pub rows: Vec<usize>,
    /// What it may mean.
    pub suggestions: Vec<Suggestion>,
    /// Whether it is like the name of exactly one place. Former states, parts of places and names of several places are
    /// not.
    #[serde(skip)]
    pub is_misspelt: bool,
}

/// A place that a name may mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// What only a person can know.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// What it is about, such as `places`.
    pub id: &'static str,
    /// The question in English.
    pub sentence: String,
    /// The question by its key.
    pub words: Message,
    /// The answers.
    pub options: Vec<Choice>,
}

impl Question {
    pub(crate) fn new(id: &'static str, words: Message, options: Vec<Choice>) -> Self {
        Self { id, sentence: words.english(), words, options }
    }
}

/// An answer.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// The answer in English.
    pub label: String,
    /// The answer by its key.
    pub words: Message,
    /// The change of the choices.
    pub choices: Node<'static>,
}

impl Choice {
    pub(crate) fn new(words: Message, choices: Value<'static>) -> Self {
        Self { label: words.english(), words, choices: choices.into() }
    }

    /// An answer without values.
    pub(crate) fn plain(key: &'static str, choices: Value<'static>) -> Self {
        Self::new(Message::new(key, Vec::new()), choices)
    }
}

/// What a person should look at. Equal findings are one finding with a count.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The kind.
    pub code: &'static str,
    /// What was found, in English.
    pub message: String,
    /// What would be right, in English.
    pub help: Option<String>,
    /// What was found by its key. The help has the same values, and `.help` behind the key.
    pub words: Message,
    /// How many cells or rows it is about.
    pub count: usize,
    /// The first of these cells, such as `B7`.
    pub cells: Vec<String>,
    /// The change of the choices that settles it.
    pub repair: Option<Node<'static>>,
    /// All these cells, until the list of cells has them.
    #[serde(skip)]
    pub(crate) all: Option<CellSet>,
}

impl Finding {
    /// The code is the second part of the key.
    pub(crate) fn warning(key: &'static str, values: Vec<(&'static str, Value<'static>)>) -> Self {
        let words = Message::new(key, values);
        Self {
            severity: Severity::Warning,
            code: key.split('.').nth(1).unwrap_or_default(),
            message: words.english(),
            help: words.english_help(),
            words,
            count: 1,
            cells: Vec::new(),
            repair: None,
            all: None,
        }
    }

    pub(crate) fn error(key: &'static str, values: Vec<(&'static str, Value<'static>)>) -> Self {
        Self { severity: Severity::Error, ..Self::warning(key, values) }
    }

    /// A warning about this many rows or cells, of which the first have these names.
    pub(crate) fn counted(key: &'static str, count: usize, cells: Vec<String>) -> Self {
        Self::warning(key, vec![("n", count.into())]).at(count, cells)
    }

    /// A warning about the cells of some rows in one column.
    pub(crate) fn in_column(key: &'static str, rows: &[usize], column: usize) -> Self {
        Self::counted(key, rows.len(), first_cells(rows, column)).marking(CellSet::rows(column, rows))
    }

    /// A warning about whole rows. Their first cells are marked.
    pub(crate) fn in_rows(key: &'static str, rows: &[usize]) -> Self {
        let names = rows.iter().take(FIRST).map(|row| format!("row {}", row + 1)).collect();
        Self::counted(key, rows.len(), names).marking(CellSet::rows(0, rows))
    }

    #[must_use]
    pub(crate) fn marking(self, all: CellSet) -> Self {
        Self { all: Some(all), ..self }
    }

    #[must_use]
    pub(crate) fn at(self, count: usize, cells: Vec<String>) -> Self {
        Self { count, cells, ..self }
    }

    #[must_use]
    pub(crate) fn repaired(self, repair: Value<'static>) -> Self {
        Self { repair: Some(repair.into()), ..self }
    }
}

/// The most cells that a finding names.
pub(crate) const FIRST: usize = 5;

/// The names of the first of some cells of a column.
pub(crate) fn first_cells(rows: &[usize], column: usize) -> Vec<String> {
    rows.iter().take(FIRST).map(|row| cell_name(*row, column)).collect()
}

/// The letters of a column: A, B, … Z, AA.
pub fn letter(column: usize) -> String {
    let (mut rest, mut letters) = (column + 1, Vec::new());
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The name of a cell, such as `B7`; row and column are counted from 0.
pub(crate) fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", letter(column), row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        assert_eq!(cell_name(6, 1), "B7");
    }
}
