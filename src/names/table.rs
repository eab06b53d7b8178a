//! The table of names and codes, which `tools/names/write.mjs` makes and `build.rs` packs, and an index of it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::names::fold::{fold, joined, telling, words};
use crate::names::word::Word;

#[cfg(not(all(browser, feature = "importer")))]
fn text() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/all-names.txt"))
}

#[cfg(all(browser, feature = "importer"))]
pub(crate) use handed_over::hand_over;
#[cfg(all(browser, feature = "importer"))]
use handed_over::text;

/// For the importer the table is a file beside the module, which the worker hands over before it reads a sheet.
#[cfg(any(test, all(browser, feature = "importer")))]
mod handed_over {
    use std::sync::OnceLock;

    static TEXT: OnceLock<String> = OnceLock::new();

    /// Keeps the text for the life of the module. An error if there is a text already, from which the index may be made.
    pub(crate) fn hand_over(text: String) -> Result<(), &'static str> {
        TEXT.set(text).map_err(|_| "the list of names was handed over before")
    }

    /// The text. Without it no place would have a name, and nobody would know why.
    pub(super) fn text() -> &'static str {
        TEXT.get().expect("the list of names is handed over before the first use")
    }
}

/// The names and codes of places by their forms for comparison.
#[derive(Default)]
pub(super) struct Table {
    /// Countries and territories, also former ones.
    pub(super) countries: Names,
    /// States, districts and territories of the USA.
    pub(super) states: Names,
    /// The states that do not exist any more.
    pub(super) former: Vec<Former>,
    /// Names of parts, by the id of the place to which they belong.
    pub(super) parts: BTreeMap<String, &'static str>,
}

/// The names of one kind of places.
#[derive(Default)]
pub(super) struct Names {
    /// The ids by code, in capitals; a number without zeros before it.
    pub(super) codes: BTreeMap<String, &'static str>,
    /// The ids by folded name.
    pub(super) ids: BTreeMap<String, Vec<&'static str>>,
    /// The names that can be suggested: all but codes.
    pub(super) all: Vec<Name>,
}

/// A name of a place.
pub(super) struct Name {
    /// The id of the place.
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    /// Its words that tell the place.
    pub(super) words: Vec<Word>,
    /// Its letters without blanks.
    pub(super) joined: String,
}

/// A state that does not exist any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Former {
    /// Its code in ISO 3166-3, or another short id.
    pub id: &'static str,
    /// Its common English name.
    pub name: &'static str,
    /// The first day on which it existed, or the year.
    pub from: &'static str,
    /// The last day on which it existed.
    pub until: &'static str,
    /// The ids of the places that came after it, with blanks between them.
    pub successors: &'static str,
}

/// The table, which is indexed when it is first used.
pub(super) fn table() -> &'static Table {
    static READ: OnceLock<Table> = OnceLock::new();
    READ.get_or_init(|| Table::read(text()))
}

impl Table {
    fn read(text: &'static str) -> Self {
        let (mut table, mut section, mut places, mut line) = (Self::default(), "", Vec::new(), 0);
        for text in text.lines() {
            let fields: Vec<&str> = text.split('|').collect();
            match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
                Some(name) => (section, line) = (name, 0),
                // The names in another script, in the order of the places.
                None if section == "more" => {
                    table.countries.add(places[line], &[], &fields);
                    line += 1;
                }
                None => {
                    table.add(section, &fields);
                    places.push(fields[0]);
                }
            }
        }
        table
    }

    fn add(&mut self, section: &str, fields: &[&'static str]) {
        match (section, fields) {
            ("places", [id, alpha3, number, names @ ..]) => self.countries.add(id, &[alpha3, number], names),
            ("states", [id, number, names @ ..]) => self.states.add(id, &[number], names),
            ("former", [id, from, until, successors, names @ ..]) => {
                let name = names.first().copied().unwrap_or(id);
                self.former.push(Former { id, name, from, until, successors });
                self.countries.add(id, &[], names);
            }
            ("parts", [id, names @ ..]) => self.parts.extend(names.iter().map(|name| (fold(name), *id))),
            ("ambiguous", [ids, names @ ..]) => {
                for id in ids.split(' ') {
                    names.iter().for_each(|name| self.countries.call(id, name));
                }
            }
            _ => {}
        }
    }
}

impl Names {
    fn add(&mut self, id: &'static str, codes: &[&'static str], names: &[&'static str]) {
        for code in [&[id], codes].concat().into_iter().filter(|code| !code.is_empty()) {
            self.codes.insert(code.trim_start_matches('0').to_owned(), id);
        }
        for name in names.iter().filter(|name| !name.is_empty()) {
            self.call(id, name);
            if !is_code(name) {
                self.all.push(Name { id, name, words: Word::all(telling(words(name))), joined: joined(name) });
            }
        }
    }

    fn call(&mut self, id: &'static str, name: &str) {
        let ids = self.ids.entry(fold(name)).or_default();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
}

/// Whether a text can only be a code: a few capitals or digits.
pub(super) fn is_code(text: &str) -> bool {
    text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        || text.starts_with("OWID_")
}

#[cfg(test)]
mod tests {
    use std::panic;

    use super::handed_over::{hand_over, text};

    #[test]
    fn a_list_of_names_is_handed_over_once_and_before_its_use() {
        assert!(panic::catch_unwind(text).is_err());
        assert_eq!(hand_over("[places]".to_owned()), Ok(()));
        assert!(hand_over(String::new()).is_err());
        assert_eq!(text(), "[places]");
    }
}
