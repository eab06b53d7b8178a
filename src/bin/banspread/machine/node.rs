//! The machine as Node.js knows it.

pub(crate) mod fs;
mod import;

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use resvg::usvg::fontdb::Database;

use self::fs::File;
use super::Stream;

/// The arguments of the command. The first is its own name.
pub(crate) fn arguments() -> Vec<OsString> {
    // Node.js has its own name and the path of the script before the arguments.
    let own = import::arguments().into_iter().skip(2);
    [String::from("banspread")].into_iter().chain(own).map(OsString::from).collect()
}

/// A variable of the environment.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    import::environment(name).map(OsString::from)
}

/// The standard input.
pub(crate) fn input() -> impl Read {
    File::of_process(0)
}

impl Stream {
    /// Writes a text.
    pub(crate) fn write(self, text: &str) -> io::Result<()> {
        File::of_process(self.number()).write_all(text.as_bytes())
    }

    /// Whether the stream is a terminal.
    pub(crate) fn is_terminal(self) -> bool {
        import::is_terminal(self.number())
    }

    fn number(self) -> i32 {
        match self {
            Self::Output => 1,
            Self::Errors => 2,
        }
    }
}

/// Tells Node.js the exit code. Nobody reads what `main` returns.
pub(crate) fn exit(code: u8) -> ExitCode {
    import::set_exit_code(code.into());
    ExitCode::SUCCESS
}

/// The folder of the npm package that contains the command.
pub(crate) fn package() -> PathBuf {
    PathBuf::from(import::package())
}

/// A random number.
pub(crate) fn random() -> u64 {
    import::random()
}

/// Why the command cannot draw a character, for a sentence that ends with it.
pub(crate) const NO_FONT: &str =
    "in Node.js the command has only the font Noto Sans, which does not contain the characters";

/// Adds no fonts: Node.js knows none. The native command uses those of the machine.
pub(crate) fn add_fonts(_: &mut Database) {}

/// Prints a panic. Otherwise Node.js would only say that the module has ended.
pub(crate) fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let _ = Stream::Errors.write(&format!("{panic}\n"));
    }));
}
