//! Conversion of values between JavaScript and the core.

#[cfg(any(engine, feature = "publisher"))]
use js_sys::{Array, Object};
#[cfg(any(engine, feature = "checker"))]
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(any(engine, feature = "publisher"))]
use crate::format::node::{Member, Node, Value};

/// A value of JavaScript as a tree. A value that JSON does not have, such as a function, becomes null.
///
/// Reading through serde-wasm-bindgen, in addition to writing, would add 3 KB to the module.
#[cfg(any(engine, feature = "publisher"))]
pub(super) fn read(value: &JsValue) -> Node<'static> {
    read_at(value, 0).into()
}

/// The maximal depth. No value of the shell is nested deeper; a page could nest deeper and overflow the stack, so the
/// tree ends there.
#[cfg(any(engine, feature = "publisher"))]
const DEEPEST: usize = 64;

#[cfg(any(engine, feature = "publisher"))]
fn read_at(value: &JsValue, depth: usize) -> Value<'static> {
    if depth > DEEPEST {
        return Value::Null;
    }
    if let Some(text) = value.as_string() {
        return Value::Text(text.into());
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
    // The class is not compared: an object of another frame has another `Object`.
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
    /// Reads a JSON number with the function `Number` of JavaScript: the nearest number that exists.
    #[wasm_bindgen(js_name = Number)]
    pub(super) fn number(text: &str) -> f64;
}

#[cfg(any(engine, feature = "checker"))]
pub(super) fn write<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    // Like the declarations: a missing value is `null`, and a map is an object.
    Ok(value.serialize(
        &serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true),
    )?)
}
