//! The modules and the worker of the make page; `make_page` makes the page itself. No figure loads any of them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::module::{self, Module};
use super::{bundle, copy};
use crate::paths;
use crate::toolchain::Toolchain;

/// The modules of the page.
const MODULES: [&Module; 3] = [&module::IMPORTER, &module::WORKBOOKS, &module::PUBLISHER];

/// The script of the worker.
const WORKER: &str = "worker.js";

/// The modules and scripts in the package: those of this file, and the script of the page.
pub const FILES: [&str; 5] =
    ["make/importer.wasm", "make/workbooks.wasm", "make/publisher.wasm", "make/worker.js", "make/make.js"];

/// Makes `pkg/make/`. Only steps that are not up to date run.
pub fn make(toolchain: &Toolchain, pkg: &Path) -> Result<()> {
    let folder = pkg.join("make");
    fs::create_dir_all(&folder)?;
    let mut glue = Vec::new();
    for module in MODULES {
        let built = module.build(toolchain)?;
        let name = format!("{}.wasm", module.name);
        copy(&built.wasm, &folder.join(&name)).with_context(|| format!("cannot write {name}"))?;
        glue.push((format!("banspread-{}", module.name), built.glue));
    }
    worker(&glue, &folder.join(WORKER))
}

/// Bundles the worker. It is a classic script, which all browsers can start.
fn worker(glue: &[(String, PathBuf)], script: &Path) -> Result<()> {
    let mut command = bundle::esbuild();
    command.args(["--format=iife", "--define:import.meta.url=self.location.href"]);
    command.arg(source().join("worker").join(WORKER)).arg(format!("--outfile={}", script.display()));
    let modules = source().join("worker/modules/external.js");
    command.arg(format!("--alias:banspread-make-modules={}", modules.display()));
    let mut sources: Vec<PathBuf> = glue.iter().map(|(_, file)| file.clone()).collect();
    for (name, file) in glue {
        command.arg(format!("--alias:{name}={}", file.display()));
    }
    bundle::collect(&source(), &mut sources).context("cannot read make/")?;
    bundle::bundle("make-worker", command, sources, vec![script.to_owned()], |text| text)
}

/// The folder of the page's sources.
fn source() -> PathBuf {
    paths::root().join("make")
}
