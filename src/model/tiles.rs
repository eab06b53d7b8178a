//! A grid of tiles, in one shape.

use crate::model::id::EntityId;

/// Places of a map, one tile each; no two on one tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Extent to the right, in tiles.
    pub columns: usize,
    /// Extent downward, in tiles.
    pub rows: usize,
    /// In the order of the grid's file, or of the dataset.
    pub tiles: Vec<Tile>,
}

/// An entity's place on a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Whose.
    pub entity: EntityId,
    /// From the top, counted from 0.
    pub row: usize,
    /// From the left, counted from 0.
    pub column: usize,
}
