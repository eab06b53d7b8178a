//! Language tags (BCP 47), which of them mean the same language, and plural categories (CLDR).

/// The language of a dataset without a `lang` field.
pub const ENGLISH: &str = "en";

/// The plural categories of CLDR.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The plural category that every language has.
pub const OTHER: &str = "other";

/// Whether two tags mean the same language. Regions and upper or lower case do not matter: `en-GB` and `EN` are alike.
/// Chinese in traditional and in simplified characters count as two languages.
pub fn alike(one: &str, other: &str) -> bool {
    let ((one, traditional), (other, too)) = (language(one), language(other));
    one.eq_ignore_ascii_case(other) && traditional == too
}

/// The language subtag, and whether the tag means Chinese in traditional characters. The script or the region shows
/// this.
fn language(tag: &str) -> (&[u8], bool) {
    let tag = tag.as_bytes();
    let (lang, rest) = tag.split_at(tag.iter().position(|byte| *byte == b'-').unwrap_or(tag.len()));
    let mut traditional = false;
    for part in ["-Hant", "-TW", "-HK", "-MO"] {
        let begins = rest.get(..part.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(part.as_bytes()));
        traditional |= lang.eq_ignore_ascii_case(b"zh") && begins;
    }
    (lang, traditional)
}

/// Whether a text has the form of a language tag (BCP 47): a language of two or three letters, then subtags of 1 to 8
/// letters or digits. Whether the language exists is not checked.
pub fn is_tag(text: &str) -> bool {
    let (mut first, mut length) = (true, 0);
    for byte in text.bytes() {
        if byte == b'-' && if first { length == 2 || length == 3 } else { length > 0 } {
            (first, length) = (false, 0);
        } else if byte.is_ascii_alphabetic() || !first && byte.is_ascii_digit() {
            length += 1;
        } else {
            return false;
        }
        if length > 8 {
            return false;
        }
    }
    let ends = if first { length == 2 || length == 3 } else { length > 0 };
    ends && text.len() <= LONGEST_TAG
}

/// The maximal number of characters of a tag: twice as many as the longest real tags have.
const LONGEST_TAG: usize = 70;

#[cfg(all(test, not(browser)))]
mod tests {
    use super::*;

    #[test]
    fn chinese_in_two_scripts_counts_as_two_languages() {
        for (one, other, same) in table("alike") {
            assert_eq!([alike(&one, &other), alike(&other, &one)], [same; 2], "{one} {other}");
        }
        assert!(!alike("z", "zh"));
    }

    #[test]
    fn scripts_and_older_tags_of_other_languages_are_not_known() {
        for (one, other, same) in table("only_browsers_know") {
            assert_eq!(alike(&one, &other), !same, "{one} {other}");
        }
    }

    /// Pairs of tags, and whether they mean the same language. The tests of the shell read the same file.
    fn table(name: &str) -> Vec<(String, String, bool)> {
        let mut all: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/data/language-tags.json")).unwrap();
        serde_json::from_value(all[name].take()).unwrap()
    }

    #[test]
    fn language_tags_are_distinguished_from_other_texts() {
        for tag in ["en", "pt-BR", "zh-Hans-CN", "gsw", "de-CH-1996", "en-x-house"] {
            assert!(is_tag(tag), "{tag}");
        }
        assert!(!is_tag(&format!("en{}", "-abcdefgh".repeat(8))));
        for text in ["", "e", "german", "de_AT", "de-", "-de", "d3", "de--AT", "de-österreich", "en-abcdefghi"] {
            assert!(!is_tag(text), "{text}");
        }
    }
}
