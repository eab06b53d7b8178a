//! Where on the web the published folder will be.

use std::str::FromStr;

/// The address of a folder of the web.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    /// Ends in a slash.
    folder: String,
    /// Where the path begins.
    path: usize,
}

/// Why a text is no such address.
#[derive(Debug, thiserror::Error, PartialEq)]
pub(crate) enum AddressError {
    #[error("an address begins with https:// or http://")]
    Scheme,
    #[error("the address names no host, such as paper.example or 127.0.0.1:8080")]
    Host,
    #[error("the address of a folder has no \"?\", \"#\", \"@\", spaces, quotation marks or letters beyond ASCII")]
    Letter,
}

impl Address {
    /// Of the folder, and of the page that it opens with.
    pub(crate) fn page(&self) -> &str {
        &self.folder
    }

    /// Of a file in the folder.
    pub(crate) fn of(&self, file: &str) -> String {
        format!("{}{file}", self.folder)
    }

    /// Scheme and host.
    pub(crate) fn origin(&self) -> &str {
        &self.folder[..self.path]
    }

    /// The host without its port.
    pub(crate) fn host(&self) -> &str {
        let (_, host) = self.origin().split_once("://").unwrap_or_default();
        host.split(':').next().unwrap_or(host)
    }

    /// The folder's path on its host; begins and ends with a slash.
    pub(crate) fn path(&self) -> &str {
        &self.folder[self.path..]
    }
}

impl FromStr for Address {
    type Err = AddressError;

    /// A folder's address with or without the last slash, or with the name of its page.
    fn from_str(text: &str) -> Result<Self, AddressError> {
        let start = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme));
        let start = start.ok_or(AddressError::Scheme)?.len();
        let odd = |letter: char| !letter.is_ascii_graphic() || "?#@\"'<>`\\^{|}".contains(letter);
        if text.contains(odd) {
            return Err(AddressError::Letter);
        }
        let mut folder = text.strip_suffix("/index.html").unwrap_or(text).to_owned();
        if !folder.ends_with('/') {
            folder.push('/');
        }
        let path = start + folder[start..].find('/').unwrap_or_default();
        let host = &folder[start..path];
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || ".-:".contains(letter);
        if host.is_empty() || host.starts_with(':') || !host.chars().all(is_part) {
            return Err(AddressError::Host);
        }
        Ok(Self { folder, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_known_by_any_of_its_addresses() {
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
    fn the_end_of_a_name_is_no_page() {
        let address: Address = "https://paper.example/my-index.html".parse().unwrap();
        assert_eq!(address.path(), "/my-index.html/");
    }

    #[test]
    fn what_is_no_address_of_a_folder_is_refused() {
        let why = |text: &str| text.parse::<Address>().unwrap_err();
        assert_eq!(why("paper.example/story"), AddressError::Scheme);
        for text in ["https:///story", "https://:80/story", "https://a.example;b/", "https://a.example,b/"] {
            assert_eq!(why(text), AddressError::Host, "{text}");
        }
        for text in
            ["https://a.example/?x=1", "https://a.example/\"onload", "https://me@a.example/", "https://ü.example/"]
        {
            assert_eq!(why(text), AddressError::Letter);
        }
    }
}
