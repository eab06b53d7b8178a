//! The npm packages that build and test.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::Stamp;
use crate::{places, process};

/// Installs the packages of `package-lock.json` unless they are there already.
pub fn node_modules() -> Result<()> {
    if process::find("npm").is_none() {
        bail!("npm is not on PATH: please install Node.js 20 or later");
    }
    let lock = places::root().join("package-lock.json");
    let installed = places::root().join("node_modules/.package-lock.json");
    let stamp = Stamp::new("npm", "ci", vec![lock], vec![installed]);
    if stamp.holds() {
        return Ok(());
    }
    println!("Installing binaryen, esbuild and selenium-webdriver with npm (usually 20 s)");
    let mut command = Command::new("npm");
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(places::root());
    process::read(&mut command).context("npm could not install the packages of package-lock.json")?;
    stamp.write()
}
