//! Entities that exist only for a time: outside of it they are absent, and not without documents.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::scene::mark::Mark;
use banspread::scene::stills::Still;
use banspread::view::intent::{Focus, Tab};
use banspread::{Chart, Dataset, Intent, Part};
use samples::datasets::{event, small};
use samples::{go, number};
use serde_json::{Value, json};

const WIDTH: f64 = 680.0;

/// France exists from June 2020, Germany until the end of March 2020. Telco exists always.
fn dataset(events: Value) -> Dataset {
    small(json!({
        "grid": null,
        "entities": [
            { "id": "FR", "name": "France", "kind": "country", "from": "2020-06" },
            { "id": "DE", "name": "Germany", "kind": "country", "until": "2020-03" },
            { "id": "IT", "name": "Italy", "kind": "country" },
            { "id": "Telco", "name": "Telco", "kind": "company", "acts_in": ["FR", "IT"] }
        ],
        "tiles": [
            { "entity": "FR", "row": 0, "column": 0 },
            { "entity": "DE", "row": 0, "column": 1 },
            { "entity": "IT", "row": 0, "column": 2 }
        ],
        "events": events
    }))
}

fn chart(events: Value) -> Chart {
    samples::chart(dataset(events), WIDTH)
}

/// The number of the legend for each status; the last number is that of no data.
fn counts(chart: &Chart) -> Vec<u32> {
    chart.describe().legend.iter().map(|item| item.count as u32).collect()
}

fn name(chart: &Chart, id: &str) -> String {
    chart.tile_name(chart.dataset().entity_id(id).unwrap()).text
}

#[test]
fn who_does_not_exist_is_not_counted_as_not_documented() {
    let mut chart = chart(json!([event("IT", "2020-01-01", "banned")]));
    for (date, expected) in
        [("2020-03-31", [1, 0, 1]), ("2020-04-01", [1, 0, 0]), ("2020-05-31", [1, 0, 0]), ("2020-06-01", [1, 0, 1])]
    {
        go(&mut chart, date);
        assert_eq!(counts(&chart), expected, "{date}");
    }
}

#[test]
fn a_status_holds_only_while_its_entity_exists() {
    // A year overlaps with the lifetime: the status begins with the entity.
    let index =
        banspread::Index::new(&dataset(json!([event("FR", "2020", "banned"), event("DE", "2020-02-01", "permitted")])));
    let days: Vec<String> = index.change_days().iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2020-02-01", "2020-04-01", "2020-06-01"]);
    // The change of France is possible only on days on which France exists.
    let change = index.uncertain_changes()[0];
    assert_eq!((change.from.number(), change.to.number()), (number("2020-06-01"), number("2020-12-31")));
}

#[test]
fn an_absent_entity_is_told_with_the_date() {
    let mut chart = chart(json!([event("IT", "2020-01-01", "banned"), event("Telco", "2020-02-01", "banned")]));
    go(&mut chart, "2020-05-01");
    assert_eq!(name(&chart, "FR"), "France: Did not exist before June 2020");
    assert_eq!(name(&chart, "DE"), "Germany: Did not exist after March 2020");
    chart.apply(Intent::Select(Some("DE".to_owned())));
    let selected = chart.describe().selected.unwrap();
    assert_eq!((selected.status.text.as_str(), selected.index), ("Did not exist after March 2020", -2));
    chart.apply(Intent::Select(Some("Telco".to_owned())));
    let related = chart.describe().selected.unwrap().related;
    assert_eq!((related[0].status.text.as_str(), related[0].index), ("Did not exist before June 2020", -2));
    chart.apply(Intent::Focus(Focus::At("FR".to_owned())));
    let tip = chart.describe().tip.unwrap();
    assert_eq!((tip.status.unwrap().text.as_str(), tip.index), ("Did not exist before June 2020", -2));
    let rows = chart.table();
    assert_eq!(rows[0].absent, "Did not exist before June 2020");
    assert_eq!((rows[2].absent.as_str(), rows[2].index), ("", 0));
    go(&mut chart, "2020-07-01");
    assert_eq!(name(&chart, "FR"), "France: Not documented (Telco: Banned)");
}

#[test]
fn an_absent_entity_leaves_its_place_empty() {
    let mut chart = chart(json!([event("IT", "2020-01-01", "banned"), event("Telco", "2020-02-01", "banned")]));
    go(&mut chart, "2020-05-01");
    let marks =
        |chart: &Chart| -> Vec<usize> { chart.scene(Part::Map).groups.iter().map(|group| group.marks.len()).collect() };
    let [france, germany, italy] = marks(&chart)[..] else { panic!("three tiles") };
    assert_eq!((france, germany), (0, 0));
    assert!(italy > 0);
    chart.apply(Intent::Compare(Some(number("2020-07-01"))));
    assert!(marks(&chart)[0] > 0, "France exists on the later day");
    assert_eq!(marks(&chart)[1], 0);
}

#[test]
fn whose_time_ends_between_two_days_has_not_changed_to_no_data() {
    let mut chart = chart(json!([event("DE", "2020-02-01", "banned"), event("IT", "2020-05-01", "banned")]));
    go(&mut chart, "2020-03-01");
    chart.apply(Intent::Compare(Some(number("2020-12-01"))));
    let description = chart.describe();
    assert!(description.sentence.text.starts_with("1 government changed: 1 to Banned."), "{}", description.sentence);
    let moved = description.moved.unwrap();
    let ended = moved.iter().find(|moved| moved.entity == "DE").unwrap();
    assert_eq!((ended.to.text.as_str(), ended.to_index), ("Did not exist after March 2020", -2));
    let rows = chart.table();
    assert_eq!((rows[0].absent.as_str(), rows[0].absent_before.as_str()), ("", "Did not exist before June 2020"));
    assert_eq!((rows[1].absent.as_str(), rows[1].absent_before.as_str()), ("Did not exist after March 2020", ""));
    assert_eq!(name(&chart, "DE"), "Germany: Banned, then Did not exist after March 2020");
}

#[test]
fn groups_leave_out_absent_members_in_the_same_way() {
    let dataset = small(json!({
        "entities": [{ "id": "Old", "name": "Old", "kind": "company", "until": "2019" }],
        "events": [event("FR", "2020-01-01", "banned")]
    }));
    let mut chart = samples::chart(dataset, WIDTH);
    chart.apply(Intent::View(Tab::Groups));
    assert!(chart.scene(Part::Map).groups[0].marks.is_empty());
}

#[test]
fn stills_leave_out_who_does_not_exist() {
    let chart = chart(json!([event("IT", "2020-01-01", "banned"), event("FR", "2020-07-01", "banned")]));
    let marks = |still: Still| -> Vec<usize> {
        let groups = chart.still(still).groups;
        groups.iter().map(|group| group.marks.len()).collect()
    };
    // After the last map is the line about who is not on the map.
    let years = marks(Still::Years);
    assert_eq!(years.iter().rev().nth(1), Some(&2), "Germany has no tile at the end of 2020");

    let ends = |name: &str| {
        let groups = chart.still(Still::History).groups;
        let has_name = |mark: &Mark| matches!(mark, Mark::Text { text, .. } if text == name);
        let tile = groups.iter().find(|group| group.marks.iter().any(has_name)).unwrap();
        let bar =
            tile.marks.iter().find_map(|mark| if let Mark::Rect { rect, .. } = mark { Some(*rect) } else { None });
        let bar = bar.unwrap();
        (bar.x - tile.bounds.x, tile.bounds.right() - bar.right())
    };
    assert!(ends("France").0 > 2.0 && ends("France").1 <= 2.0, "France begins: {:?}", ends("France"));
    assert!(ends("Germany").0 <= 2.0 && ends("Germany").1 > 2.0, "Germany ends: {:?}", ends("Germany"));
}
