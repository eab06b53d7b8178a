//! Tiles on the cells of a box.

use anyhow::{Result, ensure};

use super::pair_costs::Spots;
use super::places::{Place, Places};

/// A cell: column and row, from 0 in the north-west.
pub(crate) type Cell = (i32, i32);

/// A tile and the cell it is to lie on.
pub(crate) type Move = (usize, Cell);

/// Steps to the four cells that share an edge.
pub(crate) const EDGES: [Cell; 4] = [(1, 0), (-1, 0), (0, 1), (0, -1)];

/// A cell without a tile.
const EMPTY: u16 = u16::MAX;
/// Where a tile lies that has not been put anywhere.
const NOWHERE: Cell = (-1, -1);

/// Where every place's tile lies.
#[derive(Clone)]
pub(crate) struct Layout {
    /// The width of the box in cells.
    pub(crate) columns: i32,
    /// The height of the box in cells.
    pub(crate) rows: i32,
    /// The cell of each tile.
    pub(crate) at: Vec<Cell>,
    /// The same in lanes.
    pub(crate) spots: Spots,
    cells: Vec<u16>,
}

impl Layout {
    /// The most columns or rows of a box.
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

    /// Every place on such a cell of an empty box.
    #[cfg(test)]
    pub(crate) fn scatter(columns: i32, rows: i32, places: &Places) -> Result<Self> {
        let mut layout = Self::new(columns, rows, places.len())?;
        layout.fill(places);
        Ok(layout)
    }

    /// Puts places without a tile on the free cell nearest to their spot on a plain map, the first of the table first.
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

    /// The free cell nearest to a spot.
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

    /// Whether the cell lies in the box.
    pub(crate) fn inside(&self, (x, y): Cell) -> bool {
        x >= 0 && y >= 0 && x < self.columns && y < self.rows
    }

    /// The tile on a cell; none outside the box.
    #[inline]
    pub(crate) fn tile(&self, cell: Cell) -> Option<usize> {
        if !self.inside(cell) {
            return None;
        }
        let tile = self.cells[(cell.1 * self.columns + cell.0) as usize];
        (tile != EMPTY).then_some(usize::from(tile))
    }

    /// Puts tiles on their new cells, which must be free once all of them are lifted.
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
    fn places_are_scattered_as_on_a_map() {
        let places = Places::read(FOUR).unwrap();
        let layout = Layout::scatter(3, 3, &places).unwrap();
        assert_eq!(layout.at, [(0, 0), (2, 0), (0, 2), (2, 2)]);
    }

    #[test]
    fn a_box_too_small_is_said() {
        let complaint = Layout::new(1, 3, 4).err().unwrap().to_string();
        assert_eq!(complaint, "1 columns and 3 rows have 3 cells, too few for 4 places");
    }

    #[test]
    fn tiles_change_places_at_once() {
        let places = Places::read(FOUR).unwrap();
        let mut layout = Layout::scatter(2, 2, &places).unwrap();
        layout.put(&[(0, (1, 0)), (1, (0, 0))]);
        assert_eq!((layout.tile((0, 0)), layout.tile((1, 0)), layout.tile((2, 0))), (Some(1), Some(0), None));
    }
}
