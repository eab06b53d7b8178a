//! The command as a program for Linux. It is linked statically with musl, so it runs on every distribution.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::module::{ENCODED_FLAGS, encoded, portable_paths};
use crate::build::{LICENSES, OTHER_LICENSES, licenses};
use crate::toolchain::Toolchain;
use crate::{console, paths, process, setup};

/// A program of the release.
pub struct Program {
    /// Its name in file names.
    pub name: &'static str,
    /// The target of Rust.
    pub target: &'static str,
}

/// The programs of a release.
pub const PROGRAMS: [Program; 2] = [
    Program { name: "x86_64-linux", target: "x86_64-unknown-linux-musl" },
    Program { name: "aarch64-linux", target: "aarch64-unknown-linux-musl" },
];

impl Program {
    /// Builds the program. Returns a folder with the program and the licenses.
    pub fn build(&self) -> Result<PathBuf> {
        let zig = setup::zig()?;
        console::say(&format!("Compiling the command for {} (usually 4 min)", self.name));
        let toolchain = self.toolchain()?;
        let target = paths::target().join("programs");
        let mut cargo = toolchain.cargo();
        cargo.args(["zigbuild", "--release", "--quiet", "--package", "banspread", "--bin", "banspread"]);
        cargo.args(["--target", self.target]).arg("--target-dir").arg(&target);
        cargo.env("PATH", zig.search_path()?).env("CARGO_ZIGBUILD_ZIG_PATH", zig.program());
        // Zig starts and ends the program with its own objects. A standard library that was built here has none.
        let mut flags = portable_paths(&toolchain);
        flags.push("-Clink-self-contained=no".to_owned());
        cargo.env(ENCODED_FLAGS, encoded(&flags));
        cargo.env("CARGO_PROFILE_RELEASE_STRIP", "true");
        if let Toolchain::Sources { .. } = toolchain {
            // The option is unstable in Cargo.
            cargo.arg("-Zbuild-std=std,panic_abort").env("RUSTC_BOOTSTRAP", "1");
        }
        process::read(&mut cargo)?;
        let folder = target.join(self.target).join("release");
        licenses(&LICENSES, &folder)?;
        licenses(&OTHER_LICENSES, &folder)?;
        self.start(&folder.join("banspread"))?;
        Ok(folder)
    }

    /// The toolchain with a standard library for the target: that of rustup, or one that is built from its source.
    fn toolchain(&self) -> Result<Toolchain> {
        if self.has_library() {
            return Ok(Toolchain::Current);
        }
        let mut rustup = Command::new("rustup");
        if process::read(rustup.args(["target", "add", self.target])).is_ok() && self.has_library() {
            return Ok(Toolchain::Current);
        }
        match setup::wasm_toolchain()? {
            sources @ Toolchain::Sources { .. } => Ok(sources),
            _ => bail!("rustup cannot add the target {}, and there is no source of the standard library", self.target),
        }
    }

    fn has_library(&self) -> bool {
        let mut rustc = Command::new("rustc");
        Toolchain::Current.set_environment(&mut rustc);
        let folder = process::read(rustc.args(["--print", "target-libdir", "--target", self.target]));
        folder.is_ok_and(|folder| Path::new(folder.trim()).is_dir())
    }

    /// Starts the program if it is for this machine.
    fn start(&self, program: &Path) -> Result<()> {
        if !self.target.starts_with(std::env::consts::ARCH) || std::env::consts::OS != "linux" {
            console::say(&format!("  the program for {} was not started: this machine is another", self.name));
            return Ok(());
        }
        process::read(Command::new(program).arg("--version")).map(drop).context("the program does not start")
    }
}
