//! The package as apps get it from npm: its contents, its types, and apps that bundlers and frameworks make with it.

use std::path::PathBuf;
use std::process::Command;

use super::job;
use super::log::Log;
use super::node::{runner, test_job};
use super::schedule::{Job, Kind};
use crate::paths;

/// The check that makes the apps, which the widget tests open.
pub const APPS: &str = "apps of bundlers and frameworks";
/// The job that packs the package.
const PACK: &str = "npm pack";
/// The jobs that make the apps.
pub const MAKING: [&str; 2] = [PACK, APPS];

/// The checks.
pub fn jobs<'a>() -> Vec<Job<'a>> {
    // Lays what npm would publish among the packages of the apps.
    let pack = |log: &Log, _: &mut _| log.run(Command::new("node").current_dir(folder()).arg("pack.mjs"));
    let job = |name, usual, files: &'static [&'static str]| {
        let command = move || {
            let mut command = runner(&folder());
            command.args(files);
            Ok(command)
        };
        test_job(name, usual, command).after(&[PACK])
    };
    vec![
        Job::new(Kind::Setup, PACK, 5, pack).after(&[job::PACKAGE, job::NPM_APPS]),
        job(APPS, 40, &["bundlers.test.mjs", "frameworks.test.mjs"]),
        job("npm package", 60, &["package.test.mjs", "snippets.test.mjs", "types.test.mjs"]),
    ]
}

/// The folder of the apps.
fn folder() -> PathBuf {
    paths::root().join("tests/apps")
}
