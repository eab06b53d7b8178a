//! The checks that need no browser.

use std::process::Command;

use super::report::Report;
use crate::toolchain::Toolchain;
use crate::{paths, setup};

/// Runs them.
pub fn check(report: &mut Report) {
    report.run("format", "2 s", &mut cargo("fmt --all --check -- --color never"));
    if report.prepare("clippy", || setup::clippy(&Toolchain::Current)).is_some() {
        report.run("clippy", "30 s", &mut cargo("clippy --workspace --all-targets -- -D warnings"));
        let with_command = "clippy --workspace --all-targets --features cli -- -D warnings";
        report.run("clippy with the command", "30 s", &mut cargo(with_command));
    }
    report.run_tests("native tests", "2 min", &mut cargo("test --workspace --features cli --lib --bins --tests"));
    let mut node = Command::new("node");
    let words = ["--test", "--test-reporter=spec", "tests/unit/"];
    report.run_tests("unit tests", "10 s", node.current_dir(paths::root()).args(words));
    report.run_tests("doc tests", "20 s", &mut cargo("test --workspace --features cli --doc"));
    let mut documentation = cargo("doc --workspace --no-deps --features cli --lib");
    report.run("documentation", "20 s", documentation.env("RUSTDOCFLAGS", "-D warnings"));
}

/// A call of cargo.
fn cargo(words: &str) -> Command {
    let mut command = Toolchain::Current.cargo();
    command.args(words.split(' '));
    command
}
