//! The costs of a layout that do not come from pairs: displacement, groups in pieces, islands far from their
//! neighbours, holes.

use super::layout::{EDGES, Layout};
use super::pair_costs::WRONG_KM;
use super::places::Places;
use super::weights::Weights;

/// The cost of an additional piece of a group, as a share of the group.
const PIECE: f64 = 0.02;
/// An island that is closer to a mainland than this, in kilometres, may touch it: there can be a causeway.
const CAUSEWAY_KM: f64 = 2.0;

/// These costs, with the values that are the same for all layouts.
pub(crate) struct Whole {
    weights: Weights,
    /// Longitude, latitude and 1 of each place, and the inverse of their normal equations.
    basis: Vec<[f64; 3]>,
    inverse: [[f64; 3]; 3],
    /// The mainland places of each group.
    groups: Vec<Vec<usize>>,
    group: Vec<usize>,
    mainland: Vec<bool>,
    /// Pairs of mainland places that are near enough to connect a group.
    joined: Vec<bool>,
    islands: Vec<Island>,
}

struct Island {
    place: usize,
    nearest: Vec<usize>,
    /// Whether the island has no causeway.
    at_sea: bool,
}

impl Whole {
    /// Computes the values that are the same for all layouts.
    pub(crate) fn new(places: &Places, weights: &Weights) -> Self {
        let n = places.len();
        let basis: Vec<[f64; 3]> = places.list.iter().map(|place| [place.longitude, place.latitude, 1.0]).collect();
        let mut normal = [[0.0; 3]; 3];
        for row in &basis {
            for (i, line) in normal.iter_mut().enumerate() {
                for (j, sum) in line.iter_mut().enumerate() {
                    *sum += row[i] * row[j];
                }
            }
        }
        let group: Vec<usize> = places.list.iter().map(|place| place.group).collect();
        let mainland: Vec<bool> = places.list.iter().map(|place| !place.island).collect();
        let members = |g: usize| (0..n).filter(|&i| group[i] == g && mainland[i]).collect();
        let gap = |i: usize, j: usize| places.pairs.gap(i, j);
        let at_sea = |i: usize| (0..n).all(|j| !mainland[j] || gap(i, j) > CAUSEWAY_KM);
        let islands = (0..n).filter(|&i| places.list[i].island);
        Self {
            weights: weights.clone(),
            inverse: inverse(normal),
            groups: (0..places.groups).map(members).collect(),
            joined: (0..n * n)
                .map(|k| (k / n, k % n))
                .map(|(i, j)| mainland[i] && mainland[j] && gap(i, j) <= WRONG_KM)
                .collect(),
            islands: islands.map(|i| Island { place: i, nearest: places.nearest(i), at_sea: at_sea(i) }).collect(),
            basis,
            group,
            mainland,
        }
    }

    /// The cost of a layout without its pairs.
    pub(crate) fn cost(&self, layout: &Layout) -> f64 {
        let count = self.islands.len().max(1) as f64;
        let (lost, ashore) = self.stray(layout);
        let mut stray = 0.0;
        for _ in 0..lost {
            stray += self.weights.near_island / count;
        }
        for _ in 0..ashore {
            stray += self.weights.sea_island / count;
        }
        self.weights.displacement * self.displacement(layout)
            + self.weights.pieces * self.broken(layout)
            + stray
            + self.weights.hole * self.holes(layout)
    }

    /// The root mean square distance of the tiles from the best affine image of the map, as a share of the radius of
    /// the layout.
    fn displacement(&self, layout: &Layout) -> f64 {
        let n = layout.at.len() as f64;
        let (mut u, mut v) = ([0.0; 3], [0.0; 3]);
        let mut squares = 0.0;
        for (row, &(x, y)) in self.basis.iter().zip(&layout.at) {
            let (x, y) = (f64::from(x), f64::from(y));
            for k in 0..3 {
                u[k] += row[k] * x;
                v[k] += row[k] * y;
            }
            squares += x * x + y * y;
        }
        let fitted = quadratic(&self.inverse, &u) + quadratic(&self.inverse, &v);
        let spread = squares - (u[2] * u[2] + v[2] * v[2]) / n;
        ((squares - fitted).max(0.0) / spread.max(1e-9)).sqrt()
    }

    /// The sum over all groups: the share of the mainland that is not connected with its largest piece by edges, and
    /// the cost of each additional piece.
    pub(crate) fn broken(&self, layout: &Layout) -> f64 {
        let n = self.group.len();
        let mut seen = vec![false; n];
        let mut stack = Vec::with_capacity(n);
        let mut broken = 0.0;
        for tiles in &self.groups {
            let (mut largest, mut pieces) = (0, 0);
            for &first in tiles {
                if seen[first] {
                    continue;
                }
                seen[first] = true;
                stack.push(first);
                let mut size = 0;
                while let Some(tile) = stack.pop() {
                    size += 1;
                    let (x, y) = layout.at[tile];
                    for (dx, dy) in EDGES {
                        let Some(next) = layout.tile((x + dx, y + dy)) else {
                            continue;
                        };
                        if !seen[next] && self.group[next] == self.group[tile] && self.joined[tile * n + next] {
                            seen[next] = true;
                            stack.push(next);
                        }
                    }
                }
                largest = largest.max(size);
                pieces += 1;
            }
            if pieces > 1 {
                broken += (tiles.len() - largest) as f64 / tiles.len() as f64 + PIECE * f64::from(pieces - 1);
            }
        }
        broken
    }

    /// The number of islands that are farther than a knight's move from all of their nearest places, and the number of
    /// islands that touch a mainland.
    pub(crate) fn stray(&self, layout: &Layout) -> (usize, usize) {
        let (mut lost, mut ashore) = (0, 0);
        for island in &self.islands {
            let (x, y) = layout.at[island.place];
            let close = |&j: &usize| {
                let (u, v) = layout.at[j];
                (u - x) * (u - x) + (v - y) * (v - y) <= 5
            };
            lost += usize::from(!island.nearest.iter().any(close));
            let on_land = |(dx, dy): &(i32, i32)| layout.tile((x + dx, y + dy)).is_some_and(|tile| self.mainland[tile]);
            ashore += usize::from(island.at_sea && EDGES.iter().any(on_land));
        }
        (lost, ashore)
    }

    /// The number of cells without a tile that have mainland on three sides. A cell with mainland on four sides counts
    /// twice.
    fn holes(&self, layout: &Layout) -> f64 {
        // A row of cells is a number with one bit for each cell, and a margin of one cell on each side.
        let mut land = [0u64; Layout::MOST as usize + 2];
        let mut any = land;
        for (&(x, y), &mainland) in layout.at.iter().zip(&self.mainland) {
            let bit = 2u64 << x;
            any[y as usize + 1] |= bit;
            land[y as usize + 1] |= if mainland { bit } else { 0 };
        }
        let mut count = 0;
        for y in 1..=layout.rows as usize {
            let (west, east, north, south) = (land[y] << 1, land[y] >> 1, land[y - 1], land[y + 1]);
            let free = !any[y];
            let three = (west & east & (north | south)) | (north & south & (west | east));
            count += (free & three).count_ones() + (free & west & east & north & south).count_ones();
        }
        f64::from(count)
    }
}

fn quadratic(m: &[[f64; 3]; 3], v: &[f64; 3]) -> f64 {
    (0..3).map(|i| (0..3).map(|j| v[i] * m[i][j] * v[j]).sum::<f64>()).sum()
}

fn inverse(m: [[f64; 3]; 3]) -> [[f64; 3]; 3] {
    let minor = |r: usize, c: usize| {
        let (r0, r1) = ((r + 1) % 3, (r + 2) % 3);
        let (c0, c1) = ((c + 1) % 3, (c + 2) % 3);
        m[r0][c0] * m[r1][c1] - m[r0][c1] * m[r1][c0]
    };
    let determinant: f64 = (0..3).map(|c| m[0][c] * minor(0, c)).sum();
    let mut out = [[0.0; 3]; 3];
    for (i, row) in out.iter_mut().enumerate() {
        for (j, value) in row.iter_mut().enumerate() {
            *value = minor(j, i) / determinant;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::FOUR;

    #[test]
    fn a_group_in_two_pieces_is_broken() {
        let places = Places::read(FOUR).unwrap();
        let whole = Whole::new(&places, &Weights::default());
        let mut layout = Layout::scatter(2, 2, &places).unwrap();
        assert_eq!(whole.broken(&layout), 0.0);
        layout = Layout::scatter(3, 3, &places).unwrap();
        assert!(whole.broken(&layout) > 0.75);
    }

    #[test]
    fn an_image_of_the_map_is_not_displaced() {
        let places = Places::read(FOUR).unwrap();
        let whole = Whole::new(&places, &Weights::default());
        let layout = Layout::scatter(3, 2, &places).unwrap();
        assert!(whole.displacement(&layout) < 1e-6);
    }

    #[test]
    fn an_island_within_a_knights_move_is_not_lost() {
        let text = "code,name,latitude,longitude,neighbours,island\nA,A,0,0,B,\nB,B,0,1,,\nC,C,0,2,,1\n";
        let places = Places::read(text).unwrap();
        let whole = Whole::new(&places, &Weights::default());
        let mut layout = Layout::scatter(6, 3, &places).unwrap();
        layout.put(&[(0, (0, 0)), (1, (1, 0)), (2, (3, 1))]);
        assert_eq!(whole.stray(&layout), (0, 0));
        layout.put(&[(2, (2, 0))]);
        assert_eq!(whole.stray(&layout), (0, 1), "ashore");
        layout.put(&[(2, (5, 0))]);
        assert_eq!(whole.stray(&layout), (1, 0), "lost");
    }
}
