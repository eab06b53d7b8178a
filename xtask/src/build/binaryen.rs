//! The programs of the npm package `binaryen`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{paths, process};

/// The WebAssembly features of modules that rustc compiles and wasm-bindgen binds.
pub const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The level of optimization. `-Oz` makes a module smaller, but brotli then compresses it less.
pub const LEVEL: &str = "-Os";

/// Makes a module smaller, in place.
pub fn optimize(module: &Path) -> Result<()> {
    run(program("wasm-opt").args(FEATURES).arg(LEVEL).arg(module).arg("-o").arg(module))
        .context("the module could not be optimized")
}

/// A program of the package.
pub fn program(name: &str) -> Command {
    Command::new(paths::root().join("node_modules/.bin").join(name))
}

/// Runs a program of the package to its end.
pub fn run(command: &mut Command) -> Result<()> {
    process::read(command).map(drop)
}
