//! What is wrong with a dataset: where, what, and what would be right.

use std::fmt;

use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::{DataPath, Position};
use crate::diagnostics::severity::Severity;

/// One finding about a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where in the dataset.
    pub path: DataPath,
    /// Where in the text, as far as it is known.
    pub position: Option<Position>,
    /// What is wrong.
    pub fault: Fault,
    /// What would be right.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding at this place, as bad as its fault is.
    pub fn new(path: DataPath, fault: Fault, help: Option<String>) -> Self {
        Self { severity: fault.severity(), path, position: None, fault, help }
    }
}

/// One line: `events[41].status: unknown status: "baned" (did you mean "banned"?)`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.steps().is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        write!(out, "{}", self.fault)?;
        if let Some(Position { line, column, .. }) = self.position {
            write!(out, " at line {line}, column {column}")?;
        }
        match &self.help {
            Some(help) => write!(out, " ({help})"),
            None => Ok(()),
        }
    }
}

/// A text that is no valid dataset, with everything that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDataset {
    /// At least one error, and warnings where there are some; in the order of the file.
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
