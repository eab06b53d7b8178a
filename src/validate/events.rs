//! Events: their dates, entities, statuses and sources.

use std::cmp::Ordering;
use std::mem;

use crate::base::date::{PartialDate, in_order};
use crate::base::order::ordered;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::diagnostics::suggest::{did_you_mean, one_of};
use crate::format::fields::{BASES, CONFIDENCES, DATE_KINDS, LEVELS};
use crate::format::node::{Node, Value};
use crate::model::entity::{Entity, EntityKind};
use crate::model::event::{Basis, Confidence, Correction, DateKind, Event, Level, Source};
use crate::model::id::StatusId;
use crate::model::scope::Scope;
use crate::model::status::Status;
use crate::validate::entities::Entities;
use crate::validate::scopes::scope;
use crate::validate::values::{date, filled, filled_localized, forwards, localized, text, word};

/// The events in the order of their first possible day. Events of the same day keep the order of the file.
pub(crate) fn events(
    node: &Node,
    root: &Trail<'_>,
    (statuses, scopes): (&[Status], &[Scope]),
    entities: &mut Entities,
    updated: Option<PartialDate>,
    findings: &mut Findings,
) -> Vec<Event> {
    let list = root.field("events");
    let nodes = node.items_of("events");
    let (mut events, mut places, mut days) = (Vec::with_capacity(nodes.len()), Vec::new(), Vec::new());
    let mut told = vec![false; entities.all.len()];
    for (index, node) in nodes.iter().enumerate() {
        let item = list.item(index);
        let Some(event) = event(node, &item, (statuses, scopes), entities, findings) else { continue };
        // Warnings cost time and code, and only builds that explain findings can report them.
        if cfg!(explain) {
            timely(&event, updated, &item, findings);
        }
        told[event.entity.index()] = true;
        days.push(event.date.first());
        places.push(index);
        events.push(event);
    }
    let mut order = in_order(&days);
    let places: Vec<usize> = order.iter().map(|place| places[*place]).collect();
    rearrange(&mut events, &mut order);
    let ordered_events = OrderedEvents { events: &events, places: &places, statuses, list: &list };
    ordered_events.apart(&entities.all, findings);
    if cfg!(explain) {
        ordered_events.unchanged(entities.all.len(), findings);
        ordered_events.remote(findings);
    }
    for (entity, told) in entities.all.iter_mut().zip(told) {
        entity.shown = entity.tiled || told;
    }
    events
}

/// Moves events so that each comes from the place that `order` names for it, without a copy of all.
fn rearrange(events: &mut [Event], order: &mut [usize]) {
    for start in 0..order.len() {
        // Each round closes one cycle of the permutation.
        let mut to = start;
        while order[to] != start {
            let from = mem::replace(&mut order[to], to);
            events.swap(to, from);
            to = from;
        }
        order[to] = to;
    }
}

fn event(
    node: &Node,
    item: &Trail<'_>,
    (statuses, scopes): (&[Status], &[Scope]),
    entities: &Entities,
    findings: &mut Findings,
) -> Option<Event> {
    let id = node.text_of("entity").unwrap_or_default();
    let entity = entities.known(id, &item.field("entity"), findings);
    let status = status(node, item, statuses, findings);
    let scope = scope(node, item, scopes, findings);
    let level = node.text_of("level").map(|_| Level::ALL[word(node, "level", &LEVELS)]);
    let sources: Vec<Source> = node.items_of("sources").iter().map(source).collect();
    // A value of the wrong type has a finding already. A second one about missing sources would mislead.
    let listed = node.field("sources").is_none_or(|node| matches!(node.value, Value::List(_) | Value::Null));
    if sources.is_empty() && listed {
        let name = "add a source with the outlet that reports the event";
        match node.text_of("status") {
            Some(_) => findings.error(item, || (Fault::Unsourced, help(name))),
            None => findings.warn(item, || (Fault::UnsourcedNote, help(name))),
        }
    }
    let kind = entities.all[entity?.index()].kind;
    if status.is_some() && kind == EntityKind::Country && level.is_some_and(|level| level != Level::Government) {
        let instead = "make it an event of the company or bloc, and name the country in its \"acts_in\"";
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
        basis: node.text_of("basis").map(|_| Basis::ALL[word(node, "basis", &BASES)]),
        scope,
        title: filled_localized(node, "title", &findings.lang),
        text: localized(node, "text", &findings.lang),
        sources,
        confidence: node.text_of("confidence").map(|_| Confidence::ALL[word(node, "confidence", &CONFIDENCES)]),
        caution: localized(node, "caution", &findings.lang),
        corrections: node.items_of("corrections").iter().map(|node| correction(node, &findings.lang)).collect(),
    };
    if status.is_none() && event.until.is_some() && node.text_of("status").is_none() {
        findings.error(&item.field("until"), || {
            let fault = Fault::Misplaced { record: "a note", column: "until".to_owned() };
            (fault, help("remove \"until\", or add the status that ends on this day"))
        });
    }
    let date = ("date", Some(event.date));
    let (announced, in_force) = (("announced", event.announced), ("in_force", event.in_force));
    let until = ("until", event.until);
    for (start, end) in [(date, until), (in_force, until), (announced, in_force)] {
        forwards(start, end, item, findings);
    }
    if status.is_some() {
        alive(&event, &entities.all[event.entity.index()], item, findings);
    }
    Some(event)
}

fn status(node: &Node, item: &Trail<'_>, statuses: &[Status], findings: &mut Findings) -> Option<StatusId> {
    let id = node.text_of("status").filter(|id| !id.trim().is_empty())?;
    let found = statuses.iter().position(|known| known.id == id).map(StatusId::new);
    if found.is_none() {
        findings.error(&item.field("status"), || {
            let known = statuses.iter().map(|known| known.id.as_str());
            (
                Fault::UnknownStatus(id.to_owned()),
                did_you_mean(id, &mut known.clone()).or_else(|| one_of(&mut known.clone())),
            )
        });
    }
    found
}

pub(super) fn source(node: &Node) -> Source {
    Source { outlet: filled(node, "outlet"), date: date(node, "date"), url: text(node, "url") }
}

fn correction(node: &Node, lang: &str) -> Correction {
    Correction {
        field: filled(node, "field"),
        was: filled(node, "was"),
        now: filled(node, "now"),
        since: date(node, "since"),
        reason: filled_localized(node, "reason", lang),
    }
}

/// Notes a status on a date on which its entity does not exist.
fn alive(event: &Event, entity: &Entity, item: &Trail<'_>, findings: &mut Findings) {
    for (name, date) in [("date", Some(event.date)), ("until", event.until)] {
        if let Some(date) = date
            && let Some(field) = entity.lifetime.excludes(date)
        {
            findings.error(&item.field(name), || {
                let limit = if field == "from" { entity.lifetime.from() } else { entity.lifetime.until() };
                let (entity, date) = (entity.id.clone(), date.to_string());
                let either = format!("correct the date of the event, or \"{field}\" of the entity");
                let limit = limit.map(|limit| limit.to_string()).unwrap_or_default();
                (Fault::Absent { entity, date, field, limit }, Some(either))
            });
        }
    }
}

/// Warns of dates that are too late: an event after the date of the dataset, or an event after the date of its source.
fn timely(event: &Event, updated: Option<PartialDate>, item: &Trail<'_>, findings: &mut Findings) {
    if let Some(updated) = updated.filter(|updated| updated.last() < event.date.first()) {
        findings.warn(&item.field("date"), || {
            let fault = Fault::Future(event.date.to_string(), updated.to_string());
            (fault, help("correct the date, or set \"updated\" to a later date"))
        });
    }
    if event.caution.is_some() {
        // The editor has noticed a conflict and explains it to readers.
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

/// The number of days between a last event and the one before, from which on its year may be mistyped: 40 years.
const REMOTE: i32 = 40 * 365;

/// Events in order of time, each with its place in the file.
struct OrderedEvents<'a> {
    events: &'a [Event],
    places: &'a [usize],
    statuses: &'a [Status],
    list: &'a Trail<'a>,
}

impl OrderedEvents<'_> {
    /// Reports duplicate events of an entity, and different statuses on the same date.
    ///
    /// The events are sorted by entity, date, status and, for notes, title. Duplicates are then neighbours.
    fn apart(&self, entities: &[Entity], findings: &mut Findings) {
        // The numbers decide nearly always. They lie side by side, the events do not.
        let mut numbers = Vec::with_capacity(self.events.len());
        for event in self.events {
            numbers.push((event.entity, event.date.name(), event.status.map_or(0, |status| status.index() + 1)));
        }
        let note = |place: usize| {
            let event = &self.events[place];
            if event.status.is_none() { event.title.own() } else { "" }
        };
        let after = |a: usize, b: usize| match numbers[a].cmp(&numbers[b]) {
            Ordering::Equal => note(a) > note(b),
            order => order.is_gt(),
        };
        for pair in ordered(self.events.len(), &after).windows(2) {
            let (before, after) = (numbers[pair[0]], numbers[pair[1]]);
            // A finding is about the event that comes later in the file.
            let [first, second] = if pair[0] < pair[1] { [pair[0], pair[1]] } else { [pair[1], pair[0]] };
            let item = self.list.item(self.places[second]);
            if before == after && note(pair[0]) == note(pair[1]) {
                findings.error(&item, || (Fault::Repeated, help("write one event with all sources")));
            } else if (before.0, before.1) == (after.0, after.1)
                && before.2 > 0
                // Of a month or a year the order of the file is that of time.
                && self.events[second].date.day().is_some()
            {
                findings.error(&item.field("status"), || {
                    let status = |place: usize| {
                        self.events[place].status.map_or("", |id| &self.statuses[id.index()].id).to_owned()
                    };
                    let (entity, date) = (entities[after.0.index()].id.clone(), self.events[second].date.to_string());
                    (Fault::Conflict { entity, date, first: status(first), second: status(second) }, None)
                });
            }
        }
    }

    /// Notes a last event that is so much later than all others that its year may be mistyped.
    fn remote(&self, findings: &mut Findings) {
        let [.., before, last] = self.events else { return };
        let (date, nearest) = (last.date, before.date);
        if date.first().since(nearest.last()) < REMOTE {
            return;
        }
        let Some(place) = self.places.last() else { return };
        findings.warn(&self.list.item(*place).field("date"), || {
            let fault = Fault::Remote(date.to_string(), nearest.to_string());
            (fault, help("correct the year if it is mistyped: the timeline reaches to this date"))
        });
    }

    /// Notes statuses that hold already.
    fn unchanged(&self, entities: usize, findings: &mut Findings) {
        let mut held: Vec<Option<&Event>> = vec![None; entities];
        for (event, place) in self.events.iter().zip(self.places) {
            let Some(status) = event.status else { continue };
            let Some(before) = held[event.entity.index()].replace(event) else { continue };
            let lapsed = before.until.is_some_and(|until| until.last() < event.date.first());
            // A last day makes a status longer or shorter, so the event is not superfluous.
            let prolongs = event.until.is_some() || before.until.is_some();
            let repeated = before.date.names_the_same(event.date);
            // On another basis, or for another scope, the status is a new fact.
            let widens = event.basis.is_some() && event.basis != before.basis
                || !event.scope.is_empty() && event.scope != before.scope;
            if before.status == event.status && !lapsed && !prolongs && !repeated && !widens {
                let instead = "remove the status, so that the event is a note";
                let item = self.list.item(*place);
                findings.warn(&item.field("status"), || {
                    (Fault::Unchanged(self.statuses[status.index()].id.clone()), help(instead))
                });
            }
        }
    }
}
