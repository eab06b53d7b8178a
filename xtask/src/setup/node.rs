//! Checks Node.js. This program does not install it: most people use a version manager of their own choice.

use std::process::Command;

use anyhow::{Result, bail};

use super::manager::Manager;
use crate::process;

/// The oldest version that runs the build and the tests.
const OLDEST: u32 = 20;

/// Makes sure that Node.js and npm are installed, and not too old.
pub fn node() -> Result<()> {
    let version = process::read(Command::new("node").arg("--version")).ok();
    if let Some(wrong) = complaint(version.as_deref(), process::find("npm").is_some()) {
        let way = Manager::here().map(|manager| format!(", such as with\n  {}", manager.node())).unwrap_or_default();
        bail!("{wrong}: please install Node.js {OLDEST} or later with npm{way}");
    }
    Ok(())
}

/// The error for a version of Node.js. `None` if the version is right.
fn complaint(version: Option<&str>, has_npm: bool) -> Option<String> {
    let Some(version) = version.map(str::trim) else { return Some("node is not on PATH".to_owned()) };
    // An unknown form of a version is accepted: more likely it is a new form than an old program.
    if major(version).is_some_and(|major| major < OLDEST) {
        return Some(format!("node {version} is too old"));
    }
    (!has_npm).then(|| "npm is not on PATH".to_owned())
}

/// The major version: 20 for `v20.1.0`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_or_old_node_is_reported() {
        for (version, has_npm, expected) in [
            (Some("v20.0.0\n"), true, None),
            (Some("v24.1.0\n"), true, None),
            (Some("v18.20.4\n"), true, Some("node v18.20.4 is too old")),
            (Some("v9.0.0\n"), true, Some("node v9.0.0 is too old")),
            (Some("v20.0.0\n"), false, Some("npm is not on PATH")),
            (Some("nightly\n"), true, None),
            (None, true, Some("node is not on PATH")),
        ] {
            assert_eq!(complaint(version, has_npm).as_deref(), expected, "{version:?} {has_npm}");
        }
    }
}
