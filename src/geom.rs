//! Points, sizes, rectangles and colours. Lengths are CSS pixels; y grows downward.

use std::str::FromStr;

/// A place in CSS pixels from a part's top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downward.
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
    /// The rectangle of this size at the top left corner.
    pub const fn rect(self) -> Rect {
        Rect::new(0.0, 0.0, self.width, self.height)
    }
}

/// An upright rectangle in CSS pixels.
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
    /// The rectangle with this corner and these extents.
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

    /// The middle.
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

    /// The distance from a point to the nearest place of the rectangle; 0 inside.
    pub fn distance(self, point: Point) -> f64 {
        let dx = (self.x - point.x).max(point.x - self.right()).max(0.0);
        let dy = (self.y - point.y).max(point.y - self.bottom()).max(0.0);
        (dx * dx + dy * dy).sqrt()
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies wholly inside, edges included.
    pub fn contains(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }
}

/// An sRGB colour with opacity. In JavaScript it is text in CSS notation, `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct Color {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
    /// Opacity, 0 to 1.
    pub alpha: f64,
}

impl Color {
    /// The page on which dark ink is written, unless the reader's own colours are forced.
    pub const LIGHT_PAGE: Self = Self::hex(0xff_ff_ff);
    /// The page on which light ink is written.
    pub const DARK_PAGE: Self = Self::hex(0x16_18_1d);

    /// The opaque colour `0xrrggbb`.
    pub const fn hex(value: u32) -> Self {
        Self { rgb: [(value >> 16) as u8, (value >> 8) as u8, value as u8], alpha: 1.0 }
    }

    /// The same colour at this opacity.
    pub const fn fade(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    /// Red, green and blue as amounts of light, 0 to 1.
    pub(crate) fn linear(self) -> [f64; 3] {
        self.rgb.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { to_the_2_4((value + 0.055) / 1.055) }
        })
    }

    /// Relative luminance as WCAG 2.2 defines it: 0 is black, 1 is white.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio of two opaque colours as WCAG 2.2 defines it, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// A number between 0 and 1 to the power of 2.4, by Newton's method: `y = x^(12/5)` is the root of `y^5 = x^12`.
///
/// The standard library's `powf` would be 2 KB of the WASM build.
fn to_the_2_4(x: f64) -> f64 {
    let target = x.powi(12);
    let mut y = 1.0_f64;
    for _ in 0..64 {
        y -= (y - target / y.powi(4)) / 5.0;
    }
    y
}

/// CSS notation `#rrggbb`.
impl std::fmt::Display for Color {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.rgb;
        write!(out, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// Why a text is not a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a colour of the form #rrggbb")]
pub struct ColorError;

impl FromStr for Color {
    type Err = ColorError;

    fn from_str(text: &str) -> Result<Self, ColorError> {
        let digits = text.strip_prefix('#').ok_or(ColorError)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ColorError);
        }
        u32::from_str_radix(digits, 16).map(Self::hex).map_err(|_| ColorError)
    }
}

#[cfg(test)]
impl serde::Serialize for Color {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_of_black_and_white_is_21() {
        assert!((Color::hex(0).contrast(Color::hex(0xff_ff_ff)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn the_power_is_that_of_the_standard_library() {
        for n in 95..=1000 {
            let x = f64::from(n) / 1000.0;
            assert!((to_the_2_4(x) - x.powf(2.4)).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn a_colour_is_written_as_it_is_read() {
        let color: Color = "#b3202c".parse().unwrap();
        assert_eq!(color.to_string(), "#b3202c");
        for text in ["b3202c", "#b3202", "#b3202g", "red", "#+3202c"] {
            assert_eq!(text.parse::<Color>(), Err(ColorError), "{text}");
        }
    }

    #[test]
    fn rectangles_that_share_an_edge_do_not_overlap() {
        let left = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!left.overlaps(Rect::new(10.0, 0.0, 10.0, 10.0)));
        assert!(left.overlaps(Rect::new(9.0, 9.0, 10.0, 10.0)));
    }
}
