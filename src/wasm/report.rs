//! The records that cross the border from the checker to the shell.
#![cfg_attr(not(browser), allow(dead_code, reason = "natively these are only declared"))]

use serde::Serialize;

use crate::base::text::is_unseen;
use crate::diagnostics::diagnostic::{Diagnostic, InvalidDataset};
use crate::diagnostics::severity::Severity;

/// The result of checking a text.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(super) struct Report {
    /// The dataset as JSON for the engine; `null` if the dataset cannot be used.
    json: Option<String>,
    /// All findings as text, one on each line.
    message: String,
    /// The findings, in the order of the file.
    diagnostics: Vec<Finding>,
}

/// A finding about a dataset.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
struct Finding {
    /// Error or warning.
    severity: Severity,
    /// A name for the kind of finding, such as `invalid-date`.
    code: &'static str,
    /// The path in the dataset, such as `events[3].date`.
    path: String,
    /// The line, counted from 1.
    line: Option<usize>,
    /// The column in characters, counted from 1.
    column: Option<usize>,
    /// What is wrong.
    message: String,
    /// A suggestion.
    help: Option<String>,
}

impl Report {
    pub(super) fn new(json: Option<String>, diagnostics: Vec<Diagnostic>) -> Self {
        let finding = |found: &Diagnostic| Finding {
            severity: found.severity,
            code: found.fault.code(),
            path: seen(&found.path.to_string()),
            line: found.position.map(|position| position.line),
            column: found.position.map(|position| position.column),
            message: seen(&found.fault.to_string()),
            help: found.help.as_deref().map(seen),
        };
        let findings = diagnostics.iter().map(finding).collect();
        Self { json, message: seen(&InvalidDataset { diagnostics }.to_string()), diagnostics: findings }
    }
}

/// A text for readers. Findings quote the dataset, so characters that are invisible or change the direction of text are
/// replaced by U+FFFD.
fn seen(text: &str) -> String {
    text.replace(is_unseen, "\u{fffd}")
}

#[cfg(all(test, explain))]
mod tests {
    use super::*;
    use crate::base::limits::Limits;
    use crate::model::dataset::Dataset;

    #[test]
    fn the_name_of_a_field_turns_no_text_around() {
        let text = "{\"a\\u202eb\\u200bc\": {\"d\": 1}, \"format\": \"\\u2066\"}";
        let diagnostics = Dataset::check(text, &|_| None, &Limits::default()).unwrap_err().diagnostics;
        let report = Report::new(None, diagnostics);
        let paths: Vec<&str> = report.diagnostics.iter().map(|found| found.path.as_str()).collect();
        assert!(paths.contains(&"a\u{fffd}b\u{fffd}c"), "{paths:?}");
        let told = serde_json::to_string(&report).unwrap();
        assert!(!told.contains(is_unseen), "{told}");
    }
}
