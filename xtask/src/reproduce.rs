//! Builds the package a second time, in another place and with other settings, and compares the files of both builds.
//! Whoever has the same sources and the same versions of the compilers then gets the published bytes.

mod compare;
mod place;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use self::place::Place;
use crate::{build, console, paths, process};

/// Builds twice and compares; with `other` also with the files of another build. Returns `false` if a file differs.
pub fn run(other: Option<&Path>) -> Result<bool> {
    if let Some(other) = other {
        // A wrong path is told now, and not after the builds.
        ensure!(!compare::files(other)?.is_empty(), "{} has no files", other.display());
    }
    let changed = process::read(git().args(["status", "--porcelain"]))?;
    if !changed.is_empty() {
        bail!("please commit the changes first, because the second build is one of the last commit:\n{changed}");
    }
    build::command()?;
    build::package()?;
    let place = Place::new()?;
    console::say(&format!("Building the same commit in {} (usually 20 min)", place.sources().display()));
    place.build()?;
    let mut same = report(&place.package())?;
    if let Some(other) = other {
        same &= report(other)?;
    }
    let sums = paths::records().join("SHA256SUMS");
    fs::write(&sums, compare::sums(&build::folder())?).with_context(|| format!("cannot write {}", sums.display()))?;
    console::say(&format!("The hashes of the files are in {}", sums.display()));
    if same {
        place.remove()?;
    }
    Ok(same)
}

/// Prints how the files of a folder differ from those of the package. Returns `true` if none does.
fn report(other: &Path) -> Result<bool> {
    let found = compare::differences(&build::folder(), other)?;
    for difference in &found {
        console::say(&format!("  {difference}"));
    }
    let files = compare::files(&build::folder())?.len();
    let result = if found.is_empty() {
        format!("all {files} files are the same")
    } else {
        format!("{} of {files} files differ", found.len())
    };
    console::say(&format!("pkg and {}: {result}", other.display()));
    Ok(found.is_empty())
}

/// A call of Git for the repository.
fn git() -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(paths::root());
    git
}
