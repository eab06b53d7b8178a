//! The three browser engines with their WebDrivers.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{apt, tools};
use crate::process;
use crate::test::Engine;

/// Fonts that the text of the pages is measured and drawn with.
const FONTS: [&str; 2] = ["fonts-liberation", "fonts-noto-core"];

/// An installed browser.
pub struct Browser {
    /// The program of its WebDriver.
    pub driver: PathBuf,
    /// The program of the browser itself.
    pub binary: PathBuf,
}

/// The browser of an engine, installed when it is missing.
pub fn browser(engine: Engine) -> Result<Browser> {
    fonts()?;
    match engine {
        Engine::Chromium => chromium(),
        Engine::Firefox => firefox(),
        Engine::WebKit => webkit(),
    }
}

/// Chromium and its driver, which must be of one version and so come from one place.
fn chromium() -> Result<Browser> {
    let binaries = ["chromium", "chromium-browser", "google-chrome"];
    if first(&binaries).is_none() || process::find("chromedriver").is_none() {
        apt::install(&["chromium", "chromium-driver"], "1 min")
            .context("no Chromium with chromedriver on PATH (Ubuntu: `snap install chromium`)")?;
    }
    Ok(Browser { driver: found(&["chromedriver"])?, binary: found(&binaries)? })
}

/// Firefox and its driver.
fn firefox() -> Result<Browser> {
    let binaries = ["firefox", "firefox-esr"];
    if first(&binaries).is_none() {
        apt::install(&["firefox-esr"], "1 min").context("no Firefox on PATH (Ubuntu: `snap install firefox`)")?;
    }
    tools::geckodriver()?;
    Ok(Browser { driver: found(&["geckodriver"])?, binary: found(&binaries)? })
}

/// WebKit's small browser and its driver, with the screen that they need.
fn webkit() -> Result<Browser> {
    if first(&["WebKitWebDriver"]).is_none() || mini_browser().is_none() {
        apt::install(&["webkit2gtk-driver"], "1 min")?;
    }
    if first(&["Xvfb"]).is_none() {
        apt::install(&["xvfb"], "20 s")?;
    }
    let binary = mini_browser().context("webkit2gtk-driver has brought no MiniBrowser")?;
    Ok(Browser { driver: found(&["WebKitWebDriver"])?, binary })
}

/// Installs the fonts that are missing.
fn fonts() -> Result<()> {
    let missing: Vec<&str> = FONTS.into_iter().filter(|font| !apt::has(font)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    apt::install(&missing, "20 s")
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

/// The first of several programs, one of which must be there.
fn found(programs: &[&str]) -> Result<PathBuf> {
    first(programs).with_context(|| format!("{} is not on PATH", programs.join(" or ")))
}
