//! What a status means, written once: who has which status on a day, since when, and what changed between two days.
//!
//! An event takes effect on its first possible day and holds until the entity's next event with a status, or to the end
//! of its own last day. Before the first and after such an end there is *no data*, which is not a status. An event without
//! a status changes nothing.

use crate::base::date::{Day, in_order};
use crate::model::dataset::Dataset;
use crate::model::id::{EntityId, EventId, StatusId};

/// The stretch during which an entity keeps one status.
///
/// Half-open: a spell covers its `start` and stops just before its `end`. The last spell of an entity has no `end`,
/// unless its event says until when it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// Its first day.
    pub start: Day,
    /// The first day after it.
    pub end: Option<Day>,
    /// What is kept.
    pub status: StatusId,
    /// The event that began it. Later events may have confirmed it.
    pub event: EventId,
    /// The last event that confirmed it, or the one that began it: it says whether there is an end.
    last: EventId,
}

impl Spell {
    fn covers(&self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|end| day < end)
    }
}

/// The days between which a change happened that is not known to the day.
///
/// It changes the number of entities of the status left by one less and that of the status entered by one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UncertainChange {
    /// The first day on which it can have happened.
    pub from: Day,
    /// The last one; later than `from`.
    pub to: Day,
    /// The day from which it counts.
    pub counted: Day,
    /// Before it.
    pub left: Option<StatusId>,
    /// After it.
    pub entered: Option<StatusId>,
}

/// Every entity's status on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The day.
    pub day: Day,
    spells: Vec<Option<Spell>>,
}

impl Snapshot {
    /// The spell that an entity is in; `None` is no data.
    pub fn spell(&self, entity: EntityId) -> Option<Spell> {
        self.spells[entity.index()]
    }

    /// The status of an entity; `None` is no data.
    pub fn status(&self, entity: EntityId) -> Option<StatusId> {
        self.spells[entity.index()].map(|spell| spell.status)
    }

    /// Who has another status on a later day, in the order of the entities.
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

/// An entity whose status is not the same on two days; `None` is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who changed.
    pub entity: EntityId,
    /// On the earlier day.
    pub from: Option<StatusId>,
    /// On the later day.
    pub to: Option<StatusId>,
}

/// Spells, days of change and counts of a dataset, for quick answers.
#[derive(Clone, Debug)]
pub struct Index {
    /// By entity; in order of time.
    spells: Vec<Vec<Spell>>,
    /// Days on which some entity's status changes, in order, each once.
    days: Vec<Day>,
    /// For each of `days`, the number of counted entities of each status from that day on.
    counts: Vec<u32>,
    statuses: usize,
    none: Vec<u32>,
    most: u32,
    /// Of counted entities.
    uncertain_changes: Vec<UncertainChange>,
    /// By entity: the operators and blocs that act there.
    actors: Vec<Vec<EntityId>>,
}

impl Index {
    /// Builds the index of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        let mut spells: Vec<Vec<Spell>> = vec![Vec::new(); dataset.entities.len()];
        for (place, event) in dataset.events.iter().enumerate() {
            if let Some(status) = event.status {
                let end = event.until.map(|until| until.last().plus(1));
                let id = EventId::new(place);
                let spell = Spell { start: event.date.first(), end, status, event: id, last: id };
                begin(&mut spells[event.entity.index()], spell);
            }
        }
        let days = change_days(&spells);
        let statuses = dataset.statuses.len();
        let counted = dataset.counted();
        let mut counts = vec![0; statuses * days.len()];
        let mut uncertain_changes = Vec::new();
        let mut actors = vec![Vec::new(); spells.len()];
        for (place, entity) in dataset.entities.iter().enumerate() {
            if entity.kind == counted {
                count(&spells[place], &days, statuses, &mut counts);
                uncertain_changes.extend(uncertain_change(&spells[place], dataset));
            }
            for country in &entity.acts_in {
                actors[country.index()].push(EntityId::new(place));
            }
        }
        for place in statuses..counts.len() {
            counts[place] = counts[place].wrapping_add(counts[place - statuses]);
        }
        let mut most = 0;
        for counts in counts.chunks(statuses.max(1)) {
            most = most.max(counts.iter().sum());
        }
        Self { spells, days, counts, statuses, none: vec![0; statuses], most, uncertain_changes, actors }
    }

    /// The operators and blocs that act in a country, in the order of the dataset.
    pub fn actors(&self, country: EntityId) -> &[EntityId] {
        &self.actors[country.index()]
    }

    /// The changes of counted entities that are not known to the day.
    pub fn uncertain_changes(&self) -> &[UncertainChange] {
        &self.uncertain_changes
    }

    /// The spells of an entity, in order of time.
    pub fn spells(&self, entity: EntityId) -> &[Spell] {
        &self.spells[entity.index()]
    }

    /// The spell of an entity on a day.
    pub fn spell_on(&self, entity: EntityId, day: Day) -> Option<Spell> {
        let spells = &self.spells[entity.index()];
        let later = spells.partition_point(|spell| spell.start <= day);
        spells[..later].last().copied().filter(|spell| spell.covers(day))
    }

    /// Every entity's status on a day.
    pub fn as_of(&self, day: Day) -> Snapshot {
        let spells = (0..self.spells.len()).map(|entity| self.spell_on(EntityId::new(entity), day)).collect();
        Snapshot { day, spells }
    }

    /// The days on which some entity's status changes, in order, each once.
    pub fn change_days(&self) -> &[Day] {
        &self.days
    }

    /// The number of counted entities (see [`Dataset::counted`]) of each status on a day.
    pub fn counts(&self, day: Day) -> &[u32] {
        match self.days.partition_point(|change| *change <= day) {
            0 => &self.none,
            later => &self.counts[(later - 1) * self.statuses..later * self.statuses],
        }
    }

    /// The largest number of counted entities that have any status on one day.
    pub fn most(&self) -> u32 {
        self.most
    }

    /// Who has another status on day `b` than on day `a`, in the order of the entities.
    pub fn changes(&self, a: Day, b: Day) -> Vec<Change> {
        self.as_of(a).changes(&self.as_of(b))
    }
}

/// Days on which a spell starts, or ends without another that starts.
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

/// Adds a spell after the others: it cuts the last one short, replaces one of the same day, or merely confirms it.
fn begin(spells: &mut Vec<Spell>, spell: Spell) {
    if spells.last().is_some_and(|last| last.start == spell.start && last.status != spell.status) {
        spells.pop();
    }
    match spells.last_mut() {
        Some(last) if last.end.is_none_or(|end| spell.start <= end) => {
            if last.status == spell.status {
                (last.end, last.last) = (spell.end, spell.last);
                return;
            }
            last.end = Some(spell.start);
            spells.push(spell);
        }
        _ => spells.push(spell),
    }
}

/// The changes of one entity that are not known to the day. None begins before the spell that it ends, or lasts beyond
/// the one that it begins: so no status is ever left before it was entered.
fn uncertain_change(spells: &[Spell], dataset: &Dataset) -> Vec<UncertainChange> {
    let mut found = Vec::new();
    let mut add = |change: UncertainChange| {
        if change.from < change.to {
            found.push(change);
        }
    };
    for (place, spell) in spells.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| spells[before]);
        let next = spells.get(place + 1).map(|next| next.start);
        let (from, to) = dataset.event(spell.event).date.uncertainty();
        add(UncertainChange {
            from: before.map_or(from, |before| from.max(before.start)),
            to: spell.end.map_or(to, |end| to.min(end)),
            counted: spell.start,
            left: before.filter(|before| before.end == Some(spell.start)).map(|before| before.status),
            entered: Some(spell.status),
        });
        let until = dataset.event(spell.last).until;
        if let (Some(end), Some(until)) = (spell.end, until.filter(|until| Some(until.last().plus(1)) == spell.end))
            && next != Some(end)
        {
            // It holds through its last day: what ends with a day is gone on the next.
            let (from, to) = until.uncertainty();
            let to = next.map_or(to.plus(1), |next| next.min(to.plus(1)));
            add(UncertainChange {
                from: from.plus(1).max(spell.start),
                to,
                counted: end,
                left: Some(spell.status),
                entered: None,
            });
        }
    }
    found
}

/// Notes one more where a spell begins and one less where it ends: the counts are the sums of these from day to day.
fn count(spells: &[Spell], days: &[Day], statuses: usize, counts: &mut [u32]) {
    for spell in spells {
        for (day, change) in [(Some(spell.start), 1), (spell.end, u32::MAX)] {
            let Some(day) = day else { continue };
            let place = days.partition_point(|other| *other < day) * statuses + spell.status.index();
            counts[place] = counts[place].wrapping_add(change);
        }
    }
}
