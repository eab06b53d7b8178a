//! Package managers: which one a machine has, and how each installs packages.

use std::env;

use crate::process;

/// A program that installs packages of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manager {
    /// Debian and Ubuntu.
    Apt,
    /// Fedora.
    Dnf,
    /// Arch Linux.
    Pacman,
    /// openSUSE.
    Zypper,
    /// Homebrew, on macOS.
    Brew,
}

/// The name of macOS in `std::env::consts::OS`.
pub const MACOS: &str = "macos";

impl Manager {
    /// All package managers, in the order of the search.
    pub const ALL: [Self; 5] = [Self::Apt, Self::Dnf, Self::Pacman, Self::Zypper, Self::Brew];

    /// The package manager of this machine.
    pub fn here() -> Option<Self> {
        Self::of(env::consts::OS, |program| process::find(program).is_some())
    }

    /// The package manager of a system with these programs. Homebrew counts only on macOS: on Linux it has no browsers.
    fn of(os: &str, has: impl Fn(&str) -> bool) -> Option<Self> {
        Self::ALL.into_iter().filter(|manager| (*manager == Self::Brew) == (os == MACOS)).find(|one| has(one.program()))
    }

    /// The program of the package manager.
    pub fn program(self) -> &'static str {
        match self {
            Self::Apt => "apt-get",
            Self::Dnf => "dnf",
            Self::Pacman => "pacman",
            Self::Zypper => "zypper",
            Self::Brew => "brew",
        }
    }

    /// The arguments that install packages without questions and without recommended packages.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            // After its start a machine can be busy with its own updates, so apt-get waits for the lock.
            Self::Apt => &["install", "--yes", "--quiet", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"],
            Self::Dnf => &["install", "--assumeyes", "--setopt=install_weak_deps=False"],
            // The lists are not updated: with new lists and an old system, pacman would install packages that do not
            // fit the system.
            Self::Pacman => &["-S", "--needed", "--noconfirm"],
            Self::Zypper => &["--non-interactive", "install", "--no-recommends"],
            Self::Brew => &["install", "--cask"],
        }
    }

    /// Whether the package manager needs root. Homebrew refuses to run as root.
    pub fn wants_root(self) -> bool {
        self != Self::Brew
    }

    /// The command that a person types to install packages.
    pub fn by_hand(self, packages: &[&str], is_root: bool) -> String {
        let sudo = if self.wants_root() && !is_root { "sudo " } else { "" };
        let verb = match self {
            Self::Pacman => "-S",
            Self::Brew => "install --cask",
            Self::Apt | Self::Dnf | Self::Zypper => "install",
        };
        format!("{sudo}{} {verb} {}", self.program(), packages.join(" "))
    }

    /// The command that fails for a package that is not installed. `None` on macOS, which needs no fonts.
    pub fn query(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Apt => Some(&["dpkg-query", "--show", "--showformat=${db:Status-Status}"]),
            Self::Dnf | Self::Zypper => Some(&["rpm", "--query"]),
            Self::Pacman => Some(&["pacman", "-Q"]),
            Self::Brew => None,
        }
    }

    /// Advice for packages that could not be installed.
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
    fn the_manager_is_detected_from_the_system_and_its_programs() {
        for (os, programs, expected) in [
            ("linux", &["apt-get"][..], Some(Manager::Apt)),
            ("linux", &["dnf"], Some(Manager::Dnf)),
            ("linux", &["pacman"], Some(Manager::Pacman)),
            ("linux", &["zypper"], Some(Manager::Zypper)),
            // Debian has a package of dnf, and Fedora one of apt-get, for those who build systems of the other kind.
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
    fn the_command_to_type_is_that_of_the_manager() {
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
