//! What a person should look at: each kind of finding once, with a count and its first cells.

use crate::format::csv::record::RECORD;
use crate::import::cell_set::CellSet;
use crate::import::change::Changes;
use crate::import::choices::{Choices, HeaderChoice};
use crate::import::columns::{Assigned, Role};
use crate::import::dates::Unread;
use crate::import::facts::Facts;
use crate::import::report::{FIRST, Finding, cell_name, first_cells, letter};
use crate::import::table::{Table, has_thousands, number};
use crate::import::trees::{nested, object, texts};
use crate::import::words::plain_name;
use crate::import::workbook::Workbook;

/// The encodings that need no word.
const USUAL: [&str; 1] = ["UTF-8"];

/// About the file and its sheets.
pub(crate) fn of_file(workbook: &Workbook, choices: &Choices, sheet: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(encoding) = workbook.encoding.as_deref().filter(|encoding| !USUAL.contains(encoding)) {
        found.push(Finding::warning("found.encoding", vec![("encoding", encoding.into())]));
    }
    let known: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    match &choices.sheet {
        Some(name) if !known.contains(&name.as_str()) => {
            found.push(unknown_sheet(workbook, name, known));
        }
        None if known.len() > 1 => {
            let values = vec![("n", known.len().into()), ("sheet", sheet.into()), ("names", texts(known))];
            found.push(Finding::warning("found.sheet", values));
        }
        _ => {}
    }
    found
}

/// That a sheet does not exist. Another one must not be taken for it, unless the file can have only one.
fn unknown_sheet(workbook: &Workbook, name: &str, known: Vec<&str>) -> Finding {
    if is_missing(workbook, Some(name)) {
        Finding::error("found.sheet.missing", vec![("sheet", name.into()), ("names", texts(known))])
    } else {
        Finding::warning("found.sheet.single", vec![("sheet", name.into())])
    }
}

/// Whether a choice names a sheet that the file does not have.
pub(crate) fn is_missing(workbook: &Workbook, chosen: Option<&str>) -> bool {
    let is_single = workbook.sheets.len() == 1 && workbook.sheets[0].name.is_empty();
    chosen.is_some_and(|name| !is_single && workbook.sheets.iter().all(|sheet| sheet.name != name))
}

/// About the table: missing names, rows that are not read, columns that are not used.
pub(crate) fn of_table(table: &Table<'_>, assigned: &Assigned) -> Vec<Finding> {
    let mut found = Vec::new();
    if table.header == HeaderChoice::Without(false) {
        let rows = vec![("row".into(), (table.rows.start + 1).into()), ("rows".into(), 1.0.into())];
        let repair = nested(&["header"], object(rows));
        found.push(Finding::warning("found.no-header", Vec::new()).repaired(repair));
    }
    if !table.left_out.is_empty() {
        let rows: Vec<String> = table.left_out.iter().map(|row| (row + 1).to_string()).collect();
        let (count, repair) = (rows.len(), nested(&["last_row"], table.sheet.rows()));
        found.push(Finding::counted("found.below-table", count, first_rows(&rows)).repaired(repair));
    }
    if let Some(column) = table.names.iter().position(|name| plain_name(name) == RECORD) {
        found.push(Finding::warning("found.is-dataset", Vec::new()).at(1, vec![letter(column)]));
    }
    if !assigned.unknown.is_empty() {
        found.push(Finding::error(
            "found.unknown-column",
            vec![("names", texts(assigned.unknown.iter().map(String::as_str)))],
        ));
    }
    let is_unused = |column: &usize| {
        let is_asked = assigned.status_candidates.contains(column) || assigned.chosen.contains(column);
        assigned.roles[*column] == Role::Ignore && !assigned.samples[*column].is_empty() && !is_asked
    };
    let unused: Vec<usize> = (0..table.columns()).filter(is_unused).collect();
    if !unused.is_empty() {
        let names: Vec<String> = unused.iter().map(|column| letter(*column)).collect();
        found.push(Finding::counted("found.unused-column", unused.len(), first_rows(&names)));
    }
    found.extend(of_status_dates(assigned));
    found
}

/// That several columns of dates became statuses of one line, of which a figure shows one at a time. A person may say
/// that they are.
fn of_status_dates(assigned: &Assigned) -> Option<Finding> {
    let is_status = |column: &usize| assigned.roles[*column] == Role::StatusDate;
    let columns: Vec<usize> = (0..assigned.roles.len()).filter(is_status).collect();
    if columns.len() < 2 || columns.iter().all(|column| assigned.chosen.contains(column)) {
        return None;
    }
    let names: Vec<String> = columns.iter().map(|column| letter(*column)).collect();
    let kept = names.iter().map(|name| (name.clone().into(), "status-date".into())).collect();
    let found = Finding::counted("found.status-dates", columns.len(), first_rows(&names));
    Some(found.repaired(nested(&["columns"], object(kept))))
}

/// That nothing came out.
pub(crate) fn no_events() -> Finding {
    Finding::error("found.no-events", Vec::new())
}

fn first_rows(names: &[String]) -> Vec<String> {
    names.iter().take(FIRST).cloned().collect()
}

/// About the dates.
pub(crate) fn of_dates(facts: &Facts<'_>, roles: &[Role]) -> Vec<Finding> {
    let mut found = Vec::new();
    let date = roles.iter().position(|role| matches!(role, Role::Date | Role::Year | Role::StatusDate)).unwrap_or(0);
    let listed = [
        ("found.no-date", &facts.undated),
        ("found.followed", &facts.followed),
        ("found.end-before-start", &facts.backwards),
    ];
    for (key, rows) in listed.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        found.push(Finding::in_column(key, rows, date));
    }
    for (before_zero, is_end) in [(false, false), (false, true), (true, false), (true, true)] {
        let is_alike =
            |text: &&Unread| text.before_zero == before_zero && (roles.get(text.column) == Some(&Role::End)) == is_end;
        let texts: Vec<&Unread> = facts.dates.unread.iter().filter(is_alike).collect();
        let key = match (before_zero, is_end) {
            (false, false) => "found.not-a-date",
            (false, true) => "found.not-a-date.end",
            (true, false) => "found.before-year-0",
            (true, true) => "found.before-year-0.end",
        };
        found.extend(about_dates(key, &texts));
    }
    let approximated: Vec<&Unread> = facts.dates.approximated.iter().collect();
    found.extend(about_dates("found.approximate-date", &approximated));
    found
}

/// A finding about texts of dates, which names the first one; nothing if there are none.
fn about_dates(key: &'static str, texts: &[&Unread]) -> Option<Finding> {
    let first = texts.first()?;
    let count = texts.iter().map(|text| text.count).sum();
    let cells = texts.iter().take(FIRST).map(|text| cell_name(text.row, text.column)).collect();
    let found = Finding::warning(key, vec![("text", first.text.as_str().into())]);
    Some(found.at(count, cells).marking(CellSet::dates(texts)))
}

/// About numbers whose comma could be that of a fraction in another country.
pub(crate) fn of_numbers(facts: &Facts<'_>, roles: &[Role]) -> Option<Finding> {
    let column = roles.iter().position(|role| *role == Role::Status).unwrap_or(0);
    let found: Vec<_> = facts.values.entries().iter().filter(|entry| has_thousands(entry.text)).collect();
    let first = found.first()?;
    let values = vec![("text", first.text.into()), ("number", number(first.text)?.into())];
    let rows: Vec<usize> = found.iter().map(|entry| entry.row).collect();
    let count = found.iter().map(|entry| entry.count).sum();
    let is_value = |column: &usize| matches!(roles[*column], Role::Status | Role::AtDate | Role::OfEntity);
    let texts = found.iter().map(|entry| entry.text.to_owned()).collect();
    let cells = CellSet::texts((0..roles.len()).filter(is_value).collect(), texts);
    Some(Finding::warning("found.thousands", values).at(count, first_cells(&rows, column)).marking(cells))
}

/// About rows that repeat others, about the ends of statuses, and statuses of one entity that hold at the same time.
pub(crate) fn of_changes(changes: &Changes) -> Vec<Finding> {
    let listed = [
        ("found.told-again", &changes.told_again),
        ("found.late-end", &changes.late_ends),
        ("found.overlap", &changes.overlaps),
        ("found.unclear-end", &changes.unclear_ends),
    ];
    let finding = |(key, rows): (&'static str, &Vec<usize>)| Finding::in_rows(key, rows);
    listed.into_iter().filter(|(_, rows)| !rows.is_empty()).map(finding).collect()
}

/// About the entities of rows.
pub(crate) fn of_entities(facts: &Facts<'_>, roles: &[Role]) -> Vec<Finding> {
    let column = roles.iter().position(|role| *role == Role::Entity).unwrap_or(0);
    let part = roles.iter().position(|role| *role == Role::Part).unwrap_or(0);
    let listed = [
        ("found.filled-down", &facts.filled_down, column),
        ("found.part", &facts.parts, part),
        ("found.no-entity", &facts.nameless, column),
    ];
    let finding = |(key, rows, column): (&'static str, &Vec<usize>, usize)| Finding::in_column(key, rows, column);
    listed.into_iter().filter(|(_, rows, _)| !rows.is_empty()).map(finding).collect()
}
