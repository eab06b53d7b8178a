//! Which format a text is in.

/// The text without a byte order mark, which spreadsheets and editors of Windows put before it.
pub fn plain(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// What a text is written in. Told from the text itself: servers and file names are often wrong about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// Cells that commas, semicolons or tabs part.
    Csv,
}

impl Format {
    /// CSV where the first line has cells and does not begin as JSON or HTML do.
    pub fn of(text: &str) -> Self {
        // JSON may be one line of any length: it is told from its first letter.
        let json = text.trim_start().starts_with(['{', '[', '<']);
        if !json && first_line(text).contains([',', ';', '\t']) { Self::Csv } else { Self::Json }
    }
}

/// The first line that is not blank.
pub(crate) fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).find(|line| !line.trim().is_empty()).unwrap_or_default()
}
