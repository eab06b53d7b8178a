//! What tests draw and print, taken as what they expect.

use anyhow::{Context, Result};

use crate::process;
use crate::toolchain::Toolchain;

/// The tests that keep what they expect in files, and the one that keeps the colours of the shell. Beside them a test of
/// the library keeps `www/core.d.ts`.
const TESTS: [&str; 3] = ["invalid", "references", "styles"];

/// Writes anew what is expected; `false` where that is something else than before, so that nobody blesses by accident.
pub fn run() -> Result<bool> {
    let mut command = Toolchain::Current.cargo();
    command.args(["test", "--no-fail-fast", "--lib"]);
    command.args(TESTS.iter().flat_map(|name| ["--test", *name]));
    command.env("BLESS", "1").env_remove("RUST_BACKTRACE");
    let status = command.status().with_context(|| format!("cannot start {}", process::line(&command)))?;
    let same = status.success();
    println!(
        "\n{}",
        if same { "Nothing new." } else { "Look at `git diff` and at the gallery before you keep what is new." }
    );
    Ok(same)
}
