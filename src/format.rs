//! The two formats of a dataset, JSON and CSV, as one tree; the table of fields, and what is written from it.

#[cfg(explain)]
pub(crate) mod csv;
pub mod detect;
pub mod fields;
pub mod json;
#[cfg(not(browser))]
pub mod json_schema;
mod localized_text;
pub mod node;
#[cfg(any(test, engine))]
pub mod packed;
pub mod translate;
#[cfg(any(not(browser), feature = "import"))]
pub mod write;
