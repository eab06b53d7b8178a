//! The figure as a table: the status of each entity, the date since which it holds, its sources, and the earlier
//! statuses.

use serde::Serialize;

use crate::context::RenderContext;
use crate::describe::grounds;
use crate::describe::history::entry;
use crate::describe::records::{Entry, TaggedText};
use crate::describe::status::number;
use crate::model::id::EntityId;

/// A row of the table: one entity up to the current date, or between two compared days.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Row {
    /// The id of the entity.
    pub id: String,
    /// The name of the entity.
    pub name: String,
    /// The index of its status on the date, or on the later day of a comparison; -1 for no data.
    pub index: i32,
    /// What that status rests on, and the date of its last evidence if that is old.
    pub grounds: Option<TaggedText>,
    /// The index of its status on the earlier day; -1 for no data and without a comparison.
    pub from: i32,
    /// That it does not exist on that day, in words; empty if it does.
    pub absent: String,
    /// That it does not exist on the earlier day, in words; empty if it does, and without a
    /// comparison the same as `absent`.
    pub absent_before: String,
    /// Whether its status changed after the earlier day. Without a comparison: whether it ever had a status.
    pub changed: bool,
    /// The events that set its statuses, in chronological order. During a comparison the list begins with the status of
    /// the earlier day. The last event set the current status, if there is one.
    pub way: Vec<Entry>,
}

/// The rows of all entities that the figure shows, in the order of the dataset.
pub fn table(context: &RenderContext<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for id in context.dataset.entity_ids() {
        if context.dataset.entity(id).shown {
            rows.push(row(context, id));
        }
    }
    rows
}

fn row(context: &RenderContext<'_>, id: EntityId) -> Row {
    let span = context.span();
    let (before, now) = (span.map(|(before, _)| before), span.map_or(context.snapshot, |(_, after)| after));
    let past = before.and_then(|before| before.spell(id));
    let mut way = Vec::new();
    for spell in context.index.spells(id) {
        // The spell of the earlier day begins before that day, and is the first entry of the row.
        let later = before.is_none_or(|before| before.day < spell.start) || past == Some(*spell);
        if later && spell.start <= now.day {
            way.push(entry(context, context.dataset.event(spell.event)));
        }
    }
    let entity = context.dataset.entity(id);
    let absent = |day| context.absence(id, day).map(|why| context.messages.absence(why)).unwrap_or_default();
    let (index, from) = (number(now.status(id)), number(past.map(|spell| spell.status)));
    Row {
        id: entity.id.clone(),
        name: context.messages.name(entity).to_owned(),
        changed: index != from || way.len() > usize::from(past.is_some()),
        index,
        grounds: grounds::of_status(context, now, id),
        from,
        absent: absent(now.day),
        absent_before: absent(before.unwrap_or(now).day),
        way,
    }
}
