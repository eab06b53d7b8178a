//! An SVG document as a PNG file, with letters that are the same on every machine.

use std::sync::Arc;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Group, Node, Options, Tree};

/// Pixels to a CSS pixel.
pub(crate) const RATIO: u32 = 2;

/// Draws an SVG document of the library's as PNG.
///
/// Letters are Noto Sans, which is part of the command. Only for those that it lacks the machine's fonts are asked; a
/// letter that none of them has is warned of.
pub(crate) fn png(svg: &str) -> Result<Vec<u8>> {
    let mut tree = parse(svg, shipped())?;
    if !missing(tree.root()).is_empty() {
        let mut fonts = shipped();
        fonts.load_system_fonts();
        tree = parse(svg, fonts)?;
        let letters = missing(tree.root());
        if !letters.is_empty() {
            eprintln!("banspread: no font of this machine has the letters of \"{letters}\"; the PNG lacks them");
        }
    }
    let size = tree.size().to_int_size().scale_by(RATIO as f32).context("the figure has no size")?;
    let mut pixels = Pixmap::new(size.width(), size.height()).context("the figure is too large for a PNG")?;
    resvg::render(&tree, Transform::from_scale(RATIO as f32, RATIO as f32), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

/// The fonts that are part of the command.
fn shipped() -> Database {
    let mut fonts = Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    fonts.set_sans_serif_family("Noto Sans");
    fonts
}

fn parse(svg: &str, fonts: Database) -> Result<Tree> {
    let options = Options { fontdb: Arc::new(fonts), font_family: "Noto Sans".to_owned(), ..Options::default() };
    Tree::from_str(svg, &options).context("the figure cannot be drawn")
}

/// The text whose letters no font has, one after another.
fn missing(group: &Group) -> String {
    let mut letters = String::new();
    for node in group.children() {
        match node {
            Node::Group(group) => letters += &missing(group),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                letters.extend(glyphs.filter(|glyph| glyph.id.0 == 0).map(|glyph| glyph.text.as_str()));
            }
            _ => {}
        }
    }
    letters
}
