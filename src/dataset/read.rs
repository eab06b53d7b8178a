//! From a text to a dataset: the two ways in, and what comes with it.

use super::{Dataset, validate};
#[cfg(explain)]
use super::{csv, grid, locate};
#[cfg(explain)]
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, InvalidDataset};
use crate::node::Node;

#[cfg(explain)]
pub use csv::Names;

/// The JSON of the default dataset.
pub const HUAWEI: &str = include_str!(concat!(env!("OUT_DIR"), "/huawei.json"));

/// The text without a byte order mark, which spreadsheets and editors of Windows put before it.
pub fn plain(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// A dataset that can be used, and what an editor should look at all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The dataset.
    pub dataset: Dataset,
    /// Only warnings; in the order of the file.
    pub warnings: Vec<Diagnostic>,
}

/// What a text is written in. Told from the text itself: servers and file names are often wrong about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// Cells that commas, semicolons or tabs part.
    Csv,
}

impl Format {
    /// CSV where the first line has cells and does not begin as JSON or HTML do.
    pub fn of(text: &str) -> Self {
        // JSON may be one line of any length: it is told from its first letter.
        let json = text.trim_start().starts_with(['{', '[', '<']);
        if !json && first_line(text).contains([',', ';', '\t']) { Self::Csv } else { Self::Json }
    }
}

/// The first line that is not blank.
pub(super) fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).find(|line| !line.trim().is_empty()).unwrap_or_default()
}

impl Dataset {
    /// Reads and validates JSON or CSV of format 1; `docs/format.md` describes both.
    ///
    /// Countries of a CSV file are known by their codes and English names; `banspread` knows more, see
    /// [`Self::check`].
    ///
    /// # Errors
    ///
    /// All findings of the text at once, with line and column. A text that is not JSON is one finding.
    ///
    /// # Examples
    ///
    /// ```
    /// let error = banspread::Dataset::from_text("{\"format\": 2}").unwrap_err();
    /// assert!(error.to_string().contains("format: unknown version of the format"));
    /// assert!(error.to_string().contains("missing field: \"updated\""));
    ///
    /// let csv = "entity,date,status,source\nSweden,2020-10-20,banned,PTS\n";
    /// assert_eq!(banspread::Dataset::from_text(csv).unwrap().events().len(), 1);
    /// ```
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_text(text: &str) -> Result<Self, InvalidDataset> {
        Self::check(text, &country).map(|checked| checked.dataset)
    }

    /// The same with the warnings, and with `names` to know the countries of a CSV file by.
    ///
    /// # Errors
    ///
    /// As [`Self::from_text`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn check(text: &str, names: Names<'_>) -> Result<Checked, InvalidDataset> {
        let text = plain(text);
        match Format::of(text) {
            Format::Json => Self::read_json(&Self::parse_json(text)?, text),
            Format::Csv => Self::read_csv(text, names).map(|(_, checked)| checked),
        }
    }

    /// Validates a dataset whose JSON has been parsed; `text` is what it was parsed from.
    ///
    /// # Errors
    ///
    /// All findings at once, with their lines and columns in the text; none in a build that does not explain.
    pub fn read_json(node: &Node, text: &str) -> Result<Checked, InvalidDataset> {
        let (dataset, found) = validate::validate(node);
        concluded(dataset, if found.is_empty() { found } else { placed(found, text) })
    }

    /// Reads and validates CSV; `names` knows countries beside those that the file declares. With the tree that JSON
    /// would be.
    ///
    /// # Errors
    ///
    /// All findings at once, with their lines and columns in the text.
    #[cfg(explain)]
    pub fn read_csv(text: &str, names: Names<'_>) -> Result<(Node, Checked), InvalidDataset> {
        let mut sheet = csv::read(text, names);
        let (dataset, found) = validate::validate(&sheet.node);
        let warns = |found: &Diagnostic| found.severity == Severity::Warning;
        let dataset = dataset.filter(|_| sheet.diagnostics.iter().all(warns));
        let found = csv::of_columns(found, &sheet.diagnostics);
        sheet.diagnostics.extend(found);
        let diagnostics = sheet.places.positioned(sheet.diagnostics, text);
        Ok((sheet.node, concluded(dataset, diagnostics)?))
    }

    /// The finding that a text is not JSON, with the place where it ceases to be.
    #[cfg(explain)]
    pub fn not_json(text: &str) -> InvalidDataset {
        locate::broken(text)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn parse_json(text: &str) -> Result<Node, InvalidDataset> {
        serde_json::from_str(text).map_err(|_| Self::not_json(text))
    }

    /// The tree of a text, as JSON has it.
    ///
    /// # Errors
    ///
    /// That of a text that is not JSON. What else is wrong is for [`Self::check`] to find.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn tree(text: &str, names: Names<'_>) -> Result<Node, InvalidDataset> {
        let text = plain(text);
        match Format::of(text) {
            Format::Json => Self::parse_json(text),
            Format::Csv => Ok(csv::read(text, names).node),
        }
    }

    /// The default dataset: where Huawei's network equipment is banned and permitted.
    ///
    /// # Panics
    ///
    /// Never: the text was validated when this library was built and tested.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn huawei() -> Self {
        Self::from_text(HUAWEI).expect("the built-in dataset is valid")
    }
}

/// The code of a place of the world's grid by that code or by its English name, capitals apart.
#[cfg(explain)]
pub fn country(name: &str) -> Option<String> {
    grid::place(grid::WORLD, name).map(|place| place.code.to_owned())
}

/// The findings with their places in the JSON that they were found in.
fn placed(found: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    #[cfg(explain)]
    let found = locate::Places::of_json(text).positioned(found, text);
    #[cfg(not(explain))]
    let _ = text;
    found
}

/// A usable dataset, or what was found.
fn concluded(dataset: Option<Dataset>, diagnostics: Vec<Diagnostic>) -> Result<Checked, InvalidDataset> {
    match dataset {
        Some(dataset) => Ok(Checked { dataset, warnings: diagnostics }),
        None => Err(InvalidDataset { diagnostics }),
    }
}
