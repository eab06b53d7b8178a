//! What each target promises.

pub mod csv;
pub mod dates;
pub mod import;
pub mod index;
pub mod intents;
pub mod json;
pub mod layout;
mod same;
pub mod words;
pub mod workbook;
