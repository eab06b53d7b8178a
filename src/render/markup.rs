//! Texts as SVG and HTML write them.

use crate::base::text::is_control;

/// Removes characters that XML forbids, because a document with one of them is invalid, and characters that change the
/// direction of text. Isolates stay.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|letter| !is_control(*letter) || ('\u{2066}'..='\u{2069}').contains(letter)).collect()
}

/// Text as HTML, XML and their attributes write it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
