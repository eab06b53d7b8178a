//! Fades: the gradual change of a tile's colour, and the outline that disappears after the change. Fades show readers
//! which tiles changed.

use crate::model::id::EntityId;
use crate::model::index::{Shade, Snapshot};

/// The duration of a fade, in milliseconds.
pub const FADE: f64 = 150.0;

/// How long the outline of a tile that has changed takes to disappear, in milliseconds.
pub const FLASH: f64 = 600.0;

/// The tiles that fade at the moment.
#[derive(Clone, Debug, Default)]
pub struct TileTransitions {
    fades: Vec<Fade>,
}

#[derive(Clone, Debug)]
struct Fade {
    entity: EntityId,
    from: Shade,
    /// The time since the change, in milliseconds.
    passed: f64,
}

impl TileTransitions {
    /// Starts a fade of each tile whose status differs between two snapshots.
    pub fn begin(&mut self, before: &Snapshot, after: &Snapshot) {
        for change in before.changes(after) {
            // A tile that already fades starts again, from the status that it has just received. A status that was
            // never shown leaves no trace. For example, the page can prevent a change.
            let not_started = self.find(change.entity).filter(|fade| fade.passed == 0.0);
            let from = not_started.map_or(before.shade(change.entity), |fade| fade.from);
            self.fades.retain(|fade| fade.entity != change.entity);
            if from.status != change.to {
                self.fades.push(Fade { entity: change.entity, from, passed: 0.0 });
            }
        }
    }

    /// Moves all fades forward by a number of milliseconds. A negative number counts as 0.
    pub fn advance(&mut self, milliseconds: f64) {
        for fade in &mut self.fades {
            fade.passed += milliseconds.max(0.0);
        }
        self.fades.retain(|fade| fade.passed < FLASH);
    }

    /// Ends all fades at once.
    pub fn stop(&mut self) {
        self.fades.clear();
    }

    /// Whether any tile or outline fades.
    pub fn is_moving(&self) -> bool {
        !self.fades.is_empty()
    }

    /// The status from which the tile of an entity fades, and the completed share of the fade, 0 to 1. `None` if the
    /// tile does not fade.
    pub fn of(&self, entity: EntityId) -> Option<(Shade, f64)> {
        let fade = self.find(entity).filter(|fade| fade.passed < FADE)?;
        Some((fade.from, fade.passed / FADE))
    }

    /// The strength of the outline of an entity's tile: 1 just after a change, 0 at the end and without a change.
    pub fn flash(&self, entity: EntityId) -> f64 {
        self.find(entity).map_or(0.0, |fade| 1.0 - fade.passed / FLASH)
    }

    fn find(&self, entity: EntityId) -> Option<&Fade> {
        self.fades.iter().find(|fade| fade.entity == entity)
    }
}
