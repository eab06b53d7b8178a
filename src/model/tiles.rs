//! One shape of a grid of tiles.

use crate::model::id::EntityId;

/// The positions of all tiles. Each position has at most one tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Width in tiles.
    pub columns: usize,
    /// Height in tiles.
    pub rows: usize,
    /// The tiles, in the order of the grid's file or of the dataset.
    pub tiles: Vec<Tile>,
}

/// The position of an entity on a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// The entity of the tile.
    pub entity: EntityId,
    /// The row from the top, counted from 0.
    pub row: usize,
    /// The column from the left, counted from 0.
    pub column: usize,
}
