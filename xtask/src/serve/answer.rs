//! What the server answers.

use std::fs;
use std::io::{self, Write};

use super::content_type;
use super::request::Wanted;
use crate::places;

/// A status and the bytes that come with it.
pub struct Answer {
    status: u16,
    kind: String,
    bytes: Vec<u8>,
}

impl Answer {
    /// The answer to a request for a URL.
    pub fn to(url: &str) -> Self {
        let Some(wanted) = Wanted::read(url) else {
            return Self::not_found(url);
        };
        if let Some(status) = wanted.status {
            return Self::page(status, "This answer was asked for.");
        }
        let Ok(bytes) = fs::read(places::root().join(&wanted.path)) else {
            return Self::not_found(url);
        };
        let kind = wanted.kind.unwrap_or_else(|| content_type::of(&wanted.path).to_owned());
        Self { status: 200, kind, bytes }
    }

    /// A page of one sentence.
    pub fn page(status: u16, sentence: &str) -> Self {
        let html = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{status}</title>\
             <h1>{status}</h1><p>{sentence} <a href=\"/\">To the demo</a></p></html>\n"
        );
        Self { status, kind: "text/html; charset=utf-8".to_owned(), bytes: html.into_bytes() }
    }

    /// The page that stands for a missing one.
    fn not_found(url: &str) -> Self {
        let path = url.split('?').next().unwrap_or_default();
        Self::page(404, &format!("There is nothing at {}.", escape(path)))
    }

    /// Writes the answer with its body, or its head alone. Browsers ask for a file again each time.
    pub fn write(&self, out: &mut impl Write, with_body: bool) -> io::Result<()> {
        let Self { status, kind, bytes } = self;
        let head = format!(
            "HTTP/1.1 {status} {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
            reason(*status),
            bytes.len(),
        );
        out.write_all(head.as_bytes())?;
        if with_body {
            out.write_all(bytes)?;
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
