//! Values of sentences and changes of choices as trees, which our own types hold and write. Values of serde_json in maps of
//! the standard library would be 4 KB more for the importer.

use std::borrow::Cow;

use crate::format::node::{Member, Node, Value};

/// A text as a name or a value.
pub(crate) type Text = Cow<'static, str>;

impl From<&str> for Value<'static> {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned().into())
    }
}

impl From<String> for Value<'static> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<f64> for Value<'static> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value<'static> {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<Option<&str>> for Value<'static> {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::from)
    }
}

impl From<Vec<Self>> for Value<'static> {
    fn from(items: Vec<Self>) -> Self {
        Self::List(items.into_iter().map(Node::from).collect())
    }
}

/// A list of texts.
pub(crate) fn texts<'s>(all: impl IntoIterator<Item = &'s str>) -> Value<'static> {
    Value::List(all.into_iter().map(|text| Value::from(text).into()).collect())
}

/// An object with these members.
pub(crate) fn object(members: Vec<(Text, Value<'static>)>) -> Value<'static> {
    Value::Object(members.into_iter().map(|(name, value)| Member::new(name, value)).collect())
}

/// A value in objects of one member each. The path has the names, the outermost first.
pub(crate) fn nested(path: &[&str], value: impl Into<Value<'static>>) -> Value<'static> {
    let within = |value, name: &&str| object(vec![((*name).to_owned().into(), value)]);
    path.iter().rev().fold(value.into(), within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_objects_in_objects() {
        let change = nested(&["columns", "B"], "date");
        assert_eq!(serde_json::to_string(&Node::from(change)).unwrap(), r#"{"columns":{"B":"date"}}"#);
        assert_eq!(nested(&[], 2_usize), Value::Number(2.0));
    }
}
