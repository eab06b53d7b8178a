//! The built-in grids.

#[cfg(embedded)]
use std::sync::OnceLock;

use crate::model::places::part;

/// The grid of the world.
pub(crate) const WORLD: &str = "world";
/// The grid of the states of the USA, the only grid whose places are not countries.
pub(crate) const US_STATES: &str = "us-states";
/// The grid of the world with its territories. It has the names of the places of all grids of countries.
pub(crate) const TERRITORIES: &str = "world-territories";
/// The names of the built-in grids.
pub(crate) const NAMES: [&str; 5] = [WORLD, TERRITORIES, US_STATES, "eu", "africa"];

/// A place of a built-in grid, and where its tile is in one of the shapes.
pub(crate) struct Place {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) row: usize,
    pub(crate) column: usize,
}

/// The shapes of a built-in grid, widest first. All have the same places in the same order.
#[cfg(embedded)]
pub(crate) fn built_in(name: &str) -> Option<&'static [Vec<Place>]> {
    // Each is unpacked once: a sheet of a few rows asks for them many times.
    static UNPACKED: [OnceLock<Vec<Vec<Place>>>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
    let index = NAMES.iter().position(|known| *known == name)?;
    Some(UNPACKED[index].get_or_init(|| unpacked(part(index))))
}

/// The same, unpacked each time: a page asks for a grid when it loads a dataset, and the places can come later.
#[cfg(not(embedded))]
pub(crate) fn built_in(name: &str) -> Option<Vec<Vec<Place>>> {
    let shapes = unpacked(part(NAMES.iter().position(|known| *known == name)?));
    // In browsers the places could be missing.
    (!shapes.is_empty()).then_some(shapes)
}

/// A line with the codes, one for each shape, and names if the grid has names of its own. A code is two letters, and so
/// is where a place is in a shape.
fn unpacked(packed: &'static str) -> Vec<Vec<Place>> {
    let mut lines = packed.split('\n');
    let codes = lines.next().unwrap_or_default();
    let mut shapes = Vec::new();
    let mut names = Vec::new();
    for line in lines {
        // No name is as long as the line of a shape.
        if line.len() == codes.len() { shapes.push(line) } else { names.push(line) }
    }
    let countries = if names.is_empty() { countries() } else { Places::default() };
    let mut all = Vec::new();
    for shape in shapes {
        let (mut codes, mut cells, mut places) = (codes, shape.bytes(), Vec::new());
        while let Some((code, rest)) = codes.split_at_checked(2) {
            let mut count = || usize::from(cells.next().unwrap_or(b'0') - b'0');
            let (row, column) = (count(), count());
            let own = names.get(places.len()).copied();
            let name = own.or_else(|| countries.iter().find(|place| place.code == code).map(|place| place.name));
            places.push(Place { code, name: name.unwrap_or(code), row, column });
            codes = rest;
        }
        all.push(places);
    }
    all
}

/// The codes of the countries and territories of the world, two letters each.
pub(crate) fn codes() -> &'static str {
    part(1).split('\n').next().unwrap_or_default()
}

/// Places in the order of their grid.
#[cfg(embedded)]
pub(crate) type Places = &'static [Place];
#[cfg(not(embedded))]
pub(crate) type Places = Vec<Place>;

/// The countries and territories of the world.
pub(crate) fn countries() -> Places {
    widest(TERRITORIES)
}

/// The states of the United States.
#[cfg(explain)]
pub(crate) fn states() -> Places {
    widest(US_STATES)
}

/// The widest shape of a built-in grid.
#[cfg(embedded)]
fn widest(name: &str) -> Places {
    built_in(name).map_or(&[], |shapes| shapes[0].as_slice())
}

/// The widest shape of a built-in grid.
#[cfg(not(embedded))]
fn widest(name: &str) -> Places {
    built_in(name).map_or_else(Vec::new, |mut shapes| shapes.swap_remove(0))
}

/// Whether a built-in grid has a place with this code.
#[cfg(explain)]
pub(crate) fn has(grid: &str, code: &str) -> bool {
    built_in(grid).is_some_and(|shapes| shapes[0].iter().any(|place| place.code == code))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_shape_of_a_grid_holds_the_same_places_on_tiles_of_their_own() {
        for (name, count, shapes) in
            [("world", 200, 2), ("world-territories", 243, 2), ("us-states", 56, 1), ("eu", 27, 1), ("africa", 55, 1)]
        {
            let all = built_in(name).unwrap();
            assert_eq!(all.len(), shapes, "{name}");
            for places in all.iter() {
                let codes: BTreeSet<&str> = places.iter().map(|place| place.code).collect();
                let tiles: BTreeSet<(usize, usize)> = places.iter().map(|place| (place.row, place.column)).collect();
                assert_eq!((places.len(), codes.len(), tiles.len()), (count, count, count), "{name}");
                assert!(places.iter().zip(&all[0]).all(|(a, b)| (a.code, a.name) == (b.code, b.name)), "{name}");
            }
        }
    }

    #[test]
    fn the_grids_are_those_of_their_files() {
        let files = [
            ("world", 0, include_str!("../../datasets/grids/world.csv")),
            ("world", 1, include_str!("../../datasets/grids/world-portrait.csv")),
            ("world-territories", 0, include_str!("../../datasets/grids/world-territories.csv")),
            ("world-territories", 1, include_str!("../../datasets/grids/world-territories-portrait.csv")),
            ("us-states", 0, include_str!("../../datasets/grids/us-states.csv")),
            ("eu", 0, include_str!("../../datasets/grids/eu.csv")),
            ("africa", 0, include_str!("../../datasets/grids/africa.csv")),
        ];
        assert!(NAMES.iter().all(|name| files.iter().any(|(grid, ..)| grid == name)));
        for (grid, shape, csv) in files {
            let places = &built_in(grid).unwrap()[shape];
            let lines: BTreeSet<String> = places
                .iter()
                .map(|place| format!("{},{},{},{}", place.code, place.name, place.row, place.column))
                .collect();
            assert_eq!(lines, csv.lines().skip(1).map(str::to_owned).collect(), "{grid}");
        }
    }

    #[test]
    fn the_world_has_disputed_places_too() {
        let world = &built_in(WORLD).unwrap()[0];
        let has = |code: &str| world.iter().any(|place| place.code == code);
        assert!(["VA", "PS", "TW", "HK", "MO", "XK", "EH"].into_iter().all(has));
    }

    #[test]
    fn what_is_a_country_has_the_code_and_name_that_it_has_in_the_world() {
        let countries = countries();
        let is_country =
            |wanted: &Place| countries.iter().any(|place| (place.code, place.name) == (wanted.code, wanted.name));
        for name in NAMES.into_iter().filter(|name| *name != US_STATES) {
            assert!(built_in(name).unwrap()[0].iter().all(is_country), "{name}");
        }
    }

    #[cfg(explain)]
    #[test]
    fn the_inhabited_territories_of_the_united_states_are_countries_too() {
        let countries = countries();
        let is_country =
            |wanted: &Place| countries.iter().any(|place| (place.code, place.name) == (wanted.code, wanted.name));
        let both: Vec<&str> = states().iter().filter(|place| is_country(place)).map(|place| place.code).collect();
        assert_eq!(both, ["AS", "GU", "MP", "PR", "VI"]);
    }
}
