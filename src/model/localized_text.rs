//! Texts of a dataset, in its own language and in other languages.

use crate::base::language::{OTHER, alike};

/// A text in one or more languages. A text about a number has the plural forms of each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalizedText {
    /// The forms of the dataset's own language come first.
    forms: Vec<Form>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    /// BCP 47.
    lang: String,
    /// The CLDR name of the plural category. A text that is not about a number has only `other`.
    category: &'static str,
    text: String,
}

impl LocalizedText {
    /// A text in one language.
    pub fn of(lang: &str, text: &str) -> Self {
        Self { forms: vec![Form { lang: lang.to_owned(), category: OTHER, text: text.to_owned() }] }
    }

    /// A text without forms. At least one form must be added before the text is used.
    pub(crate) fn empty() -> Self {
        Self { forms: Vec::new() }
    }

    /// Whether the text has no form.
    pub(crate) fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Adds the form of a plural category in a language.
    pub(crate) fn push(&mut self, lang: &str, category: &'static str, text: &str) {
        // Most texts have one form. A vector would begin with room for four.
        self.forms.reserve_exact(1);
        self.forms.push(Form { lang: lang.to_owned(), category, text: text.to_owned() });
    }

    /// The text in the dataset's own language.
    pub fn own(&self) -> &str {
        self.form("", OTHER)
    }

    /// The text in the language `lang`, a BCP 47 tag. If it is missing: in a variant of the language, such as `pt-BR`
    /// for `pt`; otherwise in the dataset's own language.
    pub fn nearest(&self, lang: &str) -> &str {
        self.form(lang, OTHER)
    }

    /// The form for a plural category, in the language of [`Self::nearest`]. If the category has no form: that of
    /// `other`.
    pub fn form(&self, lang: &str, category: &str) -> &str {
        let tag = self.lang(lang);
        let of = |category| self.forms.iter().find(|form| form.lang == tag && form.category == category);
        of(category).or_else(|| of(OTHER)).map_or("", |form| &form.text)
    }

    /// The language of [`Self::nearest`].
    pub fn lang(&self, wanted: &str) -> &str {
        let exact = self.forms.iter().find(|form| form.lang.eq_ignore_ascii_case(wanted));
        let found = exact.or_else(|| self.forms.iter().find(|form| alike(&form.lang, wanted)));
        // The first form is in the dataset's own language.
        &found.unwrap_or(&self.forms[0]).lang
    }

    /// Whether the text exists in the language `lang` or in a variant of it.
    pub fn speaks(&self, lang: &str) -> bool {
        alike(self.lang(lang), lang)
    }

    /// The language tags of all forms. A tag occurs once for each plural form.
    #[cfg(explain)]
    pub(crate) fn langs(&self) -> Vec<&str> {
        self.forms.iter().map(|form| form.lang.as_str()).collect()
    }
}

#[cfg(all(test, not(browser)))]
mod tests {
    use super::*;

    fn words(json: &str) -> LocalizedText {
        LocalizedText::read(&json.parse().unwrap(), "en").unwrap()
    }

    #[test]
    fn the_nearest_text_has_the_tag_or_the_language_or_is_the_datasets_own() {
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
        assert_eq!(words("\"lift\""), LocalizedText::of("en", "lift"));
    }

    #[test]
    fn other_replaces_a_missing_plural_form() {
        let cats =
            words(r#"{"en": {"one": "cat", "other": "cats"}, "pl": {"one": "kot", "few": "koty", "other": "kota"}}"#);
        assert_eq!(["one", "few", "many"].map(|category| cats.form("pl", category)), ["kot", "koty", "kota"]);
        assert_eq!(["one", "few"].map(|category| cats.form("de", category)), ["cat", "cats"]);
    }
}
