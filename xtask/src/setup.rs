//! Installs what a command needs and the machine lacks.
//!
//! Each function looks first, and says what it installs and how long that usually takes.

mod apt;
mod browsers;
mod debian;
mod packages;
mod target;
mod tools;

pub use browsers::{Engine, browser, browsers};
pub use packages::{apps, node_modules};
pub use target::{clippy, components, llvm_tools, wasm_toolchain};
pub use tools::{cargo_deny, cargo_llvm_cov, geckodriver, has_cargo_deny, locked_version, wasm_bindgen, wasm_pack};
