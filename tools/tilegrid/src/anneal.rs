//! Simulated annealing over layouts.

use super::layout::{Layout, Move};
use super::moves::{Kin, propose};
use super::pair_costs::PairCosts;
use super::places::Places;
use super::rng::Rng;
use super::whole::Whole;

/// The tolerance for a quick rejection. If the change of the pair costs exceeds the heat by more than this, the costs
/// of the whole are not computed, because they rarely fall by more.
const HOPELESS: f64 = 3.0;

/// The number of moves, and the heat.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Schedule {
    /// The number of moves that are tried.
    pub(crate) steps: u64,
    /// The heat at the beginning, in points of cost.
    pub(crate) hot: f64,
    /// The heat at the end, in points of cost.
    pub(crate) cold: f64,
    /// The percentage of moves that bring a place to a place that it belongs with.
    pub(crate) visits: usize,
}

/// The costs of layouts.
pub(crate) struct Costs {
    /// The costs of pairs of places.
    pub(crate) pairs: PairCosts,
    /// The costs that do not come from pairs.
    pub(crate) whole: Whole,
}

impl Costs {
    /// The cost of a layout, in points.
    pub(crate) fn of(&self, layout: &Layout) -> f64 {
        self.pairs.total(&layout.at, &layout.spots) + self.whole.cost(layout)
    }

    /// The change of the pair costs by moves. The tiles move one after another.
    fn change(&self, layout: &mut Layout, moves: &[Move]) -> f64 {
        let mut change = 0.0;
        for &(i, to) in moves {
            change += self.pairs.cost(i, to, &layout.spots) - self.pairs.cost(i, layout.at[i], &layout.spots);
            layout.spots.set(i, to);
        }
        for &(i, _) in moves {
            layout.spots.set(i, layout.at[i]);
        }
        f64::from(change)
    }
}

/// Anneals a layout. Pinned tiles stay in their cells. Returns the best layout of all steps.
pub(crate) fn anneal(
    start: Layout,
    places: &Places,
    pinned: &[bool],
    costs: &Costs,
    schedule: &Schedule,
    seed: u64,
) -> Layout {
    let kin = Kin { of: (0..places.len()).map(|place| places.kin(place)).collect(), share: schedule.visits };
    let mut rng = Rng::new(seed);
    let mut layout = start;
    let mut rest = costs.whole.cost(&layout);
    let mut cost = costs.pairs.total(&layout.at, &layout.spots) + rest;
    let (mut best, mut best_cost) = (layout.clone(), cost);
    let (mut moves, mut back) = (Vec::new(), Vec::new());
    for step in 0..schedule.steps {
        let done = step as f64 / schedule.steps as f64;
        let heat = schedule.hot * (schedule.cold / schedule.hot).powf(done);
        let reach = (1.5 + 8.0 * (1.0 - done).powi(3)) as i32;
        propose(&layout, &kin, &mut rng, reach, &mut moves);
        if moves.is_empty() || moves.iter().any(|&(tile, _)| pinned[tile]) {
            continue;
        }
        back.clear();
        back.extend(moves.iter().map(|&(tile, _)| (tile, layout.at[tile])));
        let limit = -heat * rng.unit().max(1e-300).ln();
        let pairs = costs.change(&mut layout, &moves);
        if pairs > limit + HOPELESS {
            continue;
        }
        layout.put(&moves);
        let now = costs.whole.cost(&layout);
        let change = pairs + now - rest;
        if change > limit {
            layout.put(&back);
            continue;
        }
        rest = now;
        cost += change;
        if cost < best_cost - 1e-9 {
            best_cost = cost;
            best.clone_from(&layout);
        }
    }
    best
}
