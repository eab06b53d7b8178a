//! Arranges the groups: entities that are not on the map. Their tiles are chips, side by side in rows.

use crate::base::geom::{Point, Rect, Size};
use crate::base::text::{TextMeasure, fitted};
use crate::layout::label::Label;
use crate::layout::lettering::Lettering;
use crate::layout::map::MapLayout;
use crate::layout::tile::TileBox;
use crate::model::dataset::Dataset;
use crate::model::entity::EntityKind;
use crate::model::id::EntityId;
use crate::theme::SMALL;

/// The height of a chip, in CSS pixels. A target of 24 CSS pixels satisfies WCAG 2.5.8, and the largest text fits.
const CHIP: f64 = 26.0;

const CHIP_GAP: f64 = 4.0;

const CHIP_PAD: f64 = 9.0;

/// The space above a group, in CSS pixels.
const GROUP_GAP: f64 = 12.0;

/// The width of the column with the names of groups, if the names are beside the chips.
const GROUP_NAME: f64 = 92.0;

/// From this width on, the name of a group is beside its chips. On narrower figures it is above them.
const WIDE: f64 = 520.0;

/// Whether a dataset has a grid with tiles.
pub fn has_map(dataset: &Dataset) -> bool {
    dataset.grids().iter().any(|grid| !grid.tiles.is_empty())
}

/// The shown entities that are not on the map, by kind, in the order of the dataset. Each kind in the result has
/// entities.
pub fn groups_of(dataset: &Dataset) -> Vec<(EntityKind, Vec<EntityId>)> {
    let mut on_grid = vec![false; dataset.entities().len()];
    for tile in dataset.grids().iter().flat_map(|grid| &grid.tiles) {
        on_grid[tile.entity.index()] = true;
    }
    let mut groups = Vec::new();
    for kind in EntityKind::ALL {
        let mut members = Vec::new();
        for id in dataset.entity_ids() {
            let entity = dataset.entity(id);
            if entity.kind == kind && entity.shown && !on_grid[id.index()] {
                members.push(id);
            }
        }
        if !members.is_empty() {
            groups.push((kind, members));
        }
    }
    groups
}

pub(super) fn groups(dataset: &Dataset, lettering: &Lettering<'_>, width: f64) -> MapLayout {
    let Lettering { messages, measure, small } = *lettering;
    // Larger names have no space beside the chips.
    let beside = width >= WIDE && small == SMALL;
    let heading = if beside { GROUP_NAME - CHIP_GAP } else { width };
    let (mut tiles, mut headings) = (Vec::new(), Vec::new());
    let mut height = 0.0;
    for (kind, members) in groups_of(dataset) {
        if height > 0.0 {
            height += GROUP_GAP;
        }
        headings.push(Label {
            text: fitted(measure, messages.text(kind.group()), small, false, heading),
            at: Point::new(0.0, height + CHIP / 2.0),
            size: small,
        });
        let left = if beside { GROUP_NAME } else { 0.0 };
        if !beside {
            height += CHIP - 4.0;
        }
        let mut flow = Flow { left, right: width, at: Point::new(left, height), small };
        for entity in members {
            tiles.push(flow.chip(entity, messages.name(dataset.entity(entity)), measure));
        }
        height = flow.at.y + CHIP;
    }
    MapLayout { size: Size { width, height: height.max(1.0) }, tiles, headings, heading, lanes: None }
}

/// Places chips side by side and begins a new row if one does not fit.
struct Flow {
    left: f64,
    right: f64,
    at: Point,
    /// The font size of a chip.
    small: f64,
}

impl Flow {
    fn chip(&mut self, entity: EntityId, name: &str, measure: &dyn TextMeasure) -> TileBox {
        let room = (self.right - self.left - 2.0 * CHIP_PAD).max(0.0);
        let text = fitted(measure, name, self.small, true, room);
        let width = (measure.width(&text, self.small, true) + 2.0 * CHIP_PAD).ceil();
        // The first chip of a row stays in this row even if the chip is wider, because the next row has the same width.
        if self.at.x > self.left && self.at.x + width > self.right {
            self.at = Point::new(self.left, self.at.y + CHIP + CHIP_GAP);
        }
        let cell = Rect::new(self.at.x, self.at.y, width.min(self.right - self.left), CHIP);
        self.at.x = cell.right() + CHIP_GAP;
        TileBox { entity, cell, rect: cell, label: Label { text, at: cell.center(), size: self.small } }
    }
}
