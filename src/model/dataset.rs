//! The validated model: who has what status since when, and who says so.
//!
//! A [`Dataset`] comes from `read` alone, so that its promises hold wherever one is met: ids are unique,
//! every reference resolves, every date is on the calendar, every status names a source, and events stand in
//! order of their first possible day.

use crate::base::date::{Day, PartialDate};
use crate::model::entity::{Entity, EntityKind};
use crate::model::event::Event;
use crate::model::id::{EntityId, EventId, StatusId};
use crate::model::localized_text::LocalizedText;
use crate::model::status::Status;
use crate::model::tiles::Grid;
use crate::model::tour::TourStep;

/// Entities, their dated statuses, and the grid they are shown on.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub(crate) lang: String,
    pub(crate) id: String,
    pub(crate) title: LocalizedText,
    pub(crate) description: Option<LocalizedText>,
    pub(crate) updated: PartialDate,
    pub(crate) license: Option<LocalizedText>,
    pub(crate) actors: LocalizedText,
    pub(crate) statuses: Vec<Status>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) events: Vec<Event>,
    pub(crate) grids: Vec<Grid>,
    pub(crate) tour: Vec<TourStep>,
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
    pub fn title(&self) -> &LocalizedText {
        &self.title
    }

    /// What it shows, in a sentence or two.
    pub fn description(&self) -> Option<&LocalizedText> {
        self.description.as_ref()
    }

    /// Up to when it was kept.
    pub fn updated(&self) -> PartialDate {
        self.updated
    }

    /// Under which terms it may be used.
    pub fn license(&self) -> Option<&LocalizedText> {
        self.license.as_ref()
    }

    /// The word for those who are counted: government, governments.
    pub fn actors(&self) -> &LocalizedText {
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
    pub fn tour(&self) -> &[TourStep] {
        &self.tour
    }

    /// The entity with this id.
    ///
    /// # Panics
    ///
    /// If the id is from another dataset, which has more entities.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    /// The status with this id.
    ///
    /// # Panics
    ///
    /// If the id is from another dataset, which has more statuses.
    pub fn status(&self, id: StatusId) -> &Status {
        &self.statuses[id.index()]
    }

    /// The event with this id.
    ///
    /// # Panics
    ///
    /// If the id is from another dataset, which has more events.
    pub fn event(&self, id: EventId) -> &Event {
        &self.events[id.index()]
    }

    /// The ids of all entities, in the order of [`Self::entities`].
    pub fn entity_ids(&self) -> impl Iterator<Item = EntityId> + Clone + use<> {
        (0..self.entities.len()).map(EntityId::new)
    }

    /// The ids of all statuses, in the order of [`Self::statuses`].
    pub fn status_ids(&self) -> impl Iterator<Item = StatusId> + Clone + use<> {
        (0..self.statuses.len()).map(StatusId::new)
    }

    /// The entity whose `id` in the dataset is this text, such as `AU`.
    pub fn entity_id(&self, id: &str) -> Option<EntityId> {
        self.entities.iter().position(|entity| entity.id == id).map(EntityId::new)
    }

    /// The status whose `id` in the dataset is this text, such as `banned`.
    pub fn status_id(&self, id: &str) -> Option<StatusId> {
        self.statuses.iter().position(|status| status.id == id).map(StatusId::new)
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
pub(crate) fn extent(events: &[Event], updated: PartialDate) -> (Day, Day) {
    let (mut first, mut last) = (None, updated.last());
    for event in events {
        if event.status.is_some() {
            first = first.or(Some(event.date.first()));
            last = last.max(event.date.first());
        }
    }
    (first.unwrap_or(updated.first()).quarter(), last)
}
