//! Places that an unknown name may mean.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::names::asked::Suggestion;
use crate::names::fold::{joined, telling, words};
use crate::names::table::{Name, Names};
use crate::names::word::Word;

/// The number of suggestions.
const MOST: usize = 5;

/// The number of letters from which on a text is no name. Comparing it would take long.
const LONGEST: usize = 80;

/// The places whose names are like the text, the most alike first, each once.
///
/// A name is like the text if each word of one that tells the place has its word in the other, in any order, with few
/// letters wrong or exchanged. A word that both have in common is not enough.
pub(super) fn suggestions(text: &str, names: &Names) -> Vec<Suggestion> {
    if text.chars().count() > LONGEST {
        return Vec::new();
    }
    let (words, whole) = (Word::all(telling(words(text))), joined(text));
    let mut found: Vec<Suggestion> = Vec::new();
    for Name { id, name, words: others, joined: letters } in &names.all {
        // 1 for a name that has the same letters but other blanks, such as "Timorleste".
        let same = (whole.len() > 3 && *letters == whole).then_some(1);
        if let Some(distance) = apart(&words, others).or(same) {
            found.push(Suggestion { id, name, distance });
        }
    }
    // Among names that are equally near, the one that begins alike: typing errors are rare in first letters.
    found.sort_by_cached_key(|found| (found.distance, Reverse(begins_alike(&whole, &joined(found.name)))));
    let mut seen = BTreeSet::new();
    found.retain(|found| seen.insert(found.id));
    found.truncate(MOST);
    found
}

/// The places with a name that begins with the text, each once, in the order of the table.
pub(super) fn beginning(text: &str, names: &Names) -> Vec<Suggestion> {
    let start = joined(text);
    let mut seen = BTreeSet::new();
    let begins = |name: &&Name| !start.is_empty() && name.joined.starts_with(&start) && seen.insert(name.id);
    names.all.iter().filter(begins).map(|name| Suggestion { id: name.id, name: name.name, distance: 0 }).collect()
}

/// The number of letters that two names have in common at their beginning.
fn begins_alike(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

/// The number of letters in which the words of two names differ; `None` if they are not alike.
fn apart(words: &[Word], others: &[Word]) -> Option<usize> {
    if words.is_empty() || words.len() != others.len() {
        return None;
    }
    let mut left: Vec<&Word> = others.iter().collect();
    let mut sum = 0;
    for word in words {
        let (place, distance) = left
            .iter()
            .enumerate()
            .filter_map(|(place, other)| Some((place, word.distance(other)?)))
            .min_by_key(|(_, distance)| *distance)?;
        left.swap_remove(place);
        sum += distance;
    }
    Some(sum)
}
