//! What every picture has, whatever the dataset and the width: numbers that are finite, and marks in their places.

use banspread::base::geom::{Point, Rect};
use banspread::layout::arrange::Layout;
use banspread::scene::mark::{Mark, Scene};
use banspread::{Chart, Part};

/// The tolerance in CSS pixels.
const SLACK: f64 = 0.5;

/// The width in CSS pixels from which a figure is readable: the command draws no narrower one. In a narrower one a
/// handle of the timeline is wider than its place.
const READABLE: f64 = 120.0;

/// The parts of a picture.
pub const PARTS: [Part; 3] = [Part::Map, Part::Timeline, Part::Cursor];

/// Checks everything that a chart shows at its width.
pub fn check(chart: &Chart) {
    arranged(chart.layout());
    for part in PARTS {
        scene(chart, &chart.scene(part), &format!("{part:?}"));
    }
}

/// Tiles are in order, do not overlap, and hit tests find them.
fn arranged(layout: &Layout) {
    let tiles = &layout.map.tiles;
    for (place, tile) in tiles.iter().enumerate() {
        assert!(finite(tile.cell) && finite(tile.rect), "{tile:?}");
        assert!(tile.cell.inset(-SLACK).contains(tile.rect), "{tile:?} is outside of its cell");
        for other in &tiles[place + 1..] {
            let apart = !tile.cell.inset(SLACK).overlaps(other.cell.inset(SLACK));
            assert!(apart || tiny(tile.cell) || tiny(other.cell), "{tile:?} is on {other:?}");
        }
        let found = layout.tile_at(tile.cell.center(), 0.0).map(|found| found.entity);
        assert!(found == Some(tile.entity) || tiny(tile.cell), "{tile:?} is not found");
    }
    let scale = layout.timeline.scale;
    for x in [-1e9, 0.0, layout.width / 2.0, 1e9, f64::NAN, f64::INFINITY] {
        assert!(scale.x(scale.day(x)).is_finite(), "{x}");
    }
}

/// All numbers of a scene are finite, and its shapes stay inside of their group. Texts are measured by other tests.
pub fn scene(chart: &Chart, scene: &Scene, what: &str) {
    let (tiles, timeline) = chart.widths();
    let what = &format!("{what} at {tiles} and {timeline} px");
    // A width that is not a number is not readable either.
    let readable = tiles >= READABLE && timeline >= READABLE;
    assert!(scene.size.width.is_finite() && scene.size.height.is_finite(), "{what}: {:?}", scene.size);
    assert!(scene.size.width > 0.0 && scene.size.height > 0.0, "{what}: {:?}", scene.size);
    for group in &scene.groups {
        assert!(finite(group.bounds), "{what}: {:?}", group.bounds);
        for mark in &group.marks {
            let area = area(mark, what);
            // A group without an area has no place for a mark: a tile of one pixel is only its gap.
            let fits = !readable || tiny(group.bounds) || group.bounds.inset(-SLACK).contains(area);
            assert!(fits, "{what}: {mark:?} leaves {:?}", group.bounds);
        }
    }
}

/// The area of a shape; of a text its position.
fn area(mark: &Mark, what: &str) -> Rect {
    let area = match mark {
        Mark::Rect { rect, .. } | Mark::Outline { rect, .. } => *rect,
        Mark::Polygon { points, .. } | Mark::Path { points, .. } => around(points),
        Mark::Circle { center, radius, .. } => {
            Rect::new(center.x - radius, center.y - radius, radius * 2.0, radius * 2.0)
        }
        Mark::Text { at, size, .. } => {
            assert!(*size > 0.0, "{what}: {mark:?}");
            Rect::new(at.x, at.y, 0.0, 0.0)
        }
    };
    assert!(finite(area), "{what}: {mark:?}");
    area
}

fn around(points: &[Point]) -> Rect {
    let (mut least, mut most) = (Point::new(f64::MAX, f64::MAX), Point::new(f64::MIN, f64::MIN));
    for point in points {
        assert!(point.x.is_finite() && point.y.is_finite(), "{points:?}");
        least = Point::new(least.x.min(point.x), least.y.min(point.y));
        most = Point::new(most.x.max(point.x), most.y.max(point.y));
    }
    Rect::new(least.x, least.y, most.x - least.x, most.y - least.y)
}

fn finite(rect: Rect) -> bool {
    [rect.x, rect.y, rect.width, rect.height].iter().all(|number| number.is_finite())
}

/// Whether a rectangle is too small for the tolerance.
fn tiny(rect: Rect) -> bool {
    rect.width <= 2.0 * SLACK || rect.height <= 2.0 * SLACK
}
