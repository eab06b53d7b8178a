//! The needs of the browser tests, with the system packages that contain them.

use super::engine::Engine;
use super::manager::{MACOS, Manager};

/// Something that the browser tests need from the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Chromium or Chrome with its driver. Both must have the same version, so both come from one place.
    Chromium,
    /// Firefox. Cargo compiles its driver.
    Firefox,
    /// WebKitGTK with its driver and MiniBrowser.
    WebKit,
    /// A virtual screen for MiniBrowser, which has no headless mode.
    Screen,
    /// The fonts of the test pages.
    Fonts,
}

impl Need {
    /// The packages of a package manager. Empty if it has none.
    pub fn packages(self, manager: Manager) -> &'static [&'static str] {
        use Manager::{Apt, Brew, Dnf, Pacman, Zypper};
        match (self, manager) {
            (Self::Chromium, Apt) => &["chromium", "chromium-driver"],
            (Self::Chromium, Dnf | Zypper) => &["chromium", "chromedriver"],
            (Self::Chromium, Pacman) => &["chromium"],
            (Self::Chromium, Brew) => &["google-chrome", "chromedriver"],
            (Self::Firefox, Apt) => &["firefox-esr"],
            (Self::Firefox, Zypper) => &["MozillaFirefox"],
            (Self::Firefox, Dnf | Pacman | Brew) => &["firefox"],
            (Self::WebKit, Apt) => &["webkit2gtk-driver"],
            // MiniBrowser is in the package for developers.
            (Self::WebKit, Dnf) => &["webkitgtk6.0", "webkitgtk6.0-devel"],
            (Self::WebKit, Pacman) => &["webkitgtk-6.0"],
            (Self::Screen, Apt) => &["xvfb"],
            (Self::Screen, Dnf | Zypper) => &["xorg-x11-server-Xvfb"],
            (Self::Screen, Pacman) => &["xorg-server-xvfb"],
            (Self::Fonts, Apt) => &["fonts-liberation", "fonts-noto-core"],
            (Self::Fonts, Dnf) => &["liberation-fonts", "google-noto-sans-fonts"],
            (Self::Fonts, Pacman) => &["ttf-liberation", "noto-fonts"],
            (Self::Fonts, Zypper) => &["liberation-fonts"],
            (Self::WebKit, Zypper | Brew) | (Self::Screen | Self::Fonts, Brew) => &[],
        }
    }

    /// The words for a person who installs it by hand.
    pub fn by_hand(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium or Chrome, and the chromedriver of its version on PATH",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK with MiniBrowser, and WebKitWebDriver on PATH",
            Self::Screen => "Xvfb on PATH",
            Self::Fonts => "the fonts Liberation and Noto",
        }
    }
}

/// The reason why a system does not have an engine, with advice. `None` if it has the engine.
pub fn reason(engine: Engine, os: &str, manager: Option<Manager>) -> Option<&'static str> {
    match (engine, manager) {
        (Engine::WebKit, _) if os == MACOS => Some(
            "WebKitGTK and its WebKitWebDriver do not exist for macOS. Safari has a driver of its own, which you must \
             allow once with `safaridriver --enable`; after that run some tests in it with \
             `node tests/widget/run.mjs --engine webkit NAME`. On Linux `cargo xtask test widget` tests WebKit",
        ),
        (Engine::WebKit, Some(Manager::Zypper)) => Some(
            "openSUSE has no package with WebKitWebDriver. Put one on PATH with the MiniBrowser of its version, or run \
             `cargo xtask test widget` on Debian, Fedora or Arch Linux",
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_that_a_manager_lacks_have_a_reason() {
        for manager in Manager::ALL {
            let os = if manager == Manager::Brew { MACOS } else { "linux" };
            for (engine, need) in
                [(Engine::Chromium, Need::Chromium), (Engine::Firefox, Need::Firefox), (Engine::WebKit, Need::WebKit)]
            {
                let lacks = need.packages(manager).is_empty();
                assert_eq!(reason(engine, os, Some(manager)).is_some(), lacks, "{manager:?} {need:?}");
            }
            let needs_screen = !Need::WebKit.packages(manager).is_empty();
            assert!(!needs_screen || !Need::Screen.packages(manager).is_empty(), "{manager:?}");
        }
    }

    #[test]
    fn macos_has_no_webkit_for_the_tests_also_without_homebrew() {
        assert!(reason(Engine::WebKit, MACOS, None).unwrap().contains("safaridriver --enable"));
        assert_eq!(reason(Engine::Firefox, MACOS, None), None);
        assert_eq!(reason(Engine::WebKit, "linux", None), None);
    }
}
