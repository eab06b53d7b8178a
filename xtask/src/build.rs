//! The release package: engine and checker (WASM), then element and glue (scripts), then what they weigh.

mod bundle;
mod module;
mod stamp;
pub mod weigh;

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result, bail};
use banspread::Dataset;

pub use stamp::Stamp;

use self::module::Built;
use crate::toolchain::Toolchain;
use crate::{places, setup};

/// What a page loads.
pub struct Package {
    /// The element with the engine's glue, and the engine.
    pub page: Pair,
    /// The checker's glue, and the checker: only for a dataset that was refused.
    pub checker: Pair,
}

/// A script with the module that it runs, and where the module's data came from.
pub struct Pair {
    /// The script.
    pub script: PathBuf,
    /// The module.
    pub wasm: PathBuf,
    /// The folder in which the build script left the data that the module embeds.
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
    let engine = module::ENGINE.build(toolchain)?;
    let checker = module::CHECKER.build(toolchain)?;
    fs::create_dir_all(folder())?;
    Ok(Package {
        page: pair("banspread", engine, |engine, script| bundle::element(&engine.glue, script))?,
        checker: pair("banspread-checker", checker, |checker, script| bundle::glue(&checker.glue, script))?,
    })
}

/// Lays a module and the script that `bundle` makes into the package, side by side.
fn pair(name: &str, module: Built, bundle: impl FnOnce(&Built, &Path) -> Result<()>) -> Result<Pair> {
    let script = folder().join(format!("{name}.js"));
    bundle(&module, &script)?;
    let wasm = folder().join(format!("{name}.wasm"));
    copy(&module.wasm, &wasm).with_context(|| format!("cannot write {}", wasm.display()))?;
    Ok(Pair { script, wasm, data: module.data })
}

/// The folder of the package.
fn folder() -> PathBuf {
    places::root().join("pkg")
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
