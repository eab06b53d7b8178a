//! Annotated periods.

use crate::base::date::PartialDate;
use crate::model::localized_text::LocalizedText;

/// A period that explains what happens on the timeline, such as a trade war or a pandemic.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// Its name.
    pub label: LocalizedText,
    /// The date of its beginning. The period begins on the first possible day.
    pub from: PartialDate,
    /// The last date of the period, which ends with the last possible day.
    pub until: PartialDate,
}
