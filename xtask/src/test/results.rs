//! The results of tests, read from the output of test runners.

use std::path::Path;
use std::{fs, io};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The results of the tests of a check.
#[derive(Debug, Default, PartialEq)]
pub struct Results {
    /// The number of tests that passed.
    pub passed: usize,
    /// The number of tests that failed.
    pub failed: usize,
    /// The number of tests that did not run.
    pub skipped: usize,
    /// The tests in quarantine, each with its result. They are reported, but do not count as failed.
    pub quarantined: Vec<String>,
    /// The tests that failed.
    pub failures: Vec<Failure>,
    /// The time of each test.
    pub timings: Vec<Timing>,
    /// Notes about what the check did not check.
    pub notes: Vec<String>,
}

/// A test that failed.
#[derive(Debug, PartialEq)]
pub struct Failure {
    /// The test's name.
    pub name: String,
    /// The file or the program of the test.
    pub file: String,
    /// The message of the failure.
    pub message: String,
}

/// The time of a test.
#[derive(Debug, Clone, PartialEq)]
pub struct Timing {
    /// The test's name.
    pub name: String,
    /// Whether it passed.
    pub passed: bool,
    /// The time in seconds.
    pub seconds: f64,
}

impl Results {
    /// The number of tests that ran.
    pub fn count(&self) -> usize {
        self.passed + self.failed
    }

    /// The sums in words.
    pub fn line(&self) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }

    /// Returns an error if no test ran: a run without tests proves nothing.
    pub fn need_any(&self) -> Result<()> {
        if self.count() == 0 {
            bail!("no test ran");
        }
        Ok(())
    }

    /// Adds the results that `tests/reporter.mjs` wrote to a file.
    pub fn add_report(&mut self, file: &Path) -> Result<()> {
        let text = match fs::read_to_string(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => bail!("the tests wrote no results"),
            text => text?,
        };
        let report: Value = serde_json::from_str(&text).context("the results cannot be read")?;
        let number = |name: &str| report[name].as_u64().with_context(|| format!("the results lack `{name}`"));
        self.passed += number("passed")? as usize;
        self.failed += number("failed")? as usize;
        self.skipped += number("skipped")? as usize;
        let quarantined = |test: &Value| format!("{}: {}", text_of(&test["name"]), text_of(&test["result"]));
        self.quarantined.extend(list(&report["quarantined"]).iter().map(quarantined));
        self.failures.extend(list(&report["failures"]).iter().map(|failure| Failure {
            name: text_of(&failure["name"]),
            file: text_of(&failure["file"]),
            message: text_of(&failure["message"]),
        }));
        let ran = list(&report["tests"]).iter().filter(|test| test["result"] != "skipped");
        self.timings.extend(ran.map(|test| Timing {
            name: text_of(&test["name"]),
            passed: test["result"] == "passed",
            seconds: test["seconds"].as_f64().unwrap_or_default(),
        }));
        Ok(())
    }

    /// Adds the JSON output of libtest, one event on a line. `program` distinguishes failed tests with the same name.
    /// Returns `false` if the program did not report its end: then a test ended it, and later tests did not run.
    ///
    /// Other lines come from tests whose output libtest does not capture. They are ignored.
    pub fn add_libtest(&mut self, program: &str, output: &str) -> bool {
        let mut ended = false;
        for event in output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
            let passed = match (event["type"].as_str(), event["event"].as_str()) {
                (Some("test"), Some("ok")) => true,
                (Some("test"), Some("failed")) => false,
                (Some("test"), Some("ignored")) => {
                    self.skipped += 1;
                    continue;
                }
                (Some("suite"), Some("ok" | "failed")) => {
                    ended = true;
                    continue;
                }
                _ => continue,
            };
            let name = text_of(&event["name"]);
            let seconds = event["exec_time"].as_f64().unwrap_or_default();
            self.timings.push(Timing { name: name.clone(), passed, seconds });
            if passed {
                self.passed += 1;
                continue;
            }
            self.failed += 1;
            let message = text_of(&event["stdout"]);
            self.failures.push(Failure { name, file: program.to_owned(), message });
        }
        ended
    }

    /// Adds the last lines of rustdoc and wasm-bindgen, which report the examples in the documentation and the tests in
    /// browsers in no other form. The line is `test result: ok. 12 passed; 0 failed; ...`.
    pub fn add_closing_lines(&mut self, output: &str) {
        for line in output.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
            self.passed += number_before(line, " passed");
            self.failed += number_before(line, " failed");
            self.skipped += number_before(line, " ignored");
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
}

/// The number directly before a word.
fn number_before(text: &str, word: &str) -> usize {
    let before = text.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().unwrap_or_default().parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_of_node_is_read() {
        let file = std::env::temp_dir().join(format!("results-{}.json", std::process::id()));
        let report = r#"{"passed":2,"failed":1,"skipped":3,"seconds":4.5,
            "quarantined":[{"name":"a race","file":"tests/b.mjs","message":"it was lost","result":"failed"}],
            "failures":[{"name":"it holds","file":"tests/a.mjs","message":"it does not"}],
            "tests":[{"name":"it holds","file":"tests/a.mjs","seconds":1.5,"result":"failed"}]}"#;
        fs::write(&file, report).unwrap();
        let mut results = Results::default();
        results.add_report(&file).unwrap();
        fs::remove_file(&file).unwrap();
        assert_eq!((results.passed, results.failed, results.skipped, results.count()), (2, 1, 3, 3));
        assert_eq!(results.quarantined, ["a race: failed"]);
        assert_eq!(results.failures[0].message, "it does not");
        assert_eq!(results.timings, [Timing { name: "it holds".to_owned(), passed: false, seconds: 1.5 }]);
    }

    #[test]
    fn a_missing_report_is_a_failure() {
        let error = Results::default().add_report(Path::new("/nowhere/results.json")).unwrap_err();
        assert_eq!(error.to_string(), "the tests wrote no results");
    }

    #[test]
    fn events_of_libtest_are_counted() {
        let output = r#"{ "type": "suite", "event": "started", "test_count": 3 }
{ "type": "test", "event": "started", "name": "a" }
{ "type": "test", "name": "a", "event": "ok", "exec_time": 0.25 }
something that a test printed
{ "type": "test", "event": "failed", "name": "b", "stdout": "not equal\n" }
{ "type": "test", "event": "ignored", "name": "c" }
{ "type": "suite", "event": "failed", "passed": 1, "failed": 1 }
"#;
        let mut results = Results::default();
        assert!(results.add_libtest("figure", output));
        assert_eq!((results.passed, results.failed, results.skipped), (1, 1, 1));
        let (name, file, message) = ("b".to_owned(), "figure".to_owned(), "not equal\n".to_owned());
        assert_eq!(results.failures, [Failure { name, file, message }]);
        assert_eq!(results.timings[0].seconds, 0.25);
    }

    #[test]
    fn a_program_that_does_not_report_its_end_has_not_run_all_its_tests() {
        let output = r#"{ "type": "suite", "event": "started", "test_count": 2 }
{ "type": "test", "name": "a", "event": "ok", "exec_time": 0.25 }
"#;
        assert!(!Results::default().add_libtest("figure", output));
    }

    #[test]
    fn closing_lines_are_added_up() {
        let output = "\
test a ... ok
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s
test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
3 passed; 3 failed
";
        let mut results = Results::default();
        results.add_closing_lines(output);
        assert_eq!((results.passed, results.failed, results.skipped), (15, 2, 1));
    }

    #[test]
    fn a_run_without_tests_is_a_failure() {
        assert!(Results::default().need_any().is_err());
    }
}
