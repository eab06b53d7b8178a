//! The validated model: who has what status since when, and who says so.
//!
//! A [`Dataset`] comes from [`Dataset::from_json`] alone, so that its promises hold wherever one is met: ids are
//! unique, every reference resolves, every date is on the calendar, every status names a source, and events stand in
//! order of their first possible day.

mod grid;
mod schema;
mod suggest;
mod validate;

use crate::date::PartialDate;
use crate::diagnostic::InvalidDataset;
use crate::geom::Color;

pub use schema::{Correction, DateKind, EntityKind, Pattern, Plural};

/// Index of a status in [`Dataset::statuses`].
pub type StatusId = usize;
/// Index of an entity in [`Dataset::entities`].
pub type EntityId = usize;
/// Index of an event in [`Dataset::events`].
pub type EventId = usize;

/// The id that stands for "no data" where a status id could stand.
pub const NO_DATA: &str = "no-data";

/// Entities, their dated statuses, and the grid they are shown on.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) updated: PartialDate,
    pub(crate) actors: Plural,
    pub(crate) statuses: Vec<Status>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) events: Vec<Event>,
    pub(crate) grids: Vec<Grid>,
}

/// A state that an entity can be in, as the dataset declares it.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// Unique in the dataset.
    pub id: String,
    /// The word of the legend.
    pub label: String,
    /// Fill on a light page.
    pub light: Color,
    /// Fill on a dark page.
    pub dark: Color,
    /// Tells the status apart without colour.
    pub pattern: Pattern,
    /// The clause that begins a sentence about counts; `{n}` is the number.
    pub lead: Option<Plural>,
    /// The clause in a later place of that sentence.
    pub clause: Option<Plural>,
}

/// Someone who has a status.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Unique in the dataset; a country's is its tile's code.
    pub id: String,
    /// English name.
    pub name: String,
    /// Country, bloc or company.
    pub kind: EntityKind,
}

/// Something that happened to or was done by one entity. Without a status it is a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Whom it is about.
    pub entity: EntityId,
    /// When, as precisely as known.
    pub date: PartialDate,
    /// What the date is the date of.
    pub date_kind: DateKind,
    /// What it makes of the entity's status; `None` changes nothing.
    pub status: Option<StatusId>,
    /// A short headline.
    pub title: String,
    /// A sentence or two.
    pub text: Option<String>,
    /// Who says so.
    pub sources: Vec<Source>,
    /// A conflict between sources, or another doubt.
    pub caution: Option<String>,
    /// What was wrong in a source or an earlier edition.
    pub corrections: Vec<Correction>,
}

/// Who reported an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Newspaper, agency, authority or site.
    pub outlet: String,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Where it can be read; http or https.
    pub url: Option<String>,
}

/// Places of a map, one tile each; no two on one tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Extent to the right, in tiles.
    pub columns: usize,
    /// Extent downward, in tiles.
    pub rows: usize,
    /// In the order of their codes.
    pub tiles: Vec<Tile>,
}

/// An entity's place on a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Whose.
    pub entity: EntityId,
    /// From the top, counted from 0.
    pub row: usize,
    /// From the left, counted from 0.
    pub column: usize,
}

impl Dataset {
    /// Reads and validates JSON of format 1; `docs/format.md` describes it.
    ///
    /// # Errors
    ///
    /// All findings of the text at once. A text that is not JSON, or has a field of the wrong type, ends the reading
    /// at that place, so that it is the only finding.
    ///
    /// # Examples
    ///
    /// ```
    /// let error = banspread::Dataset::from_json("{\"format\": 1}").unwrap_err();
    /// assert!(error.to_string().contains("missing field"));
    /// ```
    pub fn from_json(text: &str) -> Result<Self, InvalidDataset> {
        validate::validate(schema::read(text)?)
    }

    /// The default dataset: where Huawei's network equipment is banned and permitted.
    ///
    /// # Panics
    ///
    /// Never: the text was validated when this library was built and tested.
    pub fn huawei() -> Self {
        Self::from_json(include_str!(concat!(env!("OUT_DIR"), "/huawei.json"))).expect("the built-in dataset is valid")
    }

    /// Short name for files and links.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Heading of the figure.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it shows, in a sentence or two.
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// Up to when it was kept.
    pub fn updated(&self) -> PartialDate {
        self.updated
    }

    /// The word for those who are counted: government, governments.
    pub fn actors(&self) -> &Plural {
        &self.actors
    }

    /// In the order of legend and stack.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }

    /// The declared ones in the order of the file, then the places of the grid that were not declared.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// By first possible day; on one day in the order of the file.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The same places in other shapes, widest first; none where the dataset names no grid.
    pub fn grids(&self) -> &[Grid] {
        &self.grids
    }

    /// The entity with this id.
    pub fn entity(&self, id: &str) -> Option<EntityId> {
        self.entities.iter().position(|entity| entity.id == id)
    }

    /// The status with this id.
    pub fn status(&self, id: &str) -> Option<StatusId> {
        self.statuses.iter().position(|status| status.id == id)
    }

    /// The events of one entity, in order.
    pub fn events_of(&self, entity: EntityId) -> impl DoubleEndedIterator<Item = &Event> {
        self.events.iter().filter(move |event| event.entity == entity)
    }

    /// The kind whose entities are counted: the first of country, bloc, company that has an entity.
    pub fn counted(&self) -> EntityKind {
        EntityKind::ALL
            .into_iter()
            .find(|kind| self.entities.iter().any(|entity| entity.kind == *kind))
            .unwrap_or(EntityKind::Country)
    }
}
