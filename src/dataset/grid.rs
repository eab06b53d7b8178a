//! The grids that are built in.

/// The names of the built-in grids.
pub(super) const NAMES: [&str; 1] = ["world"];

/// A line of a grid's CSV, `code,name,row,col`.
pub(super) struct Place<'a> {
    pub(super) code: &'a str,
    pub(super) name: &'a str,
    pub(super) row: usize,
    pub(super) column: usize,
}

/// The shapes of a built-in grid as CSV, widest first.
pub(super) fn built_in(name: &str) -> Option<[&'static str; 2]> {
    (name == "world").then_some([
        include_str!(concat!(env!("OUT_DIR"), "/world.csv")),
        include_str!(concat!(env!("OUT_DIR"), "/world-portrait.csv")),
    ])
}

/// The places of a built-in grid. A line that is not of the form is left out; tests see to it that there is none.
pub(super) fn places(csv: &str) -> impl Iterator<Item = Place<'_>> {
    csv.lines().skip(1).filter_map(|line| {
        let mut fields = line.split(',');
        let place = Place {
            code: fields.next()?,
            name: fields.next()?,
            row: fields.next()?.parse().ok()?,
            column: fields.next()?.parse().ok()?,
        };
        fields.next().is_none().then_some(place)
    })
}

/// The place of the world that has this code or English name, capitals apart.
#[cfg(explain)]
pub(super) fn world(name: &str) -> Option<Place<'static>> {
    let [csv, _] = built_in("world")?;
    places(csv).find(|place| place.code.eq_ignore_ascii_case(name) || place.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn both_shapes_of_the_world_hold_the_same_200_places_on_tiles_of_their_own() {
        let mut shapes = Vec::new();
        for csv in built_in("world").unwrap() {
            let rows = csv.lines().count() - 1;
            let codes: BTreeSet<&str> = places(csv).map(|place| place.code).collect();
            let tiles: BTreeSet<(usize, usize)> = places(csv).map(|place| (place.row, place.column)).collect();
            assert_eq!((rows, codes.len(), tiles.len()), (200, 200, 200));
            assert!(["VA", "PS", "TW", "HK", "MO", "XK", "EH"].iter().all(|code| codes.contains(code)));
            shapes.push(codes);
        }
        assert_eq!(shapes[0], shapes[1]);
    }
}
