//! Composes the part of the tiles: the map, the groups, or the rows in their place.

use crate::context::RenderContext;
use crate::scene::lanes::lanes;
use crate::scene::mark::Scene;
use crate::scene::tiles::tiles;

/// Composes the part of the tiles.
pub fn map(context: &RenderContext<'_>) -> Scene {
    match &context.layout.map.lanes {
        Some(layout) => lanes(context, layout),
        None => tiles(context),
    }
}
