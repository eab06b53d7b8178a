//! What names of places mean. All matching of names is behind [`PlaceNames`].

use std::collections::{BTreeMap, BTreeSet};

use crate::format::fields::KINDS;
use crate::import::choices::PlaceChoice;
use crate::import::report::Suggestion;
use crate::model::grid::{self, NAMES, NamedPlaces, US_STATES, WORLD};

/// What a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One place: its id.
    Exact(String),
    /// Several places have this name: their ids.
    Ambiguous(Vec<String>),
    /// No place has this name.
    Unknown,
}

/// Finds places by names and codes.
pub trait PlaceNames {
    /// What a name or code means among the places of a built-in grid.
    fn find(&self, text: &str, grid: &str) -> Found;

    /// The ids of places with similar names, the most similar first.
    fn similar(&self, text: &str, grid: &str) -> Vec<String>;

    /// The English name of a place of a grid.
    fn name(&self, id: &str, grid: &str) -> Option<String>;
}

/// Finds the code of a country by a name or code that the grids do not have.
type MoreNames<'n> = &'n dyn Fn(&str) -> Option<String>;

/// The names and codes of the built-in grids, and those of another list of countries.
pub struct GridNames<'n> {
    countries: NamedPlaces,
    states: NamedPlaces,
    all: [Vec<(&'static str, &'static str)>; 2],
    more: MoreNames<'n>,
}

/// Names that several countries have.
const SHARED: [(&str, &[&str]); 3] =
    [("congo", &["CG", "CD"]), ("korea", &["KR", "KP"]), ("virgin islands", &["VI", "VG"])];
/// The most suggestions for a name.
const SUGGESTIONS: usize = 3;
/// The longest name that gets suggestions, in characters.
const LONGEST: usize = 64;
/// How many names decide on the grid.
const SAMPLE: usize = 1_000;

impl<'n> GridNames<'n> {
    /// The names of the grids, and more names of countries.
    pub fn new(more: MoreNames<'n>) -> Self {
        let pairs = |places: &[grid::Place]| places.iter().map(|place| (place.code, place.name)).collect();
        let (countries, states) = (grid::countries(), grid::states());
        let all = [pairs(&countries), pairs(&states)];
        Self { countries: NamedPlaces::of(countries), states: NamedPlaces::of(states), all, more }
    }

    fn all(&self, grid: &str) -> &[(&'static str, &'static str)] {
        &self.all[usize::from(grid == US_STATES)]
    }
}

impl PlaceNames for GridNames<'_> {
    fn find(&self, text: &str, grid: &str) -> Found {
        let lower = text.to_lowercase();
        if grid == US_STATES {
            return self.states.code(text).map_or(Found::Unknown, |code| Found::Exact(code.to_owned()));
        }
        if let Some((_, ids)) = SHARED.iter().find(|(name, _)| *name == lower) {
            return Found::Ambiguous(ids.iter().map(|id| (*id).to_owned()).collect());
        }
        let known = self.countries.code(text).map(str::to_owned).or_else(|| (self.more)(text));
        known.map_or(Found::Unknown, Found::Exact)
    }

    /// A name that only begins with the same word is not near.
    fn similar(&self, text: &str, grid: &str) -> Vec<String> {
        let text = text.to_lowercase();
        let letters = text.chars().count();
        if letters > LONGEST {
            return Vec::new();
        }
        let distance = |name: &str| strsim::osa_distance(&text, &name.to_lowercase());
        let all = self.all(grid).iter().map(|(code, name)| (distance(name), *code));
        let mut found: Vec<(usize, &str)> = all.filter(|(far, _)| *far <= letters / 3).collect();
        found.sort_unstable();
        found.into_iter().take(SUGGESTIONS).map(|(_, code)| code.to_owned()).collect()
    }

    fn name(&self, id: &str, grid: &str) -> Option<String> {
        self.all(grid).iter().find(|(code, _)| *code == id).map(|(_, name)| (*name).to_owned())
    }
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
pub(crate) fn grid_of(names: &[Name<'_>], places: &dyn PlaceNames) -> &'static str {
    let sample = &names[..names.len().min(SAMPLE)];
    let is_place = |name: &Name<'_>, grid: &str| matches!(place(*name, grid, places), Entity::Place(_));
    let count = |grid: &str| sample.iter().filter(|name| is_place(name, grid)).count();
    if count(US_STATES) > count(WORLD) { US_STATES } else { WORLD }
}

/// The grid of the world, or the one with territories if one of the places is a territory.
pub(crate) fn with_territories(grid: &'static str, ids: &BTreeSet<&str>) -> &'static str {
    let is_outside = |id: &&str| !grid::has(WORLD, id) && grid::has(grid::TERRITORIES, id);
    if grid == WORLD && ids.iter().any(is_outside) { grid::TERRITORIES } else { grid }
}

/// What a name means without a choice: the code counts before the name, and both must not contradict each other.
fn place(name: Name<'_>, grid: &str, places: &dyn PlaceNames) -> Entity {
    let by = |text: &str| if text.is_empty() { Found::Unknown } else { places.find(text, grid) };
    match (by(name.code), by(name.name)) {
        (Found::Exact(code), Found::Exact(named)) if code != named => Entity::Asked(vec![named, code]),
        (Found::Exact(id), _) | (_, Found::Exact(id)) => Entity::Place(id),
        (_, Found::Ambiguous(ids)) => Entity::Asked(ids),
        (_, Found::Unknown) => Entity::Asked(Vec::new()),
    }
}

/// The kind of the entity in the words of the format; a country if nothing else is said.
fn kind(name: Name<'_>) -> &'static str {
    let kind = name.kind.to_lowercase();
    KINDS.into_iter().find(|known| *known == kind).unwrap_or(COUNTRY)
}

/// The kind of places.
const COUNTRY: &str = KINDS[0];

/// What each name means, with the choices of a person.
pub(crate) fn resolve(
    names: &[Name<'_>],
    grid: &str,
    choices: &BTreeMap<String, PlaceChoice>,
    places: &dyn PlaceNames,
) -> Vec<Entity> {
    let companies: BTreeMap<&str, &'static str> =
        names.iter().map(|name| (name.text(), kind(*name))).filter(|(_, kind)| *kind != COUNTRY).collect();
    let resolved = |name: &Name<'_>| {
        let own = |kind| Entity::Own(name.text().to_owned(), kind);
        // With a kind, BT is a company; without one in any row, BT is Bhutan.
        let company = companies.get(name.text()).filter(|_| name.kind.is_empty() || kind(*name) != COUNTRY);
        match (choices.get(name.text()), company) {
            (Some(PlaceChoice::Id(id)), _) => chosen(id, grid, places),
            (Some(PlaceChoice::Own(true)), _) => own(company.copied().unwrap_or(COUNTRY)),
            (Some(PlaceChoice::Own(false) | PlaceChoice::Left(())), _) => Entity::Left,
            (None, Some(kind)) => own(kind),
            (None, None) => place(*name, grid, places),
        }
    };
    names.iter().map(resolved).collect()
}

/// The place that a choice names by its id or by a name. What is neither is asked again.
fn chosen(id: &str, grid: &str, places: &dyn PlaceNames) -> Entity {
    if NAMES.iter().any(|name| grid::has(name, id)) {
        return Entity::Place(id.to_owned());
    }
    place(Name { name: id, ..Name::default() }, grid, places)
}

/// Places for the report, by their ids.
pub(crate) fn suggestions(ids: &[String], grid: &str, places: &dyn PlaceNames) -> Vec<Suggestion> {
    let name = |id: &String| places.name(id, grid).unwrap_or_else(|| id.clone());
    ids.iter().map(|id| Suggestion { id: id.clone(), name: name(id) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, code: &str, grid: &str) -> Entity {
        let more = |text: &str| (text == "DOM").then(|| "DO".to_owned());
        place(Name { name, code, kind: "" }, grid, &GridNames::new(&more))
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
    fn a_name_of_several_places_is_asked() {
        assert_eq!(found("Congo", "", WORLD), Entity::Asked(vec!["CG".to_owned(), "CD".to_owned()]));
    }

    #[test]
    fn similar_names_are_suggested_and_never_taken() {
        assert_eq!(found("Germny", "", WORLD), Entity::Asked(Vec::new()));
        let names = GridNames::new(&|_| None);
        assert_eq!(names.similar("Germny", WORLD), ["DE"]);
        assert_eq!(names.similar("Washingtn", US_STATES), ["WA"]);
        assert!(names.similar("Washington, D.C.", US_STATES).is_empty());
    }

    #[test]
    fn the_grid_is_the_one_that_has_the_most_names() {
        let of = |names: &[&str]| {
            let names: Vec<Name<'_>> = names.iter().map(|name| Name { name, ..Name::default() }).collect();
            grid_of(&names, &GridNames::new(&|_| None))
        };
        assert_eq!(of(&["Georgia", "Texas"]), US_STATES);
        assert_eq!(of(&["Georgia", "Armenia"]), WORLD);
        assert_eq!(with_territories(WORLD, &BTreeSet::from(["DE", "GL"])), "world-territories");
    }
}
