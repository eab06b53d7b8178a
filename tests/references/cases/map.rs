//! The tile grid map, and the groups.

use banspread::view::intent::Tab;
use banspread::{Chart, Dataset, Intent, Part};
use serde_json::json;

use super::Case;
use crate::samples::datasets::{Sample, event, tile};
use crate::samples::{chart, go};

const NAMES: [&str; 24] = [
    "Airtel",
    "AT&T",
    "Bell",
    "BT",
    "Claro",
    "Deutsche Telekom",
    "Elisa",
    "Iliad",
    "KPN",
    "KT",
    "Liberty Global",
    "Millicom",
    "MTN",
    "NTT Docomo",
    "Orange",
    "Rakuten Mobile",
    "Singtel",
    "Spark New Zealand",
    "Telecom Italia",
    "Telefónica",
    "Telstra",
    "Three",
    "Verizon",
    "Vodafone",
];

pub(crate) fn cases() -> Vec<Case> {
    let world = |width: f64| {
        let mut chart = chart(Dataset::huawei(), width);
        go(&mut chart, "2020-10-20");
        chart
    };
    vec![
        map("map-landscape", "The world where there is room: 28 columns", &world(720.0)),
        map("map-portrait", "The world on a phone: 16 columns, no tile under 20 px", &world(360.0)),
        map("map-own-tiles", "A dataset's own grid", &own_tiles()),
        map("map-us-states", "The states of the US", &shipped("us-states", "CA", 480.0)),
        map("map-eu", "The members of the European Union, with names where they fit", &shipped("eu", "DE", 480.0)),
        map("map-africa", "Africa", &shipped("africa", "KE", 480.0)),
        map("groups", "Groups beside their names", &groups(640.0)),
        map("groups-narrow", "Groups on a phone, below their names", &groups(320.0)),
    ]
}

fn map(name: &'static str, caption: &'static str, chart: &Chart) -> Case {
    Case::of_part(name, caption, chart, Part::Map)
}

/// Twelve districts around a lake.
fn own_tiles() -> Chart {
    let places = [(0, 1), (0, 2), (0, 3), (1, 0), (1, 3), (1, 4), (2, 0), (2, 4), (3, 1), (3, 2), (3, 3), (4, 2)];
    let names: Vec<String> = (1..=places.len()).map(|number| format!("D{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let tiles: Vec<_> = names.iter().zip(places).map(|(name, (row, column))| tile(name, row, column)).collect();
    let mut sample = Sample::new().with("tiles", tiles).countries(&names);
    for (place, name) in names.iter().enumerate().skip(2) {
        let status = ["banned", "restricted", "review", "permitted"][place % 4];
        sample = sample.and("events", event(name, &format!("2020-{place:02}-01"), status));
    }
    chart(sample.dataset(), 360.0)
}

/// A built-in grid with one status.
fn shipped(grid: &str, code: &str, width: f64) -> Chart {
    chart(Sample::new().with("grid", grid).and("events", event(code, "2019-06-01", "restricted")).dataset(), width)
}

fn groups(width: f64) -> Chart {
    let mut sample = Sample::new().row(&["GB", "FR", "DE"]).countries(&["GG", "GI"]).companies(&NAMES);
    for (id, name) in [("eu", "European Union"), ("nato", "NATO")] {
        sample = sample.and("entities", json!({"id": id, "name": name, "kind": "bloc"}));
    }
    for (place, name) in NAMES.iter().enumerate().step_by(3) {
        let status = ["banned", "restricted", "permitted"][place / 3 % 3];
        sample = sample.and("events", event(name, "2019-06-01", status));
    }
    sample = sample.and("events", event("eu", "2020-01-29", "restricted"));
    let mut chart = chart(sample.dataset(), width);
    chart.apply(Intent::View(Tab::Groups));
    chart.arrange(width);
    chart
}
