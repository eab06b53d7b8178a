//! What comes out of an import.

use crate::base::limits::Limits;
use crate::format::node::Node;
use crate::format::write::{self, Excess};
use crate::import::cells::FoundCells;
use crate::import::report::Report;

/// A sheet that was understood, or what is still to be asked.
#[derive(Clone, Debug)]
pub struct Import {
    /// What was understood, and what is asked.
    pub report: Report,
    /// The dataset; `None` while there are questions.
    pub dataset: Option<Node<'static>>,
    /// The cells that the findings of the report are about.
    pub cells: FoundCells,
}

impl Import {
    /// The dataset as CSV; `None` while there are questions.
    ///
    /// # Errors
    ///
    /// The file would be over one of the limits.
    pub fn csv(&self, limits: &Limits) -> Option<Result<String, Excess>> {
        self.dataset.as_ref().map(|tree| write::csv(tree, limits))
    }

    /// The dataset as JSON; `None` while there are questions.
    ///
    /// # Errors
    ///
    /// The file would be over the limit of bytes.
    pub fn json(&self, limits: &Limits) -> Option<Result<String, Excess>> {
        self.dataset.as_ref().map(|tree| write::json_within(tree, limits))
    }
}
