//! A line of text and its position.

use crate::base::geom::Point;

/// A line of text and its position.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The text.
    pub text: String,
    /// The position: vertically the middle of the line; horizontally its left end, middle or right end, as the composer
    /// decides.
    pub at: Point,
    /// The font size in CSS pixels.
    pub size: f64,
}
