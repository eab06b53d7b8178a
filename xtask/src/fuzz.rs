//! Searches for inputs that break a promise of the library, with libFuzzer, and keeps the smallest inputs that reach all
//! code. Any stable toolchain can do it: the engine is compiled from the crate `libfuzzer-sys`.

mod ledger;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use self::ledger::{GOAL, Ledger, behind};
use crate::toolchain::Toolchain;
use crate::{console, paths, process};

/// The targets, as in `fuzz/src/lib.rs`.
pub const TARGETS: [&str; 9] = ["csv", "dates", "import", "index", "intents", "json", "layout", "words", "workbook"];

/// How the compiler counts which code an input reaches. These are the options of cargo-fuzz without those that report
/// each comparison of numbers and each indirect call: with them a case takes twice the time. Comparisons of texts are
/// reported in any case, because libFuzzer replaces the function that makes them.
const COUNTERS: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=3",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "--cfg=fuzzing",
];

/// An input may take this many seconds; the machine can be busy. `docs/reliability.md` has the goal, which is lower.
const SECONDS: u32 = 10;

/// The memory that an input may take, in megabytes.
const MEMORY: u32 = 2_000;

/// The most bytes of an input: a dataset with all fields, or a sheet of some rows. Longer ones are slower and reach no
/// other code. The XML of a workbook has more.
fn longest(target: &str) -> u32 {
    if target == "workbook" { 1_024 } else { 512 }
}

/// The most bytes of the kept inputs of a target. All together have less than 200 kB.
const KEPT: u64 = 20_000;

/// What the search in a target has found.
struct Outcome {
    target: &'static str,
    cases: u64,
    /// Files with inputs that broke a promise.
    found: Vec<PathBuf>,
}

/// Searches for a number of minutes in all, keeps the smallest inputs, and prints what was found. Without targets it
/// searches in those that have too few cases yet. Returns `false` if a promise was broken.
pub fn run(minutes: u32, chosen: &[&'static str]) -> Result<bool> {
    let mut ledger = Ledger::read()?;
    let chosen = if chosen.is_empty() { behind(&ledger) } else { chosen.to_vec() };
    let programs = build()?;
    let seconds = (minutes * 60 / chosen.len() as u32).max(1);
    let mut outcomes = Vec::new();
    for target in chosen {
        console::say(&format!("{target}: {seconds} s"));
        let outcome = search(&programs.join(target), target, seconds)?;
        ledger.add(target, outcome.cases)?;
        outcomes.push(outcome);
        keep(&programs.join(target), target)?;
    }
    print!("{}", table(&outcomes, seconds, &ledger));
    Ok(outcomes.iter().all(|outcome| outcome.found.is_empty()))
}

/// Compiles the targets. Returns the folder of their programs.
fn build() -> Result<PathBuf> {
    console::say("Compiling the targets (usually 2 min)");
    let host = host()?;
    let mut cargo = Toolchain::Current.cargo();
    cargo.args(["build", "--package", "banspread-fuzz", "--bins", "--features", "libfuzzer", "--profile", "fuzz"]);
    // With a target, cargo compiles build scripts without counters.
    cargo.args(["--target", &host]).env("RUSTFLAGS", COUNTERS.join(" "));
    process::read(&mut cargo)?;
    Ok(paths::target().join(host).join("fuzz"))
}

/// The name of the machine's own target.
fn host() -> Result<String> {
    let about = process::read(Command::new("rustc").arg("-vV"))?;
    let line = about.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(line.context("rustc does not name its target")?.to_owned())
}

/// Searches in one target. The inputs grow in `target/fuzz/`, which is not committed.
fn search(program: &Path, target: &'static str, seconds: u32) -> Result<Outcome> {
    let [inputs, found] = ["corpus", "found"].map(|folder| work().join(folder).join(target));
    fs::create_dir_all(&inputs)?;
    fs::create_dir_all(&found)?;
    let before = broken(&found)?;
    let log = work().join(format!("{target}.log"));
    let mut command = Command::new("nice");
    command.arg(program).arg(&inputs).arg(kept(target)).stdin(Stdio::null());
    command.arg(format!("-max_total_time={seconds}")).arg(format!("-timeout={SECONDS}"));
    command.arg(format!("-rss_limit_mb={MEMORY}")).arg(format!("-max_len={}", longest(target)));
    command.arg(format!("-dict={}", paths::root().join("fuzz/words.dict").display()));
    command
        .arg(format!("-artifact_prefix={}/", found.display()))
        .args(["-print_final_stats=1", "-report_slow_units=1"]);
    command.stdout(Stdio::null()).stderr(fs::File::create(&log)?);
    command.status().with_context(|| format!("cannot start {}", process::line(&command)))?;
    let said = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    let Some(cases) = cases(&said) else { bail!("the search in {target} ended early: see {}", log.display()) };
    Ok(Outcome { target, cases, found: new(broken(&found)?, &before) })
}

/// The number of inputs in the closing lines of libFuzzer.
fn cases(said: &str) -> Option<u64> {
    said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")?.trim().parse().ok())
}

/// The inputs that were not there before: an earlier search may have found one of a fault that is mended. One that is
/// found again is written again.
fn new(found: Vec<Written>, before: &[Written]) -> Vec<PathBuf> {
    found.into_iter().filter(|file| !before.contains(file)).map(|(file, _)| file).collect()
}

/// A file, and when it was written.
type Written = (PathBuf, SystemTime);

/// The inputs in a folder that broke a promise. A slow input broke none.
fn broken(folder: &Path) -> Result<Vec<Written>> {
    let is_broken = |file: &PathBuf| !file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("slow-"));
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let written = |file: PathBuf| Ok((file.clone(), fs::metadata(&file)?.modified()?));
    files.into_iter().filter(is_broken).map(written).collect()
}

/// Replaces the kept inputs by the smallest ones that reach the same code.
fn keep(program: &Path, target: &str) -> Result<()> {
    let least = work().join("least").join(target);
    let _ = fs::remove_dir_all(&least);
    fs::create_dir_all(&least)?;
    let mut command = Command::new("nice");
    command.arg(program).arg("-merge=1").arg(&least).arg(kept(target)).arg(work().join("corpus").join(target));
    process::read(&mut command)?;
    let mut files = fs::read_dir(&least)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort_by_key(|file| (size(file), file.clone()));
    fs::remove_dir_all(kept(target))?;
    fs::create_dir_all(kept(target))?;
    let mut all = 0;
    for file in files {
        all += size(&file);
        if all > KEPT {
            break;
        }
        fs::copy(&file, kept(target).join(file.file_name().context("a file has a name")?))?;
    }
    Ok(())
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |about| about.len())
}

/// The folder of the committed inputs of a target.
fn kept(target: &str) -> PathBuf {
    paths::root().join("fuzz/corpus").join(target)
}

fn work() -> PathBuf {
    paths::target().join("fuzz")
}

fn table(outcomes: &[Outcome], seconds: u32, ledger: &Ledger) -> String {
    let [target, cases, time, all, share] = ["target", "cases", "seconds", "in all", "of goal"];
    let mut text = format!("\n{target:<12}{cases:>14}{time:>10}{all:>14}{share:>9}  broken promises\n");
    for Outcome { target, cases, found } in outcomes {
        let files: Vec<String> = found.iter().map(|file| file.display().to_string()).collect();
        let all = ledger.cases(target);
        let share = all * 100 / GOAL;
        text += &format!("{target:<12}{cases:>14}{seconds:>10}{all:>14}{share:>7} %  {}\n", files.join(" "));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    #[test]
    fn the_targets_are_those_of_the_crate() {
        let source = fs::read_to_string(paths::root().join("fuzz/src/lib.rs")).unwrap();
        let manifest = fs::read_to_string(paths::root().join("fuzz/Cargo.toml")).unwrap();
        for target in TARGETS {
            assert!(source.contains(&format!("(\"{target}\", targets::{target}::check)")), "{target}");
            assert!(manifest.contains(&format!("name = \"{target}\"")), "{target}");
            assert!(kept(target).is_dir(), "{target}");
        }
        assert_eq!(source.matches("::check)").count(), TARGETS.len());
    }

    #[test]
    fn an_input_of_an_earlier_search_is_not_found_again() {
        let file = |name: &str, second| (PathBuf::from(name), UNIX_EPOCH + Duration::from_secs(second));
        let before = [file("crash-a", 1), file("crash-b", 1)];
        assert!(new(before.to_vec(), &before).is_empty());
        let after = vec![file("crash-a", 1), file("crash-b", 2), file("crash-c", 2)];
        assert_eq!(new(after, &before), ["crash-b", "crash-c"].map(PathBuf::from));
    }

    #[test]
    fn the_number_of_inputs_is_read() {
        assert_eq!(cases("Done\nstat::number_of_executed_units: 8720\nstat::x: 1\n"), Some(8720));
        assert_eq!(cases("Done"), None);
    }
}
