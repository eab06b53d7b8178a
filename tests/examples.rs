//! The examples: what they print and write.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The exit code and the output of an example.
fn run(name: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(program(name)).args(arguments).output().unwrap();
    let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code(), printed)
}

/// The program of an example. Cargo puts the programs into a folder beside the folder of this test, unless Cargo is
/// asked for some targets only. `BANSPREAD_EXAMPLES` names another folder.
fn program(name: &str) -> PathBuf {
    let this = std::env::current_exe().unwrap();
    let beside = || this.ancestors().nth(2).unwrap().join("examples");
    let folder = std::env::var_os("BANSPREAD_EXAMPLES").map_or_else(beside, PathBuf::from);
    let program = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(program.is_file(), "{} is missing: run `cargo build --examples` first", program.display());
    program
}

#[test]
fn findings_prints_each_finding_and_fails_for_an_invalid_dataset() {
    let (code, printed) = run("findings", &["datasets/huawei.json"]);
    assert_eq!((code, printed.contains("datasets/huawei.json: 341 events, ")), (Some(0), true), "{printed}");
    let invalid = "tests/data/invalid/csv-unknown-status.csv";
    let (code, printed) = run("findings", &[invalid, "datasets/huawei.json"]);
    assert_eq!(code, Some(1));
    assert!(printed.starts_with(&format!("{invalid}: invalid\n  ")), "{printed}");
    assert!(printed.contains("unknown status: ") && printed.contains(" at line "), "{printed}");
    let (code, printed) = run("findings", &["no/such/file.csv"]);
    assert_eq!((code, printed.starts_with("cannot read no/such/file.csv: ")), (Some(2), true), "{printed}");
}

#[test]
fn on_a_day_prints_who_has_which_status_since_when() {
    let (code, printed) = run("on_a_day", &["2020-10-20"]);
    assert_eq!(code, Some(0), "{printed}");
    let banned = printed.strip_prefix("Banned on 2020-10-20:\n").unwrap().split(" on 2020-10-20:").next().unwrap();
    assert!(banned.contains("  United Kingdom since 2020-07-14 ("), "{banned}");
    assert_eq!(run("on_a_day", &["soon"]).0, Some(1));
}

#[test]
fn figure_writes_an_svg_of_the_day() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("example.svg");
    let (code, printed) = run("figure", &["2020-07-15", "500", file.to_str().unwrap()]);
    assert_eq!((code, printed.starts_with("15 July 2020. ")), (Some(0), true), "{printed}");
    assert!(fs::read_to_string(file).unwrap().contains("15 July 2020"));
    assert_eq!(run("figure", &["2020-07-15"]).0, Some(1));
}

#[test]
fn from_csv_prints_its_own_dataset_and_writes_json() {
    let (code, printed) = run("from_csv", &[]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.starts_with("2020-03-05\n2020-03-16\n2020-04-15\n2020: 2 actors documented; "), "{printed}");
    let json = &printed[printed.find('{').unwrap()..];
    assert_eq!(banspread::Dataset::from_text(json).unwrap().events().len(), 3);
}

/// Without a test, nobody would notice that an example does not work.
#[test]
fn every_example_is_run_here() {
    let this = fs::read_to_string(file!()).unwrap();
    for entry in fs::read_dir("examples").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(this.contains(&format!("run(\"{name}\", ")), "{name} is not run");
        let guide = fs::read_to_string("src/lib.rs").unwrap();
        assert!(guide.contains(&format!("examples/{name}.rs")), "the guide in src/lib.rs does not lead to {name}");
    }
}
