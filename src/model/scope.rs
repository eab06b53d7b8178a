//! The scopes that a dataset declares: to what a decision applies.

use crate::model::localized_text::LocalizedText;

/// A part of what the figure is about, such as the core network. The statuses of events can be limited to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// The id, unique among the scopes of the dataset.
    pub id: String,
    /// The word in the figure.
    pub label: LocalizedText,
    /// What exactly belongs to it.
    pub description: Option<LocalizedText>,
}
