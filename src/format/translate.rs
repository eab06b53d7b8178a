//! Adds a translation to the tree of a dataset, before the tree is validated.

use std::mem;

use crate::base::language::{ENGLISH, OTHER};
use crate::format::node::{Member, Node, Value};

/// Adds a translation to the English texts of a tree. Objects are matched by field, elements with ids by id, other
/// lists by position. Parts of the translation that match nothing are ignored.
pub fn translate<'t>(base: &mut Node<'t>, mut over: Node<'t>, lang: &'t str) {
    lay(base, &mut over, lang);
}

/// Does the same, and moves the texts out of the translation instead of copying them.
fn lay<'t>(base: &mut Node<'t>, over: &mut Node<'t>, lang: &'t str) {
    // An object with `other` is one text with plural forms, not an object with fields.
    if over.text().is_some() || over.field(OTHER).is_some() {
        let [own, over] = [&mut *base, over].map(|node| mem::replace(&mut node.value, Value::Null));
        base.value = Value::Object(vec![Member::new(ENGLISH, own), Member::new(lang, over)]);
        return;
    }
    if let Value::Object(others) = &mut over.value {
        for over in others {
            if let Some(node) = named(base, &over.name) {
                lay(node, &mut over.node, lang);
            }
        }
    } else if let (Value::List(items), Value::List(others)) = (&mut base.value, &mut over.value) {
        for (item, over) in items.iter_mut().zip(others) {
            lay(item, over, lang);
        }
    }
}

/// The field of an object, or the item of a list that has this id.
fn named<'n, 't>(node: &'n mut Node<'t>, name: &str) -> Option<&'n mut Node<'t>> {
    match &mut node.value {
        Value::List(items) => items.iter_mut().find(|item| item.text_of("id") == Some(name)),
        Value::Object(members) => members.iter_mut().find(|member| member.name == name).map(|member| &mut member.node),
        _ => None,
    }
}
