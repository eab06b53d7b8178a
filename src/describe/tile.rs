//! A tile in words: the name, the status, and the date since which it holds.

use crate::context::RenderContext;
use crate::describe::grounds::of_spell;
use crate::describe::phrasing::Phrasing;
use crate::describe::records::TaggedText;
use crate::model::id::EntityId;
use crate::model::index::{Snapshot, Spell};

/// The name and the status of an entity: `Australia: Banned since August 2018`. A row also has its first status, if
/// this status is different: `Canada: Banned since May 2022; first: Permitted since 2019`.
pub fn tile_name(context: &RenderContext<'_>, entity: EntityId) -> TaggedText {
    let phrasing = Phrasing::of(context);
    let messages = phrasing.messages;
    let mut status = standing(context, &phrasing, entity);
    if context.layout.map.lanes.is_some() {
        let now = context.span().map_or(context.snapshot, |(_, after)| after).spell(entity).map(|spell| spell.start);
        let first = context.index.spells(entity).first().filter(|spell| spell.is_within(context.view.domain));
        if let Some(first) = first.filter(|first| now != Some(first.start)) {
            let first = since(context, &phrasing, *first);
            status = messages.fill("first", &[("standing", &status), ("first", &first)]);
        }
    }
    let name = messages.name(context.dataset.entity(entity));
    phrasing.tagged(messages.fill("standing", &[("name", name), ("status", &status)]))
}

/// The status, its date and what it rests on: `Banned since August 2018 · rule · core network`. During a comparison:
/// the statuses of both days, if they differ.
pub(super) fn standing(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, entity: EntityId) -> String {
    match context.span() {
        Some((before, after)) if before.status(entity) != after.status(entity) => {
            let to = standing_on(context, phrasing, after, entity);
            let from = word_on(context, phrasing, before, entity);
            phrasing.messages.fill("turned", &[("from", &from), ("to", &to)])
        }
        Some((_, after)) => standing_on(context, phrasing, after, entity),
        None => standing_on(context, phrasing, context.snapshot, entity),
    }
}

/// The label of the status on a day, or that the entity does not exist on this day.
pub(super) fn word_on(
    context: &RenderContext<'_>,
    phrasing: &Phrasing<'_>,
    snapshot: &Snapshot,
    entity: EntityId,
) -> String {
    match context.absence(entity, snapshot.day) {
        Some(absence) => phrasing.messages.absence(absence),
        None => phrasing.status(context, snapshot.status(entity)).to_owned(),
    }
}

fn standing_on(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, snapshot: &Snapshot, entity: EntityId) -> String {
    let messages = phrasing.messages;
    let word = word_on(context, phrasing, snapshot, entity);
    match snapshot.spell(entity) {
        Some(spell) => {
            let since = since(context, phrasing, spell);
            of_spell(context, phrasing, spell, snapshot.day, vec![since])
        }
        None if context.acted(entity).is_some() => {
            let actors = messages.list(&acting(context, phrasing, entity));
            messages.fill("acted", &[("standing", &word), ("actors", &actors)])
        }
        None => word,
    }
}

/// The status of a spell and its date.
fn since(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, spell: Spell) -> String {
    let since = phrasing.messages.since(context.dataset.event(spell.event));
    let status = phrasing.status(context, Some(spell.status));
    phrasing.messages.fill("status_since", &[("status", status), ("since", &since)])
}

/// The companies and blocs that act in a country, each with its status: `Orange: Restricted`. Those without a status
/// are left out.
fn acting(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, country: EntityId) -> Vec<String> {
    let mut told = Vec::new();
    for actor in context.index.actors(country) {
        if let Some(status) = context.snapshot.status(*actor) {
            let name = phrasing.messages.name(context.dataset.entity(*actor));
            let values = [("name", name), ("status", phrasing.status(context, Some(status)))];
            told.push(phrasing.messages.fill("standing", &values));
        }
    }
    told
}
