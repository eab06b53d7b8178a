//! A second try for the few tests of a browser that failed.
//!
//! A fault fails twice. What holds the second time has met a moment that nobody foresaw, in the test, the driver or the
//! element: the closing table names it, so that somebody looks.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use super::counts::Counts;
use super::report::watch;

/// More failures than this are no chance.
const MOST: usize = 10;

/// Runs tests with their output in a log, and then those that failed in one of their own.
///
/// `command` makes the runner's command, for the tests of these names or, of none, for all. Names of tests that held
/// only the second time go to `unsteady`.
pub fn run(
    command: impl Fn(&[String]) -> Command,
    log: &Path,
    log_again: &Path,
    unsteady: &mut Vec<String>,
) -> Result<Counts> {
    let first = match watch(&mut command(&[]), log) {
        Ok(output) => return Ok(Counts::read(&output)),
        Err(error) => format!("{error:#}"),
    };
    let (names, counts) = (failed(&first), Counts::read(&first));
    if names.is_empty() || names.len() > MOST || names.len() != counts.failed {
        bail!(first);
    }
    let Ok(second) = watch(&mut command(&names), log_again) else {
        bail!(first);
    };
    if Counts::read(&second).passed != names.len() {
        bail!(first);
    }
    unsteady.extend(names);
    Ok(Counts { passed: counts.passed + counts.failed, failed: 0 })
}

/// The names of failed tests in what Node's test runner has printed.
fn failed(output: &str) -> Vec<String> {
    let closing = output.split_once("✖ failing tests:").map_or("", |(_, closing)| closing);
    let lines: Vec<&str> = closing.lines().collect();
    let named = lines.windows(2).filter(|pair| pair[0].starts_with("test at "));
    named.filter_map(|pair| Some(pair[1].strip_prefix("✖ ")?.rsplit_once(" (")?.0.to_owned())).collect()
}

/// A pattern that Node's test runner matches with this name alone.
pub fn pattern(name: &str) -> String {
    let mut pattern = String::from("^");
    for letter in name.chars() {
        if letter.is_ascii_punctuation() {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern + "$"
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::*;

    const OUTPUT: &str = "\
✔ a film runs (12.1ms)
✖ a film (or two) ends (20689.35ms)
✖ a tile isn't lost (3.5ms)
ℹ pass 1
ℹ fail 2

✖ failing tests:

test at tests/widget/element/life.mjs:127:1
✖ a film (or two) ends (20689.35ms)
  Error: never came true

test at tests/widget/element/life.mjs:140:1
✖ a tile isn't lost (3.5ms)
  Error: ✖ no test (1ms)
";

    #[test]
    fn names_of_failed_tests_are_read() {
        assert_eq!(failed(OUTPUT), ["a film (or two) ends", "a tile isn't lost"]);
        assert!(failed("✔ a film runs (12.1ms)\nℹ pass 1\nℹ fail 0\n").is_empty());
    }

    #[test]
    fn patterns_have_nothing_special() {
        assert_eq!(pattern("a film (or two) isn't lost"), "^a film \\(or two\\) isn\\'t lost$");
    }

    /// Runs a script that prints `OUTPUT` and fails, and after it, for the two tests that failed, one that ends so.
    fn twice(name: &str, again: &str) -> (Result<Counts>, Vec<String>) {
        let folder = env::temp_dir().join(format!("again-{name}-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("output.txt"), OUTPUT).unwrap();
        let mut unsteady = Vec::new();
        let command = |names: &[String]| {
            let mut shell = Command::new("sh");
            shell.args(["-c", if names.is_empty() { "cat output.txt; exit 1" } else { again }]).current_dir(&folder);
            shell
        };
        let counts = run(command, &folder.join("first.txt"), &folder.join("again.txt"), &mut unsteady);
        fs::remove_dir_all(&folder).unwrap();
        (counts, unsteady)
    }

    #[test]
    fn what_holds_the_second_time_is_named() {
        let (counts, unsteady) = twice("held", "echo '# pass 2'");
        assert_eq!(counts.unwrap(), Counts { passed: 3, failed: 0 });
        assert_eq!(unsteady, ["a film (or two) ends", "a tile isn't lost"]);
    }

    #[test]
    fn what_fails_twice_has_failed() {
        for again in ["echo '# fail 2'; exit 1", "echo '# pass 1'", "true"] {
            let (counts, unsteady) = twice("failed", again);
            assert_eq!(Counts::read(&format!("{:#}", counts.unwrap_err())), Counts { passed: 1, failed: 2 }, "{again}");
            assert!(unsteady.is_empty(), "{again}");
        }
    }
}
