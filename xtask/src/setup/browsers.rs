//! The three browser engines with their WebDrivers.

use std::fmt::{self, Display};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::apt;
use crate::process;

/// Fonts that the text of the pages is measured and drawn with.
const FONTS: [&str; 2] = ["fonts-liberation", "fonts-noto-core"];
/// The programs of Chromium and of Firefox, as distributions call them.
const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const FIREFOX: [&str; 2] = ["firefox", "firefox-esr"];

/// A browser engine that the element must work in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The engine of Chrome and Edge.
    Chromium,
    /// The engine of Firefox.
    Firefox,
    /// The engine of Safari.
    WebKit,
}

impl Engine {
    /// The three engines.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
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

/// An installed browser.
pub struct Browser {
    /// The program of its WebDriver.
    pub driver: PathBuf,
    /// The program of the browser itself.
    pub binary: PathBuf,
}

/// Installs the browsers, fonts and drivers that are missing, but for Firefox's driver, which cargo compiles.
pub fn browsers() -> Result<()> {
    let mut missing: Vec<&str> = FONTS.into_iter().filter(|font| !apt::has(font)).collect();
    // Chromium and its driver must be of one version and so come from one place.
    if first(&CHROMIUM).is_none() || process::find("chromedriver").is_none() {
        missing.extend(["chromium", "chromium-driver"]);
    }
    if first(&FIREFOX).is_none() {
        missing.push("firefox-esr");
    }
    if process::find("WebKitWebDriver").is_none() || mini_browser().is_none() {
        missing.push("webkit2gtk-driver");
    }
    // WebKit's small browser needs a screen.
    if process::find("Xvfb").is_none() {
        missing.push("xvfb");
    }
    if missing.is_empty() {
        return Ok(());
    }
    apt::install(&missing, "2 min").context("on Ubuntu `snap install chromium firefox` brings two of the browsers")
}

/// The browser of an engine, which is installed.
pub fn browser(engine: Engine) -> Result<Browser> {
    let (driver, binary) = match engine {
        Engine::Chromium => ("chromedriver", first(&CHROMIUM)),
        Engine::Firefox => ("geckodriver", first(&FIREFOX)),
        Engine::WebKit => ("WebKitWebDriver", mini_browser()),
    };
    let driver = process::find(driver).with_context(|| format!("{driver} is not on PATH"))?;
    Ok(Browser { driver, binary: binary.with_context(|| format!("there is no {engine}"))? })
}

/// The newest of the small browsers that come with WebKitGTK.
fn mini_browser() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = subfolders(Path::new("/usr/lib"))
        .flat_map(|folder| subfolders(&folder).collect::<Vec<_>>())
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// The folders in a folder.
fn subfolders(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir())
}

/// The first of several programs that is on the search path.
fn first(programs: &[&str]) -> Option<PathBuf> {
    programs.iter().find_map(|program| process::find(program))
}
