//! Lists of words in which the cells of a sheet are looked up.

use std::sync::OnceLock;

use crate::base::order::ordered;

/// Lists of words with vertical bars between them. The words are split and sorted once, at the first look-up, because a
/// sheet has many cells.
pub(crate) struct WordList {
    lists: &'static [&'static str],
    sorted: OnceLock<Vec<Word>>,
}

/// A word with the number of its list.
type Word = (&'static str, usize);

impl WordList {
    pub(crate) const fn of(lists: &'static [&'static str]) -> Self {
        Self { lists, sorted: OnceLock::new() }
    }

    /// Whether a word is in one of the lists.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.from(word).first().is_some_and(|(known, _)| *known == word)
    }

    /// The numbers of the lists that have a word, in their order.
    pub(crate) fn all(&self, word: &str) -> impl Iterator<Item = usize> {
        self.from(word).iter().take_while(move |(known, _)| *known == word).map(|(_, list)| *list)
    }

    /// The number of the first list that has a word with this beginning.
    pub(crate) fn beginning(&self, start: &str) -> Option<usize> {
        self.from(start).iter().take_while(|(known, _)| known.starts_with(start)).map(|(_, list)| *list).min()
    }

    /// The words from this one on, in the order of their bytes.
    fn from(&self, word: &str) -> &[Word] {
        let sorted = self.sorted.get_or_init(|| sorted(self.lists));
        &sorted[sorted.partition_point(|(known, _)| *known < word)..]
    }
}

/// The words of lists in order, each once for a list.
fn sorted(lists: &[&'static str]) -> Vec<Word> {
    let mut words = Vec::new();
    for (place, list) in lists.iter().enumerate() {
        words.extend(list.split('|').map(|word| (word, place)));
    }
    let mut sorted: Vec<Word> = Vec::new();
    for place in ordered(words.len(), &|a, b| words[a].0 > words[b].0) {
        // A list can have a word twice.
        if sorted.last() != Some(&words[place]) {
            sorted.push(words[place]);
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_each_list_that_has_it() {
        static LISTS: WordList = WordList::of(&["state|country|state", "state|status", "Ort"]);
        let all = |word: &str| LISTS.all(word).collect::<Vec<_>>();
        assert_eq!((all("state"), all("Ort"), all("stat")), (vec![0, 1], vec![2], vec![]));
        assert!(LISTS.has("country") && !LISTS.has("countr") && !LISTS.has("state|country") && !LISTS.has(""));
    }

    #[test]
    fn a_beginning_is_found_in_the_first_list() {
        static LISTS: WordList = WordList::of(&["may|juni", "juillet|march"]);
        assert_eq!(
            ["jui", "jun", "ju", "x", "marche"].map(|start| LISTS.beginning(start)),
            [Some(1), Some(0), Some(0), None, None]
        );
    }
}
