//! Packed modules: scripts that contain a module as text, for bundlers and for pages that are one file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::UpToDate;
use crate::{paths, process};

/// Packs a module, unless its script is up to date. Returns the script.
pub fn pack(name: &str, module: &Path) -> Result<PathBuf> {
    let folder = paths::target().join("packed");
    fs::create_dir_all(&folder)?;
    let script = folder.join(format!("{name}.js"));
    let packer = paths::root().join("xtask/src/build/pack.mjs");
    let inputs = vec![module.to_owned(), packer.clone()];
    let up_to_date = UpToDate::new(&format!("{name}-packed"), "pack", inputs, vec![script.clone()]);
    if !up_to_date.holds() {
        process::read(Command::new("node").arg(packer).arg(module).arg(&script))?;
        up_to_date.record()?;
    }
    Ok(script)
}
