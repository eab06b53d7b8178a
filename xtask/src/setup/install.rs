//! Installs packages of the system with its package manager.

use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};

use anyhow::{Context, Result, bail};

use super::manager::Manager;
use crate::{console, process};

/// Only one package manager runs at a time: a second one would wait for the lock of the first, or fail.
static ONE_BY_ONE: Mutex<()> = Mutex::new(());

/// The variable that keeps Debian's packages from asking questions, and the variable with its value. Nobody could
/// answer a question, so the installation would never end.
const QUIET: (&str, &str) = ("DEBIAN_FRONTEND", "DEBIAN_FRONTEND=noninteractive");

/// How this program gets the rights to install packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rights {
    /// This program runs as root.
    Root,
    /// This program calls `sudo`.
    Sudo,
}

/// Installs packages. `time` is the usual time, for the message.
pub fn install(manager: Manager, packages: &[&str], time: &str) -> Result<()> {
    let program = manager.program();
    let by_hand = manager.by_hand(packages, is_root());
    if manager.wants_root() && !is_root() && process::find("sudo").is_none() {
        bail!("{program} needs root, and sudo is missing: as root, run\n  {}", manager.by_hand(packages, true));
    }
    console::say(&format!("Installing {} with {program} (usually {time})", packages.join(", ")));
    let _one_by_one = ONE_BY_ONE.lock().unwrap_or_else(PoisonError::into_inner);
    if manager == Manager::Apt {
        update();
    }
    let rights = if is_root() { Rights::Root } else { Rights::Sudo };
    process::read(&mut command(&line(manager, packages, rights))).with_context(|| {
        let advice = manager.advice().map(|advice| format!("\n  {advice}")).unwrap_or_default();
        format!("{program} could not install everything; please install it by hand:\n  {by_hand}{advice}")
    })?;
    Ok(())
}

/// Whether a package is installed.
pub fn has(manager: Manager, package: &str) -> bool {
    let Some([program, words @ ..]) = manager.query() else {
        return true;
    };
    let answer = process::read(Command::new(program).args(words).arg(package));
    // dpkg also knows removed packages whose settings are still there.
    answer.is_ok_and(|text| manager != Manager::Apt || text == "installed")
}

/// Whether this program runs as root.
pub fn is_root() -> bool {
    static ROOT: OnceLock<bool> = OnceLock::new();
    *ROOT.get_or_init(|| process::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0"))
}

/// The call that installs packages.
fn line(manager: Manager, packages: &[&str], rights: Rights) -> Vec<String> {
    let words = manager.words().iter().chain(packages);
    as_root(manager, rights).into_iter().chain(words.map(|word| (*word).to_owned())).collect()
}

/// The program of a package manager, with the rights that it needs.
fn as_root(manager: Manager, rights: Rights) -> Vec<String> {
    let mut words = vec![manager.program()];
    if manager.wants_root() && rights == Rights::Sudo {
        if manager == Manager::Apt {
            // sudo does not pass on the environment, so the variable is an argument.
            words.insert(0, QUIET.1);
        }
        words.insert(0, "sudo");
    }
    words.into_iter().map(str::to_owned).collect()
}

/// The command for a list of words.
fn command(line: &[String]) -> Command {
    let mut command = Command::new(&line[0]);
    command.args(&line[1..]).env(QUIET.0, "noninteractive");
    command
}

/// Fetches the package lists of Debian, once in a run.
///
/// An error is ignored: if one list cannot be fetched, the others can be sufficient. `install` reports what is missing.
fn update() {
    static UPDATED: OnceLock<()> = OnceLock::new();
    UPDATED.get_or_init(|| {
        let rights = if is_root() { Rights::Root } else { Rights::Sudo };
        let _ = process::read(command(&as_root(Manager::Apt, rights)).args(["update", "--quiet"]));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_manager_has_its_own_command() {
        for (manager, rights, expected) in [
            (
                Manager::Apt,
                Rights::Root,
                "apt-get install --yes --quiet --no-install-recommends \
                 -o DPkg::Lock::Timeout=300 a b",
            ),
            (
                Manager::Apt,
                Rights::Sudo,
                "sudo DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends \
                 -o DPkg::Lock::Timeout=300 a b",
            ),
            (Manager::Dnf, Rights::Root, "dnf install --assumeyes --setopt=install_weak_deps=False a b"),
            (Manager::Dnf, Rights::Sudo, "sudo dnf install --assumeyes --setopt=install_weak_deps=False a b"),
            (Manager::Pacman, Rights::Sudo, "sudo pacman -S --needed --noconfirm a b"),
            (Manager::Zypper, Rights::Sudo, "sudo zypper --non-interactive install --no-recommends a b"),
            (Manager::Brew, Rights::Sudo, "brew install --cask a b"),
        ] {
            assert_eq!(line(manager, &["a", "b"], rights).join(" "), expected);
        }
    }
}
