//! The facts about pairs of places: their common border, and the distance of their coasts.

use super::places::Place;

/// The Earth's mean radius in kilometres.
const EARTH_KM: f64 = 6371.0088;
/// The gap of two places that a table with gaps does not list, in kilometres.
const FAR_KM: f64 = 20_000.0;

/// The facts about two places, in kilometres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pair {
    /// The length of the common land border. 0 without a border.
    pub(crate) border: f64,
    /// The smallest distance from coast to coast. 0 with a border.
    pub(crate) gap: f64,
}

/// The facts about all pairs, as a square table.
pub(crate) struct Pairs {
    n: usize,
    known: Vec<Pair>,
    centres: Vec<f64>,
}

impl Pairs {
    /// Pairs without borders. If a table lists the gaps, all other places are far apart. Otherwise a gap is the
    /// distance of the two centres minus two radii: those of discs with the areas of the places.
    pub(crate) fn estimate(list: &[Place], listed: bool) -> Self {
        let n = list.len();
        let centres: Vec<f64> = (0..n * n).map(|k| distance(&list[k / n], &list[k % n])).collect();
        let radius = |place: &Place| (place.area / std::f64::consts::PI).sqrt();
        let known = (0..n * n)
            .map(|k| {
                let between = centres[k] - radius(&list[k / n]) - radius(&list[k % n]);
                Pair { border: 0.0, gap: if listed { FAR_KM } else { between.max(1.0) } }
            })
            .collect();
        Self { n, known, centres }
    }

    /// Sets the facts about two places, in both directions.
    pub(crate) fn set(&mut self, a: usize, b: usize, pair: Pair) {
        self.known[a * self.n + b] = pair;
        self.known[b * self.n + a] = pair;
    }

    /// Whether two places share a land border.
    pub(crate) fn border(&self, a: usize, b: usize) -> bool {
        self.border_km(a, b) > 0.0
    }

    /// The length of the common land border in kilometres. 0 without a border.
    pub(crate) fn border_km(&self, a: usize, b: usize) -> f64 {
        self.known[a * self.n + b].border
    }

    /// The distance from coast to coast, in kilometres.
    pub(crate) fn gap(&self, a: usize, b: usize) -> f64 {
        self.known[a * self.n + b].gap
    }

    /// The distance from centre to centre, in kilometres.
    pub(crate) fn km(&self, a: usize, b: usize) -> f64 {
        self.centres[a * self.n + b]
    }
}

/// The great-circle distance of two centres, in kilometres.
fn distance(a: &Place, b: &Place) -> f64 {
    let (p, q) = (a.latitude.to_radians(), b.latitude.to_radians());
    let d = (a.longitude - b.longitude).to_radians();
    let h = ((p - q) / 2.0).sin().powi(2) + p.cos() * q.cos() * (d / 2.0).sin().powi(2);
    2.0 * EARTH_KM * h.min(1.0).sqrt().asin()
}
