//! Points, sizes and rectangles. Lengths are CSS pixels; y grows downward.

/// A point, in CSS pixels from the top left corner of a part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the top edge.
    pub y: f64,
}

impl Point {
    /// The point at these coordinates.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The same point moved by `by`.
    pub fn moved(self, by: Self) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }
}

/// Width and height in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Size {
    /// Extent in x.
    pub width: f64,
    /// Extent in y.
    pub height: f64,
}

impl Size {
    /// The rectangle of this size whose top left corner is (0, 0).
    pub const fn rect(self) -> Rect {
        Rect::new(0.0, 0.0, self.width, self.height)
    }
}

/// A rectangle in CSS pixels, with sides parallel to the axes.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Extent to the right.
    pub width: f64,
    /// Extent downward.
    pub height: f64,
}

impl Rect {
    /// The rectangle with this top left corner and this width and height.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The point in the middle.
    pub fn center(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same rectangle with every edge moved inward by `by`.
    pub fn inset(self, by: f64) -> Self {
        Self::new(self.x + by, self.y + by, self.width - 2.0 * by, self.height - 2.0 * by)
    }

    /// The same rectangle moved by `by`.
    pub fn moved(self, by: Point) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y, ..self }
    }

    /// The distance from a point to the nearest point of the rectangle; 0 for a point inside.
    pub fn distance(self, point: Point) -> f64 {
        let dx = (self.x - point.x).max(point.x - self.right()).max(0.0);
        let dy = (self.y - point.y).max(point.y - self.bottom()).max(0.0);
        // `sqrt` is an instruction of WebAssembly. `hypot` is not, so its code would be part of the module.
        (dx * dx + dy * dy).sqrt()
    }

    /// Whether the two rectangles overlap. Rectangles that only touch at an edge do not overlap.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies completely inside this rectangle. Edges may coincide.
    pub fn contains(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectangles_that_share_an_edge_do_not_overlap() {
        let left = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!left.overlaps(Rect::new(10.0, 0.0, 10.0, 10.0)));
        assert!(left.overlaps(Rect::new(9.0, 9.0, 10.0, 10.0)));
    }
}
