//! Workbooks in the format OpenDocument (ODS).
//!
//! They are read here and not by calamine: its reader of this format never ends if a document is cut off, and takes
//! gigabytes for a cell that a small document repeats.

use std::io::BufReader;
use std::mem::take;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::import::workbook::archive::Archive;
use crate::import::workbook::html::REPEATED;
use crate::import::workbook::sheet::{COLUMNS, ROWS};
use crate::import::workbook::values::{damaged, decimal, truth};
use crate::import::workbook::{FileError, Sheet};

/// The part of the archive that has the cells.
pub(super) const CONTENT: &str = "content.xml";

/// The bytes of memory of a cell without text.
const CELL: usize = 4;

/// The sheets of a document, in its order.
pub(super) fn read(mut archive: Archive<'_>) -> Result<Vec<Sheet>, FileError> {
    let content = archive.by_name(CONTENT).map_err(damaged)?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let (mut document, mut buffer, mut open) = (Document::default(), Vec::new(), 0);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => {
                open += 1;
                document.begin(&element)?;
            }
            Event::End(element) => {
                open -= 1;
                document.end(element.name().as_ref())?;
            }
            Event::Text(text) => document.text(&text.xml10_content()),
            Event::CData(text) => document.text(&text.xml10_content()),
            Event::GeneralRef(name) => document.text(&character(&name)?),
            Event::Eof if open == 0 => return Ok(document.sheets),
            Event::Eof => return Err(damaged("the document is cut off")),
            _ => (),
        }
    }
}

/// The text of `&amp;`, `&#228;` and so on. Other names mean what a document declares, such as another file.
fn character(name: &BytesRef<'_>) -> Result<String, FileError> {
    if let Some(text) = resolve_xml_entity(name) {
        return Ok(text.to_owned());
    }
    let letter = name.resolve_char_ref().map_err(damaged)?;
    letter.map(String::from).ok_or_else(|| damaged(format!("it has the unknown entity &{};", &**name)))
}

/// What was read of a document.
#[derive(Default)]
struct Document {
    sheets: Vec<Sheet>,
    /// The sheet that is read. A table inside of a cell is none.
    sheet: Option<Sheet>,
    /// The cells of the row that is read, each with the number of columns that it fills.
    row: Vec<(String, usize)>,
    /// How often the row is repeated.
    rows: usize,
    /// Blank rows before the row that is read.
    blank: usize,
    cell: Option<Cell>,
    /// The bytes that repeated cells have taken.
    repeated: usize,
}

/// A cell that is read.
struct Cell {
    columns: usize,
    /// The value, if the attributes of the cell have it.
    value: Option<String>,
    /// The paragraphs of the cell.
    text: String,
    /// How many paragraphs are open.
    paragraphs: usize,
    /// How many tables are open. Their texts are texts of the cell.
    tables: usize,
    /// How many notes are open. They are about the cell and no part of its text.
    notes: usize,
}

impl Document {
    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), FileError> {
        match (element.name().as_ref(), &mut self.cell) {
            ("table:table", None) => {
                self.sheet = Some(Sheet::named(attribute(element, "table:name")?.unwrap_or_default()));
                self.blank = 0;
            }
            ("table:table-row", None) => self.rows = repeats(element, "table:number-rows-repeated", ROWS)?,
            ("table:table-cell" | "table:covered-table-cell", None) => self.cell = Some(Cell::new(element)?),
            (name, Some(cell)) => cell.begin(name),
            _ => (),
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), FileError> {
        match name {
            _ if self.cell.as_ref().is_some_and(|cell| cell.tables > 0) => {
                self.cell.iter_mut().for_each(|cell| cell.end(name));
            }
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.row.push((cell.value.unwrap_or(cell.text), cell.columns));
                }
            }
            _ if self.cell.is_some() => self.cell.iter_mut().for_each(|cell| cell.end(name)),
            "table:table-row" => self.end_row()?,
            "table:table" => self.sheets.extend(self.sheet.take().filter(|sheet| sheet.columns() > 0)),
            _ => (),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.paragraphs > 0 && cell.notes == 0) {
            cell.text.push_str(text);
        }
    }

    /// Adds the row to the sheet. Blank rows and blank cells are added before others only: programs write a million of
    /// them at the end.
    fn end_row(&mut self) -> Result<(), FileError> {
        let row = take(&mut self.row);
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        let Some(last) = row.iter().rposition(|(text, _)| !text.trim().is_empty()) else {
            self.blank = self.blank.saturating_add(self.rows);
            return Ok(());
        };
        if sheet.rows().saturating_add(self.blank).saturating_add(self.rows) > ROWS {
            return Err(FileError::TooManyCells);
        }
        for _ in 0..take(&mut self.blank) {
            sheet.end_row();
        }
        for time in 0..self.rows {
            for (text, columns) in &row[..=last] {
                for column in 0..*columns {
                    if time + column > 0 {
                        self.repeated += text.len() + CELL;
                    }
                    if self.repeated > REPEATED {
                        return Err(FileError::Repeated);
                    }
                    sheet.push(text)?;
                }
            }
            sheet.end_row();
        }
        Ok(())
    }
}

impl Cell {
    fn new(element: &BytesStart<'_>) -> Result<Self, FileError> {
        let columns = repeats(element, "table:number-columns-repeated", COLUMNS)?;
        Ok(Self { columns, value: value(element)?, text: String::new(), paragraphs: 0, tables: 0, notes: 0 })
    }

    fn begin(&mut self, name: &str) {
        match name {
            "table:table" => self.tables += 1,
            "office:annotation" => self.notes += 1,
            _ if self.notes > 0 => (),
            "text:p" => {
                self.paragraphs += 1;
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
            }
            // More than one blank is as good as one.
            "text:s" => self.text.push(' '),
            "text:tab" => self.text.push('\t'),
            "text:line-break" => self.text.push('\n'),
            _ => (),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table" => self.tables -= 1,
            "office:annotation" => self.notes -= 1,
            "text:p" if self.notes == 0 => self.paragraphs -= 1,
            _ => (),
        }
    }
}

/// The value of a cell that its attributes have. The value of a text or of an error is its paragraphs.
fn value(element: &BytesStart<'_>) -> Result<Option<String>, FileError> {
    if attribute(element, "calcext:value-type")?.as_deref() == Some("error") {
        return Ok(None);
    }
    for name in ["office:date-value", "office:time-value", "office:string-value"] {
        if let Some(value) = attribute(element, name)? {
            return Ok(Some(value));
        }
    }
    if let Some(flag) = attribute(element, "office:boolean-value")? {
        return Ok(Some(truth(flag.eq_ignore_ascii_case("true"))));
    }
    let number = attribute(element, "office:value")?;
    number.map(|number| number.parse().map(decimal).map_err(damaged)).transpose()
}

/// How often a cell or row is repeated, at most as often as a sheet has columns or rows.
fn repeats(element: &BytesStart<'_>, name: &str, most: usize) -> Result<usize, FileError> {
    let Some(text) = attribute(element, name)? else { return Ok(1) };
    Ok(text.parse::<usize>().map_err(damaged)?.min(most))
}

/// The value of an attribute.
fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, FileError> {
    let Some(found) = element.try_get_attribute(name).map_err(damaged)? else { return Ok(None) };
    Ok(Some(unescape(&found.value).map_err(damaged)?.into_owned()))
}
