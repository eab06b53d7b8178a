//! How many tests passed and failed, read from what test runners print.

/// Numbers of tests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Those that held.
    pub passed: usize,
    /// Those that did not.
    pub failed: usize,
}

impl Counts {
    /// Whether any test ran.
    pub fn any(self) -> bool {
        self.passed + self.failed > 0
    }

    /// The sum of the closing lines of cargo test, wasm-bindgen-test and Node's test runner.
    pub fn read(output: &str) -> Self {
        output.lines().fold(Self::default(), |sum, line| sum.plus(Self::of_line(line)))
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// What one line adds.
    fn of_line(line: &str) -> Self {
        let line = line.trim();
        if let Some(result) = line.strip_prefix("test result: ") {
            return Self { passed: number_before(result, " passed"), failed: number_before(result, " failed") };
        }
        // Node marks its closing lines with "ℹ" on a terminal and with "#" elsewhere.
        let Some(closing) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else {
            return Self::default();
        };
        Self {
            passed: number_after(closing, "pass "),
            failed: number_after(closing, "fail ") + number_after(closing, "cancelled "),
        }
    }
}

/// The number that stands right before a word.
fn number_before(text: &str, word: &str) -> usize {
    let before = text.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().unwrap_or_default().parse().unwrap_or(0)
}

/// The number that follows a word at the start of a text, and that nothing follows.
fn number_after(text: &str, word: &str) -> usize {
    text.strip_prefix(word).and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_targets_of_cargo_test_are_added_up() {
        let output = "\
test a ... ok
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s
test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
        assert_eq!(Counts::read(output), Counts { passed: 15, failed: 2 });
    }

    #[test]
    fn the_closing_lines_of_node_are_read_in_both_forms() {
        let lines = "tests 9\nsuites 2\npass 7\nfail 1\ncancelled 1\nskipped 0\nduration_ms 12.5";
        for mark in ["ℹ ", "# "] {
            let output: String = lines.lines().map(|line| format!("{mark}{line}\n")).collect();
            assert_eq!(Counts::read(&output), Counts { passed: 7, failed: 2 });
        }
    }

    #[test]
    fn other_lines_count_nothing() {
        assert!(!Counts::read("3 passed\n# pass the salt\npass 3\n").any());
    }
}
