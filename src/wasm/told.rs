//! How the make page is told: values as JSON, errors as sentences.

use std::fmt::Display;

#[cfg(feature = "importer")]
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(feature = "importer")]
use crate::format::node::write::json_text;

#[cfg(feature = "importer")]
pub(super) fn json_of(value: &impl Serialize) -> String {
    json_text(value).expect("our own types can be written")
}

/// An error as a sentence.
pub(super) fn sentence(error: impl Display) -> JsValue {
    JsValue::from_str(&error.to_string())
}
