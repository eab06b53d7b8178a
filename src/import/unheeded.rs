//! Choices that cannot be followed, and choices about what the sheet does not have.

use crate::format::node::Value;
use crate::import::choices::{Choices, HeaderChoice, PlaceChoice};
use crate::import::columns::{Assigned, Role};
use crate::import::dataset::address;
use crate::import::facts::{Facts, typed};
use crate::import::places::is_known;
use crate::import::report::{FIRST, Finding};
use crate::import::statuses::key;
use crate::import::table::Table;
use crate::import::trees;
use crate::import::words::truth;

/// The roles that several columns can have.
const SHARED: [Role; 4] = [Role::StatusDate, Role::AtDate, Role::OfEntity, Role::Ignore];

/// What a person should know about the choices.
pub(crate) fn of_choices(choices: &Choices, table: &Table<'_>, assigned: &Assigned, facts: &Facts<'_>) -> Vec<Finding> {
    let errors = [header(choices, table), roles(choices, assigned), places(choices), source(choices)];
    let mut found: Vec<Finding> = errors.into_iter().flatten().collect();
    found.extend(values(choices, facts));
    found.extend(names(choices, facts));
    found
}

/// A header that is not in the sheet.
fn header(choices: &Choices, table: &Table<'_>) -> Option<Finding> {
    let last = table.sheet.rows();
    match choices.header? {
        HeaderChoice::Without(true) => Some(Finding::error("found.header.flag", Vec::new())),
        HeaderChoice::Rows { row, rows } if row == 0 || rows == 0 || row.saturating_add(rows) > last + 1 => {
            let values = vec![("n", rows.into()), ("row", row.to_string().into()), ("last", last.to_string().into())];
            Some(Finding::error("found.header", values))
        }
        _ => None,
    }
}

/// A role of one column that the choices give to several.
fn roles(choices: &Choices, assigned: &Assigned) -> Option<Finding> {
    let count = |role: Role| assigned.roles.iter().filter(|own| **own == role).count();
    // As many ends or statuses as dates: a row has several statuses.
    let others = [Role::End, Role::Status];
    let is_repeated = |role: &Role| count(*role) == count(Role::Date);
    let repeats = |role: Role| {
        role == Role::Date && others.iter().any(is_repeated) || others.contains(&role) && is_repeated(&role)
    };
    let is_twice = |role: &Role| {
        let chosen = choices.columns.values().filter(|own| *own == role).count();
        !SHARED.contains(role)
            && !repeats(*role)
            && chosen > 1
            && assigned.roles.iter().filter(|own| *own == role).count() > 1
    };
    let role = choices.columns.values().find(|role| is_twice(role))?;
    let columns: Vec<&str> =
        choices.columns.iter().filter(|(_, own)| *own == role).map(|(column, _)| column.as_str()).collect();
    let mut values = first_of(&columns);
    values.push(("role", role.id().into()));
    Some(Finding::error("found.role-twice", values))
}

/// Ids that no place has.
fn places(choices: &Choices) -> Option<Finding> {
    let unknown: Vec<&str> = choices
        .places
        .values()
        .filter_map(|choice| if let PlaceChoice::Id(id) = choice { Some(id.as_str()) } else { None })
        .filter(|id| !is_known(id))
        .collect();
    (!unknown.is_empty()).then(|| Finding::error("found.unknown-place", first_of(&unknown)))
}

/// A source whose address or date cannot be read.
fn source(choices: &Choices) -> Option<Finding> {
    let source = choices.source.as_ref()?;
    let (url, date) = (source.url.as_deref(), source.date.as_deref());
    if let Some(url) = url.filter(|url| address(url).is_none()) {
        return Some(Finding::error("found.source", vec![("url", url.into())]));
    }
    let date = date.filter(|date| typed(date).is_none())?;
    Some(Finding::error("found.source.date", vec![("date", date.into())]))
}

/// Values of statuses and ends that no cell has.
fn values(choices: &Choices, facts: &Facts<'_>) -> Option<Finding> {
    let classes = choices.classes.iter().filter_map(|class| class.status.as_deref()).chain(choices.status.as_deref());
    let classes = classes.chain(choices.before.as_deref());
    let mut known: Vec<String> =
        facts.values.entries().iter().map(|entry| entry.text).chain(classes).map(key).collect();
    known.sort();
    let of_statuses = choices.statuses.iter().flat_map(|status| &status.values);
    // The words for yes and no stand for those of all languages, and for 1 and 0.
    let is_missing = |value: &&String| {
        let key = key(value);
        known.binary_search(&key).is_err() && truth(value).is_none()
    };
    let missing: Vec<&str> = of_statuses.chain(&choices.ends).filter(is_missing).map(String::as_str).collect();
    missing_in_sheet("found.missing-value", &missing)
}

/// Names of places that no row has.
fn names(choices: &Choices, facts: &Facts<'_>) -> Option<Finding> {
    let mut known: Vec<&str> = facts.names.iter().map(|name| name.text()).collect();
    known.sort();
    let is_missing = |name: &&str| known.binary_search(name).is_err();
    let missing: Vec<&str> = choices.places.keys().map(String::as_str).filter(is_missing).collect();
    missing_in_sheet("found.missing-name", &missing)
}

fn missing_in_sheet(key: &'static str, missing: &[&str]) -> Option<Finding> {
    (!missing.is_empty()).then(|| Finding::warning(key, first_of(missing)).at(missing.len(), Vec::new()))
}

/// The number of some texts, and the first of them.
fn first_of(texts: &[&str]) -> Vec<(&'static str, Value<'static>)> {
    vec![("n", texts.len().into()), ("names", trees::texts(texts.iter().take(FIRST).copied()))]
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::diagnostics::severity::Severity;
    use crate::import::workbook::Workbook;
    use crate::import::{Import, import};

    fn imported(choices: Value) -> Import {
        let sheet = "Country,Status,Date,Note\nFrance,banned,2020-01-01,a\nEnglnd,allowed,2020-02-01,b\n";
        let answers =
            json!({ "source": { "title": "WHO" }, "places": { "Englnd": "GB" }, "columns": { "Status": "status" } });
        let base: Choices = serde_json::from_value(answers).unwrap();
        import(&Workbook::read(sheet.as_bytes()).unwrap(), &base.with(&choices).unwrap())
    }

    fn found(choices: Value) -> Vec<(&'static str, Severity)> {
        let about = ["header", "role-twice", "unknown-place", "source", "missing-value", "missing-name"];
        let findings = imported(choices).report.findings;
        findings.iter().filter(|found| about.contains(&found.code)).map(|found| (found.code, found.severity)).collect()
    }

    #[test]
    fn choices_that_cannot_be_followed_are_errors_and_nothing_is_written() {
        for (choices, code) in [
            (json!({ "header": true }), "header"),
            (json!({ "header": { "row": 99 } }), "header"),
            (json!({ "header": { "row": 0 } }), "header"),
            (json!({ "columns": { "Note": "status" } }), "role-twice"),
            (json!({ "places": { "Englnd": "ENG" } }), "unknown-place"),
            (json!({ "source": { "url": "example" } }), "source"),
            (json!({ "source": { "date": "last week" } }), "source"),
        ] {
            assert!(found(choices.clone()).contains(&(code, Severity::Error)), "{choices}");
            assert!(imported(choices.clone()).dataset.is_none(), "{choices}");
        }
    }

    #[test]
    fn a_header_outside_of_a_sheet_without_dates_is_an_error() {
        let book = Workbook::read("Country,Status\nFrance,a\nSpain,b\n".as_bytes()).unwrap();
        let choices: Choices = serde_json::from_value(json!({ "header": { "row": 99 } })).unwrap();
        let findings = import(&book, &choices).report.findings;
        assert!(findings.iter().any(|found| found.code == "header" && found.severity == Severity::Error));
    }

    #[test]
    fn choices_about_what_the_sheet_does_not_have_are_told() {
        assert_eq!(found(json!({ "ends": ["alowed"] })), [("missing-value", Severity::Warning)]);
        assert_eq!(found(json!({ "statuses": [{ "values": ["baned"] }] })), [("missing-value", Severity::Warning)]);
        assert_eq!(found(json!({ "places": { "Spian": "ES" } })), [("missing-name", Severity::Warning)]);
    }

    #[test]
    fn choices_that_are_followed_have_no_finding() {
        let choices = json!({
            "header": { "row": 1 }, "ends": ["Allowed"], "statuses": [{ "label": "Closed", "values": ["BANNED", "yes"] }],
            "source": { "url": "www.example.org", "date": "2020-03" }
        });
        assert_eq!(found(choices.clone()), []);
        assert!(imported(choices).dataset.is_some());
    }
}
