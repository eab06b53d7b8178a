//! Hashes, with which a page checks that it got the right file of the package.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::{Map, Value};

use crate::{paths, process};

/// Files with their hashes, in the form of an `integrity` attribute: `sha384-…`.
pub struct Hashes(Vec<(String, String)>);

/// The hashes of files in a folder. Node computes them, so that no crate must be compiled for this.
pub fn of(algorithm: &str, folder: &Path, files: &[&str]) -> Result<Hashes> {
    let mut node = Command::new("node");
    node.arg(paths::root().join("xtask/src/build/hash.mjs")).arg(algorithm);
    node.args(files.iter().map(|file| folder.join(file)));
    let hashes: Vec<String> = serde_json::from_str(&process::read(&mut node)?)?;
    Ok(Hashes(files.iter().map(|file| (*file).to_owned()).zip(hashes).collect()))
}

impl Hashes {
    /// The hashes as a JSON object.
    pub fn json(&self) -> Value {
        let entries = self.0.iter().map(|(file, hash)| (file.clone(), hash.clone().into()));
        Value::Object(entries.collect::<Map<_, _>>())
    }

    /// Writes the hashes to a file.
    pub fn write(&self, file: &Path) -> Result<()> {
        Ok(fs::write(file, format!("{:#}\n", self.json()))?)
    }

    /// Prints the hashes as a table.
    pub fn print(&self) {
        for (file, hash) in &self.0 {
            println!("{file:<31}{hash}");
        }
    }
}
