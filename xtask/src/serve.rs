//! A small web server for the demo and for the whole-widget tests.

mod answer;
mod content_type;
mod request;
mod wishes;

use std::io::{self, BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::Result;

use answer::Answer;

/// The longest head of a request that is read.
const LONGEST: u64 = 64 * 1024;
/// How long a client may take to ask. Browsers open connections that they may never use.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server; dropping it stops it.
pub struct Server {
    address: SocketAddr,
    ended: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves the repository's pages on a listener.
    pub fn start(listener: TcpListener) -> Result<Self> {
        let address = listener.local_addr()?;
        let ended = Arc::new(AtomicBool::new(false));
        let listening = thread::spawn({
            let ended = Arc::clone(&ended);
            move || listen(&listener, &ended)
        });
        Ok(Self { address, ended, listening: Some(listening) })
    }

    /// Scheme, host and port, as a page sees them.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        self.join();
    }

    fn join(&mut self) {
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        // Only a connection wakes the thread that waits for one.
        let _ = TcpStream::connect(self.address);
        self.join();
    }
}

/// Answers each connection in a thread of its own, so that none ever waits for another to end.
fn listen(listener: &TcpListener, ended: &AtomicBool) {
    for stream in listener.incoming() {
        if ended.load(Ordering::Acquire) {
            return;
        }
        if let Ok(stream) = stream {
            // A browser that has gone away in the meantime is no concern of the server.
            thread::spawn(move || drop(serve(&stream)));
        }
    }
}

/// Answers the one request of a connection.
fn serve(mut stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let Some((method, url)) = read_request(stream)? else {
        return Ok(());
    };
    let answer = match method.as_str() {
        "GET" | "HEAD" => Answer::to(&url),
        _ => Answer::page(405, "Only GET and HEAD are answered here."),
    };
    answer.write(&mut stream, method != "HEAD")
}

/// Method and URL of a request; `None` when nothing is asked. What else its head says is read and forgotten.
fn read_request(stream: &TcpStream) -> io::Result<Option<(String, String)>> {
    let mut lines = BufReader::new(stream.take(LONGEST)).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(None);
    };
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ').map(str::to_owned);
    Ok(words.next().zip(words.next()))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

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
    fn a_test_may_ask_for_less_than_there_is() {
        let server = server();
        let cut = ask(&server, "GET /www/banspread.js?cut=10");
        assert!(cut.contains("Content-Length: 10\r\n") && cut.ends_with("\r\n\r\n/** Define"), "{cut}");
        let dropped = ask(&server, "GET /www/banspread.js?drop=10");
        assert!(!dropped.contains("Content-Length: 10\r\n") && dropped.ends_with("\r\n\r\n/** Define"), "{dropped}");
    }

    #[test]
    fn a_test_may_ask_for_other_headers() {
        let server = server();
        let plain = ask(&server, "GET /www/banspread.js");
        assert!(plain.contains("Access-Control-Allow-Origin: *\r\n"), "{plain}");
        assert!(!plain.contains("Content-Security-Policy"), "{plain}");
        let answer = ask(&server, "GET /www/banspread.js?cors=none&csp=default-src%20'none'&report=img-src%20*");
        assert!(!answer.contains("Access-Control-Allow-Origin"), "{answer}");
        assert!(answer.contains("\r\nContent-Security-Policy: default-src 'none'\r\n"), "{answer}");
        assert!(answer.contains("\r\nContent-Security-Policy-Report-Only: img-src *\r\n"), "{answer}");
    }

    #[test]
    fn connections_that_ask_nothing_keep_nobody_waiting() {
        let server = server();
        let idle: Vec<TcpStream> = (0..20).map(|_| TcpStream::connect(server.address).unwrap()).collect();
        assert!(ask(&server, "GET /").starts_with("HTTP/1.1 200"));
        drop(idle);
    }

    #[test]
    fn a_head_comes_without_its_body() {
        let answer = ask(&server(), "HEAD /www/banspread.js");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
        assert!(!answer.contains("Content-Length: 0\r\n"), "{answer}");
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
