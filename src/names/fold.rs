//! A name in the form in which names are compared: without case, diacritics, punctuation and order of words.

use std::sync::OnceLock;

use crate::base::case::small;
use crate::base::order::ordered;

/// Letters with diacritics, by the letter without. Combining marks are dropped.
const LETTERS: [(char, &str); 41] = [
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('b', "ḃḅḇ"),
    ('c', "çćĉċčḉ"),
    ('d', "ďđðḋḍḏḑḓ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('f', "ḟ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥȟḣḥḧḩḫẖ"),
    ('i', "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľłḷḹḻḽ"),
    ('m', "ḿṁṃ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('o', "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ('p', "ṕṗ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšșṡṣṥṧṩ"),
    ('t', "ţťțṫṭṯṱẗ"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('v', "ṽṿ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('x', "ẋẍ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('z', "źżžẑẓẕ"),
    ('α', "ά"),
    ('ε', "έ"),
    ('η', "ή"),
    ('ι', "ίϊΐ"),
    ('ο', "ό"),
    ('σ', "ς"),
    ('υ', "ύϋΰ"),
    ('ω', "ώ"),
    ('г', "ѓ"),
    ('е', "ѐё"),
    ('и', "йѝ"),
    ('і', "ї"),
    ('ا', "أإآٱ"),
    ('ي', "ىی"),
    ('ه', "ة"),
    ('ك', "ک"),
];

/// Letters that stand for two.
const PAIRS: [(char, &str); 5] = [('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('þ', "th"), ('ǽ', "ae")];

/// Words that are written in several ways.
const WORDS: [(&str, &str); 9] = [
    ("st", "saint"),
    ("ste", "sainte"),
    ("rep", "republic"),
    ("dem", "democratic"),
    ("fed", "federated"),
    ("is", "islands"),
    ("isl", "islands"),
    ("island", "islands"),
    ("sts", "states"),
];

/// Words that do not tell one place from another.
const DROPPED: [&str; 3] = ["the", "of", "and"];

/// The words of a name, in alphabetical order.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> =
        letters(name).split(' ').filter(|word| !word.is_empty() && !DROPPED.contains(word)).map(usual).collect();
    words.sort();
    words
}

/// The words of a name as one text.
pub(super) fn fold(name: &str) -> String {
    words(name).join(" ")
}

/// The words of a name that tell the place, without those of its form of state.
pub(super) fn telling(mut words: Vec<String>) -> Vec<String> {
    words.retain(|word| !FORMS.contains(&word.as_str()));
    words
}

/// The letters of a name without blanks, in their order.
pub(super) fn joined(name: &str) -> String {
    letters(name).replace(' ', "")
}

/// Words for forms of state and territory.
const FORMS: [&str; 20] = [
    "area",
    "commonwealth",
    "country",
    "district",
    "federal",
    "federation",
    "islamic",
    "islands",
    "kingdom",
    "nation",
    "people",
    "peoples",
    "province",
    "region",
    "republic",
    "sar",
    "state",
    "states",
    "territory",
    "union",
];

fn usual(word: &str) -> String {
    let found = WORDS.iter().find(|(written, _)| *written == word);
    found.map_or(word, |(_, usual)| *usual).to_owned()
}

/// A name in lower case without diacritics, with a blank in place of punctuation.
fn letters(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in small(&name.chars().map(narrow).collect::<String>()).chars() {
        if is_dropped(letter) {
        } else if letter.is_ascii_alphanumeric() {
            folded.push(letter);
        } else if let Some((_, pair)) = PAIRS.iter().find(|(single, _)| *single == letter) {
            folded.push_str(pair);
        } else if letter.is_alphanumeric() || is_sign(letter) {
            folded.push(plain(letter));
        } else {
            folded.push(' ');
        }
    }
    folded
}

/// The letter without its diacritics. The variants are sorted once.
fn plain(letter: char) -> char {
    static SORTED: OnceLock<Vec<(char, char)>> = OnceLock::new();
    let sorted = SORTED.get_or_init(|| {
        let mut all = Vec::new();
        for (plain, variants) in LETTERS {
            all.extend(variants.chars().map(|variant| (variant, plain)));
        }
        ordered(all.len(), &|a, b| all[a].0 > all[b].0).into_iter().map(|place| all[place]).collect()
    });
    sorted.binary_search_by_key(&letter, |(variant, _)| *variant).map_or(letter, |place| sorted[place].1)
}

/// The common form of the wide Latin letters of Chinese and Japanese text.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// Marks above and below letters, joiners, apostrophes, and the point of an abbreviation.
fn is_dropped(letter: char) -> bool {
    matches!(letter,
        '.' | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '׳'
        | '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05bd}' | '\u{05bf}'..='\u{05c7}' | '\u{0610}'..='\u{061a}'
        | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{093c}' | '\u{200b}'..='\u{200f}')
}

/// Signs of Indian scripts and of Thai that belong to a word.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{0900}'..='\u{0963}' | '\u{0e31}'..='\u{0e4e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_diacritics_punctuation_and_order_of_words_do_not_matter() {
        for (one, other) in [
            ("CÔTE D’IVOIRE", "cote d'ivoire"),
            ("Korea, Republic of", "The Republic of Korea"),
            ("Bosnia & Herzegovina", "Bosnia and  Herzegovina"),
            ("St. Kitts-Nevis", "Saint Kitts and Nevis"),
            ("U.S.A.", "usa"),
            ("İzmir", "izmir"),
            ("Færøerne", "faeroerne"),
            ("Ｊａｐａｎ", "japan"),
            ("أفغانستان", "افغانستان"),
            ("Йемен", "йемен"),
            ("अफ़ग़ानिस्तान", "अफगानिस्तान"),
            ("Cook Is.", "Cook Islands"),
            ("ΛΊΒΑΝΟΣ", "Λίβανος"),
            ("S\u{e3}o Tom\u{e9}", "Sa\u{303}o Tome\u{301}"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("Niger"), fold("Nigeria"));
        assert_eq!(fold(" ,;- "), "");
    }

    #[test]
    fn words_of_the_form_of_state_do_not_tell_a_place() {
        assert_eq!(telling(words("Islamic Republic of Iran")), ["iran"]);
        assert!(telling(words("Kingdom of the")).is_empty());
    }
}
