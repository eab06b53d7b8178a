//! Inputs of an attacker: refused with a finding, or read without harm. None of them keeps the command busy.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use banspread::Dataset;
use banspread::dataset::{country, write};

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
    for wrong in ["4001", "65535", "0", "-1", "1e9"] {
        let output = banspread(&["render", "--dataset", &file, "--width", wrong, "--out", text(&out)]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn no_command_prints_what_would_command_a_terminal() {
    let escape = format!("{FOLDER}/escape.csv");
    let finding = format!("{FOLDER}/escape-in-status.csv");
    let breaks = format!("{FOLDER}/line-break-in-title.json");
    for arguments in [
        vec!["check", &escape],
        vec!["check", &finding],
        vec!["check", "--json", &finding],
        vec!["describe", "--dataset", &escape, "--json"],
        vec!["describe", "--dataset", &escape, "--story"],
        vec!["changes", "--dataset", &escape, "--from", "2020-01-01"],
        vec!["first", "--dataset", &escape],
        vec!["describe", "--dataset", &escape],
        vec!["describe", "--dataset", &breaks],
        vec!["describe", "--dataset", &breaks, "--story"],
        vec!["changes", "--dataset", &breaks],
        vec!["first", "--dataset", &breaks],
        vec!["first", "--dataset", &breaks, "--status", "\u{1b}[2J"],
        vec!["counts", "--dataset", &breaks],
        vec!["check", "no\u{1b}[2Jfile.json"],
    ] {
        let output = banspread(&arguments);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let raw = |letter: char| letter.is_control() && letter != '\n';
        // What is wrong with the arguments themselves is told by the parser of the command line.
        assert!(!said.contains(raw), "{arguments:?}: {said:?}");
    }
    let first = String::from_utf8(banspread(&["first", "--dataset", &breaks]).stdout).unwrap();
    assert_eq!(first.lines().count(), 1, "a title begins no line of its own: {first}");
    let found = String::from_utf8(banspread(&["check", &finding]).stderr).unwrap();
    assert!(
        found.contains("unknown status: \"\\u{1b}]0;owned\\u{7}\\u{9b}2J\"") && found.contains("␛]0;owned␇·2J"),
        "{found}"
    );
    let json = banspread(&["check", "--json", &finding]).stdout;
    let found: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert!(found[0]["message"].as_str().unwrap().contains("\u{9b}2J"), "machines read what is in the file: {found}");
}

#[test]
fn no_cell_of_a_converted_dataset_is_a_formula_and_all_come_back() {
    let json = fs::read_to_string(format!("{FOLDER}/formulas.json")).unwrap();
    let folder = folder("formulas");
    let (csv, back) = (folder.join("a.csv"), folder.join("a.json"));
    let convert = |from: &str, to: &Path| banspread(&["convert", from, "--out", text(to)]).status.code();
    assert_eq!(convert(&format!("{FOLDER}/formulas.json"), &csv), Some(0));
    let sheet = fs::read_to_string(&csv).unwrap();
    for part in ["'=HYPERLINK", "''=1+1", "'-A", "'@SUM", "'＝cmd", "'\"\"=1", "'''-2"] {
        assert!(sheet.contains(part), "{part}: {sheet}");
    }
    assert_eq!(convert(text(&csv), &back), Some(0));
    let tree = |text: &str| write::json(&Dataset::tree(text, &country).unwrap());
    assert_eq!(fs::read_to_string(&back).unwrap(), tree(&json));
}

/// A process that is ended when the test is.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_dataset_from_a_pipe_is_read_and_a_pipe_is_never_written_to() {
    let folder = folder("pipe");
    let pipe = folder.join("figure.svg");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Were it opened, this would wait for a reader for ever.
    let output = banspread(&["render", "--dataset", &format!("{FOLDER}/last-tile.json"), "--out", text(&pipe)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no regular file"));
    let mut child = Running(
        Command::new(env!("CARGO_BIN_EXE_banspread"))
            .args(["check", "/dev/stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut stdin = child.0.stdin.take().unwrap();
    std::io::Write::write_all(&mut stdin, fs::read(format!("{FOLDER}/last-tile.json")).unwrap().as_slice()).unwrap();
    drop(stdin);
    assert_eq!(child.0.wait().unwrap().code(), Some(0));
}
