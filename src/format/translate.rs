//! A translation laid over a dataset's tree, before anything is known to be valid.

use std::mem;

use crate::base::language::{ENGLISH, OTHER};
use crate::format::node::Node;

/// Adds a translation to the English texts of a tree: objects by field, things with ids by these, other lists by place.
/// What matches nothing in the tree is left out.
pub fn translate(base: &mut Node, mut over: Node, lang: &str) {
    lay(base, &mut over, lang);
}

/// The same; takes from the translation what it lays over the tree.
fn lay(base: &mut Node, over: &mut Node, lang: &str) {
    if over.text().is_some() || over.field(OTHER).is_some() {
        let (own, over) = (mem::replace(base, Node::Null), mem::replace(over, Node::Null));
        *base = Node::Object(vec![(ENGLISH.to_owned(), own), (lang.to_owned(), over)]);
        return;
    }
    if let Node::Object(others) = over {
        for (name, over) in others {
            if let Some(node) = named(base, name) {
                lay(node, over, lang);
            }
        }
    } else if let (Node::List(items), Node::List(others)) = (base, over) {
        for (item, over) in items.iter_mut().zip(others) {
            lay(item, over, lang);
        }
    }
}

/// The field of an object, or the item of a list that has this id.
fn named<'n>(node: &'n mut Node, name: &str) -> Option<&'n mut Node> {
    match node {
        Node::List(items) => items.iter_mut().find(|item| item.text_of("id") == Some(name)),
        Node::Object(fields) => fields.iter_mut().find(|(known, _)| known == name).map(|(_, node)| node),
        _ => None,
    }
}
