//! An object whose fields are read one after the other. What is wrong becomes a finding, and counts as missing.

use crate::base::text::brief;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail};
use crate::diagnostics::suggest::{did_you_mean, one_of};
use crate::format::node::{Member, Node, Value};
use crate::import::workbook::MOST;

/// Reads an element.
type Each<'e> = &'e mut dyn FnMut(&Node, &Trail<'_>, &mut Findings);

pub(super) struct Record<'r> {
    node: &'r Node<'r>,
    at: &'r Trail<'r>,
    findings: &'r mut Findings,
}

impl<'r> Record<'r> {
    /// An object that has these fields and no others.
    pub(super) fn of(node: &'r Node<'r>, at: &'r Trail<'r>, fields: &[&str], findings: &'r mut Findings) -> Self {
        let members = members(node, at, findings);
        // A bit for each field that has occurred. No record of choices has more than 32 fields.
        let mut seen = 0_u32;
        for Member { name, .. } in members {
            let here = at.field(name);
            let Some(place) = fields.iter().position(|field| *field == &**name) else {
                let mut names = fields.iter().copied();
                findings.error(&here, || (Fault::UnknownField(brief(name)), did_you_mean(name, &mut names)));
                continue;
            };
            if seen & 1 << place != 0 {
                findings.error(&here, || (Fault::FieldTwice(name.to_string()), None));
            }
            seen |= 1 << place;
        }
        Self { node, at, findings }
    }

    /// The value of a field that is not null.
    pub(super) fn field(&self, name: &str) -> Option<&'r Node<'r>> {
        self.node.field(name).filter(|node| !node.is_null())
    }

    /// Reads the value of a field.
    pub(super) fn inner<T>(
        &mut self,
        name: &str,
        read: fn(&Node, &Trail<'_>, &mut Findings) -> Option<T>,
    ) -> Option<T> {
        read(self.field(name)?, &self.at.field(name), self.findings)
    }

    /// Whether there is a field, which must be there.
    pub(super) fn has(&mut self, name: &'static str) -> bool {
        let is_object = matches!(self.node.value, Value::Object(_));
        if is_object && self.field(name).is_none() {
            self.findings.error(self.at, || (Fault::MissingField(name), None));
        }
        self.field(name).is_some()
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let node = self.field(name)?;
        text(node, &self.at.field(name), self.findings).map(str::to_owned)
    }

    pub(super) fn number(&mut self, name: &str) -> Option<f64> {
        let node = self.field(name)?;
        if node.number().is_none() {
            kind("a number", node, &self.at.field(name), self.findings);
        }
        node.number()
    }

    /// A number of rows, or the number of a row. A sheet with more cells is not read.
    pub(super) fn count(&mut self, name: &str) -> Option<usize> {
        let number = self.number(name)?;
        if !(0.0..=MOST as f64).contains(&number) || number.fract() != 0.0 {
            kind("a whole number from 0 to 250000000", self.field(name)?, &self.at.field(name), self.findings);
            return None;
        }
        Some(number as usize)
    }

    /// The place of a word among the words that a field can have.
    pub(super) fn word(&mut self, name: &str, words: &[&str]) -> Option<usize> {
        let node = self.field(name)?;
        word(node, words, &self.at.field(name), self.findings)
    }

    pub(super) fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        self.field(name)?;
        let mut texts = Vec::new();
        self.each(name, &mut |node, at, findings| texts.extend(text(node, at, findings).map(str::to_owned)));
        Some(texts)
    }

    /// Reads the elements of a list.
    pub(super) fn each(&mut self, name: &str, read: Each<'_>) {
        let (Some(node), at) = (self.field(name), self.at.field(name)) else { return };
        let Some(items) = node.list() else { return kind("a list", node, &at, self.findings) };
        for (index, item) in items.iter().enumerate() {
            read(item, &at.item(index), self.findings);
        }
    }

    /// Reads the values of an object that can have any names. [`once`] reports a name that is there again.
    pub(super) fn named(&mut self, name: &str, read: &mut dyn FnMut(&str, &Node, &Trail<'_>, &mut Findings)) {
        let (Some(node), at) = (self.field(name), self.at.field(name)) else { return };
        for Member { name, node, .. } in members(node, &at, self.findings) {
            read(name, node, &at.field(name), self.findings);
        }
    }
}

/// Adds the finding that a name is there again, if there was a value with this name before.
pub(super) fn once<T>(before: Option<T>, name: &str, at: &Trail<'_>, findings: &mut Findings) {
    if before.is_some() {
        findings.error(at, || (Fault::FieldTwice(name.to_owned()), None));
    }
}

/// The members of an object.
fn members<'n>(node: &'n Node<'n>, at: &Trail<'_>, findings: &mut Findings) -> &'n [Member<'n>] {
    if let Value::Object(members) = &node.value {
        return members;
    }
    kind("an object", node, at, findings);
    &[]
}

fn text<'n>(node: &'n Node<'n>, at: &Trail<'_>, findings: &mut Findings) -> Option<&'n str> {
    if node.text().is_none() {
        kind("a text", node, at, findings);
    }
    node.text()
}

/// The place of a word among others.
pub(super) fn word(node: &Node, words: &[&str], at: &Trail<'_>, findings: &mut Findings) -> Option<usize> {
    let text = text(node, at, findings)?;
    let place = words.iter().position(|word| *word == text);
    if place.is_none() {
        let mut meant = words.iter().copied();
        let others = || one_of(&mut words.iter().copied());
        findings.error(at, || (Fault::UnknownWord(brief(text)), did_you_mean(text, &mut meant).or_else(others)));
    }
    place
}

/// Adds the finding that a value has the wrong type.
pub(super) fn kind(wanted: &'static str, node: &Node, at: &Trail<'_>, findings: &mut Findings) {
    findings.error(at, || (Fault::Kind { wanted, found: node.kind() }, None));
}
