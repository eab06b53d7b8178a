//! Compares two folders byte by byte.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::release::hash;

/// How a file of one folder differs from that of the same name in another folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    file: PathBuf,
    kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// Only this folder has the file.
    Only(PathBuf),
    /// The position of the first byte that differs, counted from 0, and the lengths of both files.
    Bytes { first: usize, lengths: [usize; 2] },
}

impl fmt::Display for Difference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        match &self.kind {
            Kind::Only(folder) => write!(out, "{file}: only in {}", folder.display()),
            Kind::Bytes { first, lengths: [one, other] } => {
                write!(out, "{file}: differs from byte {first} on ({one} and {other} bytes)")
            }
        }
    }
}

/// The differences of two folders, by file.
pub fn differences(one: &Path, other: &Path) -> Result<Vec<Difference>> {
    let (first, second) = (files(one)?, files(other)?);
    let mut found = Vec::new();
    for file in first.union(&second) {
        let kind = match (first.contains(file), second.contains(file)) {
            (true, false) => Some(Kind::Only(one.to_owned())),
            (false, true) => Some(Kind::Only(other.to_owned())),
            _ => bytes(&fs::read(one.join(file))?, &fs::read(other.join(file))?),
        };
        found.extend(kind.map(|kind| Difference { file: file.clone(), kind }));
    }
    Ok(found)
}

fn bytes(one: &[u8], other: &[u8]) -> Option<Kind> {
    let first = one.iter().zip(other).position(|(one, other)| one != other);
    let end = (one.len() != other.len()).then(|| one.len().min(other.len()));
    Some(Kind::Bytes { first: first.or(end)?, lengths: [one.len(), other.len()] })
}

/// The hash of each file, as `sha256sum --check` reads it in the folder.
pub fn sums(folder: &Path) -> Result<String> {
    let line = |file: PathBuf| Ok(format!("{}  {}\n", hash(&fs::read(folder.join(&file))?), file.display()));
    files(folder)?.into_iter().map(line).collect()
}

/// The files in a folder and in the folders below it, as paths from the folder.
pub fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder)?.to_owned());
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    /// Two folders with these files.
    fn folders(name: &str, files: [&[(&str, &str)]; 2]) -> [PathBuf; 2] {
        let root = paths::records().join("compare-test").join(name);
        let _ = fs::remove_dir_all(&root);
        ["one", "other"].map(|folder| root.join(folder)).map(|folder| {
            let place = usize::from(folder.ends_with("other"));
            for (file, text) in files[place] {
                fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
                fs::write(folder.join(file), text).unwrap();
            }
            folder
        })
    }

    #[test]
    fn equal_folders_have_no_differences() {
        let files: &[(&str, &str)] = &[("a.js", "one"), ("b/c.wasm", "")];
        let [one, other] = folders("equal", [files, files]);
        assert_eq!(differences(&one, &other).unwrap(), []);
    }

    #[test]
    fn each_file_that_differs_is_named_with_its_first_other_byte() {
        let [one, other] = folders(
            "differing",
            [
                &[("a.js", "one"), ("b/c.js", "longer"), ("d.js", "same"), ("only.js", "")],
                &[("a.js", "oni"), ("b/c.js", "long"), ("d.js", "same"), ("b/new.js", "")],
            ],
        );
        let found: Vec<String> = differences(&one, &other).unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "a.js: differs from byte 2 on (3 and 3 bytes)".to_owned(),
                "b/c.js: differs from byte 4 on (6 and 4 bytes)".to_owned(),
                format!("b/new.js: only in {}", other.display()),
                format!("only.js: only in {}", one.display()),
            ]
        );
    }

    #[test]
    fn a_folder_that_does_not_exist_is_an_error() {
        let [one, _] = folders("missing", [&[("a.js", "")], &[("a.js", "")]]);
        let error = differences(&one, &one.join("none")).unwrap_err().to_string();
        assert!(error.starts_with("cannot read "), "{error}");
    }

    #[test]
    fn the_hashes_have_the_paths_of_the_files() {
        let [one, _] = folders("sums", [&[("b/a.js", ""), ("c.js", "")], &[]]);
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sums(&one).unwrap(), format!("{empty}  b/a.js\n{empty}  c.js\n"));
    }
}
