//! What an interaction has changed, and which parts of the picture must be drawn again for it.

use serde::Serialize;

use crate::view::intent::Part;

/// What an intent has changed. The first four fields are about the picture, the others about what the reader has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Update {
    /// The layout: everything has to be arranged and drawn again.
    pub layout: bool,
    /// The marks of the map.
    pub map: bool,
    /// The marks of the timeline.
    pub timeline: bool,
    /// The marks of the cursor.
    pub cursor: bool,
    /// The date.
    pub day: bool,
    /// The day compared with, or whether there is one.
    pub other: bool,
    /// The step of the tour.
    pub step: bool,
    /// The selected entity.
    pub selection: bool,
    /// Whether the date runs.
    pub playing: bool,
    /// What is pointed at.
    pub tip: bool,
    /// The ring of the keyboard.
    pub focus: bool,
}

impl Update {
    /// Everything anew.
    pub const ALL: Self = Self {
        layout: true,
        map: true,
        timeline: true,
        cursor: true,
        day: true,
        other: true,
        step: true,
        selection: true,
        playing: true,
        tip: true,
        focus: true,
    };

    /// What both have changed.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            layout: self.layout | other.layout,
            map: self.map | other.map,
            timeline: self.timeline | other.timeline,
            cursor: self.cursor | other.cursor,
            day: self.day | other.day,
            other: self.other | other.other,
            step: self.step | other.step,
            selection: self.selection | other.selection,
            playing: self.playing | other.playing,
            tip: self.tip | other.tip,
            focus: self.focus | other.focus,
        }
    }

    /// Whether a part must be drawn again.
    pub fn draws(self, part: Part) -> bool {
        self.layout
            || match part {
                Part::Map => self.map,
                Part::Timeline => self.timeline,
                Part::Cursor => self.cursor,
            }
    }
}
