//! Runs tests many times. A test that fails sometimes has a race.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::log::{self, Log};
use super::results::Results;
use super::{node, schedule, widget};
use crate::{console, paths, setup};

/// Runs the unit tests and browser tests whose file or name contains one of the words, `times` times. Browser tests run
/// in each engine. Returns `false` if a test failed.
pub fn repeat(times: usize, words: &[String]) -> Result<bool> {
    schedule::clear_logs()?;
    let mut sum = Results::default();
    let (units, run) = unit_tests(times, words)?;
    tell("unit tests", &units, run, &mut sum);
    let (engines, left_out) = super::engines();
    super::prepare(&engines)?;
    for engine in engines {
        let name = format!("widget tests in {engine}");
        let (log, mut results) = (Log::of(&name).clear()?, Results::default());
        let arguments: Vec<String> = ["--or-none", "--repeat", &times.to_string()]
            .map(str::to_owned)
            .into_iter()
            .chain(words.iter().cloned())
            .collect();
        let file = super::results_file(&name);
        let mut command = widget::command(engine, &file, &arguments)?;
        let run = node::run_some(&log, &mut results, &mut command, &file, times.try_into().unwrap_or(u32::MAX));
        tell(&name, &results, run, &mut sum);
    }
    if sum.count() == 0 {
        bail!("no test and no test file has a name with {}", words.join(" or "));
    }
    left_out.iter().for_each(|note| console::say(&format!("\nnote: {note}")));
    console::say(&format!("\nlogs: {}\n\n{}", log::folder().display(), sum.line()));
    Ok(sum.failed == 0)
}

/// Runs unit tests. Returns their results, and the error of the runner, if any. A word that is a part of the name of a
/// file means all tests of the file.
fn unit_tests(times: usize, words: &[String]) -> Result<(Results, Result<()>)> {
    let mut results = Results::default();
    let log = Log::of("unit tests").clear()?;
    let file = super::results_file("unit tests");
    let (meant, others): (Vec<PathBuf>, Vec<PathBuf>) = node::unit_files()?.into_iter().partition(|path| {
        let name = path.strip_prefix(paths::root()).unwrap_or(path).to_string_lossy();
        words.iter().any(|word| name.contains(word))
    });
    setup::node_modules()?;
    let mut run = Ok(());
    for _ in 0..times {
        if !meant.is_empty() {
            let command = &mut node::runner(paths::root());
            run = run.and(node::run_some(&log, &mut results, command.args(&meant), &file, 1));
        }
        if !others.is_empty() {
            let patterns = words.iter().map(|word| format!("--test-name-pattern={}", literal(word)));
            let command = &mut node::runner(paths::root());
            run = run.and(node::run_some(&log, &mut results, command.args(patterns).args(&others), &file, 1));
        }
    }
    Ok((results, run))
}

/// A regular expression that matches only this text.
fn literal(text: &str) -> String {
    let escape = |letter: char| if letter.is_ascii_punctuation() { format!("\\{letter}") } else { letter.to_string() };
    text.chars().map(escape).collect()
}

/// Prints how often each test failed. An error of the runner counts as a failed test.
fn tell(check: &str, results: &Results, run: Result<()>, sum: &mut Results) {
    let mut tests: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for test in &results.timings {
        let (failed, all) = tests.entry(&test.name).or_default();
        *failed += usize::from(!test.passed);
        *all += 1;
    }
    for (name, (failed, all)) in tests {
        console::say(&format!("{check}: failed {failed} of {all} times: {name}"));
    }
    for failure in &results.failures {
        console::say(&format!("\n{} ({check})\n{}", failure.name, failure.message));
    }
    if let Err(error) = &run {
        console::say(&format!("\n{check} failed: {error:#}"));
    }
    sum.passed += results.passed;
    sum.failed += results.failed + usize::from(run.is_err());
    sum.skipped += results.skipped;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_not_a_regular_expression() {
        assert_eq!(literal("a film (or two) ends"), "a film \\(or two\\) ends");
    }

    #[test]
    fn a_runner_that_fails_beside_its_tests_counts() {
        let mut sum = Results::default();
        tell("unit tests", &Results { passed: 2, ..Results::default() }, Err(anyhow::anyhow!("no end")), &mut sum);
        assert_eq!((sum.passed, sum.failed), (2, 1));
    }
}
