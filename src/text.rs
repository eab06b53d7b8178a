//! How wide a text is.

/// Measures text of the page's font.
///
/// In a browser this asks the canvas; natively [`Estimate`] serves.
pub trait TextMeasure {
    /// The advance width in CSS pixels of `text` at `size` CSS pixels, bold or regular.
    fn width(&self, text: &str, size: f64, bold: bool) -> f64;
}

/// Widths by letter class, on the wide side of Helvetica and Arial, for use without a browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct Estimate;

impl TextMeasure for Estimate {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let ems: f64 = text.chars().map(em).sum();
        ems * size * if bold { 1.07 } else { 1.0 }
    }
}

fn em(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 0.23,
        'f' | 't' | 'I' | 'r' | ' ' | '.' | ',' | ':' | ';' | '!' | '(' | ')' | '-' | '/' => 0.34,
        'm' | 'M' | 'W' | '%' | '@' => 0.9,
        'w' | 'A'..='Z' | '&' => 0.73,
        '\u{0300}'..='\u{036f}' | '\u{2066}'..='\u{2069}' => 0.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffdc}' => 1.0,
        '\u{1f000}'.. => 1.2,
        _ => 0.57,
    }
}

/// The text itself where it fits into `width`, else as much of its beginning as fits with an ellipsis.
pub fn fitted(measure: &dyn TextMeasure, text: &str, size: f64, bold: bool, width: f64) -> String {
    if measure.width(text, size, bold) <= width {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let short: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if measure.width(&short, size, bold) <= width {
            return short;
        }
    }
    String::new()
}

/// The text in lines no wider than `width`: broken at spaces, in scripts without spaces between letters, and inside of a
/// word only where the word is wider than a line.
pub fn wrapped(measure: &dyn TextMeasure, text: &str, size: f64, bold: bool, width: f64) -> Vec<String> {
    let text = text.trim();
    let part = |from, to| text.get(from..to).unwrap_or_default().trim();
    let mut lines = Vec::new();
    let (mut start, mut gap, mut before) = (0, 0, ' ');
    for (at, letter) in text.char_indices() {
        if before == ' '
            || (em(before) == 1.0
                && !matches!(letter, ' ' | '、' | '。' | '，' | '．' | '）' | '」' | '』' | '・' | 'ー'))
        {
            gap = at;
        }
        before = letter;
        while at > start && measure.width(part(start, at + letter.len_utf8()), size, bold) > width {
            let end = if gap > start { gap } else { at };
            lines.push(part(start, end).to_owned());
            start = end;
        }
    }
    if start < text.len() {
        lines.push(part(start, text.len()).to_owned());
    }
    lines
}

/// A line that runs in the direction of its own first letter where any of its letters runs from right to left: canvases
/// and SVG would lay it out from left to right as a whole.
pub fn isolated(line: String) -> String {
    let leftward = |letter: char| ('\u{590}'..'\u{900}').contains(&letter);
    if line.chars().any(leftward) { format!("\u{2068}{line}\u{2069}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fits_is_left_alone() {
        assert_eq!(fitted(&Estimate, "KPN", 12.0, false, 100.0), "KPN");
    }

    #[test]
    fn a_text_too_long_ends_in_an_ellipsis_and_fits() {
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
    fn scripts_without_spaces_are_broken_between_letters_but_not_before_a_stop() {
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
    fn no_line_is_empty_or_wider_than_asked() {
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
    fn only_lines_with_letters_from_right_to_left_are_isolated() {
        assert_eq!(isolated("Huawei".to_owned()), "Huawei");
        assert_eq!(isolated("٢٠ سبتمبر ٢٠٢٠".to_owned()), "\u{2068}٢٠ سبتمبر ٢٠٢٠\u{2069}");
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        let text = "die Telekommunikationsinfrastrukturausrüstung ist verboten";
        let lines = wrapped(&Estimate, text, 14.0, false, 120.0);
        assert!(lines.iter().all(|line| Estimate.width(line, 14.0, false) <= 120.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }
}
