//! Finds the places of a grid by the names that pages know too.

#[cfg(embedded)]
use std::sync::OnceLock;

use crate::base::order::{find, ordered};
use crate::model::grid;

macro_rules! embedded {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// Finds places by code and by name. The names are sorted, because a CSV file can name a place in every row.
pub(crate) struct NamedPlaces {
    /// Each code or name in its form for comparison, with the code of its place.
    names: Vec<(String, &'static str)>,
    order: Vec<usize>,
}

/// The places of the grid of countries, or of that of states, which are sorted once.
#[cfg(embedded)]
pub(crate) fn named_places(states: bool) -> Shared {
    static COUNTRIES: OnceLock<NamedPlaces> = OnceLock::new();
    static STATES: OnceLock<NamedPlaces> = OnceLock::new();
    if states { &STATES } else { &COUNTRIES }.get_or_init(|| NamedPlaces::of(states))
}

/// The same, sorted for each file: the checker gets the places with the file.
#[cfg(not(embedded))]
pub(crate) fn named_places(states: bool) -> Shared {
    NamedPlaces::of(states).into()
}

/// The places of many files, or of one.
#[cfg(embedded)]
pub(crate) type Shared = &'static NamedPlaces;
#[cfg(not(embedded))]
pub(crate) type Shared = Box<NamedPlaces>;

impl NamedPlaces {
    /// The places of the grid of countries, or of that of states. A line of the list has an id and its names.
    fn of(states: bool) -> Self {
        let (places, list) = if states {
            (grid::states(), embedded!("names-of-states.txt"))
        } else {
            (grid::countries(), embedded!("names.txt"))
        };
        let mut names = Vec::new();
        for place in places.iter() {
            names.push((form(place.code), place.code));
            names.push((form(place.name), place.code));
        }
        for line in list.split('\n') {
            let mut id = "";
            for name in line.split('|') {
                if id.is_empty() {
                    id = name;
                }
                names.push((form(name), id));
            }
        }
        let order = ordered(names.len(), &|a, b| names[a].0 > names[b].0);
        Self { names, order }
    }

    /// The code of the place with this code or name.
    pub(crate) fn code(&self, name: &str) -> Option<&'static str> {
        find(&self.order, &form(name), &|place| &self.names[place].0).map(|place| self.names[place].1)
    }
}

/// A name without ASCII punctuation, blanks, "the" before it, and capitals.
fn form(name: &str) -> String {
    let mut form = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() || !letter.is_ascii() && letter != '’' {
            form.push(letter.to_ascii_lowercase());
        }
    }
    form.strip_prefix("the").unwrap_or(&form).to_owned()
}
