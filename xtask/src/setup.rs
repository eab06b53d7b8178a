//! Installs missing tools.
//!
//! Each function first looks for the tool. Then it prints what it installs and how long this usually takes.

mod browsers;
mod debian;
mod engine;
mod install;
mod manager;
mod node;
mod npm;
mod programs;
mod screen_reader;
mod system_packages;
mod target;
mod tools;
mod zig;

pub use browsers::{browser, browsers, left_out};
pub use engine::Engine;
pub use npm::{apps, benchmark, node_modules};
pub use screen_reader::screen_reader;
pub use target::{clippy, components, llvm_tools, wasm_toolchain};
pub use tools::{
    cargo_deny, cargo_llvm_cov, cargo_mutants, geckodriver, has_cargo_deny, locked_version, wasm_bindgen, wasm_pack,
};
pub use zig::zig;
