//! Files of any content, as the import reads them.

use banspread::diagnostics::severity::Severity;
use banspread::import::{Choices, Workbook, import};
use banspread::names::find::all_names;
use banspread::{Dataset, Limits};

/// Answers to the questions of a sheet lead to a valid dataset, or to none. The first byte chooses the answers.
pub fn check(bytes: &[u8]) {
    let Some((pick, file)) = bytes.split_first() else { return };
    if let Ok(workbook) = Workbook::read(file) {
        read(&workbook, usize::from(*pick));
    }
}

/// Imports a workbook. Of each question it takes one of the options.
pub(super) fn read(workbook: &Workbook, pick: usize) {
    let mut choices = Choices::default();
    for _ in 0..12 {
        let imported = import(workbook, &choices);
        if imported.report.questions.is_empty() {
            let is_refused = imported.report.findings.iter().any(|found| found.severity == Severity::Error);
            assert_eq!(imported.dataset.is_none(), is_refused, "{:?}", imported.report.findings);
            return valid(&imported);
        }
        assert!(imported.dataset.is_none());
        for question in &imported.report.questions {
            let option = &question.options[pick % question.options.len()];
            choices = choices.with(&option.choices).expect("an option is a choice");
        }
    }
}

fn valid(imported: &banspread::import::Import) {
    let limits = Limits::default();
    if let Some(Ok(csv)) = imported.csv(&limits) {
        let checked = Dataset::check(&csv, &all_names, &limits);
        assert!(checked.is_ok(), "{csv}\n{}", checked.unwrap_err());
    }
    if let Some(Ok(json)) = imported.json(&limits) {
        let checked = Dataset::check(&json, &|_| None, &limits);
        assert!(checked.is_ok(), "{json}\n{}", checked.unwrap_err());
    }
}
