//! What cells say, and the tree that they grow into.

use super::columns::Record;
use crate::dataset::findings::brief;
use crate::dataset::shape::{self, Field, Shape};
use crate::node::Node;
use crate::text::is_hidden;

fn fields_of(record: Record) -> &'static [Field] {
    match record {
        Record::Event => shape::EVENT,
        Record::Entity => shape::ENTITY,
        Record::Status => shape::STATUS,
        Record::Dataset => shape::DATASET,
        Record::Tour => shape::STOP,
    }
}

/// The shape of a field of a record, or of a field inside of that.
pub(super) fn shape_of(record: Record, outer: &str, inner: &str) -> Option<&'static Shape> {
    match plain_of(&shape::field(fields_of(record), outer)?.shape) {
        Shape::Record(fields) | Shape::List(Shape::Record(fields), _) => {
            Some(plain_of(&shape::field(fields, inner)?.shape))
        }
        shape => Some(shape),
    }
}

/// Whether a field of a record, or the field inside of that, may be in several languages.
pub(in crate::dataset) fn said(record: Record, outer: &str, inner: &str) -> bool {
    let Some(field) = shape::field(fields_of(record), outer) else { return false };
    match &field.shape {
        Shape::Said(_) => true,
        Shape::List(Shape::Record(fields), _) => {
            shape::field(fields, inner).is_some_and(|field| matches!(field.shape, Shape::Said(_)))
        }
        _ => false,
    }
}

/// The texts of a field: one, or one a language.
pub(in crate::dataset) fn texts<'n>(node: &'n Node, name: &str) -> Vec<&'n str> {
    match node.field(name) {
        Some(Node::Text(text)) => vec![text],
        Some(Node::Object(fields)) => fields.iter().filter_map(|(_, node)| node.text()).collect(),
        _ => Vec::new(),
    }
}

/// The shape in one language of what may be by language.
fn plain_of(shape: &'static Shape) -> &'static Shape {
    if let Shape::Said(one) = shape { one } else { shape }
}

/// What a cell says where such is wanted. Texts are taken as they are, the rest without blanks around it.
pub(super) fn value(shape: &Shape, content: &str) -> Node {
    let trimmed = content.trim();
    let word = word(trimmed);
    match shape {
        Shape::Text | Shape::Filled | Shape::Name => text(content),
        Shape::Word(_) => Node::Text(word),
        Shape::Flag if word == "no" || word == "false" => Node::Bool(false),
        Shape::Flag if word == "yes" || word == "true" => Node::Bool(true),
        Shape::Count => trimmed.parse::<u16>().map_or_else(|_| text(trimmed), |number| Node::Number(number.into())),
        _ => text(trimmed),
    }
}

pub(super) fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

/// A cell's text as a word of the format. Of a text that is longer than any of them, the beginning.
pub(super) fn word(text: &str) -> String {
    brief(text.trim()).chars().map(plain).collect()
}

/// As the format writes words: in lower case, with low lines.
pub(super) fn plain(letter: char) -> char {
    if letter == ' ' || letter == '-' { '_' } else { letter.to_ascii_lowercase() }
}

/// The field of a node, made where there is none.
pub(super) fn field<'n>(node: &'n mut Node, name: &str) -> &'n mut Node {
    if !matches!(node, Node::Object(_)) {
        *node = Node::Object(Vec::new());
    }
    let Node::Object(fields) = node else { unreachable!("made an object above") };
    let place = fields.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
        fields.push((name.to_owned(), Node::Null));
        fields.len() - 1
    });
    &mut fields[place].1
}

/// The element of a list, made where there is none.
pub(super) fn item(node: &mut Node, index: usize) -> &mut Node {
    if !matches!(node, Node::List(_)) {
        *node = Node::List(Vec::new());
    }
    let Node::List(items) = node else { unreachable!("made a list above") };
    while items.len() <= index {
        items.push(Node::Null);
    }
    &mut items[index]
}

/// Letters of an id that is made from a name.
const LONGEST_ID: usize = 60;

/// An id from a name, or from its beginning: ASCII letters in lower case, hyphens for what is neither letter nor digit.
pub(super) fn slug(name: &str) -> String {
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
