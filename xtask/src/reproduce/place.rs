//! The place of the second build: a clone of the last commit, with the settings of another person.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::git;
use crate::toolchain::Toolchain;
use crate::{paths, process};

/// A folder with the clone, the homes of the tools and the compiled files.
pub struct Place(PathBuf);

impl Place {
    /// Makes the place. An earlier one is removed, so that nothing of it is used.
    pub fn new() -> Result<Self> {
        let place = Self(env::temp_dir().join("banspread-reproduced"));
        place.remove()?;
        fs::create_dir_all(place.home())?;
        process::read(git().args(["clone", "--quiet", "--no-hardlinks", "."]).arg(place.sources()))?;
        // Downloads are not repeated: what decides about the bytes is where the files are.
        link(&cargo_home(), &place.0.join("cargo")).context("cannot link to the downloads of cargo")?;
        Ok(place)
    }

    /// The clone. The blank in its name is one of the differences.
    pub fn sources(&self) -> PathBuf {
        self.0.join("deeper/second build")
    }

    /// The package of the clone.
    pub fn package(&self) -> PathBuf {
        self.sources().join("pkg")
    }

    fn home(&self) -> PathBuf {
        self.0.join("home")
    }

    /// Builds the package with the program of the clone.
    pub fn build(&self) -> Result<()> {
        let mut command = Command::new("sh");
        Toolchain::Current.set_environment(&mut command);
        command.args([
            "-c",
            "umask 077; exec \"$@\"",
            "sh",
            "cargo",
            "run",
            "--quiet",
            "--package",
            "xtask",
            "--",
            "build",
        ]);
        command.current_dir(self.sources());
        let home = home();
        // What the tools read stays: the configuration of npm, the toolchains, the tools of this project.
        command.env("NPM_CONFIG_USERCONFIG", home.join(".npmrc"));
        command.env("RUSTUP_HOME", env::var_os("RUSTUP_HOME").map_or_else(|| home.join(".rustup"), PathBuf::from));
        command.env("XDG_CACHE_HOME", paths::tools().ancestors().nth(2).unwrap_or(&home));
        command.env("HOME", self.home()).env("CARGO_HOME", self.0.join("cargo"));
        command.env("CARGO_TARGET_DIR", self.0.join("compiled"));
        command.env("TZ", "Asia/Kathmandu").env("LC_ALL", "tr_TR.UTF-8").env("USER", "somebody");
        let status = command.status().context("cannot start sh")?;
        ensure!(status.success(), "the second build ended with {status}");
        Ok(())
    }

    /// Removes the place.
    pub fn remove(&self) -> Result<()> {
        match fs::remove_dir_all(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("cannot remove {}", self.0.display()))
            }
            _ => Ok(()),
        }
    }
}

fn home() -> PathBuf {
    env::var_os("HOME").map(PathBuf::from).unwrap_or_default()
}

fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map_or_else(|| home().join(".cargo"), PathBuf::from)
}

/// Makes a folder with links to the entries of another folder.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        std::os::unix::fs::symlink(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
