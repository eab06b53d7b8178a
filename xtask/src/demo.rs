//! The demo article and the gallery, served to this machine.

use std::net::TcpListener;

use anyhow::{Context, Result};

use crate::build;
use crate::serve::Server;

/// Builds the package, then serves the demo until the process is ended.
pub fn run(port: u16) -> Result<()> {
    // The port is taken first: nobody should wait for a build to learn that it is not free.
    let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| complaint(port))?;
    build::package()?.sizes()?.print();
    let server = Server::start(listener)?;
    let origin = server.origin();
    println!("\nThe demo is at {origin}/, the gallery of references at {origin}/gallery/ (Ctrl+C ends it)");
    server.wait();
    Ok(())
}

/// What to do about a port that cannot be had.
fn complaint(port: u16) -> String {
    let other = if port == u16::MAX { port - 1 } else { port + 1 };
    format!(
        "cannot serve on port {port}: end the program that uses it, or choose another with \
         `cargo xtask demo --port {other}`"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_named_with_a_way_out() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = run(port).unwrap_err().to_string();
        assert!(error.contains(&format!("port {port}")), "{error}");
        assert!(error.contains("--port"), "{error}");
    }
}
