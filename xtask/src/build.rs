//! The release package: engine (WASM), then element (script), then what they weigh.

mod bundle;
mod engine;
mod stamp;
pub mod weigh;

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result, bail};
use banspread::Dataset;

pub use stamp::Stamp;

use crate::toolchain::Toolchain;
use crate::{places, setup};

/// The two files that a page loads, and where their data came from.
pub struct Package {
    /// The element with the engine's glue.
    pub script: PathBuf,
    /// The engine.
    pub wasm: PathBuf,
    /// The folder in which the build script left the data that the engine embeds.
    pub data: PathBuf,
}

/// Makes `pkg/`, doing only what is not up to date.
pub fn package() -> Result<Package> {
    let toolchain = setup::wasm_toolchain()?;
    setup::node_modules()?;
    package_with(&toolchain)
}

/// Makes `pkg/` with tools that are there.
fn package_with(toolchain: &Toolchain) -> Result<Package> {
    validate()?;
    let engine = engine::build(toolchain)?;
    let folder = places::root().join("pkg");
    fs::create_dir_all(&folder)?;
    let script = folder.join("banspread.js");
    bundle::build(&engine.glue, &script)?;
    let wasm = folder.join("banspread.wasm");
    copy(&engine.wasm, &wasm).with_context(|| format!("cannot write {}", wasm.display()))?;
    Ok(Package { script, wasm, data: engine.data })
}

/// Checks the default dataset before it is embedded: a page has no one to read its findings.
fn validate() -> Result<()> {
    let file = places::root().join("datasets/huawei.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    if let Err(invalid) = Dataset::from_text(&text) {
        bail!("{} is not valid:\n{invalid}", file.display());
    }
    Ok(())
}

/// Copies a file unless the copy is there.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let bytes = fs::read(from)?;
    if fs::read(to).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    fs::write(to, bytes)
}
