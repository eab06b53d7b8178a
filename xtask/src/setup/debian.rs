//! A toolchain made of Debian's compiler and a wasm32 library, where rustup cannot add the target.
//!
//! It lies in a folder of this project's tools: nothing in the system's folders is changed but by apt.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::install::{has, install as install_packages};
use super::manager::Manager;
use super::target::has_target;
use crate::toolchain::{DEBIAN, Toolchain, WASM, clear_environment};
use crate::{console, paths, process};

/// Debian's compiler, which has no wasm32 library.
const RUSTC: &str = "/usr/bin/rustc";

/// Where Debian's compiler has its libraries.
const LIBRARIES: &str = "/usr/lib/rustlib";

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

/// The toolchain, when it is ready for use.
pub fn find() -> Option<Toolchain> {
    let root = paths::tools().join(DEBIAN);
    let linked = process::read(Command::new("rustup").args(["toolchain", "list", "--verbose"])).ok()?;
    let place = root.to_str()?;
    if !linked.lines().any(|line| line.starts_with(DEBIAN) && line.trim_end().ends_with(place)) {
        return None;
    }
    if !has_target(&mut Command::new(root.join("bin/rustc"))) {
        return None;
    }
    Some(Toolchain::Debian { linker: linker()?, root })
}

/// Installs Debian's compiler, builds the library that it lacks and makes both known to rustup as one toolchain.
pub fn install() -> Result<Toolchain> {
    if Manager::here() != Some(Manager::Apt) {
        bail!(
            "rustup could not add the {WASM} target: check that it reaches its server, and run\n  \
             rustup target add {WASM}\nOnly on Debian is there another way to that target"
        );
    }
    console::say("Taking Debian's toolchain instead");
    let packages = ["rustc-web", "cargo-web", "rust-web-src"];
    if !packages.into_iter().all(|package| has(Manager::Apt, package)) {
        apt(&packages, "1 min").with_context(|| format!("no way found to a {WASM} target"))?;
    }
    let linker = install_linker()?;
    let root = paths::tools().join(DEBIAN);
    let libraries = build_library(&linker)?;
    assemble(&root, &libraries)?;
    process::read(Command::new("rustup").args(["toolchain", "link", DEBIAN]).arg(&root))?;
    // Cargo does not see that the library changed, and what was compiled with an earlier one cannot be read any more.
    let _ = fs::remove_dir_all(paths::target().join(WASM));
    find().context("Debian's toolchain was installed, but does not compile for wasm32")
}

/// Installs packages of Debian's.
fn apt(packages: &[&str], time: &str) -> Result<()> {
    install_packages(Manager::Apt, packages, time)
}

/// Lays the folder of the toolchain: Debian's programs and libraries by links, the built library as files.
fn assemble(root: &Path, libraries: &[PathBuf]) -> Result<()> {
    if root.exists() {
        fs::remove_dir_all(root)?;
    }
    let (programs, rustlib) = (root.join("bin"), root.join("lib/rustlib"));
    fs::create_dir_all(&programs)?;
    for name in ["cargo", "cargo-clippy", "clippy-driver"] {
        // Clippy may come later: see `clippy`.
        symlink(Path::new("/usr/bin").join(name), programs.join(name))?;
    }
    for name in ["rustc", "rustdoc"] {
        let script = programs.join(name);
        fs::write(&script, format!("#!/bin/sh\nexec /usr/bin/{name} --sysroot \"{}\" \"$@\"\n", root.display()))?;
        fs::set_permissions(&script, Permissions::from_mode(0o755))?;
    }
    let target = rustlib.join(WASM).join("lib");
    fs::create_dir_all(&target)?;
    for entry in fs::read_dir(LIBRARIES).with_context(|| format!("cannot read {LIBRARIES}"))? {
        let entry = entry?;
        if entry.file_name() != WASM {
            symlink(entry.path(), rustlib.join(entry.file_name()))?;
        }
    }
    for library in libraries {
        let name = library.file_name().context("a library has no name")?;
        fs::copy(library, target.join(name))?;
    }
    Ok(())
}

/// Makes sure that the toolchain has clippy.
pub fn clippy() -> Result<()> {
    if Path::new("/usr/bin/clippy-driver").is_file() { Ok(()) } else { apt(&["rust-web-clippy"], "10 s") }
}

/// Installs the linker that belongs to Debian's compiler, and names its program.
fn install_linker() -> Result<String> {
    if let Some(program) = linker() {
        return Ok(program);
    }
    let matching = format!("lld-{}", llvm_version().context("rustc -vV tells no LLVM version")?);
    if apt(&[&matching], "10 s").is_err() {
        apt(&["lld"], "10 s")?;
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

/// Builds the standard library for wasm32, and lists its files.
fn build_library(linker: &str) -> Result<Vec<PathBuf>> {
    console::say(&format!("Building the standard library for {WASM} (usually 1 min)"));
    let folder = paths::records().join("std");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("Cargo.toml"), EMPTY_CRATE)?;
    fs::write(folder.join("empty.rs"), "")?;
    // What another version of the compiler has built cannot be read by this one.
    let target = folder.join("target");
    let _ = fs::remove_dir_all(&target);
    let mut command = Command::new("/usr/bin/cargo");
    clear_environment(&mut command);
    command
        .current_dir(&folder)
        .args(["build", "--release", "--target", WASM])
        .args(["-Zbuild-std=std,panic_abort,proc_macro,test", "-Zbuild-std-features=optimize_for_size"])
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        // Pages wait for bytes: against the usual level 3 this saves 3.5 KB of a page, brotli.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z")
        // Without bitcode in the library the release build could not optimise across it.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("LD_LIBRARY_PATH");
    process::read(&mut command)?;
    let mut found = Vec::new();
    for entry in fs::read_dir(target.join(WASM).join("release/deps"))? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("rlib")) {
            found.push(path);
        }
    }
    Ok(found)
}
