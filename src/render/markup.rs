//! Texts as SVG and HTML write them.

use crate::base::text::is_control;

/// Text as an SVG document has it: escaped, without characters that XML forbids, because a document with one of them is
/// invalid, and without characters that change the direction of text. Isolates stay.
pub(super) fn written(text: &str) -> String {
    let is_kept = |letter: &char| !is_control(*letter) || ('\u{2066}'..='\u{2069}').contains(letter);
    escaped(&text.chars().filter(is_kept).collect::<String>())
}

/// Text as HTML, XML and their attributes write it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
