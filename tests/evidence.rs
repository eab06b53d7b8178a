//! What a status rests on: weak statuses are paler and can be left out, and old evidence is told.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::model::event::Basis;
use banspread::scene::mark::Mark;
use banspread::view::intent::Tab;
use banspread::{Chart, Dataset, Day, Estimate, Index, Intent, Part, PartialDate};
use proptest::prelude::*;
use samples::datasets::{event, note, small};
use samples::{intent, theme_options};
use serde_json::{Value, json};

fn day(text: &str) -> Day {
    text.parse::<PartialDate>().unwrap().first()
}

/// An event that sets a status, with further fields.
fn of(entity: &str, date: &str, status: &str, more: Value) -> Value {
    let mut event = event(entity, date, status);
    event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    event
}

fn on(entity: &str, date: &str, status: &str, basis: &str) -> Value {
    of(entity, date, status, json!({ "basis": basis }))
}

fn dataset(events: Value) -> Dataset {
    let scopes = json!([{"id": "core", "label": "core network"}, {"id": "all", "label": "everything"}]);
    small(json!({ "stale_after": "P2Y", "scopes": scopes, "events": events }))
}

fn chart(events: Value, date: &str) -> Chart {
    let mut chart = Chart::new(dataset(events), Box::new(Estimate));
    chart.apply(Intent::Day(day(date).number()));
    chart
}

/// The name of the tile of France.
fn france(chart: &Chart) -> String {
    chart.tile_name(chart.dataset().entity_id("FR").unwrap()).text
}

/// The colour of the tile of France.
fn fill(chart: &Chart) -> String {
    let entity = chart.dataset().entity_id("FR").unwrap();
    let place = chart.layout().map.tiles.iter().position(|tile| tile.entity == entity).unwrap();
    match &chart.scene(Part::Map).groups[place].marks[0] {
        Mark::Rect { color, .. } => color.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_tile_names_what_its_status_rests_on() {
    let told = json!([of("FR", "2019-03", "permitted", json!({"basis": "statement", "scope": ["core", "all"]}))]);
    let chart = chart(told, "2020-01-01");
    assert_eq!(france(&chart), "France: Permitted since March 2019 · statement · core network · everything");
    let history = |mut chart: Chart| {
        chart.apply(Intent::Select(Some("FR".to_owned())));
        (chart.describe().selected.unwrap(), chart.newest_events().entries)
    };
    let (selected, entries) = history(chart);
    assert_eq!(selected.grounds.unwrap(), "statement · core network · everything");
    assert_eq!(entries[0].grounds.as_ref().unwrap(), &"statement · core network · everything");
}

#[test]
fn an_event_without_basis_and_scope_is_told_as_before() {
    let chart = chart(json!([event("FR", "2019-03", "permitted")]), "2020-01-01");
    assert_eq!(france(&chart), "France: Permitted since March 2019");
    let row = chart.table().into_iter().find(|row| row.id == "FR").unwrap();
    assert_eq!((row.grounds, row.way[0].grounds.clone()), (None, None));
    assert!(!chart.info().bases && chart.info().paler.is_none());
}

#[test]
fn a_weak_status_is_paler_until_a_rule_confirms_it() {
    let told = json!([
        on("FR", "2019-03-01", "permitted", "statement"),
        of("FR", "2020-03-01", "permitted", json!({"basis": "rule", "scope": ["core"]})),
        on("FR", "2020-06-01", "permitted", "statement"),
    ]);
    let before = chart(told.clone(), "2020-02-29");
    let after = chart(told, "2020-07-01");
    assert!(france(&before).ends_with("· statement"));
    assert!(france(&after).ends_with("since 1 March 2019 · rule · core network"), "{}", france(&after));
    let full = after.theme().fill(after.dataset().status_id("permitted")).unwrap();
    assert_eq!((fill(&after), fill(&before) == fill(&after)), (full.color.to_string(), false));
}

#[test]
fn text_on_a_paler_tile_has_enough_contrast_and_the_outline_stands_out_from_the_page() {
    let told = json!([on("FR", "2019-03-01", "permitted", "statement")]);
    for scheme in ["light", "dark", "print"] {
        let mut chart = chart(told.clone(), "2020-01-01");
        chart.restyle(theme_options(scheme));
        for status in chart.dataset().status_ids() {
            let (theme, fill) = (chart.theme(), *chart.theme().fill(Some(status)).unwrap());
            assert!(theme.pale(&fill).contrast(theme.pale.1) >= 4.5, "{scheme}: {fill:?}");
            assert!(fill.color.contrast(theme.page) >= 3.0, "{scheme}: {fill:?}");
        }
    }
}

#[test]
fn a_bar_is_paler_until_its_status_is_firm() {
    let told = json!([
        on("FR", "2019-03-01", "permitted", "statement"),
        on("FR", "2020-03-01", "permitted", "rule"),
        on("DE", "2019-03-01", "permitted", "rule"),
    ]);
    let mut chart = chart(told, "2020-12-31");
    chart.apply(Intent::View(Tab::Lanes));
    let colors: Vec<String> = chart.scene(Part::Map).groups[0]
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rect { rect, color } if rect.height == 16.0 => Some(color.to_string()),
            _ => None,
        })
        .collect();
    let status = chart.dataset().status_id("permitted");
    let full = chart.theme().fill(status).unwrap();
    let [full, pale] = [full.color, chart.theme().pale(full)].map(|color| color.to_string());
    assert_eq!(colors.iter().filter(|color| **color == pale).count(), 1, "{colors:?}");
    assert_eq!(colors.iter().filter(|color| **color == full).count(), 2, "{colors:?}");
}

#[test]
fn a_reader_can_leave_out_weak_statuses() {
    let told = json!([
        on("FR", "2019-03-01", "banned", "rule"),
        on("FR", "2020-03-01", "permitted", "contract"),
        on("DE", "2019-03-01", "permitted", "decision"),
    ]);
    let mut chart = chart(told, "2020-12-31");
    let counts = |chart: &Chart| chart.describe().legend.iter().map(|item| item.count).collect::<Vec<_>>();
    let all = counts(&chart);
    assert_eq!(all[..2], [0.0, 2.0]);
    assert!(chart.info().bases && chart.info().paler.is_some());
    assert!(chart.apply(intent(r#"{"firm": true}"#)).layout);
    let firm = counts(&chart);
    assert_eq!((&firm[..2], firm.iter().sum::<f64>()), (&[0.0, 1.0][..], all.iter().sum()));
    assert_eq!(france(&chart), "France: No rule or decision");
    assert_eq!(chart.describe().changes.len(), 2, "the latest changes are of 2019");
    assert!(chart.describe().firm && chart.info().paler.is_none());
    assert_eq!(chart.describe().sentence.text, "Permitted: 1. Only rules and decisions count.");
    chart.apply(Intent::Day(day("2019-12-31").number()));
    assert!(france(&chart).starts_with("France: Banned since 1 March 2019"), "the rule before it counts");
    chart.apply(intent(r#"{"firm": false}"#));
    chart.apply(Intent::Day(day("2020-12-31").number()));
    assert_eq!(counts(&chart), all);
}

#[test]
fn a_dataset_without_both_kinds_leaves_nothing_out() {
    for told in [
        json!([on("FR", "2019-03-01", "permitted", "statement")]),
        json!([on("FR", "2019-03-01", "permitted", "rule"), on("DE", "2019", "banned", "decision")]),
        json!([event("FR", "2019-03-01", "permitted")]),
    ] {
        let mut chart = chart(told, "2020-12-31");
        chart.apply(intent(r#"{"firm": true}"#));
        assert!(!chart.info().bases && !chart.describe().firm);
        assert_eq!(chart.describe().legend[1].count, 1.0);
    }
}

#[test]
fn old_evidence_is_told_with_its_year() {
    let sources = |date: &str| json!([{ "outlet": "A paper", "date": date }]);
    let told = |more: Vec<Value>| {
        let first = of("FR", "2017", "banned", json!({ "basis": "rule", "sources": sources("2017-05-01") }));
        json!([vec![first], more].concat())
    };
    let on = |events: Value, date| france(&chart(events, date));
    assert!(on(told(vec![]), "2019-12-31").ends_with("· rule"), "an imprecise date counts as its last day");
    assert!(on(told(vec![]), "2020-01-01").ends_with("· rule · last evidence 2017"));
    let later = of("FR", "2018-02-01", "banned", json!({ "basis": "decision", "sources": sources("2019-06") }));
    assert!(on(told(vec![later]), "2020-12-31").ends_with("· decision"), "the source is of June 2019");
    let old = note("FR", "2018-03-01");
    assert!(on(told(vec![old]), "2020-12-31").ends_with("last evidence 2018"), "a note is evidence");
    let row = chart(told(vec![]), "2020-06-01").table().into_iter().find(|row| row.id == "FR").unwrap();
    assert_eq!(row.grounds.unwrap(), "rule · last evidence 2017");
}

#[test]
fn descriptions_of_scopes_are_notes() {
    let scopes = json!([{"id": "core", "label": "core network", "description": "Servers."}, {"id": "x", "label": "x"}]);
    let dataset = small(json!({ "scopes": scopes, "events": [event("FR", "2019", "banned")] }));
    let chart = Chart::new(dataset, Box::new(Estimate));
    let notes: Vec<String> = chart.info().footnotes.iter().map(|note| note.text.clone()).collect();
    assert_eq!(notes, ["core network: Servers."]);
}

#[test]
fn the_report_for_programs_has_basis_scope_and_old_evidence() {
    let told = json!([of("FR", "2017", "banned", json!({"basis": "inference", "scope": ["all"]}))]);
    let report = serde_json::to_value(chart(told, "2020-06-01").status_report()).unwrap();
    let france = &report["entities"][0];
    assert_eq!(
        (&france["basis"], &france["scope"], &france["old_evidence"]),
        (&json!("inference"), &json!(["all"]), &json!("2017"))
    );
}

proptest! {
    /// Compared with a slow scan that follows the rule of the format word for word.
    #[test]
    fn a_status_is_weak_as_long_as_only_weak_events_support_it(
        facts in prop::collection::vec((17_000..17_040, 0..2usize, prop::option::of(0..5usize)), 1..8),
        on in 16_990..17_060,
    ) {
        let mut facts = facts;
        facts.sort_by_key(|fact| fact.0);
        facts.dedup_by_key(|fact| fact.0);
        let words = ["rule", "decision", "statement", "contract", "inference"];
        let events: Vec<Value> = facts
            .iter()
            .map(|(date, status, basis)| {
                let more = json!({ "basis": basis.map(|basis| words[basis]) });
                of("FR", &Day::from_number(*date).to_string(), ["banned", "permitted"][*status], more)
            })
            .collect();
        let dataset = dataset(json!(events));
        let entity = dataset.entity_id("FR").unwrap();
        let today = Day::from_number(on);
        let past: Vec<_> = facts.iter().filter(|fact| fact.0 <= on).collect();
        let now = past.last().map(|fact| fact.1);
        let own: Vec<_> = past.iter().rev().take_while(|fact| Some(fact.1) == now).collect();
        let weak = |basis: Option<usize>| basis.is_some_and(|basis| basis >= 2);
        let expected = !own.is_empty() && own.iter().all(|fact| weak(fact.2));

        let snapshot = Index::new(&dataset).as_of(today);
        prop_assert_eq!(snapshot.shade(entity).weak, expected);
        if let Some(spell) = snapshot.spell(entity) {
            let ground = dataset.ground(&spell, today);
            prop_assert_eq!(ground.is_weak(), expected);
            let firm = |basis: &Option<Basis>| basis.is_some_and(Basis::is_firm);
            prop_assert_eq!(firm(&ground.basis), own.iter().any(|fact| fact.2.is_some_and(|basis| basis < 2)));
        }
        // Without weak statuses the same days have the same statuses, or none.
        let left = Index::of(&dataset, true).as_of(today);
        let kept = if expected { None } else { now };
        prop_assert_eq!(left.status(entity).map(|status| status.index()), kept);
    }
}
