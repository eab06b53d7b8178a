//! The files of a release, for people without Rust: the package for npm and as an archive, the command as a program, their
//! hashes, and lists of what they consist of.
//!
//! The same sources give the same bytes: archives contain no times, and the lists no random numbers.

mod archive;
pub mod notices;
pub mod parts;
mod programs;
mod snippet;
mod sums;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::build::{self, LICENSES, OTHER_LICENSES, license_name};
use crate::{console, paths, process};
use parts::{List, Root};
use programs::PROGRAMS;
pub use sums::hash;

/// Makes `dist/` and prints its files. Returns `false` if a program could not be made.
pub fn run() -> Result<bool> {
    let command = build::command()?;
    let package = build::package()?;
    let dist = paths::root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::create_dir_all(&dist)?;
    let version = version()?;
    let stem = format!("banspread-{version}");

    console::say("Packing the package");
    let names = pack(&dist)?;
    let (folder, contents) = unpacked(&package.make, &names)?;
    archive::write(&dist.join(format!("{stem}.zip")), &folder, "banspread", &contents)?;
    write(&dist.join("cdn.html"), &snippet::markup(&version, &package.hashes)?)?;
    let list = parts::list(&List { version: &version, kind: "npm", roots: &Root::PACKAGE })?;
    write(&dist.join(format!("{stem}-npm.cdx.json")), &list)?;

    let mut missing = Vec::new();
    for program in PROGRAMS {
        match program.build() {
            Ok(folder) => {
                let name = format!("{stem}-{}", program.name);
                let licenses = LICENSES.iter().chain(&OTHER_LICENSES).map(|path| license_name(path).to_owned());
                fs::write(folder.join(notices::NAME), notices::text(&[Root::command(program.target)])?)?;
                let own = ["banspread", notices::NAME].map(str::to_owned);
                let files: Vec<String> = own.into_iter().chain(licenses).collect();
                archive::write(&dist.join(format!("{name}.zip")), &folder, &name, &files)?;
                let roots = [Root::command(program.target)];
                let list = parts::list(&List { version: &version, kind: "cargo", roots: &roots })?;
                write(&dist.join(format!("{name}.cdx.json")), &list)?;
            }
            Err(error) => missing.push(format!("not made: the program for {}: {error:#}", program.name)),
        }
    }
    write(&dist.join("SHA256SUMS"), &sums::of(&dist)?)?;
    print!("{}", table(&dist, &names)?);
    println!("of it in {stem}.tgz and {stem}.zip:\n  {}", command.line()?.trim_end());
    missing.iter().for_each(|line| println!("{line}"));
    Ok(missing.is_empty())
}

/// Packs the package as npm publishes it. Returns the names of its files.
fn pack(dist: &Path) -> Result<Vec<String>> {
    let mut npm = Command::new("npm");
    npm.args(["pack", "--json", "--ignore-scripts", "--loglevel=error"]);
    npm.arg(format!("--pack-destination={}", dist.display())).current_dir(build::folder());
    let packed: Value = serde_json::from_str(&process::read(&mut npm)?)?;
    let files = packed[0]["files"].as_array().context("npm pack lists no files")?;
    let mut names: Vec<String> = files.iter().filter_map(|file| file["path"].as_str()).map(String::from).collect();
    names.sort_unstable();
    Ok(names)
}

/// A folder with the files of the archive for people without npm, and their names: those of the package, with the make
/// page as a single file. Such a person opens it from a disk, where browsers load no other files.
fn unpacked(make: &Path, names: &[String]) -> Result<(PathBuf, Vec<String>)> {
    let folder = paths::target().join("unpacked");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let names: Vec<String> = names.iter().filter(|name| !name.starts_with("make/")).cloned().collect();
    for name in &names {
        let from = if name == "make.html" { make.to_owned() } else { build::folder().join(name) };
        let to = folder.join(name);
        fs::create_dir_all(to.parent().unwrap_or(&folder))?;
        fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    Ok((folder, names))
}

/// The version of the package, which is also that of the command.
fn version() -> Result<String> {
    let of = |text: &str| serde_json::from_str::<Value>(text).ok()?["version"].as_str().map(String::from);
    let npm =
        of(&fs::read_to_string(build::folder().join("package.json"))?).context("pkg/package.json has no version")?;
    let cargo = fs::read_to_string(paths::root().join("Cargo.toml"))?;
    if !cargo.contains(&format!("\nversion = \"{npm}\"\n")) {
        bail!("pkg/package.json has the version {npm}, and Cargo.toml has another");
    }
    Ok(npm)
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// The files of a folder with their sizes.
fn table(dist: &Path, names: &[String]) -> Result<String> {
    let mut text = format!("\n{:<48}{:>12}\n", "bytes in dist/", "");
    for file in files(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        text += &format!("{name:<48}{:>12}\n", fs::metadata(&file)?.len());
    }
    text += &format!("{} files in the package\n", names.len());
    Ok(text)
}

/// The files in a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}
