//! The package in a folder.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use banspread::publish::Package;
use banspread::publish::package::{LIST, List, MESSAGES, STANDALONE};

use crate::machine::fs;

/// Reads the package in a folder: for a page with a dataset of its own, or for one with the default dataset.
pub(crate) fn read(folder: &Path, own_data: bool) -> Result<Package> {
    let list = list(folder)?;
    if let Some(name) = list.lacks(own_data) {
        return absent(folder, anyhow::anyhow!("{LIST} does not list {name}"));
    }
    // `contents` refuses links to files only: the folder itself could lead out of the package.
    let messages = folder.join(MESSAGES.trim_end_matches('/'));
    if fs::symlink_metadata(&messages).is_ok_and(|found| found.is_symlink()) {
        return absent(folder, anyhow::anyhow!("{} is a link", messages.display()));
    }
    let mut files = BTreeMap::new();
    for name in list.loaded(own_data) {
        files.insert(name.to_owned(), verified(folder, &list, name)?);
    }
    Ok(Package::of(files))
}

/// The script of a page that is one file, from the package in a folder.
pub(crate) fn standalone(folder: &Path) -> Result<String> {
    let bytes = verified(folder, &list(folder)?, STANDALONE)?;
    String::from_utf8(bytes).with_context(|| format!("{STANDALONE} is not UTF-8"))
}

/// The message file of a language. `None` for English, and for a language without a file.
pub(crate) fn words(folder: &Path, lang: &str) -> Result<Option<String>> {
    let list = list(folder)?;
    let Some(name) = list.words(lang) else { return Ok(None) };
    let bytes = verified(folder, &list, &name)?;
    String::from_utf8(bytes).map(Some).with_context(|| format!("{name} is not UTF-8"))
}

fn list(folder: &Path) -> Result<List> {
    let file = folder.join(LIST);
    let text = match contents(&file) {
        Ok(text) => text,
        Err(error) => return absent(folder, error),
    };
    List::read(&text).with_context(|| format!("cannot read {}", file.display()))
}

/// The contents of a file. Contents with another hash than the listed one are an error.
fn verified(folder: &Path, list: &List, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    if !list.has(name) {
        return absent(folder, anyhow::anyhow!("{LIST} does not list {name}"));
    }
    let bytes = match contents(&path) {
        Ok(bytes) => bytes,
        Err(error) => return absent(folder, error),
    };
    if !list.holds(name, &bytes) {
        bail!("the hash of {} is not the hash in {LIST}", path.display());
    }
    Ok(bytes)
}

/// The contents of a regular file. Other files are refused: a link can lead out of the package, and a pipe has no end.
fn contents(path: &Path) -> Result<Vec<u8>> {
    let found = fs::symlink_metadata(path).map_err(|_| anyhow::anyhow!("{} is missing", path.display()))?;
    if !found.is_file() {
        bail!("{} is not a regular file", path.display());
    }
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The error for a missing package, with how to get one.
fn absent<T>(folder: &Path, error: anyhow::Error) -> Result<T> {
    let help = "run `cargo xtask build`, or use the package of npm: --package node_modules/banspread";
    bail!("there is no package in {}: {error} ({help})", folder.display())
}
