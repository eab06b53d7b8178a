//! A line of text and its place.

use crate::base::geom::Point;

/// A line of text and the left end or middle of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What.
    pub text: String,
    /// Halfway up the line; left, middle or right of it as the composer decides.
    pub at: Point,
    /// In CSS pixels.
    pub size: f64,
}
