//! Where a finding is: its path in the tree, and its position in the text.

use std::fmt;

use crate::base::text::brief;

/// The path of a finding in a dataset, such as `events[41].entity`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataPath(Vec<Step>);

/// A step from a value to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The field with this name. A long name is shortened, see [`Step::leads_to`].
    Field(String),
    /// The element of a list with this index, counted from 0.
    Item(usize),
}

impl Step {
    /// Whether the step leads to the field with this name. A step keeps only the beginning of a long name, because the
    /// path is copied for each finding.
    pub fn leads_to(&self, name: &str) -> bool {
        match self {
            Self::Field(own) => own == name || own.ends_with('…') && *own == brief(name),
            Self::Item(_) => false,
        }
    }
}

impl DataPath {
    /// The steps, from the outermost object inward.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The path of the field with this name, inside the value at this path.
    #[must_use]
    pub fn join(mut self, name: &str) -> Self {
        self.0.push(Step::Field(brief(name)));
        self
    }

    /// The path of the element with this index, counted from 0, inside the list at this path.
    #[must_use]
    pub fn at(mut self, index: usize) -> Self {
        self.0.push(Step::Item(index));
        self
    }
}

impl fmt::Display for DataPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if place == 0 => out.write_str(name)?,
                Step::Field(name) => write!(out, ".{name}")?,
                Step::Item(index) => write!(out, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A range of the text of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line in which it begins, counted from 1.
    pub line: usize,
    /// The column in which it begins, counted from 1, in characters.
    pub column: usize,
    /// The first byte, counted from 0.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Position {
    /// The position of a range of bytes. Its line and column are not counted yet.
    #[cfg(explain)]
    pub(crate) fn uncounted((start, end): (usize, usize)) -> Self {
        Self { line: 0, column: 0, start, end }
    }
}
