//! Text: its width, its direction, and characters that are invisible.

/// Measures text in the font of the page.
///
/// In a browser the canvas measures. Natively [`Estimate`] takes its place.
pub trait TextMeasure {
    /// The advance width in CSS pixels of `text` at `size` CSS pixels, bold or regular.
    fn width(&self, text: &str, size: f64, bold: bool) -> f64;
}

/// Estimates widths without a browser. Each class of characters has one width, a little wider than in Helvetica and
/// Arial, so that a text that fits here also fits in most fonts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Estimate;

impl TextMeasure for Estimate {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let ems: f64 = text.chars().map(em).sum();
        ems * size * if bold { 1.07 } else { 1.0 }
    }
}

/// The width of a character as a share of the font size.
fn em(letter: char) -> f64 {
    match letter {
        // Narrow and wide letters come before the range of capitals that contains some of them.
        'i' | 'j' | 'l' | '\'' | '|' => 0.23,
        'f' | 't' | 'I' | 'r' | ' ' | '.' | ',' | ':' | ';' | '!' | '(' | ')' | '-' | '/' => 0.34,
        'm' | 'M' | 'W' | '%' | '@' => 0.9,
        'w' | 'A'..='Z' | '&' => 0.73,
        // Combining marks and isolates take no space.
        '\u{0300}'..='\u{036f}' | '\u{2066}'..='\u{2069}' => 0.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffdc}' => 1.0,
        '\u{1f000}'.. => 1.2,
        _ => 0.57,
    }
}

/// The number that at most eight hexadecimal digits write. A sign is refused, unlike in `u32::from_str_radix`.
pub(crate) fn hexadecimal(digits: &str) -> Option<u32> {
    let mut number = 0;
    for digit in digits.chars() {
        number = number << 4 | digit.to_digit(16)?;
    }
    Some(number)
}

/// The text, or the beginning of a long text with an ellipsis. Findings quote it and search for it.
pub(crate) fn brief(text: &str) -> String {
    match text.char_indices().nth(60) {
        // `get` instead of an index: slicing by an index can panic with a message that quotes the text. The code and the
        // tables for this message would be 6 KB of the engine before compression.
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}

/// The text, if it is at most `width` CSS pixels wide; otherwise the longest beginning that fits together with an
/// ellipsis. Empty if not even the ellipsis fits.
pub fn fitted(measure: &dyn TextMeasure, text: &str, size: f64, bold: bool, width: f64) -> String {
    // Most texts fit, so that one measurement is enough for them.
    if measure.width(text, size, bold) <= width {
        return text.to_owned();
    }
    // A binary search needs few measurements also for a long name. In a browser each measurement asks the canvas.
    let mut fitting = String::new();
    let (mut from, mut to) = (0, text.len());
    while from < to {
        let middle = from.midpoint(to);
        let mut end = middle;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let short = text.get(..end).unwrap_or_default().trim_end().to_owned() + "…";
        if measure.width(&short, size, bold) <= width {
            fitting = short;
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    fitting
}

/// The maximal number of bytes of a line. Combining characters have no width, so a text of them would never fill a
/// line.
const LINE: usize = 1_000;

/// Splits a text into lines that are at most `width` CSS pixels wide. Lines break at spaces; in scripts without spaces
/// they break between characters. A word is split only if it is wider than a line.
pub fn wrapped(measure: &dyn TextMeasure, text: &str, size: f64, bold: bool, width: f64) -> Vec<String> {
    let text = text.trim();
    let part = |from, to| text.get(from..to).unwrap_or_default().trim();
    let mut lines = Vec::new();
    let (mut start, mut gap, mut before) = (0, 0, ' ');
    for (at, letter) in text.char_indices() {
        // A line may break before this character. In Chinese and Japanese, closing punctuation never begins a line.
        if before == ' '
            || (em(before) == 1.0
                && !matches!(letter, ' ' | '、' | '。' | '，' | '．' | '）' | '」' | '』' | '・' | 'ー'))
        {
            gap = at;
        }
        before = letter;
        while at > start
            && (at - start > LINE || measure.width(part(start, at + letter.len_utf8()), size, bold) > width)
        {
            let end = if gap > start { gap } else { at };
            lines.push(part(start, end).to_owned());
            start = end;
        }
    }
    if start < text.len() {
        lines.push(part(start, text.len()).to_owned());
    }
    // If a line ends inside of an isolate, the line closes the isolate and the next line opens it again.
    let mut open = false;
    for line in &mut lines {
        if open {
            line.insert_str(0, ISOLATE);
        }
        for letter in line.chars() {
            open = is_inside(open, letter);
        }
        if open {
            line.push_str(END);
        }
    }
    lines
}

/// FIRST STRONG ISOLATE: begins a passage that has its own direction, that of its first letter.
pub(crate) const ISOLATE: &str = "\u{2068}";
/// POP DIRECTIONAL ISOLATE: ends such a passage.
const END: &str = "\u{2069}";

/// Whether the text after this character is inside of an isolate.
fn is_inside(inside: bool, letter: char) -> bool {
    (inside || letter == '\u{2068}') && letter != '\u{2069}'
}

/// Isolates a line that contains a letter of a right-to-left script, so that its first letter decides its direction.
/// Without the isolate, canvases and SVG would arrange the whole line from left to right.
pub fn isolated(line: String) -> String {
    if line.chars().any(is_leftward) { format!("{ISOLATE}{line}{END}") } else { line }
}

/// Prepares a text as part of a sentence. `leftward` says whether the sentence runs from right to left. A text with the
/// other direction is isolated, so that it does not change the order of the words around it.
pub(crate) fn embedded(text: &str, leftward: bool) -> String {
    if leftward_of(text) == Some(!leftward) { format!("{ISOLATE}{text}{END}") } else { text.to_owned() }
}

/// Whether a text contains letters that run from right to left. Isolated passages do not count. `None` if there is no
/// letter outside of them.
pub(crate) fn leftward_of(text: &str) -> Option<bool> {
    let (mut found, mut inside) = (None, false);
    for letter in text.chars() {
        inside = is_inside(inside, letter);
        // Digits run from left to right everywhere.
        let digit = matches!(letter, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
        if inside || digit {
            continue;
        }
        if is_leftward(letter) {
            return Some(true);
        }
        if letter.is_ascii_alphabetic() || letter >= 'À' && letter != '\u{2069}' {
            found = Some(false);
        }
    }
    found
}

/// Whether a character belongs to a right-to-left script, or is the mark U+200F.
pub(crate) fn is_leftward(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        || matches!(letter, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a character is invisible and controls other characters: control characters of Unicode except tabs and line
/// breaks; embeddings, overrides and isolates of the bidirectional algorithm, which change the order of characters;
/// reserved characters beside them; and noncharacters, two of which XML forbids.
pub fn is_control(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => false,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{fffb}' => true,
        _ => letter.is_control() || letter as u32 & 0xfffe == 0xfffe,
    }
}

/// Whether a character has no width, or is a white space other than the common space. Such a character can be correct
/// in a text: a mark of direction, or a joiner. In an id or address nobody would find it.
pub(crate) fn is_hidden(letter: char) -> bool {
    match letter {
        // The standard library has no function for this property of Unicode, so the characters are listed.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fffc}' | '\u{16fe4}' | '\u{1d159}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2065}' | '\u{fe00}'..='\u{fe0f}' => true,
        '\u{13430}'..='\u{13442}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => letter != ' ' && letter.is_whitespace(),
    }
}

/// Whether a message must not quote a character as it is, because nobody would see it. White space is visible as a gap.
/// Joiners and variation selectors belong to words.
pub fn is_unseen(letter: char) -> bool {
    let joins = matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    is_control(letter) || is_hidden(letter) && !joins && !letter.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fits_is_left_alone() {
        assert_eq!(fitted(&Estimate, "KPN", 12.0, false, 100.0), "KPN");
    }

    #[test]
    fn a_text_that_is_too_long_ends_in_an_ellipsis_and_fits() {
        let short = fitted(&Estimate, "Deutsche Telekom", 12.0, false, 50.0);
        assert!(short.ends_with('…'), "{short}");
        assert!(Estimate.width(&short, 12.0, false) <= 50.0);
        assert_eq!(fitted(&Estimate, "KPN", 12.0, false, 1.0), "");
    }

    #[test]
    fn wrapping_keeps_every_word_in_order() {
        let text = "9 governments ban Huawei, 6 restrict it and 8 are deciding";
        let lines = wrapped(&Estimate, text, 14.0, false, 120.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn scripts_without_spaces_break_between_letters_but_not_before_a_stop() {
        let text = "5か国の政府が使用を禁止しています、16か国が検討しています。";
        let lines = wrapped(&Estimate, text, 10.0, false, 60.0);
        assert_eq!(lines.concat(), text);
        for line in &lines {
            assert!(Estimate.width(line, 10.0, false) <= 60.0, "{line}");
            assert!(!line.starts_with(['、', '。']), "{lines:?}");
        }
        assert!(lines.iter().any(|line| line.contains("16か")), "{lines:?}");
    }

    #[test]
    fn no_line_is_empty_or_too_wide() {
        for text in ["  Telekommunikationsausrüstung", "i i 禁禁禁禁禁iiiiiiiiMMMMMM 禁止", ""] {
            for width in [14.0, 30.0, 60.0] {
                for line in wrapped(&Estimate, text, 12.0, false, width) {
                    assert!(
                        !line.is_empty() && Estimate.width(&line, 12.0, false) <= width,
                        "{text}: {line} at {width}"
                    );
                }
            }
        }
    }

    #[test]
    fn only_lines_with_right_to_left_letters_are_isolated() {
        assert_eq!(isolated("Huawei".to_owned()), "Huawei");
        assert_eq!(isolated("٢٠ سبتمبر ٢٠٢٠".to_owned()), "\u{2068}٢٠ سبتمبر ٢٠٢٠\u{2069}");
    }

    #[test]
    fn control_characters_and_invisible_characters_are_recognised() {
        for control in ['\0', '\u{9b}', '\u{202e}', '\u{2069}', '\u{fdd0}', '\u{fff0}', '\u{fffe}', '\u{10ffff}'] {
            assert!(is_control(control) && is_unseen(control), "{control:?}");
        }
        for hidden in [
            '\u{200b}',
            '\u{200d}',
            '\u{2800}',
            '\u{3000}',
            '\u{fffc}',
            '\u{16fe4}',
            '\u{13440}',
            '\u{1bca3}',
            '\u{1d159}',
            '\u{1d17a}',
        ] {
            assert!(is_hidden(hidden) && !is_control(hidden), "{hidden:?}");
            // Joiners belong to words, and white space is visible as a gap.
            assert_eq!(is_unseen(hidden), !['\u{200d}', '\u{3000}'].contains(&hidden), "{hidden:?}");
        }
        for seen in [' ', 'a', 'é', '\u{301}', '\u{2801}', '\u{fffd}', '\u{13443}', '\u{1d158}', '😀'] {
            assert!(!is_hidden(seen) && !is_control(seen) && !is_unseen(seen), "{seen:?}");
        }
        assert!(!is_unseen('\n') && !is_unseen('\t'), "lines of a message end");
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        let text = "die Telekommunikationsinfrastrukturausrüstung ist verboten";
        let lines = wrapped(&Estimate, text, 14.0, false, 120.0);
        assert!(lines.iter().all(|line| Estimate.width(line, 14.0, false) <= 120.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }
}
