//! Amounts: a number of entities, or the sum of their weights, in the words of a language.

use crate::base::compact::compact;
use crate::i18n::messages::Messages;
use crate::model::dataset::Dataset;
use crate::model::localized_text::LocalizedText;

impl Messages {
    /// A number of entities in digits; a sum of weights in few words, such as `1.4 billion`.
    #[inline(never)]
    pub fn amount(&self, amount: f64, weighted: bool) -> String {
        if weighted { compact(amount, self.text("numbers")) } else { self.number(amount as u32) }
    }

    /// The word for what is counted, in the plural form for an amount: governments, people.
    #[inline(never)]
    pub fn counted(&self, dataset: &Dataset, amount: f64, weighted: bool) -> String {
        let unit = dataset.weights().filter(|_| weighted).map(|weights| &weights.unit);
        let of = |words: &LocalizedText| words.form(self.lang(), self.amount_category(amount)).to_owned();
        match unit {
            None => of(dataset.actors()),
            Some(Some(unit)) => of(unit),
            Some(None) => self.by_category("inhabitants", self.amount_category(amount), &[]),
        }
    }

    /// The plural category of an amount as [`Self::amount`] writes it: a thousand or a million with a word, whose last
    /// digits are not written.
    fn amount_category(&self, amount: f64) -> &str {
        if amount >= 999_500.0 {
            return self.text("million");
        }
        self.category(if amount >= 999.5 { 1000 } else { amount as u32 })
    }
}

#[cfg(all(test, not(browser)))]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_millions_have_the_plural_form_of_the_word() {
        let given = r#"[["million", "many"], ["plurals", "one one other"]]"#;
        let french = Messages::read(&given.parse().unwrap());
        for (amount, category) in
            [(1.0, "one"), (2.0, "other"), (1_201.0, "other"), (999_600.0, "many"), (1.4e9, "many")]
        {
            assert_eq!(french.amount_category(amount), category, "{amount}");
        }
        assert_eq!(Messages::default().amount_category(2e6), "other");
    }
}
