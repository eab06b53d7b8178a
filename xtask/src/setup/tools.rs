//! Cargo tools of the right version, in a folder of this project.

use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::toolchain::Toolchain;
use crate::{paths, process};

/// A program that cargo installs.
struct Tool<'a> {
    /// The crate's name.
    package: &'a str,
    /// The program's name.
    program: &'a str,
    /// The version that this project was tested with.
    version: &'a str,
    /// How long the installation usually takes.
    time: &'a str,
}

/// Makes sure that wasm-pack is there.
pub fn wasm_pack() -> Result<()> {
    Tool { package: "wasm-pack", program: "wasm-pack", version: "0.15.1", time: "2 min" }.ensure()
}

/// Makes sure that wasm-bindgen's command, with its test runner, is there in the locked version.
pub fn wasm_bindgen() -> Result<()> {
    let version = locked_version("wasm-bindgen")?;
    Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: &version, time: "3 min" }.ensure()
}

/// Makes sure that Firefox's WebDriver is there.
pub fn geckodriver() -> Result<()> {
    Tool { package: "geckodriver", program: "geckodriver", version: "0.37.1", time: "4 min" }.ensure()
}

/// The version that `Cargo.lock` holds of a package.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(paths::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock has no {package}"))
}

impl Tool<'_> {
    /// Installs the tool unless the right version is on the search path.
    fn ensure(&self) -> Result<()> {
        if self.is_here() {
            return Ok(());
        }
        println!("Installing {} {} (usually {})", self.package, self.version, self.time);
        // A version named by the tool's own lock file may be missing on a registry; any that fits will do then.
        if process::read(self.install().arg("--locked")).is_err() {
            process::read(&mut self.install())?;
        }
        Ok(())
    }

    /// Whether the program that the search path leads to has the right version.
    fn is_here(&self) -> bool {
        let Some(path) = process::find(self.program) else {
            return false;
        };
        let printed = process::read(Command::new(path).arg("--version"));
        printed.is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    /// The call of cargo that installs the tool.
    fn install(&self) -> Command {
        let mut command = Toolchain::Current.cargo();
        command.args(["install", "--quiet", "--force", self.package]);
        command.arg(format!("--version={}", self.version)).arg("--root").arg(paths::tools());
        // These run for seconds: a quick build is worth more than a quick tool.
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command.env_remove("CARGO_TARGET_DIR").current_dir(env::temp_dir());
        command
    }
}

/// The version of a package in the text of a lock file.
fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock =
            "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.3.4\"\n";
        assert_eq!(version_in(lock, "a").as_deref(), Some("2.3.4"));
        assert_eq!(version_in(lock, "b"), None);
    }

    #[test]
    fn the_binding_generator_is_of_the_locked_version() {
        let generator = locked_version("wasm-bindgen-cli-support").unwrap();
        assert_eq!(generator, locked_version("wasm-bindgen").unwrap());
    }
}
