//! The tile grid map, and the groups below it.

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

/// The places of the tile grid map and of the groups below it.
#[derive(Clone, Debug)]
pub struct MapLayout {
    /// Of the whole.
    pub size: Size,
    /// Countries first, as the grid has them, then the groups in the order of the dataset.
    pub tiles: Vec<TileBox>,
    /// Names of the groups.
    pub headings: Vec<Label>,
    /// How wide these may be: as their column, or as all.
    pub heading: f64,
    /// How many members of the groups have no place until they are unfolded.
    pub folded: usize,
}

/// Narrowest tile of a wide grid; below it the next narrower shape of the grid serves.
const NARROWEST: f64 = 17.0;

/// A grid grows to this height, though no tile beyond `WIDEST`; in other shapes than the widest, tiles beyond `WIDEST_TALL`.
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

/// The widest shape of the grid whose tiles are not too narrow, and how wide its tiles may be.
fn shape(grids: &[Grid], width: f64) -> Option<(&Grid, f64)> {
    let fits = grids.iter().position(|grid| width / grid.columns as f64 >= NARROWEST);
    let chosen = fits.unwrap_or(grids.len().checked_sub(1)?);
    let grid = &grids[chosen];
    let tallest = (TALLEST / grid.rows as f64).floor().clamp(WIDEST_TALL, WIDEST);
    Some((grid, if chosen == 0 { tallest } else { WIDEST_TALL }))
}
