//! Which Rust toolchain a call uses, and a clean environment for it.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::{paths, process};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The name that rustup knows Debian's toolchain by.
pub const DEBIAN: &str = "debian-web";

/// A Rust toolchain that can do a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Toolchain {
    /// The one that runs this program.
    Current,
    /// The same, where modules get a standard library of their own, built for size.
    Sources {
        /// The folder of the library's source.
        library: PathBuf,
    },
    /// Debian's compiler with a wasm32 standard library, which has no linker of its own.
    Debian {
        /// The linker's program.
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

    /// Gives a command the environment in which the cargo that it calls finds this toolchain.
    pub fn set_environment(&self, command: &mut Command) {
        clear_environment(command);
        command.current_dir(paths::root()).env("PATH", process::search_path());
        if let Self::Debian { linker, root } = self {
            command.env("RUSTUP_TOOLCHAIN", DEBIAN);
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            // Clippy looks for libraries beside Debian's compiler otherwise.
            command.env("SYSROOT", root);
            command.env_remove("LD_LIBRARY_PATH");
        }
    }
}

/// Takes away what `cargo run` told this program about itself, and leaves what the user set.
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
    fn only_what_cargo_run_set_is_taken_away() {
        assert!(is_about_this_program("CARGO"));
        assert!(is_about_this_program("CARGO_PKG_VERSION"));
        assert!(!is_about_this_program("CARGO_HOME"));
        assert!(!is_about_this_program("CARGO_TARGET_DIR"));
    }
}
