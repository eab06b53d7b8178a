//! Publishing: which files the command writes, which it does not touch, and what it refuses.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

mod content;
mod refusals;
#[cfg(unix)]
mod unfinished;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

const SAMPLE: &str = "tests/widget/pages/sample.json";
const URL: &str = "https://paper.example/story";

fn banspread(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments).output().unwrap()
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publish").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A package. Most of its files contain only their names.
fn package(folder: &Path) -> PathBuf {
    let package = folder.join("pkg");
    fs::create_dir_all(&package).unwrap();
    for name in [
        "banspread.js",
        "banspread-supplement.js",
        "banspread-places.txt",
        "banspread-data.txt",
        "banspread-hashes.json",
        "banspread.wasm",
        "embed.js",
        "embed.css",
        "frames.js",
        "embed.html",
        "index.d.ts",
    ] {
        fs::write(package.join(name), name).unwrap();
    }
    fs::write(package.join("banspread.standalone.js"), "run('</script><!--')").unwrap();
    fs::create_dir_all(package.join("messages")).unwrap();
    fs::write(package.join("messages/de.json"), r#"{"lang": "de", "words": {"play": "</script>"}}"#).unwrap();
    list(&package);
    package
}

/// Writes the hashes of the files that are in a package now.
fn list(package: &Path) {
    let mut hashes = BTreeMap::new();
    for (path, bytes) in files(package) {
        let name = text(path.strip_prefix(package).unwrap()).to_owned();
        hashes.insert(name, format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes))));
    }
    hashes.remove("integrity.json");
    fs::write(package.join("integrity.json"), serde_json::to_string(&hashes).unwrap()).unwrap();
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Publishes the sample at a small size. Returns the output. The command must succeed.
fn published(package: &Path, out: &Path, more: &[&str]) -> String {
    let fixed = ["publish", SAMPLE, "--url", URL, "--width", "280", "--package", text(package), "--out", text(out)];
    told(&[&fixed, more].concat())
}

/// The output of the command. The command must succeed.
fn told(arguments: &[&str]) -> String {
    let output = banspread(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The exit code, and the text on standard error.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let output = banspread(arguments);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// All files in a folder and in its folders, with their bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}
