//! The scripts that a page loads: the element with the engine's glue in one module, the checker's glue in another.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result};

use super::Stamp;
use crate::{places, process};

/// Bundles the element with the engine's glue, unless the bundle is up to date.
pub fn element(glue: &Path, script: &Path) -> Result<()> {
    let mut command = esbuild(Path::new("www/banspread.js"), script);
    command.arg(format!("--alias:banspread-engine={}", glue.display()));
    bundle("bundle", command, sources(glue)?, script)
}

/// Bundles the checker's glue, unless the bundle is up to date.
pub fn glue(glue: &Path, script: &Path) -> Result<()> {
    bundle("checker-bundle", esbuild(glue, script), vec![lock(), glue.to_owned()], script)
}

/// Calls esbuild, unless what it would make is there.
fn bundle(name: &str, mut esbuild: Command, sources: Vec<PathBuf>, script: &Path) -> Result<()> {
    let stamp = Stamp::new(name, &process::line(&esbuild), sources, vec![script.to_owned()]);
    if stamp.holds() {
        return Ok(());
    }
    process::read(&mut esbuild).with_context(|| format!("esbuild could not bundle {}", script.display()))?;
    stamp.write()
}

/// The call that makes a bundle.
fn esbuild(entry: &Path, script: &Path) -> Command {
    let mut command = Command::new(places::root().join("node_modules/.bin/esbuild"));
    command
        .current_dir(places::root())
        .arg(entry)
        .args(["--bundle", "--format=esm", "--target=es2022", "--minify", "--charset=utf8"])
        .args(["--legal-comments=none", "--log-level=warning"])
        // The shell hands the glue a compiled module: its own ways to fetch one, with their warnings, would be 240 bytes
        // of a page for nothing.
        .args(["--drop:console", "--define:Response=undefined", "--define:Request=undefined"])
        .arg(format!("--outfile={}", script.display()));
    command
}

/// The file that holds esbuild's version.
fn lock() -> PathBuf {
    places::root().join("package-lock.json")
}

/// Everything that may go into the element's bundle.
fn sources(glue: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![lock(), glue.to_owned()];
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
