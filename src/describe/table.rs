//! The picture as a table: who has which status since when, who says so, and what came before.

use serde::Serialize;

use crate::context::RenderContext;
use crate::describe::history::entry;
use crate::describe::records::Entry;
use crate::describe::status::number;
use crate::model::id::EntityId;

/// One entity up to the date shown, or between two days that are compared.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Row {
    /// Id of the entity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Of its status on the date, or on the later day; -1 for no data.
    pub index: i32,
    /// Of its status on the earlier day; -1 for no data, and where no two days are compared.
    pub from: i32,
    /// Whether it has come to another status since the earlier day, or else to any at all.
    pub changed: bool,
    /// The events that began its statuses, in order of time, from that of the earlier day on. The last one began the
    /// status that it has, if it has one.
    pub way: Vec<Entry>,
}

/// Everybody who is shown, in the order of the dataset.
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
        let later = before.is_none_or(|before| before.day < spell.start) || past == Some(*spell);
        if later && spell.start <= now.day {
            way.push(entry(context, context.dataset.event(spell.event)));
        }
    }
    let entity = context.dataset.entity(id);
    let (index, from) = (number(now.status(id)), number(past.map(|spell| spell.status)));
    Row {
        id: entity.id.clone(),
        name: context.messages.name(entity).to_owned(),
        changed: index != from || way.len() > usize::from(past.is_some()),
        index,
        from,
        way,
    }
}
