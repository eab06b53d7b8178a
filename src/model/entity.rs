//! Entities: countries, blocs, companies.

use serde::Serialize;

use crate::base::language::ENGLISH;
use crate::model::id::EntityId;
use crate::model::lifetime::Lifetime;
use crate::model::localized_text::LocalizedText;

/// The kind of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A country or territory. Its status is that of its government.
    Country,
    /// A group of countries that decides as one.
    Bloc,
    /// An operator, a vendor or another company.
    Company,
}

impl EntityKind {
    /// All kinds, in the order in which the figure shows them.
    pub const ALL: [Self; 3] = [Self::Country, Self::Bloc, Self::Company];

    /// The key of the message with the name of a group of this kind.
    pub fn group(self) -> &'static str {
        match self {
            Self::Country => "countries",
            Self::Bloc => "blocs",
            Self::Company => "companies",
        }
    }
}

/// A country, bloc or company that has a status.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The id, unique in the dataset. The id of a country is the code on its tile.
    pub id: String,
    /// The name.
    pub name: LocalizedText,
    /// Country, bloc or company.
    pub kind: EntityKind,
    /// Whether the id is a code for which the messages of each language have a name, such as `GB`.
    pub coded: bool,
    /// The countries in which a company or bloc acts. Empty for countries.
    pub acts_in: Vec<EntityId>,
    /// Whether a country has a tile if the grid has a place for it.
    pub tiled: bool,
    /// Whether the figure shows and counts the entity. An entity without a tile is shown only if it has an event.
    pub shown: bool,
    /// The text on its tile; the tile has the id if this is `None`.
    pub label: Option<LocalizedText>,
    /// A note about its name or position.
    pub footnote: Option<LocalizedText>,
    /// The time in which it exists.
    pub lifetime: Lifetime,
    /// What it counts if the figure counts weights. `None` counts 0.
    pub weight: Option<f64>,
}

impl Entity {
    /// The weight; 0 without one.
    pub fn weight(&self) -> f64 {
        self.weight.unwrap_or_default()
    }

    /// How much the entity counts: its weight, or 1.
    pub(crate) fn amount(&self, weighted: bool) -> f64 {
        if weighted { self.weight() } else { 1.0 }
    }

    /// The entity for a place of a built-in grid that the dataset does not declare.
    pub(crate) fn place(id: &str, name: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: LocalizedText::of(ENGLISH, name),
            kind: EntityKind::Country,
            coded: false,
            acts_in: Vec::new(),
            tiled: true,
            shown: true,
            label: None,
            footnote: None,
            lifetime: Lifetime::new(None, None),
            weight: None,
        }
    }
}
