//! Zig, as the linker of programs for Linux: it has the C library musl for each processor.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{console, paths, process};

/// The Python packages with Zig and with the subcommand of cargo that calls it.
const PACKAGES: [&str; 2] = ["ziglang==0.17.1", "cargo-zigbuild==0.24.1"];

/// An installed Zig.
pub struct Zig {
    folder: PathBuf,
}

/// Makes sure that Zig is installed.
pub fn zig() -> Result<Zig> {
    let name = PACKAGES.map(|package| package.replace("==", "-")).join("-");
    let zig = Zig { folder: paths::tools().join(name) };
    if zig.program().is_file() && zig.folder.join("bin/cargo-zigbuild").is_file() {
        return Ok(zig);
    }
    console::say("Installing Zig with pip (usually 30 s)");
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--target"]);
    process::read(pip.arg(&zig.folder).args(PACKAGES)).context("pip cannot install Zig")?;
    Ok(zig)
}

impl Zig {
    /// The program.
    pub fn program(&self) -> PathBuf {
        self.folder.join("ziglang/zig")
    }

    /// A `PATH` with the subcommand of cargo.
    pub fn search_path(&self) -> Result<OsString> {
        let others = process::search_path();
        Ok(env::join_paths([self.folder.join("bin")].into_iter().chain(env::split_paths(&others)))?)
    }
}
