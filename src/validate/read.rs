//! From a text to a dataset: the two ways in, and what comes with it.

use crate::base::limits::Limits;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::findings::Findings;
#[cfg(not(target_arch = "wasm32"))]
use crate::format::detect::{Format, plain};
use crate::format::node::Node;
use crate::model::dataset::Dataset;
use crate::validate::dataset::validate;
#[cfg(explain)]
use crate::{
    base::limits::Limit,
    diagnostics::diagnostic::InvalidDataset,
    diagnostics::findings::Trail,
    diagnostics::lines,
    diagnostics::path::Position,
    format::csv::{self, reader::Names},
};

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
            Format::Json => Self::read_json(&text.parse()?, text, limits),
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

    /// The dataset of a tree, where that is valid. Nothing is found out about one that is not.
    pub fn from_tree(tree: &Node, limits: &Limits) -> Option<Self> {
        validate(tree, &mut Findings::within(*limits))
    }

    /// Validates a dataset whose JSON has been read; `text` is what it was read from.
    ///
    /// # Errors
    ///
    /// All findings at once, with their lines and columns in the text.
    #[cfg(explain)]
    pub fn read_json(tree: &Node, text: &str, limits: &Limits) -> Result<Checked, InvalidDataset> {
        let mut findings = Findings::within(*limits);
        let dataset = validate(tree, &mut findings);
        let more = findings.more();
        concluded(dataset, placed(findings.diagnostics, tree, text, more))
    }

    /// Reads and validates CSV; `names` knows countries beside those of the grid. With the tree that JSON
    /// would be.
    ///
    /// # Errors
    ///
    /// All findings at once, with their lines and columns in the text.
    #[cfg(explain)]
    pub fn read_csv(text: &str, names: Names<'_>, limits: &Limits) -> Result<(Node, Checked), InvalidDataset> {
        let csv::reader::Sheet { node, mut findings } = csv::reader::read(text, names, limits);
        let mut dataset = None;
        if !findings.exceeded {
            dataset = validate(&node, &mut findings);
        }
        let more = findings.more();
        let diagnostics = placed(csv::of_columns::of_columns(findings.diagnostics), &node, text, more);
        Ok((node, concluded(dataset, diagnostics)?))
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
            Format::Json => text.parse(),
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

/// The findings with their places in the text that the tree was read from, and last how many more there are.
#[cfg(explain)]
fn placed(mut found: Vec<Diagnostic>, tree: &Node, text: &str, more: Option<Diagnostic>) -> Vec<Diagnostic> {
    for found in found.iter_mut().filter(|found| found.position.is_none()) {
        found.position =
            tree.span_at(&found.path, found.fault.is_of_name(&found.path)).range().map(Position::uncounted);
    }
    let mut found = lines::in_order(found, text);
    found.extend(more);
    found
}

/// A usable dataset, or what was found.
#[cfg(explain)]
fn concluded(dataset: Option<Dataset>, diagnostics: Vec<Diagnostic>) -> Result<Checked, InvalidDataset> {
    match dataset {
        Some(dataset) => Ok(Checked { dataset, warnings: diagnostics }),
        None => Err(InvalidDataset { diagnostics }),
    }
}
