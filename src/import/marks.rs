//! Marks of footnotes, such as `[1]` and `†`.

/// Texts that stand before the number of a note.
const NOTES: [&str; 3] = ["note ", "nb ", "n "];

/// A text without the numbers and letters of notes at its end: `Legal[1][b]` is `Legal`. What is in brackets otherwise,
/// such as a year or a code, stays.
pub(crate) fn without_notes(text: &str) -> &str {
    let mut rest = text;
    while let Some((before, inside)) = rest.strip_suffix(']').and_then(|inner| inner.rsplit_once('[')) {
        if before.trim().is_empty() || !is_note(inside) {
            break;
        }
        rest = before.trim_end();
    }
    rest
}

/// The same without the signs of notes, which pages use.
pub(crate) fn without_marks(text: &str) -> &str {
    let mut rest = text;
    loop {
        let shorter = without_notes(rest.trim_end_matches(['*', '†', '‡', ' ']));
        if shorter.is_empty() || shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
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
