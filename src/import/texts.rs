//! Different texts, each with a number: a column of a million cells often has a hundred different ones.

use std::collections::BTreeMap;

use crate::base::text::{is_control, is_hidden};

/// The most characters of a name, in the limits of the format.
pub(crate) const NAME: usize = 300;

/// Texts by number, in the order in which they first come.
#[derive(Debug, Default)]
pub(crate) struct Texts<'s> {
    numbers: BTreeMap<&'s str, u32>,
    all: Vec<Entry<'s>>,
    last: Option<u32>,
}

/// A text, how often it comes, and the first row with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'s> {
    pub(crate) text: &'s str,
    pub(crate) count: usize,
    pub(crate) row: usize,
}

impl<'s> Texts<'s> {
    /// Counts a text, and returns its number.
    pub(crate) fn add(&mut self, text: &'s str, row: usize) -> u32 {
        // Sheets are usually sorted: the text of the row before is the most likely one.
        if let Some(last) = self.last
            && self.all[last as usize].text == text
        {
            self.all[last as usize].count += 1;
            return last;
        }
        let next = self.all.len() as u32;
        let number = *self.numbers.entry(text).or_insert(next);
        if number == next {
            self.all.push(Entry { text, count: 0, row });
        }
        self.all[number as usize].count += 1;
        self.last = Some(number);
        number
    }

    pub(crate) fn entries(&self) -> &[Entry<'s>] {
        &self.all
    }
}

/// Whether a text has nothing but blanks and characters that nobody sees: the format refuses it as a name.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| is_control(letter) || is_hidden(letter) || letter.is_whitespace())
}

/// The text without control characters, which the format refuses.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter(|letter| !is_control(*letter) || matches!(letter, '\n' | '\t')).collect()
}
