//! Which cells each finding is about. A report names only the first ones; a page asks for those of the rows in sight.

use std::ops::Range;

use serde::Serialize;

use crate::import::cell_set::CellSet;
use crate::import::report::Finding;
use crate::import::workbook::Sheet;

/// A cell that a finding is about. Row and column are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Marked {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// The place of the finding in the report.
    pub finding: usize,
}

/// The cells of all findings of a report.
#[derive(Clone, Debug, Default)]
pub struct FoundCells {
    /// The rows of the table: titles above it and sums below it have no findings.
    table: Range<usize>,
    found: Vec<(usize, CellSet)>,
}

impl FoundCells {
    /// The cells of findings, which hand them over.
    pub(crate) fn of(findings: &mut [Finding], table: Range<usize>) -> Self {
        let cells = |(finding, found): (usize, &mut Finding)| Some((finding, found.all.take()?));
        Self { table, found: findings.iter_mut().enumerate().filter_map(cells).collect() }
    }

    /// The cells in some rows of the sheet, in order.
    pub fn within(&self, sheet: &Sheet, rows: Range<usize>) -> Vec<Marked> {
        let rows = rows.start.max(self.table.start)..rows.end.min(self.table.end).min(sheet.rows());
        let mut marked = Vec::new();
        for (finding, cells) in &self.found {
            cells.within(sheet, rows.clone(), |row, column| marked.push(Marked { row, column, finding: *finding }));
        }
        marked.sort_unstable();
        marked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Choices, Workbook, import};

    /// The names of the marked cells in some rows of a sheet, each with the code of its finding.
    fn marked(text: &str, rows: Range<usize>) -> Vec<String> {
        marked_with(text, rows, r#"{ "source": { "title": "A" } }"#)
    }

    fn marked_with(text: &str, rows: Range<usize>, choices: &str) -> Vec<String> {
        let book = Workbook::read(text.as_bytes()).unwrap();
        let choices: Choices = serde_json::from_str(choices).unwrap();
        let found = import(&book, &choices);
        let name = |mark: &Marked| {
            let code = found.report.findings[mark.finding].code;
            format!("{}{} {code}", crate::import::report::letter(mark.column), mark.row + 1)
        };
        found.cells.within(book.sheet(None), rows).iter().map(name).collect()
    }

    #[test]
    fn each_cell_that_is_no_date_is_marked_and_not_only_the_first_ones() {
        let date = |n: usize| if n.is_multiple_of(4) { format!("soon {n}") } else { "2020-01-02".to_owned() };
        let rows: String = (0..40).map(|n| format!("Spain,{},banned\n", date(n))).collect();
        let sheet = format!("Country,Date,Status\n{rows}");
        let all = marked(&sheet, 0..100);
        assert_eq!(all.iter().filter(|mark| mark.ends_with(" not-a-date")).count(), 10);
        assert_eq!(marked(&sheet, 37..38), ["B38 not-a-date"]);
        // The other rows repeat an event.
        assert!(marked(&sheet, 38..41).iter().all(|mark| mark.ends_with(" told-again")));
    }

    #[test]
    fn dates_and_last_dates_that_are_none_belong_to_their_own_findings() {
        let sheet = "Country,From,Until,Status\nSpain,soon,2020,a\nItaly,2019,later,a\nPeru,2018,2019-05,b\n";
        let found = marked(sheet, 0..9);
        assert!(
            found.contains(&"B2 not-a-date".to_owned()) && found.contains(&"C3 not-a-date".to_owned()),
            "{found:?}"
        );
        let book = Workbook::read(sheet.as_bytes()).unwrap();
        let import = import(&book, &serde_json::from_str(r#"{ "source": { "title": "A" } }"#).unwrap());
        let cells = import.cells.within(book.sheet(None), 0..9);
        let finding = |column: usize| cells.iter().find(|mark| mark.column == column).unwrap().finding;
        assert_ne!(finding(1), finding(2));
    }

    #[test]
    fn a_text_is_marked_only_in_the_table() {
        let sheet = "Report of,soon,,\nCountry,Approved,Opened,Closed\nSpain,soon,2020-01-02,2020-02-03\n\
            Italy,2019-03-04,2020-01-02,later\nPeru,2019-03-05,2020-02-02,2020-03-03\nTotal,soon,,\n";
        let choices = r#"{ "header": { "row": 2 }, "last_row": 5, "columns":
            { "Country": "entity", "Approved": "status-date", "Opened": "status-date", "Closed": "status-date" } }"#;
        assert_eq!(marked_with(sheet, 0..9, choices), ["B3 not-a-date", "D4 not-a-date"]);
    }

    #[test]
    fn of_a_long_list_only_the_rows_in_sight_are_marked() {
        let lines: String = (0..30).map(|n| format!("Spain,{},banned\n", if n > 9 { "" } else { "2020" })).collect();
        let found = marked(&format!("Country,Date,Status\n{lines}"), 20..25);
        assert_eq!(found, ["B21 no-date", "B22 no-date", "B23 no-date", "B24 no-date", "B25 no-date"]);
    }
}
