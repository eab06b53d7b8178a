//! The wasm32 standard library: installed, from rustup, or from Debian's toolchain.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use super::debian;
use crate::toolchain::{Toolchain, WASM};
use crate::{console, paths, process};

/// The toolchain that builds for browsers. The search runs once, because several checks need the toolchain at the same
/// time.
pub fn wasm_toolchain() -> Result<Toolchain> {
    static FOUND: Mutex<Option<Toolchain>> = Mutex::new(None);
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    if found.is_none() {
        *found = Some(find_toolchain()?);
    }
    found.clone().context("no toolchain was found")
}

/// Finds a toolchain that can build for browsers, or installs one.
fn find_toolchain() -> Result<Toolchain> {
    if has_target(&mut rustc(&Toolchain::Current)) {
        return Ok(with_sources());
    }
    if let Some(debian) = debian::find() {
        return Ok(debian);
    }
    if process::find("rustup").is_none() {
        bail!(
            "this Rust has no {WASM} target, and rustup, which could add it, is missing: please install https://rustup.rs"
        );
    }
    if rustup_adds_target() {
        return Ok(with_sources());
    }
    debian::install()
}

/// The current toolchain, with the source of the standard library if rustup can add it.
fn with_sources() -> Toolchain {
    let Ok(root) = process::read(rustc(&Toolchain::Current).args(["--print", "sysroot"])) else {
        return Toolchain::Current;
    };
    let library = Path::new(root.trim()).join("lib/rustlib/src/rust");
    if !library.is_dir() {
        console::say("Adding the standard library's source with rustup (usually 5 s)");
        let mut add = Command::new("rustup");
        if process::read(add.args(["component", "add", "rust-src"])).is_err() || !library.is_dir() {
            console::say("  rustup could not add it: the modules get the standard library of rustup, which is larger");
            return Toolchain::Current;
        }
    }
    Toolchain::Sources { library }
}

/// Makes sure that the current toolchain has rustfmt and clippy.
pub fn components() -> Result<()> {
    component("fmt", "rustfmt")?;
    clippy(&Toolchain::Current)
}

/// Makes sure that the current toolchain has the programs that read coverage.
pub fn llvm_tools() -> Result<()> {
    let root = process::read(Command::new("rustc").args(["--print", "target-libdir"]))?;
    if Path::new(root.trim()).with_file_name("bin").join("llvm-cov").is_file() {
        return Ok(());
    }
    console::say("Adding llvm-tools with rustup (usually 15 s)");
    process::read(Command::new("rustup").args(["component", "add", "llvm-tools"]))?;
    Ok(())
}

/// Makes sure that a toolchain has clippy.
pub fn clippy(toolchain: &Toolchain) -> Result<()> {
    match toolchain {
        Toolchain::Debian { .. } => debian::clippy(),
        Toolchain::Current | Toolchain::Sources { .. } => component("clippy", "clippy"),
    }
}

/// Makes sure that the current toolchain has a subcommand of cargo, which is a component of rustup.
fn component(subcommand: &str, name: &str) -> Result<()> {
    let mut version = Toolchain::Current.cargo();
    if process::read(version.args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    console::say(&format!("Adding {name} with rustup (usually 10 s)"));
    process::read(Command::new("rustup").args(["component", "add", name]))?;
    Ok(())
}

/// Adds the target with rustup. Returns `false` if rustup cannot.
fn rustup_adds_target() -> bool {
    console::say(&format!("Adding the {WASM} target with rustup (usually 10 s)"));
    let mut add = Command::new("rustup");
    let added = process::read(add.args(["target", "add", WASM]));
    if added.is_err() {
        console::say("  rustup could not add it");
    }
    added.is_ok() && has_target(&mut rustc(&Toolchain::Current))
}

/// A call of the compiler of a toolchain.
fn rustc(toolchain: &Toolchain) -> Command {
    let mut command = Command::new("rustc");
    toolchain.set_environment(&mut command);
    command
}

/// Whether a compiler finds a wasm32 standard library that it can read.
///
/// The existence of the folder is not enough: after an upgrade the compiler cannot read the old library.
pub fn has_target(rustc: &mut Command) -> bool {
    let folder = paths::records();
    if fs::create_dir_all(&folder).is_err() {
        return false;
    }
    let source = folder.join("probe.rs");
    if fs::write(&source, "pub fn probe() -> String { String::new() }\n").is_err() {
        return false;
    }
    let output = folder.join("probe.rmeta");
    rustc.args(["--crate-type", "lib", "--emit", "metadata", "--target", WASM]);
    process::read(rustc.arg("-o").arg(output).arg(source)).is_ok()
}
