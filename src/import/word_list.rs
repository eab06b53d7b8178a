//! Lists of words in which the cells of a sheet are looked up.

use std::sync::OnceLock;

/// Lists of words with vertical bars between them. The words are split and sorted once, at the first look-up, because a
/// sheet has many cells.
pub(crate) struct WordList {
    lists: &'static [&'static str],
    /// Each word with the number of its list.
    sorted: OnceLock<Vec<(&'static str, usize)>>,
}

impl WordList {
    pub(crate) const fn of(lists: &'static [&'static str]) -> Self {
        Self { lists, sorted: OnceLock::new() }
    }

    /// Whether a word is in one of the lists.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.all(word).next().is_some()
    }

    /// The numbers of the lists that have a word, in their order.
    pub(crate) fn all(&self, word: &str) -> impl Iterator<Item = usize> {
        self.from(word).take_while(move |(known, _)| *known == word).map(|(_, list)| *list)
    }

    /// The number of the first list that has a word with this beginning.
    pub(crate) fn beginning(&self, start: &str) -> Option<usize> {
        self.from(start).take_while(|(known, _)| known.starts_with(start)).map(|(_, list)| *list).min()
    }

    /// The words from this one on, in the order of their bytes.
    fn from(&self, word: &str) -> impl Iterator<Item = &(&'static str, usize)> {
        let sorted = self.sorted.get_or_init(|| {
            let lists = self.lists.iter().enumerate();
            let mut words: Vec<_> =
                lists.flat_map(|(place, list)| list.split('|').map(move |word| (word, place))).collect();
            words.sort_unstable();
            // A list can have a word twice.
            words.dedup();
            words
        });
        sorted[sorted.partition_point(|(known, _)| *known < word)..].iter()
    }
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
