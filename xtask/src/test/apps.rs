//! The package as apps get it from npm: what is in it, its types, and apps that bundlers and frameworks make with it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::report::Report;
use crate::{build, paths, process, setup};

/// What is checked: the name in the report, how long it usually takes, the file of tests.
const CHECKS: [(&str, &str, &str); 5] = [
    ("npm package", "5 s", "package.test.mjs"),
    ("snippets", "1 s", "snippets.test.mjs"),
    ("types", "1 min", "types.test.mjs"),
    ("apps of bundlers", "30 s", "bundlers.test.mjs"),
    ("apps of frameworks", "10 s", "frameworks.test.mjs"),
];

/// Builds the apps, which the widget tests then open.
pub fn check(report: &mut Report) {
    let prepared = report.prepare("package", build::package).is_some()
        && report.prepare("bundlers and frameworks", setup::apps).is_some()
        && report.prepare("npm pack", pack).is_some();
    if !prepared {
        return;
    }
    for (name, time, file) in CHECKS {
        let mut command = node();
        command.args(["--test", "--test-reporter=spec", file]);
        report.run_tests(name, time, &mut command);
    }
}

/// Packs `pkg/` and lays what npm would publish among the packages of the apps.
fn pack() -> Result<String> {
    process::read(node().arg("pack.mjs"))
}

/// A call of Node in the folder of the apps.
fn node() -> Command {
    let mut command = Command::new("node");
    command.current_dir(folder());
    command
}

/// The folder of the apps.
fn folder() -> PathBuf {
    paths::root().join("tests/apps")
}
