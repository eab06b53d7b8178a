//! Values on their way between JavaScript and the core.

#[cfg(not(feature = "checker"))]
use js_sys::{Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(not(feature = "checker"))]
use crate::format::node::{Member, Node, Value};

/// What JavaScript handed over, as a tree. What JSON has no word for, such as a function, is null.
///
/// Reading through serde-wasm-bindgen as well as writing would add 3 KB to the build.
#[cfg(not(feature = "checker"))]
pub(super) fn read(value: &JsValue) -> Node {
    read_at(value, 0).into()
}

/// Deeper nesting than anything that is handed over has; there the tree ends, before the stack does.
#[cfg(not(feature = "checker"))]
const DEEPEST: usize = 64;

#[cfg(not(feature = "checker"))]
fn read_at(value: &JsValue, depth: usize) -> Value {
    if depth > DEEPEST {
        return Value::Null;
    }
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Value::Number(number);
    }
    if let Some(bool) = value.as_bool() {
        return Value::Bool(bool);
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        let mut items = Vec::new();
        for index in 0..list.length() {
            items.push(read_at(&list.get(index), depth + 1).into());
        }
        return Value::List(items);
    }
    // Not by its class: one of another frame has another `Object`.
    if !value.is_object() {
        return Value::Null;
    }
    let entries = Object::entries(value.unchecked_ref());
    let mut fields = Vec::new();
    for index in 0..entries.length() {
        let entry: Array = entries.get(index).unchecked_into();
        fields.push(Member::new(entry.get(0).as_string().unwrap_or_default(), read_at(&entry.get(1), depth + 1)));
    }
    Value::Object(fields)
}

#[wasm_bindgen]
extern "C" {
    /// Reads a number of JSON as JavaScript does: to the nearest that there is.
    #[wasm_bindgen(js_name = Number)]
    pub(super) fn number(text: &str) -> f64;
}

pub(super) fn write<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(
        &serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true),
    )?)
}
