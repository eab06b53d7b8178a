//! The tests that need no browser, and the documentation.

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

/// A compiled program of tests.
pub struct Executable {
    /// The name of its target.
    name: String,
    file: PathBuf,
    /// The folder of its package, in which cargo would run it.
    folder: PathBuf,
}

/// The tests of the libraries, programs and folders of tests.
pub fn jobs(made: &Made) -> Vec<Job<'_>> {
    let build = |log: &Log, _: &mut _| {
        // A test runs the examples. What cargo builds for tests alone would be their tests.
        log.run(&mut cargo("build --workspace --examples"))?;
        let _ = made.executables.set(compile(log)?);
        Ok(())
    };
    let test = |log: &Log, results: &mut _| test(log, results, made.executables.get().context("nothing was built")?);
    vec![
        Job::new(Kind::Setup, job::NATIVE_BUILD, 120, build).lock(CARGO),
        Job::new(Kind::Check, "native tests", 60, test).after(&[job::NATIVE_BUILD]),
    ]
}

/// The job that builds the command for those who run no native tests. The packages are those of the tests: neither
/// compiles what the other has compiled.
pub fn command<'a>() -> Job<'a> {
    let build = |log: &Log, _: &mut _| log.run(&mut cargo("build --workspace --bin banspread"));
    Job::new(Kind::Setup, job::NATIVE_BUILD, 30, build).lock(CARGO)
}

/// The program that `command` and the build of the tests leave.
pub fn command_file() -> PathBuf {
    paths::target().join("debug/banspread")
}

/// The examples in the documentation, and its links.
pub fn documentation<'a>() -> Vec<Job<'a>> {
    let examples = |log: &Log, results: &mut Results| {
        let (output, run) = log.run_for_output(&mut cargo("test --workspace --doc"));
        log.write(&output);
        results.add_closing_lines(&output);
        run?;
        results.need_any()
    };
    let documentation = |log: &Log, _: &mut _| {
        let mut command = cargo("doc --workspace --no-deps --lib");
        log.run(command.env("RUSTDOCFLAGS", "-D warnings"))
    };
    vec![
        Job::new(Kind::Check, "doc tests", 20, examples).after(&[job::NATIVE_BUILD]).lock(CARGO),
        Job::new(Kind::Check, "documentation", 20, documentation).lock(CARGO),
    ]
}

/// Compiles the tests, and reads from cargo's messages what it has made.
fn compile(log: &Log) -> Result<Vec<Executable>> {
    let words = "test --no-run --workspace --lib --bins --tests \
                 --message-format json-render-diagnostics";
    let (messages, run) = log.run_for_output(&mut cargo(words));
    run?;
    let executables: Vec<Executable> = messages.lines().filter_map(executable).collect();
    if executables.is_empty() {
        bail!("cargo has built no tests");
    }
    Ok(executables)
}

/// The program of tests that a message of cargo tells of.
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

/// Runs programs of tests one after the other; each uses all cores.
fn test(log: &Log, results: &mut Results, executables: &[Executable]) -> Result<()> {
    let mut broken = Vec::new();
    for Executable { name, file, folder } in executables {
        let mut command = Command::new(file);
        clear_environment(&mut command);
        command.current_dir(folder).env("CARGO_MANIFEST_DIR", folder).env_remove("RUST_BACKTRACE");
        // libtest writes JSON, and how long each test took, only where the unstable may be used.
        command.args(["-Z", "unstable-options", "--format", "json", "--report-time"]).env("RUSTC_BOOTSTRAP", "1");
        let (output, run) = log.run_for_output(&mut command);
        log.write(&output);
        let before = results.failed;
        let ended = results.add_libtest(name, &output);
        // Programs end badly with every failed test; without one this one crashed.
        match run {
            Err(error) if results.failed == before => broken.push(error.to_string()),
            _ if !ended => broken.push(format!("{name} has ended before all of its tests had run")),
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

    /// What is wrong with a program that tells of no test.
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
        assert!(error.contains("true has ended before"), "{error}");
    }
}
