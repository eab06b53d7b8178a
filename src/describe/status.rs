//! A status as a label and as a number.

use crate::context::RenderContext;
use crate::describe::phrasing::tagged;
use crate::describe::records::TaggedText;
use crate::model::id::StatusId;

pub(super) fn label(context: &RenderContext<'_>, status: Option<StatusId>) -> TaggedText {
    match status {
        Some(status) => tagged(context, &context.dataset.status(status).label),
        None => TaggedText { text: context.messages.text("no_data").to_owned(), lang: None },
    }
}

pub(super) fn number(status: Option<StatusId>) -> i32 {
    status.map_or(-1, |status| status.index() as i32)
}
