//! "Did you mean": the nearest of the words that would have been right.

/// A question that offers the candidate nearest to `word`, where one is near enough to be a slip of the pen.
pub(super) fn did_you_mean<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let most = word.chars().count() / 3 + 1;
    // Of those as near, the one that begins alike: slips are rare in the first letters.
    let alike = |candidate: &str| word.chars().zip(candidate.chars()).take_while(|(a, b)| a == b).count();
    let effort = |candidate| (distance(word, candidate), usize::MAX - alike(candidate), candidate);
    let (steps, _, best) = candidates.map(effort).min()?;
    (steps <= most).then(|| format!("did you mean \"{best}\"?"))
}

/// Letters to insert, delete or replace to turn `a` into `b`, ASCII capitals apart (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().map(|letter| letter.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().map(|letter| letter.to_ascii_lowercase()).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_offered() {
        let words = ["banned", "restricted", "permitted"];
        assert_eq!(did_you_mean("baned", words.into_iter()).as_deref(), Some("did you mean \"banned\"?"));
        assert_eq!(did_you_mean("Permited", words.into_iter()).as_deref(), Some("did you mean \"permitted\"?"));
        assert_eq!(did_you_mean("USA", ["SA", "UA", "US"].into_iter()).as_deref(), Some("did you mean \"US\"?"));
        assert_eq!(did_you_mean("lawsuit", words.into_iter()), None);
    }

    #[test]
    fn distance_counts_single_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("AU", "au"), 0);
    }
}
