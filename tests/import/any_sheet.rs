//! Sheets of any content: the import never panics, and what it makes is valid.

use banspread::import::{Choices, FileError, Workbook, import};
use banspread::names::find::all_names;
use banspread::{Dataset, Limits};
use proptest::prelude::*;

/// Cells of all kinds, likely and unlikely ones.
const CELLS: [&str; 58] = [
    "",
    "",
    "",
    "country",
    "state",
    "date",
    "since",
    "end",
    "status",
    "source",
    "url",
    "year",
    "month",
    "title",
    "record",
    "headline",
    "media",
    "Italy",
    "IT",
    "Texas",
    "Georgia",
    "Congo",
    "World",
    "Atlantis",
    "Yugoslavia",
    "2020",
    "2020-03",
    "2020-03-01",
    "1990",
    "2010",
    "14/03/2020",
    "03/04/2020",
    "1.3.2020",
    "Q1 2020",
    "1990s",
    "c. 1990",
    "44 BC",
    "43891",
    "2020-W53",
    "0",
    "1",
    "2",
    "3.5",
    "-7",
    "yes",
    "No",
    "TRUE",
    "banned",
    "Banned!",
    "no data",
    "n/a",
    "-",
    "https://a.example/x y",
    "http://user@a.example/",
    "a\u{202e}b\u{7}",
    "Total",
    "Source: x",
    "🦉, \"q\"",
];

/// What a person says about the status before the first date: nothing, a blank, one of the sheet, and another one.
const BEFORE: [Option<&str>; 4] = [None, Some(""), Some("Banned"), Some("Neither")];

fn sheet() -> impl Strategy<Value = String> {
    let cell = prop::sample::select(CELLS.to_vec());
    prop::collection::vec(prop::collection::vec(cell, 1..7), 1..9).prop_map(|rows| {
        let quoted = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<&str>| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
        rows.iter().map(line).collect()
    })
}

/// The choices that answer all questions: of each question one of the options.
fn answered(workbook: &Workbook, pick: usize, before: Option<&str>) -> Option<Choices> {
    let mut choices = Choices { before: before.map(str::to_owned), ..Choices::default() };
    for _ in 0..12 {
        let questions = import(workbook, &choices).report.questions;
        if questions.is_empty() {
            return Some(choices);
        }
        for question in questions {
            let option = &question.options[pick % question.options.len()];
            choices = choices.with(&option.choices).unwrap();
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_import_makes_is_valid(text in sheet(), pick in 0..3_usize, before in prop::sample::select(BEFORE.to_vec())) {
        let Ok(workbook) = Workbook::read(text.as_bytes()) else { return Ok(()) };
        // Leaving a question open is allowed; a dataset that is not valid is not.
        let Some(choices) = answered(&workbook, pick, before) else { return Ok(()) };
        let imported = import(&workbook, &choices);
        let limits = Limits::default();
        if let Some(csv) = imported.csv(&limits) {
            let csv = csv.unwrap();
            let checked = Dataset::check(&csv, &all_names, &limits);
            prop_assert!(checked.is_ok(), "{text}\n{csv}\n{}", checked.unwrap_err());
            let json = imported.json(&limits).unwrap().unwrap();
            let same = Dataset::check(&json, &|_| None, &limits);
            prop_assert!(same.is_ok(), "{text}\n{json}\n{}", same.unwrap_err());
        }
    }

    #[test]
    fn no_bytes_make_the_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), start in 0..6_usize) {
        let start: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"[{\"a\":", b"<table><tr><td>", b"\xff\xfe", b"\xd0\xcf\x11\xe0"][start];
        if let Ok(workbook) = Workbook::read(&[start, &bytes].concat()) {
            import(&workbook, &Choices::default());
        }
    }
}

#[test]
fn two_cells_in_opposite_corners_of_a_sheet_do_not_take_the_memory_between_them() {
    let workbook = Workbook::read(&std::fs::read("tests/import/far-corners.xlsx").unwrap()).unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!((sheet.rows(), sheet.columns()), (1_048_576, 16_384));
    assert_eq!((sheet.cell(0, 0), sheet.cell(1_048_575, 16_383)), ("first", "last"));
    // One cell for each column of the last row, and none between.
    assert_eq!(sheet.size(), 16_385);
    import(&workbook, &Choices::default());
}

#[test]
fn a_column_beyond_the_names_of_entities_has_no_entity() {
    let sheet = "Date,Italy,Spain\n2020-01-01,open,open,shut\n2020-02-01,shut,open,open\n";
    let workbook = Workbook::read(sheet.as_bytes()).unwrap();
    let choices = answered(&workbook, 0, None).expect("all questions have answers");
    let imported = import(&workbook, &choices);
    let csv = imported.csv(&Limits::default()).unwrap().unwrap();
    assert!(Dataset::check(&csv, &all_names, &Limits::default()).is_ok(), "{csv}");
    assert!(imported.report.findings.iter().any(|found| found.code == "no-entity" && found.count == 2));
}

#[test]
fn names_and_statuses_of_control_characters_become_a_valid_dataset() {
    let sheet = "Country,Date,Status,Source\n\u{e},2020-01-01,\u{f},AP\nItaly,2020-02-01,!,AP\n";
    let workbook = Workbook::read(sheet.as_bytes()).unwrap();
    let choices = serde_json::json!({ "places": { "\u{e}": true } });
    let mut choices: Choices = serde_json::from_value(choices).unwrap();
    for question in import(&workbook, &choices).report.questions {
        choices = choices.with(&question.options[0].choices).unwrap();
    }
    let csv = import(&workbook, &choices).csv(&Limits::default()).expect("all questions have answers").unwrap();
    let checked = Dataset::check(&csv, &all_names, &Limits::default());
    assert!(checked.is_ok(), "{csv}\n{}", checked.unwrap_err());
}

#[test]
fn a_file_without_cells_is_empty() {
    for text in ["", " \n", "\"\"\n", ",,\n,,\n", "[{}]"] {
        assert_eq!(Workbook::read(text.as_bytes()).unwrap_err(), FileError::Empty, "{text:?}");
    }
}

#[test]
fn questions_end_when_they_are_answered() {
    let sheet = "Country,Date,A,B\nItaly,01/02/2020,1,x\nAtlantis,03/04/2020,2,y\nItaly,01/02/2020,2,x\n";
    let workbook = Workbook::read(sheet.as_bytes()).unwrap();
    let choices = answered(&workbook, 0, None).expect("all questions have answers");
    assert_eq!(choices.columns.len(), 1);
}

#[test]
fn a_value_that_a_person_ignores_has_no_status_where_a_blank_cell_has_that_of_the_others() {
    let rows = |names: &[&str], rest: &str| names.iter().map(|name| format!("{name},{rest},AP\n")).collect::<String>();
    let usual = rows(&["Italy", "Spain", "France", "Japan", "Chile", "Norway", "Sweden", "Peru"], "banned,2020-01-01,");
    let sheet = format!("Country,Status,Start,End,Source\n{usual}Cuba,,2018,2019,AP\nIran,NA,2018,2019,AP\n");
    let workbook = Workbook::read(sheet.as_bytes()).unwrap();
    let events = |choices: serde_json::Value| {
        let report = import(&workbook, &serde_json::from_value(choices).unwrap()).report;
        (report.events, report.ignored.len())
    };
    assert_eq!(events(serde_json::json!({})), (10, 0));
    assert_eq!(events(serde_json::json!({ "ignored": ["NA"] })), (9, 1));
}

#[test]
fn a_source_of_control_characters_is_asked_for() {
    let sheet = "entity,date,status,source\nIT,2020-10-07,banned,\u{90}\n";
    let imported = import(&Workbook::read(sheet.as_bytes()).unwrap(), &Choices::default());
    let questions: Vec<_> = imported.report.questions.iter().map(|question| question.id).collect();
    assert_eq!(questions, ["source"]);
    assert!(imported.dataset.is_none());
}

#[test]
fn an_address_loses_its_control_characters() {
    let sheet = "entity,date,status,source,source_url\nIT,2020-10-07,banned,AGRI,https://a.example/n\u{90}ews\n";
    let imported = import(&Workbook::read(sheet.as_bytes()).unwrap(), &Choices::default());
    let csv = imported.csv(&Limits::default()).unwrap().unwrap();
    assert!(csv.contains("https://a.example/news"), "{csv}");
    assert!(Dataset::check(&csv, &all_names, &Limits::default()).is_ok(), "{csv}");
}

#[test]
fn names_and_titles_that_nobody_sees_become_a_valid_dataset() {
    let sheet = "entity,kind,date,status,title,source,source_url\n\
                 \u{ad},company,2020,\u{ad},\u{ad},AP,https://a.example/n\u{ad}ews\n\
                 IT,,2021,open,A,AP,\n";
    let workbook = Workbook::read(sheet.as_bytes()).unwrap();
    let choices = answered(&workbook, 0, None).expect("all questions have answers");
    let csv = import(&workbook, &choices).csv(&Limits::default()).unwrap().unwrap();
    let checked = Dataset::check(&csv, &all_names, &Limits::default());
    assert!(checked.is_ok(), "{csv}\n{}", checked.unwrap_err());
    assert!(csv.contains("https://a.example/news"), "{csv}");
}
