//! What the server answers.

use std::fs;
use std::io::{self, Write};
use std::thread;

use super::content_type;
use super::request::Wanted;
use super::wishes::Wishes;
use crate::paths;

/// A status, the bytes that come with it, and how they come.
pub struct Answer {
    status: u16,
    kind: String,
    bytes: Vec<u8>,
    wishes: Wishes,
}

impl Answer {
    /// The answer to a request for a URL.
    pub fn to(url: &str) -> Self {
        let Some(Wanted { path, mut wishes }) = Wanted::read(url) else {
            return Self::not_found(url);
        };
        let answer = match (wishes.status, fs::read(paths::root().join(&path))) {
            (Some(status), _) => Self::page(status, "This answer was asked for."),
            (None, Err(_)) => Self::not_found(url),
            (None, Ok(mut bytes)) => {
                bytes.truncate(wishes.cut.unwrap_or(usize::MAX));
                let kind = wishes.kind.take().unwrap_or_else(|| content_type::of(&path).to_owned());
                Self { status: 200, kind, bytes, wishes: Wishes::default() }
            }
        };
        Self { wishes, ..answer }
    }

    /// A page of one sentence.
    pub fn page(status: u16, sentence: &str) -> Self {
        let html = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{status}</title>\
             <h1>{status}</h1><p>{sentence} <a href=\"/\">To the demo</a></p></html>\n"
        );
        Self {
            status,
            kind: "text/html; charset=utf-8".to_owned(),
            bytes: html.into_bytes(),
            wishes: Wishes::default(),
        }
    }

    /// The page that stands for a missing one.
    fn not_found(url: &str) -> Self {
        let path = url.split('?').next().unwrap_or_default();
        Self::page(404, &format!("There is nothing at {}.", escape(path)))
    }

    /// Writes the answer with its body, or its head alone. Browsers ask for a file again each time.
    pub fn write(&self, out: &mut impl Write, with_body: bool) -> io::Result<()> {
        let Self { status, kind, bytes, wishes } = self;
        thread::sleep(wishes.delay);
        let mut head = format!(
            "HTTP/1.1 {status} {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n",
            reason(*status),
            bytes.len(),
        );
        if !wishes.closed {
            head.push_str("Access-Control-Allow-Origin: *\r\n");
        }
        for (name, policy) in [("", &wishes.policy), ("-Report-Only", &wishes.watched)] {
            if let Some(policy) = policy {
                head.push_str(&format!("Content-Security-Policy{name}: {policy}\r\n"));
            }
        }
        out.write_all(head.as_bytes())?;
        out.write_all(b"\r\n")?;
        if with_body {
            let sent = wishes.dropped.unwrap_or(usize::MAX).min(bytes.len());
            out.write_all(&bytes[..sent])?;
        }
        out.flush()
    }
}

/// What a browser's developer tools show beside a status.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "As Asked For",
    }
}

/// Text as it may stand in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
