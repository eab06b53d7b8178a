//! What is known of each two places: their common border, and how far their coasts lie apart.

use super::places::Place;

/// The Earth's mean radius in kilometres.
const EARTH_KM: f64 = 6371.0088;
/// What counts as the gap of two places that a table with gaps does not list, in kilometres.
const FAR_KM: f64 = 20_000.0;

/// What is known of two places, in kilometres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pair {
    /// The length of the common land border, 0 without one.
    pub(crate) border: f64,
    /// The least distance from coast to coast, 0 with a border.
    pub(crate) gap: f64,
}

/// A square of all pairs.
pub(crate) struct Pairs {
    n: usize,
    known: Vec<Pair>,
    centres: Vec<f64>,
}

impl Pairs {
    /// Pairs without borders. Where the gaps are listed elsewhere all are far; else a gap is the distance of the two
    /// centres less the radii that discs of the places' areas have.
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

    /// Notes what is known of two places, in both directions.
    pub(crate) fn set(&mut self, a: usize, b: usize, pair: Pair) {
        self.known[a * self.n + b] = pair;
        self.known[b * self.n + a] = pair;
    }

    /// Whether two places share a land border.
    pub(crate) fn border(&self, a: usize, b: usize) -> bool {
        self.border_km(a, b) > 0.0
    }

    /// The length of the common land border in kilometres, 0 without one.
    pub(crate) fn border_km(&self, a: usize, b: usize) -> f64 {
        self.known[a * self.n + b].border
    }

    /// The kilometres from coast to coast.
    pub(crate) fn gap(&self, a: usize, b: usize) -> f64 {
        self.known[a * self.n + b].gap
    }

    /// The kilometres from centre to centre.
    pub(crate) fn km(&self, a: usize, b: usize) -> f64 {
        self.centres[a * self.n + b]
    }
}

/// The great-circle distance of two centres in kilometres.
fn distance(a: &Place, b: &Place) -> f64 {
    let (p, q) = (a.latitude.to_radians(), b.latitude.to_radians());
    let d = (a.longitude - b.longitude).to_radians();
    let h = ((p - q) / 2.0).sin().powi(2) + p.cos() * q.cos() * (d / 2.0).sin().powi(2);
    2.0 * EARTH_KM * h.min(1.0).sqrt().asin()
}
