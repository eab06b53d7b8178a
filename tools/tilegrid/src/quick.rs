//! The same program, made for speed: annealing takes minutes there and hours as `cargo xtask` is made by default.

use std::env;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{places, process};

/// What `xtask` is compiled with for annealing. Its grids are the same bytes however it is compiled.
const PROFILE: [&str; 4] = ["opt-level=3", "codegen-units=1", "debug-assertions=false", "overflow-checks=false"];

/// Whether this is that program.
pub(super) fn is_quick() -> bool {
    !cfg!(debug_assertions)
}

/// Compiles it and has it do the same; whether it did well.
pub(super) fn run(arguments: &[String]) -> Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build
        .args(["rustc", "--quiet", "--package", "xtask"])
        .arg("--manifest-path")
        .arg(places::root().join("Cargo.toml"));
    for setting in PROFILE {
        build.args(["--config", &format!("profile.dev.package.xtask.{setting}")]);
    }
    build.args(["--", "-C", "target-cpu=native"]);
    ensure!(build.status().context("cannot start cargo")?.success(), "{} failed", process::line(&build));
    let program = places::target().join("debug").join(format!("xtask{}", env::consts::EXE_SUFFIX));
    let mut command = Command::new(&program);
    Ok(command.arg("grid").args(arguments).status().with_context(|| program.display().to_string())?.success())
}
