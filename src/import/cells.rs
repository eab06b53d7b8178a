//! Which cells each finding is about. A report names only the first ones; a page asks for those of the rows in sight.

use std::ops::Range;

use serde::Serialize;

use crate::import::change::Changes;
use crate::import::columns::Role;
use crate::import::dates::Unread;
use crate::import::facts::Facts;
use crate::import::marks::{date_without_marks, without_notes};
use crate::import::report::Finding;
use crate::import::table::{Table, has_thousands};
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
    found: Vec<(usize, Place)>,
}

/// Where a finding is.
#[derive(Clone, Debug)]
enum Place {
    /// In one column of these rows, as ranges in order.
    Rows(usize, Vec<Range<u32>>),
    /// For some columns, in those of their cells that have one of the texts, which are sorted.
    Texts(Vec<(Vec<usize>, Vec<String>)>),
}

impl FoundCells {
    /// The cells of findings, with those that the rows and texts of a sheet have.
    pub(crate) fn of(
        findings: &[Finding],
        (roles, table): (&[Role], &Table<'_>),
        facts: &Facts<'_>,
        changes: &Changes,
    ) -> Self {
        let mut found = Self { table: table.rows.clone(), found: Vec::new() };
        let mut seen: Vec<&str> = Vec::new();
        for (code, place) in rows(roles, facts, changes).into_iter().chain(texts(roles, facts)) {
            // Findings of one kind are in the report in the order of this list.
            let before = seen.iter().filter(|known| **known == code).count();
            seen.push(code);
            let mut alike = findings.iter().enumerate().filter(|(_, finding)| finding.code == code);
            if let Some((finding, _)) = alike.nth(before) {
                found.found.push((finding, place));
            }
        }
        found
    }

    /// The cells in some rows of the sheet, in order.
    pub fn within(&self, sheet: &Sheet, rows: Range<usize>) -> Vec<Marked> {
        let rows = rows.start.max(self.table.start)..rows.end.min(self.table.end).min(sheet.rows());
        let mut marked = Vec::new();
        for (finding, place) in &self.found {
            let mut add = |row, column| marked.push(Marked { row, column, finding: *finding });
            match place {
                Place::Rows(column, ranges) => {
                    let first = ranges.partition_point(|range| range.end as usize <= rows.start);
                    let near = ranges[first..].iter().take_while(|range| (range.start as usize) < rows.end);
                    for range in near {
                        let shown = rows.start.max(range.start as usize)..rows.end.min(range.end as usize);
                        shown.for_each(|row| add(row, *column));
                    }
                }
                Place::Texts(groups) => {
                    let each = groups.iter().flat_map(|(columns, texts)| columns.iter().map(move |one| (one, texts)));
                    for row in rows.clone() {
                        for (column, texts) in each.clone() {
                            let has = |text: &str| texts.binary_search_by(|known| known.as_str().cmp(text)).is_ok();
                            let cell = sheet.cell(row, *column).trim();
                            if has(cell) || has(date_without_marks(cell)) || has(without_notes(cell)) {
                                add(row, *column);
                            }
                        }
                    }
                }
            }
        }
        marked.sort_unstable();
        marked
    }
}

type Places = Vec<(&'static str, Place)>;

/// The findings about rows.
fn rows(roles: &[Role], facts: &Facts<'_>, changes: &Changes) -> Places {
    let first = |wanted: &[Role]| roles.iter().position(|role| wanted.contains(role)).unwrap_or(0);
    let date = first(&[Role::Date, Role::Year, Role::StatusDate]);
    let (entity, part) = (first(&[Role::Entity]), first(&[Role::Part]));
    let lists = [
        ("filled-down", entity, &facts.filled_down),
        ("part", part, &facts.parts),
        ("no-entity", entity, &facts.nameless),
        ("no-date", date, &facts.undated),
        ("followed", date, &facts.followed),
        ("end-before-start", date, &facts.backwards),
        // These are about the row as a whole.
        ("told-again", 0, &changes.told_again),
        ("late-end", 0, &changes.late_ends),
        ("overlap", 0, &changes.overlaps),
        ("unclear-end", 0, &changes.unclear_ends),
    ];
    let is_found = |(_, _, rows): &(&str, usize, &Vec<usize>)| !rows.is_empty();
    lists.into_iter().filter(is_found).map(|(code, column, rows)| (code, Place::Rows(column, ranges(rows)))).collect()
}

/// The findings about what cells say.
fn texts(roles: &[Role], facts: &Facts<'_>) -> Places {
    let mut found = Places::new();
    for (before_zero, is_end) in [(false, false), (false, true), (true, false), (true, true)] {
        let code = if before_zero { "before-year-0" } else { "not-a-date" };
        let is_alike =
            |text: &&Unread| text.before_zero == before_zero && (roles.get(text.column) == Some(&Role::End)) == is_end;
        found.extend(of_dates(code, facts.dates.unread.iter().filter(is_alike)));
    }
    found.extend(of_dates("approximate-date", facts.dates.approximated.iter()));
    let numbers = facts.values.entries().iter().map(|entry| entry.text).filter(|text| has_thousands(text));
    let mut numbers: Vec<String> = numbers.map(String::from).collect();
    numbers.sort();
    if !numbers.is_empty() {
        let is_value = |column: &usize| matches!(roles[*column], Role::Status | Role::AtDate | Role::OfEntity);
        let columns = (0..roles.len()).filter(is_value).collect();
        found.push(("thousands", Place::Texts(vec![(columns, numbers)])));
    }
    found
}

/// The cells of texts of dates; nothing if there are none.
fn of_dates<'t>(code: &'static str, found: impl Iterator<Item = &'t Unread>) -> Option<(&'static str, Place)> {
    let mut texts: Vec<(usize, &str)> = found.map(|text| (text.column, text.text.as_str())).collect();
    texts.sort_unstable();
    let of_column =
        |group: &[(usize, &str)]| (vec![group[0].0], group.iter().map(|(_, text)| (*text).to_owned()).collect());
    let groups: Vec<_> = texts.chunk_by(|one, other| one.0 == other.0).map(of_column).collect();
    (!groups.is_empty()).then_some((code, Place::Texts(groups)))
}

/// Rows as ranges in order. A long list of rows is often a few ranges.
fn ranges(rows: &[usize]) -> Vec<Range<u32>> {
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for row in rows.into_iter().map(|row| row as u32) {
        match ranges.last_mut() {
            Some(last) if row <= last.end => last.end = last.end.max(row + 1),
            _ => ranges.push(row..row + 1),
        }
    }
    ranges
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
    fn rows_are_kept_as_ranges() {
        assert_eq!(ranges(&[7, 1, 2, 3, 9, 8]), [1..4, 7..10]);
        let lines: String = (0..30).map(|n| format!("Spain,{},banned\n", if n > 9 { "" } else { "2020" })).collect();
        let found = marked(&format!("Country,Date,Status\n{lines}"), 20..25);
        assert_eq!(found, ["B21 no-date", "B22 no-date", "B23 no-date", "B24 no-date", "B25 no-date"]);
    }
}
