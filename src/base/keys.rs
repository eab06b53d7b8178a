//! A set of texts that numbers its members.

use crate::base::order::{find, ordered};

/// Texts, each with the number of texts that were added before it.
///
/// The map of the standard library would need several times this code in the module.
#[derive(Default)]
pub(crate) struct Keys {
    keys: Vec<String>,
    /// Numbers of keys, sorted by key. No two runs have the same length, so that there are few runs.
    runs: Vec<Vec<usize>>,
}

impl Keys {
    /// The number of a key.
    pub(crate) fn number(&self, key: &str) -> Option<usize> {
        self.runs.iter().find_map(|run| find(run, key, &|number| &self.keys[number]))
    }

    /// Adds a key that is not in the set.
    pub(crate) fn add(&mut self, key: String) {
        let mut run = vec![self.keys.len()];
        self.keys.push(key);
        // Runs of equal length are merged, as in a binomial heap. Each key is therefore moved at most log n times.
        while self.runs.last().is_some_and(|last| last.len() == run.len()) {
            run.extend(self.runs.pop().unwrap_or_default());
            let order = ordered(run.len(), &|a, b| self.keys[run[a]] > self.keys[run[b]]);
            run = order.into_iter().map(|place| run[place]).collect();
        }
        self.runs.push(run);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_the_number_of_keys_before_it() {
        let mut keys = Keys::default();
        let key = |number: usize| format!("{}", number * 7919 % 1009);
        for number in 0..500 {
            assert_eq!(keys.number(&key(number)), None);
            keys.add(key(number));
        }
        assert!((0..500).all(|number| keys.number(&key(number)) == Some(number)));
        assert_eq!(keys.number("no key"), None);
    }
}
