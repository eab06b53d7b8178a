//! Marks, in groups that stay inside their bounds, and the difference of two scenes.

use crate::base::color::Color;
use crate::base::geom::{Point, Rect, Size};

/// A picture of so many CSS pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Its extent.
    pub size: Size,
    /// In the order of painting.
    pub groups: Vec<Group>,
}

/// Marks that stay inside their bounds, so that they can be painted anew without touching others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What the marks may cover.
    pub bounds: Rect,
    /// In the order of painting.
    pub marks: Vec<Mark>,
}

/// One stroke, fill or word.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle; hairlines are such.
    Rect {
        /// Where.
        rect: Rect,
        /// Of what colour.
        color: Color,
    },
    /// The outline of a rectangle, inside of it.
    Outline {
        /// Its outer edge.
        rect: Rect,
        /// Of the line, in CSS pixels.
        width: f64,
        /// Of what colour.
        color: Color,
    },
    /// A filled polygon.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Of what colour.
        color: Color,
    },
    /// A line through points.
    Path {
        /// From the first to the last.
        points: Vec<Point>,
        /// In CSS pixels.
        width: f64,
        /// Of what colour.
        color: Color,
    },
    /// A filled circle.
    Circle {
        /// Its middle.
        center: Point,
        /// In CSS pixels.
        radius: f64,
        /// Of what colour.
        color: Color,
    },
    /// A line of text.
    Text {
        /// Halfway up the line, at the end that `anchor` names.
        at: Point,
        /// The words.
        text: String,
        /// In CSS pixels.
        size: f64,
        /// Bold or regular.
        bold: bool,
        /// Of what colour.
        color: Color,
        /// Which end of the line `at` is.
        anchor: Anchor,
    },
}

/// Which end of a line of text its place is.
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
    /// The same on a ground of one colour.
    #[must_use]
    pub fn on(mut self, color: Color) -> Self {
        let rect = self.size.rect();
        self.groups.insert(0, Group { bounds: rect, marks: vec![Mark::Rect { rect, color }] });
        self
    }

    /// Which groups differ from those of an earlier scene; `None` where all must be painted anew.
    pub fn changed_since(&self, earlier: &Self) -> Option<Vec<usize>> {
        let same_places = self.size == earlier.size
            && self.groups.len() == earlier.groups.len()
            && self.groups.iter().zip(&earlier.groups).all(|(now, then)| now.bounds == then.bounds);
        same_places
            .then(|| (0..self.groups.len()).filter(|index| self.groups[*index] != earlier.groups[*index]).collect())
    }
}
