//! Groups below the map: chips side by side in rows.

use crate::base::geom::{Point, Rect};
use crate::base::text::{TextMeasure, fitted};
use crate::layout::label::Label;
use crate::layout::tile::TileBox;
use crate::model::id::EntityId;
use crate::theme::SMALL;

pub(super) const CHIP: f64 = 26.0;

pub(super) const CHIP_GAP: f64 = 4.0;

const CHIP_PAD: f64 = 9.0;

/// Space above a group, and the column of its name where it stands beside.
pub(super) const GROUP_GAP: f64 = 12.0;

pub(super) const GROUP_NAME: f64 = 92.0;

/// From this width on a group's name stands beside it.
pub(super) const WIDE: f64 = 520.0;

/// Chips side by side in rows.
pub(super) struct Flow {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) at: Point,
    /// How many more rows there may be, this one included.
    pub(super) rows: usize,
}

impl Flow {
    /// The next chip; `None` where there is no row left for it, nor for any that follows.
    pub(super) fn chip(&mut self, entity: EntityId, name: &str, measure: &dyn TextMeasure) -> Option<TileBox> {
        if self.rows == 0 {
            return None;
        }
        let room = (self.right - self.left - 2.0 * CHIP_PAD).max(0.0);
        let text = fitted(measure, name, SMALL, true, room);
        let width = (measure.width(&text, SMALL, true) + 2.0 * CHIP_PAD).ceil();
        if self.at.x > self.left && self.at.x + width > self.right {
            self.rows -= 1;
            if self.rows == 0 {
                return None;
            }
            self.at = Point::new(self.left, self.at.y + CHIP + CHIP_GAP);
        }
        let cell = Rect::new(self.at.x, self.at.y, width.min(self.right - self.left), CHIP);
        self.at.x = cell.right() + CHIP_GAP;
        Some(TileBox { entity, cell, rect: cell, label: Label { text, at: cell.center(), size: SMALL } })
    }
}
