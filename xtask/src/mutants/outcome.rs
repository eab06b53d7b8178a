//! The results of cargo-mutants.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// What the tests have noticed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The number of changes after which a test failed or did not end.
    pub noticed: usize,
    /// The number of changes that do not compile.
    pub invalid: usize,
    /// The number of changes that no test noticed, and that `tests/mutants.txt` lists as making no difference.
    pub known: usize,
    /// The other changes that no test noticed, as `src/base/date.rs:186:78: replace | with ^ in PartialDate::name`.
    pub missed: Vec<String>,
}

impl Outcome {
    /// Reads the file with the results.
    pub fn of(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        Self::read(&serde_json::from_str(&text)?).with_context(|| format!("{} has another form", file.display()))
    }

    fn read(file: &Value) -> Option<Self> {
        let mut outcome = Self::default();
        for result in file["outcomes"].as_array()? {
            match result["summary"].as_str()? {
                "CaughtMutant" | "Timeout" => outcome.noticed += 1,
                "Unviable" => outcome.invalid += 1,
                "MissedMutant" => outcome.missed.push(result["scenario"]["Mutant"]["name"].as_str()?.to_owned()),
                // The tests without a change.
                _ => {}
            }
        }
        Some(outcome)
    }

    /// The share of the changes that tests notice, in percent. Changes that do not compile do not count.
    fn score(&self) -> f64 {
        let all = self.noticed + self.known + self.missed.len();
        100.0 * self.noticed as f64 / all.max(1) as f64
    }
}

/// The results of the subjects, and the changes that no test notices and that are not known.
pub fn table(outcomes: &[(&str, Outcome)]) -> String {
    let mut text = format!(
        "\n{:<10}{:>9}{:>10}{:>10}{:>10}{:>10}\n",
        "subject", "changes", "noticed", "known", "score", "invalid"
    );
    for (name, outcome) in outcomes {
        let all = outcome.noticed + outcome.known + outcome.missed.len();
        let (noticed, known, invalid, score) = (outcome.noticed, outcome.known, outcome.invalid, outcome.score());
        text += &format!("{name:<10}{all:>9}{noticed:>10}{known:>10}{score:>8.1} %{invalid:>10}\n");
    }
    for missed in outcomes.iter().flat_map(|(_, outcome)| &outcome.missed) {
        text += &format!("no test notices: {missed}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn result(summary: &str, name: &str) -> Value {
        json!({ "summary": summary, "scenario": { "Mutant": { "name": name } } })
    }

    #[test]
    fn a_test_that_does_not_end_has_noticed_the_change() {
        let file = json!({ "outcomes": [
            { "summary": "Success", "scenario": "Baseline" },
            result("CaughtMutant", "a"),
            result("Timeout", "b"),
            result("Unviable", "c"),
            result("MissedMutant", "d"),
        ]});
        let expected = Outcome { noticed: 2, invalid: 1, known: 0, missed: vec!["d".to_owned()] };
        assert_eq!(Outcome::read(&file), Some(expected));
        assert_eq!(Outcome::read(&json!({ "outcomes": [{}] })), None);
    }

    #[test]
    fn the_table_has_the_score_and_the_changes_that_no_test_notices() {
        let outcome =
            Outcome { noticed: 8, invalid: 3, known: 1, missed: vec!["a.rs:1:2: replace < with >".to_owned()] };
        let text = table(&[("dates", outcome)]);
        assert!(text.contains("dates            10         8         1    80.0 %         3\n"), "{text}");
        assert!(text.ends_with("no test notices: a.rs:1:2: replace < with >\n"), "{text}");
    }
}
