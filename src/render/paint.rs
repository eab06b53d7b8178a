//! Paints a scene. Only this file uses the crate plotters; the backends implement its trait.
//!
//! A scene is in CSS pixels. This file converts them to pixels of the bitmap: it multiplies each position by the pixel
//! ratio and rounds it once. Neighbouring marks therefore share an edge at every ratio.

use plotters::prelude::{DrawingBackend, FontStyle, FontTransform, RGBAColor, ShapeStyle, TextStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontDesc, FontFamily};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use crate::base::color::Color;
use crate::base::geom::{Point, Rect};
use crate::scene::mark::{Anchor, Group, Mark};

/// The settings for painting.
#[derive(Clone, Copy, Debug)]
pub struct Painter<'a> {
    /// The number of bitmap pixels for one CSS pixel.
    pub ratio: f64,
    /// The font families, in CSS notation.
    pub font: &'a str,
    /// The factor by which the backend scales font sizes: 1 for a canvas, 1 / 1.24 for the SVG backend of plotters.
    pub font_scale: f64,
}

/// An error of the backend.
pub type InkError<B> = DrawingErrorKind<<B as DrawingBackend>::ErrorType>;

impl Painter<'_> {
    /// Paints the groups in their order.
    ///
    /// # Errors
    ///
    /// Returns the errors of the backend. No scene causes an error.
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

    /// The bitmap pixels that a rectangle covers: left, top, right and bottom. Right and bottom are exclusive.
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
                // Rounding could make a hairline 0 pixels wide. It has at least 1 pixel.
                self.bar(backend, [left, top, right.max(left + 1), bottom.max(top + 1)], *color)
            }
            Mark::Outline { rect, width, color } => {
                let [left, top, right, bottom] = self.pixels(*rect);
                // The width is rounded once, so that all four sides have the same width at every ratio.
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
