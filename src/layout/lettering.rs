//! How texts of the picture are written: in which words, how wide, and how large.

use crate::base::text::TextMeasure;
use crate::i18n::messages::Messages;
use crate::theme::SMALL;

/// The words, the measure and the size of texts.
#[derive(Clone, Copy)]
pub struct Lettering<'a> {
    /// The words of the language.
    pub messages: &'a Messages,
    /// The measure in the font of the page.
    pub measure: &'a dyn TextMeasure,
    /// The size of small text in CSS pixels: from once to twice its usual size.
    pub small: f64,
}

/// The font size of a page that sets none, in CSS pixels. Pictures for other pages have it, too.
pub const EM: f64 = 16.0;

/// The largest size of small text, as a multiple of its usual size.
const LARGEST: f64 = 2.0;

impl<'a> Lettering<'a> {
    /// Texts for a page with this font size, in CSS pixels. They grow in steps of a quarter, from 20 CSS pixels on, so
    /// that articles with the common font sizes have the same picture.
    #[expect(clippy::manual_clamp, reason = "clamp would keep a size that is not a number")]
    pub fn new(messages: &'a Messages, measure: &'a dyn TextMeasure, em: f64) -> Self {
        let scale = (em * 4.0 / EM).floor() / 4.0;
        Self { messages, measure, small: SMALL * scale.max(1.0).min(LARGEST) }
    }

    /// The height in CSS pixels that a line of small text needs in addition to its usual height.
    pub fn more(&self) -> f64 {
        self.small - SMALL
    }
}
