//! Checks of the package in apps: the contents and types of the npm package, and apps of bundlers and frameworks.

use std::path::PathBuf;
use std::process::Command;

use super::command_file;
use super::job;
use super::log::Log;
use super::node::{runner, test_job};
use super::schedule::{Job, Kind};
use crate::paths;

/// The check that builds the apps. The widget tests open them.
pub const APPS: &str = "apps of bundlers and frameworks";
/// The job that packs the package.
const PACK: &str = "npm pack";
/// The jobs that build the apps.
pub const MAKING: [&str; 2] = [PACK, APPS];

/// The checks.
pub fn jobs<'a>() -> Vec<Job<'a>> {
    // The script packs the package as npm does, and puts it among the packages of the apps.
    let pack = |log: &Log, _: &mut _| log.run(Command::new("node").current_dir(folder()).arg("pack.mjs"));
    let job = |name, usual, files: &'static [&'static str]| {
        let command = move || {
            let mut command = runner(&folder());
            command.args(files).env("BANSPREAD_COMMAND", command_file());
            Ok(command)
        };
        test_job(name, usual, command).after(&[PACK])
    };
    vec![
        Job::new(Kind::Setup, PACK, 5, pack).after(&[job::PACKAGE, job::COMMAND, job::NPM_APPS]),
        job(APPS, 40, &["bundlers.test.mjs", "frameworks.test.mjs"]),
        job("npm package", 60, &["package.test.mjs", "snippets.test.mjs", "types.test.mjs"]),
        // The tests compare it with the native command.
        test_job("make page without a browser", 60, || {
            let mut command = runner(paths::root());
            command.args(MAKE).env("BANSPREAD_COMMAND", command_file());
            Ok(command)
        })
        .after(&[job::PACKAGE, job::NATIVE_BUILD]),
        // The test compares it with the native command.
        job("command in Node.js", 30, &["command.test.mjs"]).after(&[job::NATIVE_BUILD]),
    ]
}

/// The tests of the modules and the worker of the make page.
const MAKE: [&str; 2] = ["tests/make/import.test.mjs", "tests/make/publish.test.mjs"];

/// The folder of the apps.
fn folder() -> PathBuf {
    paths::root().join("tests/apps")
}
