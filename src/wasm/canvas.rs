//! The backend of plotters for a canvas of the page.
//!
//! The backend of plotters-canvas writes each colour with the standard library's formatting of floating-point numbers,
//! which is 3,800 bytes of the engine, and sets it for each mark. This one sets a colour or font only if it changes.
//! `tests/pixels.rs` compares the two.

use std::convert::Infallible;
use std::f64::consts::TAU;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// A canvas, with the font and the colour that its context has. Setting a font is slow: the browser first computes the
/// styles of the page. Errors of its context are ignored: there are none for finite numbers.
pub(super) struct Canvas {
    context: CanvasRenderingContext2d,
    /// The size in pixels of the bitmap.
    size: (u32, u32),
    fill: String,
    font: String,
}

impl Canvas {
    /// The backend for a canvas. `None` if the canvas cannot draw.
    pub(super) fn of(canvas: &HtmlCanvasElement) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_text_baseline("middle");
        Some(Self { context, size: (canvas.width(), canvas.height()), fill: String::new(), font: String::new() })
    }

    /// Makes pixels transparent: left, top, right and bottom.
    pub(super) fn clear(&self, pixels: [i32; 4]) {
        let [left, top, right, bottom] = pixels.map(f64::from);
        self.context.clear_rect(left, top, right - left, bottom - top);
    }

    fn fill_with(&mut self, color: BackendColor) {
        let fill = css_color(color);
        if fill != self.fill {
            self.context.set_fill_style_str(&fill);
            self.fill = fill;
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (x, y) in path {
            // The first point of a path has no line to it.
            self.context.line_to(x.into(), y.into());
        }
    }
}

/// A colour as `#rrggbbaa`.
fn css_color(BackendColor { rgb: (red, green, blue), alpha }: BackendColor) -> String {
    let mut text = String::from("#");
    for part in [red, green, blue, (alpha * 255.0).round() as u8] {
        text.extend([part >> 4, part & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or_default()));
    }
    text
}

/// A font in CSS notation, with its size in hundredths of a CSS pixel.
pub(super) fn css_font(weight: &str, size: f64, families: &str) -> String {
    let hundredths = (size * 100.0).round() as u32;
    let (whole, tens, ones) = (hundredths / 100, hundredths / 10 % 10, hundredths % 10);
    format!("{weight} {whole}.{tens}{ones}px {families}")
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    /// Fills a rectangle. The painter draws outlines as four of them.
    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _: bool) -> Drawn {
        self.fill_with(style.color());
        self.context.fill_rect(from.0.into(), from.1.into(), (to.0 - from.0).into(), (to.1 - from.1).into());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.trace(path);
        self.context.set_stroke_style_str(&css_color(style.color()));
        self.context.set_line_width(style.stroke_width().into());
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.trace(path);
        self.fill_with(style.color());
        self.context.fill();
        Ok(())
    }

    /// Fills a circle. The painter draws no other circles.
    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        self.context.begin_path();
        self.context.arc(x.into(), y.into(), radius.into(), 0.0, TAU).ok();
        self.fill_with(style.color());
        self.context.fill();
        Ok(())
    }

    /// Writes a text that is centred vertically and runs horizontally, as all texts of the painter are.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let font = css_font(style.style().as_str(), style.size(), style.family().as_str());
        if font != self.font {
            self.context.set_font(&font);
            self.font = font;
        }
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        });
        self.fill_with(style.color());
        self.context.fill_text(text, x.into(), y.into()).ok();
        Ok(())
    }
}
