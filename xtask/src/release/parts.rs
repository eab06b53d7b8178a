//! The list of the crates that a file of the release contains: a software bill of materials in the format CycloneDX.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::toolchain::{Toolchain, WASM};
use crate::{paths, process};

/// The name of the project.
const NAME: &str = "banspread";

/// What a list is about: a package with the name of this project.
pub struct List<'a> {
    pub version: &'a str,
    /// The kind of package, as package URLs name it: `npm` or `cargo`.
    pub kind: &'a str,
    /// The packages of this workspace that are compiled for the file.
    pub roots: &'a [Root],
}

/// A package of this workspace, compiled for a target.
#[derive(Clone, Copy)]
pub struct Root {
    package: &'static str,
    target: &'static str,
    has_default_features: bool,
}

impl Root {
    pub const ENGINE: Self = Self { package: "banspread", target: WASM, has_default_features: false };
    pub const CHECKER: Self = Self { package: "banspread-checker", target: WASM, has_default_features: false };
    pub const IMPORTER: Self = Self { package: "banspread-importer", target: WASM, has_default_features: false };
    pub const WORKBOOKS: Self = Self { package: "banspread-workbooks", target: WASM, has_default_features: false };
    pub const PUBLISHER: Self = Self { package: "banspread-publisher", target: WASM, has_default_features: false };
    pub const NODE: Self = Self { package: "banspread-node", target: WASM, has_default_features: false };
    /// What the npm package is compiled from.
    pub const PACKAGE: [Self; 6] =
        [Self::ENGINE, Self::CHECKER, Self::NODE, Self::IMPORTER, Self::WORKBOOKS, Self::PUBLISHER];

    /// The native command.
    pub const fn command(target: &'static str) -> Self {
        Self { package: "banspread", target, has_default_features: true }
    }
}

/// The crates and what each needs, by the ids of cargo.
#[derive(Default)]
struct Crates {
    found: BTreeMap<String, Value>,
    needs: BTreeMap<String, BTreeSet<String>>,
}

/// What cargo knows about each crate that is compiled from these packages, without the packages of this workspace.
pub fn crates(roots: &[Root]) -> Result<Vec<Value>> {
    let mut crates = Crates::default();
    for root in roots {
        crates.add(root)?;
    }
    Ok(crates.found.into_values().filter(|found| found["source"].is_string()).collect())
}

/// The list as JSON. It has no serial number and no time, so the same sources make the same list.
pub fn list(list: &List<'_>) -> Result<String> {
    let mut crates = Crates::default();
    for root in list.roots {
        crates.add(root)?;
    }
    let lock = fs::read_to_string(paths::root().join("Cargo.lock"))?;
    Ok(format!("{:#}\n", document(list, &crates, &checksums(&lock))))
}

fn document(list: &List<'_>, crates: &Crates, checksums: &BTreeMap<(String, String), String>) -> Value {
    let subject = format!("pkg:{}/{NAME}@{}", list.kind, list.version);
    let address = |id: &String| crates.found.get(id).map(package_url);
    // Crates of this workspace are parts of the subject itself.
    let foreign = |id: &&String| crates.found.get(*id).is_some_and(|found| found["source"].is_string());
    let needs_of = |ids: &BTreeSet<String>| -> Vec<String> { ids.iter().filter(foreign).filter_map(address).collect() };
    let (mut components, mut edges) = (Vec::new(), Vec::new());
    let mut own = BTreeSet::new();
    for (id, found) in &crates.found {
        let needs = needs_of(&crates.needs[id]);
        if !foreign(&id) {
            own.extend(needs);
            continue;
        }
        let name = (text(&found["name"]), text(&found["version"]));
        components.push(component(found, checksums.get(&name)));
        edges.push(json!({ "ref": package_url(found), "dependsOn": needs }));
    }
    edges.insert(0, json!({ "ref": subject, "dependsOn": own }));
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": subject, "name": NAME, "version": list.version, "purl": subject,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
        "dependencies": edges,
    })
}

fn component(found: &Value, checksum: Option<&String>) -> Value {
    let address = package_url(found);
    let mut component = json!({
        "type": "library", "bom-ref": address, "name": found["name"], "version": found["version"], "purl": address,
    });
    if let Some(license) = found["license"].as_str() {
        // Older crates write a slash for OR.
        component["licenses"] = json!([{ "expression": license.replace('/', " OR ") }]);
    }
    if let Some(checksum) = checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

fn package_url(found: &Value) -> String {
    format!("pkg:cargo/{}@{}", text(&found["name"]), text(&found["version"]))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Crates {
    /// Adds a package and the crates that are compiled into it.
    fn add(&mut self, root: &Root) -> Result<()> {
        let mut cargo = Toolchain::Current.cargo();
        cargo.args(["metadata", "--format-version=1", "--locked", "--filter-platform", root.target]);
        if !root.has_default_features {
            cargo.arg("--no-default-features");
        }
        let metadata: Value = serde_json::from_str(&process::read(&mut cargo)?)?;
        self.walk(&metadata, root.package)
    }

    fn walk(&mut self, metadata: &Value, root: &str) -> Result<()> {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let packages: BTreeMap<String, Value> =
            list(&metadata["packages"]).into_iter().map(|found| (text(&found["id"]), found)).collect();
        let nodes: BTreeMap<String, Vec<Value>> =
            list(&metadata["resolve"]["nodes"]).iter().map(|node| (text(&node["id"]), list(&node["deps"]))).collect();
        let is_root = |found: &&Value| found["name"] == root && found["source"].is_null();
        let first = packages.values().find(is_root).with_context(|| format!("cargo knows no package {root}"))?;
        let mut waiting = vec![text(&first["id"])];
        while let Some(id) = waiting.pop() {
            // Only normal dependencies are compiled into the file: their kind is null. Macros run in the compiler.
            let is_normal = |need: &&Value| {
                list(&need["dep_kinds"]).iter().any(|kind| kind["kind"].is_null())
                    && !packages.get(&text(&need["pkg"])).is_some_and(is_macro)
            };
            let needs: BTreeSet<String> =
                nodes.get(&id).into_iter().flatten().filter(is_normal).map(|need| text(&need["pkg"])).collect();
            let found = packages.get(&id).with_context(|| format!("cargo knows no crate {id}"))?;
            self.found.insert(id.clone(), found.clone());
            let known = self.needs.entry(id).or_default();
            waiting.extend(needs.difference(known).cloned());
            known.extend(needs);
        }
        Ok(())
    }
}

/// Whether a crate is a macro.
fn is_macro(found: &Value) -> bool {
    let targets = found["targets"].as_array().into_iter().flatten();
    targets.filter_map(|target| target["kind"].as_array()).flatten().any(|kind| kind == "proc-macro")
}

/// The checksums of crates by name and version, from the text of a lock file.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let field = |block: &str, name: &str| {
        let start = format!("{name} = \"");
        let line = block.lines().find_map(|line| line.strip_prefix(&start)?.strip_suffix('"'));
        line.map(String::from)
    };
    let blocks = lock.split("[[package]]\n").skip(1);
    blocks
        .filter_map(|block| Some(((field(block, "name")?, field(block, "version")?), field(block, "checksum")?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: List<'_> = List { version: "1.0.0", kind: "npm", roots: &[Root::CHECKER] };

    #[test]
    fn the_list_has_the_crates_of_the_file_with_their_hashes_and_no_others() {
        let value: Value = serde_json::from_str(&list(&LIST).unwrap()).unwrap();
        let components = value["components"].as_array().unwrap();
        let named = |name: &str| components.iter().find(|found| found["name"] == name);
        assert_eq!(named("wasm-bindgen").unwrap()["hashes"][0]["content"].as_str().unwrap().len(), 64);
        // The first is of the command, the second of the tests, the third of the workspace. The others are macros, and
        // what only macros need.
        for name in ["clap", "proptest", "banspread", "serde_derive", "thiserror-impl", "syn", "quote"] {
            assert!(named(name).is_none(), "{name}");
        }
        let edges = value["dependencies"].as_array().unwrap();
        assert_eq!(edges[0]["ref"], "pkg:npm/banspread@1.0.0");
        let known: BTreeSet<&str> = components.iter().filter_map(|found| found["bom-ref"].as_str()).collect();
        for need in edges.iter().flat_map(|edge| edge["dependsOn"].as_array().unwrap()) {
            assert!(known.contains(need.as_str().unwrap()), "{need}");
        }
    }

    #[test]
    fn the_same_sources_make_the_same_list() {
        assert_eq!(list(&LIST).unwrap(), list(&LIST).unwrap());
    }
}
