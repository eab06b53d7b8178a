//! Mutation tests: cargo-mutants changes the code in small ways and runs the tests after each change. A change that no test
//! notices is a gap of the tests, or makes no difference.

mod known;
mod outcome;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use self::known::Known;
use self::outcome::Outcome;
use crate::toolchain::Toolchain;
use crate::{console, paths, process, setup};

/// A part of the code on whose rules everything else relies, with the tests that are about it. All tests would take a
/// minute for each change.
#[derive(Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its name on the command line.
    pub name: &'static str,
    /// The files that are changed.
    files: &'static [&'static str],
    /// The tests, as Cargo names them.
    tests: &'static [&'static str],
    /// The usual time on two cores.
    time: &'static str,
}

/// All subjects.
pub static SUBJECTS: [Subject; 2] = [
    Subject {
        name: "dates",
        files: &["src/base/date.rs", "src/base/duration.rs"],
        tests: &["--lib", "--test=calendar"],
        time: "half an hour",
    },
    Subject {
        name: "index",
        files: &["src/model/index.rs", "src/model/lifetime.rs"],
        tests: &["--test=as_of", "--test=comparison", "--test=index"],
        time: "half an hour",
    },
];

/// Changes the code of these subjects, and prints which changes no test notices. Returns `false` if one of them is not
/// among the known ones, or if a known one does not exist any more.
pub fn run(chosen: &[&'static Subject]) -> Result<bool> {
    setup::cargo_mutants()?;
    let mut known = Known::read()?;
    let mut outcomes = Vec::new();
    for subject in chosen {
        console::say(&format!("Changing {} (usually {})", subject.files.join(" and "), subject.time));
        outcomes.push((subject.name, known.explain(Outcome::of(&subject.run()?)?)));
    }
    print!("{}", outcome::table(&outcomes));
    let files: Vec<&str> = chosen.iter().flat_map(|subject| subject.files).copied().collect();
    let stale = known.stale(&files);
    for line in &stale {
        console::say(&format!("tests/mutants.txt has a change that does not exist or that a test notices: {line}"));
    }
    Ok(stale.is_empty() && outcomes.iter().all(|(_, outcome)| outcome.missed.is_empty()))
}

impl Subject {
    /// Runs cargo-mutants on a copy of the repository. Returns the file with its results.
    fn run(&self) -> Result<PathBuf> {
        let folder = paths::records().join("mutants").join(self.name);
        fs::create_dir_all(&folder)?;
        let mut cargo = Toolchain::Current.cargo();
        cargo.args(["mutants", "--no-shuffle", "--colors=never", "--no-default-features"]);
        cargo.arg("--output").arg(&folder);
        for file in self.files {
            cargo.args(["--file", file]);
        }
        cargo.args(self.tests.iter().map(|test| format!("--cargo-arg={test}")));
        // Each change costs a build, so it has to be a fast one. The dependencies stay built until the next run.
        cargo.env("CARGO_TARGET_DIR", paths::target().join("mutants"));
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "none").env("CARGO_INCREMENTAL", "1");
        // Nobody reads the smallest dataset that fails, and the search for it takes longer than the build.
        cargo.env("PROPTEST_MAX_SHRINK_ITERS", "0");
        let status = cargo.status().with_context(|| format!("cannot start {}", process::line(&cargo)))?;
        // These are the codes for a run to the end: 0 if all changes were noticed, 2 if some were not, 3 if a test did
        // not end.
        let ended = matches!(status.code(), Some(0 | 2 | 3));
        ensure!(ended, "cargo-mutants ended with {status}: see {}", folder.display());
        Ok(outcomes(&folder))
    }
}

/// The file with the results in the folder of a subject.
fn outcomes(folder: &Path) -> PathBuf {
    folder.join("mutants.out/outcomes.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_the_subjects_exist() {
        for subject in &SUBJECTS {
            let tests = subject.tests.iter().filter_map(|test| test.strip_prefix("--test="));
            let tests = tests.map(|test| format!("tests/{test}.rs"));
            for file in subject.files.iter().map(|file| (*file).to_owned()).chain(tests) {
                assert!(paths::root().join(&file).is_file(), "{file}");
            }
        }
    }
}
