//! What has been found so far, and the way to where one is looking.

use crate::diagnostic::{DataPath, Diagnostic, Fault};

/// A fault, and what would be right.
pub(super) type Finding = (Fault, Option<String>);

/// The findings so far.
///
/// The engine that readers load only learns whether there are errors. What they are is made out where somebody asks: by
/// the command, and in browsers by the checker, a module of its own that is loaded for a dataset that was refused.
pub(super) struct Findings {
    /// The language of plain texts, which every text has to be in.
    pub(super) lang: String,
    /// Whether there is an error.
    pub(super) errors: bool,
    /// What was found; none where this build does not explain.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Findings {
    /// None yet, about a dataset in a language.
    pub(super) fn of(lang: &str) -> Self {
        Self { lang: lang.to_owned(), errors: false, diagnostics: Vec::new() }
    }

    /// Notes something with which the dataset cannot be used.
    pub(super) fn error(&mut self, at: &Trail<'_>, finding: impl FnOnce() -> Finding) {
        self.errors = true;
        self.warn(at, finding);
    }

    /// Notes something that an editor should look at.
    pub(super) fn warn(&mut self, at: &Trail<'_>, finding: impl FnOnce() -> Finding) {
        #[cfg(explain)]
        {
            let (fault, help) = finding();
            self.diagnostics.push(Diagnostic::new(at.path(), fault, help));
        }
        #[cfg(not(explain))]
        let _ = (at, finding);
    }
}

/// The way from the outermost object to a node. Written out only where something is found there.
#[derive(Clone, Copy)]
pub(super) enum Trail<'a> {
    Root,
    Field(&'a Trail<'a>, &'a str),
    Item(&'a Trail<'a>, usize),
}

impl<'a> Trail<'a> {
    pub(super) fn field(&'a self, name: &'a str) -> Self {
        Self::Field(self, name)
    }

    pub(super) fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }

    pub(super) fn path(&self) -> DataPath {
        match self {
            Self::Root => DataPath::default(),
            Self::Field(parent, name) => parent.path().join(name),
            Self::Item(parent, index) => parent.path().at(*index),
        }
    }
}

/// What would be right, in words of our own.
pub(super) fn help(text: &str) -> Option<String> {
    Some(text.to_owned())
}
