//! Live data: an address whose dataset changes after the page is published. The published dataset is its copy.

use std::str::FromStr;

use crate::publish::address::is_host;

/// Google answers the address of a published sheet with another address, of a host that changes. Policies must allow both.
const GOOGLE: (&str, &str) = ("https://docs.google.com", "https://*.googleusercontent.com");

/// The address of live data, and how often pages that stay open ask for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Live {
    address: String,
    /// The byte at which the path begins.
    path: usize,
    /// The seconds between two requests. `None`: one request a view.
    pub refresh: Option<u32>,
}

/// The error for a text that is not such an address.
#[derive(Debug, thiserror::Error, PartialEq)]
#[error(
    "write the address of a dataset (CSV or JSON), such as https://live.example/sheet.csv: http or https, a host, no \"#\", no blank and only ASCII"
)]
pub struct LiveError;

impl Live {
    /// The address as it is written.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What the directive `connect-src` of a policy must allow for it.
    pub fn sources(&self) -> String {
        let origin = &self.address[..self.path];
        if origin == GOOGLE.0 { format!("{origin} {}", GOOGLE.1) } else { origin.to_owned() }
    }
}

impl FromStr for Live {
    type Err = LiveError;

    fn from_str(text: &str) -> Result<Self, LiveError> {
        let start = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme)).ok_or(LiveError)?.len();
        let path = text[start..].find(['/', '?']).map_or(text.len(), |end| start + end);
        // The address goes into attributes, its origin into a policy.
        let odd = |letter: char| !letter.is_ascii_graphic() || "#\"'<>`\\^{|}".contains(letter);
        let fits = text.len() <= LONGEST && !text.contains(odd) && is_host(&text[start..path]);
        if fits { Ok(Self { address: text.to_owned(), path, refresh: None }) } else { Err(LiveError) }
    }
}

/// The maximal number of characters in an address: as many as browsers and systems accept.
const LONGEST: usize = 2_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_and_can_have_a_query() {
        for (text, source) in [
            ("https://live.example/sheet.csv?gid=0&output=csv", "https://live.example"),
            ("http://127.0.0.1:8080/a.json", "http://127.0.0.1:8080"),
            ("https://live.example?x=1", "https://live.example"),
        ] {
            let live: Live = text.parse().unwrap();
            assert_eq!((live.address(), live.sources().as_str()), (text, source));
        }
        for text in ["", "live.csv", "ftp://live.example/a", "https:///a", "https://a b/", "https://live.example/#x"] {
            assert_eq!(text.parse::<Live>(), Err(LiveError), "{text}");
        }
        for text in ["https://live.example/\"", "https://user@live.example/a", "https://live.example;/a"] {
            assert_eq!(text.parse::<Live>(), Err(LiveError), "{text}");
        }
    }

    #[test]
    fn a_sheet_of_google_needs_the_host_to_which_google_leads() {
        let live: Live = "https://docs.google.com/spreadsheets/d/e/x/pub?output=csv".parse().unwrap();
        assert_eq!(live.sources(), "https://docs.google.com https://*.googleusercontent.com");
    }
}
