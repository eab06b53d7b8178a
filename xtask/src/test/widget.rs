//! The tests of the whole element, in three browser engines.

use std::ffi::OsStr;
use std::fmt::{self, Display};
use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::again;
use super::driver::Driver;
use super::report::Report;
use crate::serve::Server;
use crate::setup;
use crate::{build, paths};

/// A browser engine that the element must work in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// That of Chrome and Edge.
    Chromium,
    /// That of Firefox.
    Firefox,
    /// That of Safari.
    WebKit,
}

impl Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

/// Runs the tests once in each engine.
pub fn check(report: &mut Report) {
    if report.prepare("package", build::package).is_none() {
        return;
    }
    let Some(files) = report.prepare("widget tests", test_files) else {
        return;
    };
    let Some(server) = report.prepare("server", serve) else {
        return;
    };
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        let name = format!("widget tests in {engine}");
        let Some(browser) = report.prepare(&name, || setup::browser(engine)) else {
            continue;
        };
        let Some(driver) = report.prepare(&name, || Driver::start(engine, &browser)) else {
            continue;
        };
        report.run_browser_tests(&name, "10 min", |names| {
            let mut command = node(&files, names);
            command.env("BANSPREAD_ORIGIN", server.origin());
            command.env("BANSPREAD_ENGINE", engine.to_string().to_lowercase());
            command.env("BANSPREAD_DRIVER", &driver.url);
            command.env("BANSPREAD_BROWSER", &browser.binary);
            command
        });
    }
}

/// Serves the repository on a free port.
fn serve() -> Result<Server> {
    Server::start(TcpListener::bind("127.0.0.1:0")?)
}

/// Node's test runner, which drives one browser at a time; for the tests of these names or, of none, for all.
fn node(files: &[PathBuf], names: &[String]) -> Command {
    let mut command = Command::new("node");
    command.current_dir(paths::root()).args(["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    for name in names {
        command.arg(format!("--test-name-pattern={}", again::pattern(name)));
    }
    command.args(files);
    command
}

/// The files that hold the tests.
fn test_files() -> Result<Vec<PathBuf>> {
    let folder = paths::root().join("tests/widget");
    let entries = fs::read_dir(&folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.ends_with(".test.mjs")));
    files.sort();
    if files.is_empty() {
        bail!("no tests in {}", folder.display());
    }
    Ok(files)
}
