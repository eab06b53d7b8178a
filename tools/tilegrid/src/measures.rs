//! Measures: numbers that say how well a grid preserves the map.

use std::fmt;

use super::layout::{EDGES, Layout};
use super::pair_costs::NEAR_KM;
use super::places::{Places, Side};

/// The measures of a grid. Shares are from 0 to 1, and more is better.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measures {
    /// The box that holds all tiles, in cells.
    pub(crate) columns: i32,
    /// The height of that box.
    pub(crate) rows: i32,
    /// The number of land borders.
    pub(crate) borders: usize,
    /// Share of the borders whose tiles touch by an edge.
    pub(crate) by_edge: f64,
    /// Share of the borders whose tiles touch by edge or corner.
    pub(crate) touching: f64,
    /// Share of the borders whose tiles are at most two cells apart.
    pub(crate) within_two: f64,
    /// Share of all pairs and axes that keep west and east, north and south. A tie counts as half. On an axis, places
    /// closer than a degree have no order.
    pub(crate) order: f64,
    /// The same share for pairs with centres up to 3,000 km apart.
    pub(crate) order_near: f64,
    /// The number of pairs of tiles that touch across an ocean.
    pub(crate) across: usize,
    /// The number of pieces of mainlands, not counting the first piece of each group.
    pub(crate) torn: usize,
}

impl Measures {
    /// Measures a layout.
    pub(crate) fn of(layout: &Layout, places: &Places) -> Self {
        let n = places.len();
        let away = |a: usize, b: usize| {
            let ((x, y), (u, v)) = (layout.at[a], layout.at[b]);
            ((u - x).abs(), (v - y).abs())
        };
        let pairs = || (0..n).flat_map(move |a| (a + 1..n).map(move |b| (a, b)));
        let borders: Vec<_> = pairs().filter(|&(a, b)| places.pairs.border(a, b)).collect();
        let kept = |holds: fn(i32, i32) -> bool| {
            let count = borders.iter().map(|&(a, b)| away(a, b)).filter(|&(x, y)| holds(x, y)).count();
            count as f64 / borders.len().max(1) as f64
        };
        let oceans = pairs().filter(|&(a, b)| {
            let west = |place: usize| places.list[place].side == Side::West;
            let (x, y) = away(a, b);
            west(a) != west(b) && x.max(y) == 1 && places.pairs.gap(a, b) > 100.0
        });
        let span = |axis: fn(&(i32, i32)) -> i32| {
            let all = || layout.at.iter().map(axis);
            all().max().unwrap_or(0) - all().min().unwrap_or(0) + 1
        };
        Self {
            columns: span(|cell| cell.0),
            rows: span(|cell| cell.1),
            borders: borders.len(),
            by_edge: kept(|x, y| x + y == 1),
            touching: kept(|x, y| x.max(y) == 1),
            within_two: kept(|x, y| x.max(y) <= 2),
            order: order(layout, places, f64::MAX),
            order_near: order(layout, places, NEAR_KM),
            across: oceans.count(),
            torn: torn(layout, places),
        }
    }
}

/// The share of the order that pairs keep whose centres are closer than a number of kilometres.
fn order(layout: &Layout, places: &Places, most: f64) -> f64 {
    let (mut kept, mut all) = (0.0, 0.0);
    for a in 0..places.len() {
        for b in a + 1..places.len() {
            if places.pairs.km(a, b) > most || !places.ordered(a, b) {
                continue;
            }
            let (dx, dy) = places.way(a, b);
            let ((x, y), (u, v)) = (layout.at[a], layout.at[b]);
            for (true_way, drawn) in [(dx, u - x), (dy, y - v)] {
                if true_way.abs() >= 1.0 {
                    all += 1.0;
                    kept += if drawn == 0 { 0.5 } else { f64::from((true_way > 0.0) == (drawn > 0)) };
                }
            }
        }
    }
    if all > 0.0 { kept / all } else { 1.0 }
}

/// The number of pieces of mainlands, not counting the first piece of each group. Edges and islands of the group join
/// pieces.
fn torn(layout: &Layout, places: &Places) -> usize {
    let mut seen = vec![false; places.len()];
    let mut pieces = vec![0usize; places.groups];
    for first in 0..places.len() {
        let group = places.list[first].group;
        if seen[first] || places.list[first].island {
            continue;
        }
        seen[first] = true;
        pieces[group] += 1;
        let mut stack = vec![first];
        while let Some(tile) = stack.pop() {
            let (x, y) = layout.at[tile];
            for next in EDGES.iter().filter_map(|(dx, dy)| layout.tile((x + dx, y + dy))) {
                if !seen[next] && places.list[next].group == group {
                    seen[next] = true;
                    stack.push(next);
                }
            }
        }
    }
    pieces.iter().map(|pieces| pieces.saturating_sub(1)).sum()
}

impl fmt::Display for Measures {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{} columns, {} rows", self.columns, self.rows)?;
        writeln!(
            f,
            "of {} borders {:.3} touch, {:.3} by an edge; {:.3} are at most two cells apart",
            self.borders, self.touching, self.by_edge, self.within_two
        )?;
        writeln!(f, "order kept: {:.3} of all pairs, {:.3} of those within 3,000 km", self.order, self.order_near)?;
        writeln!(f, "touching across an ocean: {}; pieces of mainland too many: {}", self.across, self.torn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::FOUR;

    #[test]
    fn the_true_square_keeps_everything() {
        let places = Places::read(FOUR).unwrap();
        let measures = Measures::of(&Layout::scatter(2, 2, &places).unwrap(), &places);
        assert_eq!((measures.borders, measures.by_edge, measures.touching), (4, 1.0, 1.0));
        assert_eq!((measures.order, measures.torn, measures.across), (1.0, 0, 0));
    }

    #[test]
    fn a_corner_touches_but_is_no_edge_and_a_tie_counts_half() {
        let places = Places::read(FOUR).unwrap();
        let mut layout = Layout::scatter(3, 2, &places).unwrap();
        layout.put(&[(0, (0, 0)), (1, (1, 1)), (2, (0, 1)), (3, (2, 1))]);
        let measures = Measures::of(&layout, &places);
        assert_eq!((measures.by_edge, measures.touching), (0.5, 0.75));
        assert!(measures.order < 1.0);
    }
}
