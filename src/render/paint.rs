//! From a scene to ink: the only file that knows plotters.
//!
//! A scene is in CSS pixels. Here, and only here, they become pixels of the bitmap: multiplied by the ratio and
//! rounded once, so that neighbours share an edge at every ratio.

use plotters::prelude::{DrawingBackend, FontStyle, FontTransform, RGBAColor, ShapeStyle, TextStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontDesc, FontFamily};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use crate::base::color::Color;
use crate::base::geom::{Point, Rect};
use crate::scene::mark::{Anchor, Group, Mark};

/// What to write with.
#[derive(Clone, Copy, Debug)]
pub struct Painter<'a> {
    /// Bitmap pixels for a CSS pixel.
    pub ratio: f64,
    /// CSS font families.
    pub font: &'a str,
    /// What the backend makes of a font size of 1: a canvas 1, plotters' SVG 1 / 1.24.
    pub font_scale: f64,
}

/// A failure of the backend.
pub type InkError<B> = DrawingErrorKind<<B as DrawingBackend>::ErrorType>;

impl Painter<'_> {
    /// Paints groups in order.
    ///
    /// # Errors
    ///
    /// Those of the backend; never for what the scene holds.
    pub fn paint<'g, B: DrawingBackend>(
        &self,
        backend: &mut B,
        groups: impl IntoIterator<Item = &'g Group>,
    ) -> Result<(), InkError<B>> {
        for group in groups {
            for mark in &group.marks {
                self.mark(backend, mark)?;
            }
        }
        Ok(())
    }

    /// The pixels of the bitmap that a rectangle covers: left, top, right and bottom, the last two outside.
    pub fn pixels(&self, rect: Rect) -> [i32; 4] {
        [rect.x, rect.y, rect.right(), rect.bottom()].map(|length| self.pixel(length))
    }

    fn mark<B: DrawingBackend>(&self, backend: &mut B, mark: &Mark) -> Result<(), InkError<B>> {
        match mark {
            Mark::Rect { rect, color } => {
                if rect.width <= 0.0 || rect.height <= 0.0 {
                    return Ok(());
                }
                let [left, top, right, bottom] = self.pixels(*rect);
                // A hairline never vanishes between two pixels.
                self.bar(backend, [left, top, right.max(left + 1), bottom.max(top + 1)], *color)
            }
            Mark::Outline { rect, width, color } => {
                let [left, top, right, bottom] = self.pixels(*rect);
                // Rounded once, so that all four sides are as wide at every ratio.
                let width = self.pixel(*width).max(1);
                self.bar(backend, [left, top, right, top + width], *color)?;
                self.bar(backend, [left, bottom - width, right, bottom], *color)?;
                self.bar(backend, [left, top + width, left + width, bottom - width], *color)?;
                self.bar(backend, [right - width, top + width, right, bottom - width], *color)
            }
            Mark::Polygon { points, color } => backend.fill_polygon(self.coordinates(points), &filled(*color)),
            Mark::Path { points, width, color } => {
                let width = (width * self.ratio).round().max(1.0) as u32;
                let style = ShapeStyle { stroke_width: width, ..filled(*color) };
                backend.draw_path(self.coordinates(points), &style)
            }
            Mark::Circle { center, radius, color } => {
                let radius = self.pixel(*radius).max(1) as u32;
                backend.draw_circle(self.coordinate(*center), radius, &filled(*color), true)
            }
            Mark::Text { at, text, size, bold, color, anchor } => {
                let weight = if *bold { FontStyle::Bold } else { FontStyle::Normal };
                let size = size * self.ratio / self.font_scale;
                let style = TextStyle {
                    font: FontDesc::new(FontFamily::Name(self.font), size, weight).transform(FontTransform::None),
                    color: ink(*color).to_backend_color(),
                    pos: Pos::new(horizontal(*anchor), VPos::Center),
                };
                backend.draw_text(text, &style, self.coordinate(*at))
            }
        }
    }

    fn bar<B: DrawingBackend>(&self, backend: &mut B, pixels: [i32; 4], color: Color) -> Result<(), InkError<B>> {
        let [left, top, right, bottom] = pixels;
        backend.draw_rect((left, top), (right, bottom), &filled(color), true)
    }

    fn pixel(&self, length: f64) -> i32 {
        (length * self.ratio).round() as i32
    }

    fn coordinate(&self, point: Point) -> BackendCoord {
        (self.pixel(point.x), self.pixel(point.y))
    }

    fn coordinates(&self, points: &[Point]) -> impl Iterator<Item = BackendCoord> {
        points.iter().map(|point| self.coordinate(*point))
    }
}

fn ink(color: Color) -> RGBAColor {
    let [red, green, blue] = color.rgb;
    RGBAColor(red, green, blue, color.alpha)
}

fn filled(color: Color) -> ShapeStyle {
    ShapeStyle { color: ink(color), filled: true, stroke_width: 1 }
}

fn horizontal(anchor: Anchor) -> HPos {
    match anchor {
        Anchor::Left => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::Right => HPos::Right,
    }
}
