//! Files of grids, `code,name,row,col`, and of mends, `code,row,col,why`. A mend is a change of a grid by hand.

use std::collections::HashSet;

use anyhow::{Result, bail, ensure};

use super::layout::{Cell, Layout, Move};
use super::places::Places;
use super::table::{Line, Table};

/// Reads a grid that contains every place once.
#[cfg(test)]
pub(crate) fn read(text: &str, columns: i32, rows: i32, places: &Places) -> Result<Layout> {
    let layout = part(text, columns, rows, places)?;
    let missing = places.list.iter().zip(&layout.at).find(|(_, cell)| !layout.inside(**cell));
    match missing {
        Some((place, _)) => bail!("{} has no tile", place.code),
        None => Ok(layout),
    }
}

/// Reads a grid that may lack places.
pub(crate) fn part(text: &str, columns: i32, rows: i32, places: &Places) -> Result<Layout> {
    let mut layout = Layout::new(columns, rows, places.len())?;
    for line in Table::read(text, &["code", "row", "col"])?.lines() {
        let (tile, cell) = tile(&line, places)?;
        let (number, code) = (line.number, line.text("code"));
        ensure!(layout.inside(cell), "line {number}: {code} lies outside {columns} columns and {rows} rows");
        ensure!(!layout.inside(layout.at[tile]), "line {number}: {code} has a tile already");
        ensure!(layout.tile(cell).is_none(), "line {number}: the cell of {code} is taken");
        layout.put(&[(tile, cell)]);
    }
    Ok(layout)
}

/// The grid as text, in the order of the codes, without empty rows and columns at its edges.
pub(crate) fn write(layout: &Layout, places: &Places) -> String {
    let (left, top) = corner(layout);
    let mut lines: Vec<String> = places
        .list
        .iter()
        .zip(&layout.at)
        .map(|(place, (x, y))| format!("{},{},{},{}\n", place.code, place.name, y - top, x - left))
        .collect();
    lines.sort();
    format!("code,name,row,col\n{}", lines.concat())
}

/// The first column and the first row with a tile.
pub(crate) fn corner(layout: &Layout) -> Cell {
    let least = |axis: fn(&Cell) -> i32| layout.at.iter().map(axis).min().unwrap_or(0);
    (least(|cell| cell.0), least(|cell| cell.1))
}

/// The grid after mends: all tiles move to their cells at the same time. The numbers of rows and columns are those of
/// the written grid. If a mend names a cell outside of the grid, the box grows.
pub(crate) fn mend(layout: &Layout, text: &str, places: &Places) -> Result<Layout> {
    let (left, top) = corner(layout);
    let mut at: Vec<Cell> = layout.at.iter().map(|(x, y)| (x - left, y - top)).collect();
    let mut moved = HashSet::new();
    for line in Table::read(text, &["code", "row", "col", "why"])?.lines() {
        let (tile, cell) = tile(&line, places)?;
        let (number, code) = (line.number, line.text("code"));
        ensure!(moved.insert(tile), "line {number}: {code} is moved twice");
        ensure!(!line.text("why").is_empty(), "line {number}: why is {code} moved?");
        at[tile] = cell;
    }
    let least = |axis: fn(&Cell) -> i32| at.iter().map(axis).min().unwrap_or(0);
    let most = |axis: fn(&Cell) -> i32| at.iter().map(axis).max().unwrap_or(0);
    let (left, top) = (least(|cell| cell.0), least(|cell| cell.1));
    let (right, bottom) = (most(|cell| cell.0), most(|cell| cell.1));
    let mut mended = Layout::new(right - left + 1, bottom - top + 1, at.len())?;
    for (tile, (x, y)) in at.into_iter().enumerate() {
        let cell = (x - left, y - top);
        if let Some(other) = mended.tile(cell) {
            bail!("{} and {} would share a cell", places.list[other].code, places.list[tile].code);
        }
        mended.put(&[(tile, cell)]);
    }
    Ok(mended)
}

fn tile(line: &Line, places: &Places) -> Result<Move> {
    let number = line.number;
    let tile = places.find(line.text("code")).map_err(|error| error.context(format!("line {number}")))?;
    Ok((tile, (line.number("col")?, line.number("row")?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::FOUR;

    const SQUARE: &str = "code,name,row,col\nA,Aye,0,0\nB,Bee,0,1\nC,Cee,1,0\nD,Dee,1,1\n";

    #[test]
    fn a_grid_is_written_as_it_was_read() {
        let places = Places::read(FOUR).unwrap();
        let layout = read(SQUARE, 5, 5, &places).unwrap();
        assert_eq!(write(&layout, &places), SQUARE);
    }

    #[test]
    fn errors_in_a_grid_are_reported() {
        let places = Places::read(FOUR).unwrap();
        let complaint = |text: &str| read(text, 2, 2, &places).err().unwrap().to_string();
        assert_eq!(complaint("code,row,col\nA,0,0\n"), "B has no tile");
        assert_eq!(complaint("code,row,col\nA,0,0\nA,0,1\n"), "line 3: A has a tile already");
        assert_eq!(complaint("code,row,col\nA,0,0\nB,0,0\n"), "line 3: the cell of B is taken");
        assert_eq!(complaint("code,row,col\nA,2,0\n"), "line 2: A lies outside 2 columns and 2 rows");
    }

    #[test]
    fn mends_move_all_tiles_at_the_same_time_and_extend_the_box() {
        let places = Places::read(FOUR).unwrap();
        let layout = read(SQUARE, 3, 2, &places).unwrap();
        let mended = mend(&layout, "code,row,col,why\nA,0,1,for a test\nB,-1,2,to make room\n", &places).unwrap();
        assert_eq!(write(&mended, &places), "code,name,row,col\nA,Aye,1,1\nB,Bee,0,2\nC,Cee,2,0\nD,Dee,2,1\n");
    }

    #[test]
    fn a_mend_onto_a_tile_that_stays_or_without_a_reason_is_refused() {
        let places = Places::read(FOUR).unwrap();
        let layout = read(SQUARE, 3, 2, &places).unwrap();
        let complaint =
            |line: &str| mend(&layout, &format!("code,row,col,why\n{line}\n"), &places).err().unwrap().to_string();
        assert_eq!(complaint("A,0,1,test"), "A and B would share a cell");
        assert_eq!(complaint("A,0,2,"), "line 2: why is A moved?");
        assert_eq!(complaint("A,0,2,test\nA,0,3,test"), "line 3: A is moved twice");
        assert_eq!(complaint("X,0,2,test"), "line 2");
    }
}
