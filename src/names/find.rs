//! Finds places by the names and codes that people write.

use std::collections::BTreeSet;

use crate::model::grid;
pub use crate::names::asked::{Asked, Found, Suggestion};
use crate::names::fold::fold;
use crate::names::suggest::{beginning, suggestions};
pub use crate::names::table::Former;
use crate::names::table::{Names, is_code, table};

/// All names of the long list, for [`Dataset::check`](crate::Dataset::check).
pub fn all_names(asked: Asked<'_>) -> Option<Found> {
    Some(if asked.suggest { find(asked.text, asked.grid) } else { found(asked.text, asked.grid) })
}

/// The place of a grid that a text names or whose code it is.
///
/// Names are those of the place in the languages of the figure and others, official, common and earlier ones. Codes are
/// those of ISO 3166-1 (two and three letters, and numbers, which are also those of M49), ISO 3166-3, the Olympic
/// Committee, FIFA, Our World in Data; on `us-states` postal codes and FIPS. Case, diacritics, punctuation, the order of
/// words and "the" do not matter. A text that is like a name but not the same is never taken for it.
///
/// On the grid `us-states` only states are found, on other built-in grids only countries. If `grid` is empty, both are:
/// a state has the code of ISO 3166-2 then (`US-GA`), and is found by its names only.
///
/// # Examples
///
/// ```
/// use banspread::names::find::{Found, find};
///
/// assert_eq!(find("Côte d'Ivoire", "world"), Found::Exact("CI".to_owned()));
/// assert_eq!(find("Georgia", "us-states"), Found::Exact("GA".to_owned()));
/// assert_eq!(find("Congo", "world"), Found::Ambiguous(vec!["CD".to_owned(), "CG".to_owned()]));
/// let Found::Unknown(suggestions) = find("Itlay", "world") else { panic!("no place has this name") };
/// assert_eq!((suggestions[0].id, suggestions[0].name), ("IT", "Italy"));
/// ```
pub fn find(text: &str, grid: &str) -> Found {
    match found(text, grid) {
        Found::Unknown(_) if grid == grid::US_STATES => Found::Unknown(suggestions(text, &table().states)),
        Found::Unknown(_) => Found::Unknown(or_part(text, &table().countries)),
        found => found,
    }
}

/// The places that may be meant while somebody types a name: those whose name it is, those whose names begin with it,
/// then those with similar names.
pub fn meant(text: &str, grid: &str) -> Vec<Place> {
    let names = if grid == grid::US_STATES { &table().states } else { &table().countries };
    let mut ids = match find(text, grid) {
        Found::Exact(id) => vec![id],
        Found::Ambiguous(ids) => ids,
        Found::Unknown(_) => Vec::new(),
    };
    let similar = beginning(text, names).into_iter().chain(suggestions(text, names));
    ids.extend(similar.map(|found| found.id.to_owned()));
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    ids.truncate(MEANT);
    ids.into_iter().map(|id| Place { name: name(&id, grid).unwrap_or_default().to_owned(), id }).collect()
}

/// The most places that may be meant.
const MEANT: usize = 8;

/// A place by its id, and its English name.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Place {
    /// The id.
    pub id: String,
    /// The English name.
    pub name: String,
}

/// The same without suggestions.
fn found(text: &str, grid: &str) -> Found {
    let text = text.trim();
    let names = if grid == grid::US_STATES { &table().states } else { &table().countries };
    let mut ids: Vec<String> = narrowed(ids(text, names), grid).into_iter().map(str::to_owned).collect();
    if grid.is_empty() {
        ids.extend(states_called(text));
    }
    ids.sort();
    match ids.len() {
        0 => Found::Unknown(Vec::new()),
        1 => Found::Exact(ids.swap_remove(0)),
        _ => Found::Ambiguous(ids),
    }
}

/// The state that does not exist any more with this id.
pub fn former(id: &str) -> Option<Former> {
    table().former.iter().find(|former| former.id == id).copied()
}

/// Whether a text names a part of a place, such as England.
pub(crate) fn is_part(text: &str) -> bool {
    table().parts.contains_key(&fold(text))
}

/// Whether two names begin with the same letter.
pub(crate) fn begin_alike(one: &str, other: &str) -> bool {
    let first = |name: &str| fold(name).chars().next();
    first(one) == first(other)
}

/// The first name of a place, which is its English one.
pub fn name(id: &str, grid: &str) -> Option<&'static str> {
    let names = if grid == grid::US_STATES { &table().states } else { &table().countries };
    former(id).map(|former| former.name).or_else(|| names.all.iter().find(|name| name.id == id).map(|name| name.name))
}

/// The ids of the places that a text names. A text that can only be a code is no name.
fn ids(text: &str, names: &Names) -> Vec<&'static str> {
    let code = text.to_ascii_uppercase();
    let code = names.codes.get(code.trim_start_matches('0')).copied();
    let named = names.ids.get(&fold(text)).cloned().unwrap_or_default();
    match code {
        Some(code) if named.is_empty() || is_code(text) => vec![code],
        // "Nga" is the code of Nigeria, and Russia in Vietnamese.
        Some(code) if !named.contains(&code) => [vec![code], named].concat(),
        _ => named,
    }
}

/// The one of several places that is on the grid, unless one of them is a former state; else all of them.
fn narrowed(ids: Vec<&'static str>, grid: &str) -> Vec<&'static str> {
    if ids.len() < 2 || ids.iter().any(|id| former(id).is_some()) {
        return ids;
    }
    let here: Vec<&str> = ids.iter().copied().filter(|id| grid::has(grid, id)).collect();
    if here.len() == 1 { here } else { ids }
}

/// The states of the USA with this name that are no countries.
fn states_called(text: &str) -> impl Iterator<Item = String> {
    let table = table();
    let ids = table.states.ids.get(&fold(text)).into_iter().flatten();
    // The inhabited territories are places of both.
    ids.filter(|id| name(id, grid::US_STATES) != name(id, grid::WORLD)).map(|id| format!("US-{id}"))
}

/// The place, if the text names a part of it (England); otherwise the places with similar names.
fn or_part(text: &str, names: &Names) -> Vec<Suggestion> {
    let whole = table().parts.get(&fold(text));
    let part = whole.and_then(|id| Some(Suggestion { id, name: name(id, grid::WORLD)?, distance: 0 }));
    part.map_or_else(|| suggestions(text, names), |part| vec![part])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_somebody_types_the_name_itself_comes_first_then_names_that_begin_so() {
        let ids = |text: &str, grid: &str| meant(text, grid).into_iter().map(|place| place.id).collect::<Vec<_>>();
        assert_eq!(ids("Germ", "world")[..2], ["DE", "DDDE"], "also former states");
        assert_eq!(ids("Niger", "world")[..2], ["NE", "NG"]);
        assert_eq!(ids("Itlay", "world"), ["IT"]);
        assert_eq!(ids("New", "us-states")[..2], ["NH", "NJ"]);
        assert!(ids("", "world").is_empty());
        assert_eq!(meant("deutschland", "world"), [Place { id: "DE".to_owned(), name: "Germany".to_owned() }]);
    }
}
