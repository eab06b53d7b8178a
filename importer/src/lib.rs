//! The import as a separate module: see `wasm` of the library.

#![cfg(target_arch = "wasm32")]

pub use banspread::wasm::{Importer, check, colors, csv, places, provide, rewritten};
