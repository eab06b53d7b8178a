//! Findings about CSV name columns instead of fields.

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::{DataPath, Step};
use crate::format::csv::columns::{COLUMNS, TILE};
use crate::format::csv::record::Record;

/// Replaces the fields in findings about a sheet by columns. Findings about empty cells of a missing column are
/// removed.
pub(crate) fn of_columns(all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let (mut lacking, mut told) = (Vec::new(), Vec::new());
    for mut found in all {
        match found.fault {
            Fault::MissingColumn(name) => lacking.push(name),
            Fault::MissingField(name) => found.fault = missing(&found.path, name),
            _ => {}
        }
        // The finding about a missing column comes before the findings about its cells.
        if !matches!(found.fault, Fault::MissingCell(name) if lacking.contains(&name)) {
            told.push(found);
        }
    }
    told
}

/// The fault for a missing field of a record: the column of the field has no value.
pub(super) fn missing(path: &DataPath, name: &'static str) -> Fault {
    let mut fields =
        path.steps().iter().filter_map(|step| if let Step::Field(name) = step { Some(name.as_str()) } else { None });
    let list = fields.next();
    let last = fields.next_back().or(list).unwrap_or_default();
    let record = match list {
        Some("events") => Record::Event,
        Some("entities") => Record::Entity,
        Some("statuses") => Record::Status,
        Some("scopes") => Record::Scope,
        Some("tour") => Record::Tour,
        Some("periods") => Record::Period,
        Some(TILE) => Record::Entity,
        _ => Record::Dataset,
    };
    let of = |wanted: (&str, &str)| {
        COLUMNS
            .iter()
            .find(|(_, of, outer, inner)| *of == record && (*outer, *inner) == wanted)
            .map(|(column, ..)| *column)
    };
    let first = || COLUMNS.iter().find(|(_, of, outer, _)| *of == record && *outer == name).map(|(column, ..)| *column);
    of((last, name)).or_else(|| of((name, ""))).or_else(first).map_or(Fault::MissingField(name), Fault::MissingCell)
}
