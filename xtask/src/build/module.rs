//! Modules: packages of this workspace compiled for browsers, each with the glue that a script calls it through.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::{env, fs, mem};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use super::UpToDate;
use crate::toolchain::{Toolchain, WASM};
use crate::{console, paths, process, setup};

/// A package that becomes a module.
pub struct Module {
    /// What it is called in messages and notes.
    pub name: &'static str,
    /// Its name in Cargo.toml.
    package: &'static str,
    /// The name of its library, and what the names of its files begin with.
    library: &'static str,
    /// The folder for what cargo compiles, inside of cargo's own.
    folder: &'static str,
}

/// The core, which every page loads.
pub const ENGINE: Module = Module { name: "engine", package: "banspread", library: "banspread", folder: "" };

/// What a page loads for a dataset that the engine has refused.
///
/// The library is another one with the checker's feature, but its files have the same names: in one folder each would
/// be compiled anew after the other.
pub const CHECKER: Module =
    Module { name: "checker", package: "banspread-checker", library: "banspread_checker", folder: "checker" };

/// A module that is built.
pub struct Built {
    /// The script that loads the module and calls it.
    pub glue: PathBuf,
    /// The module.
    pub wasm: PathBuf,
    /// The module before it had glue.
    pub compiled: PathBuf,
    /// The folder that the library's build script wrote to.
    pub data: PathBuf,
}

/// What cargo leaves.
struct Compiled {
    module: PathBuf,
    data: PathBuf,
}

impl Module {
    /// Builds the module, doing only what is not up to date.
    pub fn build(&self, toolchain: &Toolchain) -> Result<Built> {
        let compiled = self.compile(toolchain)?;
        let folder = paths::target().join("glue").join(self.name);
        let stem = format!("banspread_{}", self.name);
        let glue = folder.join(format!("{stem}.js"));
        let wasm = folder.join(format!("{stem}_bg.wasm"));
        let recipe = format!("{} with short names and a mark", setup::locked_version("wasm-bindgen")?);
        let up_to_date =
            UpToDate::new(self.name, &recipe, vec![compiled.module.clone()], vec![glue.clone(), wasm.clone()]);
        if !up_to_date.holds() {
            bind(&compiled.module, &folder, &stem)?;
            up_to_date.record()?;
        }
        Ok(Built { glue, wasm, compiled: compiled.module, data: compiled.data })
    }

    /// Compiles the package; cargo itself knows what is up to date.
    fn compile(&self, toolchain: &Toolchain) -> Result<Compiled> {
        console::say(&format!("Compiling the {} (usually 1 min, or 1 s when nothing changed)", self.name));
        let mut command = toolchain.cargo();
        command
            .args(["rustc", "--release", "--package", self.package, "--lib", "--target", WASM])
            // The command is only native.
            .arg("--no-default-features")
            // Asked for alone, the cdylib is optimised at link time; beside the rlib of Cargo.toml it would not be.
            .args(["--crate-type", "cdylib"])
            .args(["--quiet", "--message-format", "json-render-diagnostics"])
            .arg("--target-dir")
            .arg(paths::target().join(self.folder))
            .env("RUSTFLAGS", flags(toolchain));
        if let Toolchain::Sources { .. } = toolchain {
            // What the profile says of size then holds for the library, too. Cargo calls this unstable.
            command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
            command.env("RUSTC_BOOTSTRAP", "1");
        }
        let output = command
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("cannot start {}", process::line(&command)))?;
        if !output.status.success() {
            bail!("the {} does not compile", self.name);
        }
        self.read_messages(&String::from_utf8_lossy(&output.stdout))
    }

    /// Finds the module and the build script's folder among cargo's messages.
    fn read_messages(&self, messages: &str) -> Result<Compiled> {
        let messages: Vec<Value> = messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let module = messages
            .iter()
            .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == self.library)
            .filter_map(|message| message["filenames"].as_array())
            .flatten()
            .filter_map(Value::as_str)
            .find(|file| file.ends_with(".wasm"))
            .context("cargo built no module")?;
        let data = messages
            .iter()
            .filter(|message| message["reason"] == "build-script-executed")
            .filter(|message| message["package_id"].as_str().is_some_and(is_root_package))
            .find_map(|message| message["out_dir"].as_str())
            .unwrap_or_default();
        Ok(Compiled { module: module.into(), data: data.into() })
    }
}

fn flags(toolchain: &Toolchain) -> String {
    let mut flags = portable_paths(toolchain);
    if let Toolchain::Sources { .. } = toolchain {
        // A panic ends the module without a message, so nothing reads where in the sources it was. Unstable, too.
        flags.push_str(" -Zlocation-detail=none");
    }
    flags
}

/// Flags that keep the folders of this machine out of the module, so that every machine builds the same bytes.
fn portable_paths(toolchain: &Toolchain) -> String {
    let mut flags = env::var("RUSTFLAGS").unwrap_or_default();
    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let mut folders = vec![cargo.join("registry/src"), paths::root().to_owned()];
    if let Toolchain::Sources { library } = toolchain {
        folders.push(library.clone());
    }
    for folder in folders {
        // Cargo splits the variable at blanks.
        if !folder.to_string_lossy().contains(' ') {
            flags.push_str(&format!(" --remap-path-prefix={}=", folder.display()));
        }
    }
    flags.trim().to_owned()
}

/// Whether cargo's name of a package means the one at the root of the repository.
fn is_root_package(id: &str) -> bool {
    let Some(path) = id.strip_prefix("path+file://") else {
        return false;
    };
    let folder = path.split('#').next().unwrap_or_default();
    Path::new(folder) == paths::root()
}

/// Writes glue and module for a page to load.
///
/// wasm-bindgen's own names of imports end in hashes, which tell them apart while it links; they would cost every page
/// 1 KB. One short name with a hash is enough to keep a module from being linked with the glue of another build.
pub fn bind(module: &Path, folder: &Path, stem: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.input_path(module).out_name(stem);
    bindgen.typescript(true).remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen.generate_output().context("wasm-bindgen could not read the module")?;
    let mark = mark(output.js());
    let mut names = Vec::new();
    let ours = format!("./{stem}_bg.js");
    let imports = output.wasm_mut().imports.iter_mut();
    for (n, import) in imports.filter(|import| import.module == ours).enumerate() {
        let short = if n == 0 { format!("_{mark}") } else { format!("_{n}") };
        names.push((mem::replace(&mut import.name, short.clone()), short));
    }
    output.emit(folder)?;
    shorten(&folder.join(format!("{stem}.js")), &names)
}

/// A short word for a text, which another text is unlikely to have: 32 bits of FNV-1a.
fn mark(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// Ways of the glue to get a module by itself. The shell hands it a compiled one: they would be 300 bytes of a page for
/// nothing.
const UNUSED: [&str; 4] = [
    "typeof Response === 'function' && module instanceof Response",
    "typeof module_or_path === 'string'",
    "(typeof Request === 'function' && module_or_path instanceof Request)",
    "(typeof URL === 'function' && module_or_path instanceof URL)",
];

/// Calls the functions of the glue as its module does now, and takes away what is not used.
fn shorten(glue: &Path, names: &[(String, String)]) -> Result<()> {
    let mut text = fs::read_to_string(glue)?;
    for (long, short) in names {
        text = replace(&text, &format!(" {long}: function"), &format!(" {short}: function"))?;
    }
    for way in UNUSED {
        text = replace(&text, way, "false")?;
    }
    Ok(fs::write(glue, text)?)
}

/// Replaces what has to be in the glue.
pub fn replace(glue: &str, old: &str, new: &str) -> Result<String> {
    if !glue.contains(old) {
        bail!("wasm-bindgen's glue is another than expected: it has no {old}");
    }
    Ok(glue.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_and_data_are_found_among_the_messages() {
        let root = paths::root().display();
        let messages = format!(
            r#"{{"reason":"build-script-executed","package_id":"registry+x#serde@1.0.0","out_dir":"/wrong"}}
{{"reason":"build-script-executed","package_id":"path+file://{root}#banspread@0.1.0","out_dir":"/right"}}
not a message
{{"reason":"compiler-artifact","target":{{"name":"banspread"}},"filenames":["/t/libbanspread.d","/t/banspread.wasm"]}}
{{"reason":"compiler-artifact","target":{{"name":"banspread_checker"}},"filenames":["/t/banspread_checker.wasm"]}}
"#
        );
        for (module, file) in [(ENGINE, "/t/banspread.wasm"), (CHECKER, "/t/banspread_checker.wasm")] {
            let compiled = module.read_messages(&messages).unwrap();
            assert_eq!(compiled.module, Path::new(file));
            assert_eq!(compiled.data, Path::new("/right"));
        }
    }
}
