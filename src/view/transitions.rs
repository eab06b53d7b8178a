//! Tiles on their way from one status to another: a short fade, so that the eye sees what changed.

use crate::model::id::{EntityId, StatusId};
use crate::model::index::Snapshot;

/// How long a fade takes, in milliseconds.
pub const FADE: f64 = 150.0;

/// The tiles that are fading.
#[derive(Clone, Debug, Default)]
pub struct TileTransitions {
    fades: Vec<Fade>,
}

#[derive(Clone, Debug)]
struct Fade {
    entity: EntityId,
    from: Option<StatusId>,
    /// In milliseconds.
    left: f64,
}

impl TileTransitions {
    /// Lets all tiles fade whose status is not the same on two days.
    pub fn begin(&mut self, before: &Snapshot, after: &Snapshot) {
        for change in before.changes(after) {
            self.fades.retain(|fade| fade.entity != change.entity);
            self.fades.push(Fade { entity: change.entity, from: change.from, left: FADE });
        }
    }

    /// Lets time pass.
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

    /// Whether any tile is fading.
    pub fn is_moving(&self) -> bool {
        !self.fades.is_empty()
    }

    /// The status that an entity's tile is fading from, and how much of the way is done, 0 to 1.
    pub fn of(&self, entity: EntityId) -> Option<(Option<StatusId>, f64)> {
        let fade = self.fades.iter().find(|fade| fade.entity == entity)?;
        Some((fade.from, 1.0 - fade.left / FADE))
    }
}
