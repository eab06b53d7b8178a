//! The costs of pairs: how the offset of two tiles differs from the map.

use super::places::{Places, Side};
use super::rules::{Rule, Where};
use super::weights::Weights;

/// Places with centres closer than this, in kilometres, are near each other.
pub(crate) const NEAR_KM: f64 = 3000.0;
/// Tiles that touch by an edge should not have coasts farther apart than this, in kilometres.
pub(crate) const WRONG_KM: f64 = 1000.0;
/// Places with coasts nearer than this, in kilometres, may touch without a border.
const NATURAL_KM: f64 = 400.0;
/// Between centres closer than this, in kilometres, the angle does not count.
const ANGLE_KM: f64 = 150.0;
/// The number of largest places that serve as landmarks.
const LANDMARKS: usize = 40;
/// The number of columns from the last tile of the western shore to the first tile of the eastern shore.
const OCEAN_COLUMNS: f32 = 3.0;

/// The number of pairs that are computed together.
const LANES: usize = 8;
type Lane = [f32; LANES];

/// The costs of the offsets from the tile of one place to the tiles of `LANES` other places.
#[derive(Clone, Default)]
struct Lanes {
    /// The true direction, a unit vector.
    east: Lane,
    north: Lane,
    /// The cost of each degree of difference from that direction.
    angle: Lane,
    /// The cost of a difference of more than 90 degrees.
    flip: Lane,
    /// Half the cost of a wrong side. The sign says which side is right.
    order_x: Lane,
    order_y: Lane,
    /// The cost of tiles that are at most two cells apart.
    within_two: Lane,
    /// The additional cost of tiles that touch by edge or corner.
    touching: Lane,
    /// The additional cost of tiles that touch by an edge.
    edge: Lane,
    /// The cost of each cell beyond two between the tiles.
    stretch: Lane,
    /// The cost of each column that the ocean is too narrow. Negative, seen from the eastern shore.
    ocean: Lane,
}

/// The costs of all pairs.
pub(crate) struct PairCosts {
    rows: Vec<Vec<Lanes>>,
}

/// The divisors of the weights. After the division, a weight is the cost of a share of 1.
struct Shares {
    /// The largest number of borders that can touch by an edge, touch at all, and be kept.
    edges: f64,
    touches: f64,
    borders: f64,
    /// The number of axes on which pairs have an order, and the number of pairs that have an angle.
    near: [f64; 2],
    large: [f64; 2],
    all: [f64; 2],
    neighbours: f64,
}

/// The facts about two places that do not depend on the layout.
struct Truth {
    dx: f64,
    dy: f64,
    /// The number of axes with an order. On such an axis the places are a degree or more apart.
    axes: f64,
    /// 1 if the centres are far enough apart for an angle.
    angle: f64,
    near: bool,
    large: bool,
    ordered: bool,
    next: bool,
}

impl PairCosts {
    /// Computes the costs of all pairs.
    pub(crate) fn new(places: &Places, rules: &[Rule], w: &Weights) -> Self {
        let n = places.len();
        let (large, next) = (large(places), neighbours(places));
        let truth = |a: usize, b: usize| {
            let (dx, dy) = places.way(a, b);
            let ordered = places.ordered(a, b);
            Truth {
                dx,
                dy,
                axes: f64::from(dx.abs() >= 1.0) + f64::from(dy.abs() >= 1.0),
                angle: f64::from(places.pairs.km(a, b) >= ANGLE_KM),
                near: ordered && places.pairs.km(a, b) <= NEAR_KM,
                large: ordered && large[a] && large[b],
                ordered,
                next: next[a * n + b],
            }
        };
        let mut shares = Shares::of_borders(places);
        let pairs = || (0..n * n).map(|k| (k / n, k % n)).filter(|(a, b)| a != b);
        pairs().for_each(|(a, b)| shares.add(&truth(a, b)));
        let mut rows = vec![vec![Lanes::default(); n.div_ceil(LANES)]; n];
        for (a, b) in pairs() {
            let (lanes, lane) = (&mut rows[a][b / LANES], b % LANES);
            lanes.keep_direction(lane, &truth(a, b), &shares, w);
            lanes.keep_company(lane, places, (a, b), &shares, w);
            lanes.keep_off(lane, places, (a, b), w);
        }
        for rule in rules {
            rows[rule.place][rule.of / LANES].keep_rule(rule.of % LANES, rule, -1.0, w);
            rows[rule.of][rule.place / LANES].keep_rule(rule.place % LANES, rule, 1.0, w);
        }
        Self { rows }
    }

    /// The cost of place `i` on a cell (column, row), while all other places are on their own cells.
    pub(crate) fn cost(&self, i: usize, (x, y): (i32, i32), spots: &Spots) -> f32 {
        let (x, y) = (x as f32, y as f32);
        let mut sum = [0.0f32; LANES];
        for ((lanes, xs), ys) in self.rows[i].iter().zip(&spots.x).zip(&spots.y) {
            for k in 0..LANES {
                let (dx, dy) = (xs[k] - x, ys[k] - y);
                let (ax, ay) = (dx.abs(), dy.abs());
                let length = (dx * dx + dy * dy).max(1e-6).sqrt();
                let off = degrees((dx * lanes.east[k] - dy * lanes.north[k]) / length);
                let far = ax.max(ay);
                let mut cost = lanes.angle[k] * off;
                cost += if off > 90.0 { lanes.flip[k] } else { 0.0 };
                cost -= lanes.order_x[k] * dx.clamp(-1.0, 1.0) - lanes.order_y[k] * dy.clamp(-1.0, 1.0);
                cost += if far <= 2.0 { lanes.within_two[k] } else { 0.0 };
                cost += if far <= 1.0 { lanes.touching[k] } else { 0.0 };
                cost += if ax + ay <= 1.0 { lanes.edge[k] } else { 0.0 };
                cost += lanes.stretch[k] * (far - 2.0).max(0.0);
                cost += (OCEAN_COLUMNS * lanes.ocean[k].abs() - lanes.ocean[k] * dx).max(0.0);
                sum[k] += cost;
            }
        }
        sum.iter().sum()
    }

    /// The cost of all pairs, computed from the beginning.
    pub(crate) fn total(&self, cells: &[(i32, i32)], spots: &Spots) -> f64 {
        cells.iter().enumerate().map(|(i, &cell)| f64::from(self.cost(i, cell, spots))).sum::<f64>() / 2.0
    }
}

impl Shares {
    fn of_borders(places: &Places) -> Self {
        let n = places.len();
        let degree = |i: usize| (0..n).filter(|&j| places.pairs.border(i, j)).count();
        let degrees: Vec<usize> = (0..n).map(degree).collect();
        let bound = |most: usize| degrees.iter().map(|&d| d.min(most)).sum::<usize>() as f64 / 2.0;
        Self {
            edges: bound(4),
            touches: bound(8),
            borders: bound(usize::MAX),
            near: [0.0; 2],
            large: [0.0; 2],
            all: [0.0; 2],
            neighbours: 0.0,
        }
    }

    /// Counts one direction of a pair, which is half of it.
    fn add(&mut self, truth: &Truth) {
        let held = [(&mut self.near, truth.near), (&mut self.large, truth.large), (&mut self.all, truth.ordered)];
        for (share, holds) in held {
            if holds {
                share[0] += truth.axes / 2.0;
                share[1] += truth.angle / 2.0;
            }
        }
        self.neighbours += f64::from(truth.next) / 2.0;
    }
}

impl Lanes {
    /// Adds the costs of the order on both axes, and of the angle.
    fn keep_direction(&mut self, lane: usize, truth: &Truth, shares: &Shares, w: &Weights) {
        let (mut order, mut angle) = (0.0, 0.0);
        for (holds, share, order_weight, angle_weight) in [
            (truth.near, shares.near, w.order_near, w.angle_near),
            (truth.large, shares.large, w.order_large, w.angle_large),
            (truth.ordered, shares.all, w.order_all, w.angle_all),
        ] {
            if holds {
                order += order_weight / share[0].max(1.0);
                angle += truth.angle * angle_weight / 90.0 / share[1].max(1.0);
            }
        }
        if truth.next {
            angle += w.angle_neighbours / 90.0 / shares.neighbours;
            self.flip[lane] = w.flip as f32;
        }
        let sided = |d: f64| if d.abs() >= 1.0 { (order * d.signum() / 2.0) as f32 } else { 0.0 };
        let length = truth.dx.hypot(truth.dy).max(1e-9);
        self.east[lane] = (truth.dx / length) as f32;
        self.north[lane] = (truth.dy / length) as f32;
        self.angle[lane] = angle as f32;
        self.order_x[lane] = sided(truth.dx);
        self.order_y[lane] = sided(truth.dy);
    }

    /// Adds the costs of neighbours that do not touch. A long border costs more, because readers know long borders
    /// best.
    fn keep_company(&mut self, lane: usize, places: &Places, (a, b): (usize, usize), shares: &Shares, w: &Weights) {
        let gap = places.pairs.gap(a, b);
        if gap > WRONG_KM {
            self.edge[lane] += (w.wrong * (gap / WRONG_KM).min(3.0)) as f32;
        } else if gap > NATURAL_KM {
            self.edge[lane] += w.unlike as f32;
        }
        if places.pairs.border(a, b) {
            let same = if places.list[a].group == places.list[b].group { 1.0 } else { 0.3 };
            self.stretch[lane] = (w.stretch * same) as f32;
            let long = 1.0 + w.long * (places.pairs.border_km(a, b) / 1000.0).min(4.0);
            self.edge[lane] -= (w.edge / shares.edges) as f32;
            self.touching[lane] -= (w.touch / shares.touches * long) as f32;
            self.within_two[lane] -= (w.close / shares.borders * long) as f32;
        }
    }

    /// The rules of readers about two places. `sign` is 1 for the place from which the rule is seen, and -1 for the
    /// place that it is about.
    fn keep_rule(&mut self, lane: usize, rule: &Rule, sign: f32, w: &Weights) {
        let cost = (w.rule * rule.weight) as f32;
        match rule.at {
            Where::East => self.order_x[lane] += sign * cost / 2.0,
            Where::West => self.order_x[lane] -= sign * cost / 2.0,
            Where::North => self.order_y[lane] += sign * cost / 2.0,
            Where::South => self.order_y[lane] -= sign * cost / 2.0,
            Where::Edge => self.edge[lane] -= cost,
            Where::Beside => self.touching[lane] -= cost,
            Where::Near => self.within_two[lane] -= cost,
            Where::Apart => self.touching[lane] += cost,
        }
    }

    /// The cost of groups that touch although the sea separates them, and of tiles that touch across an ocean.
    fn keep_off(&mut self, lane: usize, places: &Places, (a, b): (usize, usize), w: &Weights) {
        let (p, q) = (&places.list[a], &places.list[b]);
        let gap = places.pairs.gap(a, b);
        if p.group != q.group && !places.pairs.border(a, b) && gap > 20.0 {
            self.touching[lane] += w.strait as f32;
            self.edge[lane] += w.strait as f32;
        }
        if (p.side == Side::West) != (q.side == Side::West) && gap > 100.0 {
            self.within_two[lane] += 0.25 * w.ocean as f32;
            self.touching[lane] += 0.75 * w.ocean as f32;
            self.ocean[lane] = match (p.side, q.side) {
                (Side::West, Side::East) => w.atlantic as f32,
                (Side::East, Side::West) => -w.atlantic as f32,
                _ => 0.0,
            };
        }
    }
}

/// The cells of all tiles, in lanes.
#[derive(Clone)]
pub(crate) struct Spots {
    x: Vec<Lane>,
    y: Vec<Lane>,
}

impl Spots {
    /// Room for the cells of `n` tiles.
    pub(crate) fn new(n: usize) -> Self {
        let lanes = vec![[0.0; LANES]; n.div_ceil(LANES)];
        Self { x: lanes.clone(), y: lanes }
    }

    /// Records that tile `i` is on a cell (column, row).
    pub(crate) fn set(&mut self, i: usize, (x, y): (i32, i32)) {
        self.x[i / LANES][i % LANES] = x as f32;
        self.y[i / LANES][i % LANES] = y as f32;
    }
}

/// The arc cosine in degrees, exact to a hundredth of a degree, without branches.
#[inline(always)]
fn degrees(cosine: f32) -> f32 {
    let a = cosine.abs().min(1.0);
    let arc = (1.0 - a).sqrt() * (1.570_728_8 + a * (-0.212_114_4 + a * (0.074_261 - a * 0.018_729_3)));
    let arc = arc * 57.295_78;
    if cosine < 0.0 { 180.0 - arc } else { arc }
}

/// Whether each place is a landmark. The largest places are landmarks. Among equal or unknown areas the order of the
/// table decides.
fn large(places: &Places) -> Vec<bool> {
    let mut by_area: Vec<usize> = (0..places.len()).collect();
    by_area.sort_by(|&a, &b| places.list[b].area.total_cmp(&places.list[a].area));
    let mut large = vec![false; places.len()];
    by_area.iter().take(LANDMARKS).for_each(|&i| large[i] = true);
    large
}

/// The pairs whose direction readers know: places with a land border, and islands with their nearest places.
fn neighbours(places: &Places) -> Vec<bool> {
    let n = places.len();
    let mut next = vec![false; n * n];
    let mut add = |a: usize, b: usize| {
        if places.pairs.km(a, b) >= 100.0 {
            next[a * n + b] = true;
            next[b * n + a] = true;
        }
    };
    for a in 0..n {
        (0..n).filter(|&b| places.pairs.border(a, b)).for_each(|b| add(a, b));
        if !places.list[a].island {
            continue;
        }
        places.nearest(a).iter().take(2).for_each(|&b| add(a, b));
        let gap = |b: usize| places.pairs.gap(a, b);
        let land = (0..n).filter(|&b| !places.list[b].island).min_by(|&b, &c| gap(b).total_cmp(&gap(c)));
        if let Some(b) = land.filter(|&b| gap(b) <= 1500.0) {
            add(a, b);
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::FOUR;

    /// The cost of A, B, C and D on these cells.
    fn cost(cells: [(i32, i32); 4]) -> f64 {
        let places = Places::read(FOUR).unwrap();
        let costs = PairCosts::new(&places, &[], &Weights::default());
        let mut spots = Spots::new(4);
        cells.iter().enumerate().for_each(|(i, &cell)| spots.set(i, cell));
        costs.total(&cells, &spots)
    }

    #[test]
    fn the_true_square_is_cheapest() {
        let true_square = cost([(0, 0), (1, 0), (0, 1), (1, 1)]);
        assert!(true_square < cost([(1, 0), (0, 0), (1, 1), (0, 1)]), "mirrored");
        assert!(true_square < cost([(0, 0), (3, 0), (0, 3), (3, 3)]), "torn");
        assert!(true_square < cost([(1, 1), (0, 1), (1, 0), (0, 0)]), "turned");
    }

    #[test]
    fn a_broken_rule_costs_its_weight_and_a_tie_half() {
        let places = Places::read(FOUR).unwrap();
        let weights = Weights { rule: 8.0, ..Weights::default() };
        let cost = |line: &str| {
            let rules = crate::rules::read(&format!("code,where,of\n{line}\n"), &places).unwrap();
            let mut spots = Spots::new(4);
            let cells = [(0, 0), (1, 0), (0, 1), (1, 1)];
            cells.iter().enumerate().for_each(|(i, &cell)| spots.set(i, cell));
            PairCosts::new(&places, &rules, &weights).total(&cells, &spots)
        };
        let kept = cost("A,west,B");
        assert!((cost("A,east,B") - kept - 8.0).abs() < 1e-3);
        assert!((cost("A,north,B") - kept - 4.0).abs() < 1e-3, "a tie");
        assert!((cost("D,south,B") - kept).abs() < 1e-3);
        assert!((cost("A,apart,B") - cost("A,beside,B") - 16.0).abs() < 1e-3);
    }

    #[test]
    fn the_quick_arc_cosine_is_good_to_a_hundredth_of_a_degree() {
        for step in -1000..=1000 {
            let cosine = step as f32 / 1000.0;
            assert!((degrees(cosine) - cosine.acos().to_degrees()).abs() < 0.011, "{cosine}");
        }
    }
}
