//! Steps of the tour.

use crate::base::date::PartialDate;
use crate::model::id::EntityId;
use crate::model::localized_text::LocalizedText;

/// A step of the tour: a date with a title, and optionally an entity and a text.
#[derive(Clone, Debug, PartialEq)]
pub struct TourStep {
    /// The date. The figure shows its first possible day.
    pub date: PartialDate,
    /// The entity that the step is about.
    pub entity: Option<EntityId>,
    /// A short headline.
    pub title: LocalizedText,
    /// One or two sentences.
    pub text: Option<LocalizedText>,
}
