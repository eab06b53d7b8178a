//! Runs tests of some names many times: how often a test fails shows a race.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::log::Log;
use super::results::Results;
use super::{node, schedule, widget};
use crate::setup::{self, Engine};
use crate::{build, console, paths};

/// Runs unit tests and browser tests whose file or name contains one of these words so many times, the latter in every
/// engine; `false` when one of them failed.
pub fn repeat(times: usize, words: &[String]) -> Result<bool> {
    schedule::clear_logs()?;
    let mut sum = Results::default();
    let units = unit_tests(times, words)?;
    tell("unit tests", &units, &mut sum);
    build::package()?;
    setup::browsers()?;
    setup::geckodriver()?;
    for engine in Engine::ALL {
        let name = format!("widget tests in {engine}");
        let (log, mut results) = (Log::of(&name).clear()?, Results::default());
        let arguments: Vec<String> =
            ["--repeat".to_owned(), times.to_string()].into_iter().chain(words.iter().cloned()).collect();
        let file = super::results_file(&name);
        let run = node::run(&log, &mut results, &mut widget::command(engine, &file, &arguments)?, &file);
        tell(&name, &results, &mut sum);
        if results.count() > 0 {
            run?;
        }
    }
    if sum.count() == 0 {
        bail!("no test and no file of tests is called {}", words.join(" or "));
    }
    console::say(&format!("\nlogs: {}\n\n{} passed, {} failed", logs(), sum.passed, sum.failed));
    Ok(sum.failed == 0)
}

/// Runs unit tests. A word that is a part of a file's name means all of its tests.
fn unit_tests(times: usize, words: &[String]) -> Result<Results> {
    let mut results = Results::default();
    let log = Log::of("unit tests").clear()?;
    let file = super::results_file("unit tests");
    let (meant, others): (Vec<PathBuf>, Vec<PathBuf>) = node::unit_files()?.into_iter().partition(|path| {
        let name = path.strip_prefix(paths::root()).unwrap_or(path).to_string_lossy();
        words.iter().any(|word| name.contains(word))
    });
    setup::node_modules()?;
    for _ in 0..times {
        // What failed is in the results; files without a test of these names have no result.
        if !meant.is_empty() {
            let _ = node::run(&log, &mut results, node::runner(paths::root()).args(&meant), &file);
        }
        let patterns = words.iter().map(|word| format!("--test-name-pattern={}", literal(word)));
        let _ = node::run(&log, &mut results, node::runner(paths::root()).args(patterns).args(&others), &file);
    }
    Ok(results)
}

/// A regular expression that means nothing but this text.
fn literal(text: &str) -> String {
    let escape = |letter: char| if letter.is_ascii_punctuation() { format!("\\{letter}") } else { letter.to_string() };
    text.chars().map(escape).collect()
}

/// Says how often each test failed.
fn tell(check: &str, results: &Results, sum: &mut Results) {
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
    sum.passed += results.passed;
    sum.failed += results.failed;
}

fn logs() -> String {
    paths::records().join("log").display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_no_regular_expression() {
        assert_eq!(literal("a film (or two) ends"), "a film \\(or two\\) ends");
    }
}
