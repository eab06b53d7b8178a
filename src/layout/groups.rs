//! Groups below the map. The tiles of their members are chips, side by side in rows.

use crate::base::geom::{Point, Rect};
use crate::base::text::{TextMeasure, fitted};
use crate::layout::label::Label;
use crate::layout::tile::TileBox;
use crate::model::id::EntityId;
use crate::theme::SMALL;

/// The height of a chip, in CSS pixels. A target of 24 CSS pixels satisfies WCAG 2.5.8.
pub(super) const CHIP: f64 = 26.0;

pub(super) const CHIP_GAP: f64 = 4.0;

const CHIP_PAD: f64 = 9.0;

/// The space above a group, in CSS pixels.
pub(super) const GROUP_GAP: f64 = 12.0;

/// The width of the column with the names of groups, if the names are beside the chips.
pub(super) const GROUP_NAME: f64 = 92.0;

/// From this width on, the name of a group is beside its chips. On narrower figures it is above them.
pub(super) const WIDE: f64 = 520.0;

/// Places chips side by side and begins a new row if one does not fit.
pub(super) struct Flow {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) at: Point,
    /// The number of rows that are left, including the current row.
    pub(super) rows: usize,
}

impl Flow {
    /// Places the next chip. `None` if no row is left; then no later chip gets a place either.
    pub(super) fn chip(&mut self, entity: EntityId, name: &str, measure: &dyn TextMeasure) -> Option<TileBox> {
        if self.rows == 0 {
            return None;
        }
        let room = (self.right - self.left - 2.0 * CHIP_PAD).max(0.0);
        let text = fitted(measure, name, SMALL, true, room);
        let width = (measure.width(&text, SMALL, true) + 2.0 * CHIP_PAD).ceil();
        // The first chip of a row stays in it, also if it is wider than the row: the next row is not wider.
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
