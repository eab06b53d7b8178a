//! The validated dataset: which entity has which status since when, and which sources report it.
//!
//! Only `validate/read.rs` creates a [`Dataset`]. Every dataset therefore guarantees: ids are unique, every reference
//! resolves, every date exists in the calendar, every event with a status has a source, and events are in the order of
//! their first possible day.

use crate::base::date::{Day, PartialDate};
use crate::base::duration::Duration;
use crate::model::entity::{Entity, EntityKind};
use crate::model::event::Event;
use crate::model::id::{EntityId, EventId, ScopeId, StatusId};
use crate::model::localized_text::LocalizedText;
use crate::model::period::Period;
use crate::model::scope::Scope;
use crate::model::status::Status;
use crate::model::tiles::Grid;
use crate::model::tour::TourStep;
use crate::model::weights::Weights;
use crate::model::window::Window;

/// The validated data of one figure: entities, statuses, events, grids and tour.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub(crate) lang: String,
    pub(crate) id: String,
    pub(crate) title: LocalizedText,
    pub(crate) subtitle: Option<LocalizedText>,
    pub(crate) description: Option<LocalizedText>,
    pub(crate) updated: PartialDate,
    pub(crate) window: Window,
    pub(crate) stale_after: Option<Duration>,
    pub(crate) license: Option<LocalizedText>,
    pub(crate) actors: LocalizedText,
    pub(crate) weights: Option<Weights>,
    pub(crate) statuses: Vec<Status>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) events: Vec<Event>,
    pub(crate) grids: Vec<Grid>,
    pub(crate) tour: Vec<TourStep>,
    pub(crate) periods: Vec<Period>,
}

impl Dataset {
    /// The language of texts without a language of their own, as a BCP 47 tag.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// A short name for file names and links.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The heading of the figure.
    pub fn title(&self) -> &LocalizedText {
        &self.title
    }

    /// What exactly the figure shows, for the line below the heading.
    pub fn subtitle(&self) -> Option<&LocalizedText> {
        self.subtitle.as_ref()
    }

    /// One or two sentences about the content.
    pub fn description(&self) -> Option<&LocalizedText> {
        self.description.as_ref()
    }

    /// The date up to which the dataset was maintained.
    pub fn updated(&self) -> PartialDate {
        self.updated
    }

    /// The time after which the evidence of a status is old. `None` if evidence does not age.
    pub fn stale_after(&self) -> Option<Duration> {
        self.stale_after
    }

    /// The licence of the dataset.
    pub fn license(&self) -> Option<&LocalizedText> {
        self.license.as_ref()
    }

    /// The word for the counted entities, with plural forms: government, governments.
    pub fn actors(&self) -> &LocalizedText {
        &self.actors
    }

    /// What the weights of the entities count. `None` if no counted entity has a weight above 0.
    pub fn weights(&self) -> Option<&Weights> {
        self.weights.as_ref()
    }

    /// The statuses, in the order of the legend and of the stacked areas.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }

    /// The declared scopes, in the order of the file. Empty if the dataset has none.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    /// The entities: first the declared ones in the order of the file, then the other places of the built-in grid.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The events in the order of their first possible day. Events of the same day keep the order of the file.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The shapes of the grid, widest first. All have the same places. Empty if the dataset has neither a grid nor
    /// tiles.
    pub fn grids(&self) -> &[Grid] {
        &self.grids
    }

    /// The first and last day of the timeline, both included. Without `start` the first day begins the quarter of the
    /// first event with a status. Without `end` the last day is the last day of `updated`, or that of a later
    /// event with a status: its first possible day, or the last day of its status.
    pub fn extent(&self) -> (Day, Day) {
        let days = self.days();
        self.window.of(days).unwrap_or(days)
    }

    /// The first and last day of the data, which are those of the timeline if the dataset has neither `start` nor `end`.
    pub fn days(&self) -> (Day, Day) {
        extent(&self.events, self.updated)
    }

    /// The `start` and `end` of the timeline, as far as the dataset has them.
    pub fn window(&self) -> Window {
        self.window
    }

    /// The steps of the tour, in the order of the file. Empty if the dataset has no tour.
    pub fn tour(&self) -> &[TourStep] {
        &self.tour
    }

    /// The annotated periods, in the order of the file. Empty if the dataset has none.
    pub fn periods(&self) -> &[Period] {
        &self.periods
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

    /// The scope with this id.
    ///
    /// # Panics
    ///
    /// If the id is from another dataset, which has more scopes.
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.index()]
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

    /// The events of one entity, in the order of [`Self::events`].
    pub fn events_of(&self, entity: EntityId) -> impl DoubleEndedIterator<Item = &Event> {
        self.events.iter().filter(move |event| event.entity == entity)
    }

    /// The kind of the entities that are counted: countries. In a dataset without countries: blocs, else companies.
    pub fn counted(&self) -> EntityKind {
        EntityKind::ALL
            .into_iter()
            .find(|kind| self.entities.iter().any(|entity| entity.kind == *kind))
            .unwrap_or(EntityKind::Country)
    }
}

/// See [`Dataset::days`]. The events must be in order.
pub(crate) fn extent(events: &[Event], updated: PartialDate) -> (Day, Day) {
    let (mut first, mut last) = (None, updated.last());
    for event in events {
        if event.status.is_some() {
            // Events are in order, so the first one with a status is the earliest.
            first = first.or(Some(event.date.first()));
            last = last.max(event.until.map_or(event.date.first(), PartialDate::last));
        }
    }
    // The beginning of a quarter leaves some space before the first change.
    (first.unwrap_or(updated.first()).quarter(), last)
}
