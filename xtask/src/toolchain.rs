//! The Rust toolchains, with a clean environment for each call.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::{paths, process};

/// The target for browsers.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The name of Debian's toolchain in rustup.
pub const DEBIAN: &str = "debian-web";

/// A Rust toolchain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Toolchain {
    /// The toolchain that runs this program.
    Current,
    /// The same toolchain. It builds a standard library for the modules, optimised for size.
    Sources {
        /// The folder with the source of the standard library.
        library: PathBuf,
    },
    /// Debian's compiler with a wasm32 standard library. It has no linker for wasm32.
    Debian {
        /// The program of the linker.
        linker: String,
        /// The folder of the toolchain.
        root: PathBuf,
    },
}

impl Toolchain {
    /// A call of cargo at the root of the repository.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        self.set_environment(&mut command);
        command
    }

    /// Sets the environment of a command so that the command calls this toolchain.
    pub fn set_environment(&self, command: &mut Command) {
        clear_environment(command);
        command.current_dir(paths::root()).env("PATH", process::search_path());
        if let Self::Debian { linker, root } = self {
            command.env("RUSTUP_TOOLCHAIN", DEBIAN);
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            // Otherwise Clippy looks for the libraries beside Debian's compiler.
            command.env("SYSROOT", root);
            command.env_remove("LD_LIBRARY_PATH");
        }
    }
}

/// Removes the variables that `cargo run` set for this program. Variables of the user stay.
pub fn clear_environment(command: &mut Command) {
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_about_this_program) {
            command.env_remove(name);
        }
    }
}

/// Whether `cargo run` sets this variable for the program that it starts.
fn is_about_this_program(name: &str) -> bool {
    let exact = ["CARGO", "CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE", "OUT_DIR", "RUST_RECURSION_COUNT"];
    let start = ["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_BIN_"];
    exact.contains(&name) || start.iter().any(|prefix| name.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_variables_that_cargo_run_set_are_removed() {
        assert!(is_about_this_program("CARGO"));
        assert!(is_about_this_program("CARGO_PKG_VERSION"));
        assert!(!is_about_this_program("CARGO_HOME"));
        assert!(!is_about_this_program("CARGO_TARGET_DIR"));
    }
}
