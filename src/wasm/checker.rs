//! The checker: it explains what is wrong with a dataset.

use js_sys::JSON;
use wasm_bindgen::prelude::*;

use crate::base::limits::Limits;
use crate::diagnostics::diagnostic::InvalidDataset;
use crate::format::detect::{Format, plain};
use crate::format::json;
use crate::format::node::Node;
use crate::model::dataset::Dataset;
use crate::model::places::hand_over;
use crate::validate::read::Checked;
use crate::wasm::convert::{number, write};
use crate::wasm::report::Report;

/// Reads JSON or CSV. `factor` multiplies the limits. `places` is the file with the places of the built-in grids.
///
/// # Errors
///
/// Never.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(text: &str, factor: f64, places: String) -> Result<JsValue, JsValue> {
    hand_over(places);
    let text = plain(text);
    let report = match parse(text, &Limits::times(factor)) {
        Ok((tree, checked)) => {
            // The engine reads the dataset from this JSON, so that CSV needs no second reader in the engine.
            let json = write(&tree).and_then(|value| JSON::stringify(&value))?;
            Report::new(json.as_string(), checked.warnings)
        }
        Err(InvalidDataset { diagnostics }) => Report::new(None, diagnostics),
    };
    write(&report)
}

fn parse<'t>(text: &'t str, limits: &Limits) -> Result<(Node<'t>, Checked), InvalidDataset> {
    Dataset::admit(text, limits)?;
    match Format::of(text) {
        Format::Csv => Dataset::read_csv(text, &|_| None, limits),
        Format::Json => {
            let tree = json::read(text, number)?;
            Dataset::read_json(&tree, text, limits).map(|checked| (tree, checked))
        }
    }
}
