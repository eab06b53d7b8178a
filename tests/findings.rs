//! Alike findings are one finding with a number, in the library and in the command.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use banspread::{Dataset, Diagnostic};

/// The command `check`, with a text as standard input.
fn check(csv: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_banspread"));
    command.args(["check", "-"]).args(more).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(csv.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn findings(csv: &str) -> Vec<Diagnostic> {
    Dataset::from_text(csv).unwrap_err().diagnostics
}

/// A number for each finding, with its kind and the number of those that are like it.
fn told(csv: &str) -> Vec<(&'static str, usize)> {
    findings(csv).iter().map(|found| (found.fault.code(), found.alike.count)).collect()
}

fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).map(row).fold("entity,date,status,source\n".to_owned(), |all, row| all + &row + "\n")
}

/// Daily rows with dates of another form, and one finding of another kind in the last row.
fn daily(days: usize) -> String {
    rows(days, |day| format!("IT,{}.{}.20{:02},banned,X", 13 + day % 15, 1 + day % 12, day / 372))
        + "FR,2020-01-01,baned,X\n"
}

#[test]
fn what_is_printed_does_not_grow_with_the_number_of_alike_findings() {
    let printed = |days| String::from_utf8(check(&daily(days), &["--limit", "events=30000"]).stderr).unwrap();
    let (few, many) = (printed(224), printed(22_464));
    assert_eq!(few.lines().count(), many.lines().count());
    assert!(many.len() < few.len() + 50 && many.len() < 1_500, "{many}");
    assert!(many.contains("= note: 22463 more like it: 14.2.2000 (line 3), "), "{many}");
    assert!(many.contains(", and 22458 others\n"), "{many}");
    assert!(many.contains("unknown status: \"baned\"") && many.contains("<stdin>:22466:15"), "{many}");
}

#[test]
fn the_command_counts_each_finding() {
    let output = check(&daily(300), &[]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "<stdin>: invalid, 301 errors\n");
    let output = check(&daily(300), &["--json"]);
    let list: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 2);
    assert_eq!((&list[0]["count"], &list[1]["count"]), (&300.into(), &1.into()));
    let lines: Vec<u64> =
        list[0]["alike"].as_array().unwrap().iter().map(|place| place["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7]);
    assert_eq!((&list[0]["alike"][0]["path"], &list[0]["alike"][0]["column"]), (&"events[1].date".into(), &4.into()));
}

#[test]
fn findings_with_another_repair_are_other_findings() {
    let dates = ["14.1.2020", "15.2.2020", "soon", "later", "2.3.2020"];
    assert_eq!(
        told(&rows(5, |row| format!("IT,{},banned,X", dates[row]))),
        [("invalid-date", 1), ("invalid-date", 1), ("invalid-date", 0)],
        "of a known form, of no form, and of two forms"
    );
    let statuses = ["baned", "bannd", "permited", "perhaps", "never"];
    assert_eq!(
        told(&rows(5, |row| format!("IT,2020-01-0{},{},X", row + 1, statuses[row]))),
        [("unknown-status", 1), ("unknown-status", 0), ("unknown-status", 1)]
    );
    let csv = "entity,date,until,status,source\nIT,2020-1,2020-02,banned,X\nFR,2020-02,2020-3,banned,X\n";
    assert_eq!(told(csv), [("invalid-date", 0), ("invalid-date", 0)], "of two columns");
}

#[test]
fn other_kinds_are_listed_after_more_alike_findings_than_the_limit() {
    let csv = daily(500).replace("FR,2020-01-01,baned,X", "FR,2020-01-01,banned,");
    assert_eq!(told(&csv), [("invalid-date", 499), ("status-without-source", 0)]);
}

#[test]
fn an_unknown_name_is_one_finding_however_many_others_there_are() {
    // Only the first 20 different names are compared with those that are known.
    let name = |number| if number == 0 { "Itlay".to_owned() } else { format!("{number}-{number}-{number}") };
    let csv = rows(90, |row| format!("{},2020-01-{:02},banned,X", name(row % 30), 1 + row / 30));
    let mut found = findings(&csv);
    found.retain(|found| found.fault.code() == "unknown-entity");
    let unknown: usize = found.iter().map(|found| 1 + found.alike.count).sum();
    assert_eq!(unknown, 90);
    let near = found.iter().find(|found| found.help.as_deref() == Some("did you mean \"Italy\"?")).unwrap();
    assert_eq!(near.alike.count, 2, "Itlay in three rows");
}

#[test]
fn kinds_beyond_the_limit_are_counted() {
    let companies: String = (0..120).map(|number| format!("entity,c{},company\n", number % 60)).collect();
    let csv = format!("record,entity,kind,name,date\n{}", companies.replace(",company", ",company,Name"));
    let output = check(&csv, &["--limit", "findings=50"]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.matches("error[duplicate]").count(), 50);
    assert!(text.contains("error[more-findings]: not listed: 10 more errors"), "{text}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "<stdin>: invalid, 60 errors\n");
}

#[test]
fn a_finding_in_one_line_says_how_many_are_like_it() {
    let csv = rows(3, |row| format!("IT,14.{}.2020,banned,X", row + 1));
    assert_eq!(
        Dataset::from_text(&csv).unwrap_err().to_string(),
        "events[0].date: not a date: \"14.1.2020\" at line 2, column 4 (did you mean \"2020-01-14\"?); 2 more like it"
    );
}
