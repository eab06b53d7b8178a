//! SVG documents, without a browser. For builds that write SVG.

use crate::chart::Chart;
use crate::render::markup::written;
use crate::render::paint::Painter;
use crate::render::svg_backend::SvgBackend;
use crate::scene::mark::Scene;
use crate::scene::stills::Still;
use crate::theme::Theme;

/// The whole figure as an SVG document, with a title and a description for assistive technology.
///
/// The same chart always gives the same bytes.
pub fn svg(chart: &Chart) -> String {
    // Not every period has room for its name.
    let (words, info) = (chart.describe(), chart.info());
    let texts: Vec<&str> = [&words.spoken].into_iter().chain(&info.periods).map(|text| text.text.as_str()).collect();
    described(&chart.figure(), chart, &texts.join("\n"))
}

/// A picture of the whole period as an SVG document, with a title and a description for assistive technology.
///
/// The same chart always gives the same bytes.
pub fn still(chart: &Chart, still: Still) -> String {
    described(&chart.still(still), chart, &chart.info().story.text)
}

fn described(scene: &Scene, chart: &Chart, description: &str) -> String {
    let description = format!("<desc id=\"desc\">{}</desc>", written(description));
    document(scene, chart.theme(), &chart.info().title.text, "title desc", &description)
}

/// A scene as an SVG document with a title, on a background in the colour of the page.
///
/// The same scene always gives the same bytes.
pub fn svg_of(scene: &Scene, theme: &Theme, title: &str) -> String {
    document(&scene.clone().on(theme.page), theme, title, "title", "")
}

/// A document with its role, its title and a description.
fn document(scene: &Scene, theme: &Theme, title: &str, label: &str, description: &str) -> String {
    // Rounded up, so that the document cuts nothing off.
    let (width, height) = (scene.size.width.ceil(), scene.size.height.ceil());
    let (font, title) = (written(&theme.font), written(title));
    format!(
        "<svg width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" xmlns=\"http://www.w3.org/2000/svg\" \
         font-family=\"{font}\" role=\"img\" aria-labelledby=\"{label}\">\n\
         <title id=\"title\">{title}</title>\n{description}\n{}</svg>\n",
        painted(scene),
    )
}

fn painted(scene: &Scene) -> String {
    let mut backend = SvgBackend::default();
    let painter = Painter { ratio: 1.0, font: "", font_scale: 1.0 };
    for group in &scene.groups {
        backend.begin(group.bounds);
        let Ok(()) = painter.paint(&mut backend, [group]) else { continue };
    }
    backend.finish()
}
