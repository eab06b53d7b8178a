//! The modules and the worker of the make page; `make_page` makes the page itself. No figure loads any of them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::module::{self, Module};
use super::{bundle, copy, hash, pack};
use crate::paths;
use crate::toolchain::Toolchain;

/// The modules of the page.
const MODULES: [&Module; 3] = [&module::IMPORTER, &module::WORKBOOKS, &module::PUBLISHER];

/// The script of the worker.
const WORKER: &str = "worker.js";

/// The list of all names of places, which the worker hands over to the importer.
const NAMES: &str = "names.txt";

/// The modules, their data and the scripts in the package: those of this file, and the script of the page.
pub const FILES: [&str; 6] = [
    "make/importer.wasm",
    "make/names.txt",
    "make/workbooks.wasm",
    "make/publisher.wasm",
    "make/worker.js",
    "make/make.js",
];

/// The modules of the page with the scripts that wasm-bindgen generates, which the worker contains.
pub struct Worker {
    /// The names that the worker imports, and their files.
    glue: Vec<(String, PathBuf)>,
    /// Scripts that contain the modules, for a worker that loads nothing.
    packed: Vec<(String, PathBuf)>,
    /// The hash of the list of names.
    hash: Value,
}

/// Makes the modules and the worker in `pkg/make/`. Only steps that are not up to date run.
pub fn make(toolchain: &Toolchain, pkg: &Path) -> Result<Worker> {
    let folder = pkg.join("make");
    fs::create_dir_all(&folder)?;
    let (mut glue, mut packed, mut names) = (Vec::new(), Vec::new(), None);
    for module in MODULES {
        let built = module.build(toolchain)?;
        if module.name == module::IMPORTER.name {
            names = Some(built.data.join("all-names.txt"));
        }
        let name = format!("{}.wasm", module.name);
        copy(&built.wasm, &folder.join(&name)).with_context(|| format!("cannot write {name}"))?;
        packed.push((format!("banspread-packed-{}", module.name), pack::pack(module.name, &built.wasm)?));
        glue.push((format!("banspread-{}", module.name), built.glue));
    }
    let names = names.context("the importer has no list of names")?;
    copy(&names, &folder.join(NAMES)).with_context(|| format!("cannot write {NAMES}"))?;
    packed.push(("banspread-packed-names".to_owned(), pack::pack("names", &names)?));
    let hash = hash::of("sha256", &folder, &[NAMES])?.json().get_mut(NAMES).map(Value::take);
    let hash = hash.with_context(|| format!("{NAMES} has no hash"))?;
    let worker = Worker { glue, packed, hash };
    worker.external(&folder.join(WORKER))?;
    Ok(worker)
}

impl Worker {
    /// Bundles the script, which loads the modules beside it.
    fn external(&self, script: &Path) -> Result<()> {
        self.bundle("external", &self.glue, script)
    }

    /// Bundles the script with the modules inside.
    pub fn inline(&self, script: &Path) -> Result<()> {
        let parts: Vec<_> = self.glue.iter().chain(&self.packed).cloned().collect();
        self.bundle("inline", &parts, script)
    }

    /// The script is a classic one, which all browsers can start.
    fn bundle(&self, form: &str, parts: &[(String, PathBuf)], script: &Path) -> Result<()> {
        let mut command = bundle::esbuild();
        command.args(["--format=iife", "--define:import.meta.url=self.location.href"]);
        command.arg(source().join("worker").join(WORKER)).arg(format!("--outfile={}", script.display()));
        // The worker takes only the list of its own build.
        command.arg(format!("--define:BANSPREAD_NAMES_HASH={}", self.hash));
        let modules = source().join(format!("worker/modules/{form}.js"));
        command.arg(format!("--alias:banspread-make-modules={}", modules.display()));
        let mut sources: Vec<PathBuf> = parts.iter().map(|(_, file)| file.clone()).collect();
        for (name, file) in parts {
            command.arg(format!("--alias:{name}={}", file.display()));
        }
        bundle::collect(&source(), &mut sources).context("cannot read make/")?;
        bundle::collect(&bundle::www(), &mut sources).context("cannot read www/")?;
        bundle::bundle(&format!("make-worker-{form}"), command, sources, vec![script.to_owned()], |text| text)
    }
}

/// The folder of the page's sources.
fn source() -> PathBuf {
    paths::root().join("make")
}
