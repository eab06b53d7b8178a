//! The backend of plotters for SVG documents.
//!
//! That of plotters-svg writes an element with all of its attributes for each mark. This one writes marks that look
//! alike as one path, or as texts of one group, if that changes no pixel. `tests/references/compact.rs` compares the two.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::base::geom::Rect;
use crate::render::markup::written;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// How many shapes of a group a transparent shape is compared with before it begins a new layer.
const COMPARED: usize = 4096;

/// The marks of a document as layers, each with marks that look alike.
#[derive(Default)]
pub(super) struct SvgBackend {
    layers: Vec<Layer>,
    /// The bounds of the groups that share the layers from `first` on: no two of them overlap.
    shared: Vec<Rect>,
    first: usize,
    /// The layer of the last mark. The next marks of its group are in this layer or above it.
    at: usize,
    /// The number of the group.
    group: usize,
}

/// Marks with the same attributes.
struct Layer {
    kind: Kind,
    attributes: String,
    /// The data of the path, or the elements.
    content: String,
    elements: usize,
    /// Where the path is: its next part begins relative to this point.
    pen: BackendCoord,
    /// The last group with marks in this layer, and the areas of its marks.
    group: usize,
    areas: Vec<Area>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Path,
    Circle,
    Text,
}

/// Left, top, right and bottom.
type Area = [i32; 4];

/// Whether a mark can share a layer with other marks of its group.
#[derive(Clone, Copy)]
enum Sharing {
    Always,
    /// If it does not overlap the others.
    Apart(Area),
    Never,
}

impl SvgBackend {
    /// Begins a group, which paints inside of its bounds. Groups side by side share layers.
    pub(super) fn begin(&mut self, bounds: Rect) {
        if self.shared.iter().any(|other| overlap(other, &bounds)) {
            self.shared.clear();
            self.first = self.layers.len();
        }
        self.shared.push(bounds);
        self.group += 1;
        self.at = self.first;
    }

    /// All marks as elements, a line for each layer.
    pub(super) fn finish(self) -> String {
        let mut text = String::new();
        for Layer { kind, attributes, content, elements, .. } in self.layers {
            let name = kind.name();
            let _ = match kind {
                Kind::Path => writeln!(text, "<path{attributes} d=\"{content}\"/>"),
                _ if elements == 1 => {
                    writeln!(text, "<{name}{attributes}{}", &content[name.len() + 1..])
                }
                _ => writeln!(text, "<g{attributes}>{content}</g>"),
            };
        }
        text
    }

    /// Adds a mark to the lowest layer that has its attributes and lies above what its group has painted.
    fn add(&mut self, kind: Kind, attributes: String, sharing: Sharing, write: impl FnOnce(&mut Layer)) {
        let known = (self.at..self.layers.len()).find(|place| {
            let layer = &self.layers[*place];
            layer.kind == kind && layer.attributes == attributes && layer.admits(self.group, sharing)
        });
        self.at = known.unwrap_or(self.layers.len());
        if known.is_none() {
            self.layers.push(Layer::new(kind, attributes));
        }
        let layer = &mut self.layers[self.at];
        if layer.group != self.group {
            (layer.group, layer.areas) = (self.group, Vec::new());
        }
        if let Sharing::Apart(area) = sharing {
            layer.areas.push(area);
        }
        layer.elements += 1;
        write(layer);
    }
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Circle => "circle",
            Self::Text => "text",
        }
    }
}

impl Layer {
    fn new(kind: Kind, attributes: String) -> Self {
        Self { kind, attributes, content: String::new(), elements: 0, pen: (0, 0), group: 0, areas: Vec::new() }
    }

    fn admits(&self, group: usize, sharing: Sharing) -> bool {
        match sharing {
            _ if self.group != group => true,
            Sharing::Always => true,
            Sharing::Never => false,
            Sharing::Apart(area) => {
                self.areas.len() < COMPARED && !self.areas.iter().any(|other| areas_overlap(other, &area))
            }
        }
    }

    /// Moves to a point.
    fn start(&mut self, to: BackendCoord) {
        let (x, y) = (to.0 - self.pen.0, to.1 - self.pen.1);
        // The first `m` of a path is absolute.
        let _ = write!(self.content, "m{x}{}{y}", separator(y));
        self.pen = to;
    }

    /// Draws a line to a point.
    fn line(&mut self, to: BackendCoord) {
        let _ = match (to.0 - self.pen.0, to.1 - self.pen.1) {
            (0, 0) => Ok(()),
            (x, 0) => write!(self.content, "h{x}"),
            (0, y) => write!(self.content, "v{y}"),
            (x, y) => write!(self.content, "l{x}{}{y}", separator(y)),
        };
        self.pen = to;
    }

    /// Closes the part of the path that began at a point.
    fn close(&mut self, start: BackendCoord) {
        self.content.push('z');
        self.pen = start;
    }
}

/// What separates a number from the one before it.
fn separator(number: i32) -> &'static str {
    if number < 0 { "" } else { " " }
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

fn areas_overlap([left, top, right, bottom]: &Area, other: &Area) -> bool {
    *left < other[2] && other[0] < *right && *top < other[3] && other[1] < *bottom
}

/// A colour as attributes: `property` is `fill` or `stroke`.
fn painted(property: &str, color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let short = [red, green, blue].iter().all(|part| part >> 4 == part & 15);
    let mut text = format!(" {property}=\"#");
    for part in [red, green, blue] {
        let _ = if short { write!(text, "{:x}", part & 15) } else { write!(text, "{part:02x}") };
    }
    text.push('"');
    if color.alpha < 1.0 {
        let _ = write!(text, " {property}-opacity=\"{}\"", decimal(color.alpha));
    }
    text
}

/// A number with at most three decimals, as short as possible.
pub(super) fn decimal(number: f64) -> String {
    let text = ((number * 1000.0).round() / 1000.0).to_string();
    match text.strip_prefix("0.") {
        Some(rest) => format!(".{rest}"),
        None => text,
    }
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    /// The size does not limit what is drawn.
    fn get_size(&self) -> (u32, u32) {
        (u32::MAX, u32::MAX)
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
        let color = style.color();
        if color.alpha > 0.0 {
            // In one path, two transparent rectangles are not darker where they overlap.
            let apart = Sharing::Apart([from.0, from.1, to.0, to.1]);
            let sharing = if color.alpha < 1.0 { apart } else { Sharing::Always };
            self.add(Kind::Path, painted("fill", color), sharing, |layer| {
                layer.start(from);
                for corner in [(to.0, from.1), to, (from.0, to.1)] {
                    layer.line(corner);
                }
                layer.close(from);
            });
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let (color, width) = (style.color(), style.stroke_width());
        let points: Vec<BackendCoord> = path.into_iter().collect();
        if color.alpha > 0.0 && points.len() > 1 {
            let mut attributes = format!(" fill=\"none\"{}", painted("stroke", color));
            if width != 1 {
                let _ = write!(attributes, " stroke-width=\"{width}\"");
            }
            // Lines between two points are those of hatching, which do not cross.
            let sharing = if points.len() == 2 { Sharing::Always } else { Sharing::Never };
            self.add(Kind::Path, attributes, sharing, |layer| {
                layer.start(points[0]);
                points[1..].iter().for_each(|point| layer.line(*point));
            });
        }
        Ok(())
    }

    /// Fills a polygon. In one path, polygons of opposite directions would leave a hole where they overlap.
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        if style.color().alpha > 0.0 && points.len() > 2 {
            self.add(Kind::Path, painted("fill", style.color()), Sharing::Never, |layer| {
                layer.start(points[0]);
                points[1..].iter().for_each(|point| layer.line(*point));
                layer.close(points[0]);
            });
        }
        Ok(())
    }

    /// Fills a circle. The painter draws no other circles.
    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        if style.color().alpha > 0.0 {
            self.add(Kind::Circle, painted("fill", style.color()), Sharing::Never, |layer| {
                let _ = write!(layer.content, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
            });
        }
        Ok(())
    }

    /// Writes a text that is centred vertically and runs horizontally, as all texts of the painter are.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let color = style.color();
        if color.alpha > 0.0 {
            let mut attributes = painted("fill", color);
            let _ = write!(attributes, " font-size=\"{}\"", decimal(style.size()));
            if matches!(style.style(), FontStyle::Bold) {
                attributes.push_str(" font-weight=\"bold\"");
            }
            attributes.push_str(match style.anchor().h_pos {
                HPos::Left => "",
                HPos::Center => " text-anchor=\"middle\"",
                HPos::Right => " text-anchor=\"end\"",
            });
            self.add(Kind::Text, attributes, Sharing::Always, |layer| {
                let words = written(text);
                let _ = write!(layer.content, "<text x=\"{x}\" y=\"{y}\" dy=\".5ex\">{words}</text>");
            });
        }
        Ok(())
    }
}
