//! A layout: tiles on the cells of a box.

use anyhow::{Result, ensure};

use super::pair_costs::Spots;
use super::places::{Place, Places};

/// A cell: its column and row. The cell in the north-west is (0, 0).
pub(crate) type Cell = (i32, i32);

/// A tile and its new cell.
pub(crate) type Move = (usize, Cell);

/// The steps to the four cells that share an edge.
pub(crate) const EDGES: [Cell; 4] = [(1, 0), (-1, 0), (0, 1), (0, -1)];

/// A cell without a tile.
const EMPTY: u16 = u16::MAX;
/// The cell of a tile that is not placed yet.
const NOWHERE: Cell = (-1, -1);

/// The cells of all tiles.
#[derive(Clone)]
pub(crate) struct Layout {
    /// The width of the box in cells.
    pub(crate) columns: i32,
    /// The height of the box in cells.
    pub(crate) rows: i32,
    /// The cell of each tile.
    pub(crate) at: Vec<Cell>,
    /// The same cells in lanes, for the costs of pairs.
    pub(crate) spots: Spots,
    cells: Vec<u16>,
}

impl Layout {
    /// The maximal number of columns and of rows.
    pub(crate) const MOST: i32 = 60;

    /// An empty box for `n` tiles.
    pub(crate) fn new(columns: i32, rows: i32, n: usize) -> Result<Self> {
        let most = Self::MOST;
        ensure!((1..=most).contains(&columns), "a grid has 1 to {most} columns, not {columns}");
        ensure!((1..=most).contains(&rows), "a grid has 1 to {most} rows, not {rows}");
        let room = (columns * rows) as usize;
        ensure!(n <= room, "{columns} columns and {rows} rows have {room} cells, too few for {n} places");
        Ok(Self { columns, rows, at: vec![NOWHERE; n], spots: Spots::new(n), cells: vec![EMPTY; room] })
    }

    /// A layout of an empty box, filled.
    #[cfg(test)]
    pub(crate) fn scatter(columns: i32, rows: i32, places: &Places) -> Result<Self> {
        let mut layout = Self::new(columns, rows, places.len())?;
        layout.fill(places);
        Ok(layout)
    }

    /// Puts each place without a tile on the free cell that is nearest to its position on a simple map, in the order of the
    /// table.
    pub(crate) fn fill(&mut self, places: &Places) {
        let span = |value: fn(&Place) -> f64| {
            let all = places.list.iter().map(value);
            (all.clone().fold(f64::MAX, f64::min), all.fold(f64::MIN, f64::max))
        };
        let (west, east) = span(|place| place.longitude);
        let (south, north) = span(|place| place.latitude);
        for (i, place) in places.list.iter().enumerate() {
            if self.inside(self.at[i]) {
                continue;
            }
            let x = (place.longitude - west) / (east - west).max(1e-9) * f64::from(self.columns - 1);
            let y = (north - place.latitude) / (north - south).max(1e-9) * f64::from(self.rows - 1);
            let cell = self.nearest_free(x, y);
            self.put(&[(i, cell)]);
        }
    }

    /// The free cell that is nearest to a position.
    fn nearest_free(&self, x: f64, y: f64) -> Cell {
        let (mut to, mut nearest) = ((0, 0), f64::MAX);
        for row in 0..self.rows {
            for column in 0..self.columns {
                let away = (f64::from(column) - x).hypot(f64::from(row) - y);
                if away < nearest && self.tile((column, row)).is_none() {
                    (to, nearest) = ((column, row), away);
                }
            }
        }
        to
    }

    /// Whether a cell is inside of the box.
    pub(crate) fn inside(&self, (x, y): Cell) -> bool {
        x >= 0 && y >= 0 && x < self.columns && y < self.rows
    }

    /// The tile on a cell. `None` outside of the box.
    #[inline]
    pub(crate) fn tile(&self, cell: Cell) -> Option<usize> {
        if !self.inside(cell) {
            return None;
        }
        let tile = self.cells[(cell.1 * self.columns + cell.0) as usize];
        (tile != EMPTY).then_some(usize::from(tile))
    }

    /// Puts tiles on their new cells. The cells must be free when all of these tiles are taken off.
    pub(crate) fn put(&mut self, moves: &[Move]) {
        for &(i, _) in moves {
            let (x, y) = self.at[i];
            if x >= 0 {
                self.cells[(y * self.columns + x) as usize] = EMPTY;
            }
        }
        for &(i, (x, y)) in moves {
            self.cells[(y * self.columns + x) as usize] = i as u16;
            self.at[i] = (x, y);
            self.spots.set(i, (x, y));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::FOUR;

    #[test]
    fn places_are_distributed_as_on_a_map() {
        let places = Places::read(FOUR).unwrap();
        let layout = Layout::scatter(3, 3, &places).unwrap();
        assert_eq!(layout.at, [(0, 0), (2, 0), (0, 2), (2, 2)]);
    }

    #[test]
    fn a_box_that_is_too_small_is_reported() {
        let complaint = Layout::new(1, 3, 4).err().unwrap().to_string();
        assert_eq!(complaint, "1 columns and 3 rows have 3 cells, too few for 4 places");
    }

    #[test]
    fn tiles_change_places_at_the_same_time() {
        let places = Places::read(FOUR).unwrap();
        let mut layout = Layout::scatter(2, 2, &places).unwrap();
        layout.put(&[(0, (1, 0)), (1, (0, 0))]);
        assert_eq!((layout.tile((0, 0)), layout.tile((1, 0)), layout.tile((2, 0))), (Some(1), Some(0), None));
    }
}
