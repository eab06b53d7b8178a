//! Weights of entities: what the figure counts instead of entities.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::model::weights::Weights;
use banspread::{Chart, Dataset, Intent};
use samples::datasets::{event, small};
use samples::{chart, go};
use serde_json::{Value, json};

/// France with its weight, and Germany with another; without a grid.
fn weighing(france: Value, germany: Value, more: Value) -> Dataset {
    let mut fields = json!({
        "grid": null,
        "weights": { "one": "vote", "other": "votes" },
        "entities": [
            { "id": "FR", "name": "France", "kind": "country", "weight": france },
            { "id": "DE", "name": "Germany", "kind": "country", "weight": germany },
            { "id": "Telco", "name": "Telco", "kind": "company", "weight": 1000 }
        ],
        "tiles": [{ "entity": "FR", "row": 0, "column": 0 }, { "entity": "DE", "row": 0, "column": 1 }],
        "events": [event("FR", "2020-01-10", "banned"), event("DE", "2020-03-01", "permitted"), event("Telco", "2020-01-01", "banned")]
    });
    fields.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    small(fields)
}

fn weighted(dataset: Dataset) -> Chart {
    let mut chart = chart(dataset, 680.0);
    chart.apply(Intent::Weighted(true));
    chart
}

fn counts(chart: &Chart) -> Vec<f64> {
    chart.describe().legend.iter().map(|item| item.count).collect()
}

#[test]
fn the_legend_and_the_sentence_count_the_weights_of_countries() {
    let mut chart = weighted(weighing(json!(29), json!(33.5), json!({})));
    go(&mut chart, "2020-02-01");
    assert_eq!(counts(&chart), [29.0, 0.0, 33.5]);
    assert_eq!(chart.describe().sentence, "Banned: 29 votes.");
    go(&mut chart, "2020-03-01");
    assert_eq!(chart.describe().sentence, "Banned: 29 votes and Permitted: 34 votes.");
    assert_eq!(chart.describe().legend[0].pattern, "Banned: {n}");
    assert_eq!(chart.layout().timeline.most, 62.5);
    chart.apply(Intent::Weighted(false));
    assert_eq!((counts(&chart), chart.describe().weighted), (vec![1.0, 1.0, 0.0], false));
    assert_eq!(chart.layout().timeline.most, 2.0);
}

#[test]
fn a_comparison_counts_the_weights_of_entities_that_changed() {
    let mut chart = weighted(weighing(json!(29), json!(33), json!({})));
    go(&mut chart, "2020-12-31");
    chart.apply(Intent::Compare(Some("2020-02-01".parse::<banspread::PartialDate>().unwrap().first().number())));
    let described = chart.describe();
    assert!(
        described.sentence.text.starts_with("The status changed for 33 votes: 33 to Permitted."),
        "{}",
        described.sentence
    );
    assert_eq!((described.legend[1].before, described.legend[1].count), (Some(0.0), 33.0));
}

#[test]
fn an_entity_without_a_weight_counts_as_0_and_a_note_says_how_many() {
    let mut chart = weighted(weighing(
        json!(29),
        Value::Null,
        json!({ "weights_date": "2024", "weights_source": { "outlet": "The Council" } }),
    ));
    go(&mut chart, "2020-12-31");
    assert_eq!(counts(&chart), [29.0, 0.0, 0.0]);
    let notes: Vec<String> = chart.info().footnotes.into_iter().map(|note| note.text).collect();
    assert_eq!(notes, ["Numbers of votes: The Council, 2024", "1 government without a number of votes counts as 0"]);
    // Only entities without a weight have a status: a sentence that says nothing would be wrong.
    let mut chart =
        weighted(weighing(json!(29), Value::Null, json!({ "events": [event("DE", "2020-03-01", "permitted")] })));
    go(&mut chart, "2020-12-31");
    assert_eq!(chart.describe().sentence, "Permitted: 1.");
    assert_eq!(chart.layout().timeline.levels.len(), 0);
    assert!(chart.layout().timeline.unit.is_finite());
}

#[test]
fn a_dataset_without_weights_counts_entities_whatever_a_page_asks_for() {
    for dataset in [small(json!({ "events": [] })), weighing(json!(0), Value::Null, json!({}))] {
        let mut chart = chart(dataset, 680.0);
        assert_eq!(chart.apply(Intent::Weighted(true)), banspread::Update::default());
        assert!(chart.info().units.is_empty() && !chart.describe().weighted);
        assert!(chart.dataset().weights().is_none());
    }
}

#[test]
fn the_counting_stays_with_another_dataset_if_it_has_weights() {
    let mut chart = weighted(weighing(json!(29), json!(33), json!({})));
    chart.load(weighing(json!(1), json!(2), json!({})));
    assert!(chart.view().weighted);
    chart.load(small(json!({ "events": [] })));
    assert!(!chart.view().weighted);
}

#[test]
fn the_largest_and_the_smallest_weights_have_hairlines() {
    for weight in [1e15, 1e9, 62.0, 1.0, 0.3, 0.000_02] {
        let mut chart = weighted(weighing(json!(weight), json!(0), json!({})));
        go(&mut chart, "2020-12-31");
        let layout = chart.layout();
        let levels = &layout.timeline.levels;
        assert!((1..=3).contains(&levels.len()), "{weight}: {} levels", levels.len());
        assert!(levels.iter().all(|level| level.y >= layout.timeline.plot.y), "{weight}");
        assert!(chart.scene(banspread::Part::Timeline).groups.iter().all(|group| !group.marks.is_empty()));
    }
}

#[test]
fn sums_that_end_leave_nothing() {
    let events = json!([
        event("FR", "2020-01-10", "banned"),
        event("DE", "2020-01-10", "banned"),
        event("FR", "2020-02-10", "permitted"),
        event("DE", "2020-03-10", "permitted")
    ]);
    let mut chart = weighted(weighing(json!(0.1), json!(0.2), json!({ "events": events })));
    go(&mut chart, "2020-12-31");
    assert_eq!(counts(&chart)[0], 0.0);
}

#[test]
fn countries_have_the_built_in_population_unless_they_have_a_weight() {
    let population = |grid: &str, more: Value| {
        let mut fields = json!({ "grid": grid, "weight": "population", "entities": [], "events": [] });
        fields.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
        small(fields)
    };
    let weight = |dataset: &Dataset, id: &str| dataset.entity(dataset.entity_id(id).unwrap()).weight;
    let world =
        population("world", json!({ "entities": [{ "id": "DE", "name": "Germany", "kind": "country", "weight": 5 }] }));
    assert_eq!(
        (weight(&world, "DE"), weight(&world, "FR"), weight(&world, "TW")),
        (Some(5.0), Some(66.5e6), Some(23.2e6))
    );
    assert!(world.entities().iter().all(|entity| entity.weight.is_some()));
    assert_eq!(world.weights().map(|weights: &Weights| weights.unit.is_none()), Some(true));
    // The states of the USA are not the countries with these codes.
    let states = population("us-states", json!({}));
    assert_eq!((weight(&states, "GA"), states.weights()), (None, None));
}

#[test]
fn people_live_where_something_holds() {
    let mut chart = weighted(Dataset::huawei());
    go(&mut chart, "2020-10-20");
    let sentence = chart.describe().sentence.text;
    assert!(
        sentence.starts_with("475 million people live where the status is “Banned”, 272 million where it is"),
        "{sentence}"
    );
    let total: f64 = counts(&chart).iter().sum();
    assert!((8.1e9..8.2e9).contains(&total), "{total}");
    assert_eq!(chart.info().units, ["governments", "people"]);
    let named = &chart.layout().timeline.levels.last().unwrap().label.text;
    assert_eq!(named, "4 billion people");
    let report = serde_json::to_value(chart.status_report()).unwrap();
    assert_eq!(report["weights"]["banned"].as_f64(), Some(counts(&chart)[0]));
}
