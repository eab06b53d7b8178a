//! The make page: its modules, its worker, its script and its page. No figure loads any of them.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result};

use super::module::{self, Module};
use super::{bundle, copy};
use crate::paths;
use crate::toolchain::Toolchain;

/// The modules of the page.
const MODULES: [&Module; 3] = [&module::IMPORTER, &module::WORKBOOKS, &module::PUBLISHER];

/// The script of the worker.
const WORKER: &str = "worker.js";

/// Makes `pkg/make/` and returns the names of its modules and scripts. Only steps that are not up to date run.
pub fn make(toolchain: &Toolchain, pkg: &Path) -> Result<Vec<String>> {
    let folder = pkg.join("make");
    fs::create_dir_all(&folder)?;
    let (mut files, mut glue) = (Vec::new(), Vec::new());
    for module in MODULES {
        let built = module.build(toolchain)?;
        let name = format!("{}.wasm", module.name);
        copy(&built.wasm, &folder.join(&name)).with_context(|| format!("cannot write {name}"))?;
        glue.push((format!("banspread-{}", module.name), built.glue));
        files.push(name);
    }
    worker(&glue, "external", &folder.join(WORKER))?;
    files.push(WORKER.to_owned());
    Ok(files)
}

/// Bundles the worker. A classic script can also be started from its text.
fn worker(glue: &[(String, PathBuf)], modules: &str, script: &Path) -> Result<()> {
    let mut command = bundle::esbuild();
    command.args(["--format=iife", "--define:import.meta.url=self.location.href"]);
    command.arg(source().join("worker").join(WORKER)).arg(format!("--outfile={}", script.display()));
    let place = source().join("worker/modules").join(format!("{modules}.js"));
    command.arg(format!("--alias:banspread-make-modules={}", place.display()));
    let mut sources = Vec::new();
    for (name, file) in glue {
        command.arg(format!("--alias:{name}={}", file.display()));
        sources.push(file.clone());
    }
    collect(&mut sources).context("cannot read make/")?;
    bundle::bundle(&format!("make-worker-{modules}"), command, sources, vec![script.to_owned()], |text| text)
}

/// The folder of the page's sources.
fn source() -> PathBuf {
    paths::root().join("make")
}

fn collect(sources: &mut Vec<PathBuf>) -> io::Result<()> {
    bundle::collect(&source(), sources)
}
