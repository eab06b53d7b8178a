//! The render context: everything that a picture or a sentence of one moment needs.

use crate::base::date::Day;
use crate::i18n::messages::Messages;
use crate::layout::arrange::Layout;
use crate::model::dataset::Dataset;
use crate::model::id::{EntityId, StatusId};
use crate::model::index::{Index, Snapshot};
use crate::model::lifetime::Absence;
use crate::theme::Theme;
use crate::view::choices::View;
use crate::view::transitions::TileTransitions;

/// The inputs of composers and descriptions.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The index of the dataset.
    pub index: &'a Index,
    /// The snapshot of the date.
    pub snapshot: &'a Snapshot,
    /// The snapshot of the compared day; `None` without a comparison.
    pub compared: Option<&'a Snapshot>,
    /// The fades of tiles.
    pub transitions: &'a TileTransitions,
    /// What the reader has chosen.
    pub view: &'a View,
    /// The layout.
    pub layout: &'a Layout,
    /// The theme.
    pub theme: &'a Theme,
    /// The messages.
    pub messages: &'a Messages,
}

impl RenderContext<'_> {
    /// The snapshots of the earlier and of the later day during a comparison; otherwise `None`. The date can be either
    /// of them.
    pub fn span(&self) -> Option<(&Snapshot, &Snapshot)> {
        let other = self.compared?;
        Some(if other.day < self.snapshot.day { (other, self.snapshot) } else { (self.snapshot, other) })
    }

    /// The entity of the current step of the tour.
    pub fn spotlit(&self) -> Option<EntityId> {
        self.dataset.tour().get(self.view.step?)?.entity
    }

    /// Why an entity is absent on a day; `None` if it exists.
    pub fn absence(&self, entity: EntityId, day: Day) -> Option<Absence> {
        self.dataset.entity(entity).lifetime.absence(day)
    }

    /// The key of the text for no data.
    pub fn no_data(&self) -> &'static str {
        if self.view.firm { "no_firm" } else { "no_data" }
    }

    /// Whether the status of an entity is one that began on the shown date.
    pub fn fresh(&self, entity: EntityId) -> bool {
        self.compared.is_none() && self.snapshot.spell(entity).is_some_and(|spell| spell.start == self.snapshot.day)
    }

    /// The status of the companies or blocs that act in a country whose government has no status. If they have several
    /// statuses: the first in the order of the dataset. `None` if the government
    /// has a status, or if the country does not exist.
    pub fn acted(&self, country: EntityId) -> Option<StatusId> {
        if self.snapshot.status(country).is_some() || self.absence(country, self.snapshot.day).is_some() {
            return None;
        }
        self.index.actors(country).iter().filter_map(|actor| self.snapshot.status(*actor)).min()
    }
}
