//! Modules as plain scripts, for pages that forbid WebAssembly and for browsers without it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::module::{self, Built, Module};
use super::{UpToDate, binaryen, bundle};
use crate::{console, paths, setup};

/// A script that does what a module does.
pub struct Plain {
    /// The script.
    pub script: PathBuf,
    /// The script without the data for its memory. Only the table of sizes uses it.
    pub code: PathBuf,
}

/// Options of wasm-opt that replace instructions which wasm2js cannot translate.
const LOWER: [&str; 5] = [
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--emit-target-features",
    "-g",
];

/// Features that wasm-bindgen uses if the module declares them. wasm2js cannot translate them.
const MODERN: [&str; 2] = ["reference-types", "multivalue"];

/// Writes a module as a script, unless the script is up to date.
pub fn write(module: &Module, built: &Built, script: &Path) -> Result<Plain> {
    let folder = paths::target().join("plain").join(module.name);
    let written = translate(module, &built.compiled, &folder)?;
    let (whole, bare) = (folder.join("run.js"), folder.join("run-without-data.js"));
    let maker = paths::root().join("xtask/src/build/plain.mjs");
    let inputs = vec![maker.clone(), written.clone()];
    let up_to_date = UpToDate::new(&format!("{}-run", module.name), "run", inputs, vec![whole.clone(), bare.clone()]);
    if !up_to_date.holds() {
        run(Command::new("node").arg(maker).args([&written, &whole, &bare]))?;
        up_to_date.record()?;
    }
    let plain = Plain { script: script.to_owned(), code: folder.join("code.js") };
    let glue = folder.join("plain.js");
    bundle::plain(&format!("{}-plain-script", module.name), &glue, &whole, &plain.script)?;
    bundle::plain(&format!("{}-plain-code", module.name), &glue, &bare, &plain.code)?;
    Ok(plain)
}

/// Calls wasm2js and wasm-bindgen, unless their results are up to date. Returns the script. The glue is in the same
/// folder.
fn translate(module: &Module, compiled: &Path, folder: &Path) -> Result<PathBuf> {
    let (glue, written) = (folder.join("plain.js"), folder.join("written.js"));
    let recipe = format!("{:?} {} {}", binaryen::FEATURES, LOWER.join(" "), setup::locked_version("wasm-bindgen")?);
    let inputs = vec![compiled.to_owned(), paths::root().join("package-lock.json")];
    let up_to_date =
        UpToDate::new(&format!("{}-plain", module.name), &recipe, inputs, vec![glue.clone(), written.clone()]);
    if up_to_date.holds() {
        return Ok(written);
    }
    console::say(&format!("Writing the {} as plain script (usually 20 s)", module.name));
    fs::create_dir_all(folder)?;
    let lowered = folder.join("lowered.wasm");
    run(binaryen::program("wasm-opt").args(binaryen::FEATURES).args(LOWER).arg(compiled).arg("-o").arg(&lowered))?;
    let bytes = fs::read(&lowered)?;
    fs::write(&lowered, without_features(bytes))?;
    module::bind(&lowered, folder, "plain")?;
    fs::write(&glue, whole_numbers_in_halves(&fs::read_to_string(&glue)?)?)?;
    run(binaryen::program("wasm2js").arg("-Oz").arg(folder.join("plain_bg.wasm")).arg("-o").arg(&written))?;
    up_to_date.record()?;
    Ok(written)
}

fn run(command: &mut Command) -> Result<()> {
    binaryen::run(command).context("the plain script could not be written")
}

/// The module with a declaration that it does not use the modern features.
///
/// An entry of the custom section `target_features` is `+` or `-`, the length of the name, and the name.
fn without_features(mut module: Vec<u8>) -> Vec<u8> {
    for name in MODERN {
        let entry = [&[b'+', name.len() as u8], name.as_bytes()].concat();
        if let Some(start) = module.windows(entry.len()).rposition(|window| window == entry) {
            module[start] = b'-';
        }
    }
    module
}

/// The glue for 64-bit numbers in two halves. wasm2js passes them in this way.
fn whole_numbers_in_halves(glue: &str) -> Result<String> {
    let whole = "function(arg0) {\n            // Cast intrinsic for `U64 -> Externref`.\n            \
                 const ret = BigInt.asUintN(64, arg0);";
    let halves = "function(low, high) {\n            \
                  const ret = BigInt(low >>> 0) | BigInt(high >>> 0) << 32n;";
    module::replace(glue, whole, halves)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_denies_what_wasm2js_does_not_know() {
        let section = b"target_features\x02+\x0freference-types+\x08sign-ext";
        let denied = b"target_features\x02-\x0freference-types+\x08sign-ext";
        assert_eq!(without_features(section.to_vec()), denied);
    }
}
