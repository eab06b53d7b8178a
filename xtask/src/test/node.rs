//! Checks with the test runner of Node.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::log::{LIMIT, Log};
use super::results::Results;
use super::schedule::{Job, Kind};
use super::{job, results_file};
use crate::paths;

/// The unit tests of the shell, the message files and the tools.
pub fn jobs<'a>() -> Vec<Job<'a>> {
    vec![test_job("unit tests", 30, unit_command).after(&[job::NPM])]
}

/// The call that runs the unit tests.
fn unit_command() -> Result<Command> {
    let mut command = runner(paths::root());
    // By default Node uses all cores but one: of two cores, only one.
    command.arg("--test-concurrency=2").args(unit_files()?);
    Ok(command)
}

/// The files of unit tests.
pub fn unit_files() -> Result<Vec<PathBuf>> {
    let folder = paths::root().join("tests/unit");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.ends_with(".test.mjs")));
    files.sort();
    if files.is_empty() {
        bail!("no tests in {}", folder.display());
    }
    Ok(files)
}

/// A call of Node's test runner in a folder, with the reporter of this project.
pub fn runner(folder: &Path) -> Command {
    let mut command = Command::new("node");
    let reporter = paths::root().join("tests/reporter.mjs");
    command.current_dir(folder).arg("--test").arg(format!("--test-reporter={}", reporter.display()));
    command
}

/// A check that runs tests with this reporter.
pub fn test_job<'a>(name: &'static str, usual: u64, command: impl FnOnce() -> Result<Command> + Send + 'a) -> Job<'a> {
    Job::new(Kind::Check, name, usual, move |log, results| run(log, results, &mut command()?, &results_file(name)))
}

/// Runs tests that write their results to a file.
pub fn run(log: &Log, results: &mut Results, command: &mut Command, file: &Path) -> Result<()> {
    run_some(log, results, command, file, 1)?;
    results.need_any()
}

/// The same for tests that run several times. It is no error if there is no test.
pub fn run_some(log: &Log, results: &mut Results, command: &mut Command, file: &Path, times: u32) -> Result<()> {
    if file.exists() {
        fs::remove_file(file)?;
    }
    let before = results.failed;
    let run = log.run_within(LIMIT.saturating_mul(times), command.env("BANSPREAD_RESULTS", file));
    let read = results.add_report(file);
    // If the runner fails but all tests pass, its own error counts. If it wrote no results, it never began.
    if results.failed == before {
        run?;
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_test_of_a_name_is_accepted_but_a_runner_that_writes_nothing_is_a_failure() {
        let (log, mut results) = (Log::of("node runner").clear().unwrap(), Results::default());
        let file = log.file.with_extension("json");
        let mut shell = |script: &str| {
            let mut command = Command::new("sh");
            run_some(&log, &mut results, command.args(["-c", script]), &file, 2)
        };
        let report = r#"echo '{"passed":0,"failed":0,"skipped":0}' > "$BANSPREAD_RESULTS""#;
        shell(report).unwrap();
        assert!(shell("exit 1").unwrap_err().to_string().contains("exit status: 1"));
        assert_eq!(shell("exit 0").unwrap_err().to_string(), "the tests wrote no results");
        assert!(shell(&format!("{report}; exit 1")).is_err());
        shell(&format!("{}; exit 1", report.replace(r#""failed":0"#, r#""failed":1"#))).unwrap();
        assert!(shell("exit 1").is_err());
    }
}
