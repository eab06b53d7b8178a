//! The two formats of a dataset, JSON and CSV, as one tree; the table of fields, and what is written from it.

#[cfg(explain)]
pub(crate) mod csv;
pub mod detect;
mod localized_text;
#[cfg(explain)]
pub(crate) mod locate;
pub mod node;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod shape;
pub mod translate;
#[cfg(not(target_arch = "wasm32"))]
pub mod write;
