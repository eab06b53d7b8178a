//! The format of a text.

/// The text without a byte order mark, which spreadsheets and editors of Windows put before it.
pub fn plain(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The format of a text. The text itself decides, because servers and file names are often wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// Cells that commas, semicolons or tabs separate.
    Csv,
}

impl Format {
    /// CSV if the first line has separators and does not begin like JSON or HTML.
    pub fn of(text: &str) -> Self {
        // JSON may be a single long line, so its first character decides.
        let json = text.trim_start().starts_with(['{', '[', '<']);
        if !json && first_line(text).contains([',', ';', '\t']) { Self::Csv } else { Self::Json }
    }
}

/// The first line that is not blank.
pub(crate) fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).find(|line| !line.trim().is_empty()).unwrap_or_default()
}
