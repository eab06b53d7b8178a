//! The import: sheets of the kinds that people keep, and the datasets that come out of them.
//!
//! Each folder of `cases` has a sheet, the choices of a person where there are any, and what is expected. `BLESS=1`
//! writes what comes out as expected; look at the difference.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

mod any_sheet;
mod command;
mod workbooks;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use banspread::import::{Choices, Import, Workbook, import};
use banspread::names::find::all_names;
use banspread::{Dataset, Limits};

fn cases() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir("tests/import/cases")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    assert!(found.len() > 20, "the cases were not found");
    found
}

fn sheet(case: &Path) -> PathBuf {
    let is_sheet = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == "sheet");
    fs::read_dir(case).unwrap().map(|entry| entry.unwrap().path()).find(is_sheet).expect("each case has a sheet")
}

fn imported(case: &Path, choices: &Choices) -> Import {
    let workbook = Workbook::read(&fs::read(sheet(case)).unwrap()).unwrap();
    import(&workbook, choices)
}

fn choices(case: &Path) -> Choices {
    fs::read_to_string(case.join("choices.json"))
        .map_or_else(|_| Choices::default(), |text| serde_json::from_str(&text).unwrap())
}

/// What was understood without choices, and the dataset with them.
fn told(case: &Path) -> String {
    let alone = imported(case, &Choices::default());
    let asked: Vec<&str> = alone.report.questions.iter().map(|question| question.id).collect();
    let answered = imported(case, &choices(case));
    let report = &answered.report;
    let mut text = format!("shape: {}\nasks: {}\n", report.shape.id.id(), asked.join(", "));
    for column in &report.columns {
        let role = serde_json::to_value(column.role).unwrap();
        writeln!(text, "column {}: {} ({})", column.letter, role.as_str().unwrap(), column.name).unwrap();
    }
    for status in &report.statuses {
        let values: Vec<String> =
            status.values.iter().map(|value| format!("{} {}", value.count, value.value)).collect();
        writeln!(text, "status {}: {} ({})", status.id, status.label, values.join(", ")).unwrap();
    }
    for (kind, values) in [("ignored", &report.ignored), ("end", &report.ends)] {
        for value in values {
            writeln!(text, "{kind}: {} {}", value.count, value.value).unwrap();
        }
    }
    for place in &alone.report.places.unmatched {
        let suggested: Vec<&str> = place.suggestions.iter().map(|place| place.id.as_str()).collect();
        writeln!(text, "unknown place: {} ({})", place.text, suggested.join(", ")).unwrap();
    }
    for found in &report.findings {
        writeln!(text, "finding {}: {} [{}]", found.code, found.message, found.cells.join(" ")).unwrap();
    }
    let questions: Vec<&str> = report.questions.iter().map(|question| question.id).collect();
    assert_eq!(questions, [""; 0], "{}: the choices answer all questions", case.display());
    text + &events(&answered, case)
}

/// The events as the library reads them from the CSV that the import writes.
fn events(import: &Import, case: &Path) -> String {
    let limits = Limits::default();
    let csv = import.csv(&limits).unwrap().unwrap();
    let checked =
        Dataset::check(&csv, &all_names, &limits).unwrap_or_else(|error| panic!("{}: {error}\n{csv}", case.display()));
    let json = import.json(&limits).unwrap().unwrap();
    let same =
        Dataset::check(&json, &|_| None, &limits).unwrap_or_else(|error| panic!("{}: {error}\n{json}", case.display()));
    let dataset = checked.dataset;
    assert_eq!(dataset.events(), same.dataset.events(), "{}: CSV and JSON are the same dataset", case.display());
    assert_eq!(dataset.events().len(), import.report.events);
    let mut text = format!("grid: {}\nupdated: {}\n", import.report.places.grid, dataset.updated());
    for warning in &checked.warnings {
        writeln!(text, "warning: {warning}").unwrap();
    }
    for event in dataset.events() {
        let entity = dataset.entity(event.entity);
        let status = event.status.map_or("note", |status| &dataset.status(status).id);
        let by = if event.date_kind == banspread::model::event::DateKind::Publication { "by " } else { "" };
        let until = event.until.map(|until| format!(" to {until}")).unwrap_or_default();
        let source = event.sources.first().map_or("none", |source| &source.outlet);
        writeln!(text, "{}: {by}{}{until} {status} \"{}\", {source}", entity.id, event.date, event.title.own())
            .unwrap();
    }
    text
}

#[test]
fn every_case_becomes_the_dataset_that_it_means() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (found, file) = (told(&case), case.join("expected.txt"));
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if found == expected {
            continue;
        }
        if env::var_os("BLESS").is_some() {
            fs::write(&file, &found).unwrap();
        }
        wrong.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", case.display()));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_dataset_has_the_answers_with_which_it_was_imported() {
    for case in cases() {
        let choices = choices(&case);
        let json = imported(&case, &choices).json(&Limits::default()).unwrap().unwrap();
        if choices == Choices::default() {
            assert!(!json.contains("\"import\""), "{}", case.display());
        } else {
            assert_eq!(json.parse::<Choices>(), Ok(choices), "{}", case.display());
        }
    }
}

#[test]
fn every_option_of_a_question_can_be_chosen() {
    for case in cases() {
        for question in imported(&case, &Choices::default()).report.questions {
            for option in question.options {
                let chosen = Choices::default().with(&option.choices);
                assert!(chosen.is_ok(), "{}: {}: {:?}", case.display(), question.id, option.choices);
            }
        }
    }
}

#[test]
fn an_event_of_a_wide_sheet_has_the_words_of_its_column_where_the_format_cannot_write_its_date() {
    let case = Path::new("tests/import/cases/wide-quarters");
    let json = imported(case, &choices(case)).json(&Limits::default()).unwrap().unwrap();
    let dataset = Dataset::from_text(&json).unwrap();
    let cautions: Vec<&str> = dataset.events().iter().filter_map(|event| Some(event.caution.as_ref()?.own())).collect();
    let quarters =
        ["2019 Q1", "2019 Q1", "2019 Q2", "2019 Q3", "2019 Q4"].map(|quarter| format!("Date in the sheet: {quarter}"));
    assert_eq!(cautions, quarters);
}

#[test]
fn an_answer_settles_its_question() {
    for case in cases() {
        for question in imported(&case, &Choices::default()).report.questions {
            let first = &question.options[0].choices;
            let asked = imported(&case, &Choices::default().with(first).unwrap()).report.questions;
            // The first answer for places can leave names that are not like that of one place.
            let is_settled = |id: &str| asked.iter().all(|other| other.id != id);
            assert!(question.id == "places" || is_settled(question.id), "{}: {}", case.display(), question.id);
        }
    }
}
