//! The findings about invalid files. Each file in `tests/data/invalid` has the expected output beside it.
//!
//! `cargo xtask bless` writes the current output as the expected output. It fails if an output changed, so that nobody
//! accepts a change by accident.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "tests/data/invalid";

/// The files to check, in order.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json" || ending == "csv"));
    files.sort();
    files
}

fn expected(file: &Path) -> PathBuf {
    PathBuf::from(format!("{}.txt", file.display()))
}

/// The output of the command, and its exit code.
fn printed(file: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_banspread")).arg("check").arg(file).output().unwrap();
    let text = [output.stderr, output.stdout].concat();
    format!("{}exit code {}\n", String::from_utf8(text).unwrap(), output.status.code().unwrap())
}

#[test]
fn every_invalid_file_has_the_expected_findings() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut differing = Vec::new();
    for file in files() {
        let actual = printed(&file);
        let before = fs::read_to_string(expected(&file)).unwrap_or_default();
        if actual == before {
            continue;
        }
        if bless {
            fs::write(expected(&file), &actual).unwrap();
        }
        differing.push(format!("{}\n--- expected\n{before}--- printed\n{actual}", file.display()));
    }
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn there_is_a_file_for_every_kind_of_finding() {
    let source = fs::read_to_string("src/diagnostics/fault.rs").unwrap();
    let codes = source.lines().filter_map(|line| line.trim().strip_prefix("Self::")?.split_once("=> \""));
    let codes: Vec<&str> = codes.filter_map(|(_, rest)| rest.strip_suffix("\",")).collect();
    assert!(codes.len() > 30, "the codes are read from the source: {codes:?}");
    let files = files();
    assert!(files.len() >= 40, "{} files", files.len());
    let all: String = files.iter().map(|file| fs::read_to_string(expected(file)).unwrap_or_default()).collect();
    let missing: Vec<&&str> = codes.iter().filter(|code| !all.contains(&format!("[{code}]"))).collect();
    assert!(missing.is_empty(), "no file shows {missing:?}");
}

#[test]
fn errors_and_warnings_differ_in_the_exit_code() {
    for file in files() {
        let text = fs::read_to_string(expected(&file)).unwrap_or_default();
        let warned = file.file_name().unwrap().to_string_lossy().starts_with("warning-");
        assert!(text.ends_with(if warned { "exit code 0\n" } else { "exit code 1\n" }), "{}", file.display());
        assert_eq!(text.contains("error["), !warned, "{}", file.display());
    }
}

#[test]
fn json_output_has_the_same_findings() {
    let file = format!("{FOLDER}/csv-many.csv");
    let output = Command::new(env!("CARGO_BIN_EXE_banspread")).args(["check", "--json", &file]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let told: Vec<(&str, u64, u64, &str)> = findings
        .as_array()
        .unwrap()
        .iter()
        .map(|found| {
            let number = |name: &str| found[name].as_u64().unwrap();
            let stretch = &text[number("start") as usize..number("end") as usize];
            (found["code"].as_str().unwrap(), number("line"), number("column"), stretch)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("invalid-address", 2, 30, "www.ansa.it"),
            ("impossible-date", 3, 8, "2020-07-32"),
            ("unknown-status", 5, 18, "permited"),
        ]
    );
}
