//! Hears the figure in a real screen reader, in two browsers, and writes down what it speaks.

use std::process::Command;

use anyhow::{Context, Result};

use crate::{build, paths, process, setup};

/// Builds the package, then asks a reader's questions with real keys. The transcripts are in `tests/heard`. Returns
/// `false` if the screen reader or a browser fails.
pub fn run() -> Result<bool> {
    setup::screen_reader()?;
    setup::node_modules()?;
    build::package()?;
    let mut node = Command::new("node");
    node.current_dir(paths::root()).arg("tests/heard/run.mjs").env("PATH", process::search_path());
    let status = node.status().with_context(|| format!("cannot start {}", process::line(&node)))?;
    Ok(status.success())
}
