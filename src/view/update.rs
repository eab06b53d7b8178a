//! What must be done again after an interaction.

use serde::Serialize;

/// How much of the picture an update touches, in rising order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Redo {
    /// None of it.
    #[default]
    Nothing,
    /// Marks have changed, places have not.
    Repaint,
    /// Places have changed.
    Rearrange,
}

/// What an intent has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Update {
    /// How much of the picture.
    pub redo: Redo,
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
        redo: Redo::Rearrange,
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
            redo: self.redo.max(other.redo),
            day: self.day | other.day,
            other: self.other | other.other,
            step: self.step | other.step,
            selection: self.selection | other.selection,
            playing: self.playing | other.playing,
            tip: self.tip | other.tip,
            focus: self.focus | other.focus,
        }
    }
}

pub(super) fn repaint(changed: bool) -> Update {
    Update { redo: if changed { Redo::Repaint } else { Redo::Nothing }, ..Update::default() }
}
