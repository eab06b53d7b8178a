//! The release package: engine and checker as WebAssembly and as plain scripts, the forms of the element, hashes and
//! sizes.

mod binaryen;
mod bundle;
mod command;
mod data;
mod hash;
mod make;
mod make_file;
mod make_page;
mod messages;
pub mod module;
mod pack;
mod plain;
pub mod size;
mod up_to_date;

use std::path::{Path, PathBuf};
use std::{fs, io, panic, thread};

use anyhow::{Context, Result, bail};
use banspread::Dataset;

pub use command::{NodeCommand, command};
pub use hash::Hashes;
pub use up_to_date::UpToDate;

use self::bundle::{BUNDLES, Made};
use self::module::Built;
use self::plain::Plain;
use crate::release::notices;
use crate::toolchain::Toolchain;
use crate::{paths, setup};

/// The files of the package.
pub struct Package {
    /// The script with the element and the glue of the engine; the module of the engine.
    pub page: Pair,
    /// The script with the glue of the checker; the module of the checker. A page loads them only for a dataset that
    /// the engine refuses.
    pub checker: Pair,
    /// The engine for pages without WebAssembly.
    pub plain: Plain,
    /// The checker for pages without WebAssembly.
    pub plain_checker: Plain,
    /// The other files.
    pub others: Vec<&'static str>,
    /// The make page as a single file. It is outside of the folder of the package: `cargo xtask release` puts it into the
    /// archive.
    pub make: PathBuf,
    /// The hash of each file, with which a page checks it.
    pub hashes: Hashes,
}

/// A script with the module that it runs.
pub struct Pair {
    /// The script.
    pub script: PathBuf,
    /// The module.
    pub wasm: PathBuf,
    /// The folder of the build script's output, with the names that the checker embeds.
    pub data: PathBuf,
}

/// The files that nearly every page loads. The scripts contain their hashes.
const LOADED: [&str; 4] = ["banspread.wasm", data::PLACES, data::DATASET, bundle::SUPPLEMENT_SCRIPT];
/// The files that few pages load, besides the messages. Their hashes are in a file, which pages load only with hashes.
const RARE: [&str; 4] =
    ["banspread-checker.js", "banspread-checker.wasm", "banspread-plain.js", "banspread-checker-plain.js"];
/// This file.
const HASHES: &str = "banspread-hashes.json";

/// The files of the page for frames that the build copies unchanged.
const COPIED: [&str; 2] = ["embed.html", "embed.css"];

/// The licenses, which npm publishes with the package.
pub const LICENSES: [&str; 3] = ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"];

/// The licenses of what the command contains: names of places of CLDR, and the font Noto Sans.
pub const OTHER_LICENSES: [&str; 2] = ["datasets/names/LICENSE-UNICODE", "src/bin/banspread/LICENSE-OFL"];

/// Makes `pkg/`. Only steps that are not up to date run.
pub fn package() -> Result<Package> {
    let toolchain = setup::wasm_toolchain()?;
    setup::node_modules()?;
    package_with(&toolchain)
}

/// Makes `pkg/` with installed tools.
fn package_with(toolchain: &Toolchain) -> Result<Package> {
    validate()?;
    // The optimiser takes each module as a whole and uses one core for it.
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
    let edition = bundle::edition(&engine.data)?;
    bundle::supplement(&folder, &edition)?;
    data::write(&engine.data, &folder, &edition)?;
    let plain = plain::write(&module::ENGINE, &engine, &folder.join("banspread-plain.js"))?;
    let plain_checker = plain::write(&module::CHECKER, &checker, &folder.join("banspread-checker-plain.js"))?;
    let made: Made = vec![
        ("banspread-packed-engine", pack::pack("engine", &engine.wasm)?),
        ("banspread-packed-checker", pack::pack("checker", &checker.wasm)?),
        ("banspread-engine", engine.glue),
        ("banspread-checker", checker.glue),
        ("banspread-places", folder.join(data::PLACES)),
        ("banspread-data", folder.join(data::DATASET)),
        ("banspread-plain", plain.script.clone()),
        ("banspread-checker-plain", plain_checker.script.clone()),
    ];
    let worker = make::make(toolchain, &folder)?;
    make_page::make_page(&folder)?;
    let messages = messages::write(&paths::root().join("www/messages"), &folder.join("messages"))?;
    let messages: Vec<String> = messages.iter().map(|name| format!("messages/{name}")).collect();
    let rare: Vec<&str> = RARE.into_iter().chain(messages.iter().map(String::as_str)).collect();
    fs::write(folder.join(HASHES), hash::of("sha256", &folder, &rare)?.json().to_string())?;
    let loaded = hash::of("sha256", &folder, &[&LOADED[..], &[HASHES]].concat())?;
    let mut others = vec![data::PLACES, data::DATASET, bundle::SUPPLEMENT_SCRIPT];
    for bundle in BUNDLES {
        bundle.make(&folder, &made, &loaded, &edition)?;
        others.extend(bundle.scripts.iter().filter(|script| **script != "banspread.js"));
    }
    for name in COPIED {
        copy(&paths::root().join("www").join(name), &folder.join(name))?;
        others.push(name);
    }
    licenses(&LICENSES, &folder)?;
    fs::write(folder.join(notices::NAME), notices::of_package()?)?;
    let mut all = [&["banspread.js", HASHES], &LOADED[..], &rare, &others].concat();
    all.sort_unstable();
    // The supplement and the data are also among the other files.
    all.dedup();
    // The scripts are hashed last: they contain the hashes of the files that they load.
    let hashes = hash::of("sha384", &folder, &all)?;
    hashes.write(&folder.join("integrity.json"))?;
    let make = make_file::make_file(&worker, &folder)?;
    Ok(Package { page, checker: checked, plain, plain_checker, others, make, hashes })
}

impl Package {
    /// Prints the size of each file, and the hashes that are also in `integrity.json`.
    pub fn print(&self, command: &NodeCommand) -> Result<()> {
        print!("{}{}", self.sizes()?.table(), command.line()?);
        println!();
        self.hashes.print();
        Ok(())
    }
}

/// The name of a license in packages and archives.
pub fn license_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Copies licenses from the repository into a folder.
pub fn licenses(paths: &[&str], folder: &Path) -> Result<()> {
    for path in paths {
        let to = folder.join(license_name(path));
        copy(&paths::root().join(path), &to).with_context(|| format!("cannot write {}", to.display()))?;
    }
    Ok(())
}

/// Copies a module into the package, beside the place of its script.
fn pair(name: &str, module: &Built) -> Result<Pair> {
    let script = folder().join(format!("{name}.js"));
    let wasm = folder().join(format!("{name}.wasm"));
    copy(&module.wasm, &wasm).with_context(|| format!("cannot write {}", wasm.display()))?;
    Ok(Pair { script, wasm, data: module.data.clone() })
}

/// The folder of the package.
pub fn folder() -> PathBuf {
    paths::root().join("pkg")
}

/// Checks the default dataset before the build packs it. On a page nobody would read its findings.
fn validate() -> Result<()> {
    let file = paths::root().join("datasets/huawei.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    if let Err(invalid) = Dataset::from_text(&text) {
        bail!("{} is not valid:\n{invalid}", file.display());
    }
    Ok(())
}

/// Copies a file unless the same copy exists.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let bytes = fs::read(from)?;
    if fs::read(to).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    fs::write(to, bytes)
}
