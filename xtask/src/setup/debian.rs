//! A toolchain made from Debian's compiler and a wasm32 library, for machines on which rustup cannot add the target.
//!
//! The toolchain is in the folder for the tools of this project. Only apt changes the folders of the system.

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

/// The libraries of Debian's compiler.
const LIBRARIES: &str = "/usr/lib/rustlib";

/// The manifest of an empty crate. Cargo builds the standard library only for a crate.
const EMPTY_CRATE: &str = "\
[package]
name = \"empty\"
edition = \"2024\"

[lib]
crate-type = [\"cdylib\"]
path = \"empty.rs\"

[workspace]
";

/// The toolchain, if it is ready for use.
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

/// Installs Debian's compiler, builds the missing library, and adds both to rustup as one toolchain.
pub fn install() -> Result<Toolchain> {
    if Manager::here() != Some(Manager::Apt) {
        bail!(
            "rustup could not add the {WASM} target: check that it reaches its server, and run\n  \
             rustup target add {WASM}\nOn Debian, this program also knows another way to get the target"
        );
    }
    console::say("Using Debian's toolchain instead");
    let packages = ["rustc-web", "cargo-web", "rust-web-src"];
    if !packages.into_iter().all(|package| has(Manager::Apt, package)) {
        apt(&packages, "1 min").with_context(|| format!("cannot get the {WASM} target"))?;
    }
    let linker = install_linker()?;
    let root = paths::tools().join(DEBIAN);
    let libraries = build_library(&linker)?;
    assemble(&root, &libraries)?;
    process::read(Command::new("rustup").args(["toolchain", "link", DEBIAN]).arg(&root))?;
    // Cargo does not notice that the library has changed. The compiler cannot read files that were compiled with an
    // earlier library.
    let _ = fs::remove_dir_all(paths::target().join(WASM));
    find().context("Debian's toolchain was installed, but does not compile for wasm32")
}

/// Installs Debian packages.
fn apt(packages: &[&str], time: &str) -> Result<()> {
    install_packages(Manager::Apt, packages, time)
}

/// Makes the folder of the toolchain: links to the programs and libraries of Debian, and copies of the built library.
fn assemble(root: &Path, libraries: &[PathBuf]) -> Result<()> {
    if root.exists() {
        fs::remove_dir_all(root)?;
    }
    let (programs, rustlib) = (root.join("bin"), root.join("lib/rustlib"));
    fs::create_dir_all(&programs)?;
    for name in ["cargo", "cargo-clippy", "clippy-driver"] {
        // The link to Clippy can be broken until `clippy` installs Clippy.
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

/// Installs the linker for Debian's compiler. Returns the name of its program.
fn install_linker() -> Result<String> {
    if let Some(program) = linker() {
        return Ok(program);
    }
    let matching = format!("lld-{}", llvm_version().context("rustc -vV does not print the version of LLVM")?);
    if apt(&[&matching], "10 s").is_err() {
        apt(&["lld"], "10 s")?;
    }
    linker().context("lld was installed, but wasm-ld is missing")
}

/// The name of the program that links wasm32 modules, if it is installed.
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

/// Builds the standard library for wasm32. Returns its files.
fn build_library(linker: &str) -> Result<Vec<PathBuf>> {
    console::say(&format!("Building the standard library for {WASM} (usually 1 min)"));
    let folder = paths::records().join("std");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("Cargo.toml"), EMPTY_CRATE)?;
    fs::write(folder.join("empty.rs"), "")?;
    // This compiler cannot read files of another version of the compiler.
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
        // Level z makes a page 3.5 KB smaller (after brotli) than the default level 3.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z")
        // Without bitcode in the library, the release build cannot optimise the library together with the module.
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
