//! What a person reads: lines that stay, and on a terminal one line below them that tells what is going on.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};

/// The line that is replaced.
static STATUS: Mutex<String> = Mutex::new(String::new());

/// Prints lines that stay. Threads do not mix theirs.
pub fn say(text: &str) {
    let status = STATUS.lock().unwrap_or_else(PoisonError::into_inner);
    let clear = if status.is_empty() { "" } else { "\r\x1b[2K" };
    let mut out = io::stdout().lock();
    let _ = write!(out, "{clear}{text}\n{status}");
    let _ = out.flush();
}

/// Replaces the line below; elsewhere than on a terminal there is none.
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

/// Whether a person watches.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// A line that is cut here does not wrap on usual terminals.
fn width() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(100) - 1
}
