//! Marks, groups of marks, and the difference between two scenes.

use crate::base::color::Color;
use crate::base::geom::{Point, Rect, Size};

/// A picture as marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The size in CSS pixels.
    pub size: Size,
    /// The groups, in the order of painting.
    pub groups: Vec<Group>,
}

/// Marks that stay inside of common bounds. A group can therefore be cleared and painted again without the other
/// groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The rectangle that the marks do not leave.
    pub bounds: Rect,
    /// The marks, in the order of painting.
    pub marks: Vec<Mark>,
}

/// One shape or text.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle. Hairlines are rectangles, too.
    Rect {
        /// The rectangle.
        rect: Rect,
        /// The colour.
        color: Color,
    },
    /// The outline of a rectangle. The line is inside of the rectangle.
    Outline {
        /// The outer edge of the line.
        rect: Rect,
        /// The width of the line, in CSS pixels.
        width: f64,
        /// The colour.
        color: Color,
    },
    /// A filled polygon.
    Polygon {
        /// The corners.
        points: Vec<Point>,
        /// The colour.
        color: Color,
    },
    /// A line through points.
    Path {
        /// The points, from the first to the last.
        points: Vec<Point>,
        /// The width of the line, in CSS pixels.
        width: f64,
        /// The colour.
        color: Color,
    },
    /// A filled circle.
    Circle {
        /// The centre.
        center: Point,
        /// The radius in CSS pixels.
        radius: f64,
        /// The colour.
        color: Color,
    },
    /// A line of text.
    Text {
        /// The position: vertically the middle of the line, horizontally the end that `anchor` names.
        at: Point,
        /// The text.
        text: String,
        /// The font size in CSS pixels.
        size: f64,
        /// Whether the text is bold.
        bold: bool,
        /// The colour.
        color: Color,
        /// The end of the line at which `at` is.
        anchor: Anchor,
    },
}

/// The end of a line of text at which its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Left,
    /// The middle.
    Middle,
    /// The right end.
    Right,
}

impl Scene {
    /// The same scene on a background of one colour.
    #[must_use]
    pub fn on(mut self, color: Color) -> Self {
        let rect = self.size.rect();
        self.groups.insert(0, Group { bounds: rect, marks: vec![Mark::Rect { rect, color }] });
        self
    }

    /// The indices of the groups that differ from those of an earlier scene. `None` if the size, the number of groups
    /// or any bounds differ: then everything must be painted again.
    pub fn changed_since(&self, earlier: &Self) -> Option<Vec<usize>> {
        if self.size != earlier.size || self.groups.len() != earlier.groups.len() {
            return None;
        }
        let mut changed = Vec::new();
        for (index, (now, then)) in self.groups.iter().zip(&earlier.groups).enumerate() {
            if now.bounds != then.bounds {
                return None;
            }
            if now.marks != then.marks {
                changed.push(index);
            }
        }
        Some(changed)
    }
}
