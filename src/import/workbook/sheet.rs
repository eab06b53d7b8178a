//! The cells of one sheet.

use crate::import::workbook::FileError;

/// The most cells of a sheet, with blank ones before others: a gigabyte of places in the text. A file of 500 MB of cells
/// of one letter has as many.
pub(crate) const MOST: usize = 250_000_000;

/// The rows and columns of the largest sheet of a spreadsheet program.
#[cfg(feature = "import-excel")]
pub(super) const ROWS: usize = 1_048_576;
#[cfg(feature = "import-excel")]
pub(super) const COLUMNS: usize = 16_384;

/// The cells of a sheet as text, without blanks around them. A cell that does not exist is blank.
///
/// All texts are in one string: a million rows are a few large blocks of memory and not millions of small ones.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The name of the sheet; empty for files that have only one.
    pub name: String,
    text: String,
    /// Where each cell ends in the text. It begins where the cell before it ends.
    ends: Vec<u32>,
    /// The number of cells up to the end of each row.
    rows: Vec<u32>,
    columns: usize,
}

impl Sheet {
    /// A sheet without cells.
    pub(crate) fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The parts of the sheet, which [`Self::of_parts`] puts together again: text, ends of cells, ends of rows.
    pub fn parts(&self) -> (&str, &[u32], &[u32]) {
        (&self.text, &self.ends, &self.rows)
    }

    /// The sheet of these parts; `None` if they are not those of a sheet.
    pub fn of_parts(name: String, text: String, ends: Vec<u32>, rows: Vec<u32>) -> Option<Self> {
        let ascend = |ends: &[u32]| ends.windows(2).all(|pair| pair[0] <= pair[1]);
        let are_ends = ends.iter().all(|end| text.is_char_boundary(*end as usize));
        let are_rows = rows.last().is_none_or(|end| *end as usize == ends.len());
        if !(ascend(&ends) && ascend(&rows) && are_ends && are_rows) {
            return None;
        }
        let starts = std::iter::once(0).chain(rows.iter().copied());
        let columns = starts.zip(&rows).map(|(start, end)| (end - start) as usize).max().unwrap_or(0);
        Some(Self { name, text, ends, rows, columns })
    }

    /// Adds a cell to the last row, which is not complete yet.
    pub(crate) fn push(&mut self, cell: &str) -> Result<(), FileError> {
        if self.ends.len() >= MOST {
            return Err(FileError::TooManyCells);
        }
        self.text.push_str(cell.trim());
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| FileError::TooLarge)?);
        Ok(())
    }

    /// Completes the last row.
    pub(crate) fn end_row(&mut self) {
        let before = self.rows.last().map_or(0, |end| *end as usize);
        // Blank cells at the end of a row are as good as none.
        while self.ends.len() > before && self.is_blank(self.ends.len() - 1) {
            self.ends.pop();
        }
        self.columns = self.columns.max(self.ends.len() - before);
        self.rows.push(u32::try_from(self.ends.len()).expect("a sheet has at most MOST cells"));
    }

    fn is_blank(&self, index: usize) -> bool {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.ends[index] == start
    }

    /// The number of rows, blank ones included: the number of a row is that of the spreadsheet.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The number of columns of the widest row.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The number of cells of a row, up to its last cell that is not blank.
    pub fn width(&self, row: usize) -> usize {
        let begin = row.checked_sub(1).map_or(0, |before| self.rows[before]);
        (self.rows[row] - begin) as usize
    }

    /// A cell by row and column, both counted from 0.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let begin = row.checked_sub(1).map_or(0, |before| self.rows[before]) as usize;
        let index = begin + column;
        if row >= self.rows.len() || index >= self.rows[row] as usize {
            return "";
        }
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[index] as usize]
    }

    /// The number of cells of a row that are not blank.
    pub fn filled(&self, row: usize) -> usize {
        (0..self.width(row)).filter(|column| !self.cell(row, *column).is_empty()).count()
    }

    /// The number of cells in all rows, a measure of the size.
    pub fn size(&self) -> usize {
        self.ends.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_crosses_in_its_parts() {
        let mut sheet = Sheet::named("S");
        for row in [["a", "é"].as_slice(), &[], &["b"]] {
            row.iter().for_each(|cell| sheet.push(cell).unwrap());
            sheet.end_row();
        }
        let (text, ends, rows) = sheet.parts();
        let again = |text: &str, ends: &[u32], rows: &[u32]| {
            Sheet::of_parts("S".to_owned(), text.to_owned(), ends.to_vec(), rows.to_vec())
        };
        let same = again(text, ends, rows).unwrap();
        assert_eq!((same.parts(), same.columns()), (sheet.parts(), 2));
        assert!(again(text, &[1, 2, 4], rows).is_none(), "inside of a letter");
        assert!(again(text, &[1, 3, 9], rows).is_none(), "behind the text");
        assert!(again(text, ends, &[2, 2, 2]).is_none(), "cells without a row");
        assert!(again(text, &[3, 1, 4], rows).is_none(), "backwards");
    }

    #[test]
    fn a_cell_that_does_not_exist_is_blank() {
        let mut sheet = Sheet::default();
        for row in [["a", " b "].as_slice(), &[], &["", "c", ""]] {
            row.iter().for_each(|cell| sheet.push(cell).unwrap());
            sheet.end_row();
        }
        assert_eq!((sheet.rows(), sheet.columns(), sheet.width(1), sheet.filled(2)), (3, 2, 0, 1));
        let cells = [(0, 0), (0, 1), (0, 2), (1, 0), (2, 0), (2, 1), (2, 2), (3, 0)];
        assert_eq!(cells.map(|(row, column)| sheet.cell(row, column)), ["a", "b", "", "", "", "c", "", ""]);
    }
}
