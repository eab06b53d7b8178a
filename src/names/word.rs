//! A word of a name, prepared for the comparison with thousands of others.

/// A word, and what is quickly compared.
pub(super) struct Word {
    text: String,
    /// The number of its letters.
    letters: usize,
    /// The letters that it has, as a set: a letter is the bit of its number modulo 32.
    has: u32,
}

impl Word {
    /// Prepares words.
    pub(super) fn all(words: Vec<String>) -> Vec<Self> {
        words.into_iter().map(Self::of).collect()
    }

    fn of(text: String) -> Self {
        let has = text.chars().fold(0, |has, letter| has | 1 << (u32::from(letter) % 32));
        Self { letters: text.chars().count(), has, text }
    }

    /// The number of letters in which two words differ, if they may be the same word with typing errors.
    pub(super) fn distance(&self, other: &Self) -> Option<usize> {
        let most = match self.letters.min(other.letters) {
            0..=2 => 0,
            3..=6 => 1,
            _ => 2,
        };
        // A wrong letter takes one letter from the set and adds another. Few words pass this comparison.
        if self.letters.abs_diff(other.letters) > most || (self.has ^ other.has).count_ones() as usize > 2 * most {
            return None;
        }
        let distance = strsim::osa_distance(&self.text, &other.text);
        (distance <= most).then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(one: &str, other: &str) -> Option<usize> {
        Word::of(one.to_owned()).distance(&Word::of(other.to_owned()))
    }

    #[test]
    fn a_long_word_may_have_two_errors_and_a_short_one_none() {
        assert_eq!(distance("deutchlant", "deutschland"), Some(2));
        assert_eq!(distance("deutchlamt", "deutschland"), None);
        assert_eq!(distance("itlay", "italy"), Some(1));
        assert_eq!(distance("itly", "italy"), Some(1));
        assert_eq!(distance("iran", "iraq"), Some(1));
        assert_eq!(distance("iran", "irib"), None);
        assert_eq!((distance("ue", "us"), distance("us", "us")), (None, Some(0)));
    }

    #[test]
    fn the_set_of_letters_never_hides_a_word_that_is_near() {
        let words = ["niger", "nigeria", "algeria", "algerie", "liberia", "iberia", "syria", "алжир", "алжыр", "日本"];
        for one in words {
            for other in words {
                let steps = strsim::osa_distance(one, other);
                let letters = one.chars().count().min(other.chars().count());
                let most = if letters < 3 {
                    0
                } else if letters < 7 {
                    1
                } else {
                    2
                };
                assert_eq!(distance(one, other), (steps <= most).then_some(steps), "{one}, {other}");
            }
        }
    }
}
