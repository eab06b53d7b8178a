//! Fades: the gradual change of a tile's colour, which shows readers which tiles changed.

use crate::model::id::{EntityId, StatusId};
use crate::model::index::Snapshot;

/// The duration of a fade, in milliseconds.
pub const FADE: f64 = 150.0;

/// The tiles that fade at the moment.
#[derive(Clone, Debug, Default)]
pub struct TileTransitions {
    fades: Vec<Fade>,
}

#[derive(Clone, Debug)]
struct Fade {
    entity: EntityId,
    from: Option<StatusId>,
    /// The time until the end of the fade, in milliseconds.
    left: f64,
}

impl TileTransitions {
    /// Starts a fade of each tile whose status differs between two snapshots.
    pub fn begin(&mut self, before: &Snapshot, after: &Snapshot) {
        for change in before.changes(after) {
            // A tile that already fades starts again, from the status that it has just received.
            self.fades.retain(|fade| fade.entity != change.entity);
            self.fades.push(Fade { entity: change.entity, from: change.from, left: FADE });
        }
    }

    /// Moves all fades forward by a number of milliseconds. A negative number counts as 0.
    pub fn advance(&mut self, milliseconds: f64) {
        for fade in &mut self.fades {
            fade.left -= milliseconds.max(0.0);
        }
        self.fades.retain(|fade| fade.left > 0.0);
    }

    /// Ends all fades at once.
    pub fn stop(&mut self) {
        self.fades.clear();
    }

    /// Whether any tile fades.
    pub fn is_moving(&self) -> bool {
        !self.fades.is_empty()
    }

    /// The status from which the tile of an entity fades, and the completed share of the fade, 0 to 1. `None` if the
    /// tile does not fade.
    pub fn of(&self, entity: EntityId) -> Option<(Option<StatusId>, f64)> {
        let fade = self.fades.iter().find(|fade| fade.entity == entity)?;
        Some((fade.from, 1.0 - fade.left / FADE))
    }
}
