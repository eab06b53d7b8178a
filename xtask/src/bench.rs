//! Compares the speed of the widget with other ways to draw the same figure.

use std::process::Command;

use anyhow::{Context, Result};

use crate::{build, paths, process, setup};

/// Builds the package, then measures all contenders with datasets of these sizes, or of all sizes. Returns `false` if a
/// contender fails.
pub fn run(sizes: &[String]) -> Result<bool> {
    setup::browsers()?;
    let browser = setup::browser(setup::Engine::Chromium)?;
    build::package()?;
    setup::benchmark()?;
    let mut node = Command::new("node");
    node.current_dir(paths::root()).arg("benches/browser/run.mjs").args(sizes);
    let status = node
        .env("BANSPREAD_BROWSER", browser.binary)
        .status()
        .with_context(|| format!("cannot start {}", process::line(&node)))?;
    Ok(status.success())
}
