//! The checks of Rust code without a browser: tests and documentation.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::lints::cargo;
use super::log::Log;
use super::results::Results;
use super::schedule::{Job, Kind};
use super::{CARGO, Made, job};
use crate::paths;
use crate::toolchain::clear_environment;

/// A compiled test program.
pub struct Executable {
    /// The name of its target.
    name: String,
    file: PathBuf,
    /// The folder of its package, in which cargo runs it.
    folder: PathBuf,
}

/// The tests of the libraries and programs, and of the folder `tests/`.
pub fn jobs(made: &Made) -> Vec<Job<'_>> {
    let build = |log: &Log, _: &mut _| {
        // A test runs the examples. For tests, cargo builds only the tests of the examples, not the examples.
        log.run(&mut cargo("build --workspace --examples"))?;
        let _ = made.executables.set(compile(log)?);
        Ok(())
    };
    let test = |log: &Log, results: &mut _| {
        test(log, results, made.executables.get().context("the native tests were not built")?)
    };
    vec![
        Job::new(Kind::Setup, job::NATIVE_BUILD, 120, build).lock(CARGO),
        Job::new(Kind::Check, "native tests", 60, test).after(&[job::NATIVE_BUILD]),
    ]
}

/// The job that builds the command, for runs without native tests. The job names the same packages as the build of the
/// tests, so that cargo uses the same features and compiles nothing twice.
pub fn command<'a>() -> Job<'a> {
    let build = |log: &Log, _: &mut _| log.run(&mut cargo("build --workspace --bin banspread"));
    Job::new(Kind::Setup, job::NATIVE_BUILD, 30, build).lock(CARGO)
}

/// The command that [`command`] or the build of the tests has built.
pub fn command_file() -> PathBuf {
    paths::target().join("debug/banspread")
}

/// The checks of the documentation: its examples and its links.
pub fn documentation<'a>() -> Vec<Job<'a>> {
    let examples = |log: &Log, results: &mut Results| {
        let (output, run) = log.run_for_output(&mut cargo("test --workspace --doc"));
        log.write(&output);
        results.add_closing_lines(&output);
        run?;
        results.need_any()
    };
    let documentation = |log: &Log, _: &mut _| {
        let mut command = cargo("doc --workspace --no-deps --lib --document-private-items");
        log.run(command.env("RUSTDOCFLAGS", "-D warnings"))
    };
    vec![
        Job::new(Kind::Check, "doc tests", 20, examples).after(&[job::NATIVE_BUILD]).lock(CARGO),
        Job::new(Kind::Check, "documentation", 20, documentation).lock(CARGO),
    ]
}

/// Compiles the tests. Reads the names of the programs from the messages of cargo.
fn compile(log: &Log) -> Result<Vec<Executable>> {
    let words = "test --no-run --workspace --lib --bins --tests \
                 --message-format json-render-diagnostics";
    let (messages, run) = log.run_for_output(&mut cargo(words));
    run?;
    let executables: Vec<Executable> = messages.lines().filter_map(executable).collect();
    if executables.is_empty() {
        bail!("cargo built no tests");
    }
    Ok(executables)
}

/// The test program in a message of cargo.
fn executable(message: &str) -> Option<Executable> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" || message["profile"]["test"] != true {
        return None;
    }
    let manifest = Path::new(message["manifest_path"].as_str()?);
    Some(Executable {
        name: message["target"]["name"].as_str()?.to_owned(),
        file: message["executable"].as_str()?.into(),
        folder: manifest.parent()?.to_owned(),
    })
}

/// Runs test programs one after another. Each program uses all cores.
fn test(log: &Log, results: &mut Results, executables: &[Executable]) -> Result<()> {
    let mut broken = Vec::new();
    for Executable { name, file, folder } in executables {
        let mut command = Command::new(file);
        clear_environment(&mut command);
        command.current_dir(folder).env("CARGO_MANIFEST_DIR", folder).env_remove("RUST_BACKTRACE");
        // libtest writes JSON and the time of each test only with unstable options.
        command.args(["-Z", "unstable-options", "--format", "json", "--report-time"]).env("RUSTC_BOOTSTRAP", "1");
        let (output, run) = log.run_for_output(&mut command);
        log.write(&output);
        let before = results.failed;
        let ended = results.add_libtest(name, &output);
        // A program fails if one of its tests fails. If the program fails without a failed test, it crashed.
        match run {
            Err(error) if results.failed == before => broken.push(error.to_string()),
            _ if !ended => broken.push(format!("{name} ended before all of its tests had run")),
            _ => {}
        }
    }
    if !broken.is_empty() {
        bail!("{}", broken.join("\n"));
    }
    results.need_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_of_tests_are_found_among_the_messages() {
        let artifact = |test: bool, file: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","manifest_path":"/w/xtask/Cargo.toml","target":{{"name":"xtask"}},
                "profile":{{"test":{test}}},"executable":{file}}}"#
            )
        };
        let found = executable(&artifact(true, r#""/t/xtask-1""#)).unwrap();
        assert_eq!((found.name.as_str(), found.file.as_path()), ("xtask", Path::new("/t/xtask-1")));
        assert_eq!(found.folder, Path::new("/w/xtask"));
        assert!(executable(&artifact(false, r#""/t/xtask""#)).is_none());
        assert!(executable(&artifact(true, "null")).is_none());
        assert!(executable("   Compiling xtask").is_none());
    }

    /// The error for a program that reports no test.
    fn complaint(program: &str) -> String {
        let executable = Executable { name: program.into(), file: program.into(), folder: "/".into() };
        let log = Log::of(&format!("native test of {program}")).clear().unwrap();
        test(&log, &mut Results::default(), &[executable]).unwrap_err().to_string()
    }

    #[test]
    fn a_program_that_crashes_is_a_failure() {
        let error = complaint("false");
        assert!(error.contains("exit status: 1"), "{error}");
    }

    #[test]
    fn a_program_that_a_test_ends_is_a_failure() {
        let error = complaint("true");
        assert!(error.contains("true ended before"), "{error}");
    }
}
