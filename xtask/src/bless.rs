//! Writes what the tests draw and print now as what they expect.

use anyhow::{Context, Result};

use crate::process;
use crate::toolchain::Toolchain;

/// The tests that keep the expected results in files. `styles` keeps the colours of the shell. A test of the library
/// keeps `www/core.d.ts`.
const TESTS: [&str; 4] = ["import", "invalid", "references", "styles"];

/// Writes the expected results. Returns `false` if one of them changed: the command then fails, so that nobody accepts
/// a change by accident.
pub fn run() -> Result<bool> {
    let mut command = Toolchain::Current.cargo();
    command.args(["test", "--no-fail-fast", "--lib"]);
    command.args(TESTS.iter().flat_map(|name| ["--test", *name]));
    command.env("BLESS", "1").env_remove("RUST_BACKTRACE");
    let status = command.status().with_context(|| format!("cannot start {}", process::line(&command)))?;
    let same = status.success();
    println!(
        "\n{}",
        if same {
            "No expected result has changed."
        } else {
            "Expected results have changed. Look at `git diff` and at the gallery before you commit them."
        }
    );
    Ok(same)
}
