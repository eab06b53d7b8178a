//! One finding: what is wrong with a dataset, where it is, and what would be right.

use std::fmt;

use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::{DataPath, Position};
use crate::diagnostics::severity::Severity;

/// One finding about a dataset.
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
}

impl Diagnostic {
    /// A finding at this path, with the severity of its fault.
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

/// The error for a text that is not a valid dataset. It has all findings.
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
