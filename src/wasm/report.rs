//! What the checker hands to the shell.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "natively these are only declared"))]

use serde::Serialize;

use crate::base::text::is_unseen;
use crate::diagnostics::diagnostic::{Diagnostic, InvalidDataset};
use crate::diagnostics::severity::Severity;

/// What is found in a text that should be a dataset.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(super) struct Report {
    /// The dataset as JSON for the engine; `null` where it cannot be used.
    json: Option<String>,
    /// A line a finding.
    message: String,
    /// The findings, in the order of the file.
    diagnostics: Vec<Finding>,
}

/// What is wrong with a dataset at one place.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
struct Finding {
    /// How bad it is.
    severity: Severity,
    /// A name for the kind of finding, such as `invalid-date`.
    code: &'static str,
    /// The place in the dataset, such as `events[3].date`.
    path: String,
    /// Counted from 1.
    line: Option<usize>,
    /// In characters, counted from 1.
    column: Option<usize>,
    /// What is wrong.
    message: String,
    /// What would be right.
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

/// What is told quotes a dataset: a letter that nobody sees, or that turns text around, is told as one that cannot be shown.
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
