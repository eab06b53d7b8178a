//! The npm packages for the build and the tests.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::node::node;
use crate::build::UpToDate;
use crate::{console, paths, process};

/// The arguments of npm: it installs exactly the versions of the lock file, and runs no script of a package.
const WORDS: [&str; 4] = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];

/// Installs the tools of the repository, unless they are installed.
pub fn node_modules() -> Result<()> {
    install("npm", paths::root(), "binaryen, esbuild and selenium-webdriver", "20 s")
}

/// Installs the packages for the small apps in `tests/apps`, unless they are installed.
pub fn apps() -> Result<()> {
    install("npm-apps", &paths::root().join("tests/apps"), "bundlers and frameworks", "1 min")
}

/// Installs the packages of the benchmark in `benches/browser`, unless they are installed.
pub fn benchmark() -> Result<()> {
    install("npm-bench", &paths::root().join("benches/browser"), "D3, ECharts and playwright-core", "20 s")
}

/// Installs the packages of `package-lock.json` in a folder. `time` is the usual time, for the message.
fn install(name: &str, folder: &Path, what: &str, time: &str) -> Result<()> {
    node()?;
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules/.package-lock.json");
    let up_to_date = UpToDate::new(name, &WORDS.join(" "), vec![lock], vec![installed]);
    if up_to_date.holds() {
        return Ok(());
    }
    console::say(&format!("Installing {what} with npm (usually {time})"));
    let mut command = Command::new("npm");
    command.args(WORDS).current_dir(folder);
    process::read(&mut command).context("npm could not install the packages of package-lock.json")?;
    up_to_date.record()
}
