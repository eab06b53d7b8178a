//! Modules as plain scripts, for pages that forbid WebAssembly and browsers that lack it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::module::{self, Built, Module};
use super::{Stamp, bundle, weigh};
use crate::{places, process};

/// A script that does what a module does.
pub struct Plain {
    /// The script.
    pub script: PathBuf,
    /// The script without the data that it embeds, for weighing.
    pub code: PathBuf,
}

/// What wasm2js does not know is turned into what it knows.
const LOWER: [&str; 12] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--emit-target-features",
    "-g",
];

/// What wasm-bindgen would use where the module says that it may.
const MODERN: [&str; 2] = ["reference-types", "multivalue"];

/// Writes a module as a script unless that is up to date.
pub fn write(module: &Module, built: &Built, script: &Path) -> Result<Plain> {
    let folder = places::target().join("plain").join(module.name);
    let code = folder.join("code.js");
    let stand_in = places::root().join("www/plain/stand-in.js");
    let statics = places::root().join("www/plain/statics.js");
    let start = places::root().join("www/plain/start.js");
    let maker = places::root().join("xtask/src/build/plain.mjs");
    let lock = places::root().join("package-lock.json");
    let inputs = vec![built.compiled.clone(), stand_in.clone(), start.clone(), statics.clone(), maker.clone(), lock];
    let outputs = vec![script.to_owned(), code.clone()];
    let stamp = Stamp::new(&format!("{}-plain", module.name), &LOWER.join(" "), inputs, outputs);
    let plain = Plain { script: script.to_owned(), code };
    if stamp.holds() {
        return Ok(plain);
    }
    println!("Writing the {} as plain script (usually 20 s)", module.name);
    fs::create_dir_all(&folder)?;
    let lowered = folder.join("lowered.wasm");
    run(binaryen("wasm-opt").args(LOWER).arg(&built.compiled).arg("-o").arg(&lowered))?;
    let bytes = fs::read(&lowered)?;
    fs::write(&lowered, without_features(bytes))?;
    module::bind(&lowered, &folder, "plain")?;
    let glue = folder.join("plain.js");
    fs::write(&glue, whole_numbers_in_halves(&fs::read_to_string(&glue)?)?)?;
    let written = folder.join("written.js");
    run(binaryen("wasm2js").arg("-Oz").arg(folder.join("plain_bg.wasm")).arg("-o").arg(&written))?;
    let (whole, bare) = (folder.join("run.js"), folder.join("run-without-data.js"));
    let mut node = Command::new("node");
    node.arg(maker).args([&written, &whole, &bare]).args(weigh::data_files(&built.data));
    run(&mut node)?;
    for (run_script, out) in [(&whole, &plain.script), (&bare, &plain.code)] {
        let mut esbuild = bundle::esbuild();
        esbuild.args(["--format=esm", "--charset=utf8", "--define:WebAssembly=standIn"]);
        esbuild.arg(format!("--inject:{}", stand_in.display())).arg(&start);
        esbuild.arg(format!("--alias:banspread-run={}", run_script.display()));
        esbuild.arg(format!("--alias:banspread-glue={}", glue.display()));
        esbuild.arg(format!("--alias:__wbindgen_externref_xform__={}", statics.display()));
        run(esbuild.arg(format!("--outfile={}", out.display())))?;
    }
    stamp.write()?;
    Ok(plain)
}

/// A program of the npm package `binaryen`.
fn binaryen(program: &str) -> Command {
    Command::new(places::root().join("node_modules/.bin").join(program))
}

fn run(command: &mut Command) -> Result<()> {
    process::read(command).context("the plain script could not be written").map(drop)
}

/// The module as one that says of itself that it may not use the modern features.
///
/// In the custom section `target_features` each name follows its length, and that follows `+` or `-`.
fn without_features(mut module: Vec<u8>) -> Vec<u8> {
    for name in MODERN {
        let entry = [&[b'+', name.len() as u8], name.as_bytes()].concat();
        if let Some(start) = module.windows(entry.len()).rposition(|window| window == entry) {
            module[start] = b'-';
        }
    }
    module
}

/// The glue for a module whose 64-bit numbers come in two halves, as wasm2js hands them out.
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
