//! The make page as a single file, which opens from a disk: everything that it needs is inside.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::make::Worker;
use super::{UpToDate, bundle, make_page};
use crate::{paths, process};

/// Makes the file, and returns its path. `pkg` is complete: the page publishes with the files of the package.
pub fn make_file(worker: &Worker, pkg: &Path) -> Result<PathBuf> {
    let folder = paths::target().join("single");
    fs::create_dir_all(&folder)?;
    let file = folder.join("make.html");
    let [page, background] = ["make.js", "worker.js"].map(|name| folder.join(name));
    make_page::script("inline", &page)?;
    worker.inline(&background)?;
    let writer = paths::root().join("xtask/src/build/make_file.mjs");
    // The writer imports the list of the files with which the page publishes.
    let package = paths::root().join("make/data/package.js");
    let mut inputs = vec![writer.clone(), package, page.clone(), background.clone()];
    inputs.extend(["make.html", "make/make.css", "integrity.json"].map(|name| pkg.join(name)));
    inputs.extend(published(pkg)?);
    bundle::collect(&pkg.join("make/messages"), &mut inputs)?;
    let up_to_date = UpToDate::new("make-file", "write", inputs, vec![file.clone()]);
    if !up_to_date.holds() {
        process::read(Command::new("node").arg(writer).args([pkg, &page, &background, &file]))?;
        up_to_date.record()?;
    }
    Ok(file)
}

/// The files of the package with which the page publishes.
fn published(pkg: &Path) -> Result<Vec<PathBuf>> {
    let list: Value = serde_json::from_str(&fs::read_to_string(pkg.join("integrity.json"))?)?;
    let names = list.as_object().context("integrity.json is no object")?.keys();
    Ok(names.filter(|name| !name.starts_with("npm/")).map(|name| pkg.join(name)).collect())
}
