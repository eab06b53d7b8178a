//! Arranges the tile grid map and the groups below it.

use crate::base::geom::{Point, Rect, Size};
use crate::base::text::{TextMeasure, fitted};
use crate::i18n::messages::Messages;
use crate::layout::groups::{CHIP, CHIP_GAP, Flow, GROUP_GAP, GROUP_NAME, WIDE};
use crate::layout::label::Label;
use crate::layout::tile::{TileBox, country};
use crate::model::dataset::Dataset;
use crate::model::entity::EntityKind;
use crate::model::id::EntityId;
use crate::model::tiles::Grid;
use crate::theme::SMALL;

/// The positions of the tile grid map and of the groups below it.
#[derive(Clone, Debug)]
pub struct MapLayout {
    /// The size of the map with its groups.
    pub size: Size,
    /// The tiles: first the countries in the order of the grid, then the members of the groups in the order of the
    /// dataset.
    pub tiles: Vec<TileBox>,
    /// The names of the groups.
    pub headings: Vec<Label>,
    /// The maximal width of a group name: the width of its column, or that of the map.
    pub heading: f64,
    /// The number of group members without a tile because the groups are folded.
    pub folded: usize,
}

/// The minimal width of a tile. If the tiles of a shape would be narrower, the next narrower shape of the grid is used.
/// See `docs/decisions/3-two-shapes.md`.
const NARROWEST: f64 = 17.0;

/// The maximal height of a grid. A tile is at most `WIDEST` wide in the widest shape of a grid, and at most
/// `WIDEST_TALL` in the other shapes.
const TALLEST: f64 = 880.0;

const WIDEST: f64 = 76.0;
const WIDEST_TALL: f64 = 26.0;

pub(super) fn map(
    dataset: &Dataset,
    messages: &Messages,
    measure: &dyn TextMeasure,
    width: f64,
    rows: usize,
) -> MapLayout {
    let mut tiles = Vec::new();
    let mut on_grid = vec![false; dataset.entities().len()];
    let mut height = 0.0;
    if let Some((grid, widest)) = shape(dataset.grids(), width) {
        // Whole pixels, so that all tiles and gaps have the same size.
        let pitch = (width / grid.columns as f64).floor().min(widest).max(1.0);
        let left = ((width - pitch * grid.columns as f64) / 2.0).floor().max(0.0);
        for tile in &grid.tiles {
            let cell = Rect::new(left + tile.column as f64 * pitch, tile.row as f64 * pitch, pitch, pitch);
            on_grid[tile.entity.index()] = true;
            tiles.push(country(dataset, messages, tile.entity, cell, measure));
        }
        height = grid.rows as f64 * pitch;
    }
    let mut headings = Vec::new();
    let beside = width >= WIDE;
    let heading = if beside { GROUP_NAME - CHIP_GAP } else { width };
    let mut folded = 0;
    for kind in EntityKind::ALL {
        let mut members: Vec<EntityId> = Vec::new();
        for id in dataset.entity_ids() {
            let entity = dataset.entity(id);
            if entity.kind == kind && entity.shown && !on_grid[id.index()] {
                members.push(id);
            }
        }
        if members.is_empty() {
            continue;
        }
        if height > 0.0 {
            height += GROUP_GAP;
        }
        let name = match kind {
            EntityKind::Country => "countries",
            EntityKind::Bloc => "blocs",
            EntityKind::Company => "companies",
        };
        let mut left = 0.0;
        headings.push(Label {
            text: fitted(measure, messages.text(name), SMALL, false, heading),
            at: Point::new(0.0, height + CHIP / 2.0),
            size: SMALL,
        });
        if beside {
            left = GROUP_NAME;
        } else {
            height += CHIP - 4.0;
        }
        let mut flow = Flow { left, right: width, at: Point::new(left, height), rows };
        for entity in members {
            let name = messages.name(dataset.entity(entity));
            match flow.chip(entity, name, measure) {
                Some(chip) => tiles.push(chip),
                None => folded += 1,
            }
        }
        height = flow.at.y + CHIP;
    }
    MapLayout { size: Size { width, height: height.max(1.0) }, tiles, headings, heading, folded }
}

/// The widest shape of the grid whose tiles are wide enough, and the maximal width of its tiles. If no shape fits, the
/// narrowest shape.
fn shape(grids: &[Grid], width: f64) -> Option<(&Grid, f64)> {
    let fits = grids.iter().position(|grid| width / grid.columns as f64 >= NARROWEST);
    let chosen = fits.unwrap_or(grids.len().checked_sub(1)?);
    let grid = &grids[chosen];
    let tallest = (TALLEST / grid.rows as f64).floor().clamp(WIDEST_TALL, WIDEST);
    Some((grid, if chosen == 0 { tallest } else { WIDEST_TALL }))
}
