//! WebDrivers: programs that drive a browser for tests.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::Engine;
use crate::process;
use crate::setup::Browser;

/// How long a driver may take until it answers.
const START: Duration = Duration::from_secs(20);

/// A running driver; dropping it ends it with its browsers.
pub struct Driver {
    children: Vec<Child>,
    /// Where the driver listens.
    pub url: String,
}

impl Driver {
    /// Starts the driver of an engine on a free port.
    pub fn start(engine: Engine, browser: &Browser) -> Result<Self> {
        let port = free_port()?;
        let mut driver = Self { children: Vec::new(), url: format!("http://127.0.0.1:{port}") };
        let mut command = Command::new(&browser.driver);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match engine {
            Engine::Chromium => command.arg(format!("--port={port}")),
            Engine::Firefox => command.args(["--host", "127.0.0.1", "--port", &port.to_string()]),
            Engine::WebKit => command
                .args(["--host=127.0.0.1".to_owned(), format!("--port={port}")])
                .env("DISPLAY", driver.start_screen()?)
                // WebKit's own sandbox does not start for root.
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
        };
        let child = command.spawn().with_context(|| format!("cannot start {}", process::line(&command)))?;
        driver.children.push(child);
        driver.wait(port)?;
        Ok(driver)
    }

    /// Starts a screen without a monitor and names it.
    fn start_screen(&mut self) -> Result<String> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().context("cannot start Xvfb")?;
        let output = child.stdout.take();
        self.children.push(child);
        let mut number = String::new();
        BufReader::new(output.context("Xvfb has no output")?).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb does not start");
        }
        Ok(format!(":{}", number.trim()))
    }

    /// Waits until the driver takes connections.
    fn wait(&mut self, port: u16) -> Result<()> {
        let deadline = Instant::now() + START;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = self.children.last_mut().is_some_and(|child| !matches!(child.try_wait(), Ok(None)));
            if ended || Instant::now() > deadline {
                bail!("the WebDriver does not start");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            process::end(child);
        }
    }
}

/// A port that nobody listens on.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
