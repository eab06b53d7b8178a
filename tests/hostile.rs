//! Inputs of an attacker: refused with a finding, or read without harm. None of them keeps the command busy.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const FOLDER: &str = "tests/hostile";

fn banspread(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The codes of the findings about a file, and its exit code.
fn codes(file: &str, more: &[&str]) -> (Option<i32>, Vec<String>) {
    let output = banspread(&[&["check", "--json", file], more].concat());
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let code = |found: &serde_json::Value| found["code"].as_str().unwrap().to_owned();
    (output.status.code(), findings.as_array().unwrap().iter().map(code).collect())
}

#[test]
fn numbers_without_measure_are_refused() {
    for (name, expected) in [
        ("column-of-1e18.json", vec!["wrong-kind"]),
        ("row-of-minus-1e18.json", vec!["wrong-kind"]),
        ("row-of-1e308.json", vec!["wrong-kind"; 2]),
        ("column-of-4294967296.json", vec!["wrong-kind"; 2]),
        ("format-of-1e999.json", vec!["syntax"]),
        ("source-65535.csv", vec!["unknown-column"]),
    ] {
        let (exit, mut found) = codes(&format!("{FOLDER}/{name}"), &[]);
        found.retain(|code| code != "missing-field" && code != "missing-cell" && code != "field-twice");
        assert_eq!((exit, found), (Some(1), expected.into_iter().map(str::to_owned).collect()), "{name}");
    }
}

#[test]
fn the_largest_numbers_of_the_format_are_drawn() {
    let out = folder("last-tile").join("figure.svg");
    let file = format!("{FOLDER}/last-tile.json");
    for width in ["120", "4000"] {
        let output = banspread(&["render", "--dataset", &file, "--width", width, "--out", text(&out)]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
