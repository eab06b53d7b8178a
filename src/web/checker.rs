//! The checker: what is wrong with a dataset, in words.

use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::border::{read, write};
use crate::dataset::{Checked, Dataset, Format, country, plain};
use crate::diagnostic::{Diagnostic, InvalidDataset, Severity};
use crate::node::Node;

/// What is found in a text that should be a dataset.
#[derive(Serialize)]
struct Report {
    /// The dataset as JSON for the engine; `null` where it cannot be used.
    json: Option<String>,
    /// A line a finding.
    message: String,
    diagnostics: Vec<Finding>,
}

#[derive(Serialize)]
struct Finding {
    severity: Severity,
    code: &'static str,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    help: Option<String>,
}

/// Reads JSON or CSV: `{json, message, diagnostics}`.
///
/// # Errors
///
/// Never.
#[wasm_bindgen]
pub fn check(text: &str) -> Result<JsValue, JsValue> {
    let text = plain(text);
    let report = match parse(text) {
        Ok((tree, checked)) => {
            let json = write(&tree).and_then(|value| JSON::stringify(&value))?;
            report(json.as_string(), checked.warnings)
        }
        Err(InvalidDataset { diagnostics }) => report(None, diagnostics),
    };
    write(&report)
}

fn parse(text: &str) -> Result<(Node, Checked), InvalidDataset> {
    match Format::of(text) {
        Format::Csv => Dataset::read_csv(text, &country),
        Format::Json => {
            let tree = read(&JSON::parse(text).map_err(|_| Dataset::not_json(text))?);
            Dataset::read_json(&tree, text).map(|checked| (tree, checked))
        }
    }
}

fn report(json: Option<String>, diagnostics: Vec<Diagnostic>) -> Report {
    let finding = |found: &Diagnostic| Finding {
        severity: found.severity,
        code: found.fault.code(),
        path: found.path.to_string(),
        line: found.position.map(|position| position.line),
        column: found.position.map(|position| position.column),
        message: found.fault.to_string(),
        help: found.help.clone(),
    };
    let findings = diagnostics.iter().map(finding).collect();
    Report { json, message: InvalidDataset { diagnostics }.to_string(), diagnostics: findings }
}
