//! Installs what a command needs and the machine lacks.
//!
//! Each function looks first, and says what it installs and how long that usually takes.

mod apt;
mod browsers;
mod packages;
mod target;
mod tools;

pub use browsers::{Browser, browser};
pub use packages::{apps, node_modules};
pub use target::{clippy, wasm_toolchain};
pub use tools::{locked_version, wasm_bindgen, wasm_pack};
