//! The browser engines.

use std::fmt::{self, Display};

/// A browser engine in which the element must work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The engine of Chrome and Edge.
    Chromium,
    /// The engine of Firefox.
    Firefox,
    /// The engine of Safari.
    WebKit,
}

impl Engine {
    /// The three engines.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

impl Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}
