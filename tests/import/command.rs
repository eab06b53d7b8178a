//! The command `banspread import`, and what `check` says about sheets.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

fn banspread(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments).output().unwrap()
}

fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("import");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

const WIDE: &str = "State,2010,2014\nOregon,illegal,legal\nUtah,illegal,illegal\n";

#[test]
fn questions_are_printed_with_their_answers_and_nothing_is_written() {
    let sheet = file("asked.csv", WIDE);
    let out = file("asked-out.csv", "before");
    let output = banspread(&["import", &sheet, "--out", &out]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    assert!(told.contains("Shape wide: Each row is an entity"), "{told}");
    assert!(told.contains("\nPlaces found on the grid us-states: 2\n"), "{told}");
    assert!(told.contains("Question source: ") && told.contains("{\"source\":{\"title\":"), "{told}");
    assert_eq!(fs::read_to_string(out).unwrap(), "before");
}

#[test]
fn answers_make_a_dataset_that_check_calls_valid() {
    let sheet = file("answered.csv", WIDE);
    let map = file("answered.json", r#"{ "source": { "title": "Registers" }, "title": "Where it is legal" }"#);
    let (csv, json) = (file("answered-out.csv", ""), file("answered-out.json", ""));
    let output = banspread(&["import", &sheet, "--map", &map, "--out", &csv, "--dataset", &json]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    assert!(text(&output.stdout).ends_with("Events: 3, entities: 2, 2010 to 2014\n"), "{}", text(&output.stdout));
    let check = banspread(&["check", &csv, &json]);
    let verdicts = text(&check.stdout).lines().map(|line| line.rsplit(": ").next().unwrap()).collect::<Vec<_>>();
    assert_eq!(verdicts, ["valid, 3 events", "valid, 3 events"]);
    let dataset: Value = serde_json::from_str(&fs::read_to_string(&json).unwrap()).unwrap();
    assert_eq!(dataset["license"], "Registers", "the figure names the source of all rows");
    let described = banspread(&["describe", &json, "--date", "2014", "--json"]);
    let described: Value = serde_json::from_slice(&described.stdout).unwrap();
    assert_eq!(described["counts"]["legal"], 1);
}

const ANSWERS: &str = r#"{
    "source": { "title": "Registers" },
    "title": "Where it is legal",
    "statuses": [{ "id": "legal", "label": "Legal", "values": ["legal", "permitted"] }],
    "places": { "Oregn": "OR", "Total": null }
}"#;

/// A sheet, and the dataset that was imported from it with answers.
fn imported(name: &str) -> String {
    let sheet =
        file(&format!("{name}.csv"), "State,2010,2014\nOregn,illegal,legal\nUtah,illegal,permitted\nTotal,2,0\n");
    let map = file(&format!("{name}-map.json"), ANSWERS);
    let dataset = file(&format!("{name}-out.json"), "");
    let output = banspread(&["import", &sheet, "--map", &map, "--dataset", &dataset]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    dataset
}

#[test]
fn a_changed_sheet_is_imported_with_the_answers_of_the_dataset_before() {
    let before = imported("again");
    let sheet = file(
        "changed.csv",
        "State,2010,2014,2018\nOregn,illegal,legal,legal\nUtah,illegal,permitted,illegal\nTotal,2,0,1\n",
    );
    let after = file("changed-out.json", "");
    let alone = banspread(&["import", &sheet, "--dataset", &after]);
    assert!(text(&alone.stdout).contains("Question places: "), "{}", text(&alone.stdout));
    let output = banspread(&["import", &sheet, "--map", &before, "--dataset", &after]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{}", text(&output.stdout));
    assert!(!text(&output.stdout).contains("Question"), "{}", text(&output.stdout));
    let read = |path: &str| serde_json::from_str::<Value>(&fs::read_to_string(path).unwrap()).unwrap();
    let (before, after) = (read(&before), read(&after));
    assert_eq!(before["import"], serde_json::from_str::<Value>(ANSWERS).unwrap());
    assert_eq!(after["import"], before["import"]);
    assert_eq!(after["title"], "Where it is legal");
    let events = |dataset: &Value| dataset["events"].as_array().unwrap().len();
    assert_eq!((events(&before), events(&after)), (4, 5));
}

#[test]
fn a_dataset_without_answers_is_no_map() {
    let sheet = file("map.csv", WIDE);
    let map = file("without.json", r#"{ "format": 1, "events": [] }"#);
    let output = banspread(&["import", &sheet, "--map", &map]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("the dataset has no answers"), "{}", text(&output.stderr));
}

#[test]
fn json_keeps_the_answers_and_csv_says_that_it_has_no_place_for_them() {
    let dataset = imported("kept");
    let json = banspread(&["convert", &dataset, "--to", "json"]);
    assert_eq!((text(&json.stdout), text(&json.stderr)), (&*fs::read_to_string(&dataset).unwrap(), ""));
    let csv = banspread(&["convert", &dataset, "--to", "csv"]);
    assert_eq!(csv.status.code(), Some(0));
    assert!(text(&csv.stderr).contains("no column for the answers of the import"), "{}", text(&csv.stderr));
    assert!(!text(&csv.stdout).contains("Oregn"));
}

#[test]
fn options_replace_the_choices_of_the_file() {
    let sheet = file("options.csv", "Country,Date,Status\nItaly,2020-01-01,open\nItaly,2020-01-02,open\n");
    let told = |arguments: &[&str]| {
        let output = banspread(&[&["import", &sheet, "--source", "WHO", "--json"], arguments].concat());
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        (report["shape"]["id"].as_str().unwrap().to_owned(), report["events"].as_u64().unwrap())
    };
    assert_eq!(told(&[]), ("panel".to_owned(), 1));
    assert_eq!(told(&["--shape", "events"]), ("events".to_owned(), 2));
}

#[test]
fn a_sheet_that_does_not_exist_is_an_error_and_no_other_is_written() {
    let out = file("sheet-out.csv", "before");
    let other = "tests/import/cases/spreadsheet/sheet.xlsx";
    let output = banspread(&["import", other, "--sheet", "2O23", "--source", "WHO", "--out", &out]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    assert!(told.contains("no sheet \"2O23\": the file has \""), "{told}");
    assert!(!told.contains("Question"), "{told}");
    assert_eq!(fs::read_to_string(&out).unwrap(), "before");
    // A file of text has one table without a name: choices that were made for a workbook still fit.
    let sheet = file("sheet.csv", WIDE);
    let output = banspread(&["import", &sheet, "--sheet", "2023", "--source", "WHO", "--out", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}

#[test]
fn wrong_usage_has_its_own_code() {
    let sheet = file("usage.csv", WIDE);
    let map = file("usage.json", r#"{ "colums": {} }"#);
    for arguments in [["--shape", "long"], ["--map", &map], ["--map", "no-such-file.json"]] {
        let output = banspread(&[&["import", &sheet][..], &arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
    assert!(text(&banspread(&["import", &sheet, "--map", &map]).stderr).contains("unknown field: \"colums\""));
    for (name, content) in [
        ("empty.csv", b"".as_slice()),
        ("broken.xlsx", b"PK\x03\x04 no archive"),
        ("noise.bin", b"\x01\0\0\xff\xfe\0\x02"),
    ] {
        let output = banspread(&["import", &file(name, content)]);
        assert_eq!(output.status.code(), Some(2), "{name}");
    }
}

#[test]
fn texts_of_a_sheet_do_not_control_the_terminal() {
    let sheet = file("control.csv", "Country,Date,Status\u{1b}[2J\nItaly\u{1b}[2J,2020,open\u{7}\n");
    let output = banspread(&["import", &sheet]);
    assert!(!output.stdout.contains(&0x1b) && !output.stdout.contains(&7), "{}", text(&output.stdout));
}

#[test]
fn a_question_about_places_says_that_no_single_place_has_the_name() {
    let asked = |names: &str| {
        let rows: String = names.split(' ').map(|name| format!("{name},2020-01-01,open\n")).collect();
        let sheet = file("names.csv", format!("Country,Date,Status\nItaly,2020-01-01,shut\n{rows}"));
        text(&banspread(&["import", &sheet]).stdout).to_owned()
    };
    let one = asked("Congo");
    assert!(one.contains("Question places: No single place has the name \"Congo\". What is it?"), "{one}");
    let two = asked("Congo Atlantis");
    assert!(two.contains("Question places: 2 names are not the name of a single place. What are they?"), "{two}");
}

#[test]
fn check_says_in_one_finding_that_a_file_is_a_sheet() {
    let rows: String = (0..500).map(|row| format!("Oregon,{row},legal\n")).collect();
    let sheet = file("check.csv", format!("State,2010,2014\n{rows}"));
    let output = banspread(&["check", &sheet]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert_eq!(told.matches("error[").count(), 1, "{told}");
    assert!(told.contains("error[other-shape]: this is no dataset but a sheet of the shape \"wide\""), "{told}");
    assert!(told.contains(&format!("banspread import {sheet} --out events.csv")), "{told}");
    let json = banspread(&["check", "--json", &sheet]);
    let found: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((found.as_array().unwrap().len(), &found[0]["code"]), (1, &"other-shape".into()));
}

#[test]
fn check_prints_a_command_that_a_shell_reads_as_one_file() {
    for content in [WIDE, "entity,date,status,source\nDE,14/03/2020,banned,X\n"] {
        let sheet = file("my file.csv", content);
        let told = banspread(&["check", &sheet]);
        assert!(text(&told.stderr).contains(&format!("banspread import \"{sheet}\" ")), "{}", text(&told.stderr));
    }
}

#[test]
fn check_recognises_spreadsheets() {
    let output = banspread(&["check", "tests/import/cases/spreadsheet/sheet.xlsx"]);
    assert!(text(&output.stderr).contains("shape \"intervals\""), "{}", text(&output.stderr));
}

#[test]
fn check_says_where_the_import_reads_more() {
    let sheet = file("dates.csv", "entity,date,status,source\nDE,14/03/2020,banned,X\n");
    let told = banspread(&["check", &sheet]);
    assert!(text(&told.stderr).contains("error[invalid-date]"), "{}", text(&told.stderr));
    assert!(text(&told.stderr).contains("help: banspread import "), "{}", text(&told.stderr));
}

#[test]
fn check_reads_other_encodings_and_says_so() {
    let sheet = file(
        "latin.csv",
        b"entity;date;status;title;source\r\nFR;2021;banned;D\xe9cret g\xe9n\xe9ral;L\x92\xc9cho\r\n",
    );
    let output = banspread(&["check", &sheet]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("is read as windows-1252"), "{}", text(&output.stderr));
}
