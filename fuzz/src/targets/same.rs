//! What is written from a valid dataset is read as the same dataset.

use banspread::format::write;
use banspread::{Dataset, Limits};

/// Checks a text that may be a dataset: it is refused with findings, or it survives both formats.
pub(super) fn check(text: &str) {
    let limits = Limits::default();
    let read = match Dataset::check(text, &|_| None, &limits) {
        Ok(checked) => checked,
        Err(refused) => {
            assert!(!refused.diagnostics.is_empty(), "a refusal has a reason");
            assert!(!refused.to_string().is_empty());
            return;
        }
    };
    for warning in &read.warnings {
        assert!(!warning.to_string().is_empty());
    }
    let tree = Dataset::tree(text, &|_| None).expect("a valid text has a tree");
    let json = write::json(&tree);
    assert_eq!(Dataset::from_text(&json).as_ref(), Ok(&read.dataset), "as JSON: {json}");
    // The other format can be longer than its limits allow.
    if let Ok(csv) = write::csv(&tree, &limits) {
        assert_eq!(Dataset::from_text(&csv).as_ref(), Ok(&read.dataset), "as CSV: {csv}");
    }
}
