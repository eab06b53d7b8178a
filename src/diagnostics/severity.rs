//! The severity of a finding.

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The dataset cannot be used.
    Error,
    /// The dataset can be used, but an editor should look at it.
    Warning,
}
