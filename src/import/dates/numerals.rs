//! Digits of other scripts as those of ASCII.

use std::borrow::Cow;

/// The zeros of scripts whose digits follow them: Arabic, Persian, Devanagari, and full-width digits.
const ZEROS: [char; 4] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];

/// The text with ASCII digits.
pub(crate) fn plain_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|letter| digit(letter).is_some()) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|letter| digit(letter).unwrap_or(letter)).collect::<String>().into()
}

fn digit(letter: char) -> Option<char> {
    let value = ZEROS.iter().find_map(|zero| (letter as u32).checked_sub(*zero as u32).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}
