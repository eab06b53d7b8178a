//! Live data: an address whose dataset changes after the page is published. The published dataset is its copy.

use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::publish::address::{Address, LONGEST, host_of, is_host, is_odd, scheme};

/// Google answers the address of a published sheet with another address, of a host that changes. Policies must allow both.
const GOOGLE: (&str, &str) = ("https://docs.google.com", "https://*.googleusercontent.com");

/// The seconds that can be between two requests: as many as servers can bear, and at most a day.
pub const REFRESH: RangeInclusive<u32> = 15..=86_400;

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
    "write the address of a dataset (CSV or JSON), such as https://live.example/sheet.csv: http:// or https://, a host without a user name and with a port up to 65535, at most {LONGEST} characters, all of them ASCII and none of them a blank, a quotation mark or one of # < > ` \\ ^ {{ | }}"
)]
pub struct LiveError;

/// The error for live data that the browser blocks.
#[derive(Debug, thiserror::Error, PartialEq)]
#[error("pages with https load live data only with https: {0}")]
pub struct Blocked(String);

impl Live {
    /// The address as it is written.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Checks that browsers let a page load the data. Pages with https load data without https only from the same
    /// computer.
    ///
    /// # Errors
    ///
    /// The address is blocked.
    pub fn for_page(&self, page: &Address) -> Result<(), Blocked> {
        let is_secure = |address: &str| scheme(address) == Some("https://");
        let host = host_of(&self.address[..self.path]);
        let is_near = host == "localhost" || host.ends_with(".localhost") || is_loopback(host);
        let is_blocked = is_secure(page.page()) && !is_secure(&self.address) && !is_near;
        if is_blocked { Err(Blocked(self.address.clone())) } else { Ok(()) }
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
        let start = scheme(text).ok_or(LiveError)?.len();
        let path = text[start..].find(['/', '?']).map_or(text.len(), |end| start + end);
        let fits = text.len() <= LONGEST && !text.contains(is_odd) && is_host(&text[start..path]);
        if fits { Ok(Self { address: text.to_owned(), path, refresh: None }) } else { Err(LiveError) }
    }
}

/// Whether a host is an address of the computer itself.
fn is_loopback(host: &str) -> bool {
    let rest = host.strip_prefix("127.").map(|rest| rest.split('.').collect::<Vec<_>>());
    rest.is_some_and(|rest| rest.len() == 3 && rest.iter().all(|part| part.parse::<u8>().is_ok()))
}

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
    fn a_page_with_https_has_live_data_with_https_or_of_the_same_computer() {
        for (page, live, is_loaded) in [
            ("https://paper.example/", "https://live.example/a.csv", true),
            ("https://paper.example/", "http://live.example/a.csv", false),
            ("https://paper.example/", "http://127.0.0.1.example/a.csv", false),
            ("https://paper.example/", "http://127.0.0.1:8080/a.csv", true),
            ("https://paper.example/", "http://localhost:8080/a.csv", true),
            ("http://paper.example/", "http://live.example/a.csv", true),
        ] {
            let checked = live.parse::<Live>().unwrap().for_page(&page.parse().unwrap());
            assert_eq!(checked.is_ok(), is_loaded, "{page} {live}");
        }
    }

    #[test]
    fn a_sheet_of_google_needs_the_host_to_which_google_leads() {
        let live: Live = "https://docs.google.com/spreadsheets/d/e/x/pub?output=csv".parse().unwrap();
        assert_eq!(live.sources(), "https://docs.google.com https://*.googleusercontent.com");
    }
}
