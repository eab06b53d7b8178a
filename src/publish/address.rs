//! The web address of the published folder.

use std::str::FromStr;

/// The web address of a folder.
#[derive(Clone, Debug)]
pub struct Address {
    /// Ends in a slash.
    folder: String,
    /// The byte at which the path begins.
    path: usize,
}

/// The reason why a text is not the address of a folder.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum AddressError {
    /// Another scheme, or none.
    #[error("the address does not begin with https:// or http://")]
    Scheme,
    /// No host, or a port that does not exist.
    #[error("the address has no valid host, such as paper.example or 127.0.0.1:8080 (ports up to 65535)")]
    Host,
    /// A character that means something else in the files.
    #[error("the address contains \"?\", \"#\", \"@\", a blank, a quotation mark or a character that is not ASCII")]
    Letter,
    /// A path that does not name one folder.
    #[error(
        "the path contains \"*\" or \":\" (they are rules in _headers), \"//\", a folder \".\" or \"..\", or an escape such as %2f"
    )]
    Path,
    /// Too long for browsers and systems.
    #[error("the address is longer than {LONGEST} characters")]
    Long,
}

impl Address {
    /// The address of the folder. A host answers it with the page `index.html`.
    pub fn page(&self) -> &str {
        &self.folder
    }

    /// The address of a file in the folder.
    pub fn of(&self, file: &str) -> String {
        format!("{}{file}", self.folder)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.folder[..self.path]
    }

    /// The host without its port.
    pub fn host(&self) -> &str {
        host_of(self.origin())
    }

    /// The path of the folder on its host. The path begins and ends with a slash.
    pub fn path(&self) -> &str {
        &self.folder[self.path..]
    }
}

impl FromStr for Address {
    type Err = AddressError;

    /// Reads the address of a folder. The last slash may be missing, and `index.html` may follow it.
    fn from_str(text: &str) -> Result<Self, AddressError> {
        let start = scheme(text).ok_or(AddressError::Scheme)?.len();
        if text.len() > LONGEST {
            return Err(AddressError::Long);
        }
        if text.contains(|letter| is_odd(letter) || "?@".contains(letter)) {
            return Err(AddressError::Letter);
        }
        let mut folder = text.strip_suffix("/index.html").unwrap_or(text).to_owned();
        if !folder.ends_with('/') {
            folder.push('/');
        }
        let path = start + folder[start..].find('/').unwrap_or_default();
        let host = &folder[start..path];
        if !is_host(host) {
            return Err(AddressError::Host);
        }
        if !is_path(&folder[path..]) {
            return Err(AddressError::Path);
        }
        Ok(Self { folder, path })
    }
}

/// The maximal number of characters in an address: as many as browsers and systems accept.
pub(crate) const LONGEST: usize = 2_000;

/// The scheme of an address, with what follows it.
pub(crate) fn scheme(text: &str) -> Option<&'static str> {
    ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))
}

/// Whether a character cannot be in an address: it goes into attributes, into a policy and into `_headers`, and in one of
/// them the character has a meaning of its own.
pub(crate) fn is_odd(letter: char) -> bool {
    !letter.is_ascii_graphic() || "#\"'<>`\\^{|}".contains(letter)
}

/// The host of an origin, without its port.
pub(crate) fn host_of(origin: &str) -> &str {
    let (_, host) = origin.split_once("://").unwrap_or_default();
    host.split(':').next().unwrap_or(host)
}

/// Whether a text is a host name or an IPv4 address, with or without a port.
pub(crate) fn is_host(text: &str) -> bool {
    let (host, port) = text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)));
    // The lengths are those of DNS: 63 bytes for a label, 253 for a name.
    let is_label = |label: &str| {
        let inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    // `parse` alone would accept a sign.
    let is_port =
        |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    host.len() <= 253 && host.split('.').all(is_label) && port.is_none_or(is_port)
}

/// Whether a path names one folder. The path begins and ends with a slash. In `_headers`, `*` and `:` would make it a
/// rule for several folders.
fn is_path(path: &str) -> bool {
    let is_step = |step: &str| {
        // Browsers read `%2e` as a dot.
        let plain = step.to_ascii_lowercase().replace("%2e", ".");
        let coded = |hidden: &str| plain.contains(hidden);
        let is_code = |rest: &str| rest.len() > 1 && rest.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
        !step.is_empty()
            && plain != "."
            && plain != ".."
            && !step.contains(['*', ':'])
            && !["%2f", "%5c", "%00", "%0a", "%0d"].into_iter().any(coded)
            && step.split('%').skip(1).all(is_code)
    };
    path == "/" || path.trim_matches('/').len() + 2 == path.len() && path[1..path.len() - 1].split('/').all(is_step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_several_addresses() {
        for text in
            ["https://paper.example/story", "https://paper.example/story/", "https://paper.example/story/index.html"]
        {
            let address: Address = text.parse().unwrap();
            assert_eq!(address.page(), "https://paper.example/story/");
            assert_eq!(address.of("data.json"), "https://paper.example/story/data.json");
            assert_eq!((address.origin(), address.path()), ("https://paper.example", "/story/"));
        }
    }

    #[test]
    fn the_root_of_a_host_is_a_folder() {
        let address: Address = "http://127.0.0.1:8080".parse().unwrap();
        assert_eq!((address.host(), address.path()), ("127.0.0.1", "/"));
    }

    #[test]
    fn only_a_whole_file_name_is_removed_from_an_address() {
        let address: Address = "https://paper.example/my-index.html".parse().unwrap();
        assert_eq!(address.path(), "/my-index.html/");
    }

    #[test]
    fn other_addresses_are_refused() {
        let why = |text: &str| text.parse::<Address>().unwrap_err();
        assert_eq!(why("paper.example/story"), AddressError::Scheme);
        for text in [
            "https:///story",
            "https://:80/story",
            "https://a.example;b/",
            "https://a.example,b/",
            "https://a.example:99999/",
            "https://a.example:0/",
            "https://a.example:/",
            "https://a.example:1:2/",
            "https://a..example/",
            "https://-a.example/",
            "https://*.example/",
            "https://$/",
        ] {
            assert_eq!(why(text), AddressError::Host, "{text}");
        }
        for path in
            ["*/", "a/*", ":splat/", "../b", "a/./", "%2e%2E/", "a//b", "/evil/", "a/%2fb", "a%", "a%0ab", "%zz"]
        {
            assert_eq!(why(&format!("https://a.example/{path}")), AddressError::Path, "{path}");
        }
        assert_eq!(why(&format!("https://a.example/{}", "a".repeat(3000))), AddressError::Long);
        for path in ["~me/my%20story_1.2/", "a-b/c+d,e;f=g!$&()"] {
            assert!(format!("https://a.example/{path}").parse::<Address>().is_ok(), "{path}");
        }
        for text in
            ["https://a.example/?x=1", "https://a.example/\"onload", "https://me@a.example/", "https://ü.example/"]
        {
            assert_eq!(why(text), AddressError::Letter);
        }
    }
}
