//! All that words and pictures of one moment are made from.

use crate::i18n::messages::Messages;
use crate::layout::arrange::Layout;
use crate::model::dataset::Dataset;
use crate::model::id::{EntityId, StatusId};
use crate::model::index::{Index, Snapshot};
use crate::theme::Theme;
use crate::view::choices::View;
use crate::view::transitions::TileTransitions;

/// All that a composer may look at.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// Who and what.
    pub dataset: &'a Dataset,
    /// Since when.
    pub index: &'a Index,
    /// On the date shown.
    pub snapshot: &'a Snapshot,
    /// On the day that it is compared with.
    pub compared: Option<&'a Snapshot>,
    /// Which tiles are fading.
    pub transitions: &'a TileTransitions,
    /// What the reader has chosen.
    pub view: &'a View,
    /// Where.
    pub layout: &'a Layout,
    /// In what colours.
    pub theme: &'a Theme,
    /// In what words.
    pub messages: &'a Messages,
}

impl RenderContext<'_> {
    /// The earlier and the later day, while two are compared.
    pub fn span(&self) -> Option<(&Snapshot, &Snapshot)> {
        let other = self.compared?;
        Some(if other.day < self.snapshot.day { (other, self.snapshot) } else { (self.snapshot, other) })
    }

    /// Whom the step of the tour is about.
    pub fn spotlit(&self) -> Option<EntityId> {
        self.dataset.tour().get(self.view.step?)?.entity
    }

    /// The status by which operators or blocs act in a country whose government has none: of several, the one that the
    /// dataset names first.
    pub fn acted(&self, country: EntityId) -> Option<StatusId> {
        if self.snapshot.status(country).is_some() {
            return None;
        }
        self.index.actors(country).iter().filter_map(|actor| self.snapshot.status(*actor)).min()
    }
}
