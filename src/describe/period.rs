//! An annotated period in words: its name and its dates.

use crate::context::RenderContext;
use crate::describe::phrasing::{Phrasing, tagged};
use crate::describe::records::TaggedText;
use crate::model::period::Period;

/// The name and the dates of a period: `Trade war: July 2018 to January 2020`.
pub(super) fn period(context: &RenderContext<'_>, period: &Period) -> TaggedText {
    let messages = Phrasing::with(context, &period.label).messages;
    let dates = [("from", &*messages.date(period.from)), ("to", &*messages.date(period.until))];
    let when = messages.fill("period", &dates);
    let name = period.label.nearest(messages.lang());
    let TaggedText { lang, .. } = tagged(context, &period.label);
    TaggedText { text: messages.fill("standing", &[("name", name), ("status", &when)]), lang }
}
