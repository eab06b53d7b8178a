//! Arranges tiles, rows, groups and timeline at a width.

use crate::base::geom::Point;
use crate::layout::groups::groups;
use crate::layout::lanes::lanes;
use crate::layout::lettering::Lettering;
use crate::layout::map::{MapLayout, map};
use crate::layout::tile::TileBox;
use crate::layout::timeline::{TimelineLayout, timeline};
use crate::model::dataset::Dataset;
use crate::model::id::EntityId;
use crate::model::index::Index;
use crate::view::choices::View;
use crate::view::intent::{Focus, Tab};

/// The position and size of everything, at one width.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The width in CSS pixels.
    pub width: f64,
    /// The tiles: the map, the rows, or the groups.
    pub map: MapLayout,
    /// The timeline.
    pub timeline: TimelineLayout,
}

/// Figures below this width, in CSS pixels, are regarded as figures on phones. The style sheet of the parts has the
/// same width.
const NARROW: f64 = 480.0;

/// The maximal height of the rows with their axis: on a narrow figure, and on others. The rows and the menu above them
/// together are as high as the map.
const TALLEST: [f64; 2] = [428.0, 380.0];

/// The maximal width of a figure, in CSS pixels: that of a very large wall.
const WIDEST: f64 = 1e5;

/// The weight of a distance sideways, compared with the same distance ahead, for arrow keys. With this weight the next
/// tile in the same row takes precedence over a nearer tile of another row, also across a gap.
const ASLANT: f64 = 4.0;

impl Layout {
    /// Arranges a dataset. `widths` has the width of the tiles and of the timeline, in CSS pixels. A picture also shows
    /// the rows to which a reader would scroll.
    #[expect(clippy::manual_clamp, reason = "clamp would keep a width that is not a number")]
    pub fn new(
        dataset: &Dataset,
        index: &Index,
        lettering: &Lettering<'_>,
        widths: (f64, f64),
        view: &View,
        picture: bool,
    ) -> Self {
        // With a width of 0, scales would have no length, and a position would be divided by 0. With an infinite width,
        // no position would be a number.
        let sane = |width: f64| width.max(1.0).min(WIDEST).floor();
        let (width, timeline_width) = (sane(widths.0), sane(widths.1));
        let narrow = width < NARROW;
        let tallest = if picture { f64::INFINITY } else { TALLEST[usize::from(!narrow)] };
        let tiles = match view.tab {
            // The table hides the tiles. The map is arranged, because most readers return to it.
            Tab::Map | Tab::Table => map(dataset, lettering, width),
            Tab::Groups => groups(dataset, lettering, width),
            Tab::Lanes => lanes(dataset, index, lettering, width, view, tallest),
        };
        Self { width, map: tiles, timeline: timeline(dataset, index, lettering, view, timeline_width, narrow) }
    }

    /// The tile at a point of the map, or the nearest tile that is at most `reach` CSS pixels away.
    pub fn tile_at(&self, place: Point, reach: f64) -> Option<&TileBox> {
        let mut nearest = None;
        let mut least = reach;
        for tile in &self.map.tiles {
            let distance = tile.cell.distance(place);
            // A tile exactly at `reach` still counts.
            if distance < least || (distance == least && nearest.is_none()) {
                (nearest, least) = (Some(tile), distance);
            }
        }
        nearest
    }

    /// The tile of an entity; `None` if the entity has no tile.
    pub fn tile_of(&self, entity: EntityId) -> Option<&TileBox> {
        self.map.tiles.iter().find(|tile| tile.entity == entity)
    }

    /// The next of the shown tiles in the direction of an arrow key: the nearest tile that lies ahead. A distance sideways
    /// counts more than a distance ahead. `None` if no tile lies ahead, or if `direction` is not an arrow.
    pub fn neighbour(&self, entity: EntityId, direction: &Focus, shown: &[EntityId]) -> Option<EntityId> {
        let rect = self.tile_of(entity)?.rect;
        let from = rect.center();
        let mut next = None;
        let mut least = f64::INFINITY;
        for tile in &self.map.tiles {
            let to = tile.rect.center();
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let (ahead, aside, gap) = match direction {
                Focus::Left => (-dx, dy, rect.x - tile.rect.right()),
                Focus::Right => (dx, dy, tile.rect.x - rect.right()),
                Focus::Up => (-dy, dx, rect.y - tile.rect.bottom()),
                Focus::Down => (dy, dx, tile.rect.y - rect.bottom()),
                _ => return None,
            };
            // The distance is measured from edge to edge, because the centre of a wide chip is far away even if the
            // chip is next.
            let effort = gap.max(0.0) + ASLANT * aside.abs();
            if ahead > 1.0 && aside.abs() <= ahead * 2.0 && effort < least && shown.contains(&tile.entity) {
                (next, least) = (Some(tile.entity), effort);
            }
        }
        next
    }
}
