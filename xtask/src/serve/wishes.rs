//! How a test wants an answer to go wrong: what the query of a URL may ask for.

use std::str::FromStr;
use std::time::Duration;

use super::request::decode;

/// What an answer is to be like. The default is as it should be.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The media type to name: `?mime=text/plain`.
    pub kind: Option<String>,
    /// The status to answer with in the file's place: `?status=503`.
    pub status: Option<u16>,
    /// How long nothing comes, in milliseconds: `?delay=500`.
    pub delay: Duration,
    /// How many bytes of the file there are: `?cut=1000`.
    pub cut: Option<usize>,
    /// After how many bytes the connection ends, although all were promised: `?drop=1000`.
    pub dropped: Option<usize>,
    /// Whether pages of other origins may not read it: `?cors=none`.
    pub closed: bool,
    /// The Content-Security-Policy: `?csp=default-src%20'none'`.
    pub policy: Option<String>,
    /// The Content-Security-Policy that is only watched: `?report=default-src%20'none'`.
    pub watched: Option<String>,
}

impl Wishes {
    /// Reads a query. What makes no sense is as if it were not there.
    pub fn read(query: &str) -> Self {
        Self {
            kind: header(query, "mime"),
            status: parameter(query, "status").filter(|status| (400..600).contains(status)),
            delay: Duration::from_millis(parameter(query, "delay").unwrap_or_default()),
            cut: parameter(query, "cut"),
            dropped: parameter(query, "drop"),
            closed: header(query, "cors").is_some_and(|origins| origins == "none"),
            policy: header(query, "csp"),
            watched: header(query, "report"),
        }
    }
}

/// The value of a parameter.
fn parameter<T: FromStr>(query: &str, name: &str) -> Option<T> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    decode(pairs.into_iter().find(|pair| pair.0 == name)?.1)?.parse().ok()
}

/// The value of a parameter, if it can stand in a header.
fn header(query: &str, name: &str) -> Option<String> {
    parameter(query, name).filter(|text: &String| text.chars().all(|char| char.is_ascii_graphic() || char == ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_query_wishes_nothing() {
        assert_eq!(Wishes::read(""), Wishes::default());
        assert_eq!(Wishes::read("again=1&x"), Wishes::default());
    }

    #[test]
    fn each_parameter_is_a_wish() {
        let wishes = Wishes::read(
            "mime=text%2Fplain&status=404&delay=20&cut=3&drop=2&cors=none&csp=default-src%20'none'&report=img-src%20*",
        );
        let expected = Wishes {
            kind: Some("text/plain".to_owned()),
            status: Some(404),
            delay: Duration::from_millis(20),
            cut: Some(3),
            dropped: Some(2),
            closed: true,
            policy: Some("default-src 'none'".to_owned()),
            watched: Some("img-src *".to_owned()),
        };
        assert_eq!(wishes, expected);
    }

    #[test]
    fn what_makes_no_sense_is_not_wished() {
        let wishes = Wishes::read("mime=a%0d%0ab&status=200&delay=-1&cut=x&drop=&cors=all&csp=%0a");
        assert_eq!(wishes, Wishes::default());
    }
}
