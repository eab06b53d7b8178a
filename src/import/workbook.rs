//! A file of any kind as sheets of cells of text.

#[cfg(feature = "import-excel")]
mod archive;
mod delimited;
pub mod encoding;
#[cfg(feature = "import-excel")]
mod excel;
mod html;
mod json;
mod keyed;
#[cfg(feature = "import-excel")]
mod open_document;
mod references;
mod sheet;
#[cfg(feature = "import-excel")]
mod values;

pub(crate) use sheet::MOST;
pub use sheet::Sheet;

/// A file that was read: its sheets, and how it was read.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The kind of the file.
    pub format: FileFormat,
    /// The name of the encoding of its text; `None` for files that are not text.
    pub encoding: Option<String>,
    /// The sheets, in the order of the file. At least one.
    pub sheets: Vec<Sheet>,
}

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileFormat {
    /// Cells that commas, semicolons, tabs or vertical bars separate.
    Csv,
    /// A workbook of a spreadsheet program: XLSX, XLSB, XLS or ODS.
    Excel,
    /// A list of objects.
    Json,
    /// The properties of the features of GeoJSON.
    Geojson,
    /// Tables of a page, or of the clipboard.
    Html,
}

/// The number of bytes to which the archive of a spreadsheet may unpack.
const UNPACKED: usize = 64_000_000;

/// The number of bytes to which a larger archive may unpack, as a multiple of its size. Sheets with many equal rows
/// unpack to 50 times their size.
const RATIO: usize = 100;

/// The number of bytes to which no archive may unpack.
const LARGEST: usize = 2_000_000_000;

/// Why a file cannot be read as a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The file has no cells.
    #[error("the file is empty")]
    Empty,
    /// The file is none of the kinds that the import reads.
    #[error("the file is neither text nor a spreadsheet: save it as CSV, XLSX, XLS, ODS, JSON or HTML")]
    Binary,
    /// A spreadsheet that cannot be opened.
    #[error("the spreadsheet cannot be read: {0}; open it, and save it again as XLSX or CSV")]
    Spreadsheet(String),
    /// A text that begins like JSON and is not JSON.
    #[error("not JSON: {0}")]
    Json(String),
    /// JSON without a list of objects.
    #[error("the JSON has no list of objects: the import reads a list with an object for each row")]
    NoList,
    /// A page without a table.
    #[error("the page has no table")]
    NoTable,
    /// More text than can be addressed.
    #[error("the file has more than 4 GB of text")]
    TooLarge,
    /// Cells of a page that span so many others that their text does not fit into memory.
    #[error("cells of a table that span others repeat more than {} MB of text: shorten or divide them", html::REPEATED / 1_000_000)]
    Repeated,
    /// A spreadsheet whose parts unpack to more than fits into memory.
    #[error("the spreadsheet unpacks to more than {} MB and more than {} times its size, or to more than {} GB: save it as CSV", UNPACKED / 1_000_000, RATIO, LARGEST / 1_000_000_000)]
    Unpacked,
    /// More cells than fit into memory.
    #[error("a sheet has more than {} million cells, with the blank ones between others: divide the file", sheet::MOST / 1_000_000)]
    TooManyCells,
}

impl Workbook {
    /// Reads a file. Its bytes decide what it is; its name does not.
    ///
    /// # Errors
    ///
    /// The file is empty, damaged, or of a kind that is not read.
    pub fn read(bytes: &[u8]) -> Result<Self, FileError> {
        #[cfg(feature = "import-excel")]
        if excel::begins(bytes) {
            return Self::of_spreadsheet(bytes);
        }
        let decoded = encoding::decode(bytes).ok_or(FileError::Binary)?;
        Self::of_text(&decoded.text, decoded.encoding, &mut |_| {})
    }

    /// Reads a workbook of a spreadsheet program.
    ///
    /// # Errors
    ///
    /// The workbook is damaged or has no cells.
    #[cfg(feature = "import-excel")]
    pub fn of_spreadsheet(bytes: &[u8]) -> Result<Self, FileError> {
        Ok(Self { format: FileFormat::Excel, encoding: None, sheets: excel::read(bytes)? })
    }

    /// The sheet with this name, or the one with the most cells.
    ///
    /// # Panics
    ///
    /// Panics if the workbook has no sheet.
    pub fn sheet(&self, name: Option<&str>) -> &Sheet {
        let named = self.sheets.iter().find(|sheet| Some(sheet.name.as_str()) == name);
        // Of equals the first.
        let largest = self.sheets.iter().rev().max_by_key(|sheet| sheet.size());
        named.or(largest).expect("a workbook has a sheet")
    }

    /// Reads a text that was in this encoding. `watch` is told from time to time how many bytes of the text are read.
    ///
    /// # Errors
    ///
    /// The text is empty or has no table.
    pub fn of_text(text: &str, encoding: &str, watch: &mut dyn FnMut(usize)) -> Result<Self, FileError> {
        let (format, mut sheets) = match text.trim_start().chars().next() {
            None => return Err(FileError::Empty),
            Some('{' | '[') => json::read(text)?,
            Some('<') => (FileFormat::Html, html::read(text)?),
            Some(_) => (FileFormat::Csv, vec![delimited::read(text, watch)?]),
        };
        sheets.retain(|sheet| sheet.columns() > 0);
        let encoding = Some(encoding.to_owned());
        if sheets.is_empty() { Err(FileError::Empty) } else { Ok(Self { format, encoding, sheets }) }
    }
}
