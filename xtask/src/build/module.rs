//! Modules: packages of this workspace, compiled to WebAssembly. Each has glue, the script that calls the module.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::{env, fs, mem};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use super::{UpToDate, binaryen};
use crate::toolchain::{Toolchain, WASM};
use crate::{console, paths, process, setup};

/// A package that becomes a module.
pub struct Module {
    /// Its name in messages and records.
    pub name: &'static str,
    /// Its name in Cargo.toml.
    package: &'static str,
    /// The name of its library. The names of its files begin with it.
    library: &'static str,
    /// The folder for its compiled files, inside of Cargo's target folder.
    folder: &'static str,
    /// The bytes of its stack; `None` for those of Rust's linker, a megabyte.
    stack: Option<usize>,
}

/// The profile of Cargo for modules: for size.
pub const PROFILE: &str = "module";

/// The engine, which every page loads. Nothing in it calls itself more than 64 times: the reader of JSON has this limit.
pub const ENGINE: Module =
    Module { name: "engine", package: "banspread", library: "banspread", folder: "", stack: Some(1 << 18) };

/// The checker, which a page loads for CSV and for a dataset that the engine refuses.
///
/// With the feature `checker` the library is another one, but its files have the same names. In one folder, each build
/// would replace the library of the other and compile it again.
pub const CHECKER: Module = Module::beside("checker", "banspread-checker", "banspread_checker");

/// The importer, which the make page loads.
pub const IMPORTER: Module = Module::beside("importer", "banspread-importer", "banspread_importer");

/// The reader of workbooks, which the make page loads for a file of a spreadsheet program.
pub const WORKBOOKS: Module = Module::beside("workbooks", "banspread-workbooks", "banspread_workbooks");

/// The publisher, which the make page loads to publish.
pub const PUBLISHER: Module = Module::beside("publisher", "banspread-publisher", "banspread_publisher");

/// The files of a module after its build.
pub struct Built {
    /// The script that loads the module and calls it.
    pub glue: PathBuf,
    /// The module.
    pub wasm: PathBuf,
    /// The module as cargo compiles it, before wasm-bindgen changes it.
    pub compiled: PathBuf,
    /// The folder of the build script's output.
    pub data: PathBuf,
}

/// The result of cargo.
struct Compiled {
    module: PathBuf,
    data: PathBuf,
}

impl Module {
    /// A module beside the engine, with a crate and a folder of its own.
    const fn beside(name: &'static str, package: &'static str, library: &'static str) -> Self {
        Self { name, package, library, folder: name, stack: None }
    }

    /// Builds the module. Only steps that are not up to date run.
    pub fn build(&self, toolchain: &Toolchain) -> Result<Built> {
        let compiled = self.compile(toolchain)?;
        let folder = paths::target().join("glue").join(self.name);
        let stem = format!("banspread_{}", self.name);
        let glue = folder.join(format!("{stem}.js"));
        let wasm = folder.join(format!("{stem}_bg.wasm"));
        let version = setup::locked_version("wasm-bindgen")?;
        let recipe = format!(
            "{version} with short names, a mark and whole texts, then {:?} {:?}",
            binaryen::FEATURES,
            binaryen::OPTIONS
        );
        let inputs = vec![compiled.module.clone(), paths::root().join("package-lock.json")];
        let up_to_date = UpToDate::new(self.name, &recipe, inputs, vec![glue.clone(), wasm.clone()]);
        if !up_to_date.holds() {
            bind(&compiled.module, &folder, &stem)?;
            binaryen::optimize(&wasm)?;
            up_to_date.record()?;
        }
        Ok(Built { glue, wasm, compiled: compiled.module, data: compiled.data })
    }

    /// Compiles the package. Cargo knows what is up to date.
    fn compile(&self, toolchain: &Toolchain) -> Result<Compiled> {
        console::say(&format!("Compiling the {} (usually 1 min, or 1 s when nothing changed)", self.name));
        let mut command = toolchain.cargo();
        command
            .args(["rustc", "--profile", PROFILE, "--package", self.package, "--lib", "--target", WASM])
            // The command cannot be compiled for browsers.
            .arg("--no-default-features")
            // Cargo optimises the cdylib at link time only if it is the only crate type. Cargo.toml also has an rlib.
            .args(["--crate-type", "cdylib"])
            .args(["--quiet", "--message-format", "json-render-diagnostics"])
            .arg("--target-dir")
            .arg(paths::target().join(self.folder))
            .env(ENCODED_FLAGS, self.flags(toolchain));
        if let Toolchain::Sources { .. } = toolchain {
            // The standard library is then optimised for size, as the profile says. The option is unstable in Cargo.
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

    fn flags(&self, toolchain: &Toolchain) -> String {
        let mut flags = portable_paths(toolchain);
        if let Toolchain::Sources { .. } = toolchain {
            // A panic ends the module without a message, so nobody reads its text or its location in the sources. The
            // options are unstable.
            flags
                .extend(["-Zlocation-detail=none", "-Zunstable-options", "-Cpanic=immediate-abort"].map(str::to_owned));
        }
        flags.extend(self.stack.map(|bytes| format!("-Clink-arg=-zstack-size={bytes}")));
        encoded(&flags)
    }

    /// Finds the module and the folder of the build script in the messages of cargo.
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

/// The variable of Cargo for flags of the compiler that can contain blanks. A control character is between two flags.
pub const ENCODED_FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The flags in the form of [`ENCODED_FLAGS`].
pub fn encoded(flags: &[String]) -> String {
    flags.join("\x1f")
}

/// Flags that keep the paths of this machine out of the module. With them every machine builds the same bytes.
pub fn portable_paths(toolchain: &Toolchain) -> Vec<String> {
    let own = env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> = own.split_whitespace().map(str::to_owned).collect();
    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let mut folders = vec![cargo.join("registry/src"), paths::root().to_owned()];
    if let Toolchain::Sources { library } = toolchain {
        folders.push(library.clone());
    }
    flags.extend(folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())));
    flags
}

/// Whether Cargo's id of a package means the package at the root of the repository.
fn is_root_package(id: &str) -> bool {
    let Some(path) = id.strip_prefix("path+file://") else {
        return false;
    };
    let folder = path.split('#').next().unwrap_or_default();
    // The id is an address: `%20` stands for a blank.
    decoded(folder) == paths::root().as_os_str().as_encoded_bytes()
}

/// The bytes of a path in an address.
fn decoded(path: &str) -> Vec<u8> {
    let mut parts = path.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let byte = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        bytes.extend_from_slice(&part.as_bytes()[if byte.is_some() { 2 } else { 0 }..]);
    }
    bytes
}

/// Writes the glue and the module for a page.
///
/// wasm-bindgen gives imports long names with hashes, which it needs only while it links. In every page they would take
/// 1 KB, so they get short names. One name has a hash of the glue: a module of one build cannot be linked with the glue
/// of another build.
pub fn bind(module: &Path, folder: &Path, stem: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.input_path(module).out_name(stem);
    bindgen.typescript(true).remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen.generate_output().context("wasm-bindgen could not read the module")?;
    let mark = mark(output.js());
    if output.js().contains(REALLOC) {
        output.wasm_mut().exports.remove(REALLOC)?;
    }
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

/// A short hash of a text: 32 bits of FNV-1a.
fn mark(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// Conditions of the glue for loading a module itself. The shell passes a compiled module, so the code after these
/// conditions would be 300 unused bytes in a page.
const UNUSED: [&str; 4] = [
    "typeof Response === 'function' && module instanceof Response",
    "typeof module_or_path === 'string'",
    "(typeof Request === 'function' && module_or_path instanceof Request)",
    "(typeof URL === 'function' && module_or_path instanceof URL)",
];

/// Where the glue passes a text letter by letter, and where that ends. As soon as it meets a letter that is not ASCII, it gets
/// three bytes for each letter that is left. Such a place for a dataset is hard to find in memory that is in use, so the
/// memory would grow. Without [`REALLOC`] the glue encodes the text first and gets exactly its bytes.
const LETTERS: (&str, &str) = ("    let len = arg.length;\n    let ptr = malloc(", "    return ptr;\n");
const REALLOC: &str = "__wbindgen_realloc";
/// Browsers with WebAssembly encode into a place in memory. Only the letters needed that.
const INTO: &str = "!('encodeInto' in cachedTextEncoder)";

/// Lets the glue pass texts as a whole.
fn pass_whole(glue: &str) -> Result<String> {
    let whole = replace(glue, "realloc === undefined", "true")?;
    let whole = replace(&replace(&whole, &format!(", wasm.{REALLOC}"), "")?, INTO, "false")?;
    let (start, end) = LETTERS;
    let from = whole.find(start).with_context(|| format!("the glue does not contain {start}"))?;
    let to = whole[from..].find(end).with_context(|| format!("the glue does not contain {end}"))? + from + end.len();
    Ok(whole[..from].to_owned() + &whole[to..])
}

/// Gives the imports in the glue the short names, and removes unused code.
fn shorten(glue: &Path, names: &[(String, String)]) -> Result<()> {
    let mut text = fs::read_to_string(glue)?;
    // Not every module gets texts.
    if text.contains(REALLOC) {
        text = pass_whole(&text)?;
    }
    for (long, short) in names {
        text = replace(&text, &format!(" {long}: function"), &format!(" {short}: function"))?;
    }
    for way in UNUSED {
        text = replace(&text, way, "false")?;
    }
    Ok(fs::write(glue, text)?)
}

/// Replaces a text of the glue. A missing text is an error: this program then does not know the version of
/// wasm-bindgen.
pub fn replace(glue: &str, old: &str, new: &str) -> Result<String> {
    if !glue.contains(old) {
        bail!("the glue of wasm-bindgen is not as expected: it does not contain {old}");
    }
    Ok(glue.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_in_the_id_of_a_package_can_have_blanks_and_other_letters() {
        for (path, expected) in [("/a/b", "/a/b"), ("/a%20b/%C3%A9", "/a b/é"), ("/100%/%2", "/100%/%2")] {
            assert_eq!(decoded(path), expected.as_bytes(), "{path}");
        }
    }

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
