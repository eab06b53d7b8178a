//! The history of one entity: its status and its events with their sources.

use crate::context::RenderContext;
use crate::describe::grounds;
use crate::describe::phrasing::{Phrasing, maybe_tagged, tagged, title};
use crate::describe::records::{EntityHistory, Entry, NewestEvents, Related, SourceLine, TaggedText};
use crate::describe::status::{label, label_of, number};
use crate::model::event::{Confidence, Correction, Event, Level, Source};
use crate::model::id::EntityId;
use crate::model::index::Spell;

/// The maximal number of events in a history. For thousands of events, browsers would need seconds.
const MOST: usize = 500;

pub(super) fn history(context: &RenderContext<'_>, id: EntityId) -> EntityHistory {
    let entity = context.dataset.entity(id);
    let spell = context.snapshot.spell(id);
    let mut others = Vec::new();
    // One of the two lists is empty, because only companies and blocs act, and they act only in countries.
    for list in &[&entity.acts_in, context.index.actors(id)] {
        for other in *list {
            others.push(related(context, *other));
        }
    }
    let grounds = grounds::of_status(context, context.snapshot, id);
    let Related { id, name, status, index } = related(context, id);
    EntityHistory {
        id,
        name,
        kind: entity.kind,
        status,
        index,
        since: spell.map(|spell| since(context, spell)),
        grounds,
        footnote: maybe_tagged(context, &entity.footnote),
        related: others,
    }
}

/// The newest events of the entity whose history is open; empty if none is.
pub(crate) fn newest(context: &RenderContext<'_>) -> NewestEvents {
    let (mut entries, mut left) = (Vec::new(), 0);
    for event in context.dataset.events().iter().rev() {
        if context.view.selected != Some(event.entity) {
            continue;
        }
        if entries.len() < MOST {
            entries.push(entry(context, event));
        } else {
            left += 1;
        }
    }
    NewestEvents { entries, left }
}

fn related(context: &RenderContext<'_>, id: EntityId) -> Related {
    let entity = context.dataset.entity(id);
    let (status, index) = label_of(context, context.snapshot, id);
    Related { id: entity.id.clone(), name: context.messages.name(entity).to_owned(), status, index }
}

pub(super) fn entry(context: &RenderContext<'_>, event: &Event) -> Entry {
    let entity = context.dataset.entity(event.entity);
    Entry {
        entity: entity.id.clone(),
        name: context.messages.name(entity).to_owned(),
        iso: event.date.to_string(),
        day: event.date.first().number(),
        last: event.date.last().number(),
        date: context.messages.when(event),
        status: event.status.map(|status| label(context, Some(status))),
        index: number(event.status),
        grounds: grounds::of_event(context, event),
        title: title(context, event),
        text: maybe_tagged(context, &event.text),
        terms: terms(context, event),
        caution: maybe_tagged(context, &event.caution),
        corrections: corrections(context, event),
        sources: event.sources.iter().map(|source| source_line(context, source)).collect(),
    }
}

/// The terms of an event: its other dates, its confidence if that is not high, and who decided if the kind of the
/// entity does not show it.
fn terms(context: &RenderContext<'_>, event: &Event) -> Vec<String> {
    let messages = context.messages;
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
    if event.level != Level::of(context.dataset.entity(event.entity).kind) {
        // In the order of `Level`.
        say(["level.government", "level.bloc", "level.operator"][event.level as usize]);
    }
    terms
}

/// The corrections of an event, each as one sentence. If the reason is in another language than the sentence, it is a
/// second text, because a sentence never mixes two languages.
fn corrections(context: &RenderContext<'_>, event: &Event) -> Vec<TaggedText> {
    let mut told = Vec::new();
    for Correction { field, was, now, since, reason } in &event.corrections {
        let phrasing = Phrasing::with(context, reason);
        let since = since.map(|since| phrasing.messages.date(since));
        let key = if since.is_some() { "correction_since" } else { "correction" };
        let since = since.unwrap_or_default();
        let why = if phrasing.fully_translated { reason.nearest(phrasing.messages.lang()) } else { "" };
        let values = [("field", field.as_str()), ("was", was), ("now", now), ("since", &since), ("reason", why)];
        let mut text = phrasing.messages.fill(key, &values);
        // The pattern ends with a space before the reason, which is empty here.
        if !phrasing.fully_translated && text.ends_with(' ') {
            text.pop();
        }
        told.push(phrasing.tagged(text));
        if !phrasing.fully_translated {
            told.push(tagged(context, reason));
        }
    }
    told
}

fn source_line(context: &RenderContext<'_>, source: &Source) -> SourceLine {
    SourceLine {
        outlet: context.messages.fill("outlet", &[("name", &source.outlet)]),
        date: source.date.map(|date| context.messages.date(date)),
        url: source.url.clone(),
    }
}

pub(super) fn since(context: &RenderContext<'_>, spell: Spell) -> String {
    context.messages.since(context.dataset.event(spell.event))
}
