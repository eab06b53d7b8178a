//! The three browser engines with their WebDrivers.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::engine::Engine;
use super::install::{self, has, is_root};
use super::manager::{MACOS, Manager};
use super::programs;
use super::system_packages::{self, Need};
use crate::process;

/// An installed browser.
pub struct Browser {
    /// The program of its WebDriver.
    pub driver: PathBuf,
    /// The program of the browser itself.
    pub binary: PathBuf,
}

/// Installs missing browsers, fonts and drivers, except the driver of Firefox, which cargo compiles, and except engines
/// that this system does not have.
pub fn browsers() -> Result<()> {
    let manager = Manager::here();
    let needs = missing(manager);
    if !needs.is_empty() {
        let Some(manager) = manager else { bail!("{}", without_manager(&needs, env::consts::OS)) };
        let packages: Vec<&str> = needs.iter().flat_map(|need| packages_of(*need, manager)).collect();
        install::install(manager, &packages, "2 min")?;
        let still = missing(Some(manager));
        if !still.is_empty() {
            bail!("{} was installed, but this is still missing: {}", packages.join(" "), named(&still));
        }
    }
    if env::consts::OS == MACOS { is_allowed_to_run("chromedriver") } else { Ok(()) }
}

/// The installed browser of an engine.
pub fn browser(engine: Engine) -> Result<Browser> {
    let name = programs::driver(engine);
    let driver = process::find(name).with_context(|| format!("{name} is not on PATH"))?;
    Ok(Browser { driver, binary: programs::browser(engine).with_context(|| format!("there is no {engine}"))? })
}

/// The reason why the tests in an engine do not run on this machine, with advice. `None` if they run.
pub fn left_out(engine: Engine) -> Option<String> {
    let reason = system_packages::reason(engine, env::consts::OS, Manager::here())?;
    browser(engine).is_err().then(|| format!("no test ran in {engine}: {reason}"))
}

/// The missing needs of this machine. Only a package manager knows whether fonts are installed, so without one fonts
/// are never missing.
fn missing(manager: Option<Manager>) -> Vec<Need> {
    let mut missing = Vec::new();
    if manager.is_some_and(|manager| !packages_of(Need::Fonts, manager).is_empty()) {
        missing.push(Need::Fonts);
    }
    if browser(Engine::Chromium).is_err() {
        missing.push(Need::Chromium);
    }
    if programs::browser(Engine::Firefox).is_none() {
        missing.push(Need::Firefox);
    }
    if left_out(Engine::WebKit).is_none() {
        if browser(Engine::WebKit).is_err() {
            missing.push(Need::WebKit);
        }
        if process::find("Xvfb").is_none() {
            missing.push(Need::Screen);
        }
    }
    missing
}

/// The packages to install for a need.
fn packages_of(need: Need, manager: Manager) -> Vec<&'static str> {
    let packages = need.packages(manager).iter().copied();
    let is_wanted = |package: &&str| match need {
        // Fonts have no program, so the package manager is asked for their packages.
        Need::Fonts => !has(manager, package),
        // Homebrew fails if an app exists that Homebrew did not install.
        Need::Chromium if manager == Manager::Brew => {
            *package == "chromedriver" || programs::browser(Engine::Chromium).is_none()
        }
        _ => true,
    };
    packages.filter(is_wanted).collect()
}

/// The error on a machine without a package manager that this program knows: the commands to type by hand.
fn without_manager(missing: &[Need], os: &str) -> String {
    let managers = Manager::ALL.into_iter().filter(|manager| (*manager == Manager::Brew) == (os == MACOS));
    let mut text =
        format!("missing: {}\nPlease install this by hand, or install one of these package managers:", named(missing));
    for manager in managers {
        let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages(manager)).copied().collect();
        if !packages.is_empty() {
            text += &format!("\n  {}", manager.by_hand(&packages, is_root()));
        }
    }
    text
}

/// The missing needs, in words.
fn named(needs: &[Need]) -> String {
    needs.iter().map(|need| need.by_hand()).collect::<Vec<_>>().join("; ")
}

/// Checks that macOS lets a program run. Without a message macOS ends downloaded programs that the user has not
/// allowed.
fn is_allowed_to_run(program: &str) -> Result<()> {
    let path = process::find(program).with_context(|| format!("{program} is not on PATH"))?;
    let place = path.display();
    process::read(Command::new(&path).arg("--version")).with_context(|| {
        format!(
            "{program} does not run; if macOS forbids it, allow it with\n  xattr -d com.apple.quarantine \"{place}\""
        )
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_manager_each_need_is_named_with_ways_to_get_it() {
        let text = without_manager(&[Need::Firefox, Need::Screen], "linux");
        for part in
            ["missing: Firefox; Xvfb on PATH\n", "dnf install firefox xorg-x11-server-Xvfb", "pacman -S firefox"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("brew"), "{text}");
        let text = without_manager(&[Need::Chromium], MACOS);
        assert!(text.ends_with("\n  brew install --cask google-chrome chromedriver"), "{text}");
    }
}
