//! Workbooks of spreadsheet programs: XLSX, XLSB and XLS, read by the crate calamine.

use std::fmt::Display;
use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xls, Xlsb, Xlsx, open_workbook_from_rs};

use crate::import::workbook::sheet::{COLUMNS, ROWS};
use crate::import::workbook::values::{damaged, decimal, truth};
use crate::import::workbook::{FileError, Sheet, archive, open_document};

/// The first bytes of an archive.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// Whether a file begins like a ZIP archive (XLSX, XLSB, ODS) or like an OLE document (XLS).
pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(ARCHIVE) || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// The sheets with cells.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, FileError> {
    let sheets = if bytes.starts_with(ARCHIVE) { packed(bytes)? } else { all::<Xls<_>>(bytes)? };
    if sheets.is_empty() { Err(FileError::Empty) } else { Ok(sheets) }
}

/// The sheets of an archive. Its parts say what it is.
fn packed(bytes: &[u8]) -> Result<Vec<Sheet>, FileError> {
    let archive = archive::open(bytes)?;
    let has = |name| archive.index_for_name(name).is_some();
    if has(open_document::CONTENT) {
        open_document::read(archive)
    } else if has("xl/workbook.bin") {
        all::<Xlsb<_>>(bytes)
    } else {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(damaged)?;
        filled(book.sheet_names(), |name| stream(&mut book, name))
    }
}

/// The sheets of a kind of workbook that is read sheet by sheet.
fn all<'b, B>(bytes: &'b [u8]) -> Result<Vec<Sheet>, FileError>
where
    B: Reader<Cursor<&'b [u8]>, Error: Display>,
{
    let mut book: B = open_workbook_from_rs(Cursor::new(bytes)).map_err(damaged)?;
    filled(book.sheet_names(), |name| whole(&mut book, name))
}

/// The sheets that have cells.
fn filled(names: Vec<String>, mut read: impl FnMut(&str) -> Result<Sheet, FileError>) -> Result<Vec<Sheet>, FileError> {
    let sheets: Result<Vec<Sheet>, FileError> = names.iter().map(|name| read(name)).collect();
    Ok(sheets?.into_iter().filter(|sheet| sheet.columns() > 0).collect())
}

/// Reads cell by cell: two cells in opposite corners of a sheet must not take the memory of all cells between them.
fn stream(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Sheet, FileError> {
    let mut rows = Rows { sheet: Sheet::named(name), row: 0, column: 0 };
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            // A cell with an error is not blank: blank cells are filled from the row above.
            DataRef::Error(error) => error.to_string(),
            DataRef::Int(number) => number.to_string(),
            DataRef::Float(number) => decimal(*number),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::Bool(flag) => truth(*flag),
            DataRef::DateTime(date) => moment(date),
        };
        rows.put(cell.get_position(), &text)?;
    }
    rows.finish()
}

fn whole<'b, B>(book: &mut B, name: &str) -> Result<Sheet, FileError>
where
    B: Reader<Cursor<&'b [u8]>, Error: Display>,
{
    let mut rows = Rows { sheet: Sheet::named(name), row: 0, column: 0 };
    let range = book.worksheet_range(name).map_err(damaged)?;
    let (first, left) = range.start().unwrap_or_default();
    for (row, column, cell) in range.used_cells() {
        let text = match cell {
            Data::Empty => continue,
            Data::Error(error) => error.to_string(),
            Data::Int(number) => number.to_string(),
            Data::Float(number) => decimal(*number),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
            Data::Bool(flag) => truth(*flag),
            Data::DateTime(date) => moment(date),
        };
        rows.put((first + row as u32, left + column as u32), &text)?;
    }
    rows.finish()
}

/// Puts cells with positions into a sheet. The positions must come row by row.
struct Rows {
    sheet: Sheet,
    row: u32,
    column: u32,
}

impl Rows {
    fn put(&mut self, (row, column): (u32, u32), text: &str) -> Result<(), FileError> {
        if row < self.row || row == self.row && column < self.column {
            return Err(FileError::Spreadsheet("its cells are not in order".to_owned()));
        }
        if row as usize >= ROWS || column as usize >= COLUMNS {
            return Err(FileError::Spreadsheet("a cell is outside of the largest sheet".to_owned()));
        }
        while self.row < row {
            self.sheet.end_row();
            (self.row, self.column) = (self.row + 1, 0);
        }
        while self.column < column {
            self.sheet.push("")?;
            self.column += 1;
        }
        self.column += 1;
        self.sheet.push(text)
    }

    fn finish(mut self) -> Result<Sheet, FileError> {
        self.sheet.end_row();
        Ok(self.sheet)
    }
}

/// The date of a cell that is formatted as one, with the time of day only if the cell has one.
fn moment(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return decimal(date.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
    }
}
