//! What has been found so far, and the way to where one is looking.

use crate::base::language::ENGLISH;
use crate::base::limits::{Limit, Limits};
#[cfg(explain)]
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::DataPath;
use crate::diagnostics::severity::Severity;

/// A fault, and what would be right.
pub(crate) type Finding = (Fault, Option<String>);

/// For so many unknown ids it is guessed what was meant: who has read these knows what is wrong.
#[cfg(explain)]
const GUESSES: usize = 20;

/// The findings so far.
///
/// The engine that readers load only learns whether there are errors. What they are is made out where somebody asks: by
/// the command, and in browsers by the checker, a module of its own that is loaded for a dataset that was refused.
pub(crate) struct Findings {
    /// The language of plain texts, which every text has to be in.
    pub(crate) lang: String,
    /// Whether there is an error.
    pub(crate) errors: bool,
    /// Whether there is more of something than may be. Then the rest is not looked at.
    pub(crate) exceeded: bool,
    /// Whether the dataset is a spreadsheet, whose editors know columns, and no lists.
    pub(crate) sheet: bool,
    /// How much there may be.
    pub(crate) limits: Limits,
    /// What was found, as far as it is to be told.
    #[cfg(explain)]
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// How many findings there are, by severity.
    #[cfg(explain)]
    counts: [usize; 2],
    #[cfg(explain)]
    guesses: usize,
}

impl Findings {
    /// None yet.
    pub(crate) fn within(limits: Limits) -> Self {
        Self {
            lang: ENGLISH.to_owned(),
            errors: false,
            exceeded: false,
            sheet: false,
            limits,
            #[cfg(explain)]
            diagnostics: Vec::new(),
            #[cfg(explain)]
            counts: [0; 2],
            #[cfg(explain)]
            guesses: 0,
        }
    }

    /// Notes something with which the dataset cannot be used.
    pub(crate) fn error(&mut self, at: &Trail<'_>, finding: impl FnOnce() -> Finding) {
        self.errors = true;
        self.note(Severity::Error, at, finding);
    }

    /// Notes something that an editor should look at.
    pub(crate) fn warn(&mut self, at: &Trail<'_>, finding: impl FnOnce() -> Finding) {
        self.note(Severity::Warning, at, finding);
    }

    fn note(&mut self, severity: Severity, at: &Trail<'_>, finding: impl FnOnce() -> Finding) {
        #[cfg(explain)]
        if self.tells(severity) {
            let (fault, help) = finding();
            self.diagnostics.push(Diagnostic::new(at.path(), fault, help));
        }
        #[cfg(not(explain))]
        let _ = (severity, at, finding);
    }

    /// Counts a finding, and says whether to tell it.
    #[cfg(explain)]
    pub(crate) fn tells(&mut self, severity: Severity) -> bool {
        let count = &mut self.counts[severity as usize];
        *count += 1;
        *count <= self.limits.of(Limit::Findings)
    }

    /// Whether there is more of something than may be, which is noted.
    pub(crate) fn exceeds(&mut self, limit: Limit, count: usize, at: &Trail<'_>) -> bool {
        let most = self.limits.of(limit);
        if count > most {
            self.exceeded = true;
            self.error(at, || too_much(limit, most));
        }
        count > most
    }

    /// Whether to guess what was meant by one more unknown id.
    pub(crate) fn guesses(&mut self) -> bool {
        #[cfg(explain)]
        {
            self.guesses += 1;
            self.guesses <= GUESSES
        }
        #[cfg(not(explain))]
        false
    }

    /// How many findings are not told, where there are any.
    #[cfg(explain)]
    pub(crate) fn more(&self) -> Option<Diagnostic> {
        let [errors, warnings] = self.counts.map(|count| count.saturating_sub(self.limits.of(Limit::Findings)));
        (errors + warnings > 0).then(|| Diagnostic::new(DataPath::default(), Fault::More { errors, warnings }, None))
    }
}

/// That there is more of something than may be.
pub(crate) fn too_much(limit: Limit, most: usize) -> Finding {
    let less = match limit {
        Limit::Bytes => "shorten the dataset",
        Limit::NameLetters | Limit::Letters => "shorten the text",
        _ => "remove some",
    };
    #[cfg(target_arch = "wasm32")]
    let more = "set a higher BanSpreadElement.limitFactor";
    #[cfg(not(target_arch = "wasm32"))]
    let more = format!("raise the limit: --limit {}=NUMBER", limit.name());
    (Fault::Limit { limit, most }, Some(format!("{less}, or {more}")))
}

/// The way from the outermost object to a node. Written out only where something is found there.
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

/// What would be right, in words of our own.
pub(crate) fn help(text: &str) -> Option<String> {
    Some(text.to_owned())
}
