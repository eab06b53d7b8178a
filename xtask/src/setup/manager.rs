//! Package managers: which one a machine has, and how each installs packages.

use std::env;

use crate::process;

/// A program that installs packages of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manager {
    /// That of Debian and Ubuntu.
    Apt,
    /// That of Fedora.
    Dnf,
    /// That of Arch Linux.
    Pacman,
    /// That of openSUSE.
    Zypper,
    /// Homebrew, on macOS.
    Brew,
}

/// The system whose package manager can only be Homebrew.
pub const MACOS: &str = "macos";

impl Manager {
    /// All of them, in the order in which they are looked for.
    pub const ALL: [Self; 5] = [Self::Apt, Self::Dnf, Self::Pacman, Self::Zypper, Self::Brew];

    /// The one of this machine.
    pub fn here() -> Option<Self> {
        Self::of(env::consts::OS, |program| process::find(program).is_some())
    }

    /// The one of a system with these programs. Homebrew counts on macOS alone: on Linux it has no browsers.
    fn of(os: &str, has: impl Fn(&str) -> bool) -> Option<Self> {
        Self::ALL.into_iter().filter(|manager| (*manager == Self::Brew) == (os == MACOS)).find(|one| has(one.program()))
    }

    /// Its program.
    pub fn program(self) -> &'static str {
        match self {
            Self::Apt => "apt-get",
            Self::Dnf => "dnf",
            Self::Pacman => "pacman",
            Self::Zypper => "zypper",
            Self::Brew => "brew",
        }
    }

    /// The words that install packages without a question, and nothing beyond what they need.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            // A machine that has just started may be updating itself.
            Self::Apt => &["install", "--yes", "--quiet", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"],
            Self::Dnf => &["install", "--assumeyes", "--setopt=install_weak_deps=False"],
            // Lists are not fetched: with new lists and an old system pacman would install what does not fit.
            Self::Pacman => &["-S", "--needed", "--noconfirm"],
            Self::Zypper => &["--non-interactive", "install", "--no-recommends"],
            Self::Brew => &["install", "--cask"],
        }
    }

    /// Whether it changes the machine only for root. Homebrew refuses root.
    pub fn wants_root(self) -> bool {
        self != Self::Brew
    }

    /// What a person types to install packages.
    pub fn by_hand(self, packages: &[&str], is_root: bool) -> String {
        let sudo = if self.wants_root() && !is_root { "sudo " } else { "" };
        let verb = match self {
            Self::Pacman => "-S",
            Self::Brew => "install --cask",
            Self::Apt | Self::Dnf | Self::Zypper => "install",
        };
        format!("{sudo}{} {verb} {}", self.program(), packages.join(" "))
    }

    /// The words that fail for a package that is not installed; `None` where nothing needs to be asked for.
    pub fn query(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Apt => Some(&["dpkg-query", "--show", "--showformat=${db:Status-Status}"]),
            Self::Dnf | Self::Zypper => Some(&["rpm", "--query"]),
            Self::Pacman => Some(&["pacman", "-Q"]),
            Self::Brew => None,
        }
    }

    /// What to try where packages could not be installed.
    pub fn advice(self) -> Option<&'static str> {
        match self {
            Self::Apt => Some(
                "on Ubuntu the browsers have other names: \
                 sudo apt-get install chromium-browser chromium-chromedriver firefox",
            ),
            Self::Pacman => Some("if a package was not found, bring the system up to date first: sudo pacman -Syu"),
            Self::Dnf | Self::Zypper | Self::Brew => None,
        }
    }

    /// How to get Node.js.
    pub fn node(self) -> &'static str {
        match self {
            Self::Apt => "sudo apt-get install nodejs npm (Debian 13 or later; older ones need Node's own packages)",
            Self::Dnf => "sudo dnf install nodejs npm",
            Self::Pacman => "sudo pacman -S nodejs npm",
            Self::Zypper => "sudo zypper install nodejs-default npm-default",
            Self::Brew => "brew install node",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manager_is_told_by_the_system_and_its_programs() {
        for (os, programs, expected) in [
            ("linux", &["apt-get"][..], Some(Manager::Apt)),
            ("linux", &["dnf"], Some(Manager::Dnf)),
            ("linux", &["pacman"], Some(Manager::Pacman)),
            ("linux", &["zypper"], Some(Manager::Zypper)),
            // Debian packages dnf, and Fedora apt-get, for those who build systems of the other kind.
            ("linux", &["apt-get", "dnf"], Some(Manager::Apt)),
            ("linux", &["brew"], None),
            ("linux", &["brew", "pacman"], Some(Manager::Pacman)),
            ("linux", &[], None),
            ("macos", &["brew"], Some(Manager::Brew)),
            ("macos", &["brew", "apt-get"], Some(Manager::Brew)),
            ("macos", &[], None),
        ] {
            assert_eq!(Manager::of(os, |program| programs.contains(&program)), expected, "{os} {programs:?}");
        }
    }

    #[test]
    fn a_person_reads_what_to_type() {
        for (manager, is_root, expected) in [
            (Manager::Apt, false, "sudo apt-get install a b"),
            (Manager::Apt, true, "apt-get install a b"),
            (Manager::Dnf, false, "sudo dnf install a b"),
            (Manager::Pacman, false, "sudo pacman -S a b"),
            (Manager::Zypper, true, "zypper install a b"),
            (Manager::Brew, false, "brew install --cask a b"),
        ] {
            assert_eq!(manager.by_hand(&["a", "b"], is_root), expected);
        }
    }
}
