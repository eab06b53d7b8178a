//! Arranges tiles, groups and timeline at a width.

use crate::base::geom::Point;
use crate::base::text::TextMeasure;
use crate::i18n::messages::Messages;
use crate::layout::map::{MapLayout, map};
use crate::layout::tile::TileBox;
use crate::layout::timeline::{TimelineLayout, timeline};
use crate::model::dataset::Dataset;
use crate::model::id::EntityId;
use crate::model::index::Index;
use crate::view::intent::Focus;

/// The position and size of everything, at one width.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The width in CSS pixels.
    pub width: f64,
    /// The tile grid map and the groups below it.
    pub map: MapLayout,
    /// The timeline.
    pub timeline: TimelineLayout,
}

/// The number of rows of a folded group.
const FOLDED_ROWS: usize = 2;

/// How many times more a pixel sideways costs than a pixel ahead, for arrow keys. With this factor the next tile in the
/// same row wins against a nearer tile of another row, also across a gap.
const ASLANT: f64 = 4.0;

impl Layout {
    /// Arranges a dataset at a width in CSS pixels. `unfolded` shows all members of the groups instead of two rows.
    pub fn new(
        dataset: &Dataset,
        index: &Index,
        messages: &Messages,
        measure: &dyn TextMeasure,
        width: f64,
        unfolded: bool,
    ) -> Self {
        let width = width.max(1.0).floor();
        Self {
            width,
            map: map(dataset, messages, measure, width, if unfolded { usize::MAX } else { FOLDED_ROWS }),
            timeline: timeline(dataset, index, messages, measure, width),
        }
    }

    /// The tile at a point of the map, or the nearest tile that is at most `reach` CSS pixels away.
    pub fn tile_at(&self, place: Point, reach: f64) -> Option<&TileBox> {
        let mut nearest = None;
        let mut least = reach;
        for tile in &self.map.tiles {
            let distance = tile.cell.distance(place);
            if distance < least || (distance == least && nearest.is_none()) {
                (nearest, least) = (Some(tile), distance);
            }
        }
        nearest
    }

    /// The tile of an entity; `None` if the entity has no tile or is folded.
    pub fn tile_of(&self, entity: EntityId) -> Option<&TileBox> {
        self.map.tiles.iter().find(|tile| tile.entity == entity)
    }

    /// The next tile in the direction of an arrow key: the nearest tile that lies ahead, where a distance sideways
    /// counts more. `None` if no tile lies ahead, or if `direction` is not an arrow.
    pub fn neighbour(&self, entity: EntityId, direction: &Focus) -> Option<EntityId> {
        let from = self.tile_of(entity)?.rect.center();
        let mut next = None;
        let mut least = f64::INFINITY;
        for tile in &self.map.tiles {
            let to = tile.rect.center();
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let (ahead, aside) = match direction {
                Focus::Left => (-dx, dy),
                Focus::Right => (dx, dy),
                Focus::Up => (-dy, dx),
                Focus::Down => (dy, dx),
                _ => return None,
            };
            let effort = ahead + ASLANT * aside.abs();
            if ahead > 1.0 && aside.abs() <= ahead * 2.0 && effort < least {
                (next, least) = (Some(tile.entity), effort);
            }
        }
        next
    }
}
