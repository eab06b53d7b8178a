//! The words for a comparison of two days.

use crate::base::date::in_order;
use crate::context::RenderContext;
use crate::describe::phrasing::{Phrasing, tagged};
use crate::describe::records::Moved;
use crate::describe::status::label_of;
use crate::i18n::messages::Messages;
use crate::model::id::StatusId;
use crate::model::index::{Change, Snapshot};

/// `20 October 2019 to 20 October 2020`
pub(super) fn period(messages: &Messages, before: &Snapshot, after: &Snapshot) -> String {
    messages.fill("period", &[("from", &messages.full_day(before.day)), ("to", &messages.full_day(after.day))])
}

/// `12 governments changed: 5 to Banned and 7 to Restricted`
pub(super) fn sentence(
    context: &RenderContext<'_>,
    phrasing: &Phrasing<'_>,
    before: &Snapshot,
    after: &Snapshot,
) -> String {
    let (dataset, messages) = (context.dataset, phrasing.messages);
    let counted = dataset.counted();
    // Entities without weights are counted as entities.
    let changes = before.changes(after);
    let moved = |change: &&Change| dataset.entity(change.entity).kind == counted;
    let weighted = context.view.weighted
        && changes.iter().filter(moved).any(|change| dataset.entity(change.entity).weight() > 0.0);
    // The last element counts the changes to no data.
    let mut to = vec![0.0; dataset.statuses().len() + 1];
    let (mut all, mut sum) = (0, 0.0);
    for change in changes {
        // An entity that does not exist any more is not counted as not documented.
        let entity = dataset.entity(change.entity);
        if entity.kind == counted && context.absence(change.entity, after.day).is_none() {
            let amount = entity.amount(weighted);
            to[change.to.map_or(dataset.statuses().len(), StatusId::index)] += amount;
            sum += amount;
            all += 1;
        }
    }
    let mut clauses = Vec::new();
    for (place, amount) in to.iter().enumerate() {
        if *amount > 0.0 {
            let number = messages.amount(*amount, weighted);
            let status = (place < dataset.statuses().len()).then(|| StatusId::new(place));
            clauses.push(match phrasing.fully_translated {
                true => messages.count(
                    "changed_to",
                    *amount as u32,
                    &[("n", &number), ("status", phrasing.status(context, status))],
                ),
                false => phrasing.count(context, status, &number),
            });
        }
    }
    let (actors, list, n) = (phrasing.actors(context, all), messages.list(&clauses), messages.amount(sum, weighted));
    match all {
        0 if phrasing.fully_translated => messages.fill("unchanged", &[("actors", &actors)]),
        0 => messages.fill("status_count", &[("status", &actors), ("n", &messages.number(0))]),
        _ if phrasing.fully_translated && weighted => {
            let unit = messages.counted(dataset, sum, true);
            messages.fill("weighed_change", &[("n", &n), ("unit", &unit), ("list", &list)])
        }
        _ if phrasing.fully_translated => {
            messages.count("changed", all, &[("n", &n), ("actors", &actors), ("list", &list)])
        }
        _ => list,
    }
}

/// The entities with another status on the later day, the latest change first. Entities whose status ended come last.
pub(super) fn moved(context: &RenderContext<'_>, before: &Snapshot, after: &Snapshot) -> Vec<Moved> {
    let changes = before.changes(after);
    let mut starts = Vec::new();
    for change in &changes {
        // A status that ended has no spell on the later day. The earlier day is used instead, so that the entity comes
        // last.
        starts.push(after.spell(change.entity).map_or(before.day, |spell| spell.start));
    }
    let mut moved = Vec::new();
    for place in in_order(&starts).iter().rev() {
        let change = changes[*place];
        let entity = context.dataset.entity(change.entity);
        let event = after.spell(change.entity).map(|spell| context.dataset.event(spell.event));
        let (from, from_index) = label_of(context, before, change.entity);
        let (to, to_index) = label_of(context, after, change.entity);
        moved.push(Moved {
            entity: entity.id.clone(),
            name: context.messages.name(entity).to_owned(),
            from,
            from_index,
            to,
            to_index,
            date: event.map(|event| context.messages.when(event)),
            day: event.map(|event| event.date.first().number()),
            title: event.map(|event| tagged(context, &event.title)),
        });
    }
    moved
}
