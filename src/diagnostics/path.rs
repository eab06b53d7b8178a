//! Where a finding is: in the tree, and in the text.

use std::fmt;

use crate::base::text::brief;

/// The place of a finding inside a dataset, such as `events[41].entity`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataPath(Vec<Step>);

/// From a value to one inside of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the field of this name; of a long name to one that begins so, see [`Step::leads_to`].
    Field(String),
    /// To the element of a list at this place, counted from 0.
    Item(usize),
}

impl Step {
    /// Whether it is the step to the field of this name. Of a long name it has only the beginning: a path is copied for each
    /// finding.
    pub fn leads_to(&self, name: &str) -> bool {
        match self {
            Self::Field(own) => own == name || own.ends_with('…') && *own == brief(name),
            Self::Item(_) => false,
        }
    }
}

impl DataPath {
    /// The steps from the outermost object on.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// A field of the object at this place.
    #[must_use]
    pub fn join(mut self, name: &str) -> Self {
        self.0.push(Step::Field(brief(name)));
        self
    }

    /// An element of the list at this place, counted from 0.
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

/// A stretch of the text of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Where it begins, counted from 1.
    pub line: usize,
    /// Where it begins, counted from 1, in characters.
    pub column: usize,
    /// Its first byte, counted from 0.
    pub start: usize,
    /// The byte after its last one.
    pub end: usize,
}

impl Position {
    /// From one byte of a text to before another, whose line and column are still to be counted.
    #[cfg(explain)]
    pub(crate) fn uncounted((start, end): (usize, usize)) -> Self {
        Self { line: 0, column: 0, start, end }
    }
}
