//! The reduction of a panel to events in `docs/large.md`: what DuckDB makes of a sample, compared with a reduction row by
//! row and with the figure. `tools/large/run.py sample` writes the events.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use banspread::{Dataset, Index, PartialDate};

const FOLDER: &str = "tests/data/large";

fn read(file: &str) -> String {
    fs::read_to_string(format!("{FOLDER}/{file}")).unwrap()
}

/// The rows of a CSV file without its header.
fn rows(file: &str) -> Vec<Vec<String>> {
    read(file).lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The status of a value: empty for a value without a status, `None` for one that says nothing.
fn status(value: &str) -> Option<&str> {
    match value.trim() {
        "" | "n/a" | "-" | "TBD" => None,
        "Yes" | "yes" | "TRUE" => Some("banned"),
        "Partly" => Some("restricted"),
        "No" => Some(""),
        other => Some(other),
    }
}

/// What each entity's rows say, by date.
fn said() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut said: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for row in rows("panel.csv") {
        let days = said.entry(row[0].clone()).or_default();
        if let Some(status) = status(&row[2]) {
            days.insert(row[1].clone(), status.to_owned());
        }
    }
    said
}

fn day_before(day: &str) -> String {
    let day = day.parse::<PartialDate>().unwrap().first();
    banspread::Day::from_number(day.number() - 1).to_string()
}

#[test]
fn the_query_reduces_a_panel_as_a_person_would() {
    let mut expected = Vec::new();
    for (entity, days) in said() {
        let mut held = String::new();
        for (day, status) in days {
            if status == held {
                continue;
            }
            if status.is_empty() {
                let last: &mut Vec<String> = expected.last_mut().unwrap();
                last[2] = day_before(&day);
            } else {
                expected.push(vec![entity.clone(), day, String::new(), status.clone()]);
            }
            held = status;
        }
    }
    assert_eq!(rows("events.csv"), expected);
    assert!(expected.iter().any(|event| event[2].is_empty()) && expected.len() > 20, "{expected:?}");
}

#[test]
fn the_figure_shows_on_each_day_what_the_panel_says() {
    let events: String = rows("events.csv").iter().map(|row| row.join(",") + ",A panel\n").collect();
    let dataset = Dataset::from_text(&format!("entity,date,until,status,source\n{events}")).unwrap();
    let index = Index::new(&dataset);
    let days: BTreeSet<String> = rows("panel.csv").into_iter().map(|row| row[1].clone()).collect();
    assert!(days.len() >= 40);
    for (entity, said) in said() {
        let id = dataset.entities().iter().find(|known| known.name.own() == entity).unwrap().id.clone();
        let id = dataset.entity_id(&id).unwrap();
        for day in &days {
            let wanted = said.range(..=day.clone()).next_back().map_or("", |(_, status)| status.as_str());
            let shown = index.spell_on(id, day.parse::<PartialDate>().unwrap().first());
            let shown = shown.map_or("", |spell| dataset.status(spell.status).id.as_str());
            assert_eq!(shown, wanted, "{entity} on {day}");
        }
    }
}

#[test]
fn the_page_has_the_query_that_made_the_sample() {
    let page = fs::read_to_string("docs/large.md").unwrap();
    assert!(page.contains(&format!("```sql\n{}```", read("query.sql"))));
}

#[cfg(feature = "import")]
#[test]
fn the_import_finds_the_same_changes_and_knows_which_are_not_exact() {
    use banspread::Limits;
    use banspread::import::{Choices, Workbook, import};
    use banspread::model::event::DateKind;
    use banspread::names::find::all_names;

    let workbook = Workbook::read(read("panel.csv").as_bytes()).unwrap();
    let choices: Choices = serde_json::from_str(
        r#"{ "shape": "panel", "source": { "title": "A panel" }, "ends": ["No"], "ignored": ["n/a", "-", "TBD"],
             "statuses": [{ "id": "banned", "values": ["Yes", "yes", "TRUE"] }, { "id": "restricted", "values": ["Partly"] }] }"#,
    )
    .unwrap();
    let csv = import(&workbook, &choices).csv(&Limits::default()).unwrap().unwrap();
    let dataset = Dataset::check(&csv, &all_names, &Limits::default()).unwrap().dataset;
    let row = |event: &banspread::model::event::Event| {
        let until = event.until.map(|until| until.to_string()).unwrap_or_default();
        let status = event.status.map(|status| dataset.status(status).id.clone()).unwrap_or_default();
        vec![dataset.entity(event.entity).name.own().to_owned(), event.date.to_string(), until, status]
    };
    let mut found: Vec<Vec<String>> = dataset.events().iter().map(row).collect();
    found.sort();
    assert_eq!(found, rows("events.csv"));
    assert!(dataset.events().iter().any(|event| event.date_kind == DateKind::Publication));
    assert!(dataset.events().iter().any(|event| event.date_kind != DateKind::Publication));
}
