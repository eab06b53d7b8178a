//! The npm packages that build and test.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::Stamp;
use crate::{places, process};

/// Installs the tools of the repository unless they are there already.
pub fn node_modules() -> Result<()> {
    install("npm", &["ci"], places::root(), "binaryen, esbuild and selenium-webdriver", "20 s")
}

/// Installs what the small apps of publishers are made with unless it is there already.
pub fn apps() -> Result<()> {
    // `npm ci` wants the lock to hold builds for every machine, of which a registry may lack the newest.
    let words = ["install", "--no-save"];
    install("npm-apps", &words, &places::root().join("tests/apps"), "bundlers and frameworks", "1 min")
}

/// Installs the packages of a folder's `package-lock.json`; `time` tells the reader how long that usually takes.
fn install(stamp: &str, words: &[&str], folder: &Path, what: &str, time: &str) -> Result<()> {
    if process::find("npm").is_none() {
        bail!("npm is not on PATH: please install Node.js 20 or later");
    }
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules/.package-lock.json");
    let stamp = Stamp::new(stamp, &words.join(" "), vec![lock], vec![installed]);
    if stamp.holds() {
        return Ok(());
    }
    println!("Installing {what} with npm (usually {time})");
    let mut command = Command::new("npm");
    command.args(words).args(["--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    process::read(&mut command).context("npm could not install the packages of package-lock.json")?;
    stamp.write()
}
