//! Where a finding is: in the tree, and in the text.

use std::fmt;

/// The place of a finding inside a dataset, such as `events[41].entity`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataPath(pub(super) String);

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
