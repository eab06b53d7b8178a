//! Measures which lines of `src` and of `www` the tests run.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::toolchain::Toolchain;
use crate::{console, paths, process, setup, test};

/// The number of stretches in the list of the longest ones.
const STRETCHES: usize = 10;

/// A file with its lines of code.
struct File {
    name: String,
    /// The number of lines that llvm-cov counts.
    count: u64,
    /// The number of these lines that a test runs.
    run: u64,
    /// The numbers of the lines with code, in order, each with whether a test runs it.
    lines: Vec<(u64, bool)>,
}

/// A stretch: successive lines that no test runs.
#[derive(Debug, PartialEq)]
struct Stretch {
    file: String,
    first: u64,
    last: u64,
    /// The number of lines with code.
    lines: usize,
}

/// Measures both folders. Prints a table of each, with the longest stretches.
pub fn run() -> Result<()> {
    setup::llvm_tools()?;
    setup::cargo_llvm_cov()?;
    print(&rust()?);
    console::say("");
    test::clear_logs()?;
    test::prepare(&[setup::Engine::Chromium])?;
    let browser = setup::browser(setup::Engine::Chromium)?;
    let mut node = Command::new("node");
    node.current_dir(paths::root()).arg("tests/coverage.mjs").env("PATH", process::search_path());
    node.env("BANSPREAD_BROWSER", browser.binary).env("BANSPREAD_DRIVER_PROGRAM", browser.driver);
    node.env("BANSPREAD_COMMAND", test::command_file());
    let status = node.status().with_context(|| format!("cannot start {}", process::line(&node)))?;
    if !status.success() {
        bail!("{} ended with {status}", process::line(&node));
    }
    Ok(())
}

/// Runs the native tests with counters in the code.
fn rust() -> Result<Vec<File>> {
    console::say("Running the native tests with counters (usually 4 min)");
    // A test starts the examples, but cargo llvm-cov does not build them as programs.
    process::read(Toolchain::Current.cargo().args(["build", "--examples"]))?;
    let export = paths::records().join("coverage.json");
    fs::create_dir_all(paths::records())?;
    let mut command = Toolchain::Current.cargo();
    command.args(["llvm-cov", "--workspace", "--exclude", "xtask"]);
    // A test kills some programs or gives them no space on the disk. They leave counts that cannot be read.
    command.args(["--failure-mode", "all", "--json", "--output-path"]);
    command.env("BANSPREAD_EXAMPLES", paths::target().join("debug/examples"));
    process::read(command.arg(&export))?;
    let export: Value = serde_json::from_str(&fs::read_to_string(&export)?)?;
    let files = export["data"][0]["files"].as_array().context("llvm-cov exports no files")?;
    Ok(files.iter().filter_map(file).collect())
}

/// A file of the export. `None` for a file outside of the repository.
fn file(export: &Value) -> Option<File> {
    let name = export["filename"].as_str()?.strip_prefix(paths::root().to_str()?)?.trim_start_matches('/');
    let summary = &export["summary"]["lines"];
    let (count, run) = (summary["count"].as_u64()?, summary["covered"].as_u64()?);
    Some(File { name: name.to_owned(), count, run, lines: lines(export["segments"].as_array()?) })
}

/// The lines of a file, from its segments: [line, column, count, whether it has a count, whether a region begins,
/// whether it is a gap]. A segment ends where the next one begins. A line runs if one of its segments runs, as in
/// llvm-cov.
fn lines(segments: &[Value]) -> Vec<(u64, bool)> {
    let number = |segment: &Value, at: usize| segment[at].as_u64().unwrap_or_default();
    let counts = |segment: &Value| segment[3] == true && segment[5] != true;
    let mut lines = BTreeMap::new();
    for pair in segments.windows(2) {
        let (first, last) = (number(&pair[0], 0), number(&pair[1], 0));
        if !counts(&pair[0]) {
            continue;
        }
        // If the next segment begins in the first column of a line, this segment has no part of that line.
        let last = if number(&pair[1], 1) <= 1 { last.saturating_sub(1) } else { last };
        for line in first..=last {
            *lines.entry(line).or_insert(false) |= number(&pair[0], 2) > 0;
        }
    }
    lines.into_iter().collect()
}

fn print(files: &[File]) {
    let mut text = format!("{:<44}{:>8}{:>8}{:>8}\n", "Rust", "lines", "run", "%");
    let row = |name: &str, count: u64, run: u64| {
        format!("{name:<44}{count:>8}{run:>8}{:>8.1}\n", 100.0 * run as f64 / count.max(1) as f64)
    };
    files.iter().for_each(|file| text += &row(&file.name, file.count, file.run));
    text += &row("all", files.iter().map(|file| file.count).sum(), files.iter().map(|file| file.run).sum());
    let mut stretches: Vec<Stretch> = files.iter().flat_map(stretches).collect();
    stretches.sort_by_key(|stretch| Reverse(stretch.lines));
    text += "\nthe longest stretches of lines that no test runs:\n";
    for Stretch { file, first, last, lines } in stretches.iter().take(STRETCHES) {
        text += &format!("{lines:>5} lines  {file}:{first}-{last}\n");
    }
    console::say(&text);
}

/// The stretches of a file. A line without code does not end a stretch.
fn stretches(file: &File) -> Vec<Stretch> {
    let groups = file.lines.chunk_by(|one, other| one.1 == other.1).filter(|group| !group[0].1);
    let stretch = |group: &[(u64, bool)]| Stretch {
        file: file.name.clone(),
        first: group[0].0,
        last: group[group.len() - 1].0,
        lines: group.len(),
    };
    groups.map(stretch).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_line_runs_when_a_segment_on_it_does() {
        // fn f() {          1: runs
        //     if no { a() } 2: runs, except the code in braces
        //     else {        3 to 5
        let segments = json!([
            [1, 1, 3, true, true, false],
            [2, 12, 0, true, true, false],
            [2, 18, 0, true, false, true],
            [3, 10, 3, true, true, false],
            [5, 6, 0, false, false, false],
            [7, 1, 0, true, true, false],
            [9, 2, 0, false, false, false]
        ]);
        let expected = [(1, true), (2, true), (3, true), (4, true), (5, true), (7, false), (8, false), (9, false)];
        assert_eq!(lines(segments.as_array().unwrap()), expected);
    }

    #[test]
    fn a_stretch_continues_over_lines_without_code() {
        let file = File {
            name: "a.rs".into(),
            count: 5,
            run: 2,
            lines: vec![(1, true), (3, false), (6, false), (7, true), (9, false)],
        };
        let found = stretches(&file);
        let name = || "a.rs".to_owned();
        assert_eq!(found[0], Stretch { file: name(), first: 3, last: 6, lines: 2 });
        assert_eq!(found[1], Stretch { file: name(), first: 9, last: 9, lines: 1 });
    }
}
