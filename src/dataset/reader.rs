//! Reads fields of objects and notes what is wrong with their shape.

use super::suggest::did_you_mean;
use crate::diagnostic::{DataPath, Diagnostic, Fault};
use crate::node::Node;

/// The findings so far.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Findings {
    /// Notes an error, with a word on what would be right.
    pub(super) fn add(&mut self, path: DataPath, fault: Fault, help: Option<String>) {
        self.diagnostics.push(Diagnostic { help, ..Diagnostic::error(path, fault) });
    }

    /// The fields of an object; none, and an error, where the node is not one. A field of another name is an error.
    pub(super) fn fields<'a>(&mut self, node: &'a Node, path: DataPath, names: &[&str]) -> Fields<'a> {
        let Node::Object(fields) = node else {
            self.add(path.clone(), Fault::Kind { wanted: "an object", found: node.kind() }, None);
            return Fields { path, fields: None };
        };
        for (name, _) in fields {
            if !names.contains(&name.as_str()) {
                let help = did_you_mean(name, names.iter().copied());
                self.add(path.join(name), Fault::UnknownField(name.clone()), help);
            }
        }
        Fields { path, fields: Some(fields) }
    }

    fn kind(&mut self, path: DataPath, wanted: &'static str, node: &Node) {
        self.add(path, Fault::Kind { wanted, found: node.kind() }, None);
    }
}

/// The fields of an object and where it stands.
pub(super) struct Fields<'a> {
    pub(super) path: DataPath,
    /// `None` where the object is none, which has been noted.
    fields: Option<&'a [(String, Node)]>,
}

impl<'a> Fields<'a> {
    /// A field that may be missing or `null`.
    pub(super) fn optional(&self, name: &str) -> Option<&'a Node> {
        let (_, node) = self.fields?.iter().find(|(known, _)| known == name)?;
        (*node != Node::Null).then_some(node)
    }

    /// A field that must be there.
    pub(super) fn required(&self, name: &'static str, findings: &mut Findings) -> Option<&'a Node> {
        let node = self.optional(name);
        if node.is_none() && self.fields.is_some() {
            findings.add(self.path.join(name), Fault::MissingField(name), None);
        }
        node
    }

    /// A text that may be missing.
    pub(super) fn text(&self, name: &str, findings: &mut Findings) -> Option<&'a str> {
        match self.optional(name)? {
            Node::Text(text) => Some(text),
            other => {
                findings.kind(self.path.join(name), "a text", other);
                None
            }
        }
    }

    /// A text that must be there and not be blank; blank where it is not, which has been noted.
    pub(super) fn filled(&self, name: &'static str, findings: &mut Findings) -> &'a str {
        if self.required(name, findings).is_none() {
            return "";
        }
        let Some(text) = self.text(name, findings) else { return "" };
        if text.trim().is_empty() {
            findings.add(self.path.join(name), Fault::Blank, None);
        }
        text
    }

    /// The elements of a list, each with its place; none where it is missing.
    pub(super) fn list(
        &self,
        name: &str,
        findings: &mut Findings,
    ) -> impl Iterator<Item = (DataPath, &'a Node)> + use<'a> {
        let list = self.path.join(name);
        let nodes: &[Node] = match self.optional(name) {
            None => &[],
            Some(Node::List(nodes)) => nodes,
            Some(other) => {
                findings.kind(list.clone(), "a list", other);
                &[]
            }
        };
        nodes.iter().enumerate().map(move |(index, node)| (list.at(index), node))
    }

    /// One of a few words, by its place among them; the first where the field is missing or wrong.
    pub(super) fn word(&self, name: &str, words: &[&str], findings: &mut Findings) -> usize {
        let Some(text) = self.text(name, findings) else { return 0 };
        words.iter().position(|word| *word == text).unwrap_or_else(|| {
            let help = did_you_mean(text, words.iter().copied());
            let all = || words.iter().fold("one of:".to_owned(), |all, word| all + " " + word);
            findings.add(self.path.join(name), Fault::UnknownWord(text.to_owned()), help.or_else(|| Some(all())));
            0
        })
    }
}
