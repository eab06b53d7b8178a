//! The command: what it prints and how it exits.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::process::{Command, Output};

fn banspread(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments).output().unwrap()
}

fn folder() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn describe_prints_every_status_as_data() {
    let output = banspread(&["describe", "--date", "2020-10-20", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let roll: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(roll["date"], "2020-10-20");
    let entities = roll["entities"].as_array().unwrap();
    for (status, count) in roll["counts"].as_object().unwrap() {
        let countries = entities.iter().filter(|entity| entity["kind"] == "country" && entity["status"] == **status);
        assert_eq!(count.as_u64().unwrap() as usize, countries.count(), "{status}");
    }
    let find = |id: &str| entities.iter().find(|entity| entity["id"] == id).unwrap();
    let kingdom = find("GB");
    assert_eq!(
        (&kingdom["name"], &kingdom["status"], &kingdom["since"]),
        (&"United Kingdom".into(), &"banned".into(), &"2020-07-15".into())
    );
    assert!(!kingdom["sources"].as_array().unwrap().is_empty());
    assert!(find("FR")["status"].is_null() && find("FR")["since"].is_null());
}

#[test]
fn describe_without_json_prints_a_sentence_and_a_line_an_entity() {
    let output = banspread(&["describe", "--date", "2018-08"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("1 August 2018. "), "{text}");
    assert!(text.contains("  Australia: Banned"), "{text}");
}

#[test]
fn a_date_out_of_reach_or_misspelt_is_wrong_usage() {
    assert_eq!(banspread(&["describe", "--date", "1066-10-14"]).status.code(), Some(2));
    assert_eq!(banspread(&["describe", "--date", "soon"]).status.code(), Some(2));
    assert_eq!(banspread(&["check", "no/such/file.json"]).status.code(), Some(2));
    assert_eq!(banspread(&[]).status.code(), Some(2));
}

#[test]
fn check_prints_every_finding_and_exits_with_1() {
    let bad = folder().join("bad.json");
    std::fs::write(&bad, "{\"format\": 1,\n \"id\": \"\"}").unwrap();
    let output = banspread(&["check", "datasets/huawei.json", bad.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("huawei.json: good, "));
    let findings = String::from_utf8(output.stderr).unwrap();
    assert!(findings.contains("bad.json: id: blank text at line 2, column 8"), "{findings}");
    assert!(findings.lines().count() >= 5, "{findings}");
}

#[test]
fn render_writes_an_svg() {
    let out = folder().join("figure.svg");
    let output = banspread(&["render", "--date", "2020-07-15", "--theme", "dark", "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(std::fs::read_to_string(&out).unwrap().contains("15 July 2020"));
    assert_eq!(banspread(&["render", "--out", "/no/such/folder/figure.svg"]).status.code(), Some(2));
}
