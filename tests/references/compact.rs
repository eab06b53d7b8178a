//! The documents are as short as possible. The backend of plotters-svg writes an element for each mark: both give the same
//! picture.

use std::sync::Arc;

use banspread::render::paint::Painter;
use plotters::prelude::DrawingBackend;
use plotters_svg::SVGBackend;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use crate::cases::{Case, sections};

/// The SVG backend of plotters multiplies font sizes by this factor.
const FONT_SCALE: f64 = 1.0 / 1.24;
/// The maximal difference of a channel: transparent shapes and sloping edges are rounded in another order.
const TOLERANCE: u8 = 5;

/// The same marks, each as an element.
fn long(case: &Case) -> String {
    let [width, height] = case.size();
    let mut text = String::new();
    let mut backend = SVGBackend::with_string(&mut text, (width, height));
    let painter = Painter { ratio: 1.0, font: "sans-serif", font_scale: FONT_SCALE };
    painter.paint(&mut backend, &case.scene.groups).unwrap();
    backend.present().unwrap();
    drop(backend);
    text
}

fn drawn(svg: &str, options: &Options<'_>, ratio: f32) -> Pixmap {
    let tree = Tree::from_str(svg, options).unwrap();
    let size = tree.size().to_int_size().scale_by(ratio).unwrap();
    let mut pixels = Pixmap::new(size.width(), size.height()).unwrap();
    resvg::render(&tree, Transform::from_scale(ratio, ratio), &mut pixels.as_mut());
    pixels
}

/// The number of channels that differ.
fn difference(one: &Pixmap, other: &Pixmap) -> usize {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    one.data().iter().zip(other.data()).filter(|(one, other)| one.abs_diff(**other) > TOLERANCE).count()
}

#[test]
fn a_short_document_gives_the_picture_of_a_long_one() {
    let mut fonts = Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    fonts.set_sans_serif_family("Noto Sans");
    let options = Options { fontdb: Arc::new(fonts), font_family: "Noto Sans".to_owned(), ..Options::default() };
    for case in sections().iter().flat_map(|section| &section.cases) {
        let long = long(case);
        // A large picture takes long to draw, and shows nothing that the small ones do not show.
        let ratio = if long.len() < 20_000 { 2.0 } else { 1.0 };
        let [short, long] = [&case.svg, &long].map(|svg| drawn(svg, &options, ratio));
        assert_eq!(difference(&short, &long), 0, "{} at ratio {ratio}", case.name);
    }
}

#[test]
fn a_short_document_has_less_than_half_of_the_bytes() {
    for case in sections().iter().flat_map(|section| &section.cases) {
        let (short, long) = (case.svg.len(), long(case).len());
        assert!(long < 50_000 || 2 * short < long, "{}: {short} for {long} bytes", case.name);
    }
}
