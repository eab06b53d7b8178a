//! The check of a dataset for the make page, and the dataset as CSV.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::base::limits::Limits;
use crate::base::text::is_unseen;
use crate::diagnostics::diagnostic::{Diagnostic, InvalidDataset};
use crate::diagnostics::severity::Severity;
use crate::format::detect::{Format, plain};
use crate::format::node::Node;
use crate::format::{json, write};
use crate::model::dataset::Dataset;
use crate::names::find::all_names;
use crate::validate::read;
use crate::wasm::convert::number;
use crate::wasm::told::{json_of, sentence};

/// A dataset that was checked.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// The dataset as JSON; `None` if it has errors.
    json: Option<String>,
    found: Vec<Diagnostic>,
}

/// A finding about a dataset.
#[derive(Serialize)]
struct Finding {
    severity: Severity,
    code: &'static str,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    help: Option<String>,
    alike: usize,
}

impl Checked {
    /// Checks a text: JSON or CSV, with all names of places.
    pub(super) fn of(text: &str) -> Self {
        let text = plain(text);
        match tree(text) {
            Ok((tree, checked)) => Self { json: written(text, &tree), found: checked.warnings },
            Err(InvalidDataset { diagnostics }) => Self { json: None, found: diagnostics },
        }
    }

    /// The dataset as JSON or null, and the findings as JSON.
    pub(super) fn parts(&self) -> Array {
        let json = self.json.as_deref().map_or(JsValue::NULL, JsValue::from_str);
        let findings: Vec<Finding> = self.found.iter().map(Finding::of).collect();
        Array::of2(&json, &json_of(&findings).into())
    }
}

/// JSON stays as it is, so that nobody's file changes its form.
fn written(text: &str, tree: &Node) -> Option<String> {
    match Format::of(text) {
        Format::Json => Some(text.to_owned()),
        Format::Csv => write::json_within(tree, &Limits::default()).ok(),
    }
}

fn tree(text: &str) -> Result<(Node<'_>, read::Checked), InvalidDataset> {
    let limits = Limits::default();
    Dataset::admit(text, &limits)?;
    match Format::of(text) {
        Format::Csv => Dataset::read_csv(text, &all_names, &limits),
        Format::Json => {
            let tree = json::read(text, number)?;
            Dataset::read_json(&tree, text, &limits).map(|checked| (tree, checked))
        }
    }
}

impl Finding {
    fn of(found: &Diagnostic) -> Self {
        Self {
            severity: found.severity,
            code: found.fault.code(),
            path: seen(&found.path.to_string()),
            line: found.position.map(|position| position.line),
            column: found.position.map(|position| position.column),
            message: seen(&found.fault.to_string()),
            help: found.help.as_deref().map(seen),
            alike: found.alike.count,
        }
    }
}

/// A text for readers: findings quote the dataset, whose invisible characters could turn the text around.
fn seen(text: &str) -> String {
    text.replace(is_unseen, "\u{fffd}")
}

/// Checks a dataset: the dataset as JSON or null, and the findings as JSON.
#[wasm_bindgen]
pub fn check(text: &str) -> Array {
    Checked::of(text).parts()
}

/// A dataset as JSON in the form of the format, as the command publishes it.
///
/// # Errors
///
/// A sentence: the text is no JSON, or the dataset would be over the limit of bytes.
#[wasm_bindgen]
pub fn rewritten(text: &str) -> Result<String, JsValue> {
    let tree = json::read(plain(text), number).map_err(sentence)?;
    write::published(tree, &Limits::default()).map_err(sentence)
}

/// A dataset as CSV.
///
/// # Errors
///
/// A sentence: the text is no dataset as JSON, or the CSV would be over a limit.
#[wasm_bindgen]
pub fn csv(text: &str) -> Result<String, JsValue> {
    let tree = json::read(plain(text), number).map_err(sentence)?;
    write::csv(&tree, &Limits::default()).map_err(sentence)
}
