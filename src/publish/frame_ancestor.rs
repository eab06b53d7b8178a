//! The sites whose pages may show a published page in a frame.

use std::str::FromStr;

use crate::publish::address::is_host;

const NOBODY: &str = "'none'";

/// A source of the directive `frame-ancestors` of a Content-Security-Policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Ancestor(String);

/// The error for a text that is not a source of this directive.
#[derive(Debug, thiserror::Error, PartialEq)]
#[error("write 'self', 'none', or an origin such as https://paper.example or https://*.paper.example")]
pub struct AncestorError;

impl Ancestor {
    /// The source as the directive contains it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether sources can stand together: browsers ignore `'none'` beside others.
pub fn agree(sources: &[Ancestor]) -> bool {
    sources.len() < 2 || sources.iter().all(|source| source.0 != NOBODY)
}

impl FromStr for Ancestor {
    type Err = AncestorError;

    fn from_str(text: &str) -> Result<Self, AncestorError> {
        if let "self" | "'self'" | "none" | "'none'" = text {
            return Ok(Self(format!("'{}'", text.trim_matches('\''))));
        }
        let host = ["https://", "http://"].into_iter().find_map(|scheme| text.strip_prefix(scheme));
        let host = host.map(|host| host.strip_prefix("*.").unwrap_or(host));
        if host.is_some_and(is_host) { Ok(Self(text.to_owned())) } else { Err(AncestorError) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_self_and_none_are_sources() {
        for text in ["https://paper.example", "https://*.paper.example", "http://localhost:8080", "'self'"] {
            assert_eq!(text.parse::<Ancestor>().unwrap().as_str(), text);
        }
        assert_eq!("none".parse::<Ancestor>().unwrap().as_str(), "'none'");
    }

    #[test]
    fn other_texts_are_not_sources() {
        for text in
            ["", "*", "paper.example", "https://a.example/", "https://a.example; script-src *", "https://a\nx", "data:"]
        {
            assert_eq!(text.parse::<Ancestor>(), Err(AncestorError), "{text}");
        }
    }
}
