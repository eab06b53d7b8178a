//! Pictures without a browser. Native only.

use plotters_svg::SVGBackend;

use crate::chart::Chart;
use crate::paint::Pen;

/// Plotters' SVG backend divides font sizes by this, as its bitmaps once wanted.
const SVG_FONT_SCALE: f64 = 1.0 / 1.24;

/// The whole figure as an SVG document, with a title and a description for assistive technology.
///
/// The same chart gives the same bytes.
///
/// # Panics
///
/// Never: the backend writes to a string.
pub fn svg(chart: &Chart) -> String {
    let figure = chart.figure();
    let size = (figure.size.width.ceil() as u32, figure.size.height.ceil() as u32);
    let mut text = String::new();
    let mut backend = SVGBackend::with_string(&mut text, size);
    let pen = Pen { ratio: 1.0, font: &chart.theme().font, font_scale: SVG_FONT_SCALE };
    let painted = pen.paint(&mut backend, &figure.groups);
    let finished = plotters::prelude::DrawingBackend::present(&mut backend);
    drop(backend);
    painted.and(finished).expect("a string can be written to");
    with_words(&text, chart)
}

/// Adds what plotters leaves out: role, title and description.
fn with_words(svg: &str, chart: &Chart) -> String {
    let words = chart.describe();
    let open = svg.find('>').expect("an SVG document has a root");
    let (tag, rest) = svg.split_at(open);
    format!(
        "{tag} role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>{}",
        escaped(&words.title),
        escaped(&words.spoken),
        &rest[1..],
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
