//! The moves for annealing.

use super::layout::{Cell, Layout, Move};
use super::rng::Rng;

/// The steps to the eight cells around a cell. The cells that share an edge are first.
const STEPS: [Cell; 8] = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)];
/// The maximal number of tiles in a line that is pushed.
const LINE: usize = 9;
/// The maximal side of a rectangle that slides, in cells.
const RECTANGLE: i32 = 9;

/// The maximal distance in cells at which another place counts as close.
const COMPANY: i32 = 2;

/// The places that each place belongs with, and how often a move brings a place to one of them.
pub(crate) struct Kin {
    /// Land borders, and the places nearest to an island.
    pub(crate) of: Vec<Vec<usize>>,
    /// The percentage of moves.
    pub(crate) share: usize,
}

/// A random move of one or more tiles, mostly by up to `reach` cells. No move if the chosen one is impossible.
pub(crate) fn propose(layout: &Layout, kin: &Kin, rng: &mut Rng, reach: i32, moves: &mut Vec<Move>) {
    if kin.share == 0 || rng.below(100) >= kin.share {
        return shift(layout, rng, reach, moves);
    }
    moves.clear();
    let tile = rng.below(layout.at.len());
    if visit(layout, &kin.of[tile], rng, tile, moves).is_none() {
        moves.clear();
    }
}

/// Moves a place from anywhere to a cell near a place that it belongs with. A tile on this cell changes places with it,
/// or is pushed in a line until the last tile reaches a free cell.
fn visit(layout: &Layout, kin: &[usize], rng: &mut Rng, tile: usize, moves: &mut Vec<Move>) -> Option<()> {
    if kin.is_empty() {
        return None;
    }
    let (x, y) = layout.at[kin[rng.below(kin.len())]];
    let mut to = (x + rng.between(-COMPANY, COMPANY), y + rng.between(-COMPANY, COMPANY));
    if to == layout.at[tile] || !layout.inside(to) {
        return None;
    }
    moves.push((tile, to));
    let Some(mut next) = layout.tile(to) else {
        return Some(());
    };
    if rng.below(2) == 0 {
        moves.push((next, layout.at[tile]));
        return Some(());
    }
    let (dx, dy) = STEPS[rng.below(8)];
    for _ in 0..LINE {
        to = (to.0 + dx, to.1 + dy);
        if !layout.inside(to) {
            return None;
        }
        moves.push((next, to));
        match layout.tile(to) {
            Some(other) if other != tile => next = other,
            _ => return Some(()),
        }
    }
    None
}

/// A random move up to `reach` cells far.
fn shift(layout: &Layout, rng: &mut Rng, reach: i32, moves: &mut Vec<Move>) {
    moves.clear();
    let tile = rng.below(layout.at.len());
    let done = match rng.below(40) {
        0..=21 => hop(layout, rng, reach, tile, moves),
        22..=29 => push(layout, rng, tile, moves),
        30..=33 => ring(layout, rng, reach.min(3), tile, moves),
        _ => slide(layout, rng, tile, moves),
    };
    if done.is_none() {
        moves.clear();
    }
}

/// Moves a tile to a near cell. If the cell has a tile, the two change places.
fn hop(layout: &Layout, rng: &mut Rng, reach: i32, tile: usize, moves: &mut Vec<Move>) -> Option<()> {
    let (x, y) = layout.at[tile];
    let to = (x + rng.between(-reach, reach), y + rng.between(-reach, reach));
    if to == (x, y) || !layout.inside(to) {
        return None;
    }
    moves.push((tile, to));
    moves.extend(layout.tile(to).map(|other| (other, (x, y))));
    Some(())
}

/// Pushes a line of tiles, the last one onto a free cell.
fn push(layout: &Layout, rng: &mut Rng, tile: usize, moves: &mut Vec<Move>) -> Option<()> {
    let (dx, dy) = STEPS[rng.below(8)];
    let ((mut x, mut y), mut tile) = (layout.at[tile], tile);
    for _ in 0..LINE {
        (x, y) = (x + dx, y + dy);
        if !layout.inside((x, y)) {
            return None;
        }
        moves.push((tile, (x, y)));
        match layout.tile((x, y)) {
            Some(next) => tile = next,
            None => return Some(()),
        }
    }
    None
}

/// Three tiles change places in a ring. The last cell can be free.
fn ring(layout: &Layout, rng: &mut Rng, reach: i32, tile: usize, moves: &mut Vec<Move>) -> Option<()> {
    let (x, y) = layout.at[tile];
    let mut pick = || (x + rng.between(-reach, reach), y + rng.between(-reach, reach));
    let (second, third) = (pick(), pick());
    let next = layout.tile(second)?;
    if !layout.inside(third) || second == third || second == (x, y) || third == (x, y) {
        return None;
    }
    moves.push((tile, second));
    moves.push((next, third));
    moves.extend(layout.tile(third).map(|last| (last, (x, y))));
    Some(())
}

/// A rectangle of tiles slides by one cell.
fn slide(layout: &Layout, rng: &mut Rng, tile: usize, moves: &mut Vec<Move>) -> Option<()> {
    let (x, y) = layout.at[tile];
    let (width, height) = (rng.between(1, RECTANGLE), rng.between(1, RECTANGLE));
    let (left, top) = (x - rng.between(0, width - 1), y - rng.between(0, height - 1));
    let (dx, dy) = STEPS[rng.below(4)];
    let (across, down) = (left..left + width, top..top + height);
    for y in down.clone() {
        for x in across.clone() {
            let Some(tile) = layout.tile((x, y)) else {
                continue;
            };
            let to = (x + dx, y + dy);
            let within = across.contains(&to.0) && down.contains(&to.1);
            if !layout.inside(to) || !within && layout.tile(to).is_some() {
                return None;
            }
            moves.push((tile, to));
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::Places;
    use crate::sample::FOUR;

    #[test]
    fn no_move_loses_or_doubles_a_tile() {
        let places = Places::read(FOUR).unwrap();
        let mut layout = Layout::scatter(4, 3, &places).unwrap();
        let (mut rng, mut moves) = (Rng::new(7), Vec::new());
        let kin = Kin { of: vec![vec![1, 2], vec![3], vec![], vec![0]], share: 30 };
        for _ in 0..5000 {
            propose(&layout, &kin, &mut rng, 3, &mut moves);
            layout.put(&moves);
            assert!((0..4).all(|tile| layout.tile(layout.at[tile]) == Some(tile)), "{moves:?}");
        }
    }
}
