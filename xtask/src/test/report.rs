//! What was checked and what was found.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::again;
use super::counts::Counts;
use crate::{paths, process};

/// After this time a check hangs.
const LIMIT: Duration = Duration::from_secs(40 * 60);

/// The findings so far.
pub struct Report {
    findings: Vec<Finding>,
    /// Tests that held only the second time, each with its check.
    unsteady: Vec<String>,
    logs: PathBuf,
}

/// One row of the closing table.
struct Finding {
    name: String,
    good: bool,
    counts: Counts,
    time: Duration,
}

impl Report {
    /// An empty report.
    pub fn new() -> Result<Self> {
        let logs = paths::records().join("log");
        fs::create_dir_all(&logs)?;
        Ok(Self { findings: Vec::new(), unsteady: Vec::new(), logs })
    }

    /// Runs a command as a check; `time` tells how long it usually takes.
    ///
    /// The output goes to a log, which is printed when the check fails.
    pub fn run(&mut self, name: &str, time: &str, command: &mut Command) {
        let log = self.log(name);
        self.check(name, time, || watch(command, &log).map(|output| Counts::read(&output)));
    }

    /// Runs tests as a check, which fails when it finds none to run.
    pub fn run_tests(&mut self, name: &str, time: &str, command: &mut Command) {
        let log = self.log(name);
        self.check(name, time, || {
            let counts = Counts::read(&watch(command, &log)?);
            if !counts.any() {
                bail!("no test ran: {}", process::line(command));
            }
            Ok(counts)
        });
    }

    /// Runs tests in a browser as a check, the few that fail once more.
    ///
    /// `command` makes the runner's command, for the tests of these names or, of none, for all.
    pub fn run_browser_tests(&mut self, name: &str, time: &str, command: impl Fn(&[String]) -> Command) {
        let (log, log_again) = (self.log(name), self.log(&format!("{name} again")));
        let mut unsteady = Vec::new();
        self.check(name, time, || {
            let counts = again::run(&command, &log, &log_again, &mut unsteady)?;
            if !counts.any() {
                bail!("no test ran: {}", process::line(&command(&[])));
            }
            Ok(counts)
        });
        self.unsteady
            .extend(unsteady.iter().map(|test| format!("{name}: {test}; the first time is in {}", log.display())));
    }

    /// Where the output of a check goes.
    fn log(&self, name: &str) -> PathBuf {
        self.logs.join(format!("{}.txt", name.replace(' ', "-")))
    }

    /// Runs a function as a check.
    pub fn check(&mut self, name: &str, time: &str, check: impl FnOnce() -> Result<Counts>) {
        print!("{name} (usually {time}) ... ");
        let _ = io::stdout().flush();
        let start = Instant::now();
        let result = check();
        let time = start.elapsed();
        let finding = match result {
            Ok(counts) => Finding { name: name.to_owned(), good: true, counts, time },
            Err(error) => {
                println!("failed");
                println!("{error:#}");
                let counts = Counts::read(&format!("{error:#}"));
                Finding { name: name.to_owned(), good: false, counts, time }
            }
        };
        if finding.good {
            println!("{}", finding.result());
        }
        self.findings.push(finding);
    }

    /// Does what a check needs; `None` when that fails, which is a finding, too.
    pub fn prepare<T>(&mut self, name: &str, prepare: impl FnOnce() -> Result<T>) -> Option<T> {
        let start = Instant::now();
        match prepare() {
            Ok(prepared) => Some(prepared),
            Err(error) => {
                println!("{name}: {error:#}");
                let (counts, time) = (Counts::default(), start.elapsed());
                self.findings.push(Finding { name: name.to_owned(), good: false, counts, time });
                None
            }
        }
    }

    /// Whether every check held.
    pub fn is_good(&self) -> bool {
        self.findings.iter().all(|finding| finding.good)
    }

    /// Prints the closing table and the closing line.
    pub fn close(&self) {
        print!("\n{}", self.table());
    }

    /// The closing table and the closing line.
    fn table(&self) -> String {
        let width = self.findings.iter().map(|finding| finding.name.len()).max().unwrap_or(0).max(5);
        let mut table = format!("{:<width$}  {:<7}{:>8}{:>8}{:>9}\n", "check", "result", "passed", "failed", "seconds");
        for finding in &self.findings {
            table += &finding.row(width);
        }
        if !self.unsteady.is_empty() {
            table += "\nheld only when tried again:\n";
        }
        for test in &self.unsteady {
            table += &format!("  {test}\n");
        }
        let total = self.findings.iter().map(Finding::total).fold(Counts::default(), Counts::plus);
        table + &format!("\n{} passed, {} failed\n", total.passed, total.failed)
    }
}

impl Finding {
    /// One line of the table.
    fn row(&self, width: usize) -> String {
        let number = |count: usize| if self.counts.any() { count.to_string() } else { "-".to_owned() };
        let (passed, failed) = (number(self.counts.passed), number(self.counts.failed));
        let seconds = self.time.as_secs_f32();
        format!("{:<width$}  {:<7}{passed:>8}{failed:>8}{seconds:>9.1}\n", self.name, self.word())
    }

    /// What the line of a check that held ends with.
    fn result(&self) -> String {
        let seconds = self.time.as_secs_f32();
        if self.counts.any() {
            return format!("{}, {} tests, {seconds:.1} s", self.word(), self.counts.passed);
        }
        format!("{}, {seconds:.1} s", self.word())
    }

    /// The verdict.
    fn word(&self) -> &'static str {
        if self.good { "ok" } else { "failed" }
    }

    /// What the check adds to the closing line: its tests, or itself when it has none.
    ///
    /// A check that failed without a failed test, as when tests do not compile, counts as one failure.
    fn total(&self) -> Counts {
        if !self.good && self.counts.failed == 0 {
            return self.counts.plus(Counts { passed: 0, failed: 1 });
        }
        if !self.counts.any() {
            return Counts { passed: 1, failed: 0 };
        }
        self.counts
    }
}

/// Runs a command with its output in a log, and ends it when it hangs.
pub fn watch(command: &mut Command, log: &Path) -> Result<String> {
    let file = File::create(log)?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let mut child = command.spawn().with_context(|| format!("cannot start {}", process::line(command)))?;
    let deadline = Instant::now() + LIMIT;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status.to_string();
        }
        if Instant::now() > deadline {
            process::end(&mut child);
            break format!("no result after {} minutes", LIMIT.as_secs() / 60);
        }
        thread::sleep(Duration::from_millis(20));
    };
    let output = String::from_utf8_lossy(&fs::read(log)?).into_owned();
    if status == "exit status: 0" {
        return Ok(output);
    }
    bail!("{} ended with {status}\n{output}", process::line(command));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(name: &str, good: bool, passed: usize, failed: usize) -> Finding {
        let time = Duration::from_millis(1500);
        Finding { name: name.to_owned(), good, counts: Counts { passed, failed }, time }
    }

    fn report(findings: Vec<Finding>) -> Report {
        Report { findings, unsteady: Vec::new(), logs: PathBuf::new() }
    }

    #[test]
    fn the_table_closes_with_the_sum() {
        let report = report(vec![finding("format", true, 0, 0), finding("native tests", false, 40, 2)]);
        let expected = "\
check         result   passed  failed  seconds
format        ok            -       -      1.5
native tests  failed       40       2      1.5

41 passed, 2 failed
";
        assert_eq!(report.table(), expected);
        assert!(!report.is_good());
    }

    #[test]
    fn what_held_only_the_second_time_is_told() {
        let mut report = report(vec![finding("widget tests", true, 2, 0)]);
        report.unsteady.push("widget tests: a film ends".to_owned());
        assert!(report.is_good());
        let closing = "\nheld only when tried again:\n  widget tests: a film ends\n\n2 passed, 0 failed\n";
        assert!(report.table().ends_with(closing));
    }

    #[test]
    fn tests_that_do_not_compile_are_a_failure() {
        let report = report(vec![finding("native tests", false, 0, 0)]);
        assert!(report.table().ends_with("\n0 passed, 1 failed\n"));
    }

    #[test]
    fn a_crash_after_good_tests_is_a_failure() {
        let report = report(vec![finding("native tests", false, 40, 0)]);
        assert!(report.table().ends_with("\n40 passed, 1 failed\n"));
    }

    #[test]
    fn a_check_goes_on_after_one_that_failed() {
        let mut report = Report::new().unwrap();
        report.run("report test false", "0 s", &mut Command::new("false"));
        report.run("report test true", "0 s", &mut Command::new("true"));
        report.run_tests("report test no tests", "0 s", &mut Command::new("true"));
        let verdicts: Vec<bool> = report.findings.iter().map(|finding| finding.good).collect();
        assert_eq!(verdicts, [false, true, false]);
    }
}
