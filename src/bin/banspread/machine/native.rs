//! The machine as the standard library knows it.

use std::collections::hash_map::RandomState;
use std::env;
use std::ffi::OsString;
use std::hash::BuildHasher;
use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use resvg::usvg::fontdb::Database;

use super::Stream;

pub(crate) use std::fs;

/// The arguments of the command. The first is its own name.
pub(crate) fn arguments() -> Vec<OsString> {
    env::args_os().collect()
}

/// A variable of the environment.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name)
}

/// The standard input.
pub(crate) fn input() -> impl Read {
    io::stdin().lock()
}

impl Stream {
    /// Writes a text.
    pub(crate) fn write(self, text: &str) -> io::Result<()> {
        match self {
            Self::Output => io::stdout().lock().write_all(text.as_bytes()),
            Self::Errors => io::stderr().lock().write_all(text.as_bytes()),
        }
    }

    /// Whether the stream is a terminal.
    pub(crate) fn is_terminal(self) -> bool {
        match self {
            Self::Output => io::stdout().is_terminal(),
            Self::Errors => io::stderr().is_terminal(),
        }
    }
}

/// The exit code as `main` returns it.
pub(crate) fn exit(code: u8) -> ExitCode {
    ExitCode::from(code)
}

/// The folder of the npm package, as `cargo xtask build` makes it.
pub(crate) fn package() -> PathBuf {
    PathBuf::from("pkg")
}

/// A random number.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(std::process::id())
}

/// Why the command cannot draw a character, for a sentence that ends with it.
pub(crate) const NO_FONT: &str = "no font on this machine contains the characters";

/// Adds the fonts of the machine.
pub(crate) fn add_fonts(fonts: &mut Database) {
    fonts.load_system_fonts();
}
