//! The importer: it reads sheets of other people, and checks and writes datasets, for the make page.

use std::cell::RefCell;

use js_sys::{Array, Function};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::base::limits::Limits;
use crate::import::choices::Choices;
use crate::import::workbook::encoding::{Bytes, unicode};
use crate::import::workbook::{FileError, FileFormat, Sheet, Workbook};
use crate::import::{self, FoundCells, is_dataset};
use crate::names::table::hand_over;
use crate::wasm::checked::Checked;
use crate::wasm::told::{json_of, sentence};

/// A file that was read.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Importer {
    workbook: Workbook,
    /// The result of the check, if the file has the format of datasets.
    dataset: Option<Checked>,
    /// The choices with which a sheet was understood last, and the cells of what was found.
    found: RefCell<Option<(String, FoundCells)>>,
}

#[wasm_bindgen]
impl Importer {
    /// Reads bytes that are text in Unicode; nothing if they are in another encoding, which browsers decode. `watch` is
    /// told how many bytes are read.
    ///
    /// # Errors
    ///
    /// A sentence that says why the file cannot be read.
    pub fn read(bytes: &[u8], watch: &Function) -> Result<Option<Self>, JsValue> {
        match unicode(bytes) {
            Bytes::Text(decoded) => Self::of_text(&decoded.text, decoded.encoding, watch).map(Some),
            Bytes::Legacy => Ok(None),
            Bytes::Binary => Err(sentence(FileError::Binary)),
        }
    }

    /// Reads a text that was in this encoding.
    ///
    /// # Errors
    ///
    /// The same.
    pub fn of_text(text: &str, encoding: &str, watch: &Function) -> Result<Self, JsValue> {
        let mut tell = |done: usize| _ = watch.call1(&JsValue::NULL, &JsValue::from_f64(done as f64));
        let workbook = Workbook::of_text(text, encoding, &mut tell).map_err(sentence)?;
        let dataset = is_dataset(&workbook, text.as_bytes()).then(|| Checked::of(text));
        Ok(Self { workbook, dataset, found: RefCell::default() })
    }

    /// A workbook without sheets; [`Self::add`] adds them.
    pub fn of_sheets() -> Self {
        let workbook = Workbook { format: FileFormat::Excel, encoding: None, sheets: Vec::new() };
        Self { workbook, dataset: None, found: RefCell::default() }
    }

    /// Adds a sheet in its parts.
    ///
    /// # Errors
    ///
    /// They are not the parts of a sheet.
    pub fn add(&mut self, name: String, text: String, ends: Vec<u32>, rows: Vec<u32>) -> Result<(), JsValue> {
        let sheet = Sheet::of_parts(name, text, ends, rows).ok_or("the parts are not those of a sheet")?;
        self.workbook.sheets.push(sheet);
        Ok(())
    }

    /// What was read, as JSON: format, encoding, sheets.
    pub fn file(&self) -> String {
        json_of(&import::report::FileReport::of(&self.workbook))
    }

    /// The dataset and its findings as a pair, if the file has the format of datasets.
    pub fn dataset(&self) -> Option<Array> {
        self.dataset.as_ref().map(Checked::parts)
    }

    /// Understands a sheet: the report as JSON; the dataset as JSON, or null; its findings as JSON.
    ///
    /// # Errors
    ///
    /// A sentence about choices that have not the form of choices, or about a dataset that is too large.
    pub fn understand(&self, choices: &str) -> Result<Array, JsValue> {
        let imported = import::import(&self.workbook, &read_choices(choices)?);
        let report = json_of(&imported.report);
        let text = imported.json(&Limits::default()).transpose().map_err(sentence)?;
        self.found.replace(Some((choices.to_owned(), imported.cells)));
        drop(imported.dataset);
        // The dataset is checked in the form in which it is saved.
        let checked = text.as_deref().map_or_else(Checked::default, Checked::of);
        let parts = checked.parts();
        Ok(Array::of3(&report.into(), &parts.get(0), &parts.get(1)))
    }

    /// The cells in some rows that the findings of these choices are about, as JSON: for each its row and column, counted
    /// from 0, and the place of the finding in the report.
    ///
    /// # Errors
    ///
    /// A sentence about choices that have not the form of choices.
    pub fn marks(&self, choices: &str, from: usize, to: usize) -> Result<String, JsValue> {
        let read = read_choices(choices)?;
        let mut found = self.found.borrow_mut();
        // A worker that has taken the place of another one has not understood the sheet yet.
        if found.as_ref().is_none_or(|(known, _)| known != choices) {
            *found = Some((choices.to_owned(), import::import(&self.workbook, &read).cells));
        }
        let sheet = self.workbook.sheet(read.sheet.as_deref());
        Ok(json_of(&found.as_ref().map(|(_, cells)| cells.within(sheet, from..to))))
    }

    /// The cells of rows of a sheet, as JSON: a list of lists. Rows are counted from 0.
    pub fn rows(&self, sheet: Option<String>, from: usize, to: usize) -> String {
        let sheet = self.workbook.sheet(sheet.as_deref());
        let cells = |row: usize| (0..sheet.width(row)).map(|column| sheet.cell(row, column)).collect::<Vec<_>>();
        json_of(&(from..to.min(sheet.rows())).map(cells).collect::<Vec<_>>())
    }
}

/// Hands over the list of all names of places, before the first sheet or dataset is read.
///
/// # Errors
///
/// It was handed over before.
#[wasm_bindgen]
pub fn provide(names: String) -> Result<(), JsValue> {
    hand_over(names).map_err(sentence)
}

fn read_choices(choices: &str) -> Result<Choices, JsValue> {
    choices.parse().map_err(sentence)
}

/// The places that may be meant, as JSON.
#[wasm_bindgen]
pub fn places(query: &str, grid: &str) -> String {
    #[derive(Serialize)]
    struct Places {
        exact: bool,
        suggestions: Vec<crate::names::find::Place>,
    }
    use crate::names::find::{Found, find, meant};
    let exact = matches!(find(query, grid), Found::Exact(_));
    json_of(&Places { exact, suggestions: meant(query, grid) })
}
