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

/// The options of the optimizer. `-Oz` leaves a smaller module than `-Os`, but brotli compresses it less: `-Os` is the last.
/// Between them the control flow is built anew from its blocks, which leaves fewer branches. Then the locals are joined
/// anew, and all loads and stores get the same hint of alignment, of which browsers take no notice: both compress better.
///
/// The first KB of memory is the end of the stack, which no valid pointer reaches by wrapping around. So the optimizer may
/// move added constants into loads and stores.
pub const OPTIONS: [&str; 13] = [
    "--low-memory-unused",
    "-Os",
    "--flatten",
    "--rereloop",
    "-Os",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Os",
    "--coalesce-locals-learning",
    "--dealign",
    "--strip-producers",
    "--strip-target-features",
];

/// Makes a module smaller, in place.
pub fn optimize(module: &Path) -> Result<()> {
    run(program("wasm-opt").args(FEATURES).args(OPTIONS).arg(module).arg("-o").arg(module))
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
