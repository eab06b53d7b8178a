//! SVG documents, without a browser. For builds that write SVG.

use plotters_svg::SVGBackend;

use crate::base::text::is_control;
use crate::chart::Chart;
use crate::render::paint::Painter;
use crate::scene::mark::Scene;
use crate::scene::stills::Still;
use crate::theme::Theme;

/// The SVG backend of plotters multiplies font sizes by this factor.
const SVG_FONT_SCALE: f64 = 1.0 / 1.24;

/// The whole figure as an SVG document, with a title and a description for assistive technology.
///
/// The same chart always gives the same bytes.
///
/// # Panics
///
/// Never: the backend writes to a string.
pub fn svg(chart: &Chart) -> String {
    // Not every period has room for its name.
    let (words, info) = (chart.describe(), chart.info());
    let texts: Vec<&str> = [&words.spoken].into_iter().chain(&info.periods).map(|text| text.text.as_str()).collect();
    described(&chart.figure(), chart, &texts.join("\n"))
}

/// A picture of the whole period as an SVG document, with a title and a description for assistive technology.
///
/// The same chart always gives the same bytes.
///
/// # Panics
///
/// Never: the backend writes to a string.
pub fn still(chart: &Chart, still: Still) -> String {
    described(&chart.still(still), chart, &chart.info().story.text)
}

fn described(scene: &Scene, chart: &Chart, description: &str) -> String {
    let description = format!("<desc id=\"desc\">{}</desc>", escaped(&clean(description)));
    document(scene, chart.theme(), &chart.info().title.text, "title desc", &description)
}

/// A scene as an SVG document with a title, on a background in the colour of the page.
///
/// The same scene always gives the same bytes.
///
/// # Panics
///
/// Never: the backend writes to a string.
pub fn svg_of(scene: &Scene, theme: &Theme, title: &str) -> String {
    document(&scene.clone().on(theme.page), theme, title, "title", "")
}

/// Adds the role, the title and the description, which plotters does not write.
fn document(scene: &Scene, theme: &Theme, title: &str, label: &str, description: &str) -> String {
    let svg = painted(scene, theme);
    let open = svg.find('>').expect("an SVG document has a root");
    let (tag, rest) = svg.split_at(open);
    format!(
        "{tag} role=\"img\" aria-labelledby=\"{label}\">\n<title id=\"title\">{}</title>\n{description}{}",
        escaped(&clean(title)),
        &rest[1..],
    )
}

fn painted(scene: &Scene, theme: &Theme) -> String {
    // Rounded up, so that the document cuts nothing off.
    let size = (scene.size.width.ceil() as u32, scene.size.height.ceil() as u32);
    let mut text = String::new();
    let mut backend = SVGBackend::with_string(&mut text, size);
    let painter = Painter { ratio: 1.0, font: &theme.font, font_scale: SVG_FONT_SCALE };
    let painted = painter.paint(&mut backend, &scene.groups);
    let finished = plotters::prelude::DrawingBackend::present(&mut backend);
    // The backend borrows the text until it is dropped.
    drop(backend);
    painted.and(finished).expect("a string can be written to");
    let text = clean(&text);
    // Default attributes are a third of the document. Texts cannot contain these attributes, because their quotation
    // marks are escaped.
    [" opacity=\"1\"", " stroke=\"none\"", " stroke-width=\"1\""].iter().fold(text, |text, said| text.replace(said, ""))
}

/// Removes characters that XML forbids, because a document with one of them is invalid, and characters that change the
/// direction of text. Isolates stay.
fn clean(text: &str) -> String {
    text.chars().filter(|letter| !is_control(*letter) || ('\u{2066}'..='\u{2069}').contains(letter)).collect()
}

/// Text as HTML, XML and their attributes write it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
