//! What the import has understood, as text for a terminal.

use std::fmt::Write;

use banspread::diagnostics::severity::Severity;
use banspread::import::choices::HeaderChoice;
use banspread::import::report::{Finding, Question, Report, UnmatchedPlace, ValueCount};
use serde::Serialize;

use crate::file::visible;

/// The most values, names and cells of a list.
const MOST: usize = 8;
/// The longest answer in JSON, in bytes. `--json` has longer ones.
const LONGEST: usize = 1_500;

/// The report as paragraphs. Texts of the sheet cannot control the terminal.
pub(super) fn text(file: &str, report: &Report) -> String {
    let parts = [
        head(file, report),
        columns(report),
        statuses(report),
        places(report),
        findings(&report.findings),
        questions(&report.questions),
        result(report),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn head(file: &str, report: &Report) -> String {
    let encoding = report.file.encoding.as_ref().map(|encoding| format!(", {encoding}")).unwrap_or_default();
    let sheet = if report.sheet.is_empty() { String::new() } else { format!(", sheet \"{}\"", visible(&report.sheet)) };
    let names = match report.header {
        HeaderChoice::Without(_) => "no names of columns".to_owned(),
        HeaderChoice::Rows { row, rows: 1 } => format!("names of columns in row {row}"),
        HeaderChoice::Rows { row, rows } => format!("names of columns in rows {row} to {}", row + rows - 1),
    };
    let (first, last) = report.rows;
    let mut text = format!("{file}{encoding}{sheet}: {names}, table in rows {first} to {last}\n");
    writeln!(text, "Shape {}: {}", report.shape.id.id(), report.shape.sentence).expect("a string takes all");
    if !report.dates.sentence.is_empty() {
        text += &(visible(&report.dates.sentence) + "\n");
    }
    text
}

fn columns(report: &Report) -> String {
    let mut text = "Columns\n".to_owned();
    for column in &report.columns {
        let role = serde_json::to_value(column.role).ok();
        let role = role.as_ref().and_then(|role| role.as_str()).unwrap_or_default();
        let samples = visible(&column.samples.join(" | "));
        let line = format!("  {:<3} {role:<12} {}: {samples}", column.letter, visible(&column.name));
        text += line.trim_end_matches([' ', ':']);
        text.push('\n');
    }
    text
}

fn values(values: &[ValueCount]) -> String {
    let shown: Vec<String> =
        values.iter().take(MOST).map(|value| format!("{} {}", value.count, visible(&value.value))).collect();
    let more = values.len().saturating_sub(MOST);
    shown.join(", ") + &if more > 0 { format!(", and {more} more") } else { String::new() }
}

fn statuses(report: &Report) -> String {
    let mut text = String::new();
    if !report.statuses.is_empty() {
        text += "Statuses\n";
    }
    for status in &report.statuses {
        let (id, label) = (visible(&status.id), visible(&status.label));
        writeln!(text, "  {id} \"{label}\" {}: {}", status.color, values(&status.values)).expect("a string takes all");
    }
    for (name, list) in [("End a status", &report.ends), ("Say nothing", &report.ignored)] {
        if !list.is_empty() {
            writeln!(text, "  {name}: {}", values(list)).expect("a string takes all");
        }
    }
    text
}

fn places(report: &Report) -> String {
    let places = &report.places;
    let mut text = format!("Places found on the grid {}: {}\n", places.grid, places.matched);
    for place in places.unmatched.iter().take(2 * MOST) {
        text += &unmatched(place);
    }
    let more = places.unmatched.len().saturating_sub(2 * MOST);
    if more > 0 {
        writeln!(text, "  and {more} more").expect("a string takes all");
    }
    text
}

fn unmatched(place: &UnmatchedPlace) -> String {
    let meant: Vec<String> = place.suggestions.iter().map(|place| format!("{} ({})", place.name, place.id)).collect();
    let meant = if meant.is_empty() { "no suggestion".to_owned() } else { format!("perhaps {}", meant.join(" or ")) };
    let rows: Vec<String> = place.rows.iter().map(usize::to_string).collect();
    let more = if place.count > rows.len() { ", …" } else { "" };
    format!("  \"{}\": {meant}; {} in row {}{more}\n", visible(&place.text), times(place.count), rows.join(", "))
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

fn findings(findings: &[Finding]) -> String {
    let mut text = String::new();
    for found in findings {
        let severity = if found.severity == Severity::Error { "error" } else { "warning" };
        let cells = if found.cells.is_empty() { String::new() } else { format!(" ({})", found.cells.join(", ")) };
        writeln!(text, "{severity}[{}]: {}{cells}", found.code, visible(&found.message)).expect("a string takes all");
        if let Some(help) = &found.help {
            writeln!(text, "  help: {}", visible(help)).expect("a string takes all");
        }
        if let Some(repair) = &found.repair {
            writeln!(text, "  to change it: {}", json(repair)).expect("a string takes all");
        }
    }
    text
}

fn json(choices: &impl Serialize) -> String {
    serde_json::to_string(choices).expect("a tree can be written")
}

fn questions(questions: &[Question]) -> String {
    let mut text = String::new();
    for question in questions {
        writeln!(text, "Question {}: {}", question.id, visible(&question.sentence)).expect("a string takes all");
        for option in &question.options {
            let answer = json(&option.choices);
            let answer = if answer.len() > LONGEST { "long, see --json".to_owned() } else { visible(&answer) };
            writeln!(text, "  {}: {answer}", visible(&option.label)).expect("a string takes all");
        }
    }
    text
}

fn result(report: &Report) -> String {
    if !report.questions.is_empty() {
        return "Nothing is written before the questions are answered: put the answers into one JSON file, and name it with \
                --map.\n"
            .to_owned();
    }
    let dates = match (&report.first, &report.last) {
        (Some(first), Some(last)) => format!(", {first} to {last}"),
        _ => String::new(),
    };
    format!("Events: {}, entities: {}{dates}\n", report.events, report.entities)
}
