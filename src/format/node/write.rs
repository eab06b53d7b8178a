//! Writes a node in any format of serde, and values as JSON.

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

/// A value as JSON.
#[cfg(any(not(browser), feature = "import"))]
pub(crate) fn json_text(value: &(impl Serialize + ?Sized)) -> serde_json::Result<String> {
    #[cfg(browser)]
    return browser::json_text(value);
    #[cfg(not(browser))]
    serde_json::to_string(value)
}

#[cfg(all(browser, feature = "import"))]
mod browser {
    use std::io;

    use serde::Serialize;
    use serde_json::Serializer;
    use serde_json::ser::Formatter;

    use crate::base::maths::written;

    pub(super) fn json_text(value: &(impl Serialize + ?Sized)) -> serde_json::Result<String> {
        let mut text = Vec::new();
        value.serialize(&mut Serializer::with_formatter(&mut text, Numbers))?;
        Ok(String::from_utf8(text).expect("JSON is text"))
    }

    /// JavaScript writes numbers: the tables of serde_json would be 6 KB more.
    struct Numbers;

    impl Formatter for Numbers {
        fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, number: f64) -> io::Result<()> {
            let mut digits = written(number);
            // serde_json writes whole numbers of this type with a decimal point.
            if !digits.contains(['.', 'e']) {
                digits.push_str(".0");
            }
            writer.write_all(digits.as_bytes())
        }
    }
}
