//! Draws an SVG document as PNG, with the same font on every machine.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use banspread::publish::picture::RATIO;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, Source};
use resvg::usvg::{Group, Node, Options, Tree};
use skrifa::{FontRef, MetadataProvider};

use crate::{file, machine};

/// The maximal number of pixels. A pixel needs 4 bytes of memory.
const MOST: u64 = 100_000_000;
const FAMILY: &str = "Noto Sans";

/// Draws an SVG document of the library as PNG.
pub(crate) fn png(svg: &str) -> Result<Vec<u8>> {
    let tree = resolve(svg)?;
    let size = tree.size().to_int_size().scale_by(RATIO as f32).context("the figure has no size")?;
    if u64::from(size.width()) * u64::from(size.height()) > MOST {
        bail!(
            "the PNG would have {} x {} pixels: write an SVG, or choose a smaller width",
            size.width(),
            size.height()
        );
    }
    let mut pixels = Pixmap::new(size.width(), size.height()).context("the figure is too large for a PNG")?;
    resvg::render(&tree, Transform::from_scale(RATIO as f32, RATIO as f32), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

/// Reads the document with fonts for all of its characters.
///
/// The font is Noto Sans, a part of the command. The fonts of the machine are used only for characters that Noto Sans
/// does not have. If no font has a character, the command prints a warning, and the PNG has a question mark in a black
/// diamond.
fn resolve(svg: &str) -> Result<Tree> {
    let tree = parse(svg, Vec::new())?;
    let mut letters = missing(tree.root());
    if letters.is_empty() {
        return Ok(tree);
    }
    let fonts = others(&mut letters);
    if letters.is_empty() {
        return parse(svg, fonts);
    }
    let shown: String = letters.iter().collect();
    file::complain(&format!("{} \"{shown}\"; they are missing in the PNG", machine::NO_FONT));
    // The search for a font ends at the first character that no font has: those after it would be missing, too.
    parse(&svg.replace(|letter| letters.contains(&letter), "\u{fffd}"), fonts)
}

/// Reads the document. The fonts of the command have priority over all others.
fn parse(svg: &str, others: Vec<FaceInfo>) -> Result<Tree> {
    let mut fonts = of_command();
    for face in others {
        fonts.push_face_info(face);
    }
    // This line comes after the fonts of the machine: the settings of a machine can name a family that does not exist.
    fonts.set_sans_serif_family(FAMILY);
    let options = Options { fontdb: Arc::new(fonts), font_family: FAMILY.to_owned(), ..Options::default() };
    Tree::from_str(svg, &options).context("the figure cannot be drawn")
}

fn of_command() -> Database {
    let mut fonts = Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    fonts
}

/// The fonts of the machine that are needed for these characters, in memory. Takes away the characters that a font has.
///
/// Each font is read once. The parser of SVG would read all of them again for each piece of a text.
fn others(letters: &mut BTreeSet<char>) -> Vec<FaceInfo> {
    let found = |fonts: &Database, face: &FaceInfo, letters: &BTreeSet<char>| {
        let read = |data: &[u8], index| {
            let charmap = FontRef::from_index(data, index).ok()?.charmap();
            let has = |letter: &&char| charmap.map(**letter).is_some_and(|glyph| glyph.to_u32() > 0);
            let has: Vec<char> = letters.iter().filter(has).copied().collect();
            (!has.is_empty()).then(|| (has, data.to_vec()))
        };
        fonts.with_face_data(face.id, read).flatten()
    };
    // A missing cluster can contain characters that the fonts of the command have.
    let own = of_command();
    for face in own.faces() {
        for letter in found(&own, face, letters).into_iter().flat_map(|(has, _)| has) {
            letters.remove(&letter);
        }
    }
    let mut fonts = Database::new();
    machine::add_fonts(&mut fonts);
    let mut needed = Vec::new();
    for face in fonts.faces() {
        if letters.is_empty() {
            break;
        }
        if let Some((has, data)) = found(&fonts, face, letters) {
            for letter in has {
                letters.remove(&letter);
            }
            needed.push(FaceInfo { source: Source::Binary(Arc::new(data)), ..face.clone() });
        }
    }
    needed
}

/// The characters for which no font of the document has a glyph.
fn missing(group: &Group) -> BTreeSet<char> {
    let mut letters = BTreeSet::new();
    for node in group.children() {
        match node {
            Node::Group(group) => letters.extend(missing(group)),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                // Glyph 0 of a font stands for a missing character.
                letters.extend(glyphs.filter(|glyph| glyph.id.0 == 0).flat_map(|glyph| glyph.text.chars()));
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
    fn characters_missing_from_the_font_do_not_change_the_others() {
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

    /// No font has a letter of a private plane. Before there was a search of all fonts for each of them.
    #[test]
    fn letters_that_no_font_has_leave_those_after_them() {
        let private: String = (0..5_000).map(|n| char::from_u32(0x10_0000 + n).unwrap()).collect();
        let tree = resolve(&format!(
            "<svg width='90' height='40' xmlns='http://www.w3.org/2000/svg'>\
             <text y='15' font-family='sans-serif'>a{private}b</text></svg>"
        ))
        .unwrap();
        let Node::Text(text) = &tree.root().children()[0] else { panic!("no text") };
        let glyphs = &text.layouted()[0].positioned_glyphs;
        assert_eq!(glyphs.len(), 5_002);
        assert!(glyphs.iter().all(|glyph| glyph.id.0 != 0));
    }
}
