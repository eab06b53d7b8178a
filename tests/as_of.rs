//! The statuses as of a day, compared with a slow scan that follows the rule word for word.
#![cfg(not(target_arch = "wasm32"))]

use banspread::model::id::{EntityId, StatusId};
use banspread::{Dataset, Day, Index};
use proptest::prelude::*;

const STATUSES: [&str; 3] = ["banned", "review", "permitted"];
const ENTITIES: usize = 4;
/// The days of the small datasets, and some days before and after them.
const DAYS: std::ops::Range<i32> = 17_000..17_130;

#[derive(Clone, Debug)]
struct Fact {
    entity: usize,
    date: String,
    status: Option<usize>,
    /// The number of days from the first possible day of the date to the last day that the fact names.
    days: Option<i32>,
}

impl Fact {
    fn first(&self) -> Day {
        self.date.parse::<banspread::PartialDate>().unwrap().first()
    }

    /// The last day on which the fact holds, if the fact names one.
    fn until(&self) -> Option<Day> {
        Some(self.first().plus(self.days?))
    }
}

/// A day, a month or a year: dates of different precision must occur together.
fn date() -> impl Strategy<Value = String> {
    let day = (DAYS.start + 15..DAYS.end - 15).prop_map(|number| Day::from_number(number).to_string());
    let date = prop_oneof![
        6 => day.clone(),
        2 => day.clone().prop_map(|day| day[..7].to_owned()),
        1 => day.prop_map(|day| day[..4].to_owned()),
    ];
    (date, prop_oneof![6 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")])
        .prop_map(|(date, qualifier)| date + qualifier)
}

/// Facts in which an entity has at most one status on a date. A dataset refuses others.
fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let status = prop::option::weighted(0.8, 0..STATUSES.len());
    let fact = (0..ENTITIES, date(), status, prop::option::weighted(0.3, 0..40))
        .prop_map(|(entity, date, status, days)| Fact { entity, date, status, days: status.and(days) });
    prop::collection::vec(fact, 0..24).prop_map(|mut facts| {
        let mut seen = std::collections::HashSet::new();
        facts.retain(|fact| seen.insert((fact.entity, fact.date.trim_end_matches(['?', '~', '%']).to_owned())));
        facts
    })
}

fn dataset(facts: &[Fact]) -> Dataset {
    let statuses: Vec<_> = STATUSES
        .iter()
        .map(|id| serde_json::json!({"id": id, "label": id, "color": {"light": "#b3202c", "dark": "#e07a80"}}))
        .collect();
    let entities: Vec<_> = (0..ENTITIES)
        .map(|n| serde_json::json!({"id": format!("e{n}"), "name": format!("E {n}"), "kind": "country"}))
        .collect();
    let events: Vec<_> = facts
        .iter()
        .map(|fact| {
            serde_json::json!({
                "entity": format!("e{}", fact.entity), "date": fact.date, "title": "It happened",
                "status": fact.status.map(|status| STATUSES[status]), "sources": [{"outlet": "Paper"}],
                "until": fact.until().map(|until| until.to_string()),
            })
        })
        .collect();
    let json = serde_json::json!({
        "format": 1, "id": "small", "title": "Small", "updated": "2016-12-31",
        "actors": {"one": "actor", "other": "actors"}, "statuses": statuses, "entities": entities, "events": events,
    });
    Dataset::from_text(&json.to_string()).expect("the small dataset is valid")
}

/// The rule: among the events of the entity that have a status and have begun, the latest holds. If several began on
/// the same day, the last one in the file holds. An event that names a last day holds through that day.
fn naive(facts: &[Fact], entity: usize, day: Day) -> Option<usize> {
    let mut held = None;
    let mut since = None;
    for fact in facts.iter().filter(|fact| fact.entity == entity) {
        let first = fact.first();
        if fact.status.is_some() && first <= day && since.is_none_or(|since| first >= since) {
            held = fact.status.filter(|_| fact.until().is_none_or(|until| day <= until));
            since = Some(first);
        }
    }
    held
}

proptest! {
    #[test]
    fn as_of_agrees_with_a_naive_scan_on_every_day(facts in facts()) {
        let dataset = dataset(&facts);
        let index = Index::new(&dataset);
        for day in DAYS.map(Day::from_number) {
            let snapshot = index.as_of(day);
            let mut counts = [0; STATUSES.len()];
            for entity in 0..ENTITIES {
                let expected = naive(&facts, entity, day);
                let held = snapshot.status(EntityId::new(entity)).map(StatusId::index);
                prop_assert_eq!(held, expected, "entity {} on {}", entity, day);
                if let Some(status) = expected {
                    counts[status] += 1;
                }
            }
            prop_assert_eq!(index.counts(day), counts, "{}", day);
        }
    }

    #[test]
    fn spells_follow_one_another_and_change_the_status(facts in facts()) {
        let dataset = dataset(&facts);
        let index = Index::new(&dataset);
        for entity in dataset.entity_ids() {
            let spells = index.spells(entity);
            for pair in spells.windows(2) {
                prop_assert!(pair[0].start < pair[1].start);
                let end = pair[0].end.expect("a spell ends before the next one");
                prop_assert!(end <= pair[1].start);
                prop_assert!(end < pair[1].start || pair[0].status != pair[1].status);
            }
            prop_assert!(spells.iter().all(|spell| spell.end.is_none_or(|end| spell.start < end)));
        }
    }

    #[test]
    fn changes_are_the_difference_of_two_days(facts in facts(), a in DAYS, b in DAYS) {
        let index = Index::new(&dataset(&facts));
        let (a, b) = (Day::from_number(a), Day::from_number(b));
        let (from, to) = (index.as_of(a), index.as_of(b));
        let changes = index.changes(a, b);
        for entity in (0..ENTITIES).map(EntityId::new) {
            let change = changes.iter().find(|change| change.entity == entity);
            let expected = (from.status(entity), to.status(entity));
            prop_assert_eq!(change.map(|change| (change.from, change.to)), (expected.0 != expected.1).then_some(expected));
        }
    }

    #[test]
    fn uncertain_changes_stay_within_their_uncertainty(facts in facts()) {
        let index = Index::new(&dataset(&facts));
        for uncertain_change in index.uncertain_changes() {
            prop_assert!(uncertain_change.from < uncertain_change.to);
            prop_assert!(uncertain_change.from <= uncertain_change.counted && uncertain_change.counted <= uncertain_change.to);
            prop_assert!(uncertain_change.left != uncertain_change.entered);
        }
    }

    #[test]
    fn every_day_of_change_changes_something(facts in facts()) {
        let index = Index::new(&dataset(&facts));
        for day in index.change_days() {
            prop_assert!(!index.changes(day.plus(-1), *day).is_empty(), "{}", day);
        }
    }
}
