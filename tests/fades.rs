//! Tiles that have just changed fade, unless there are too many of them.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::{Chart, Dataset, Estimate, Intent};
use samples::datasets::{event, statuses};
use samples::go;
use serde_json::{Value, json};

/// A chart on the day before a number of places change.
fn before_changes(places: usize) -> Chart {
    let ids: Vec<String> = (0..places).map(|place| format!("P{place}")).collect();
    let list = |of: &dyn Fn(usize, &String) -> Value| -> Value {
        ids.iter().enumerate().map(|(place, id)| of(place, id)).collect()
    };
    let dataset = json!({
        "format": 1, "id": "many", "title": "Many", "updated": "2021-12-31",
        "actors": {"one": "place", "other": "places"},
        "statuses": statuses(&["Banned"]),
        "tiles": list(&|column, id| json!({"entity": id, "row": 0, "column": column})),
        "entities": list(&|_, id| json!({"id": id, "name": id, "kind": "country"})),
        "events": list(&|_, id| event(id, "2021-03-01", "banned")),
    });
    let mut chart = Chart::new(Dataset::from_text(&dataset.to_string()).unwrap(), Box::new(Estimate));
    go(&mut chart, "2021-02-28");
    chart.apply(Intent::Advance(1000.0));
    chart
}

#[test]
fn a_tile_fades_until_its_outline_has_disappeared() {
    let mut chart = before_changes(1);
    go(&mut chart, "2021-03-01");
    chart.apply(Intent::Advance(599.0));
    assert!(chart.is_moving());
    chart.apply(Intent::Advance(1.0));
    assert!(!chart.is_moving());
}

#[test]
fn more_tiles_than_a_reader_can_follow_do_not_fade() {
    for (places, fade) in [(100, true), (101, false)] {
        let mut chart = before_changes(places);
        go(&mut chart, "2021-03-01");
        assert_eq!(chart.is_moving(), fade, "{places}");
    }
}

#[test]
fn a_tile_that_fades_already_counts_once() {
    let mut chart = before_changes(60);
    go(&mut chart, "2021-03-01");
    chart.apply(Intent::Advance(1.0));
    go(&mut chart, "2021-02-28");
    assert!(chart.is_moving());
}

#[test]
fn a_change_that_is_taken_back_before_it_was_shown_leaves_no_fade() {
    let mut chart = before_changes(1);
    go(&mut chart, "2021-03-01");
    go(&mut chart, "2021-02-28");
    assert!(!chart.is_moving());
}
