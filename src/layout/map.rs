//! Arranges the tile grid map.

use crate::base::geom::{Point, Rect, Size};
use crate::layout::label::Label;
use crate::layout::lanes_layout::LanesLayout;
use crate::layout::lettering::Lettering;
use crate::layout::tile::{TileBox, country};
use crate::model::dataset::Dataset;
use crate::model::tiles::Grid;

/// The positions of the tiles: of the map, or of the groups. The rows of "Who, when" are tiles, too.
#[derive(Clone, Debug)]
pub struct MapLayout {
    /// The size of the part.
    pub size: Size,
    /// The tiles: the countries in the order of the grid, the members of the groups in the order of the dataset, or the
    /// rows. The first row begins at y 0 (see [`Self::shift`]).
    pub tiles: Vec<TileBox>,
    /// The names of the groups; empty for the map. Rows have names from the second group on.
    pub headings: Vec<Label>,
    /// The maximal width of a group name: the width of its column, or that of the map.
    pub heading: f64,
    /// The additional positions of rows; `None` for the map and for the groups.
    pub lanes: Option<LanesLayout>,
}

impl MapLayout {
    /// The distance in CSS pixels by which the tiles are moved down in the part, if the reader has scrolled by `scroll`
    /// CSS pixels. Tiles of the map and of the groups are not moved.
    pub fn shift(&self, scroll: f64) -> f64 {
        self.lanes.as_ref().map_or(0.0, |lanes| lanes.plot.y - scroll.max(0.0).min(lanes.hidden))
    }

    /// Converts a point of the part to a position among the tiles. `None` on the axis above the rows.
    pub fn among_tiles(&self, point: Point, scroll: f64) -> Option<Point> {
        let below_axis = self.lanes.as_ref().is_none_or(|lanes| point.y >= lanes.plot.y);
        below_axis.then(|| Point::new(point.x, point.y - self.shift(scroll)))
    }
}

/// The minimal width of a tile. If the tiles of a shape would be narrower, the next narrower shape of the grid is used.
/// See `docs/decisions/3-two-shapes.md`.
const NARROWEST: f64 = 17.0;

/// The maximal height of the widest shape of a grid. With this height, map, date and timeline are visible together on a
/// laptop.
const TALLEST: f64 = 430.0;

/// The maximal height of the other shapes. With this height, map, date and timeline are visible together on a phone.
const TALLEST_NARROW: f64 = 484.0;

/// The maximal width of a tile.
const WIDEST: f64 = 76.0;

pub(super) fn map(dataset: &Dataset, lettering: &Lettering<'_>, width: f64) -> MapLayout {
    let mut tiles = Vec::new();
    let mut height = 0.0;
    if let Some((grid, widest)) = shape(dataset.grids(), width) {
        // The pitch is a whole number of pixels, so that all tiles and gaps have the same size.
        let pitch = (width / grid.columns as f64).floor().min(widest).max(1.0);
        let left = ((width - pitch * grid.columns as f64) / 2.0).floor().max(0.0);
        for tile in &grid.tiles {
            let cell = Rect::new(left + tile.column as f64 * pitch, tile.row as f64 * pitch, pitch, pitch);
            tiles.push(country(dataset, lettering, tile.entity, cell));
        }
        height = grid.rows as f64 * pitch;
    }
    MapLayout {
        size: Size { width, height: height.max(1.0) },
        tiles,
        headings: Vec::new(),
        heading: width,
        lanes: None,
    }
}

/// The widest shape of the grid whose tiles are wide enough, and the maximal width of its tiles. If no shape fits, the
/// narrowest shape.
fn shape(grids: &[Grid], width: f64) -> Option<(&Grid, f64)> {
    let fits = grids.iter().position(|grid| width / grid.columns as f64 >= NARROWEST);
    let chosen = fits.unwrap_or(grids.len().checked_sub(1)?);
    let grid = &grids[chosen];
    let tallest = if chosen == 0 { TALLEST } else { TALLEST_NARROW };
    Some((grid, (tallest / grid.rows as f64).floor().min(WIDEST)))
}
