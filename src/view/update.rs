//! Updates: what an intent has changed, and which parts must be drawn again.

use serde::Serialize;

use crate::view::intent::Part;

/// What an intent has changed. The first four fields are about the picture, the other fields about the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Update {
    /// The layout has changed: everything must be arranged and drawn again.
    pub layout: bool,
    /// Marks of the map have changed.
    pub map: bool,
    /// Marks of the timeline have changed.
    pub timeline: bool,
    /// Marks of the cursor have changed.
    pub cursor: bool,
    /// The date has changed.
    pub day: bool,
    /// The compared day has changed, or a comparison has begun or ended.
    pub other: bool,
    /// The step of the tour has changed.
    pub step: bool,
    /// The selected entity has changed.
    pub selection: bool,
    /// Playback has started or stopped.
    pub playing: bool,
    /// The content or the position of the tooltip may have changed.
    pub tip: bool,
    /// The tile with the keyboard focus has changed.
    pub focus: bool,
}

impl Update {
    /// Everything has changed.
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

    /// The changes of both updates together.
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
