//! Steps of the tour.

use crate::base::date::PartialDate;
use crate::model::id::EntityId;
use crate::model::localized_text::LocalizedText;

/// A step of the tour: what to look at, and what to read there.
#[derive(Clone, Debug, PartialEq)]
pub struct TourStep {
    /// When; its first possible day is shown.
    pub date: PartialDate,
    /// Whom it is about, where it is about one.
    pub entity: Option<EntityId>,
    /// A short headline.
    pub title: LocalizedText,
    /// A sentence or two.
    pub text: Option<LocalizedText>,
}
