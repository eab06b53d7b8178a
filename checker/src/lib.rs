//! The checker as a module of its own: see `wasm` of the library.

#![cfg(target_arch = "wasm32")]

pub use banspread::wasm::check;
