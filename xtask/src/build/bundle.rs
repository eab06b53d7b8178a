//! The script that a page loads: the element and the engine's glue in one module.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result};

use super::Stamp;
use crate::{places, process};

/// Bundles the element with the glue, unless the bundle is up to date.
pub fn build(glue: &Path, script: &Path) -> Result<()> {
    let mut command = esbuild(glue, script);
    let stamp = Stamp::new("bundle", &process::line(&command), sources(glue)?, vec![script.to_owned()]);
    if stamp.holds() {
        return Ok(());
    }
    process::read(&mut command).context("esbuild could not bundle the element")?;
    stamp.write()
}

/// The call that makes the bundle.
fn esbuild(glue: &Path, script: &Path) -> Command {
    let mut command = Command::new(places::root().join("node_modules/.bin/esbuild"));
    command
        .current_dir(places::root())
        .arg("www/banspread.js")
        .args(["--bundle", "--format=esm", "--target=es2022", "--minify", "--charset=utf8"])
        .args(["--legal-comments=none", "--log-level=warning"])
        .arg(format!("--alias:banspread-engine={}", glue.display()))
        .arg(format!("--outfile={}", script.display()));
    command
}

/// Everything that may go into the bundle.
fn sources(glue: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![places::root().join("package-lock.json"), glue.to_owned()];
    collect(&places::root().join("www"), &mut found).context("cannot read www/")?;
    found.sort();
    Ok(found)
}

/// Adds the files of a folder and of the folders in it.
fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}
