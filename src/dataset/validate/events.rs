//! What happened, to whom, and who says so.

use super::super::findings::{Findings, Trail, help};
use super::super::shape::{CONFIDENCES, DATE_KINDS, LEVELS};
use super::super::suggest::{did_you_mean, one_of};
use super::super::{
    Confidence, Correction, DateKind, Entity, EntityId, EntityKind, Event, Level, Source, Status, StatusId,
};
use super::{date, filled, filled_words, known, text, word, words};
use crate::date::{PartialDate, in_order};
use crate::diagnostic::Fault;
use crate::node::Node;

/// The events in order of their first possible day; of one day, in that of the file.
pub(super) fn events(
    node: &Node,
    root: &Trail<'_>,
    statuses: &[Status],
    entities: &mut [Entity],
    updated: Option<PartialDate>,
    findings: &mut Findings,
) -> Vec<Event> {
    let list = root.field("events");
    let (mut events, mut places, mut days): (Vec<Option<Event>>, _, _) = (Vec::new(), Vec::new(), Vec::new());
    let mut told: Vec<Vec<usize>> = vec![Vec::new(); entities.len()];
    for (index, node) in node.items_of("events").iter().enumerate() {
        let item = list.item(index);
        let Some(event) = event(node, &item, statuses, entities, findings) else { continue };
        if cfg!(explain) {
            timely(&event, updated, &item, findings);
        }
        let earlier = &mut told[event.entity];
        let others = earlier.iter().filter_map(|place| events[*place].as_ref());
        apart(&event, others, &entities[event.entity].id, statuses, &item, findings);
        earlier.push(events.len());
        days.push(event.date.first());
        places.push(index);
        events.push(Some(event));
    }
    let order = in_order(&days);
    let mut ordered = Vec::new();
    for place in &order {
        ordered.extend(events[*place].take());
    }
    if cfg!(explain) {
        unchanged(order.iter().map(|place| places[*place]).zip(&ordered), statuses, &list, findings);
    }
    for (id, entity) in entities.iter_mut().enumerate() {
        entity.shown = entity.tiled || !told[id].is_empty();
    }
    ordered
}

fn event(
    node: &Node,
    item: &Trail<'_>,
    statuses: &[Status],
    entities: &[Entity],
    findings: &mut Findings,
) -> Option<Event> {
    let id = node.text_of("entity").unwrap_or_default();
    let entity = known(id, entities, &item.field("entity"), findings);
    let status = status(node, item, statuses, findings);
    let level = node.text_of("level").map(|_| Level::ALL[word(node, "level", &LEVELS)]);
    let sources: Vec<Source> = node.items_of("sources").iter().map(source).collect();
    let listed = matches!(node.field("sources"), Some(Node::List(_) | Node::Null) | None);
    if sources.is_empty() && listed {
        let name = "name the outlet that reports it";
        match node.text_of("status") {
            Some(_) => findings.error(item, || (Fault::Unsourced, help(name))),
            None => findings.warn(item, || (Fault::UnsourcedNote, help(name))),
        }
    }
    let kind = entities[entity?].kind;
    if status.is_some() && kind == EntityKind::Country && level.is_some_and(|level| level != Level::Government) {
        let instead = "make it an event of the operator or bloc, which acts_in the country";
        findings.error(&item.field("level"), || (Fault::NotGovernment, help(instead)));
    }
    let event = Event {
        entity: entity?,
        date: date(node, "date")?,
        date_kind: DateKind::ALL[word(node, "date_kind", &DATE_KINDS)],
        announced: date(node, "announced"),
        in_force: date(node, "in_force"),
        until: date(node, "until"),
        status,
        level: level.unwrap_or(Level::of(kind)),
        title: filled_words(node, "title", &findings.lang),
        text: words(node, "text", &findings.lang),
        sources,
        confidence: node.text_of("confidence").map(|_| Confidence::ALL[word(node, "confidence", &CONFIDENCES)]),
        caution: words(node, "caution", &findings.lang),
        corrections: node.items_of("corrections").iter().map(|node| correction(node, &findings.lang)).collect(),
    };
    if status.is_none() && event.until.is_some() && node.text_of("status").is_none() {
        findings.error(&item.field("until"), || {
            let fault = Fault::Misplaced { record: "a note", column: "until".to_owned() };
            (fault, help("it is the last day of a status"))
        });
    }
    forwards(&event, item, findings);
    Some(event)
}

fn status(node: &Node, item: &Trail<'_>, statuses: &[Status], findings: &mut Findings) -> Option<StatusId> {
    let id = node.text_of("status").filter(|id| !id.trim().is_empty())?;
    let found = statuses.iter().position(|known| known.id == id);
    if found.is_none() {
        findings.error(&item.field("status"), || {
            let known = statuses.iter().map(|known| known.id.as_str());
            (Fault::UnknownStatus(id.to_owned()), did_you_mean(id, known.clone()).or_else(|| one_of(known)))
        });
    }
    found
}

fn source(node: &Node) -> Source {
    Source { outlet: filled(node, "outlet"), date: date(node, "date"), url: text(node, "url") }
}

fn correction(node: &Node, lang: &str) -> Correction {
    Correction {
        field: filled(node, "field"),
        was: filled(node, "was"),
        now: filled(node, "now"),
        since: date(node, "since"),
        reason: filled_words(node, "reason", lang),
    }
}

/// Notes where an end is over before its start begins.
fn forwards(event: &Event, item: &Trail<'_>, findings: &mut Findings) {
    let date = ("date", Some(event.date));
    let announced = ("announced", event.announced);
    let in_force = ("in_force", event.in_force);
    let until = ("until", event.until);
    for ((start, starts), (end, ends)) in [(date, until), (in_force, until), (announced, in_force)] {
        if let (Some(starts), Some(ends)) = (starts, ends)
            && ends.last() < starts.first()
        {
            findings.error(&item.field(end), || {
                let (end, start) = (format!("{end} {ends}"), format!("{start} {starts}"));
                (Fault::Backwards { end, start }, None)
            });
        }
    }
}

/// Notes what is later than it can be: an event than the dataset, an event than its sources.
fn timely(event: &Event, updated: Option<PartialDate>, item: &Trail<'_>, findings: &mut Findings) {
    if let Some(updated) = updated.filter(|updated| updated.last() < event.date.first()) {
        findings.warn(&item.field("date"), || {
            let fault = Fault::Future(event.date.to_string(), updated.to_string());
            (fault, help("is \"updated\" up to date?"))
        });
    }
    if event.caution.is_some() {
        // What follows has been looked at, and said to the reader.
        return;
    }
    let known = event.announced.unwrap_or(event.date).first();
    let list = item.field("sources");
    for (index, source) in event.sources.iter().enumerate() {
        if let Some(date) = source.date.filter(|date| date.last() < known.min(event.date.first())) {
            let place = list.item(index);
            findings
                .warn(&place.field("date"), || (Fault::EarlySource(date.to_string(), event.date.to_string()), None));
        }
    }
}

/// Notes where an event says what another of the same entity says, or something else on the same date.
fn apart<'a>(
    event: &Event,
    mut others: impl Iterator<Item = &'a Event> + Clone,
    entity: &str,
    statuses: &[Status],
    item: &Trail<'_>,
    findings: &mut Findings,
) {
    let same = |other: &&Event| other.date.names_the_same(event.date) && other.status == event.status;
    if others.clone().any(|other| same(&other) && (event.status.is_some() || other.title == event.title)) {
        findings.error(item, || (Fault::Repeated, help("put all sources into one event")));
        return;
    }
    let Some(second) = event.status else { return };
    let differs = |other: &&Event| other.date.names_the_same(event.date) && other.status.is_some();
    if let Some(first) = others.find(differs).and_then(|other| other.status) {
        findings.error(&item.field("status"), || {
            let (first, second) = (statuses[first].id.clone(), statuses[second].id.clone());
            (Fault::Conflict { entity: entity.to_owned(), date: event.date.to_string(), first, second }, None)
        });
    }
}

/// Notes statuses that hold already.
fn unchanged<'a>(
    events: impl Iterator<Item = (usize, &'a Event)>,
    statuses: &[Status],
    list: &Trail<'_>,
    findings: &mut Findings,
) {
    let mut held: Vec<(EntityId, &Event)> = Vec::new();
    for (index, event) in events {
        let Some(status) = event.status else { continue };
        let before = held.iter_mut().find(|(entity, _)| *entity == event.entity);
        let Some((_, before)) = before else {
            held.push((event.entity, event));
            continue;
        };
        let lapsed = before.until.is_some_and(|until| until.last() < event.date.first());
        let prolongs = event.until.is_some() || before.until.is_some();
        let repeated = before.date.names_the_same(event.date);
        if before.status == event.status && !lapsed && !prolongs && !repeated {
            let instead = "leave the status out: then it is a note";
            let item = list.item(index);
            findings.warn(&item.field("status"), || (Fault::Unchanged(statuses[status].id.clone()), help(instead)));
        }
        *before = event;
    }
}
