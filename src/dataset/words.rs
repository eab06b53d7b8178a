//! What a dataset says, in its own language and in others.

use super::shape::CATEGORIES;
use crate::node::Node;

/// The language of a dataset that does not say which it is in.
pub const ENGLISH: &str = "en";

/// The category that every language has.
pub const OTHER: &str = "other";

/// A text in one language or more; of words about a number, in the forms that a language has for numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Those of the dataset's own language first.
    forms: Vec<Form>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    /// BCP 47.
    lang: String,
    /// The plural category by CLDR's name; `other` of a text that is not about a number.
    category: &'static str,
    text: String,
}

impl Words {
    /// A text in one language.
    pub fn of(lang: &str, text: &str) -> Self {
        Self { forms: vec![Form { lang: lang.to_owned(), category: OTHER, text: text.to_owned() }] }
    }

    /// What a node says; `None` where that is nothing.
    pub(crate) fn read(node: &Node, lang: &str) -> Option<Self> {
        let mut words = Self { forms: Vec::new() };
        words.add(node, lang);
        if let (true, Node::Object(fields)) = (words.forms.is_empty(), node) {
            if let Some((_, own)) = fields.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(lang)) {
                words.add(own, lang);
            }
            for (tag, node) in fields {
                if !tag.eq_ignore_ascii_case(lang) {
                    words.add(node, tag);
                }
            }
        }
        (!words.forms.is_empty()).then_some(words)
    }

    /// Adds a text, or the forms of an object of such.
    fn add(&mut self, node: &Node, lang: &str) {
        let mut push = |category, node: &Node| {
            if let Some(text) = node.text() {
                self.forms.push(Form { lang: lang.to_owned(), category, text: text.to_owned() });
            }
        };
        push(OTHER, node);
        if node.field(OTHER).is_some() {
            for category in CATEGORIES {
                if let Some(node) = node.field(category) {
                    push(category, node);
                }
            }
        }
    }

    /// In the dataset's own language.
    pub fn own(&self) -> &str {
        self.form("", OTHER)
    }

    /// In the language asked for, else in that language as it is spoken or written elsewhere, else in the dataset's own.
    pub fn nearest(&self, lang: &str) -> &str {
        self.form(lang, OTHER)
    }

    /// The same for a plural category; what is for `other` where the category has no form.
    pub fn form(&self, lang: &str, category: &str) -> &str {
        let tag = self.lang(lang);
        let of = |category| self.forms.iter().find(|form| form.lang == tag && form.category == category);
        of(category).or_else(|| of(OTHER)).map_or("", |form| &form.text)
    }

    /// The language of [`Self::nearest`].
    pub fn lang(&self, wanted: &str) -> &str {
        let exact = self.forms.iter().find(|form| form.lang.eq_ignore_ascii_case(wanted));
        let found = exact.or_else(|| self.forms.iter().find(|form| alike(&form.lang, wanted)));
        &found.unwrap_or(&self.forms[0]).lang
    }

    /// Whether it is in the language asked for.
    pub fn speaks(&self, lang: &str) -> bool {
        alike(self.lang(lang), lang)
    }

    /// The tags of all languages that it is in.
    #[cfg(explain)]
    pub(super) fn langs(&self) -> Vec<&str> {
        self.forms.iter().map(|form| form.lang.as_str()).collect()
    }
}

/// Whether two tags name one language, wherever it is spoken and in whatever case. Of Chinese the script counts.
pub fn alike(one: &str, other: &str) -> bool {
    let ((one, traditional), (other, too)) = (language(one), language(other));
    one.eq_ignore_ascii_case(other) && traditional == too
}

/// The language of a tag, and of Chinese whether it is written in traditional characters: by its script or its region.
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

/// Whether a text is a language tag as BCP 47 has them, from a language of two or three letters on.
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

/// Letters of a tag: twice as many as any language needs.
const LONGEST_TAG: usize = 70;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn words(json: &str) -> Words {
        Words::read(&serde_json::from_str(json).unwrap(), "en").unwrap()
    }

    #[test]
    fn the_nearest_text_is_that_of_the_tag_then_of_the_language_then_the_datasets_own() {
        let lift = words(r#"{"pt-PT": "elevador", "pt-BR": "ascensor", "de": "Aufzug", "en": "lift"}"#);
        for (lang, tag, text) in [
            ("pt-BR", "pt-BR", "ascensor"),
            ("pt", "pt-PT", "elevador"),
            ("de-AT", "de", "Aufzug"),
            ("en-GB", "en", "lift"),
            ("PT-br", "pt-BR", "ascensor"),
            ("DE", "de", "Aufzug"),
            ("ja", "en", "lift"),
            ("", "en", "lift"),
        ] {
            assert_eq!((lift.lang(lang), lift.nearest(lang)), (tag, text), "{lang}");
        }
        assert!(lift.speaks("en-GB") && !lift.speaks("ja"));
        assert_eq!(words("\"lift\""), Words::of("en", "lift"));
    }

    #[test]
    fn of_chinese_the_script_counts() {
        for (one, other, same) in [
            ("zh", "zh-Hans", true),
            ("zh-CN", "zh-Hans-SG", true),
            ("zh-TW", "zh-Hant", true),
            ("zh-HK", "zh-Hant-MO", true),
            ("zh", "zh-Hant", false),
            ("zh-Hans-HK", "zh-HK", false),
            ("sr-Latn", "sr-Cyrl", true),
            ("en-HK", "en", true),
            ("ZH-hant", "zh-tw", true),
            ("zh-hant", "zh", false),
            ("z", "zh", false),
        ] {
            assert_eq!(alike(one, other), same, "{one} {other}");
        }
    }

    #[test]
    fn a_plural_form_that_is_not_given_is_that_for_other() {
        let cats =
            words(r#"{"en": {"one": "cat", "other": "cats"}, "pl": {"one": "kot", "few": "koty", "other": "kota"}}"#);
        assert_eq!(["one", "few", "many"].map(|category| cats.form("pl", category)), ["kot", "koty", "kota"]);
        assert_eq!(["one", "few"].map(|category| cats.form("de", category)), ["cat", "cats"]);
    }

    #[test]
    fn tags_are_told_from_names_of_languages() {
        for tag in ["en", "pt-BR", "zh-Hans-CN", "gsw", "de-CH-1996", "en-x-house"] {
            assert!(is_tag(tag), "{tag}");
        }
        assert!(!is_tag(&format!("en{}", "-abcdefgh".repeat(8))));
        for text in ["", "e", "german", "de_AT", "de-", "-de", "d3", "de--AT", "de-österreich", "en-abcdefghi"] {
            assert!(!is_tag(text), "{text}");
        }
    }
}
