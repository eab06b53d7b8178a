//! Further findings that are like a finding: how many, and where the first of them are.

use crate::diagnostics::path::{DataPath, Position};

/// The number of places that are kept of the findings that are like another one.
const PLACES: usize = 5;

/// The findings that are like another finding: they are of its kind, and the same repair helps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// How many there are, without the finding itself.
    pub count: usize,
    /// Where the first of them are, in the order in which they were found.
    pub places: Vec<Place>,
}

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path in the dataset.
    pub path: DataPath,
    /// The position in the text; `None` if it is not known.
    pub position: Option<Position>,
}

impl Alike {
    /// Counts one more finding, and keeps its place if it is among the first.
    pub(crate) fn add(&mut self, path: DataPath, position: Option<Position>) {
        self.count += 1;
        if self.places.len() < PLACES {
            self.places.push(Place { path, position });
        }
    }
}
