//! The release package: engine and checker as WebAssembly and as plain script, the element in its forms, hashes and
//! sizes.

mod bundle;
mod hash;
mod messages;
mod module;
mod pack;
mod plain;
pub mod size;
mod up_to_date;

use std::path::{Path, PathBuf};
use std::{fs, io, panic, thread};

use anyhow::{Context, Result, bail};
use banspread::Dataset;

pub use hash::Hashes;
pub use up_to_date::UpToDate;

use self::bundle::{BUNDLES, Made};
use self::module::Built;
use self::plain::Plain;
use crate::toolchain::Toolchain;
use crate::{paths, setup};

/// What a page loads.
pub struct Package {
    /// The element with the engine's glue, and the engine.
    pub page: Pair,
    /// The checker's glue, and the checker: only for a dataset that was refused.
    pub checker: Pair,
    /// The engine for pages without WebAssembly.
    pub plain: Plain,
    /// The checker for pages without WebAssembly.
    pub plain_checker: Plain,
    /// What else is in the package.
    pub others: Vec<&'static str>,
    /// How pages can tell each file of the package from another.
    pub hashes: Hashes,
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

/// What scripts load when they need it, and know the hashes of.
const LOADED: [&str; 5] = [
    "banspread.wasm",
    "banspread-checker.js",
    "banspread-checker.wasm",
    "banspread-plain.js",
    "banspread-checker-plain.js",
];

/// The files of the page for frames that are used as they are.
const COPIED: [&str; 2] = ["embed.html", "embed.css"];

/// What npm publishes with the package.
const LICENSES: [&str; 3] = ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"];

/// Makes `pkg/`, doing only what is not up to date.
pub fn package() -> Result<Package> {
    let toolchain = setup::wasm_toolchain()?;
    setup::node_modules()?;
    package_with(&toolchain)
}

/// Makes `pkg/` with tools that are there.
fn package_with(toolchain: &Toolchain) -> Result<Package> {
    validate()?;
    // Each is optimised as a whole, which uses one core.
    let (engine, checker) = thread::scope(|scope| {
        let checker = scope.spawn(|| module::CHECKER.build(toolchain));
        let engine = module::ENGINE.build(toolchain);
        (engine, checker.join().unwrap_or_else(|panic| panic::resume_unwind(panic)))
    });
    let (engine, checker) = (engine?, checker?);
    let folder = folder();
    fs::create_dir_all(folder.join("npm"))?;
    let page = pair("banspread", &engine)?;
    let checked = pair("banspread-checker", &checker)?;
    bundle::glue(&checker.glue, &checked.script)?;
    let plain = plain::write(&module::ENGINE, &engine, &folder.join("banspread-plain.js"))?;
    let plain_checker = plain::write(&module::CHECKER, &checker, &folder.join("banspread-checker-plain.js"))?;
    let made: Made = vec![
        ("banspread-packed-engine", pack::pack("engine", &engine.wasm)?),
        ("banspread-packed-checker", pack::pack("checker", &checker.wasm)?),
        ("banspread-engine", engine.glue),
        ("banspread-checker", checker.glue),
        ("banspread-plain", plain.script.clone()),
        ("banspread-checker-plain", plain_checker.script.clone()),
    ];
    let messages = messages::write(&paths::root().join("www/messages"), &folder.join("messages"))?;
    let messages: Vec<String> = messages.iter().map(|name| format!("messages/{name}")).collect();
    let later: Vec<&str> = LOADED.into_iter().chain(messages.iter().map(String::as_str)).collect();
    let loaded = hash::of("sha256", &folder, &later)?;
    let mut others = Vec::new();
    for bundle in BUNDLES {
        bundle.make(&folder, &made, &loaded)?;
        others.extend(bundle.scripts.iter().filter(|script| **script != "banspread.js"));
    }
    for name in COPIED {
        copy(&paths::root().join("www").join(name), &folder.join(name))?;
        others.push(name);
    }
    for name in LICENSES {
        copy(&paths::root().join(name), &folder.join(name))?;
    }
    let mut all = [&["banspread.js"], &later[..], &others].concat();
    all.sort_unstable();
    let hashes = hash::of("sha384", &folder, &all)?;
    hashes.write(&folder.join("integrity.json"))?;
    Ok(Package { page, checker: checked, plain, plain_checker, others, hashes })
}

impl Package {
    /// Prints the size of each file, and the hashes that are also in `integrity.json`.
    pub fn print(&self) -> Result<()> {
        print!("{}", self.sizes()?.table());
        println!();
        self.hashes.print();
        Ok(())
    }
}

/// Lays a module into the package, beside where its script belongs.
fn pair(name: &str, module: &Built) -> Result<Pair> {
    let script = folder().join(format!("{name}.js"));
    let wasm = folder().join(format!("{name}.wasm"));
    copy(&module.wasm, &wasm).with_context(|| format!("cannot write {}", wasm.display()))?;
    Ok(Pair { script, wasm, data: module.data.clone() })
}

/// The folder of the package.
fn folder() -> PathBuf {
    paths::root().join("pkg")
}

/// Checks the default dataset before it is embedded: a page has no one to read its findings.
fn validate() -> Result<()> {
    let file = paths::root().join("datasets/huawei.json");
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
