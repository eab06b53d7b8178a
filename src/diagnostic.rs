//! What is wrong with a dataset: where, what, and what would be right.

use std::fmt;

use crate::date::DateError;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The dataset cannot be used.
    Error,
    /// The dataset can be used, but an editor should look.
    Warning,
}

/// The place of a finding inside a dataset, such as `events[41].entity`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataPath(String);

impl DataPath {
    /// A field of the outermost object.
    pub fn field(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// A field of the object at this place.
    #[must_use]
    pub fn join(&self, name: &str) -> Self {
        if self.0.is_empty() { Self::field(name) } else { Self(format!("{}.{name}", self.0)) }
    }

    /// An element of the list at this place, counted from 0.
    #[must_use]
    pub fn at(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }
}

impl fmt::Display for DataPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A place in the text of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The text is not JSON.
    #[error("not JSON")]
    Syntax,
    /// A value of the wrong kind.
    #[error("{found} in place of {wanted}")]
    Kind {
        /// What the format has there.
        wanted: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A field that the format does not have.
    #[error("unknown field: \"{0}\"")]
    UnknownField(String),
    /// A field that must be there is not.
    #[error("missing field: \"{0}\"")]
    MissingField(&'static str),
    /// A word that is none of those that can stand in its place.
    #[error("unknown word: \"{0}\"")]
    UnknownWord(String),
    /// A version of the format that this library does not read.
    #[error("unknown version of the format")]
    Format,
    /// A list that must have an element has none.
    #[error("empty list")]
    Empty,
    /// An id or label that must not be blank is.
    #[error("blank text")]
    Blank,
    /// Two things of one list have the same id.
    #[error("id given twice: \"{0}\"")]
    Twice(String),
    /// An id that is reserved for the absence of a status.
    #[error("reserved id: \"{0}\"")]
    Reserved(String),
    /// An event or filter names a status that the dataset does not declare.
    #[error("unknown status: \"{0}\"")]
    UnknownStatus(String),
    /// An event names an entity that neither the dataset nor its grid has.
    #[error("unknown entity: \"{0}\"")]
    UnknownEntity(String),
    /// The dataset names a grid that is not built in.
    #[error("unknown grid: \"{0}\"")]
    UnknownGrid(String),
    /// A text in a date's place is not a date.
    #[error("{1}: \"{0}\"")]
    Date(String, DateError),
    /// A text in a colour's place is not a colour.
    #[error("not a colour: \"{0}\"")]
    Color(String),
    /// A link that is neither http nor https.
    #[error("not a web address: \"{0}\"")]
    Address(String),
    /// An event sets a status and names no source.
    #[error("a status without a source")]
    Unsourced,
    /// Two events give one entity different statuses on one date.
    #[error("two statuses of \"{entity}\" on {date}: \"{first}\" and \"{second}\"")]
    Conflict {
        /// The entity's id.
        entity: String,
        /// The date as given.
        date: String,
        /// The status of the earlier event in the file.
        first: String,
        /// The status of this event.
        second: String,
    },
}

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
    /// An error at this place.
    pub fn error(path: DataPath, fault: Fault) -> Self {
        Self { severity: Severity::Error, path, position: None, fault, help: None }
    }
}

/// One line: `events[41].status: unknown status: "baned" (did you mean "banned"?)`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.0.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        write!(out, "{}", self.fault)?;
        if let Some(Position { line, column }) = self.position {
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
    /// Never empty; in the order of the file.
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
