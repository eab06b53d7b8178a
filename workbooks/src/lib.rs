//! The reader of workbooks as a separate module: see `wasm` of the library.

#![cfg(target_arch = "wasm32")]

pub use banspread::wasm::Book;
