//! Output for people: lines that stay and, on a terminal, a status line below them.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};

/// The text of the status line.
static STATUS: Mutex<String> = Mutex::new(String::new());

/// Prints lines that stay. Lines of different threads do not mix.
pub fn say(text: &str) {
    let status = STATUS.lock().unwrap_or_else(PoisonError::into_inner);
    let clear = if status.is_empty() { "" } else { "\r\x1b[2K" };
    let mut out = io::stdout().lock();
    let _ = write!(out, "{clear}{text}\n{status}");
    let _ = out.flush();
}

/// Replaces the status line. If the output is not a terminal, there is none.
pub fn status(text: &str) {
    if !is_terminal() {
        return;
    }
    let mut status = STATUS.lock().unwrap_or_else(PoisonError::into_inner);
    *status = text.chars().take(width()).collect();
    let mut out = io::stdout().lock();
    let _ = write!(out, "\r\x1b[2K{status}");
    let _ = out.flush();
}

/// Whether the output is a terminal.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// The maximal number of characters in the status line. A longer line would wrap, and could not be replaced.
fn width() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(100) - 1
}
