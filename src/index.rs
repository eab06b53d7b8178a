//! What a status means, written once: who has which status on a day, since when, and what changed between two days.
//!
//! An event takes effect on its first possible day and holds until the entity's next event with a status. Before the
//! first there is *no data*, which is not a status. An event without a status changes nothing.

use crate::dataset::{Dataset, EntityId, EventId, StatusId};
use crate::date::{Day, in_order};

/// The stretch during which an entity keeps one status.
///
/// Half-open: a spell covers its `start` and stops just before its `end`. The last spell of an entity has no `end`.
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
}

impl Spell {
    fn covers(&self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|end| day < end)
    }
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
        self.spells[entity]
    }

    /// The status of an entity; `None` is no data.
    pub fn status(&self, entity: EntityId) -> Option<StatusId> {
        self.spells[entity].map(|spell| spell.status)
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
}

impl Index {
    /// Builds the index of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        let mut spells: Vec<Vec<Spell>> = vec![Vec::new(); dataset.entities.len()];
        for (id, event) in dataset.events.iter().enumerate() {
            if let Some(status) = event.status {
                begin(&mut spells[event.entity], Spell { start: event.date.first(), end: None, status, event: id });
            }
        }
        let days = change_days(&spells);
        let statuses = dataset.statuses.len();
        let counted = dataset.counted();
        let mut counts = vec![0; statuses * days.len()];
        for (entity, spells) in spells.iter().enumerate() {
            if dataset.entities[entity].kind == counted {
                count(spells, &days, statuses, &mut counts);
            }
        }
        Self { spells, days, counts, statuses, none: vec![0; statuses] }
    }

    /// The spells of an entity, in order of time.
    pub fn spells(&self, entity: EntityId) -> &[Spell] {
        &self.spells[entity]
    }

    /// The spell of an entity on a day.
    pub fn spell_on(&self, entity: EntityId, day: Day) -> Option<Spell> {
        let spells = &self.spells[entity];
        let later = spells.partition_point(|spell| spell.start <= day);
        spells[..later].last().copied().filter(|spell| spell.covers(day))
    }

    /// Every entity's status on a day.
    pub fn as_of(&self, day: Day) -> Snapshot {
        let spells = (0..self.spells.len()).map(|entity| self.spell_on(entity, day)).collect();
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
        self.counts.chunks(self.statuses.max(1)).map(|counts| counts.iter().sum()).max().unwrap_or(0)
    }

    /// Who has another status on day `b` than on day `a`, in the order of the entities.
    pub fn changes(&self, a: Day, b: Day) -> Vec<Change> {
        let (from, to) = (self.as_of(a), self.as_of(b));
        (0..self.spells.len())
            .map(|entity| Change { entity, from: from.status(entity), to: to.status(entity) })
            .filter(|change| change.from != change.to)
            .collect()
    }
}

fn change_days(spells: &[Vec<Spell>]) -> Vec<Day> {
    let starts: Vec<Day> = spells.iter().flatten().map(|spell| spell.start).collect();
    let mut days: Vec<Day> = in_order(starts.iter().copied()).into_iter().map(|place| starts[place]).collect();
    days.dedup();
    days
}

/// Adds a spell after the others: it ends the last one, replaces one of the same day, or merely confirms it.
fn begin(spells: &mut Vec<Spell>, spell: Spell) {
    if spells.last().is_some_and(|last| last.start == spell.start && last.status != spell.status) {
        spells.pop();
    }
    match spells.last_mut() {
        Some(last) if last.status == spell.status => last.end = None,
        Some(last) => {
            last.end = Some(spell.start);
            spells.push(spell);
        }
        None => spells.push(spell),
    }
}

fn count(spells: &[Spell], days: &[Day], statuses: usize, counts: &mut [u32]) {
    for spell in spells {
        let from = days.partition_point(|day| *day < spell.start);
        let to = spell.end.map_or(days.len(), |end| days.partition_point(|day| *day < end));
        for change in from..to {
            counts[change * statuses + spell.status] += 1;
        }
    }
}
