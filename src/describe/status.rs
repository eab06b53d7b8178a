//! A status as word and as number.

use crate::describe::phrasing::tagged;
use crate::describe::records::TaggedText;
use crate::frame::Frame;
use crate::model::status::StatusId;

pub(super) fn label(frame: &Frame<'_>, status: Option<StatusId>) -> TaggedText {
    match status {
        Some(status) => tagged(frame, &frame.dataset.statuses()[status].label),
        None => TaggedText { text: frame.messages.text("no_data").to_owned(), lang: None },
    }
}

pub(super) fn number(status: Option<StatusId>) -> i32 {
    status.map_or(-1, |status| status as i32)
}
