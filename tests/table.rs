//! The table has the same statuses as the picture.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::describe::table::Row;
use banspread::{Chart, Dataset, Estimate, Intent};
use samples::number;
use serde_json::json;

fn small() -> Chart {
    let more = json!({
        "events": [
            { "entity": "FR", "date": "2020-01", "date_kind": "publication", "status": "permitted",
              "title": "France permits", "sources": [{ "outlet": "A", "url": "https://a.example/" }, { "outlet": "B" }] },
            { "entity": "DE", "date": "2020-02-10", "status": "permitted", "title": "Germany permits",
              "until": "2020-07-31", "sources": [{ "outlet": "A" }] },
            { "entity": "FR", "date": "2020-06-10", "status": "banned", "title": "France bans",
              "sources": [{ "outlet": "C" }] },
            { "entity": "FR", "date": "2020-09-10", "status": "permitted", "title": "France permits again",
              "sources": [{ "outlet": "A" }] },
            { "entity": "Telco", "date": "2020-09~", "status": "banned", "title": "Telco drops it",
              "sources": [{ "outlet": "A" }] }
        ]
    });
    Chart::new(samples::datasets::small(more), Box::new(Estimate))
}

fn on(chart: &mut Chart, date: &str, with: Option<&str>) -> Vec<Row> {
    chart.apply(Intent::Day(number(date)));
    chart.apply(Intent::Compare(with.map(number)));
    chart.table()
}

fn of(table: &[Row], id: &str) -> Row {
    table.iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no row of {id}")).clone()
}

/// The statuses of a row by their index, each with its date: `1 by January 2020`.
fn told(row: &Row) -> Vec<String> {
    row.way.iter().map(|passed| format!("{} {}", passed.index, passed.date)).collect()
}

#[test]
fn a_row_has_the_status_its_date_and_its_sources() {
    let france = of(&on(&mut small(), "2020-03-01", None), "FR");
    assert_eq!((france.name.as_str(), france.index, france.changed), ("France", 1, true));
    assert_eq!(told(&france), ["1 by January 2020"]);
    let now = &france.way[0];
    assert_eq!((now.iso.as_str(), now.day), ("2020-01", number("2020-01-01")));
    let sources: Vec<_> = now.sources.iter().map(|source| (source.outlet.as_str(), source.url.as_deref())).collect();
    assert_eq!(sources, [("A", Some("https://a.example/")), ("B", None)]);
}

#[test]
fn an_uncertain_date_stays_uncertain() {
    let telco = of(&on(&mut small(), "2020-10-01", None), "Telco");
    assert_eq!(told(&telco), ["0 about September 2020"]);
    assert_eq!((telco.way[0].iso.as_str(), telco.way[0].day), ("2020-09~", number("2020-09-01")));
}

#[test]
fn before_its_first_status_nothing_is_documented() {
    let germany = of(&on(&mut small(), "2020-02-09", None), "DE");
    assert_eq!((germany.index, germany.from, germany.changed, germany.way.len()), (-1, -1, false, 0));
}

#[test]
fn earlier_statuses_are_in_chronological_order() {
    let table = on(&mut small(), "2020-12-31", None);
    assert_eq!(told(&of(&table, "FR")), ["1 by January 2020", "0 10 June 2020", "1 10 September 2020"]);
    // An ended status is an earlier status too.
    let germany = of(&table, "DE");
    assert_eq!((germany.index, germany.changed), (-1, true));
    assert_eq!(told(&germany), ["1 10 February 2020"]);
}

#[test]
fn a_comparison_lists_the_statuses_between_the_two_days() {
    let table = on(&mut small(), "2020-07-01", Some("2020-12-31"));
    let france = of(&table, "FR");
    assert_eq!((france.from, france.index, france.changed), (0, 1, true));
    assert_eq!(told(&france), ["0 10 June 2020", "1 10 September 2020"]);
    let germany = of(&table, "DE");
    assert_eq!((germany.from, germany.index, germany.changed), (1, -1, true));
    assert_eq!(told(&germany), ["1 10 February 2020"]);
    let telco = of(&table, "Telco");
    assert_eq!((telco.from, telco.index, telco.changed), (-1, 0, true));
}

#[test]
fn an_entity_that_returned_to_its_status_has_changed() {
    let france = of(&on(&mut small(), "2020-03-01", Some("2020-12-31")), "FR");
    assert_eq!((france.from, france.index, france.way.len()), (1, 1, 3));
    assert!(france.changed);
}

#[test]
fn the_order_of_the_two_days_does_not_matter() {
    let said = |date, with| {
        let rows = on(&mut small(), date, Some(with));
        rows.iter().map(|row| format!("{} {} {} {:?}", row.id, row.from, row.index, told(row))).collect::<Vec<_>>()
    };
    assert_eq!(said("2020-03-01", "2020-12-31"), said("2020-12-31", "2020-03-01"));
}

#[test]
fn an_entity_with_the_status_of_the_earlier_day_has_not_changed() {
    for row in on(&mut small(), "2020-03-01", Some("2020-04-01")) {
        assert!(!row.changed && row.from == row.index, "{}", row.id);
    }
}

#[test]
fn each_row_has_the_status_of_the_day() {
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
    for date in ["2012-01-01", "2018-08-23", "2020-07-14", "2021-12-31", "2026-01-01"] {
        let table = on(&mut chart, date, None);
        let report = chart.status_report();
        let shown = chart.dataset().entities().iter().filter(|entity| entity.shown).count();
        assert_eq!(table.len(), shown);
        for row in table {
            let entry = report.entities.iter().find(|entry| entry.id == row.id).unwrap();
            let id = usize::try_from(row.index).ok().map(|index| chart.dataset().statuses()[index].id.clone());
            assert_eq!(id, entry.status, "{} on {date}", row.id);
            let now = row.way.last().filter(|_| row.index >= 0);
            assert_eq!(now.map(|now| now.iso.clone()), entry.since, "{} on {date}", row.id);
            assert_eq!(now.map_or(row.index, |now| now.index), row.index, "{} on {date}", row.id);
        }
    }
}
