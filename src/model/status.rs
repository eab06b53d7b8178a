//! The statuses that a dataset declares.

use crate::base::color::Color;
use crate::model::localized_text::LocalizedText;

/// The id for "no data" in places where a status id is expected, such as the legend. No status can have this id.
pub const NO_DATA: &str = "no-data";

/// The hatching of a fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// No hatching.
    Solid,
    /// Lines from bottom left to top right.
    Diagonal,
    /// Lines from top left to bottom right.
    Counterdiagonal,
    /// Horizontal lines.
    Horizontal,
    /// Small squares.
    Dots,
    /// Horizontal and vertical lines.
    Grid,
}

impl Pattern {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 6] =
        [Self::Solid, Self::Diagonal, Self::Counterdiagonal, Self::Horizontal, Self::Dots, Self::Grid];
}

/// A state that an entity can be in, as the dataset declares it.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// The id, unique in the dataset.
    pub id: String,
    /// The word in the legend.
    pub label: LocalizedText,
    /// The fill on a light page.
    pub light: Color,
    /// The fill on a dark page.
    pub dark: Color,
    /// The hatching that distinguishes the status without colour.
    pub pattern: Pattern,
    /// The clause for the beginning of a sentence about counts. `{n}` stands for the number.
    pub lead: Option<LocalizedText>,
    /// The clause for later positions in that sentence.
    pub clause: Option<LocalizedText>,
}
