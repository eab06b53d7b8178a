//! Writes a node in any format of serde.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::format::node::{Member, Node, Value};

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Null => out.serialize_unit(),
            Value::Bool(value) => out.serialize_bool(*value),
            // JSON has one type of number. Whole numbers are written without a decimal point.
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e9 => out.serialize_i32(*number as i32),
            Value::Number(number) => out.serialize_f64(*number),
            Value::Text(text) => out.serialize_str(text),
            Value::List(items) => out.collect_seq(items),
            Value::Object(fields) => {
                let mut map = out.serialize_map(Some(fields.len()))?;
                for Member { name, node, .. } in fields {
                    map.serialize_entry(name, node)?;
                }
                map.end()
            }
        }
    }
}
