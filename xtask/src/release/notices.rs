//! The licences of the crates that a file of the release contains, as a text. Most of them ask for a copy of their text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::parts::{Root, crates};
use crate::paths;

/// The name of the file with the text.
pub const NAME: &str = "LICENSES-OF-PARTS.txt";

/// How the names of files with a licence begin.
const STARTS: [&str; 5] = ["license", "licence", "copying", "notice", "copyright"];

/// What is in the files beside crates, with the holder of the copyright. All of it is under the MIT licence.
const OTHERS: [(&str, &str); 2] = [
    ("the Rust standard library", "The Rust Project Contributors"),
    ("musl (only in programs for Linux)", "2005-2020 Rich Felker, et al."),
];

/// The packages of npm that the script of the make page contains.
const SCRIPTS: [&str; 2] = ["fflate", "preact"];

/// The text for what the npm package contains: crates in its modules, and packages of npm in its scripts.
///
/// # Errors
///
/// A crate or package has no file with its licence.
pub fn of_package() -> Result<String> {
    let mut licences = licences_of(&Root::PACKAGE)?;
    for name in SCRIPTS {
        let file = paths::root().join("node_modules").join(name).join("LICENSE");
        let licence = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        licences.entry(licence.replace('\r', "").trim().to_owned()).or_default().insert(format!("{name} (npm)"));
    }
    Ok(written(licences))
}

/// The text for what is compiled from these packages.
///
/// # Errors
///
/// A crate has no file with its licence.
pub fn text(roots: &[Root]) -> Result<String> {
    Ok(written(licences_of(roots)?))
}

/// Licences, each with the names of its parts.
type Licences = BTreeMap<String, BTreeSet<String>>;

/// The licences of what is compiled from these packages.
fn licences_of(roots: &[Root]) -> Result<Licences> {
    let mut crates_of = Licences::new();
    for found in crates(roots)? {
        let name = format!("{} {}", text_of(&found["name"]), text_of(&found["version"]));
        let manifest = PathBuf::from(text_of(&found["manifest_path"]));
        let files = chosen(files(manifest.parent().context("a manifest is in a folder")?)?, text_of(&found["license"]));
        if files.is_empty() {
            bail!("the crate {name} has no file with its licence");
        }
        for file in files {
            let licence = String::from_utf8_lossy(&fs::read(&file)?).replace('\r', "").trim().to_owned();
            crates_of.entry(licence).or_default().insert(name.clone());
        }
    }
    let body = permission()?;
    for (name, holder) in OTHERS {
        crates_of.entry(format!("Copyright (c) {holder}\n\n{body}")).or_default().insert(name.to_owned());
    }
    Ok(crates_of)
}

/// The text. Each licence stands once, below the names of its parts.
fn written(licences: Licences) -> String {
    let mut sections: Vec<String> = licences
        .into_iter()
        .map(|(licence, names)| format!("{}\n\n{licence}\n", names.into_iter().collect::<Vec<_>>().join(", ")))
        .collect();
    sections.sort();
    let rule = format!("\n{}\n\n", "-".repeat(80));
    format!("banspread contains these parts, each under the licence below its name.\n{rule}{}", sections.join(&rule))
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The files with licences in the folder of a crate, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && STARTS.iter().any(|start| name.starts_with(start)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Of a crate under the MIT licence or another one the text of the MIT licence, which is the shortest.
fn chosen(files: Vec<PathBuf>, expression: &str) -> Vec<PathBuf> {
    let is_choice = (expression.contains(" OR ") || expression.contains('/')) && !expression.contains(" AND ");
    let of_mit: Vec<PathBuf> = files
        .iter()
        .filter(|file| file.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().contains("mit")))
        .cloned()
        .collect();
    if is_choice && expression.contains("MIT") && !of_mit.is_empty() { of_mit } else { files }
}

/// The MIT licence without the line of the copyright.
fn permission() -> Result<String> {
    let own = fs::read_to_string(paths::root().join("LICENSE-MIT"))?;
    let start = own.find("Permission is hereby granted").context("LICENSE-MIT is not the MIT licence")?;
    Ok(own[start..].trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_crate_of_the_modules_and_of_the_command_has_its_licence() {
        let roots = [Root::ENGINE, Root::CHECKER, Root::NODE, Root::command("x86_64-unknown-linux-gnu")];
        let text = text(&roots).unwrap();
        for found in crates(&roots).unwrap() {
            let name = format!("{} {}", text_of(&found["name"]), text_of(&found["version"]));
            assert!(text.contains(&name), "{name}");
        }
        for part in ["plotters 0.3", "calamine 0.", "clap 4", "Unicode", "Rich Felker", "Rust Project Contributors"] {
            assert!(text.contains(part), "{part}");
        }
        assert!(!text.contains("syn 2"), "macros are not compiled into the files");
        assert_eq!(text, super::text(&roots).unwrap());
    }

    #[test]
    fn of_two_licences_the_shorter_one_is_taken() {
        let files = || ["LICENSE-APACHE", "LICENSE-MIT"].map(PathBuf::from).to_vec();
        assert_eq!(chosen(files(), "MIT OR Apache-2.0"), [PathBuf::from("LICENSE-MIT")]);
        assert_eq!(chosen(files(), "MIT AND Apache-2.0"), files());
        assert_eq!(chosen(vec!["LICENSE".into()], "MIT OR Apache-2.0"), [PathBuf::from("LICENSE")]);
    }
}
