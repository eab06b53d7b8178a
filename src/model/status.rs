//! Statuses, as a dataset declares them.

use crate::base::color::Color;
use crate::model::localized_text::LocalizedText;

/// The id that stands for "no data" where a status id could stand.
pub const NO_DATA: &str = "no-data";

/// How a fill is hatched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Not at all.
    Solid,
    /// Lines from bottom left to top right.
    Diagonal,
    /// Lines from top left to bottom right.
    Counterdiagonal,
    /// Level lines.
    Horizontal,
    /// Small squares.
    Dots,
    /// Level and upright lines.
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
    /// Unique in the dataset.
    pub id: String,
    /// The word of the legend.
    pub label: LocalizedText,
    /// Fill on a light page.
    pub light: Color,
    /// Fill on a dark page.
    pub dark: Color,
    /// Tells the status apart without colour.
    pub pattern: Pattern,
    /// The clause that begins a sentence about counts; `{n}` is the number.
    pub lead: Option<LocalizedText>,
    /// The clause in a later place of that sentence.
    pub clause: Option<LocalizedText>,
}
