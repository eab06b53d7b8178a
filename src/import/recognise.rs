//! Whether a file that is no dataset is a sheet that the import turns into one.

use crate::format::csv::columns::head;
use crate::import::choices::Choices;
use crate::import::columns::Role;
use crate::import::report::Report;
use crate::import::shape::Shape;
use crate::import::understand::understand;
use crate::import::workbook::{FileFormat, Sheet, Workbook};

/// What the rows of a file are, if it is a sheet of another shape than the format. `None` for a dataset with errors, and
/// for a file that the import does not understand either.
pub fn recognise(bytes: &[u8]) -> Option<Report> {
    let workbook = Workbook::read(bytes).ok()?;
    if is_dataset(&workbook, bytes) {
        return None;
    }
    let report = understand(&workbook, &Choices::default()).report;
    let has = |role: Role| report.columns.iter().any(|column| column.role == role);
    let names = report.places.matched + report.places.unmatched.len();
    // Any table of words looks like a snapshot, so its names must be places.
    let is_likely = report.shape.id != Shape::Snapshot || report.places.matched * 2 >= names;
    let has_entities = has(Role::Entity) || has(Role::Code) || has(Role::OfEntity);
    (has_entities && names > 0 && is_likely).then_some(report)
}

/// Whether a file has the format of datasets, also if it has errors: then its findings say more than an import.
pub fn is_dataset(workbook: &Workbook, bytes: &[u8]) -> bool {
    match workbook.format {
        FileFormat::Csv => is_of_the_format(&workbook.sheets[0]),
        FileFormat::Json => has_fields(bytes),
        _ => false,
    }
}

/// Whether a JSON text has a field that every dataset has: then its findings say more.
pub(crate) fn has_fields(bytes: &[u8]) -> bool {
    let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    bytes.trim_ascii_start().starts_with(b"{") && [b"\"format\"".as_slice(), b"\"statuses\""].into_iter().any(has)
}

/// Whether most columns of a sheet have the names of the format: then its findings say more.
fn is_of_the_format(sheet: &Sheet) -> bool {
    let Some(first) = (0..sheet.rows()).find(|row| sheet.filled(*row) > 0) else { return false };
    let named = (0..sheet.width(first)).map(|column| sheet.cell(first, column)).filter(|name| !name.is_empty());
    let (all, known) = named.fold((0, 0), |(all, known), name| (all + 1, known + usize::from(head(name).is_some())));
    known * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Option<Shape> {
        recognise(text.as_bytes()).map(|report| report.shape.id)
    }

    #[test]
    fn sheets_of_other_shapes_are_recognised() {
        assert_eq!(shape("State,2012,2016\nTexas,legal,legal\nOhio,legal,illegal\n"), Some(Shape::Wide));
        assert_eq!(shape("Country,Lockdown date,Type\nSpain,14/03/2020,Full\n"), Some(Shape::Events));
        assert_eq!(shape("[{\"country\": \"Italy\", \"2007\": \"a\", \"2008\": \"b\"}]"), Some(Shape::Wide));
    }

    #[test]
    fn a_dataset_with_errors_stays_one() {
        assert_eq!(shape("entity,date,status,source\nDE,soon,banned,X\n"), None);
        assert_eq!(shape("entity,dat,status,source\nDE,2020,banned,X\n"), None);
        assert_eq!(shape("{\"format\": 1}"), None);
        assert_eq!(shape("{\"statuses\": [], \"entities\": [{\"id\": \"IT\", \"name\": \"Italy\"}]}"), None);
        assert_eq!(shape("first,second\nsome,words\n"), None);
    }
}
