//! The wasm32 standard library: present, from rustup, or from Debian's toolchain.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use super::apt;
use crate::toolchain::{DEBIAN, Toolchain, WASM, undress};
use crate::{console, paths, process};

/// Debian's compiler, which comes with a folder for targets but without the wasm32 library.
const RUSTC: &str = "/usr/bin/rustc";

/// The manifest of the empty crate that the standard library is built for.
const EMPTY_CRATE: &str = "\
[package]
name = \"empty\"
edition = \"2024\"

[lib]
crate-type = [\"cdylib\"]
path = \"empty.rs\"

[workspace]
";

/// The toolchain to build for browsers with. It is looked for once: several checks ask for it at the same time.
pub fn wasm_toolchain() -> Result<Toolchain> {
    static FOUND: Mutex<Option<Toolchain>> = Mutex::new(None);
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    if found.is_none() {
        *found = Some(find_toolchain()?);
    }
    found.clone().context("no toolchain was found")
}

/// Looks for a toolchain that can build for browsers, and installs one where there is none.
fn find_toolchain() -> Result<Toolchain> {
    if has_target(&mut rustc(&Toolchain::Current)) {
        return Ok(with_sources());
    }
    if let Some(debian) = debian() {
        return Ok(debian);
    }
    if rustup_adds_target() {
        return Ok(with_sources());
    }
    install_debian()
}

/// The current toolchain, with the source of the standard library where that is to be had.
fn with_sources() -> Toolchain {
    let Ok(root) = process::read(rustc(&Toolchain::Current).args(["--print", "sysroot"])) else {
        return Toolchain::Current;
    };
    let library = Path::new(root.trim()).join("lib/rustlib/src/rust");
    if !library.is_dir() {
        console::say("Adding the standard library's source with rustup (usually 5 s)");
        let mut add = Command::new("rustup");
        if process::read(add.args(["component", "add", "rust-src"])).is_err() || !library.is_dir() {
            console::say("  rustup could not: modules get the library as it comes, which is larger");
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
        Toolchain::Debian { .. } if !Path::new("/usr/bin/clippy-driver").is_file() => {
            apt::install(&["rust-web-clippy"], "10 s")
        }
        Toolchain::Debian { .. } => Ok(()),
        Toolchain::Current | Toolchain::Sources { .. } => component("clippy", "clippy"),
    }
}

/// Makes sure that the current toolchain has a subcommand of cargo's, which comes with a component of rustup's.
fn component(subcommand: &str, name: &str) -> Result<()> {
    let mut version = Toolchain::Current.cargo();
    if process::read(version.args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    console::say(&format!("Adding {name} with rustup (usually 10 s)"));
    process::read(Command::new("rustup").args(["component", "add", name]))?;
    Ok(())
}

/// Debian's toolchain, when it is ready for use.
fn debian() -> Option<Toolchain> {
    let linked = process::read(Command::new("rustup").args(["toolchain", "list"])).ok()?;
    if !linked.lines().any(|line| line.split_whitespace().next() == Some(DEBIAN)) {
        return None;
    }
    if !has_target(&mut Command::new(RUSTC)) {
        return None;
    }
    Some(Toolchain::Debian { linker: linker()? })
}

/// Asks rustup for the target; `false` when it cannot.
fn rustup_adds_target() -> bool {
    console::say(&format!("Adding the {WASM} target with rustup (usually 10 s)"));
    let mut add = Command::new("rustup");
    let added = process::read(add.args(["target", "add", WASM]));
    if added.is_err() {
        console::say("  rustup could not: taking Debian's toolchain instead");
    }
    added.is_ok() && has_target(&mut rustc(&Toolchain::Current))
}

/// Installs Debian's toolchain beside rustup's, builds the library that it lacks and makes it known to rustup.
fn install_debian() -> Result<Toolchain> {
    if process::find("rustup").is_none() {
        bail!("no {WASM} target, and no rustup to add it: please install rustup");
    }
    let packages = ["rustc-web", "cargo-web", "rust-web-src"];
    if !packages.into_iter().all(apt::has) {
        apt::install(&packages, "1 min").with_context(|| format!("no way found to a {WASM} target"))?;
    }
    let linker = install_linker()?;
    if !has_target(&mut Command::new(RUSTC)) {
        build_library(&linker)?;
    }
    process::read(Command::new("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))?;
    debian().context("Debian's toolchain was installed, but does not compile for wasm32")
}

/// Installs the linker that belongs to Debian's compiler, and names its program.
fn install_linker() -> Result<String> {
    if let Some(program) = linker() {
        return Ok(program);
    }
    let matching = format!("lld-{}", llvm_version().context("rustc -vV tells no LLVM version")?);
    if apt::install(&[&matching], "10 s").is_err() {
        apt::install(&["lld"], "10 s")?;
    }
    linker().context("lld was installed, but there is no wasm-ld")
}

/// The program that links wasm32 modules, when there is one.
fn linker() -> Option<String> {
    let matching = format!("wasm-ld-{}", llvm_version()?);
    [matching, "wasm-ld".to_owned()].into_iter().find(|program| process::find(program).is_some())
}

/// The major version of LLVM in Debian's compiler.
fn llvm_version() -> Option<String> {
    let version = process::read(Command::new(RUSTC).arg("-vV")).ok()?;
    let number = version.lines().find_map(|line| line.strip_prefix("LLVM version: "))?;
    Some(number.split('.').next()?.to_owned())
}

/// Builds the standard library for wasm32 and lays it beside that of the machine itself.
fn build_library(linker: &str) -> Result<()> {
    console::say(&format!("Building the standard library for {WASM} (usually 1 min)"));
    let folder = paths::records().join("std");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("Cargo.toml"), EMPTY_CRATE)?;
    fs::write(folder.join("empty.rs"), "")?;
    let mut command = Command::new("/usr/bin/cargo");
    undress(&mut command);
    command
        .current_dir(&folder)
        .args(["build", "--release", "--target", WASM])
        .args(["-Zbuild-std=std,panic_abort,proc_macro,test", "-Zbuild-std-features=optimize_for_size"])
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        // Pages wait for bytes: against the usual level 3 this saves 3.5 KB of a page, brotli.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z")
        // Without bitcode in the library the release build could not optimise across it.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("LD_LIBRARY_PATH");
    process::read(&mut command)?;
    install_library(&folder.join("target").join(WASM).join("release/deps"))
}

/// Copies the built libraries to where Debian's compiler looks, in place of any that another version left.
fn install_library(deps: &Path) -> Result<()> {
    let mut print = Command::new(RUSTC);
    let place = process::read(print.args(["--print", "target-libdir", "--target", WASM]))?;
    let place = Path::new(place.trim());
    process::read(apt::as_root("rm").arg("-rf").arg(place))?;
    process::read(apt::as_root("mkdir").arg("-p").arg(place))?;
    process::read(apt::as_root("cp").args(libraries(deps)?).arg(place))?;
    // Cargo does not see that the library changed, and what was compiled with an earlier one cannot be read any more.
    let _ = fs::remove_dir_all(paths::target().join(WASM));
    Ok(())
}

/// The compiled libraries in a folder.
fn libraries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("rlib")) {
            found.push(path);
        }
    }
    Ok(found)
}

/// A call of a toolchain's compiler.
fn rustc(toolchain: &Toolchain) -> Command {
    let mut command = Command::new("rustc");
    toolchain.dress(&mut command);
    command
}

/// Whether a compiler finds a wasm32 standard library that it can read.
///
/// The folder alone proves nothing: an upgrade of the compiler leaves an old library unreadable.
fn has_target(rustc: &mut Command) -> bool {
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
