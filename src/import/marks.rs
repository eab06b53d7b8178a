//! Marks of footnotes, such as `[1]` and `†`.

/// Texts that stand before the number of a note.
const NOTES: [&str; 3] = ["note ", "nb ", "n "];

/// A text without the numbers and letters of notes at its end: `Legal[1][b]` is `Legal`. What is in brackets otherwise,
/// such as a year or a code, stays.
pub(crate) fn without_notes(text: &str) -> &str {
    kept(text, without(text, |_| false, is_note))
}

/// The same without the signs of notes, which pages use.
pub(crate) fn without_marks(text: &str) -> &str {
    kept(text, without(text, |letter| matches!(letter, '*' | '†' | '‡' | ' '), is_note))
}

/// A date without marks: `1985*`, `1985†`, `1985²`, `1985[b]`.
pub(crate) fn date_without_marks(text: &str) -> &str {
    let is_sign = |letter| matches!(letter, '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '⁰'..='⁹');
    // A longer text is no mark: the World Bank writes "2012 [YR2012]".
    without(text, is_sign, |inside| inside.chars().count() < 3)
}

/// Removes signs and brackets from the end of a text until there are none.
fn without(text: &str, is_sign: impl Fn(char) -> bool, is_note: impl Fn(&str) -> bool) -> &str {
    let mut rest = text;
    loop {
        let plain = rest.trim_end_matches(&is_sign).trim_end();
        let bracket = plain.strip_suffix(']').and_then(|open| open.rsplit_once('['));
        let next = bracket.filter(|(_, inside)| is_note(inside)).map_or(plain, |(before, _)| before.trim_end());
        if next == rest {
            return rest;
        }
        rest = next;
    }
}

/// The text itself if nothing but marks was in it.
fn kept<'t>(text: &'t str, shorter: &'t str) -> &'t str {
    if shorter.is_empty() { text } else { shorter }
}

fn is_note(inside: &str) -> bool {
    let is_number = |text: &str| (1..4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = inside.len() == 1 && inside.bytes().all(|byte| byte.is_ascii_lowercase());
    is_letter || is_number(inside) || NOTES.iter().any(|note| inside.strip_prefix(note).is_some_and(is_number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_letters_of_notes_are_marks_and_other_brackets_are_not() {
        for text in ["Legal[1]", "Legal [a][12]", "Legal [note 3]", "Legal[nb 1]"] {
            assert_eq!(without_notes(text), "Legal", "{text}");
        }
        for text in ["2020 [YR2020]", "Virgin Islands [US]", "[1]", "Act [2020]", "Legal*", "]", ""] {
            assert_eq!(without_notes(text), text);
        }
    }

    #[test]
    fn signs_of_notes_are_marks() {
        for text in ["Kosovo*", "Kosovo †", "Kosovo*[1]", "Kosovo[a] ‡", "Kosovo**"] {
            assert_eq!(without_marks(text), "Kosovo", "{text}");
        }
        assert_eq!([without_marks("*"), without_marks("† *"), without_marks("")], ["*", "† *", ""]);
    }
}
