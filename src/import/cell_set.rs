//! A set of cells of a sheet, such as those that a finding is about: small, also for a million rows.

use std::ops::Range;

use crate::import::dates::Unread;
use crate::import::marks::{date_without_marks, without_notes};
use crate::import::workbook::Sheet;

/// Some cells of a sheet.
#[derive(Clone, Debug)]
pub(crate) enum CellSet {
    /// In one column of these rows, as ranges in order.
    Rows(usize, Vec<Range<u32>>),
    /// For some columns, in those of their cells that have one of the texts, which are sorted.
    Texts(Vec<(Vec<usize>, Vec<String>)>),
}

impl CellSet {
    /// In one column of some rows.
    pub(crate) fn rows(column: usize, rows: &[usize]) -> Self {
        Self::Rows(column, ranges(rows))
    }

    /// In the cells of some columns that have one of the texts.
    pub(crate) fn texts(columns: Vec<usize>, mut texts: Vec<String>) -> Self {
        texts.sort_unstable();
        Self::Texts(vec![(columns, texts)])
    }

    /// In the cells of dates, each in its own column.
    pub(crate) fn dates(found: &[&Unread]) -> Self {
        let mut texts: Vec<(usize, &str)> = found.iter().map(|text| (text.column, text.text.as_str())).collect();
        texts.sort_unstable();
        let of_column =
            |group: &[(usize, &str)]| (vec![group[0].0], group.iter().map(|(_, text)| (*text).to_owned()).collect());
        Self::Texts(texts.chunk_by(|one, other| one.0 == other.0).map(of_column).collect())
    }

    /// Calls `add` with row and column of each cell of the set in some rows.
    pub(crate) fn within(&self, sheet: &Sheet, rows: Range<usize>, mut add: impl FnMut(usize, usize)) {
        match self {
            Self::Rows(column, ranges) => {
                let first = ranges.partition_point(|range| range.end as usize <= rows.start);
                let near = ranges[first..].iter().take_while(|range| (range.start as usize) < rows.end);
                for range in near {
                    let shown = rows.start.max(range.start as usize)..rows.end.min(range.end as usize);
                    shown.for_each(|row| add(row, *column));
                }
            }
            Self::Texts(groups) => {
                let each = groups.iter().flat_map(|(columns, texts)| columns.iter().map(move |one| (*one, texts)));
                for row in rows {
                    let is_found =
                        |(column, texts): &(usize, &Vec<String>)| has(texts, sheet.cell(row, *column).trim());
                    each.clone().filter(is_found).for_each(|(column, _)| add(row, column));
                }
            }
        }
    }
}

/// Whether a cell has one of some sorted texts, without its marks and notes.
fn has(texts: &[String], cell: &str) -> bool {
    let is_known = |text: &str| texts.binary_search_by(|known| known.as_str().cmp(text)).is_ok();
    is_known(cell) || is_known(date_without_marks(cell)) || is_known(without_notes(cell))
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

    #[test]
    fn rows_are_kept_as_ranges() {
        assert_eq!(ranges(&[7, 1, 2, 3, 9, 8]), [1..4, 7..10]);
    }
}
