//! Composes the part with the tiles: the map, the groups or the rows.

use crate::context::RenderContext;
use crate::scene::lanes::lanes;
use crate::scene::mark::Scene;
use crate::scene::tiles::tiles;

/// Composes the part with the tiles.
pub fn map(context: &RenderContext<'_>) -> Scene {
    match &context.layout.map.lanes {
        Some(layout) => lanes(context, layout),
        None => tiles(context),
    }
}
