//! Checks that Node's test runner does.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::log::Log;
use super::results::Results;
use super::schedule::{Job, Kind};
use super::{job, results_file};
use crate::paths;

/// The unit tests of the shell, and those of message files and tools.
pub fn jobs<'a>() -> Vec<Job<'a>> {
    vec![test_job("unit tests", 10, unit_command).after(&[job::NPM])]
}

/// The call that runs the unit tests.
fn unit_command() -> Result<Command> {
    let mut command = runner(paths::root());
    command.args(unit_files()?);
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

/// Node's test runner in a folder, with our reporter.
pub fn runner(folder: &Path) -> Command {
    let mut command = Command::new("node");
    let reporter = paths::root().join("tests/reporter.mjs");
    command.current_dir(folder).arg("--test").arg(format!("--test-reporter={}", reporter.display()));
    command
}

/// A check that runs tests with our reporter.
pub fn test_job<'a>(name: &'static str, usual: u64, command: impl FnOnce() -> Result<Command> + Send + 'a) -> Job<'a> {
    Job::new(Kind::Check, name, usual, move |log, results| run(log, results, &mut command()?, &results_file(name)))
}

/// Runs tests that write their results to a file.
pub fn run(log: &Log, results: &mut Results, command: &mut Command, file: &Path) -> Result<()> {
    if file.exists() {
        fs::remove_file(file)?;
    }
    let run = log.run(command.env("BANSPREAD_RESULTS", file));
    let read = results.add_report(file);
    // A runner that fails while all of its tests pass has another reason, and one that wrote nothing never began.
    if results.failed == 0 {
        run?;
    }
    read?;
    results.need_any()
}
