//! A tile in words: name, status, and since when.

use crate::describe::phrasing::Phrasing;
use crate::describe::records::TaggedText;
use crate::frame::Frame;
use crate::model::entity::EntityId;
use crate::model::index::Snapshot;

/// An entity's name and status: `Australia: Banned since August 2018`.
pub fn tile_name(frame: &Frame<'_>, entity: EntityId) -> TaggedText {
    let phrasing = Phrasing::of(frame);
    let name = phrasing.messages.name(&frame.dataset.entities()[entity]);
    phrasing
        .tagged(phrasing.messages.fill("standing", &[("name", name), ("status", &standing(frame, &phrasing, entity))]))
}

/// A status and since when: `Banned since August 2018`. Of two days that are compared, those of both where they differ.
pub(super) fn standing(frame: &Frame<'_>, phrasing: &Phrasing<'_>, entity: EntityId) -> String {
    match frame.span() {
        Some((before, after)) if before.status(entity) != after.status(entity) => {
            let to = standing_on(frame, phrasing, after, entity);
            let from = phrasing.status(frame, before.status(entity));
            phrasing.messages.fill("turned", &[("from", from), ("to", &to)])
        }
        Some((_, after)) => standing_on(frame, phrasing, after, entity),
        None => standing_on(frame, phrasing, frame.snapshot, entity),
    }
}

fn standing_on(frame: &Frame<'_>, phrasing: &Phrasing<'_>, snapshot: &Snapshot, entity: EntityId) -> String {
    let messages = phrasing.messages;
    let spell = snapshot.spell(entity);
    let word = phrasing.status(frame, spell.map(|spell| spell.status));
    match spell {
        Some(spell) => {
            let since = messages.since(&frame.dataset.events()[spell.event]);
            messages.fill("status_since", &[("status", word), ("since", &since)])
        }
        None if frame.acted(entity).is_some() => {
            let actors = messages.list(&acting(frame, phrasing, entity));
            messages.fill("acted", &[("standing", word), ("actors", &actors)])
        }
        None => word.to_owned(),
    }
}

/// The operators and blocs that act in a country, each with its status: `Orange: Restricted`.
fn acting(frame: &Frame<'_>, phrasing: &Phrasing<'_>, country: EntityId) -> Vec<String> {
    let mut told = Vec::new();
    for actor in frame.index.actors(country) {
        if let Some(status) = frame.snapshot.status(*actor) {
            let name = phrasing.messages.name(&frame.dataset.entities()[*actor]);
            let values = [("name", name), ("status", phrasing.status(frame, Some(status)))];
            told.push(phrasing.messages.fill("standing", &values));
        }
    }
    told
}
