//! The message files of the package: the texts of each language.

use std::path::Path;
use std::{fs, io};

use anyhow::{Context, Result};
use serde_json::Value;

/// Writes the message files of a folder without blanks between values. Returns their names.
pub fn write(from: &Path, to: &Path) -> Result<Vec<String>> {
    fs::create_dir_all(to)?;
    let entries: io::Result<Vec<_>> = fs::read_dir(from)?.collect();
    let mut names = Vec::new();
    for entry in entries? {
        let path = entry.path();
        let text = fs::read_to_string(&path)?;
        let message: Value = serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))?;
        let (name, written) = (entry.file_name().to_string_lossy().into_owned(), message.to_string());
        if fs::read_to_string(to.join(&name)).ok().as_ref() != Some(&written) {
            fs::write(to.join(&name), written)?;
        }
        names.push(name);
    }
    names.sort_unstable();
    Ok(names)
}
