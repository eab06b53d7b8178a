//! The window of the timeline: a dataset or a page shows only a part of the data.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::model::window::Window;
use banspread::{Chart, Dataset, Intent, Part};
use samples::datasets::{event, small};
use samples::{go, number};
use serde_json::{Value, json};

const WIDTH: f64 = 680.0;

/// France bans it in 2018, Germany permits it in 2019 and bans it in 2020. The data ends with 2020.
fn dataset(more: Value) -> Dataset {
    let mut fields = json!({
        "entities": [
            { "id": "FR", "name": "France", "kind": "country" },
            { "id": "DE", "name": "Germany", "kind": "country" }
        ],
        "events": [
            event("FR", "2018-05-10", "banned"),
            event("DE", "2019-08-01", "permitted"),
            event("DE", "2020-08-01", "banned")
        ]
    });
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    small(fields)
}

fn window(start: &str, end: &str) -> Window {
    Window::between(start.parse().ok(), end.parse().ok())
}

fn domain(chart: &Chart) -> [String; 2] {
    let (first, last) = chart.view().domain;
    [first.to_string(), last.to_string()]
}

fn counts(chart: &Chart) -> Vec<u32> {
    chart.describe().legend.iter().take(2).map(|item| item.count as u32).collect()
}

#[test]
fn the_timeline_is_that_of_the_data_unless_a_window_is_chosen() {
    for (more, expected) in [
        (json!({}), ["2018-04-01", "2020-12-31"]),
        (json!({ "start": "2019" }), ["2019-01-01", "2020-12-31"]),
        (json!({ "end": "2019-08" }), ["2018-04-01", "2019-08-31"]),
        (json!({ "start": "2010-03-04", "end": "2019-08-01" }), ["2010-03-04", "2019-08-01"]),
        (json!({ "start": "2019-08-01", "end": "2019-08-01" }), ["2019-08-01", "2019-08-02"]),
    ] {
        assert_eq!(domain(&samples::chart(dataset(more.clone()), WIDTH)), expected, "{more}");
    }
}

#[test]
fn what_happened_before_the_window_counts_on_its_first_day() {
    let mut chart = samples::chart(dataset(json!({ "start": "2019", "end": "2019" })), WIDTH);
    assert_eq!(chart.describe().date, "31 December 2019", "the date begins at the end of the window");
    go(&mut chart, "2017-01-01");
    assert_eq!((chart.describe().iso.as_str(), counts(&chart)), ("2019-01-01", vec![1, 0]));
    assert!(!chart.describe().has_previous);
    assert!(chart.describe().changes.iter().any(|change| change.entity == "FR"), "the change is still listed");
    go(&mut chart, "2020-12-31");
    assert_eq!((chart.describe().iso.as_str(), counts(&chart)), ("2019-12-31", vec![1, 1]));
    assert!(!chart.has_next());
}

#[test]
fn the_story_ends_with_the_window() {
    let story = |more| samples::chart(dataset(more), WIDTH).info().story.text;
    assert!(story(json!({})).starts_with("2018 to 2020: 2 governments documented"), "{}", story(json!({})));
    let early = story(json!({ "end": "2018" }));
    assert!(early.starts_with("2018: 1 government documented; first “Banned”: France"), "{early}");
    let later = story(json!({ "end": "2019-12-31", "start": "2019" }));
    assert!(later.contains("first “Banned”: France (10 May 2018)"), "{later}");
}

#[test]
fn the_areas_are_as_high_as_the_window_allows() {
    let unit = |more| samples::chart(dataset(more), WIDTH).layout().timeline.levels.len();
    assert_eq!((unit(json!({})), unit(json!({ "end": "2018" }))), (2, 1), "one entity has a status in 2018, later two");
}

#[test]
fn a_page_chooses_another_window_and_takes_it_back() {
    let mut chart = samples::chart(dataset(json!({ "start": "2019" })), WIDTH);
    go(&mut chart, "2020-06-01");
    chart.apply(Intent::Compare(Some(number("2019-02-01"))));
    assert!(chart.show_window(window("", "2019")));
    assert_eq!(domain(&chart), ["2019-01-01", "2019-12-31"], "the dataset still says where the timeline begins");
    let description = chart.describe();
    assert_eq!((description.iso.as_str(), description.range.max), ("2019-12-31", number("2019-12-31")));
    assert_eq!(chart.layout().timeline.scale.domain, chart.view().domain);
    assert!(chart.show_window(window("2018-06", "")));
    assert_eq!(domain(&chart), ["2018-06-01", "2020-12-31"]);
    assert!(chart.show_window(Window::default()));
    assert_eq!(domain(&chart), ["2019-01-01", "2020-12-31"]);
}

#[test]
fn an_impossible_window_shows_all_of_the_data() {
    for (start, end) in [("2020", "2019"), ("2021-01-01", ""), ("", "2018-03-31"), ("2025", "2026")] {
        let mut chart = samples::chart(dataset(json!({ "end": "2020-06" })), WIDTH);
        assert!(!chart.show_window(window(start, end)), "{start} to {end}");
        assert_eq!(domain(&chart), ["2018-04-01", "2020-12-31"], "{start} to {end}");
    }
}

#[test]
fn the_window_of_a_page_stays_for_the_next_dataset() {
    let mut chart = samples::chart(dataset(json!({})), WIDTH);
    chart.show_window(window("2019", "2019"));
    chart.load(dataset(json!({ "start": "2018-02" })));
    assert_eq!(domain(&chart), ["2019-01-01", "2019-12-31"]);
    let late = json!({ "updated": "2024-12-31", "events": [event("FR", "2022-05-10", "banned")] });
    chart.load(dataset(late));
    assert_eq!(domain(&chart), ["2022-04-01", "2024-12-31"], "it has no day of these data");
}

#[test]
fn playback_runs_through_the_window_only() {
    let mut chart = samples::chart(dataset(json!({ "start": "2019", "end": "2019" })), WIDTH);
    chart.apply(Intent::Play);
    assert_eq!(chart.describe().iso, "2019-01-01");
    chart.apply(Intent::Advance(20_000.0));
    assert_eq!((chart.describe().iso.as_str(), chart.describe().playing), ("2019-12-31", false));
    assert!(!chart.scene(Part::Timeline).groups.is_empty());
}
