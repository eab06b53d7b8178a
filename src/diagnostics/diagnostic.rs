//! One finding: what is wrong with a dataset, where it is, and what would be right.

use std::fmt;

use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::{DataPath, Position};
use crate::diagnostics::severity::Severity;
#[cfg(grouped)]
use crate::diagnostics::{alike::Alike, fault::Cause, path::Step};

/// One finding about a dataset, and how many others are like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The path in the dataset.
    pub path: DataPath,
    /// The position in the text; `None` if it is not known.
    pub position: Option<Position>,
    /// What is wrong.
    pub fault: Fault,
    /// A suggestion, for example "did you mean".
    pub help: Option<String>,
    /// Further findings of this kind for which the same repair helps. In browsers each is a finding of its own.
    #[cfg(grouped)]
    pub alike: Alike,
}

impl Diagnostic {
    /// A finding at this path, with the severity of its fault.
    pub fn new(path: DataPath, fault: Fault, help: Option<String>) -> Self {
        Self {
            severity: fault.severity(),
            path,
            position: None,
            fault,
            help,
            #[cfg(grouped)]
            alike: Alike::default(),
        }
    }

    /// A text that findings have in common if they are alike: the kind of fault, the field, and the cause.
    #[cfg(grouped)]
    pub(crate) fn kind(&self) -> String {
        let mut kind = self.fault.code().to_owned();
        for step in self.path.steps() {
            if let Step::Field(name) = step {
                kind.push('.');
                kind.push_str(name);
            }
        }
        kind.push(' ');
        let help = self.help.as_deref().unwrap_or_default();
        match self.fault.cause() {
            Cause::Value => kind + &self.fault.to_string(),
            Cause::Repair => kind + help,
            // What stands between quotation marks belongs to the one value.
            Cause::Form => kind + &help.split('"').step_by(2).collect::<String>(),
        }
    }
}

/// One line: `events[41].status: unknown status: "baned" (did you mean "banned"?); 7 more like it`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.steps().is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        write!(out, "{}", self.fault)?;
        if let Some(Position { line, column, .. }) = self.position {
            write!(out, " at line {line}, column {column}")?;
        }
        if let Some(help) = &self.help {
            write!(out, " ({help})")?;
        }
        #[cfg(grouped)]
        if self.alike.count > 0 {
            write!(out, "; {} more like it", self.alike.count)?;
        }
        Ok(())
    }
}

/// The error for a text that is not a valid dataset. It has all findings, alike ones as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDataset {
    /// At least one error, and the warnings, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl fmt::Display for InvalidDataset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(out, "{separator}{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for InvalidDataset {}
