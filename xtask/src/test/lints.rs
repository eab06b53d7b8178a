//! Checks without tests: format, types, lints, licences.

use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::log::Log;
use super::results::Results;
use super::schedule::{Job, Kind};
use super::{CARGO, job};
use crate::paths;
use crate::toolchain::Toolchain;

/// The maximal time for fetching the database of advisories.
const FETCH: Duration = Duration::from_secs(60);

/// The checks with programs of npm: the name in the report, the usual time in seconds, the program with its arguments.
const SCRIPTS: [(&str, u64, &[&str]); 7] = [
    ("types of the shell", 2, &["tsc", "-p", "www"]),
    ("types of the make page", 2, &["tsc", "-p", "make"]),
    ("types of the scripts", 2, &["tsc", "-p", "tests"]),
    ("types of the browser tests", 2, &["tsc", "-p", "tests/widget"]),
    ("format of the scripts", 6, &["prettier", "--check", "."]),
    ("lints of the scripts", 6, &["eslint", "--max-warnings", "0", "."]),
    ("lints of the styles", 4, &["stylelint", "--max-warnings", "0", "**/*.css", "www/element/styles/*.js"]),
];

/// The checks. The check of the dependencies needs cargo-deny.
pub fn jobs<'a>(with_dependencies: bool) -> Vec<Job<'a>> {
    let mut jobs = vec![
        Job::new(Kind::Check, "format", 2, |log, _| log.run(&mut cargo("fmt --all --check -- --color never")))
            .after(&[job::RUSTUP]),
    ];
    jobs.extend(SCRIPTS.map(|(name, usual, words)| {
        let work = move |log: &Log, _: &mut _| log.run(&mut script(words));
        Job::new(Kind::Check, name, usual, work).after(&[job::NPM, job::NPM_APPS])
    }));
    if with_dependencies {
        jobs.push(Job::new(Kind::Check, "dependencies", 5, dependencies).after(&[job::DENY]));
    }
    // This call does not check the code for browsers. The checks of the WebAssembly modules do.
    let words = "clippy --workspace --all-targets -- -D warnings";
    let clippy = |log: &Log, _: &mut _| log.run(&mut cargo(words));
    jobs.push(Job::new(Kind::Check, "clippy", 30, clippy).after(&[job::RUSTUP]).lock(CARGO));
    jobs
}

/// Checks licences, bans and sources of all dependencies, and advisories if their database can be fetched.
fn dependencies(log: &Log, results: &mut Results) -> Result<()> {
    log.run(&mut cargo("deny --workspace --all-features check licenses bans sources"))?;
    if log.run_within(FETCH, &mut cargo("deny fetch db")).is_err() {
        results.notes.push("advisories were not checked: their database cannot be fetched here".to_owned());
        return Ok(());
    }
    log.run(&mut cargo("deny --workspace --all-features check --disable-fetch advisories"))
}

/// A program of the npm packages of the repository.
fn script(words: &[&str]) -> Command {
    let mut command = Command::new(paths::root().join("node_modules/.bin").join(words[0]));
    command.current_dir(paths::root()).args(&words[1..]);
    command
}

/// A call of cargo.
pub fn cargo(words: &str) -> Command {
    let mut command = Toolchain::Current.cargo();
    command.args(words.split(' '));
    command
}
