//! Entities: countries, blocs, companies.

use serde::Serialize;

use crate::base::language::ENGLISH;
use crate::model::id::EntityId;
use crate::model::localized_text::LocalizedText;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A country or territory; its status is its government's.
    Country,
    /// A group of countries that decides as one.
    Bloc,
    /// An operator, vendor or other firm.
    Company,
}

impl EntityKind {
    /// In the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Country, Self::Bloc, Self::Company];
}

/// Someone who has a status.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Unique in the dataset; a country's is its tile's code.
    pub id: String,
    /// What it is called.
    pub name: LocalizedText,
    /// Country, bloc or company.
    pub kind: EntityKind,
    /// Whether the id is the code by which every language has a name for it.
    pub coded: bool,
    /// The countries that an operator or bloc acts in; none for countries.
    pub acts_in: Vec<EntityId>,
    /// Whether a country has a tile where its grid has a place for it.
    pub tiled: bool,
    /// Whether it is shown and counted: one without a tile is where something is told of it.
    pub shown: bool,
    /// What is written on its tile in place of its id.
    pub label: Option<LocalizedText>,
    /// What is to be said about its name or place.
    pub footnote: Option<LocalizedText>,
}

impl Entity {
    /// A place of a grid of which nothing is told.
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
        }
    }
}
