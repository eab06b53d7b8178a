//! The rule of statuses: which entity has which status on a day, since when, and what changed between two days. No
//! other file decides this.
//!
//! A status holds from the first possible day of its event until the next event of the entity that has a status, or
//! through the last day that the event names. Before the first event and after such a last day there is *no data*,
//! which is not a status. An event without a status changes nothing. Outside of the lifetime of an entity it has no
//! status, whatever its events say.
//!
//! A status is firm once an event that sets or confirms it rests on a rule, on a decision, or on a basis that the dataset
//! does not name. Until then it is weak. An index can leave out weak statuses: a weak event then only ends the status
//! before it.

use std::ops::Range;

use crate::base::date::{Day, in_order};
use crate::model::dataset::Dataset;
use crate::model::entity::Entity;
use crate::model::id::{EntityId, EventId, StatusId};
use crate::model::lifetime::NEVER;

/// The period in which an entity has one status.
///
/// A spell is half-open: it includes its `start` and ends just before its `end`. The last spell of an entity has no
/// `end` unless its event names a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The first day.
    pub start: Day,
    /// The first day after the spell; `None` if the spell has no end.
    pub end: Option<Day>,
    /// The status.
    pub status: StatusId,
    /// The event that began the spell. Later events may have confirmed it.
    pub event: EventId,
    /// The day from which the status is firm; the largest day if it never is.
    pub(crate) firm: Day,
    /// The last event that confirmed the spell, or the event that began it. Its `until` decides the end of the spell.
    pub(crate) last: EventId,
}

impl Spell {
    /// Whether the spell has a day of a period. The last day is a part of the period.
    pub fn is_within(&self, (first, last): (Day, Day)) -> bool {
        self.start <= last && self.end.is_none_or(|end| first < end)
    }

    /// Whether the status is weak on a day of the spell.
    pub fn is_weak(&self, day: Day) -> bool {
        day < self.firm
    }

    fn covers(&self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|end| day < end)
    }
}

/// The period in which a change happened whose exact day is not known.
///
/// One entity changes from the status `left` to the status `entered`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UncertainChange {
    /// The first possible day of the change.
    pub from: Day,
    /// The last possible day of the change; later than `from`.
    pub to: Day,
    /// The day from which the index counts the change.
    pub counted: Day,
    /// The status before the change; `None` is no data.
    pub left: Option<StatusId>,
    /// The status after the change; `None` is no data.
    pub entered: Option<StatusId>,
    /// The weight of the entity.
    pub weight: f64,
}

/// How an entity is shown: its status, and whether that is weak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// The status; `None` is no data.
    pub status: Option<StatusId>,
    /// Whether the status is weak.
    pub weak: bool,
}

/// The status of every entity as of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The day.
    pub day: Day,
    spells: Vec<Option<Spell>>,
}

impl Snapshot {
    /// The spell of an entity on this day; `None` is no data.
    pub fn spell(&self, entity: EntityId) -> Option<Spell> {
        self.spells[entity.index()]
    }

    /// The status of an entity; `None` is no data.
    pub fn status(&self, entity: EntityId) -> Option<StatusId> {
        self.spells[entity.index()].map(|spell| spell.status)
    }

    /// The status of an entity, and whether it is weak.
    pub fn shade(&self, entity: EntityId) -> Shade {
        let spell = self.spells[entity.index()];
        Shade { status: self.status(entity), weak: spell.is_some_and(|spell| spell.is_weak(self.day)) }
    }

    /// The number of entities.
    pub(crate) fn len(&self) -> usize {
        self.spells.len()
    }

    /// The entities with another status in a later snapshot, in the order of the entities.
    pub fn changes(&self, later: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        for entity in (0..self.spells.len()).map(EntityId::new) {
            let (from, to) = (self.status(entity), later.status(entity));
            if from != to {
                changes.push(Change { entity, from, to });
            }
        }
        changes
    }
}

/// An entity whose status differs between two days. As a status, `None` is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The entity.
    pub entity: EntityId,
    /// The status on the earlier day.
    pub from: Option<StatusId>,
    /// The status on the later day.
    pub to: Option<StatusId>,
}

/// The spells, days of change and counts of a dataset, precomputed for fast answers.
#[derive(Clone, Debug)]
pub struct Index {
    /// The spells of each entity, in chronological order.
    spells: Vec<Vec<Spell>>,
    /// The days on which the status of any entity changes, in order and without duplicates.
    days: Vec<Day>,
    /// For each day of `days`, the number of counted entities with each status from this day on: one row of `statuses`
    /// numbers for a day.
    counts: Vec<u32>,
    /// The sums of their weights, in the same order.
    weights: Vec<f64>,
    statuses: usize,
    /// A row of zeros: the counts before the first day of `days`.
    none: Vec<u32>,
    /// Only those of counted entities.
    uncertain_changes: Vec<UncertainChange>,
    /// For each entity, the companies and blocs that act there.
    actors: Vec<Vec<EntityId>>,
}

impl Index {
    /// Builds the index of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        Self::of(dataset, false)
    }

    /// Builds the index of a dataset. If `only_firm`, without weak statuses.
    pub fn of(dataset: &Dataset, only_firm: bool) -> Self {
        let mut spells: Vec<Vec<Spell>> = vec![Vec::new(); dataset.entities.len()];
        // Events are in the order of their days, which `begin` requires.
        for (place, event) in dataset.events.iter().enumerate() {
            if let Some(status) = event.status {
                // A spell is half-open: `until` is its last day, and the spell ends before the next one.
                let end = event.until.map(|until| until.last().plus(1));
                let (start, end) = dataset.entity(event.entity).lifetime.within(event.date.first(), end);
                let id = EventId::new(place);
                let weak = event.is_weak();
                let firm = if weak { NEVER } else { start };
                let spell = Spell { start, end, status, event: id, firm, last: id };
                begin(&mut spells[event.entity.index()], spell, !(weak && only_firm));
            }
        }
        let days = change_days(&spells);
        let statuses = dataset.statuses.len();
        let counted = dataset.counted();
        let mut counts = vec![0; statuses * days.len()];
        let mut weights = vec![0.0; counts.len()];
        let mut uncertain_changes = Vec::new();
        let mut actors = vec![Vec::new(); spells.len()];
        for (place, entity) in dataset.entities.iter().enumerate() {
            if entity.kind == counted {
                count(&spells[place], &days, statuses, entity, &mut counts, &mut weights);
                uncertain_changes.extend(uncertain_change(&spells[place], entity, dataset));
            }
            for country in &entity.acts_in {
                actors[country.index()].push(EntityId::new(place));
            }
        }
        // `count` has written the difference of each day to the day before. The sum of these differences is the count.
        // Adding `u32::MAX` with wrapping subtracts 1.
        for place in statuses..counts.len() {
            counts[place] = counts[place].wrapping_add(counts[place - statuses]);
            weights[place] += weights[place - statuses];
            if counts[place] == 0 {
                // Sums of numbers with decimal places are not exact.
                weights[place] = 0.0;
            }
        }
        Self { spells, days, counts, weights, statuses, none: vec![0; statuses], uncertain_changes, actors }
    }

    /// The companies and blocs that act in a country, in the order of the dataset.
    pub fn actors(&self, country: EntityId) -> &[EntityId] {
        &self.actors[country.index()]
    }

    /// The changes of counted entities whose exact day is not known.
    pub fn uncertain_changes(&self) -> &[UncertainChange] {
        &self.uncertain_changes
    }

    /// The changes of an entity whose exact day is not known. `dataset` is the dataset of the index.
    pub fn uncertain_changes_of(&self, dataset: &Dataset, entity: EntityId) -> Vec<UncertainChange> {
        uncertain_change(self.spells(entity), dataset.entity(entity), dataset)
    }

    /// The spells of an entity, in chronological order.
    pub fn spells(&self, entity: EntityId) -> &[Spell] {
        &self.spells[entity.index()]
    }

    /// The spell of an entity on a day; `None` is no data.
    pub fn spell_on(&self, entity: EntityId, day: Day) -> Option<Spell> {
        let spells = &self.spells[entity.index()];
        let later = spells.partition_point(|spell| spell.start <= day);
        // The last spell can have ended before the day.
        spells[..later].last().copied().filter(|spell| spell.covers(day))
    }

    /// The status of every entity as of a day.
    pub fn as_of(&self, day: Day) -> Snapshot {
        let spells = (0..self.spells.len()).map(|entity| self.spell_on(EntityId::new(entity), day)).collect();
        Snapshot { day, spells }
    }

    /// The days on which the status of any entity changes, in order and without duplicates.
    pub fn change_days(&self) -> &[Day] {
        &self.days
    }

    /// The days of [`Self::change_days`] from one day to before another.
    pub fn change_days_between(&self, from: Day, to: Day) -> &[Day] {
        let place = |day| self.days.partition_point(|change| *change < day);
        // `to` can be before `from`. An index would panic.
        self.days.get(place(from)..place(to)).unwrap_or_default()
    }

    /// The number of counted entities (see [`Dataset::counted`]) with each status on a day, in the order of the
    /// statuses.
    pub fn counts(&self, day: Day) -> &[u32] {
        self.row(day).map_or(&self.none, |row| &self.counts[row])
    }

    /// The numbers of [`Self::counts`] or, if `weighted`, the sums of the weights of the same entities.
    #[inline(never)]
    pub fn amounts(&self, day: Day, weighted: bool) -> Vec<f64> {
        match self.row(day) {
            Some(row) if weighted => self.weights[row].to_vec(),
            _ => self.counts(day).iter().map(|count| f64::from(*count)).collect(),
        }
    }

    /// Where the numbers of a day are; `None` before the first day of change.
    fn row(&self, day: Day) -> Option<Range<usize>> {
        let row = self.days.partition_point(|change| *change <= day).checked_sub(1)?;
        Some(row * self.statuses..(row + 1) * self.statuses)
    }

    /// The largest sum of the amounts of all statuses on one day of a period. Both days are part of it.
    pub fn most(&self, (first, last): (Day, Day), weighted: bool) -> f64 {
        let (mut most, mut day) = (0.0_f64, first);
        let mut later = self.change_days_between(first, last.plus(1)).iter();
        loop {
            most = most.max(self.amounts(day, weighted).iter().sum());
            let Some(next) = later.next() else { return most };
            day = *next;
        }
    }

    /// The entities whose status differs between day `a` and day `b`, in the order of the entities.
    pub fn changes(&self, a: Day, b: Day) -> Vec<Change> {
        self.as_of(a).changes(&self.as_of(b))
    }
}

/// The days on which a spell starts or ends, in order and without duplicates.
fn change_days(spells: &[Vec<Spell>]) -> Vec<Day> {
    let mut edges = Vec::new();
    for spell in spells.iter().flatten() {
        edges.push(spell.start);
        edges.extend(spell.end);
    }
    let mut days = Vec::new();
    for place in in_order(&edges) {
        if days.last() != Some(&edges[place]) {
            days.push(edges[place]);
        }
    }
    days
}

/// Adds a spell after the earlier spells of an entity. The new spell ends the last one, replaces it if both start on
/// the same day, or only confirms it if both have the same status. A spell that is not `kept` only ends another status.
fn begin(spells: &mut Vec<Spell>, spell: Spell, kept: bool) {
    if spells.last().is_some_and(|last| last.start == spell.start && last.status != spell.status) {
        spells.pop();
    }
    // A spell that starts on the day after the end of the last one continues it, so that the day is no change.
    if let Some(last) = spells.last_mut().filter(|last| last.end.is_none_or(|end| spell.start <= end)) {
        if last.status == spell.status {
            if kept {
                (last.end, last.last) = (spell.end, spell.last);
                last.firm = last.firm.min(spell.firm);
            }
            return;
        }
        last.end = Some(spell.start);
    }
    if kept {
        spells.push(spell);
    }
}

/// The changes of one entity whose exact day is not known. A change does not begin before the spell that it ends, and
/// does not last beyond the spell that it begins. Otherwise the picture would show an entity that leaves a status
/// before it has it.
fn uncertain_change(spells: &[Spell], entity: &Entity, dataset: &Dataset) -> Vec<UncertainChange> {
    let mut found = Vec::new();
    let weight = entity.weight();
    let mut add = |change: UncertainChange| {
        if change.from < change.to {
            found.push(change);
        }
    };
    for (place, spell) in spells.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| spells[before]);
        let next = spells.get(place + 1).map(|next| next.start);
        let (from, to) = dataset.event(spell.event).date.uncertainty();
        let (from, _) = entity.lifetime.within(from, None);
        add(UncertainChange {
            from: before.map_or(from, |before| from.max(before.start)),
            to: spell.end.map_or(to, |end| to.min(end)),
            counted: spell.start,
            left: before.filter(|before| before.end == Some(spell.start)).map(|before| before.status),
            entered: Some(spell.status),
            weight,
        });
        let until = dataset.event(spell.last).until;
        if let (Some(end), Some(until)) = (spell.end, until.filter(|until| Some(until.last().plus(1)) == spell.end))
            && next != Some(end)
        {
            // The status holds through its last day, so the change counts one day later.
            let (from, to) = until.uncertainty();
            let to = next.map_or(to.plus(1), |next| next.min(to.plus(1)));
            add(UncertainChange {
                from: from.plus(1).max(spell.start),
                to,
                counted: end,
                left: Some(spell.status),
                entered: None,
                weight,
            });
        }
    }
    found
}

/// Writes the changes of the counts: one more on the first day of a spell, one less on the day after its end. The sums
/// of these changes are the counts. `u32::MAX` stands for -1: additions wrap. Writes the weights in the same way.
fn count(spells: &[Spell], days: &[Day], statuses: usize, entity: &Entity, counts: &mut [u32], weights: &mut [f64]) {
    for spell in spells {
        let weight = entity.weight();
        for (day, change, weight) in [(Some(spell.start), 1, weight), (spell.end, u32::MAX, -weight)] {
            let Some(day) = day else { continue };
            let place = days.partition_point(|other| *other < day) * statuses + spell.status.index();
            counts[place] = counts[place].wrapping_add(change);
            weights[place] += weight;
        }
    }
}
