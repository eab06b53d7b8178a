//! The history of one entity: its status, and its events with their sources.

use crate::describe::phrasing::{Phrasing, maybe_tagged, tagged};
use crate::describe::records::{EntityHistory, Entry, Related, SourceLine, TaggedText};
use crate::describe::status::{label, number};
use crate::frame::Frame;
use crate::model::entity::EntityId;
use crate::model::event::{Confidence, Correction, Event, Level, Source};
use crate::model::index::Spell;

pub(super) fn history(frame: &Frame<'_>, id: EntityId) -> EntityHistory {
    let entity = &frame.dataset.entities()[id];
    let spell = frame.snapshot.spell(id);
    let (mut others, mut entries) = (Vec::new(), Vec::new());
    for list in &[&entity.acts_in, frame.index.actors(id)] {
        for other in *list {
            others.push(related(frame, *other));
        }
    }
    for event in frame.dataset.events_of(id).rev() {
        entries.push(entry(frame, event));
    }
    let Related { id, name, status, index } = related(frame, id);
    EntityHistory {
        id,
        name,
        kind: entity.kind,
        status,
        index,
        since: spell.map(|spell| since(frame, spell)),
        footnote: maybe_tagged(frame, &entity.footnote),
        related: others,
        entries,
    }
}

fn related(frame: &Frame<'_>, id: EntityId) -> Related {
    let entity = &frame.dataset.entities()[id];
    let status = frame.snapshot.status(id);
    Related {
        id: entity.id.clone(),
        name: frame.messages.name(entity).to_owned(),
        status: label(frame, status),
        index: number(status),
    }
}

pub(super) fn entry(frame: &Frame<'_>, event: &Event) -> Entry {
    let entity = &frame.dataset.entities()[event.entity];
    let first = event.date.first();
    Entry {
        entity: entity.id.clone(),
        name: frame.messages.name(entity).to_owned(),
        iso: event.date.to_string(),
        day: first.number(),
        date: frame.messages.when(event),
        future: first > frame.view.day,
        status: event.status.map(|status| label(frame, Some(status))),
        index: number(event.status),
        title: tagged(frame, &event.title),
        text: maybe_tagged(frame, &event.text),
        terms: terms(frame, event),
        caution: maybe_tagged(frame, &event.caution),
        corrections: corrections(frame, event),
        sources: event.sources.iter().map(|source| source_line(frame, source)).collect(),
    }
}

fn terms(frame: &Frame<'_>, event: &Event) -> Vec<String> {
    let messages = frame.messages;
    let mut terms = Vec::new();
    for (key, date) in &[("announced", event.announced), ("in_force", event.in_force), ("until", event.until)] {
        if let Some(date) = date {
            terms.push(messages.fill(key, &[("date", &messages.date(*date))]));
        }
    }
    let mut say = |key| terms.push(messages.text(key).to_owned());
    match event.confidence {
        Some(Confidence::Medium) => say("confidence.medium"),
        Some(Confidence::Low) => say("confidence.low"),
        _ => {}
    }
    if event.level != Level::of(frame.dataset.entities()[event.entity].kind) {
        say(["level.government", "level.bloc", "level.operator"][event.level as usize]);
    }
    terms
}

/// What was corrected and why: in a sentence each, or in two where the reason is in a language of its own.
fn corrections(frame: &Frame<'_>, event: &Event) -> Vec<TaggedText> {
    let mut told = Vec::new();
    for Correction { field, was, now, since, reason } in &event.corrections {
        let phrasing = Phrasing::with(frame, reason);
        let since = since.map(|since| phrasing.messages.date(since));
        let key = if since.is_some() { "correction_since" } else { "correction" };
        let since = since.unwrap_or_default();
        let why = if phrasing.fully_translated { reason.nearest(phrasing.messages.lang()) } else { "" };
        let values = [("field", field.as_str()), ("was", was), ("now", now), ("since", &since), ("reason", why)];
        let mut text = phrasing.messages.fill(key, &values);
        if !phrasing.fully_translated && text.ends_with(' ') {
            text.pop();
        }
        told.push(phrasing.tagged(text));
        if !phrasing.fully_translated {
            told.push(tagged(frame, reason));
        }
    }
    told
}

fn source_line(frame: &Frame<'_>, source: &Source) -> SourceLine {
    SourceLine {
        outlet: frame.messages.fill("outlet", &[("name", &source.outlet)]),
        date: source.date.map(|date| frame.messages.date(date)),
        url: source.url.clone(),
    }
}

pub(super) fn since(frame: &Frame<'_>, spell: Spell) -> String {
    frame.messages.since(&frame.dataset.events()[spell.event])
}
