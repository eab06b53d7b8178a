//! The sentences of the import. Each is a key with values, from which a page makes it in its language, and is written in
//! English here.

use serde::Serialize;

use crate::base::maths::written;
use crate::format::node::{Node, Value};
use crate::import::trees::{Text, object};

/// The English texts, one a line: a key and its text. A text about `n` things has a form for one and one for other numbers.
/// The help of a finding has the key of the finding and `.help`.
pub const ENGLISH: &str = include_str!("messages.txt");

/// A sentence or a part of one: its key, and the values of the placeholders of its text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Message {
    /// The key.
    pub key: &'static str,
    /// The values by name: numbers; texts, most of them from the sheet; lists of texts; lists of messages.
    pub values: Node<'static>,
}

impl Message {
    /// A value that is null is none.
    pub(crate) fn new(key: &'static str, values: Vec<(&'static str, Value<'static>)>) -> Self {
        let given = values.into_iter().filter(|(_, value)| *value != Value::Null);
        let given = given.map(|(name, value)| (Text::Borrowed(name), value)).collect();
        let message = Self { key, values: object(given).into() };
        debug_assert!(filled(key, &message.values).is_some(), "{key} has no text");
        message
    }

    /// The message as a value of another one.
    pub(crate) fn into_value(self) -> Value<'static> {
        object(vec![("key".into(), self.key.into()), ("values".into(), self.values.value)])
    }

    /// The sentence in English.
    pub fn english(&self) -> String {
        filled(self.key, &self.values).unwrap_or_default()
    }

    /// What would be right, in English, if it is a finding that says so.
    pub fn english_help(&self) -> Option<String> {
        filled(&format!("{}.help", self.key), &self.values)
    }
}

/// The text of a key, with the values in place of their names.
fn filled(key: &str, values: &Node<'_>) -> Option<String> {
    let form = if count(values) == Some(1.0) { "one" } else { "other" };
    let mut rest = text(&format!("{key}.{form}")).or_else(|| text(key))?;
    let mut sentence = String::new();
    while let Some((before, (name, after))) = rest.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?))) {
        sentence += before;
        match values.field(name) {
            Some(node) => sentence += &in_words(&node.value, count(values)),
            // Braces of an example in JSON.
            None => sentence.extend(["{", name, "}"]),
        }
        rest = after;
    }
    Some(sentence + rest)
}

fn text(key: &str) -> Option<&'static str> {
    ENGLISH.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
}

fn count(values: &Node<'_>) -> Option<f64> {
    values.field("n")?.number()
}

/// A value as a part of a sentence. A list can have the first of `n` texts.
fn in_words(value: &Value<'_>, n: Option<f64>) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        Value::Number(number) => written(*number),
        Value::List(items) => {
            let list = items.iter().map(item).collect::<Vec<_>>().join(", ");
            let is_whole = n.is_none_or(|n| n <= items.len() as f64);
            if is_whole { list } else { slotted("more", "{list}", &list) }
        }
        _ => String::new(),
    }
}

/// A text between quotation marks, or a message.
fn item(item: &Node<'_>) -> String {
    match (item.text_of("key"), item.field("values")) {
        (Some(key), Some(values)) => filled(key, values).unwrap_or_default(),
        _ => slotted("quoted", "{text}", item.text().unwrap_or_default()),
    }
}

/// The text of a key that has one placeholder.
fn slotted(key: &str, slot: &str, value: &str) -> String {
    text(key).unwrap_or(slot).replace(slot, value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::trees::texts;

    #[test]
    fn a_text_has_a_form_for_one() {
        let said = |n: usize| Message::new("found.no-date", vec![("n", n.into())]).english();
        assert_eq!(said(1), "1 row without a date: left out");
        assert_eq!(said(1_000), "1000 rows without a date: left out");
    }

    #[test]
    fn a_value_is_never_searched_for_names() {
        let values = vec![("name", "{column}".into()), ("column", "A".into())];
        assert_eq!(Message::new("option.named-column", values).english(), "column A, \"{column}\"");
    }

    #[test]
    fn a_list_of_the_first_of_several_texts_ends_with_an_ellipsis() {
        let said = |n: usize| {
            let values = vec![("n", n.into()), ("names", texts(["a", "b"]))];
            Message::new("found.missing-name", values).english()
        };
        assert_eq!(said(2), "the choices name 2 names that the sheet does not have: \"a\", \"b\"");
        assert_eq!(said(3), "the choices name 3 names that the sheet does not have: \"a\", \"b\", …");
    }

    #[test]
    fn a_help_belongs_to_its_finding_and_has_the_same_values() {
        let finding = Message::new("found.header.flag", Vec::new());
        assert_eq!(
            finding.english_help().as_deref(),
            Some("name the row, such as { \"row\": 1 }; false means that there are none")
        );
        assert_eq!(Message::new("found.no-date", vec![("n", 1.0.into())]).english_help(), None);
    }
}
