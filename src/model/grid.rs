//! The built-in grids.

#[cfg(explain)]
use crate::base::order::{find, ordered};

/// The grid of the world. The codes and names of countries come from it.
pub(crate) const WORLD: &str = "world";
/// The grid of the states of the USA, the only grid whose places are not countries.
pub(crate) const US_STATES: &str = "us-states";
/// The names of the built-in grids.
pub(crate) const NAMES: [&str; 4] = [WORLD, US_STATES, "eu", "africa"];

/// A line of the CSV file of a grid, `code,name,row,col`.
pub(crate) struct Place<'a> {
    pub(crate) code: &'a str,
    pub(crate) name: &'a str,
    pub(crate) row: usize,
    pub(crate) column: usize,
}

macro_rules! embedded {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".csv"))
    };
}

/// The CSV files of each grid, in the order of [`NAMES`]. A grid has one file for each shape, widest first.
const SHAPES: [&[&str]; 4] = [
    &[embedded!("world"), embedded!("world-portrait")],
    &[embedded!("us-states")],
    &[embedded!("eu")],
    &[embedded!("africa")],
];

/// The shapes of a built-in grid as CSV, widest first.
pub(crate) fn built_in(name: &str) -> Option<&'static [&'static str]> {
    NAMES.iter().position(|known| *known == name).map(|place| SHAPES[place])
}

/// The places of a built-in grid. A line of another form is skipped; a test guarantees that the files have no such
/// line.
pub(crate) fn places(csv: &str) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    for line in csv.split('\n').skip(1) {
        places.extend(parsed(line));
    }
    places
}

fn parsed(line: &str) -> Option<Place<'_>> {
    let mut fields = line.split(',');
    let place = Place {
        code: fields.next()?,
        name: fields.next()?,
        row: fields.next()?.parse().ok()?,
        column: fields.next()?.parse().ok()?,
    };
    fields.next().is_none().then_some(place)
}

/// The countries of the world.
pub(crate) fn world() -> Vec<Place<'static>> {
    places(SHAPES[0][0])
}

/// The states of the United States.
#[cfg(explain)]
pub(crate) fn states() -> Vec<Place<'static>> {
    places(SHAPES[1][0])
}

/// Finds places by code and by English name, without regard to upper and lower case. The names are sorted, because a
/// CSV file can name a place in every row.
#[cfg(explain)]
#[derive(Default)]
pub(crate) struct NamedPlaces {
    /// Each code or name in lower case, with the code of its place.
    names: Vec<(String, &'static str)>,
    order: Vec<usize>,
}

#[cfg(explain)]
impl NamedPlaces {
    pub(crate) fn of(places: Vec<Place<'static>>) -> Self {
        let mut names = Vec::new();
        for place in places {
            for name in [place.code, place.name] {
                names.push((name.to_ascii_lowercase(), place.code));
            }
        }
        let order = ordered(names.len(), &|a, b| names[a].0 > names[b].0);
        Self { names, order }
    }

    /// The code of the place with this code or name.
    pub(crate) fn code(&self, name: &str) -> Option<&'static str> {
        let name = name.to_ascii_lowercase();
        find(&self.order, &name, &|place| &self.names[place].0).map(|place| self.names[place].1)
    }
}

/// Whether a built-in grid has a place with this code.
#[cfg(explain)]
pub(crate) fn has(grid: &str, code: &str) -> bool {
    built_in(grid).is_some_and(|shapes| shapes[0].lines().skip(1).any(|line| line.split(',').next() == Some(code)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_shape_of_a_grid_holds_the_same_places_on_tiles_of_their_own() {
        for (name, count) in NAMES.into_iter().zip([200, 51, 27, 55]) {
            let shapes = built_in(name).unwrap();
            for csv in shapes {
                let rows = csv.lines().count() - 1;
                let codes: BTreeSet<&str> = places(csv).iter().map(|place| place.code).collect();
                let tiles: BTreeSet<(usize, usize)> =
                    places(csv).iter().map(|place| (place.row, place.column)).collect();
                assert_eq!((rows, codes.len(), tiles.len()), (count, count, count), "{name}");
                assert!(places(shapes[0]).iter().all(|place| codes.contains(place.code)), "{name}");
            }
        }
    }

    #[test]
    fn the_world_has_disputed_places_too() {
        let has = |code: &str| world().iter().any(|place| place.code == code);
        assert!(["VA", "PS", "TW", "HK", "MO", "XK", "EH"].into_iter().all(has));
    }

    fn is_country(wanted: &Place<'_>) -> bool {
        world().iter().any(|place| (place.code, place.name) == (wanted.code, wanted.name))
    }

    #[test]
    fn what_is_a_country_has_the_code_and_name_that_it_has_in_the_world() {
        for name in NAMES.into_iter().filter(|name| *name != US_STATES) {
            for csv in built_in(name).unwrap() {
                assert!(places(csv).iter().all(is_country), "{name}");
            }
        }
        assert!(!places(SHAPES[1][0]).iter().any(is_country));
    }
}
