//! A small web server for the demo and for the whole-widget tests.

mod content_type;
mod request;

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Response, StatusCode};

use crate::places;
use request::Wanted;

/// How many requests are answered at once.
const WORKERS: usize = 4;

/// A running server; dropping it stops it.
pub struct Server {
    http: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
    address: SocketAddr,
}

type Answer = Response<std::io::Cursor<Vec<u8>>>;

impl Server {
    /// Serves the repository's pages on a listener.
    pub fn start(listener: TcpListener) -> Result<Self> {
        let address = listener.local_addr()?;
        let http = tiny_http::Server::from_listener(listener, None).map_err(|error| anyhow!("{error}"))?;
        let http = Arc::new(http);
        let workers = (0..WORKERS).map(|_| work(Arc::clone(&http))).collect();
        Ok(Self { http, workers, address })
    }

    /// Scheme, host and port, as a page sees them.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.http.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

/// Starts a thread that answers requests until it is told to stop.
fn work(http: Arc<tiny_http::Server>) -> JoinHandle<()> {
    thread::spawn(move || {
        while let Ok(request) = http.recv() {
            let answer = match request.method() {
                Method::Get | Method::Head => answer(request.url()),
                _ => page(405, "Only GET and HEAD are answered here."),
            };
            // A browser that has gone away in the meantime is no concern of the server.
            let _ = request.respond(answer);
        }
    })
}

/// The answer to a request for a URL.
fn answer(url: &str) -> Answer {
    let Some(wanted) = Wanted::read(url) else {
        return not_found(url);
    };
    if let Some(status) = wanted.status {
        return page(status, "This answer was asked for.");
    }
    let Ok(bytes) = fs::read(places::root().join(&wanted.path)) else {
        return not_found(url);
    };
    let kind = wanted.kind.unwrap_or_else(|| content_type::of(&wanted.path).to_owned());
    respond(200, bytes, &kind)
}

/// The page that stands for a missing one.
fn not_found(url: &str) -> Answer {
    let path = url.split('?').next().unwrap_or_default();
    page(404, &format!("There is nothing at {}.", escape(path)))
}

/// A page of one sentence.
fn page(status: u16, sentence: &str) -> Answer {
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{status}</title>\
         <h1>{status}</h1><p>{sentence} <a href=\"/\">To the demo</a></p></html>\n"
    );
    respond(status, html.into_bytes(), "text/html; charset=utf-8")
}

/// An answer that browsers ask for again each time.
fn respond(status: u16, bytes: Vec<u8>, kind: &str) -> Answer {
    let headers = [("Content-Type", kind), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];
    let mut response =
        Response::from_data(bytes).with_status_code(StatusCode(status)).with_chunked_threshold(usize::MAX);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

/// Text as it may stand in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;

    use super::*;

    /// What a server answers to one request, headers and body.
    fn ask(server: &Server, request_line: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "{request_line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn server() -> Server {
        Server::start(TcpListener::bind("127.0.0.1:0").unwrap()).unwrap()
    }

    #[test]
    fn a_script_is_served_as_one() {
        let answer = ask(&server(), "GET /www/banspread.js");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.contains("Content-Type: text/javascript; charset=utf-8\r\n"), "{answer}");
        assert!(answer.contains("Cache-Control: no-cache\r\n"), "{answer}");
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let answer = ask(&server(), "GET /pkg/<nothing>");
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
        assert!(answer.contains("/pkg/&lt;nothing&gt;"), "{answer}");
    }

    #[test]
    fn nothing_outside_the_served_folders_is_served() {
        let server = server();
        for path in
            ["/www/../Cargo.toml", "/www/%2e%2e/Cargo.toml", "/www/..%2fCargo.toml", "/.git/config", "/Cargo.toml"]
        {
            let answer = ask(&server, &format!("GET {path}"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        }
    }

    #[test]
    fn a_test_may_ask_for_a_wrong_type_and_for_a_failure() {
        let server = server();
        assert!(ask(&server, "GET /www/banspread.js?mime=text/plain").contains("Content-Type: text/plain\r\n"));
        assert!(ask(&server, "GET /www/banspread.js?status=503").starts_with("HTTP/1.1 503"));
    }

    #[test]
    fn nothing_can_be_sent_to_the_server() {
        assert!(ask(&server(), "POST /").starts_with("HTTP/1.1 405"));
    }

    #[test]
    fn a_dropped_server_answers_no_more() {
        let server = server();
        let address = server.address;
        drop(server);
        let refused = (0..100).any(|_| {
            thread::sleep(Duration::from_millis(20));
            TcpStream::connect(address).is_err()
        });
        assert!(refused);
    }
}
