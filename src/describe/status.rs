//! A status as a label and as a number.

use crate::context::RenderContext;
use crate::describe::phrasing::tagged;
use crate::describe::records::TaggedText;
use crate::model::id::{EntityId, StatusId};
use crate::model::index::Snapshot;

pub(super) fn label(context: &RenderContext<'_>, status: Option<StatusId>) -> TaggedText {
    match status {
        Some(status) => tagged(context, &context.dataset.status(status).label),
        None => TaggedText { text: context.messages.text(context.no_data()).to_owned(), lang: None },
    }
}

/// The status of an entity as of a day in words and as an index, or that it does not exist on this day, with the index
/// -2.
pub(super) fn label_of(context: &RenderContext<'_>, snapshot: &Snapshot, entity: EntityId) -> (TaggedText, i32) {
    match context.absence(entity, snapshot.day) {
        Some(absence) => (TaggedText { text: context.messages.absence(absence), lang: None }, -2),
        None => {
            let status = snapshot.status(entity);
            (label(context, status), number(status))
        }
    }
}

pub(super) fn number(status: Option<StatusId>) -> i32 {
    status.map_or(-1, |status| status.index() as i32)
}
