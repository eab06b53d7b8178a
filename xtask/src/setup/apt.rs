//! Packages of Debian and Ubuntu.

use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};

use anyhow::{Context, Result};

use crate::{console, process};

/// Packages are installed by one program at a time.
static ONE_BY_ONE: Mutex<()> = Mutex::new(());

/// Installs packages; `time` tells the reader how long that usually takes.
pub fn install(packages: &[&str], time: &str) -> Result<()> {
    console::say(&format!("Installing {} with apt-get (usually {time})", packages.join(", ")));
    let _one_by_one = ONE_BY_ONE.lock().unwrap_or_else(PoisonError::into_inner);
    update();
    let mut command = as_root("apt-get");
    command.args(["install", "--yes", "--quiet", "--no-install-recommends"]);
    // A machine that has just started may be updating itself.
    command.args(["-o", "DPkg::Lock::Timeout=300"]).args(packages);
    process::read(command.env("DEBIAN_FRONTEND", "noninteractive"))
        .with_context(|| format!("please install {} by hand", packages.join(", ")))?;
    Ok(())
}

/// Whether a package is installed.
pub fn has(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    process::read(&mut query).is_ok_and(|status| status == "installed")
}

/// A command with the rights to change the machine.
fn as_root(program: &str) -> Command {
    if is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    // sudo starts with a clean environment, and a question from a package would wait for ever.
    command.arg("DEBIAN_FRONTEND=noninteractive").arg(program);
    command
}

/// Whether this program runs as root.
pub fn is_root() -> bool {
    static ROOT: OnceLock<bool> = OnceLock::new();
    *ROOT.get_or_init(|| process::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0"))
}

/// Fetches the lists of packages, once in a run.
///
/// A list that cannot be fetched may leave the others good enough, so that is for `install` to find out.
fn update() {
    static UPDATED: OnceLock<()> = OnceLock::new();
    UPDATED.get_or_init(|| {
        let _ = process::read(as_root("apt-get").args(["update", "--quiet"]));
    });
}
