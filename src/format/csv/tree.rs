//! Reads the content of cells, and builds the tree.

use std::borrow::Cow;

use crate::base::text::{brief, is_hidden};
use crate::format::fields::FieldType;
use crate::format::node::{Member, Node, Value};

/// The texts of a field: one text, or one for each language.
pub(crate) fn texts<'n>(node: &'n Node, name: &str) -> Vec<&'n str> {
    match node.field(name).map(|node| &node.value) {
        Some(Value::Text(text)) => vec![text],
        Some(Value::Object(members)) => members.iter().filter_map(|member| member.node.text()).collect(),
        _ => Vec::new(),
    }
}

/// The type of a text in one language, for a field that can have texts by language.
pub(super) fn plain_of(field_type: &'static FieldType) -> &'static FieldType {
    if let FieldType::Localized(one) = field_type { one } else { field_type }
}

/// The value of a cell for a field of this type. Texts keep white space around them; other values lose it.
pub(crate) fn value<'t>(field_type: &FieldType, content: &Cow<'t, str>) -> Value<'t> {
    let trimmed = trimmed(content);
    let known = match field_type {
        FieldType::Text | FieldType::Filled | FieldType::Name => return Value::Text(content.clone()),
        FieldType::Word(_) => return Value::Text(word(&trimmed).into()),
        FieldType::Flag => match word(&trimmed).as_str() {
            "no" | "false" => Some(Value::Bool(false)),
            "yes" | "true" => Some(Value::Bool(true)),
            _ => None,
        },
        FieldType::Count => trimmed.parse::<u16>().ok().map(|number| Value::Number(number.into())),
        FieldType::Amount => amount(&trimmed).map(Value::Number),
        _ => None,
    };
    known.unwrap_or(Value::Text(trimmed))
}

/// The same content without white space around it.
pub(crate) fn trimmed<'t>(content: &Cow<'t, str>) -> Cow<'t, str> {
    match content {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// A number in digits, with a point before decimal places.
fn amount(written: &str) -> Option<f64> {
    let (mut number, mut scale) = (0.0, 0.0);
    for letter in written.bytes() {
        match letter {
            b'0'..=b'9' => {
                number = number * 10.0 + f64::from(letter - b'0');
                scale *= 10.0;
            }
            b'.' if scale == 0.0 => scale = 1.0,
            _ => return None,
        }
    }
    // A point stands between digits.
    let whole = !written.is_empty() && !written.starts_with('.') && !written.ends_with('.');
    whole.then_some(if scale > 1.0 { number / scale } else { number })
}

/// The text of a cell as a word of the format. A text that is longer than any word is shortened.
pub(crate) fn word(text: &str) -> String {
    brief(text.trim()).chars().map(plain).collect()
}

/// A character as words of the format have it: in lower case, with an underscore for a blank or hyphen.
pub(crate) fn plain(letter: char) -> char {
    if letter == ' ' || letter == '-' { '_' } else { letter.to_ascii_lowercase() }
}

/// The field of a node. A field that does not exist is added.
pub(crate) fn field<'n, 't>(node: &'n mut Node<'t>, name: impl Into<Cow<'t, str>>) -> &'n mut Node<'t> {
    if !matches!(node.value, Value::Object(_)) {
        node.value = Value::Object(Vec::new());
    }
    let Value::Object(members) = &mut node.value else { unreachable!("made an object above") };
    let name = name.into();
    let place = members.iter().position(|member| member.name == name).unwrap_or_else(|| {
        members.push(Member::new(name, Value::Null));
        members.len() - 1
    });
    &mut members[place].node
}

/// The element of a list. An element that does not exist is added.
pub(crate) fn item<'n, 't>(node: &'n mut Node<'t>, index: usize) -> &'n mut Node<'t> {
    if !matches!(node.value, Value::List(_)) {
        node.value = Value::List(Vec::new());
    }
    let Value::List(items) = &mut node.value else { unreachable!("made a list above") };
    while items.len() <= index {
        items.push(Value::Null.into());
    }
    &mut items[index]
}

/// The maximal number of characters of an id that is made from a name.
pub(super) const LONGEST_ID: usize = 60;

/// Makes an id from the beginning of a name: ASCII letters become lower case, and characters that are neither letters
/// nor digits become hyphens.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().take(LONGEST_ID) {
        if letter.is_ascii_alphanumeric() || !letter.is_ascii() && !is_hidden(letter) {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "entity".to_owned() } else { slug.to_owned() }
}
