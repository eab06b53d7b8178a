//! Tests of the grids of this repository.

use std::collections::BTreeSet;
use std::fs;

use super::options::Order;
use super::table::Table;
use super::weights::Weights;
use super::{Layout, Measures, Places, Whole, costs, file, make, places, recipes, rules};

/// The text of a file of this repository.
fn text(path: &str) -> String {
    fs::read_to_string(recipes::root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The order that makes a shipped grid, and its places.
fn order(name: &str) -> (Order, Places) {
    let out = format!("datasets/grids/{name}.csv");
    let orders = recipes::orders(&text(recipes::RECIPES)).unwrap();
    let mut order = orders.into_iter().find(|order| order.out.as_os_str() == out.as_str()).unwrap();
    order.places = recipes::root().join(&order.places);
    order.more = order.more.map(|path| recipes::root().join(path));
    let places = places(&order).unwrap();
    (order, places)
}

/// A shipped grid with its places, read and written again without annealing.
fn shipped(name: &str, columns: i32, rows: i32) -> (Places, Layout) {
    let (_, places) = order(name);
    let grid = text(&format!("datasets/grids/{name}.csv"));
    let layout = file::read(&grid, columns, rows, &places).unwrap();
    assert_eq!(file::write(&layout, &places), grid, "{name}: another order, name or rim");
    (places, layout)
}

#[test]
fn both_shapes_of_the_world_are_connected_and_no_side_is_wrong() {
    // The measure of docs/grids.md for public grids uses other centres, other borders and fewer places.
    for (name, columns, rows, least_order) in [("world", 28, 18, 0.95), ("world-portrait", 16, 22, 0.92)] {
        let (places, layout) = shipped(name, columns, rows);
        let members = places.list.iter().filter(|place| !place.minor).count();
        let others: BTreeSet<&str> = places.list.iter().filter(|place| place.minor).map(|p| p.code.as_str()).collect();
        assert_eq!(members, 193);
        assert_eq!(others, BTreeSet::from(["EH", "HK", "MO", "PS", "TW", "VA", "XK"]));
        let measures = Measures::of(&layout, &places);
        assert_eq!((measures.across, measures.torn), (0, 0), "{name}");
        assert!(measures.order >= least_order, "{name}: {}", measures.order);
        assert!(measures.columns <= columns && measures.rows <= rows, "{name}: {measures}");
        assert!(measures.touching >= 0.82 && measures.by_edge >= 0.55, "{name}: {measures}");
        assert!(measures.within_two >= 0.95, "{name}: {measures}");
        let (lost, ashore) = Whole::new(&places, &Weights::default()).stray(&layout);
        assert!(lost == 0 && ashore <= 4, "{name}: {lost} islands are far off, {ashore} touch a mainland");
    }
}

#[test]
fn the_world_keeps_the_rules_that_weigh_most() {
    for name in ["world", "world-portrait"] {
        let (order, places) = order(name);
        let rules = rules::read(&text(order.rules[0].to_str().unwrap()), &places).unwrap();
        let grid = text(&format!("datasets/grids/{name}.csv"));
        let layout = file::read(&grid, order.columns, order.rows, &places).unwrap();
        let broken = |rule: &&rules::Rule| rule.weight >= 4.0 && !rule.holds(&layout);
        let broken: Vec<String> = rules.iter().filter(broken).map(|rule| rule.words(&places)).collect();
        assert!(broken.is_empty(), "{name}: {broken:?}");
        let kept = rules.iter().filter(|rule| rule.holds(&layout)).count();
        assert!(kept * 100 >= rules.len() * 84, "{name}: {kept} of {}", rules.len());
    }
}

#[test]
fn every_grid_has_a_recipe_that_can_be_read() {
    let orders = recipes::orders(&text(recipes::RECIPES)).unwrap();
    let made: BTreeSet<String> = orders.iter().map(|order| order.out.display().to_string()).collect();
    for entry in fs::read_dir(recipes::root().join("datasets/grids")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(!name.ends_with(".csv") || made.contains(&format!("datasets/grids/{name}")), "{name} has no recipe");
    }
}

#[test]
fn mends_lead_to_the_shipped_grids() {
    let names =
        ["world", "world-portrait", "world-territories", "world-territories-portrait", "us-states", "eu", "africa"];
    for (name, (Order { mend, .. }, places)) in names.map(|name| (name, order(name))) {
        let Some(mend) = mend else {
            continue;
        };
        let grid = text(&format!("datasets/grids/{name}.csv"));
        let shipped = file::read(&grid, Layout::MOST, Layout::MOST, &places).unwrap();
        // Mends count cells from the edge of the grid before mending. The edge can be elsewhere now, so all cells have
        // the same offset.
        let mends = text(mend.to_str().unwrap());
        let off: BTreeSet<(i32, i32)> = Table::read(&mends, &["code", "row", "col", "why"])
            .unwrap()
            .lines()
            .map(|line| {
                let (x, y) = shipped.at[places.find(line.text("code")).unwrap()];
                (line.number::<i32>("col").unwrap() - x, line.number::<i32>("row").unwrap() - y)
            })
            .collect();
        assert_eq!(off.len(), 1, "{}: a mend that is not kept", mend.display());
    }
}

#[test]
fn the_example_grids_have_all_places_and_measure_well() {
    for (name, count) in [("us-states", 56), ("eu", 27), ("africa", 55)] {
        let (places, layout) = shipped(name, 16, 16);
        let measures = Measures::of(&layout, &places);
        assert_eq!((places.len(), measures.torn), (count, 0), "{name}");
        assert!(measures.touching >= 0.85 && measures.order >= 0.94, "{name}: {measures}");
    }
}

#[test]
fn the_finer_world_has_the_places_of_the_world_and_territories() {
    for (name, columns, rows) in [("world-territories", 31, 19), ("world-territories-portrait", 18, 25)] {
        let (places, layout) = shipped(name, columns, rows);
        let measures = Measures::of(&layout, &places);
        assert_eq!((places.len(), measures.across, measures.torn), (243, 0, 0), "{name}");
        assert!(measures.touching >= 0.78 && measures.order >= 0.92, "{name}: {measures}");
    }
}

#[test]
fn the_same_options_make_the_same_bytes() {
    let places = Places::read(&text("datasets/grids/places/eu.csv")).unwrap();
    let grid = |seed: &str| {
        let line = format!("eu.csv --columns 8 --rows 8 --steps 3000 --out grid.csv --seed {seed}");
        let order = Order::parse(line.split_whitespace()).unwrap();
        file::write(&make(&order, &places, &costs(&order, &places, &[])).unwrap(), &places)
    };
    assert_eq!(grid("5"), grid("5"));
    assert_ne!(grid("5"), grid("6"));
}
