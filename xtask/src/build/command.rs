//! The command as a module for Node.js. The npm package contains it; no page loads it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use super::{OTHER_LICENSES, UpToDate, folder, licenses, module};
use crate::toolchain::{Toolchain, WASM};
use crate::{console, paths, process, setup};

/// The name of script and module, without their endings.
const STEM: &str = "banspread";

/// The files of the command in the package.
pub struct NodeCommand {
    /// The script that Node.js runs.
    pub script: PathBuf,
    /// The module.
    pub wasm: PathBuf,
}

/// Makes `pkg/command/`. Only steps that are not up to date run.
pub fn command() -> Result<NodeCommand> {
    let compiled = compile(&setup::wasm_toolchain()?)?;
    let folder = folder().join("command");
    let (script, wasm) = (folder.join(format!("{STEM}.js")), folder.join(format!("{STEM}_bg.wasm")));
    let recipe = format!("{} for Node.js", setup::locked_version("wasm-bindgen")?);
    let up_to_date = UpToDate::new("command", &recipe, vec![compiled.clone()], vec![script.clone(), wasm.clone()]);
    if !up_to_date.holds() {
        let mut bindgen = Bindgen::new();
        bindgen.nodejs_module(true)?.input_path(&compiled).out_name(STEM);
        bindgen.typescript(false).remove_name_section(true).remove_producers_section(true);
        bindgen.generate(&folder).context("wasm-bindgen could not read the module of the command")?;
        // npm starts the script as a program.
        let glue = fs::read_to_string(&script)?;
        fs::write(&script, format!("#!/usr/bin/env node\n{glue}"))?;
        up_to_date.record()?;
    }
    licenses(&OTHER_LICENSES, &folder)?;
    Ok(NodeCommand { script, wasm })
}

/// Compiles the command. Cargo knows what is up to date.
fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    console::say("Compiling the command for Node.js (usually 2 min, or 1 s when nothing changed)");
    let mut command = toolchain.cargo();
    command
        .args([
            "build",
            "--profile",
            module::PROFILE,
            "--package",
            "banspread-node",
            "--features",
            "module",
            "--target",
            WASM,
        ])
        .args(["--quiet", "--message-format", "json-render-diagnostics"])
        // The library of the command is another one than that of the engine, but its files have the same names.
        .arg("--target-dir")
        .arg(paths::target().join("command"))
        .env(module::ENCODED_FLAGS, module::encoded(&module::portable_paths(toolchain)));
    let messages = process::read(&mut command).context("the command for Node.js does not compile")?;
    messages.lines().find_map(module_of).context("cargo built no module of the command")
}

/// The module in a message of cargo.
fn module_of(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["kind"][0] != "bin" {
        return None;
    }
    let files = message["filenames"].as_array()?.iter().filter_map(Value::as_str);
    files.into_iter().find(|file| file.ends_with(".wasm")).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_of_the_program_is_found_and_not_that_of_the_library() {
        let message = |kind: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","target":{{"kind":["{kind}"]}},"filenames":["/t/banspread.wasm"]}}"#
            )
        };
        assert_eq!(module_of(&message("bin")), Some("/t/banspread.wasm".into()));
        assert_eq!(module_of(&message("cdylib")), None);
        assert_eq!(module_of("not a message"), None);
    }
}
