//! Fades: the gradual change of a tile's colour, and the outline that disappears after the change. Fades show readers
//! which tiles changed.

use crate::model::id::EntityId;
use crate::model::index::{Shade, Snapshot};

/// The duration of a fade, in milliseconds.
pub const FADE: f64 = 150.0;

/// How long the outline of a tile that has changed takes to disappear, in milliseconds.
pub const FLASH: f64 = 600.0;

/// The largest number of tiles that fade at the same time. Among more of them no reader finds those that changed, and
/// each one is drawn again in each frame.
const MOST: usize = 100;

/// The tiles that fade at the moment.
#[derive(Clone, Debug, Default)]
pub struct TileTransitions {
    /// One for each entity, so that each is found at once. Empty before the first change.
    fades: Vec<Fade>,
}

#[derive(Clone, Debug)]
struct Fade {
    from: Shade,
    /// The time since the change, in milliseconds. [`FLASH`] or more if the fade has ended.
    passed: f64,
}

impl Fade {
    const ENDED: Self = Self { from: Shade { status: None, weak: false }, passed: FLASH };

    fn is_moving(&self) -> bool {
        self.passed < FLASH
    }
}

impl TileTransitions {
    /// Starts a fade of each tile whose status differs between two snapshots. If too many tiles would fade, these tiles
    /// have their new colours at once.
    pub fn begin(&mut self, before: &Snapshot, after: &Snapshot) {
        let changes = before.changes(after);
        self.fades.resize(before.len(), Fade::ENDED);
        let mut moving = self.fades.iter().filter(|fade| fade.is_moving()).count();
        for change in &changes {
            moving += usize::from(!self.fades[change.entity.index()].is_moving());
        }
        let crowded = moving > MOST;
        for change in changes {
            let fade = &mut self.fades[change.entity.index()];
            // A tile that already fades starts again, from the status that it has just received. A status that was
            // never shown leaves no trace. For example, the page can prevent a change.
            if fade.passed > 0.0 {
                fade.from = before.shade(change.entity);
            }
            fade.passed = if crowded || fade.from.status == change.to { FLASH } else { 0.0 };
        }
    }

    /// Moves all fades forward by a number of milliseconds. A negative number counts as 0.
    pub fn advance(&mut self, milliseconds: f64) {
        for fade in &mut self.fades {
            fade.passed += milliseconds.max(0.0);
        }
    }

    /// Ends all fades at once.
    pub fn stop(&mut self) {
        self.fades.clear();
    }

    /// Whether any tile or outline fades.
    pub fn is_moving(&self) -> bool {
        self.fades.iter().any(Fade::is_moving)
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
        self.fades.get(entity.index()).filter(|fade| fade.is_moving())
    }
}
