//! The reader of workbooks of spreadsheet programs, for the make page. The importer takes the sheets in their parts.

use js_sys::{Array, Uint32Array};
use wasm_bindgen::prelude::*;

use crate::import::Workbook;
use crate::wasm::told::sentence;

/// A workbook that was read.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Book {
    workbook: Workbook,
}

#[wasm_bindgen]
impl Book {
    /// Reads XLSX, XLSB, XLS or ODS.
    ///
    /// # Errors
    ///
    /// A sentence that says why the file cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Self, JsValue> {
        let workbook = Workbook::of_spreadsheet(bytes).map_err(sentence)?;
        Ok(Self { workbook })
    }

    /// The number of sheets.
    pub fn sheets(&self) -> usize {
        self.workbook.sheets.len()
    }

    /// The parts of a sheet: name, text, ends of cells, ends of rows.
    pub fn sheet(&self, place: usize) -> Array {
        let sheet = &self.workbook.sheets[place];
        let (text, ends, rows) = sheet.parts();
        Array::of4(&sheet.name.as_str().into(), &text.into(), &Uint32Array::from(ends), &Uint32Array::from(rows))
    }
}
