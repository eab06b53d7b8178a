//! Draws an SVG document as PNG, with the same font on every machine.

use std::sync::Arc;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Group, Node, Options, Tree};

use crate::file::visible;

/// The number of pixels for one CSS pixel.
pub(crate) const RATIO: u32 = 2;
const FAMILY: &str = "Noto Sans";

/// Draws an SVG document of the library as PNG.
pub(crate) fn png(svg: &str) -> Result<Vec<u8>> {
    let tree = resolve(svg)?;
    let size = tree.size().to_int_size().scale_by(RATIO as f32).context("the figure has no size")?;
    let mut pixels = Pixmap::new(size.width(), size.height()).context("the figure is too large for a PNG")?;
    resvg::render(&tree, Transform::from_scale(RATIO as f32, RATIO as f32), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

/// Reads the document with fonts for all of its characters.
///
/// The font is Noto Sans, a part of the command. The fonts of the machine are used only for characters that Noto Sans
/// does not have. If no font has a character, the command prints a warning.
fn resolve(svg: &str) -> Result<Tree> {
    let tree = parse(svg, Database::new())?;
    if missing(tree.root()).is_empty() {
        return Ok(tree);
    }
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let tree = parse(svg, fonts)?;
    let letters = missing(tree.root());
    if !letters.is_empty() {
        let letters = visible(&letters);
        eprintln!(
            "banspread: no font on this machine contains the characters \"{letters}\"; they are missing in the PNG"
        );
    }
    Ok(tree)
}

/// Reads the document. The fonts of the command have priority over all others.
fn parse(svg: &str, mut fonts: Database) -> Result<Tree> {
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    // This line comes after the fonts of the machine: the settings of a machine can name a family that does not exist.
    fonts.set_sans_serif_family(FAMILY);
    let options = Options { fontdb: Arc::new(fonts), font_family: FAMILY.to_owned(), ..Options::default() };
    Tree::from_str(svg, &options).context("the figure cannot be drawn")
}

/// The characters that no font has, joined as one text.
fn missing(group: &Group) -> String {
    let mut letters = String::new();
    for node in group.children() {
        match node {
            Node::Group(group) => letters += &missing(group),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                // Glyph 0 of a font stands for a missing character.
                letters.extend(glyphs.filter(|glyph| glyph.id.0 == 0).map(|glyph| glyph.text.as_str()));
            }
            _ => {}
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tree: &Tree) -> usize {
        tree.root().children().iter().filter(|node| matches!(node, Node::Text(_))).count()
    }

    #[test]
    fn letters_that_the_commands_font_lacks_leave_the_others_as_they_are() {
        let svg = |word: &str| {
            format!(
                "<svg width='90' height='40' xmlns='http://www.w3.org/2000/svg'>\
                 <text y='15' font-family='sans-serif'>Banned</text>\
                 <text y='35' font-family='sans-serif'>{word}</text></svg>"
            )
        };
        for word in ["Żółty", "封鎖"] {
            let tree = resolve(&svg(word)).unwrap();
            assert_eq!(words(&tree), 2, "{word}");
            let Node::Text(text) = &tree.root().children()[0] else { panic!("no text") };
            let glyph = &text.layouted()[0].positioned_glyphs[0];
            let font = tree.fontdb().face(glyph.font).unwrap();
            assert_eq!((font.families[0].0.as_str(), glyph.id.0 == 0), (FAMILY, false), "{word}");
        }
    }
}
