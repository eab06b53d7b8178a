//! Reads a dataset from a text, with all findings.

use crate::base::limits::Limits;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::findings::Findings;
use crate::format::node::Node;
#[cfg(not(browser))]
use crate::format::{
    detect::{Format, plain},
    json,
};
use crate::model::dataset::Dataset;
use crate::validate::dataset::validate;
#[cfg(explain)]
use crate::{
    base::limits::Limit,
    diagnostics::diagnostic::InvalidDataset,
    diagnostics::fault::Fault,
    diagnostics::findings::Trail,
    diagnostics::lines,
    diagnostics::path::{DataPath, Position},
    format::csv,
    names::asked::Names,
};

/// The default dataset as [`crate::format::packed`] reads it.
#[cfg(all(test, not(browser)))]
pub(crate) const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/packed.json"));

/// The JSON of the default dataset.
#[cfg(not(browser))]
pub const HUAWEI: &str = include_str!(concat!(env!("OUT_DIR"), "/huawei.json"));

/// A valid dataset, with warnings for its editor.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The dataset.
    pub dataset: Dataset,
    /// Only warnings, in the order of the file.
    pub warnings: Vec<Diagnostic>,
}

impl Dataset {
    /// Reads and validates JSON or CSV of format 1; `docs/format.md` describes both.
    ///
    /// Countries of a CSV file are recognised by their codes and English names; [`Self::check`] accepts more names.
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
    #[cfg(not(browser))]
    pub fn from_text(text: &str) -> Result<Self, InvalidDataset> {
        Self::check(text, &|_| None, &Limits::default()).map(|checked| checked.dataset)
    }

    /// Does the same, and returns the warnings too. `names` recognises more names of countries, and `limits` replace
    /// the default limits.
    ///
    /// # Errors
    ///
    /// The same as [`Self::from_text`].
    #[cfg(not(browser))]
    pub fn check(text: &str, names: Names<'_>, limits: &Limits) -> Result<Checked, InvalidDataset> {
        let text = plain(text);
        Self::admit(text, limits)?;
        match Format::of(text) {
            Format::Json => Self::read_json(&json::native(text)?, text, limits),
            Format::Csv => Self::read_csv(text, names, limits).map(|(_, checked)| checked),
        }
    }

    /// Refuses a text that exceeds the limit of bytes. Call this before the text is parsed.
    ///
    /// # Errors
    ///
    /// The only finding is that the text is too long.
    #[cfg(explain)]
    pub fn admit(text: &str, limits: &Limits) -> Result<(), InvalidDataset> {
        let mut findings = Findings::within(*limits);
        if findings.exceeds(Limit::Bytes, text.len(), &Trail::Root) {
            return Err(InvalidDataset { diagnostics: findings.diagnostics });
        }
        Ok(())
    }

    /// The dataset of a tree; `None` if the tree is not valid. The reasons are not determined.
    pub fn from_tree(tree: &Node, limits: &Limits) -> Option<Self> {
        validate(tree, &mut Findings::within(*limits))
    }

    /// Validates a dataset whose JSON is already a tree. `text` is the text of this tree.
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

    /// Reads and validates CSV. `names` recognises names of countries that the grid does not have. Returns the dataset,
    /// and the tree that the same dataset would have as JSON.
    ///
    /// # Errors
    ///
    /// All findings at once, with their lines and columns in the text.
    #[cfg(explain)]
    pub fn read_csv<'t>(
        text: &'t str,
        names: Names<'_>,
        limits: &Limits,
    ) -> Result<(Node<'t>, Checked), InvalidDataset> {
        let csv::reader::Sheet { node, mut findings } = csv::reader::read(text, names, limits);
        // Beyond a limit the tree is not complete, and would have findings that the file does not have.
        let mut dataset = None;
        if !findings.exceeded {
            dataset = validate(&node, &mut findings);
        }
        let more = findings.more();
        let diagnostics = placed(csv::of_columns::of_columns(findings.diagnostics), &node, text, more);
        Ok((node, concluded(dataset, diagnostics)?))
    }

    /// The tree of a text, as if the text were JSON.
    ///
    /// # Errors
    ///
    /// The text is not JSON. Other errors are found only by [`Self::check`].
    #[cfg(not(browser))]
    pub fn tree<'t>(text: &'t str, names: Names<'_>) -> Result<Node<'t>, InvalidDataset> {
        let text = plain(text);
        match Format::of(text) {
            Format::Json => json::native(text),
            Format::Csv => Ok(csv::reader::read(text, names, &Limits::none()).node),
        }
    }

    /// The default dataset: where Huawei's network equipment is banned and permitted.
    ///
    /// # Panics
    ///
    /// Never: the text was validated when this library was tested.
    #[cfg(not(browser))]
    pub fn huawei() -> Self {
        Self::from_text(HUAWEI).expect("the built-in dataset is valid")
    }
}

/// The findings with their positions in the text of the tree. The number of further findings comes last.
#[cfg(explain)]
pub(crate) fn placed(mut found: Vec<Diagnostic>, tree: &Node, text: &str, more: Option<Diagnostic>) -> Vec<Diagnostic> {
    for found in &mut found {
        locate(tree, &found.path, &found.fault, &mut found.position);
        #[cfg(grouped)]
        for place in &mut found.alike.places {
            locate(tree, &place.path, &found.fault, &mut place.position);
        }
    }
    let mut found = lines::in_order(found, text);
    #[cfg(grouped)]
    lines::count_alike(&mut found, text);
    found.extend(more);
    found
}

/// Finds the position of a finding in the text of the tree, unless it is known.
#[cfg(explain)]
fn locate(tree: &Node, path: &DataPath, fault: &Fault, position: &mut Option<Position>) {
    if position.is_none() {
        *position = tree.span_at(path, fault.is_of_name(path)).range().map(Position::uncounted);
    }
}

/// The dataset with its warnings, or the findings.
#[cfg(explain)]
fn concluded(dataset: Option<Dataset>, diagnostics: Vec<Diagnostic>) -> Result<Checked, InvalidDataset> {
    match dataset {
        Some(dataset) => Ok(Checked { dataset, warnings: diagnostics }),
        None => Err(InvalidDataset { diagnostics }),
    }
}
