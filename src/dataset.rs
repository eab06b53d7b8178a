//! The validated model: who has what status since when, and who says so.
//!
//! A [`Dataset`] comes from `read` alone, so that its promises hold wherever one is met: ids are unique,
//! every reference resolves, every date is on the calendar, every status names a source, and events stand in
//! order of their first possible day.

#[cfg(explain)]
mod csv;
mod findings;
mod grid;
#[cfg(explain)]
mod locate;
mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod shape;
mod suggest;
mod translate;
mod validate;
mod words;
#[cfg(not(target_arch = "wasm32"))]
pub mod write;

use serde::Serialize;

use crate::date::{Day, PartialDate};
use crate::geom::Color;

#[cfg(explain)]
pub use read::Names;
pub use read::{Checked, Format, HUAWEI, plain};
pub use translate::translate;
pub use words::{ENGLISH, OTHER, Words, alike, is_tag};

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
    pub(crate) lang: String,
    pub(crate) id: String,
    pub(crate) title: Words,
    pub(crate) description: Option<Words>,
    pub(crate) updated: PartialDate,
    pub(crate) license: Option<Words>,
    pub(crate) actors: Words,
    pub(crate) statuses: Vec<Status>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) events: Vec<Event>,
    pub(crate) grids: Vec<Grid>,
    pub(crate) tour: Vec<Stop>,
}

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

/// What the date of an event is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// The decision or other fact itself.
    Decision,
    /// Its publication: it happened on or before that day.
    Publication,
}

impl DateKind {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 2] = [Self::Decision, Self::Publication];
}

/// Who decided. Only a government's decision is the status of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The government of a country.
    Government,
    /// A bloc.
    Bloc,
    /// An operator, or another firm.
    Operator,
}

impl Level {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 3] = [Self::Government, Self::Bloc, Self::Operator];

    /// That of the decisions of such entities, unless an event says otherwise.
    pub fn of(kind: EntityKind) -> Self {
        Self::ALL[kind as usize]
    }
}

/// How well an event is documented, in the eyes of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Beyond reasonable doubt.
    High,
    /// Probably as told.
    Medium,
    /// Possibly.
    Low,
}

impl Confidence {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];
}

/// How a fill is hatched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Not at all.
    Solid,
    /// Lines from bottom left to top right.
    Diagonal,
    /// Lines from top left to bottom right.
    Counterdiagonal,
    /// Level lines.
    Horizontal,
    /// Small squares.
    Dots,
    /// Level and upright lines.
    Grid,
}

impl Pattern {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 6] =
        [Self::Solid, Self::Diagonal, Self::Counterdiagonal, Self::Horizontal, Self::Dots, Self::Grid];
}

/// A mistake in a source or an earlier edition, and what is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What was wrong: `date`, `entity`, a name.
    pub field: String,
    /// What it said.
    pub was: String,
    /// What it should say.
    pub now: String,
    /// Since when the dataset has it right.
    pub since: Option<PartialDate>,
    /// How that is known.
    pub reason: Words,
}

/// A state that an entity can be in, as the dataset declares it.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// Unique in the dataset.
    pub id: String,
    /// The word of the legend.
    pub label: Words,
    /// Fill on a light page.
    pub light: Color,
    /// Fill on a dark page.
    pub dark: Color,
    /// Tells the status apart without colour.
    pub pattern: Pattern,
    /// The clause that begins a sentence about counts; `{n}` is the number.
    pub lead: Option<Words>,
    /// The clause in a later place of that sentence.
    pub clause: Option<Words>,
}

/// Someone who has a status.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Unique in the dataset; a country's is its tile's code.
    pub id: String,
    /// What it is called.
    pub name: Words,
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
    pub label: Option<Words>,
    /// What is to be said about its name or place.
    pub footnote: Option<Words>,
}

impl Entity {
    /// A place of a grid of which nothing is told.
    fn place(id: &str, name: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: Words::of(ENGLISH, name),
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

/// Something that happened to or was done by one entity. Without a status it is a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Whom it is about.
    pub entity: EntityId,
    /// When, as precisely as known.
    pub date: PartialDate,
    /// What the date is the date of.
    pub date_kind: DateKind,
    /// When it was made known, where that was another day.
    pub announced: Option<PartialDate>,
    /// Since when it binds, where that is another day.
    pub in_force: Option<PartialDate>,
    /// The last day on which its status holds.
    pub until: Option<PartialDate>,
    /// What it makes of the entity's status; `None` changes nothing.
    pub status: Option<StatusId>,
    /// Who decided.
    pub level: Level,
    /// A short headline.
    pub title: Words,
    /// A sentence or two.
    pub text: Option<Words>,
    /// Who says so.
    pub sources: Vec<Source>,
    /// How well it is documented; `None` where the editor does not say.
    pub confidence: Option<Confidence>,
    /// A conflict between sources, or another doubt.
    pub caution: Option<Words>,
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

/// A step of the tour: what to look at, and what to read there.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// When; its first possible day is shown.
    pub date: PartialDate,
    /// Whom it is about, where it is about one.
    pub entity: Option<EntityId>,
    /// A short headline.
    pub title: Words,
    /// A sentence or two.
    pub text: Option<Words>,
}

/// Places of a map, one tile each; no two on one tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Extent to the right, in tiles.
    pub columns: usize,
    /// Extent downward, in tiles.
    pub rows: usize,
    /// In the order of the grid's file, or of the dataset.
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
    /// The language of plain texts, BCP 47.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Short name for files and links.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Heading of the figure.
    pub fn title(&self) -> &Words {
        &self.title
    }

    /// What it shows, in a sentence or two.
    pub fn description(&self) -> Option<&Words> {
        self.description.as_ref()
    }

    /// Up to when it was kept.
    pub fn updated(&self) -> PartialDate {
        self.updated
    }

    /// Under which terms it may be used.
    pub fn license(&self) -> Option<&Words> {
        self.license.as_ref()
    }

    /// The word for those who are counted: government, governments.
    pub fn actors(&self) -> &Words {
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

    /// The first and last day that it tells of: from the beginning of the quarter of the first change to the last status that
    /// begins or to the end of what it covers, whichever is later.
    pub fn extent(&self) -> (Day, Day) {
        extent(&self.events, self.updated)
    }

    /// In the order in which it is to be told, that of the file; none where the dataset has no tour.
    pub fn tour(&self) -> &[Stop] {
        &self.tour
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

/// See [`Dataset::extent`]; the events stand in order.
fn extent(events: &[Event], updated: PartialDate) -> (Day, Day) {
    let (mut first, mut last) = (None, updated.last());
    for event in events {
        if event.status.is_some() {
            first = first.or(Some(event.date.first()));
            last = last.max(event.date.first());
        }
    }
    (first.unwrap_or(updated.first()).quarter(), last)
}
