//! What a person should look at: each kind of finding once, with a count and its first cells.

use serde_json::json;

use crate::diagnostics::severity::Severity;
use crate::format::csv::record::RECORD;
use crate::import::change::Changes;
use crate::import::choices::{Choices, HeaderChoice};
use crate::import::columns::{Assigned, Role};
use crate::import::dates::Unread;
use crate::import::facts::Facts;
use crate::import::questions::first_cells;
use crate::import::report::{FIRST, Finding, cell_name, letter, some};
use crate::import::table::{Table, has_thousands, number};
use crate::import::words::plain_name;
use crate::import::workbook::Workbook;

/// The encodings that need no word.
const USUAL: [&str; 1] = ["UTF-8"];

/// About the file and its sheets.
pub(crate) fn of_file(workbook: &Workbook, choices: &Choices, sheet: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(encoding) = workbook.encoding.as_deref().filter(|encoding| !USUAL.contains(encoding)) {
        let message = format!("the text is read as {encoding}");
        found.push(Finding::warning("encoding", message, "if letters are wrong, save the file as UTF-8"));
    }
    let known: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    match &choices.sheet {
        Some(name) if !known.contains(&name.as_str()) => {
            found.push(unknown_sheet(workbook, name, &known));
        }
        None if known.len() > 1 => {
            let message = format!("the file has {} sheets: \"{sheet}\" is read, which has the most cells", known.len());
            found.push(Finding::warning(
                "sheet",
                message,
                &format!("name another one in \"sheet\": {}", quoted(&known)),
            ));
        }
        _ => {}
    }
    found
}

/// That a sheet does not exist. Another one must not be taken for it, unless the file can have only one.
fn unknown_sheet(workbook: &Workbook, name: &str, known: &[&str]) -> Finding {
    if is_missing(workbook, Some(name)) {
        let message = format!("no sheet \"{name}\": the file has {}", quoted(known));
        let help = "name one of them in \"sheet\" or --sheet";
        return Finding { severity: Severity::Error, ..Finding::warning("sheet", message, help) };
    }
    let message = format!("no sheet \"{name}\": the file has one table without a name, which is read");
    Finding::warning("sheet", message, "")
}

/// Whether a choice names a sheet that the file does not have.
pub(crate) fn is_missing(workbook: &Workbook, chosen: Option<&str>) -> bool {
    let is_single = workbook.sheets.len() == 1 && workbook.sheets[0].name.is_empty();
    chosen.is_some_and(|name| !is_single && workbook.sheets.iter().all(|sheet| sheet.name != name))
}

/// Texts between quotation marks.
pub(crate) fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

/// About the table: missing names, rows that are not read, columns that are not used.
pub(crate) fn of_table(table: &Table<'_>, assigned: &Assigned) -> Vec<Finding> {
    let mut found = Vec::new();
    if table.header == HeaderChoice::Without(false) {
        let message = "the sheet has no names of columns: their content tells what they are".to_owned();
        let repair = json!({ "header": { "row": table.rows.start + 1, "rows": 1 } });
        found.push(Finding::warning("no-header", message, "").repaired(repair));
    }
    if !table.left_out.is_empty() {
        let rows: Vec<String> = table.left_out.iter().map(|row| (row + 1).to_string()).collect();
        let (count, repair) = (rows.len(), json!({ "last_row": table.sheet.rows() }));
        let message = format!("{} below the table, as sums or notes", some(count, "row is", "rows are"));
        found.push(Finding::warning("below-table", message, "").at(count, first_rows(&rows)).repaired(repair));
    }
    if let Some(column) = table.names.iter().position(|name| plain_name(name) == RECORD) {
        let message = "the sheet has the column \"record\" of the format: only its events are read".to_owned();
        let help = "if it is a dataset already, banspread check reads all of it";
        found.push(Finding::warning("is-dataset", message, help).at(1, vec![letter(column)]));
    }
    if !assigned.unknown.is_empty() {
        let names: Vec<&str> = assigned.unknown.iter().map(String::as_str).collect();
        let message = format!("the choices name columns that the sheet does not have: {}", quoted(&names));
        found.push(Finding { severity: Severity::Error, ..Finding::warning("unknown-column", message, "") });
    }
    let is_unused = |column: &usize| {
        let is_asked = assigned.status_candidates.contains(column);
        assigned.roles[*column] == Role::Ignore && !assigned.samples[*column].is_empty() && !is_asked
    };
    let unused: Vec<usize> = (0..table.columns()).filter(is_unused).collect();
    if !unused.is_empty() {
        let names: Vec<String> = unused.iter().map(|column| letter(*column)).collect();
        let message = format!("{} not used", some(unused.len(), "column is", "columns are"));
        let help = "give them a role in \"columns\", or \"ignore\"";
        found.push(Finding::warning("unused-column", message, help).at(unused.len(), first_rows(&names)));
    }
    found
}

/// That nothing came out.
pub(crate) fn no_events() -> Finding {
    let help = "look at the roles of the columns, and change them in \"columns\"";
    let found = Finding::warning("no-events", "no row has an entity, a date and a status".to_owned(), help);
    Finding { severity: Severity::Error, ..found }
}

fn first_rows(names: &[String]) -> Vec<String> {
    names.iter().take(FIRST).cloned().collect()
}

/// About the dates.
pub(crate) fn of_dates(facts: &Facts<'_>, roles: &[Role]) -> Vec<Finding> {
    let mut found = Vec::new();
    let date = roles.iter().position(|role| matches!(role, Role::Date | Role::Year | Role::StatusDate)).unwrap_or(0);
    let mut add = |code, rows: &[usize], message: &str, help: &str| {
        if !rows.is_empty() {
            let message = format!("{} {message}", some(rows.len(), "row", "rows"));
            found.push(Finding::warning(code, message, help).at(rows.len(), first_cells(rows, date)));
        }
    };
    add("no-date", &facts.undated, "without a date: left out", "");
    let help = "of a status that usually follows it: only that one is taken";
    add("followed", &facts.followed, "with a status on the date", help);
    add("end-before-start", &facts.backwards, "with an end before the start: left out", "correct one of the two dates");
    for (before_zero, is_end) in [(false, false), (false, true), (true, false), (true, true)] {
        let is_alike =
            |text: &&Unread| text.before_zero == before_zero && (roles.get(text.column) == Some(&Role::End)) == is_end;
        let texts: Vec<&Unread> = facts.dates.unread.iter().filter(is_alike).collect();
        let Some(first) = texts.first() else { continue };
        let count = texts.iter().map(|text| text.count).sum();
        let cells = texts.iter().take(FIRST).map(|text| cell_name(text.row, text.column)).collect();
        let (code, help) = if before_zero {
            ("before-year-0", "the format has the years 0 to 9999")
        } else {
            ("not-a-date", "write 2020, 2020-03 or 2020-03-14")
        };
        let what = if is_end { "the status is kept without an end" } else { "such rows are left out" };
        found.push(Finding::warning(code, format!("not a date: \"{}\"; {what}", first.text), help).at(count, cells));
    }
    if let Some(first) = facts.dates.approximated.first() {
        let count = facts.dates.approximated.iter().map(|text| text.count).sum();
        let cells = facts.dates.approximated.iter().take(FIRST).map(|text| cell_name(text.row, text.column)).collect();
        let message =
            format!("\"{}\" is a period that the format cannot write: its middle is taken, as approximate", first.text);
        found.push(Finding::warning("approximate-date", message, "").at(count, cells));
    }
    found
}

/// About numbers whose comma could be that of a fraction in another country.
pub(crate) fn of_numbers(facts: &Facts<'_>, roles: &[Role]) -> Option<Finding> {
    let column = roles.iter().position(|role| *role == Role::Status).unwrap_or(0);
    let found: Vec<_> = facts.values.entries().iter().filter(|entry| has_thousands(entry.text)).collect();
    let first = found.first()?;
    let message = format!("\"{}\" is read as {}: its comma is a mark of thousands", first.text, number(first.text)?);
    let help = "if it is a fraction, write it with a point";
    let rows: Vec<usize> = found.iter().map(|entry| entry.row).collect();
    let count = found.iter().map(|entry| entry.count).sum();
    Some(Finding::warning("thousands", message, help).at(count, first_cells(&rows, column)))
}

/// About the ends of statuses, and statuses of one entity that hold at the same time.
pub(crate) fn of_ends(changes: &Changes) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |code, rows: &[usize], message: &str, help: &str| {
        if !rows.is_empty() {
            let names: Vec<String> = rows.iter().map(|row| format!("row {}", row + 1)).collect();
            let message = format!("{} {message}", some(rows.len(), "row", "rows"));
            found.push(Finding::warning(code, message, help).at(rows.len(), first_rows(&names)));
        }
    };
    let late = "with the end of a status, and none for the dates before: the status may have ended earlier";
    add("late-end", &changes.late_ends, late, "the caution of each event says when the status was last seen");
    let shown =
        "a figure shows one status of an entity at a time: the one that began last, and then again the one before";
    add("overlap", &changes.overlaps, "with a begin before the end of another status of the entity", shown);
    let filled = "add a row for what holds after it, or the end of the earlier status";
    let unclear = "with an end, after an earlier status without one: nothing is shown after this end";
    add("unclear-end", &changes.unclear_ends, unclear, filled);
    found
}

/// About the entities of rows.
pub(crate) fn of_entities(facts: &Facts<'_>, roles: &[Role]) -> Vec<Finding> {
    let column = roles.iter().position(|role| *role == Role::Entity).unwrap_or(0);
    let mut found = Vec::new();
    if !facts.filled_down.is_empty() {
        let count = facts.filled_down.len();
        let message = format!("{} without an entity: the one above is taken", some(count, "row", "rows"));
        found.push(Finding::warning("filled-down", message, "").at(count, first_cells(&facts.filled_down, column)));
    }
    if !facts.parts.is_empty() {
        let part = roles.iter().position(|role| *role == Role::Part).unwrap_or(0);
        let count = facts.parts.len();
        let message = format!("{} about parts of entities: left out", some(count, "row", "rows"));
        found.push(Finding::warning("part", message, "").at(count, first_cells(&facts.parts, part)));
    }
    if !facts.nameless.is_empty() {
        let count = facts.nameless.len();
        let message = format!("{} without an entity: left out", some(count, "row", "rows"));
        found.push(Finding::warning("no-entity", message, "").at(count, first_cells(&facts.nameless, column)));
    }
    found
}
