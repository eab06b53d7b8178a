//! A status as word and as number.

use crate::describe::phrasing::said;
use crate::describe::records::Said;
use crate::frame::Frame;
use crate::model::status::StatusId;

pub(super) fn label(frame: &Frame<'_>, status: Option<StatusId>) -> Said {
    match status {
        Some(status) => said(frame, &frame.dataset.statuses()[status].label),
        None => Said { text: frame.messages.text("no_data").to_owned(), lang: None },
    }
}

pub(super) fn number(status: Option<StatusId>) -> i32 {
    status.map_or(-1, |status| status as i32)
}
