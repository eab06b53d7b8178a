//! Reads texts of the model from the tree: a text, plural forms of a text, or either of them by language.

use crate::base::language::{CATEGORIES, OTHER};
use crate::format::node::{Member, Node, Value};
use crate::model::localized_text::LocalizedText;

impl LocalizedText {
    /// The texts of a node; `None` if it has none.
    pub(crate) fn read(node: &Node, lang: &str) -> Option<Self> {
        let mut words = Self::empty();
        words.add(node, lang);
        if let (true, Value::Object(members)) = (words.is_empty(), &node.value) {
            // The dataset's own language must be the first: it replaces languages that are missing.
            if let Some(own) = members.iter().find(|member| member.name.eq_ignore_ascii_case(lang)) {
                words.add(&own.node, lang);
            }
            for Member { name: tag, node, .. } in members {
                if !tag.eq_ignore_ascii_case(lang) {
                    words.add(node, tag);
                }
            }
        }
        (!words.is_empty()).then_some(words)
    }

    /// Adds a text, or the plural forms of an object.
    fn add(&mut self, node: &Node, lang: &str) {
        let mut push = |category, node: &Node| {
            if let Some(text) = node.text() {
                self.push(lang, category, text);
            }
        };
        push(OTHER, node);
        if node.field(OTHER).is_some() {
            for category in CATEGORIES {
                if let Some(node) = node.field(category) {
                    push(category, node);
                }
            }
        }
    }
}
