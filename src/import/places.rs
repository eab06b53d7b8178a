//! What the names of a sheet mean.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::fields::KINDS;
use crate::import::choices::PlaceChoice;
use crate::import::marks::without_notes;
use crate::import::report::Suggestion;
use crate::model::grid::{self, NAMES, US_STATES, WORLD};
use crate::names;
use crate::names::asked::Asked;
pub(crate) use crate::names::asked::Found;
use crate::names::find::{all_names, begin_alike, former, is_part};

/// The most suggestions for a name.
const SUGGESTIONS: usize = 3;
/// How many names decide on the grid.
const SAMPLE: usize = 1_000;

/// What a name or code means among the places of a built-in grid, without suggestions.
pub(crate) fn find(text: &str, grid: &str) -> Found {
    let of = |text: &str| all_names(Asked { text, grid, suggest: false }).expect("the long list answers each question");
    let text = without_notes(text);
    let found = of(text);
    let halves = || text.strip_suffix(')').and_then(|open| open.split_once('(')).or_else(|| text.split_once('/'));
    match halves().filter(|_| matches!(found, Found::Unknown(_))) {
        Some((name, other)) => one_place(of(name), of(other)).map_or(found, Found::Exact),
        None => found,
    }
}

/// The place that two names have in common: "Burkina Faso (Upper Volta)", "Congo (Congo-Brazzaville)".
fn one_place(one: Found, other: Found) -> Option<String> {
    match (one, other) {
        (Found::Exact(one), Found::Exact(other)) => (one == other).then_some(one),
        (Found::Exact(id), Found::Ambiguous(ids)) | (Found::Ambiguous(ids), Found::Exact(id)) => {
            ids.contains(&id).then_some(id)
        }
        _ => None,
    }
}

/// The ids of places with similar names, the most similar first, and whether the text is a misspelt name of the only one.
pub(crate) fn similar(text: &str, grid: &str) -> (Vec<String>, bool) {
    let text = without_notes(text);
    // A country is no misspelt state, nor a state a misspelt country.
    let is_elsewhere = |other: &&str| *other != grid && !matches!(find(text, other), Found::Unknown(_));
    if [WORLD, US_STATES].iter().any(|other| (grid == US_STATES) != (*other == US_STATES) && is_elsewhere(other)) {
        return (Vec::new(), false);
    }
    let Found::Unknown(similar) = names::find::find(text, grid) else { return (Vec::new(), false) };
    let is_misspelt = matches!(similar.as_slice(), [only] if is_misspelt(text, only));
    (similar.into_iter().take(SUGGESTIONS).map(|found| found.id.to_owned()).collect(), is_misspelt)
}

/// Whether a text is a name of a place with typing errors, which are rare in first letters. Former states and parts of a
/// place are not that place.
fn is_misspelt(text: &str, place: &names::find::Suggestion) -> bool {
    // At most one letter of five differs: Siak is not Siam.
    let is_near = place.distance * 5 <= text.chars().count();
    is_near && former(place.id).is_none() && !is_part(text) && begin_alike(text, place.name)
}

/// A name of the sheet, with its code and kind if columns have them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name<'s> {
    pub(crate) name: &'s str,
    pub(crate) code: &'s str,
    pub(crate) kind: &'s str,
}

impl<'s> Name<'s> {
    /// The text by which the report and the choices call it.
    pub(crate) fn text(self) -> &'s str {
        if self.name.is_empty() { self.code } else { self.name }
    }
}

/// What an entity of the sheet becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entity {
    /// A place of the grid.
    Place(String),
    /// An entity of its own, with this name and kind.
    Own(String, &'static str),
    /// Its rows are left out.
    Left,
    /// A person must choose: several places have the name, or none.
    Asked(Vec<String>),
}

/// The grid that has the most of the names.
pub(crate) fn grid_of(names: &[Name<'_>]) -> &'static str {
    let sample = &names[..names.len().min(SAMPLE)];
    let is_place = |name: &Name<'_>, grid: &str| matches!(place(*name, grid), Entity::Place(_));
    let count = |grid: &str| sample.iter().filter(|name| is_place(name, grid)).count();
    if count(US_STATES) > count(WORLD) { US_STATES } else { WORLD }
}

/// The grid of the world, or the one with territories if one of the places is a territory.
pub(crate) fn with_territories(grid: &'static str, ids: &BTreeSet<&str>) -> &'static str {
    let is_outside = |id: &&str| !grid::has(WORLD, id) && grid::has(grid::TERRITORIES, id);
    if grid == WORLD && ids.iter().any(is_outside) { grid::TERRITORIES } else { grid }
}

/// What a name means without a choice: the code counts before the name, and both must not contradict each other.
fn place(name: Name<'_>, grid: &str) -> Entity {
    let by = |text: &str| if text.is_empty() { Found::Unknown(Vec::new()) } else { find(text, grid) };
    match (by(name.code), by(name.name)) {
        (Found::Exact(code), Found::Exact(named)) if code != named => Entity::Asked(vec![named, code]),
        (Found::Exact(id), _) | (_, Found::Exact(id)) => existing(id),
        (_, Found::Ambiguous(ids)) => Entity::Asked(ids),
        (_, Found::Unknown(_)) => Entity::Asked(Vec::new()),
    }
}

/// A place, or a question for the places that came after a state that does not exist any more.
fn existing(id: String) -> Entity {
    let after = |state: names::find::Former| state.successors.split(' ').map(str::to_owned).collect();
    former(&id).map_or(Entity::Place(id), |state| Entity::Asked(after(state)))
}

/// The kind of the entity in the words of the format; a country if nothing else is said.
fn kind(name: Name<'_>) -> &'static str {
    let kind = name.kind.to_ascii_lowercase();
    KINDS.into_iter().find(|known| *known == kind).unwrap_or(COUNTRY)
}

/// The kind of places.
const COUNTRY: &str = KINDS[0];

/// What each name means, with the choices of a person.
pub(crate) fn resolve(names: &[Name<'_>], grid: &str, choices: &BTreeMap<String, PlaceChoice>) -> Vec<Entity> {
    let companies: BTreeMap<&str, &'static str> =
        names.iter().map(|name| (name.text(), kind(*name))).filter(|(_, kind)| *kind != COUNTRY).collect();
    let resolved = |name: &Name<'_>| {
        let own = |kind| Entity::Own(name.text().to_owned(), kind);
        // With a kind, BT is a company; without one in any row, BT is Bhutan.
        let company = companies.get(name.text()).filter(|_| name.kind.is_empty() || kind(*name) != COUNTRY);
        match (choices.get(name.text()), company) {
            (Some(PlaceChoice::Id(id)), _) => chosen(id, grid),
            (Some(PlaceChoice::Own(true)), _) => own(company.copied().unwrap_or(COUNTRY)),
            (Some(PlaceChoice::Own(false) | PlaceChoice::Left(())), _) => Entity::Left,
            (None, Some(kind)) => own(kind),
            (None, None) => place(*name, grid),
        }
    };
    let mut found: Vec<Entity> = names.iter().map(resolved).collect();
    eliminate(names, grid, &mut found);
    found
}

/// A name of two places means the one that no other name of the sheet has: beside "DR Congo", "Congo" is the other one.
fn eliminate(names: &[Name<'_>], grid: &str, found: &mut [Entity]) {
    let mut taken: Vec<String> = found
        .iter()
        .filter_map(|entity| if let Entity::Place(id) = entity { Some(id.clone()) } else { None })
        .collect();
    taken.sort();
    for (name, entity) in names.iter().zip(found) {
        let Entity::Asked(ids) = entity else { continue };
        let is_former = ids.iter().any(|id| former(id).is_some());
        let is_ambiguous = !is_former
            && ids.len() == 2
            && name.code.is_empty()
            && matches!(find(name.name, grid), Found::Ambiguous(_));
        let mut left = ids.iter().filter(|id| taken.binary_search(id).is_err());
        if let (true, Some(only), None) = (is_ambiguous, left.next(), left.next()) {
            *entity = Entity::Place(only.clone());
        }
    }
}

/// The place that a choice names by its id or by a name. What is neither is asked again.
fn chosen(id: &str, grid: &str) -> Entity {
    if NAMES.iter().any(|name| grid::has(name, id)) {
        return Entity::Place(id.to_owned());
    }
    place(Name { name: id, ..Name::default() }, grid)
}

/// Whether a choice names a place of a built-in grid, by its id or by a name.
pub(crate) fn is_known(id: &str) -> bool {
    NAMES.iter().any(|name| grid::has(name, id) || matches!(chosen(id, name), Entity::Place(_)))
}

/// Places for the report, by their ids.
pub(crate) fn suggestions(ids: &[String], grid: &str) -> Vec<Suggestion> {
    let name = |id: &String| names::find::name(id, grid).unwrap_or(id).to_owned();
    ids.iter().map(|id| Suggestion { id: id.clone(), name: name(id) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, code: &str, grid: &str) -> Entity {
        place(Name { name, code, kind: "" }, grid)
    }

    fn exact(id: &str) -> Entity {
        Entity::Place(id.to_owned())
    }

    #[test]
    fn a_code_counts_before_a_name_and_must_not_contradict_it() {
        assert_eq!(found("Congo", "CG", WORLD), exact("CG"));
        assert_eq!(found("Germny", "DE", WORLD), exact("DE"));
        assert_eq!(found("Dominica", "DOM", WORLD), Entity::Asked(vec!["DM".to_owned(), "DO".to_owned()]));
    }

    #[test]
    fn a_name_with_the_number_of_a_note_is_the_place() {
        assert_eq!(found("France [1]", "", WORLD), exact("FR"));
        assert_eq!(similar("Germny[note 2]", WORLD), (vec!["DE".to_owned()], true));
    }

    #[test]
    fn two_names_of_one_place_are_the_place() {
        for (name, id) in [
            ("Burkina Faso (Upper Volta)", "BF"),
            ("Congo (Congo-Brazzaville)", "CG"),
            ("Czechia / Czech Republic", "CZ"),
        ] {
            assert_eq!(found(name, "", WORLD), exact(id), "{name}");
        }
        for name in ["China (Hubei)", "Russia (Soviet Union)"] {
            assert!(matches!(found(name, "", WORLD), Entity::Asked(_)), "{name}");
        }
    }

    #[test]
    fn a_name_of_two_places_is_the_one_that_no_other_name_has() {
        let resolved = |names: &[&'static str]| {
            let names: Vec<Name<'_>> = names.iter().map(|name| Name { name, ..Name::default() }).collect();
            resolve(&names, WORLD, &BTreeMap::new()).swap_remove(0)
        };
        assert_eq!(resolved(&["Congo", "Democratic Republic of the Congo"]), exact("CG"));
        assert!(matches!(resolved(&["Congo", "France"]), Entity::Asked(_)));
        assert!(matches!(resolved(&["Congo", "DR Congo", "Republic of the Congo"]), Entity::Asked(_)));
        assert!(matches!(resolved(&["Czechoslovakia", "Slovakia"]), Entity::Asked(_)));
    }

    #[test]
    fn a_place_of_another_grid_is_no_misspelt_one() {
        assert_eq!(similar("Colombia", US_STATES), (Vec::new(), false));
    }

    #[test]
    fn a_name_of_several_places_is_asked() {
        assert_eq!(found("Congo", "", WORLD), Entity::Asked(vec!["CD".to_owned(), "CG".to_owned()]));
    }

    #[test]
    fn similar_names_are_suggested_and_never_taken() {
        assert_eq!(found("Germny", "", WORLD), Entity::Asked(Vec::new()));
        assert_eq!(similar("Germny", WORLD), (vec!["DE".to_owned()], true));
        assert_eq!(similar("Washingtn", US_STATES), (vec!["WA".to_owned()], true));
    }

    #[test]
    fn only_a_name_with_typing_errors_of_one_place_is_misspelt() {
        assert!(similar("Portugl", WORLD).1);
        for text in ["Yugoslvia", "England", "Irão", "Soviet Union", "Korea", "Sirmany"] {
            assert!(!similar(text, WORLD).1, "{text}");
        }
    }

    #[test]
    fn a_former_state_asks_for_those_that_came_after_it() {
        assert_eq!(found("Czechoslovakia", "", WORLD), Entity::Asked(vec!["CZ".to_owned(), "SK".to_owned()]));
    }

    #[test]
    fn the_grid_is_the_one_that_has_the_most_names() {
        let of = |names: &[&str]| {
            let names: Vec<Name<'_>> = names.iter().map(|name| Name { name, ..Name::default() }).collect();
            grid_of(&names)
        };
        assert_eq!(of(&["Georgia", "Texas"]), US_STATES);
        assert_eq!(of(&["Georgia", "Armenia"]), WORLD);
        assert_eq!(with_territories(WORLD, &BTreeSet::from(["DE", "GL"])), "world-territories");
    }
}
