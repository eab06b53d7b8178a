//! The report of a run.

use super::results::{Results, Timing};
use super::schedule::{Finding, Kind};
use crate::console;

/// The number of lines that are printed of the output of a failed check. The log has all lines.
const MOST_LINES: usize = 80;
/// The number of tests in the list of the slowest ones.
const SLOWEST: usize = 10;
/// A shorter job has no row in the table, unless the job failed.
const SHORT: f32 = 1.0;

/// Prints the line of a finished job.
pub fn print_line(finding: &Finding) {
    if finding.kind != Kind::Check && finding.is_good() && finding.time.as_secs_f32() < SHORT {
        return;
    }
    let seconds = finding.time.as_secs_f32();
    let tests = match (finding.results.failed, finding.results.count()) {
        (_, 0) => String::new(),
        (0, count) => format!(", {count} tests"),
        (failed, count) => format!(", {failed} of {count} tests failed"),
    };
    console::say(&format!("{:<8} {}{tests}, {seconds:.1} s", word(finding), finding.name));
}

/// Whether everything succeeded.
pub fn is_good(findings: &[Finding]) -> bool {
    findings.iter().all(Finding::is_good)
}

/// The text from the failures to the last line. `notes` are the notes of the whole run. `log` returns the text and the
/// name of the log of a job.
pub fn text(findings: &[Finding], notes: &[String], log: impl Fn(&str) -> (String, String)) -> String {
    let mut text = String::new();
    for finding in findings.iter().filter(|finding| finding.ran && !finding.is_good()) {
        let (output, file) = log(&finding.name);
        text += &failure(finding, &output, &file);
    }
    let of_findings = findings.iter().flat_map(|finding| finding.results.notes.iter().map(String::as_str));
    let notes: String =
        notes.iter().map(String::as_str).chain(of_findings).map(|note| format!("\nnote: {note}\n")).collect();
    text += &format!("\n{}{}{}{notes}\n", table(findings), slowest(findings), quarantined(findings));
    text + &format!("{}\n", closing_line(findings))
}

/// The failures of a job.
fn failure(finding: &Finding, output: &str, file: &str) -> String {
    let mut text = format!("\n--- {} failed; the whole output is in {file}\n", finding.name);
    for failure in &finding.results.failures {
        text += &format!("\n{} ({})\n{}\n", failure.name, failure.file, cut(&failure.message));
    }
    if let Some(error) = &finding.error {
        text += &format!("{}\n", cut(error));
    }
    if finding.results.failures.is_empty() {
        text += &cut(output);
    }
    text
}

/// The last lines of a text.
fn cut(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let left_out = lines.len().saturating_sub(MOST_LINES);
    let start = if left_out > 0 { format!("({left_out} lines before)\n") } else { String::new() };
    format!("{start}{}\n", lines[left_out..].join("\n"))
}

fn table(findings: &[Finding]) -> String {
    let shown =
        |finding: &&Finding| finding.kind == Kind::Check || !finding.is_good() || finding.time.as_secs_f32() >= SHORT;
    let rows: Vec<&Finding> = findings.iter().filter(shown).collect();
    let width = rows.iter().map(|finding| finding.name.len()).max().unwrap_or(0).max(5);
    let mut table = format!("{:<width$}  {:<7}{:>8}{:>8}{:>9}\n", "check", "result", "passed", "failed", "seconds");
    for finding in rows {
        let any = finding.results.count() > 0;
        let number = |count: usize| if any { count.to_string() } else { "-".to_owned() };
        let (passed, failed) = (number(finding.results.passed), number(finding.results.failed));
        let (name, seconds) = (&finding.name, finding.time.as_secs_f32());
        table += &format!("{name:<width$}  {:<7}{passed:>8}{failed:>8}{seconds:>9.1}\n", word(finding));
    }
    table
}

fn word(finding: &Finding) -> &'static str {
    match (finding.ran, finding.is_good()) {
        (true, true) => "ok",
        (true, false) => "failed",
        (false, _) => "not run",
    }
}

fn slowest(findings: &[Finding]) -> String {
    let of = |finding: &Finding| {
        let name = finding.name.clone();
        finding.results.timings.iter().map(move |test| (name.clone(), test.clone())).collect::<Vec<_>>()
    };
    let mut tests: Vec<(String, Timing)> = findings.iter().flat_map(of).collect();
    if tests.is_empty() {
        return String::new();
    }
    tests.sort_by(|one, other| other.1.seconds.total_cmp(&one.1.seconds));
    let lines =
        tests.iter().take(SLOWEST).map(|(check, test)| format!("{:>7.1}  {} ({check})\n", test.seconds, test.name));
    format!("\nthe slowest tests, in seconds:\n{}", lines.collect::<String>())
}

fn quarantined(findings: &[Finding]) -> String {
    let of = |finding: &Finding| {
        finding.results.quarantined.iter().map(|test| format!("  {test} ({})\n", finding.name)).collect::<String>()
    };
    let lines: String = findings.iter().map(of).collect();
    if lines.is_empty() { lines } else { format!("\nin quarantine:\n{lines}") }
}

/// The last line: the sums of all tests. A check without tests counts as one. A job that installs or builds counts only
/// if it fails. A job that did not run because of a failure counts as failed.
fn closing_line(findings: &[Finding]) -> String {
    let mut sum = Results::default();
    for finding in findings {
        let Results { passed, failed, skipped, .. } = finding.results;
        sum.passed += passed;
        sum.failed += failed;
        sum.skipped += skipped;
        if !finding.is_good() && failed == 0 {
            sum.failed += 1;
        } else if finding.kind == Kind::Check && finding.results.count() == 0 {
            sum.passed += 1;
        }
    }
    sum.line()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::test::results::Failure;

    fn finding(name: &str, passed: usize, failed: usize) -> Finding {
        Finding {
            name: name.to_owned(),
            kind: Kind::Check,
            results: Results { passed, failed, ..Results::default() },
            error: None,
            ran: true,
            time: Duration::from_millis(1500),
        }
    }

    fn text_of(findings: &[Finding]) -> String {
        text(findings, &[], |name| (format!("output of {name}\n"), format!("{name}.txt")))
    }

    #[test]
    fn the_table_closes_with_the_sum() {
        let findings = [finding("format", 0, 0), finding("native tests", 40, 2)];
        let expected = "
check         result   passed  failed  seconds
format        ok            -       -      1.5
native tests  failed       40       2      1.5

41 passed, 2 failed
";
        assert!(text_of(&findings).ends_with(expected), "{}", text_of(&findings));
        assert!(!is_good(&findings));
    }

    #[test]
    fn failed_tests_are_printed_with_their_messages() {
        let mut failed = finding("native tests", 40, 1);
        let (name, file, message) = ("it holds".to_owned(), "figure".to_owned(), "it does not".to_owned());
        failed.results.failures.push(Failure { name, file, message });
        let text = text_of(&[failed]);
        assert!(text.contains("the whole output is in native tests.txt\n\nit holds (figure)\nit does not\n"), "{text}");
        assert!(!text.contains("output of native tests"), "{text}");
    }

    #[test]
    fn the_end_of_the_output_is_printed_if_no_test_explains_the_failure() {
        let mut failed = finding("clippy", 0, 0);
        failed.error = Some("clippy ended with 1".to_owned());
        let lines: String = (0..100).map(|line| format!("line {line}\n")).collect();
        let text = text(&[failed], &[], |_| (lines.clone(), "clippy.txt".to_owned()));
        assert!(text.contains("clippy ended with 1\n\n(20 lines before)\nline 20\n"), "{text}");
        assert!(text.contains("line 99\n") && text.ends_with("\n0 passed, 1 failed\n"), "{text}");
    }

    #[test]
    fn a_crash_after_good_tests_is_a_failure() {
        let mut crashed = finding("native tests", 40, 0);
        crashed.error = Some("ended with signal 11".to_owned());
        assert!(text_of(&[crashed]).ends_with("\n40 passed, 1 failed\n"));
    }

    #[test]
    fn a_check_that_did_not_run_is_not_a_success() {
        let mut skipped = finding("widget tests", 0, 0);
        (skipped.ran, skipped.error) = (false, Some("needs: package".to_owned()));
        let text = text_of(&[skipped]);
        assert!(text.contains("widget tests  not run"), "{text}");
        assert!(text.ends_with("\n0 passed, 1 failed\n"), "{text}");
    }

    #[test]
    fn skipped_checks_are_named_beside_the_closing_line() {
        let mut tests = finding("native tests", 40, 0);
        (tests.results.skipped, tests.results.notes) = (2, vec!["a list is old".to_owned()]);
        let text = text(&[tests], &["nobody looked".to_owned()], |_| (String::new(), String::new()));
        assert!(
            text.ends_with("\n\nnote: nobody looked\n\nnote: a list is old\n\n40 passed, 0 failed, 2 skipped\n"),
            "{text}"
        );
    }

    #[test]
    fn builds_and_installations_count_only_if_they_fail() {
        let mut setup = finding("package", 0, 0);
        setup.kind = Kind::Setup;
        assert!(text_of(&[setup]).ends_with("\n0 passed, 0 failed\n"));
    }

    #[test]
    fn the_slowest_tests_and_those_in_quarantine_are_listed() {
        let mut tests = finding("widget tests", 12, 0);
        let timing = |n: u32| Timing { name: format!("test {n}"), passed: true, seconds: f64::from(n) };
        tests.results.timings = (1..=12).map(timing).collect();
        tests.results.quarantined.push("a race: passed".to_owned());
        let text = text_of(&[tests]);
        let slowest = "the slowest tests, in seconds:\n   12.0  test 12 (widget tests)\n   11.0  test 11";
        assert!(text.contains(slowest) && !text.contains("test 2 ("), "{text}");
        assert!(text.contains("\nin quarantine:\n  a race: passed (widget tests)\n\n12 passed, 0 failed\n"), "{text}");
    }
}
