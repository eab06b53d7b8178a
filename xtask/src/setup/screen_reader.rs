//! The screen reader Orca, and the desktop that it needs.

use anyhow::{Result, bail};

use super::engine::Engine;
use super::install;
use super::manager::Manager;
use super::programs;
use crate::process;

/// The programs, each with the Debian package that contains it.
const PROGRAMS: [(&str, &str); 7] = [
    ("orca", "orca"),
    ("Xvfb", "xvfb"),
    ("dbus-daemon", "dbus"),
    ("dbus-monitor", "dbus-bin"),
    ("gdbus", "libglib2.0-bin"),
    ("openbox", "openbox"),
    ("xdotool", "xdotool"),
];

/// The buses of accessibility. Their programs are not on the search path.
const BUSES: [&str; 2] = ["at-spi2-core", "python3-pyatspi"];

/// Installs the missing programs. Only Debian was tried, so other systems get an error.
pub fn screen_reader() -> Result<()> {
    let Some(manager @ Manager::Apt) = Manager::here() else {
        bail!("Orca is only heard on Debian and Ubuntu, with apt-get: no other system was tried");
    };
    let packages = missing(|program| process::find(program).is_some(), |package| install::has(manager, package));
    let browsers =
        [(Engine::Firefox, "firefox-esr"), (Engine::Chromium, "chromium"), (Engine::WebKit, "webkit2gtk-driver")];
    let browsers = browsers.into_iter().filter(|(engine, _)| programs::browser(*engine).is_none());
    let packages: Vec<&str> = packages.into_iter().chain(browsers.map(|(_, package)| package)).collect();
    if packages.is_empty() { Ok(()) } else { install::install(manager, &packages, "2 min") }
}

/// The packages to install.
fn missing(has_program: impl Fn(&str) -> bool, has_package: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let programs = PROGRAMS.into_iter().filter(|(program, _)| !has_program(program)).map(|(_, package)| package);
    programs.chain(BUSES.into_iter().filter(|package| !has_package(package))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_installed() {
        assert_eq!(missing(|_| true, |_| true), Vec::<&str>::new());
        assert_eq!(missing(|program| program != "Xvfb", |package| package != "at-spi2-core"), ["xvfb", "at-spi2-core"]);
    }
}
