//! Serves the demo article and the gallery to this machine.

use std::net::TcpListener;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{build, paths, process};

/// Builds the package, then serves the demo until the process ends. Returns `false` if the server fails.
pub fn run(port: u16) -> Result<bool> {
    // The port is checked before the build, so that nobody waits for a build only to learn that the port is in use.
    drop(TcpListener::bind(("127.0.0.1", port)).with_context(|| complaint(port))?);
    println!("{}", build::package()?.sizes()?.table());
    let mut server = Command::new("node");
    server.current_dir(paths::root()).args(["tests/server.mjs", "--port", &port.to_string()]);
    let status = server.status().with_context(|| format!("cannot start {}", process::line(&server)))?;
    Ok(status.success())
}

/// The error for a port that is in use.
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
