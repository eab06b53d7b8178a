//! The door to JavaScript. For browsers only, but for the records that cross it; the shell in `www` is its caller.
//!
//! There are two modules that the page of a figure can load. The *engine* draws, and refuses a dataset that is not valid without saying
//! why. The *checker* is loaded only then: it says why, and reads what the engine does not, which is CSV. So readers do not
//! pay for what only editors need.
//!
//! The make page loads other ones: the *importer* reads sheets, the reader of *workbooks* those of spreadsheet programs, and
//! the *publisher* makes the files of a published figure.

#[cfg(engine)]
mod canvas;
#[cfg(all(browser, feature = "importer"))]
mod checked;
#[cfg(all(browser, feature = "checker"))]
mod checker;
#[cfg(all(browser, feature = "importer"))]
mod colors;
#[cfg(all(browser, not(feature = "workbooks")))]
mod convert;
#[cfg(engine)]
mod engine;
#[cfg(all(browser, feature = "importer"))]
mod importer;
#[cfg(all(browser, feature = "publisher"))]
mod publisher;
#[cfg(any(test, engine))]
mod records;
#[cfg(any(feature = "checker", all(test, explain)))]
mod report;
#[cfg(all(browser, any(feature = "importer", feature = "publisher", feature = "workbooks")))]
mod told;
#[cfg(all(test, not(browser)))]
mod typescript;
#[cfg(all(browser, feature = "workbooks"))]
mod workbooks;

/// What the declarations that wasm-bindgen writes refer to. They are no part of the module.
#[cfg(any(engine, all(browser, feature = "checker")))]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const DECLARATIONS: &str = include_str!("../www/core.d.ts");

#[cfg(all(browser, feature = "importer"))]
pub use checked::{check, csv, rewritten};
#[cfg(all(browser, feature = "checker"))]
pub use checker::check;
#[cfg(all(browser, feature = "importer"))]
pub use colors::colors;
#[cfg(engine)]
pub use engine::Engine;
#[cfg(all(browser, feature = "importer"))]
pub use importer::{Importer, places, provide};
#[cfg(all(browser, feature = "publisher"))]
pub use publisher::{Shelf, publish, snippets, standalone, still};
#[cfg(all(browser, feature = "workbooks"))]
pub use workbooks::Book;
