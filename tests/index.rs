//! The answers of the index on the days around a change, for one entity at a time.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::model::id::{EntityId, EventId, StatusId};
use banspread::model::index::{Change, Spell, UncertainChange};
use banspread::model::lifetime::Absence;
use banspread::{Dataset, Day, Index, PartialDate};
use samples::datasets::{event, small};
use samples::number;
use serde_json::{Value, json};

const BANNED: StatusId = StatusId::new(0);
const PERMITTED: StatusId = StatusId::new(1);

fn day(text: &str) -> Day {
    Day::from_number(number(text))
}

/// An event of France that sets a status, with further fields.
fn france(date: &str, status: &str, more: Value) -> Value {
    let mut event = event("FR", date, status);
    event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    event
}

fn until(date: &str) -> Value {
    json!({ "until": date })
}

/// The index of a dataset with these events, and the position of France.
fn index(events: Value) -> (Index, EntityId) {
    let dataset = small(json!({ "events": events }));
    (Index::new(&dataset), dataset.entity_id("FR").unwrap())
}

/// The spells of France.
fn spells(events: Value) -> Vec<Spell> {
    let (index, france) = index(events);
    index.spells(france).to_vec()
}

#[test]
fn a_spell_is_within_a_period_that_has_its_first_or_its_last_day() {
    let ended = spells(json!([france("2020-01-10", "banned", until("2020-01-20"))]))[0];
    let open = spells(json!([france("2020-01-10", "banned", json!({}))]))[0];
    for (first, last, ended_is, open_is) in [
        ("2020-01-01", "2020-01-09", false, false),
        ("2020-01-01", "2020-01-10", true, true),
        ("2020-01-12", "2020-01-15", true, true),
        ("2020-01-20", "2020-01-31", true, true),
        ("2020-01-21", "2020-01-31", false, true),
    ] {
        let period = (day(first), day(last));
        assert_eq!((ended.is_within(period), open.is_within(period)), (ended_is, open_is), "{first} to {last}");
    }
}

#[test]
fn a_status_is_weak_until_the_day_before_a_rule_confirms_it() {
    let spell = spells(json!([
        france("2020-01-10", "banned", json!({ "basis": "statement" })),
        france("2020-01-20", "banned", json!({ "basis": "rule" })),
    ]))[0];
    let weak = ["2020-01-10", "2020-01-19", "2020-01-20", "2020-01-21"].map(|date| spell.is_weak(day(date)));
    assert_eq!(weak, [true, true, false, false]);
}

#[test]
fn a_weak_status_that_is_left_out_still_ends_the_status_before_it() {
    let dataset = small(json!({ "events": [
        france("2020-01-10", "banned", json!({ "basis": "rule" })),
        france("2020-02-10", "permitted", json!({ "basis": "statement" })),
        france("2020-03-10", "banned", json!({ "basis": "decision" })),
    ]}));
    let spells = |only_firm| -> Vec<(String, Option<String>, StatusId)> {
        let index = Index::of(&dataset, only_firm);
        let words = |spell: &Spell| (spell.start.to_string(), spell.end.map(|end| end.to_string()), spell.status);
        index.spells(dataset.entity_id("FR").unwrap()).iter().map(words).collect()
    };
    let spell = |start: &str, end: Option<&str>, status| (start.to_owned(), end.map(str::to_owned), status);
    let (first, last) = (spell("2020-01-10", Some("2020-02-10"), BANNED), spell("2020-03-10", None, BANNED));
    let weak = spell("2020-02-10", Some("2020-03-10"), PERMITTED);
    assert_eq!(spells(false), [first.clone(), weak, last.clone()]);
    assert_eq!(spells(true), [first, last]);
}

#[test]
fn an_event_of_the_same_day_with_the_same_status_confirms_the_first_one() {
    let found = spells(json!([
        france("2020", "banned", json!({ "basis": "rule" })),
        france("2020-01-01", "banned", json!({ "basis": "statement" })),
    ]));
    let [spell] = found[..] else { panic!("one spell: {found:?}") };
    assert_eq!((spell.event, spell.is_weak(spell.start)), (EventId::new(0), false));
}

#[test]
fn of_two_statuses_that_begin_on_the_same_day_the_later_in_the_file_holds() {
    let found = spells(json!([france("2020", "banned", json!({})), france("2020-01-01", "permitted", json!({}))]));
    let [spell] = found[..] else { panic!("one spell: {found:?}") };
    assert_eq!((spell.start, spell.status, spell.event), (day("2020-01-01"), PERMITTED, EventId::new(1)));
}

#[test]
fn a_snapshot_has_the_spells_that_hold_on_its_day() {
    let (index, france) = index(json!([france("2020-01-10", "banned", until("2020-01-20"))]));
    for (date, holds) in [("2020-01-09", false), ("2020-01-10", true), ("2020-01-20", true), ("2020-01-21", false)] {
        let spell = index.as_of(day(date)).spell(france);
        assert_eq!(spell, index.spell_on(france, day(date)));
        assert_eq!(spell.map(|spell| spell.status), holds.then_some(BANNED), "{date}");
    }
}

#[test]
fn an_entity_is_absent_before_its_first_day_and_after_its_last() {
    let dataset = small(json!({
        "grid": null,
        "entities": [{ "id": "FR", "name": "France", "kind": "country", "from": "2020-06", "until": "2021-03" }],
        "tiles": [{ "entity": "FR", "row": 0, "column": 0 }],
        // The years overlap with the lifetime.
        "events": [event("FR", "2020", "banned"), event("FR", "2021", "permitted")]
    }));
    let lifetime = dataset.entities()[0].lifetime;
    let [from, until] = ["2020-06", "2021-03"].map(|date| date.parse::<PartialDate>().unwrap());
    assert_eq!((lifetime.from(), lifetime.until()), (Some(from), Some(until)));
    for (date, absence) in [
        ("2020-05-31", Some(Absence::NotYet(from))),
        ("2020-06-01", None),
        ("2021-03-31", None),
        ("2021-04-01", Some(Absence::NoLonger(until))),
    ] {
        assert_eq!(lifetime.absence(day(date)), absence, "{date}");
    }
    let days: Vec<String> = Index::new(&dataset).change_days().iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2020-06-01", "2021-01-01", "2021-04-01"]);
}

#[test]
fn a_date_outside_of_the_lifetime_is_refused_from_the_next_day_on() {
    let with = |date| {
        let dataset = json!({
            "format": 1, "id": "x", "title": "X", "updated": "2022", "actors": { "one": "a", "other": "b" },
            "statuses": [{ "id": "banned", "label": "Banned", "color": { "light": "#6e0b2a", "dark": "#c04259" } }],
            "entities": [{ "id": "FR", "name": "France", "kind": "country", "from": "2020-06", "until": "2021-03" }],
            "tiles": [{ "entity": "FR", "row": 0, "column": 0 }],
            "events": [event("FR", date, "banned")]
        });
        Dataset::from_text(&dataset.to_string()).is_ok()
    };
    for (date, holds) in
        [("2020-05-31", false), ("2020-05", false), ("2020-06-01", true), ("2021-03-31", true), ("2021-04-01", false)]
    {
        assert_eq!(with(date), holds, "{date}");
    }
}

#[test]
fn a_change_has_the_statuses_of_both_days() {
    let (index, france) = index(json!([france("2020-01-10", "banned", json!({}))]));
    let change = |from, to| Change { entity: france, from, to };
    assert_eq!(index.changes(day("2020-01-09"), day("2020-01-10")), [change(None, Some(BANNED))]);
    assert_eq!(index.changes(day("2020-01-10"), day("2020-01-09")), [change(Some(BANNED), None)]);
    assert_eq!(index.changes(day("2020-01-10"), day("2020-01-11")), []);
}

#[test]
fn the_days_of_change_of_a_period_have_its_first_day_and_not_its_last() {
    let dates = ["2020-01-10", "2020-02-10", "2020-03-10"];
    let statuses = ["banned", "permitted", "banned"];
    let (index, _) = index(dates.iter().zip(statuses).map(|(date, status)| event("FR", date, status)).collect());
    let days: Vec<String> = index.change_days().iter().map(ToString::to_string).collect();
    assert_eq!(days, dates);
    let between = |from, to| -> Vec<String> {
        index.change_days_between(day(from), day(to)).iter().map(ToString::to_string).collect()
    };
    assert_eq!(between("2020-01-10", "2020-03-10"), dates[..2]);
    assert_eq!(between("2020-01-11", "2020-03-11"), dates[1..]);
    assert_eq!(between("2020-03-11", "2021-01-01"), [""; 0]);
    assert_eq!(between("2020-03-10", "2020-01-10"), [""; 0], "the period ends before it begins");
}

/// A dataset of countries with weights. Their sums are not exact in binary numbers.
fn weighing() -> Dataset {
    small(json!({
        "grid": null,
        "weights": { "one": "vote", "other": "votes" },
        "entities": [
            { "id": "FR", "name": "France", "kind": "country", "weight": 0.1 },
            { "id": "DE", "name": "Germany", "kind": "country", "weight": 0.2 },
            { "id": "Telco", "name": "Telco", "kind": "company", "weight": 1000, "acts_in": ["DE"] }
        ],
        "tiles": [{ "entity": "FR", "row": 0, "column": 0 }, { "entity": "DE", "row": 0, "column": 1 }],
        "events": [
            event("FR", "2020-01-10", "banned"),
            event("Telco", "2020-01-15", "banned"),
            event("DE", "2020-01-20", "banned"),
            event("FR", "2020-02-10", "permitted"),
            event("DE", "2020-02-20", "permitted")
        ]
    }))
}

#[test]
fn each_day_of_change_has_its_counts_and_its_sums_of_weights() {
    let index = Index::new(&weighing());
    for (date, counts, weights) in [
        ("2020-01-09", [0, 0], [0.0, 0.0]),
        ("2020-01-10", [1, 0], [0.1, 0.0]),
        ("2020-01-19", [1, 0], [0.1, 0.0]),
        ("2020-01-20", [2, 0], [0.1 + 0.2, 0.0]),
        ("2020-02-10", [1, 1], [0.1 + 0.2 - 0.1, 0.1]),
        // Who counts for nothing weighs nothing, although these numbers do not add up to 0.
        ("2020-02-20", [0, 2], [0.0, 0.1 + 0.2]),
    ] {
        assert_eq!(index.counts(day(date)), counts, "{date}");
        assert_eq!(index.amounts(day(date), false), counts.map(f64::from), "{date}");
        assert_eq!(index.amounts(day(date), true), weights, "{date}");
    }
}

#[test]
fn the_largest_sum_of_a_period_is_that_of_a_day_in_it() {
    let index = Index::new(&weighing());
    let most = |first, last, weighted| index.most((day(first), day(last)), weighted);
    assert_eq!(most("2020-01-01", "2020-01-09", false), 0.0);
    assert_eq!(most("2020-01-01", "2020-01-19", false), 1.0);
    assert_eq!(most("2020-01-01", "2020-01-20", false), 2.0, "the last day is part of the period");
    assert_eq!(most("2020-02-15", "2020-02-16", false), 2.0, "no day of change is in the period");
    assert_eq!(most("2020-01-01", "2020-01-19", true), 0.1);
}

#[test]
fn the_actors_of_a_country_are_those_that_act_there() {
    let dataset = weighing();
    let index = Index::new(&dataset);
    let actors = |id| index.actors(dataset.entity_id(id).unwrap());
    assert_eq!((actors("DE"), actors("FR")), (&[dataset.entity_id("Telco").unwrap()][..], &[][..]));
}

/// A change whose day is not known: first and last possible day, counted day, and both statuses.
type Told = ([String; 3], Option<StatusId>, Option<StatusId>);

/// The changes of France whose day is not known.
fn uncertain(events: Value) -> Vec<Told> {
    let dataset = small(json!({ "events": events }));
    let index = Index::new(&dataset);
    let found = index.uncertain_changes();
    assert_eq!(found, index.uncertain_changes_of(&dataset, dataset.entity_id("FR").unwrap()));
    let words = |change: &UncertainChange| {
        assert_eq!(change.weight, 0.0, "the dataset has no weights");
        let days = [change.from, change.to, change.counted].map(|day| day.to_string());
        (days, change.left, change.entered)
    };
    found.iter().map(words).collect()
}

fn change(days: [&str; 3], left: Option<StatusId>, entered: Option<StatusId>) -> Told {
    (days.map(str::to_owned), left, entered)
}

#[test]
fn a_change_on_a_known_day_is_certain() {
    assert_eq!(uncertain(json!([france("2020-03-10", "banned", until("2020-05-10"))])), []);
}

#[test]
fn a_change_in_a_month_can_be_on_any_of_its_days() {
    let found = uncertain(json!([france("2020-03", "banned", json!({}))]));
    assert_eq!(found, [change(["2020-03-01", "2020-03-31", "2020-03-01"], None, Some(BANNED))]);
}

#[test]
fn an_end_in_a_month_can_be_after_any_of_its_days() {
    let ends = || change(["2020-06-02", "2020-07-01", "2020-07-01"], Some(BANNED), None);
    let ended = || france("2020-03-10", "banned", until("2020-06"));
    assert_eq!(uncertain(json!([ended()])), [ends()]);
    // The next status does not begin where this one ends: it replaces no data.
    let next = change(["2020-08-01", "2020-08-31", "2020-08-01"], None, Some(PERMITTED));
    assert_eq!(uncertain(json!([ended(), france("2020-08", "permitted", json!({}))])), [ends(), next]);
}

#[test]
fn an_end_at_the_beginning_of_the_next_status_is_one_change_with_it() {
    let ended = france("2020-03-10", "banned", until("2020-06"));
    let found = uncertain(json!([ended, france("2020-07", "permitted", json!({}))]));
    assert_eq!(found, [change(["2020-07-01", "2020-07-31", "2020-07-01"], Some(BANNED), Some(PERMITTED))]);
}

#[test]
fn an_end_that_the_next_status_forestalls_does_not_happen() {
    let ended = france("2020-03-10", "banned", until("2020-06"));
    assert_eq!(uncertain(json!([ended, france("2020-05-10", "permitted", json!({}))])), []);
}

#[test]
fn an_end_is_before_the_next_status_and_after_the_first_day_of_its_own() {
    let found = uncertain(json!([
        france("2020-05-20", "banned", until("2020-06?")),
        france("2020-07-10", "permitted", json!({})),
    ]));
    assert_eq!(found, [change(["2020-05-20", "2020-07-10", "2020-07-01"], Some(BANNED), None)]);
}

#[test]
fn a_change_is_after_the_first_day_of_the_status_before_it() {
    let found =
        uncertain(json!([france("2020-05-10", "banned", json!({})), france("2020-05-12~", "permitted", json!({}))]));
    assert_eq!(found, [change(["2020-05-10", "2020-05-19", "2020-05-12"], Some(BANNED), Some(PERMITTED))]);
}

#[test]
fn an_uncertain_change_has_the_weight_of_its_entity() {
    let dataset = small(json!({
        "grid": null,
        "weights": { "one": "vote", "other": "votes" },
        "entities": [{ "id": "FR", "name": "France", "kind": "country", "weight": 29 }],
        "tiles": [{ "entity": "FR", "row": 0, "column": 0 }],
        "events": [event("FR", "2020-03", "banned")]
    }));
    let weights: Vec<f64> = Index::new(&dataset).uncertain_changes().iter().map(|change| change.weight).collect();
    assert_eq!(weights, [29.0]);
}
