//! What the command needs of the machine: arguments, streams, files, fonts.
//!
//! Natively this is the standard library. As a WebAssembly module the command runs in Node.js, where the standard library
//! has none of these. There they are functions of Node.js, with the names of the standard library: the rest of the
//! command does not know where it runs.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod node;

use std::io;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::*;
#[cfg(target_arch = "wasm32")]
pub(crate) use node::*;

/// A stream for text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    /// The standard output.
    Output,
    /// The standard error.
    Errors,
}

impl Stream {
    /// Whether text in this stream may have colors.
    pub(crate) fn has_colors(self) -> bool {
        // https://no-color.org: an empty variable does not count.
        self.is_terminal() && variable("NO_COLOR").is_none_or(|value| value.is_empty())
    }
}

/// An error of a file in words that do not depend on the system. The system's own words if the command has none.
pub(crate) fn words(error: &io::Error) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder",
        io::ErrorKind::PermissionDenied => "permission denied",
        io::ErrorKind::AlreadyExists => "it already exists",
        io::ErrorKind::IsADirectory => "it is a folder",
        io::ErrorKind::NotADirectory => "a part of the path is not a folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full",
        io::ErrorKind::FileTooLarge => "the file is too large for the disk",
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        io::ErrorKind::InvalidFilename => "the name of the file is too long or not allowed",
        _ => return error.to_string(),
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_files_have_words_of_the_command() {
        let missing = std::fs::read("no/such/file").unwrap_err();
        assert_eq!(words(&missing), "there is no such file or folder");
        assert_eq!(words(&io::Error::other("unknown")), "unknown");
    }
}
