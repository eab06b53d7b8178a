//! From a text to a dataset: the two ways in, and what comes with it.

#[cfg(explain)]
use crate::base::limits::Limit;
use crate::base::limits::Limits;
use crate::diagnostics::diagnostic::{Diagnostic, InvalidDataset};
use crate::diagnostics::findings::Findings;
#[cfg(explain)]
use crate::diagnostics::findings::Trail;
#[cfg(explain)]
use crate::format::csv::reader::Names;
#[cfg(not(target_arch = "wasm32"))]
use crate::format::detect::{Format, plain};
use crate::format::node::Node;
#[cfg(explain)]
use crate::format::{csv, locate};
use crate::model::dataset::Dataset;
use crate::validate::dataset::validate;

/// The JSON of the default dataset.
pub const HUAWEI: &str = include_str!(concat!(env!("OUT_DIR"), "/huawei.json"));

/// A dataset that can be used, and what an editor should look at all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The dataset.
    pub dataset: Dataset,
    /// Only warnings; in the order of the file.
    pub warnings: Vec<Diagnostic>,
}

impl Dataset {
    /// Reads and validates JSON or CSV of format 1; `docs/format.md` describes both.
    ///
    /// Countries of a CSV file are known by their codes and English names; [`Self::check`] takes more names.
    ///
    /// # Errors
    ///
    /// All findings of the text at once, with line and column. A text that is not JSON is one finding.
    ///
    /// # Examples
    ///
    /// ```
    /// let error = banspread::Dataset::from_text("{\"format\": 2}").unwrap_err();
    /// assert!(error.to_string().contains("format: unknown format version"));
    /// assert!(error.to_string().contains("missing field: \"updated\""));
    ///
    /// let csv = "entity,date,status,source\nSweden,2020-10-20,banned,PTS\n";
    /// assert_eq!(banspread::Dataset::from_text(csv).unwrap().events().len(), 1);
    /// ```
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_text(text: &str) -> Result<Self, InvalidDataset> {
        Self::check(text, &|_| None, &Limits::default()).map(|checked| checked.dataset)
    }

    /// The same with the warnings, with `names` to know more countries of a CSV file by, and within limits of one's own.
    ///
    /// # Errors
    ///
    /// As [`Self::from_text`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn check(text: &str, names: Names<'_>, limits: &Limits) -> Result<Checked, InvalidDataset> {
        let text = plain(text);
        Self::admit(text, limits)?;
        match Format::of(text) {
            Format::Json => Self::read_json(&Self::parse_json(text)?, text, limits),
            Format::Csv => Self::read_csv(text, names, limits).map(|(_, checked)| checked),
        }
    }

    /// Refuses a text that is too long to be looked at. To be asked before it is parsed.
    ///
    /// # Errors
    ///
    /// The one finding that says so.
    #[cfg(explain)]
    pub fn admit(text: &str, limits: &Limits) -> Result<(), InvalidDataset> {
        let mut findings = Findings::within(*limits);
        if findings.exceeds(Limit::Bytes, text.len(), &Trail::Root) {
            return Err(InvalidDataset { diagnostics: findings.diagnostics });
        }
        Ok(())
    }

    /// Validates a dataset whose JSON has been parsed; `text` is what it was parsed from.
    ///
    /// # Errors
    ///
    /// All findings at once, with their lines and columns in the text; none in a build that does not explain.
    pub fn read_json(node: &Node, text: &str, limits: &Limits) -> Result<Checked, InvalidDataset> {
        let mut findings = Findings::within(*limits);
        let dataset = validate(node, &mut findings);
        concluded(dataset, placed(findings, text))
    }

    /// Reads and validates CSV; `names` knows countries beside those of the grid. With the tree that JSON
    /// would be.
    ///
    /// # Errors
    ///
    /// All findings at once, with their lines and columns in the text.
    #[cfg(explain)]
    pub fn read_csv(text: &str, names: Names<'_>, limits: &Limits) -> Result<(Node, Checked), InvalidDataset> {
        let csv::reader::Sheet { node, places, mut findings } = csv::reader::read(text, names, limits);
        let mut dataset = None;
        if !findings.exceeded {
            dataset = validate(&node, &mut findings);
        }
        let more = findings.more();
        let mut diagnostics = places.positioned(csv::explain::of_columns(findings.diagnostics), text);
        diagnostics.extend(more);
        Ok((node, concluded(dataset, diagnostics)?))
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
            Format::Csv => Ok(csv::reader::read(text, names, &Limits::none()).node),
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

/// The findings with their places in the JSON that they were found in, and last how many more there are.
fn placed(findings: Findings, text: &str) -> Vec<Diagnostic> {
    #[cfg(explain)]
    if !findings.diagnostics.is_empty() {
        let more = findings.more();
        let places = locate::Places::of_json(text, &findings.diagnostics);
        let mut found = places.positioned(findings.diagnostics, text);
        found.extend(more);
        return found;
    }
    #[cfg(not(explain))]
    let _ = text;
    findings.diagnostics
}

/// A usable dataset, or what was found.
fn concluded(dataset: Option<Dataset>, diagnostics: Vec<Diagnostic>) -> Result<Checked, InvalidDataset> {
    match dataset {
        Some(dataset) => Ok(Checked { dataset, warnings: diagnostics }),
        None => Err(InvalidDataset { diagnostics }),
    }
}
