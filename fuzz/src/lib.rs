//! The targets of the fuzzer. A target is a function that takes any bytes and panics if a promise is broken.
//!
//! `cargo xtask fuzz` searches for such bytes; `tests/corpus.rs` gives each target the inputs that are kept in `corpus/`.

pub mod draft;
pub mod naive;
pub mod pictures;
pub mod steps;
pub mod targets;
pub mod zip;

/// Checks an input; panics if a promise is broken.
pub type Check = fn(&[u8]);

/// The name of each target, and how it checks an input.
pub const TARGETS: &[(&str, Check)] = &[
    ("csv", targets::csv::check),
    ("dates", targets::dates::check),
    ("import", targets::import::check),
    ("index", targets::index::check),
    ("intents", targets::intents::check),
    ("json", targets::json::check),
    ("layout", targets::layout::check),
    ("words", targets::words::check),
    ("workbook", targets::workbook::check),
];
