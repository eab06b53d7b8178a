//! The findings so far, and the path to the place that is being checked.

#[cfg(grouped)]
use crate::base::keys::Keys;
use crate::base::language::ENGLISH;
use crate::base::limits::{Limit, Limits};
#[cfg(explain)]
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::DataPath;

/// A fault, and a suggestion.
pub(crate) type Finding = (Fault, Option<String>);

/// The number of different unknown ids for which a suggestion is made. Each suggestion compares an id with all known ids, so that
/// without this limit a large dataset would take long.
#[cfg(explain)]
pub(crate) const GUESSES: usize = 20;

/// The findings so far.
///
/// The engine only needs to know whether there are errors. The command explains findings natively. In browsers the
/// checker explains them: a page loads this second module for a dataset that the engine refused.
pub(crate) struct Findings {
    /// The language of texts without a language. Every text must exist in it.
    pub(crate) lang: String,
    /// Whether there is at least one error.
    pub(crate) errors: bool,
    /// Whether the dataset exceeds a limit. Then the rest is not checked.
    pub(crate) exceeded: bool,
    /// Whether the dataset is CSV. Then findings name columns, because the editors of a sheet know no lists.
    pub(crate) sheet: bool,
    /// The limits that apply.
    pub(crate) limits: Limits,
    /// The findings that are listed. Natively alike findings are one of them, with the number of the others.
    #[cfg(explain)]
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The kinds of the listed findings, in the same order.
    #[cfg(grouped)]
    kinds: Keys,
    /// The number of findings that are listed, and of those beyond the limit, by severity.
    #[cfg(explain)]
    counts: [[usize; 2]; 2],
    /// Suggestions by unknown id. In browsers only their number is needed, because alike findings are not counted there.
    #[cfg(grouped)]
    guesses: Vec<(String, Option<String>)>,
    #[cfg(all(explain, not(grouped)))]
    guesses: usize,
}

impl Findings {
    /// No findings, with these limits.
    pub(crate) fn within(limits: Limits) -> Self {
        Self {
            lang: ENGLISH.to_owned(),
            errors: false,
            exceeded: false,
            sheet: false,
            limits,
            #[cfg(explain)]
            diagnostics: Vec::new(),
            #[cfg(grouped)]
            kinds: Keys::default(),
            #[cfg(explain)]
            counts: [[0; 2]; 2],
            #[cfg(grouped)]
            guesses: Vec::new(),
            #[cfg(all(explain, not(grouped)))]
            guesses: 0,
        }
    }

    /// Adds an error: the dataset cannot be used.
    pub(crate) fn error(&mut self, at: &Trail<'_>, finding: impl FnOnce() -> Finding) {
        self.errors = true;
        self.note(at, finding);
    }

    /// Adds a warning: an editor should check this.
    pub(crate) fn warn(&mut self, at: &Trail<'_>, finding: impl FnOnce() -> Finding) {
        self.note(at, finding);
    }

    fn note(&mut self, at: &Trail<'_>, finding: impl FnOnce() -> Finding) {
        #[cfg(explain)]
        {
            let (fault, help) = finding();
            self.add(Diagnostic::new(at.path(), fault, help));
        }
        // The engine never calls the closure, so that the linker removes the texts of findings from it.
        #[cfg(not(explain))]
        let _ = (at, finding);
    }

    /// Lists a finding within the limit, or counts it.
    #[cfg(explain)]
    pub(crate) fn add(&mut self, found: Diagnostic) {
        #[cfg(grouped)]
        let kind = found.kind();
        #[cfg(grouped)]
        if let Some(place) = self.kinds.number(&kind) {
            self.diagnostics[place].alike.add(found.path, found.position);
            return;
        }
        let [listed, others] = &mut self.counts[found.severity as usize];
        if *listed == self.limits.of(Limit::Findings) {
            *others += 1;
            return;
        }
        *listed += 1;
        #[cfg(grouped)]
        self.kinds.add(kind);
        self.diagnostics.push(found);
    }

    /// Whether `count` exceeds the limit. If it does, this is added as an error.
    pub(crate) fn exceeds(&mut self, limit: Limit, count: usize, at: &Trail<'_>) -> bool {
        let most = self.limits.of(limit);
        if count > most {
            self.exceeded = true;
            self.error(at, || too_much(limit, most));
        }
        count > most
    }

    /// A suggestion for an unknown id; `None` also for an id beyond the first [`GUESSES`] different ones.
    #[cfg(grouped)]
    pub(crate) fn guess(&mut self, id: &str, meant: impl FnOnce() -> Option<String>) -> Option<String> {
        if let Some((_, known)) = self.guesses.iter().find(|(known, _)| known == id) {
            return known.clone();
        }
        if self.guesses.len() == GUESSES {
            return None;
        }
        let guess = meant();
        self.guesses.push((id.to_owned(), guess.clone()));
        guess
    }

    /// The same, for the first unknown ids whether they differ or not.
    #[cfg(all(explain, not(grouped)))]
    pub(crate) fn guess(&mut self, _: &str, meant: impl FnOnce() -> Option<String>) -> Option<String> {
        self.guesses += 1;
        if self.guesses <= GUESSES { meant() } else { None }
    }

    /// A finding with the number of findings that are not listed; `None` if all are listed.
    #[cfg(explain)]
    pub(crate) fn more(&self) -> Option<Diagnostic> {
        let [errors, warnings] = self.counts.map(|[_, others]| others);
        (errors + warnings > 0).then(|| Diagnostic::new(DataPath::default(), Fault::More { errors, warnings }, None))
    }
}

/// The finding that a limit is exceeded.
pub(crate) fn too_much(limit: Limit, most: usize) -> Finding {
    let less = match limit {
        Limit::Bytes => "shorten the dataset",
        Limit::NameLetters | Limit::Letters => "shorten the text",
        _ => "remove some",
    };
    // A page raises limits in another way than the command.
    #[cfg(browser)]
    let more = "set a higher BanSpreadElement.limitFactor";
    #[cfg(not(browser))]
    let more = format!("raise the limit: --limit {}=NUMBER", limit.name());
    (Fault::Limit { limit, most }, Some(format!("{less}, or {more}")))
}

/// The path from the outermost object to a node, as a linked list on the stack. It becomes a [`DataPath`] only for a
/// finding, so that valid data costs no allocation.
#[derive(Clone, Copy)]
pub(crate) enum Trail<'a> {
    Root,
    Field(&'a Trail<'a>, &'a str),
    Item(&'a Trail<'a>, usize),
}

impl<'a> Trail<'a> {
    pub(crate) fn field(&'a self, name: &'a str) -> Self {
        Self::Field(self, name)
    }

    pub(crate) fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }

    pub(crate) fn path(&self) -> DataPath {
        match self {
            Self::Root => DataPath::default(),
            Self::Field(parent, name) => parent.path().join(name),
            Self::Item(parent, index) => parent.path().at(*index),
        }
    }
}

/// A suggestion with a fixed text.
pub(crate) fn help(text: &str) -> Option<String> {
    Some(text.to_owned())
}
