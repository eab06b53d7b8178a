//! The picture in words and figures: for the shell's panels, for assistive technology, for the command line.

mod comparison;
mod records;
mod story;
mod table;
mod voice;

use crate::dataset::{Confidence, Correction, DateKind, EntityId, Event, Level, NO_DATA, Source, StatusId};
use crate::date::Day;
use crate::frame::Frame;
use crate::geom::Rect;
use crate::index::{Snapshot, Spell};
use crate::view::{Part, Target};
use voice::{Voice, maybe_said, said};

pub use records::{
    Card, Comparison, Description, Entry, LegendItem, Moved, Range, Related, Roll, RollEntry, RollSource, Said,
    SourceLine, Step, Tip, Tour,
};
pub use table::{Row, table};

/// How many of the latest changes are told.
const LATEST: usize = 8;
/// How far from the pointer an event tick is still meant, in CSS pixels.
const REACH: f64 = 4.0;
/// How many events of one place of the timeline are told.
const TOLD: usize = 4;

/// The date, or both that are compared, and the sentence that is true of it, each in words.
pub fn headline(frame: &Frame<'_>) -> (String, String) {
    let voice = Voice::of(frame);
    let heading = match frame.span() {
        Some((before, after)) => comparison::period(frame, before, after),
        None => frame.messages.full_day(frame.view.day),
    };
    (heading, shown(frame, &voice, &sentence(frame, &voice)))
}

/// The sentence about the day or about both that are compared, as all sentences here without its stop.
fn sentence(frame: &Frame<'_>, voice: &Voice<'_>) -> String {
    match frame.span() {
        Some((before, after)) => comparison::sentence(frame, voice, before, after),
        None => holding(frame, voice, frame.view.day),
    }
}

/// The same as it is read, with what only the eye needs.
fn shown(frame: &Frame<'_>, voice: &Voice<'_>, sentence: &str) -> String {
    match frame.compared {
        Some(_) => voice.stop(&voice.messages.fill("strip", &[("sentence", sentence)])),
        None => voice.stop(sentence),
    }
}

/// `9 governments ban Huawei, 6 restrict it and 8 are still deciding`
fn holding(frame: &Frame<'_>, voice: &Voice<'_>, day: Day) -> String {
    clauses(frame, voice, day).unwrap_or_else(|| voice.messages.text("nothing").to_owned())
}

/// A day and what holds on it, as it is read aloud.
fn spoken(voice: &Voice<'_>, day: Day, sentence: &str) -> Said {
    voice.said(voice.stop(&voice.after(&voice.messages.full_day(day), sentence)))
}

/// How many have each status on a day, in the order of the dataset; `None` where nobody has one.
fn clauses(frame: &Frame<'_>, voice: &Voice<'_>, day: Day) -> Option<String> {
    let messages = voice.messages;
    let mut clauses = Vec::new();
    for (place, count) in frame.index.counts(day).iter().enumerate() {
        let status = &frame.dataset.statuses()[place];
        if *count == 0 {
            continue;
        }
        let pattern = if clauses.is_empty() { &status.lead } else { &status.clause };
        clauses.push(match pattern {
            Some(pattern) if voice.fluent => messages.plural(pattern, *count),
            _ => voice.count(frame, Some(place), *count),
        });
    }
    (!clauses.is_empty()).then(|| messages.list(&clauses))
}

/// The statuses with their counts, on both days where two are compared; no data last.
pub fn legend(frame: &Frame<'_>) -> Vec<LegendItem> {
    let span = frame.span().map(|(before, after)| (before.day, after.day));
    let before = span.map(|(day, _)| counts(frame, day));
    let after = counts(frame, span.map_or(frame.view.day, |(_, day)| day));
    let all = after.iter().sum();
    let mut items = Vec::new();
    for (place, count) in after.iter().enumerate() {
        let status = frame.dataset.statuses().get(place);
        items.push(LegendItem {
            id: status.map_or(NO_DATA, |status| &status.id).to_owned(),
            label: label(frame, status.map(|_| place)),
            count: *count,
            before: before.as_ref().map(|before| before[place]),
            most: status.map_or(all, |_| frame.index.most()),
            index: status.map_or(-1, |_| place as i32),
        });
    }
    items
}

/// How many of those that are counted have each status on a day, and last how many have none.
fn counts(frame: &Frame<'_>, day: Day) -> Vec<u32> {
    let dataset = frame.dataset;
    let counted = dataset.counted();
    let all = dataset.entities().iter().filter(|entity| entity.kind == counted && entity.shown).count() as u32;
    let mut counts = frame.index.counts(day).to_vec();
    counts.push(all - counts.iter().sum::<u32>());
    counts
}

/// Everything that stands beside the picture.
pub fn description(frame: &Frame<'_>) -> Description {
    let voice = Voice::of(frame);
    let sentence = sentence(frame, &voice);
    let span = frame.span();
    let (view, dataset) = (frame.view, frame.dataset);
    let days = frame.index.change_days();
    let held = view.held_day();
    let id = |entity: EntityId| dataset.entities()[entity].id.clone();
    Description {
        lang: frame.messages.lang().to_owned(),
        title: said(frame, dataset.title()),
        iso: view.day.to_string(),
        spoken: spoken(&voice, view.day, &sentence),
        date: frame.messages.full_day(view.day),
        period: span.map(|(before, after)| comparison::period(frame, before, after)),
        sentence: voice.said(shown(frame, &voice, &sentence)),
        story: story::story(frame),
        compare: view.other.map(|other| compare(frame, &voice, other)),
        moved: span.map(|(before, after)| comparison::moved(frame, before, after)),
        tour: tour(frame),
        moving: frame.motion.is_moving(),
        range: Range { min: view.domain.0.number(), max: view.domain.1.number(), value: view.day.number() },
        playing: view.playing,
        filter: view.filter.map(|status| dataset.statuses()[status].id.clone()),
        has_previous: days.iter().any(|day| view.domain.0 <= *day && *day < held),
        has_next: days.iter().any(|day| held < *day && *day <= view.domain.1),
        legend: legend(frame),
        changes: latest(frame),
        selected: view.selected.map(|entity| card(frame, entity)),
        footnotes: footnotes(frame),
        license: dataset.license().map(|words| said(frame, words)),
        unfolded: view.unfolded,
        focus: view.focus.map(id),
    }
}

fn compare(frame: &Frame<'_>, voice: &Voice<'_>, day: Day) -> Comparison {
    Comparison {
        iso: day.to_string(),
        spoken: spoken(voice, day, &holding(frame, voice, day)),
        date: frame.messages.full_day(day),
        value: day.number(),
        held: frame.view.held,
    }
}

fn tour(frame: &Frame<'_>) -> Option<Tour> {
    let mut steps = Vec::new();
    for stop in frame.dataset.tour() {
        let date = frame.messages.date(stop.date);
        steps.push(Step { date, title: said(frame, &stop.title), text: maybe_said(frame, &stop.text) });
    }
    (!steps.is_empty()).then_some(Tour { index: frame.view.step, steps })
}

fn latest(frame: &Frame<'_>) -> Vec<Entry> {
    let mut latest = Vec::new();
    for event in frame.dataset.events().iter().rev() {
        if event.date.first() <= frame.view.day && event.status.is_some() && latest.len() < LATEST {
            latest.push(entry(frame, event));
        }
    }
    latest
}

/// `Taiwan: …`
fn footnotes(frame: &Frame<'_>) -> Vec<Said> {
    let mut footnotes = Vec::new();
    for entity in frame.dataset.entities() {
        if let (true, Some(words)) = (entity.shown, &entity.footnote) {
            let messages = Voice::with(frame, words).messages;
            let values = [("name", messages.name(entity)), ("status", words.nearest(messages.lang()))];
            let Said { lang, .. } = said(frame, words);
            footnotes.push(Said { text: messages.fill("standing", &values), lang });
        }
    }
    footnotes
}

fn card(frame: &Frame<'_>, id: EntityId) -> Card {
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
    Card {
        id,
        name,
        kind: entity.kind,
        status,
        index,
        since: spell.map(|spell| since(frame, spell)),
        footnote: maybe_said(frame, &entity.footnote),
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

fn entry(frame: &Frame<'_>, event: &Event) -> Entry {
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
        title: said(frame, &event.title),
        text: maybe_said(frame, &event.text),
        terms: terms(frame, event),
        caution: maybe_said(frame, &event.caution),
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
fn corrections(frame: &Frame<'_>, event: &Event) -> Vec<Said> {
    let mut told = Vec::new();
    for Correction { field, was, now, since, reason } in &event.corrections {
        let voice = Voice::with(frame, reason);
        let since = since.map(|since| voice.messages.date(since));
        let key = if since.is_some() { "correction_since" } else { "correction" };
        let since = since.unwrap_or_default();
        let why = if voice.fluent { reason.nearest(voice.messages.lang()) } else { "" };
        let values = [("field", field.as_str()), ("was", was), ("now", now), ("since", &since), ("reason", why)];
        let mut text = voice.messages.fill(key, &values);
        if !voice.fluent && text.ends_with(' ') {
            text.pop();
        }
        told.push(voice.said(text));
        if !voice.fluent {
            told.push(said(frame, reason));
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

fn label(frame: &Frame<'_>, status: Option<StatusId>) -> Said {
    match status {
        Some(status) => said(frame, &frame.dataset.statuses()[status].label),
        None => Said { text: frame.messages.text("no_data").to_owned(), lang: None },
    }
}

fn number(status: Option<StatusId>) -> i32 {
    status.map_or(-1, |status| status as i32)
}

fn since(frame: &Frame<'_>, spell: Spell) -> String {
    frame.messages.since(&frame.dataset.events()[spell.event])
}

/// An entity's name and status: `Australia: Banned since August 2018`.
pub fn tile_name(frame: &Frame<'_>, entity: EntityId) -> Said {
    let voice = Voice::of(frame);
    let name = voice.messages.name(&frame.dataset.entities()[entity]);
    voice.said(voice.messages.fill("standing", &[("name", name), ("status", &standing(frame, &voice, entity))]))
}

/// A status and since when: `Banned since August 2018`. Of two days that are compared, those of both where they differ.
fn standing(frame: &Frame<'_>, voice: &Voice<'_>, entity: EntityId) -> String {
    match frame.span() {
        Some((before, after)) if before.status(entity) != after.status(entity) => {
            let to = standing_on(frame, voice, after, entity);
            let from = voice.status(frame, before.status(entity));
            voice.messages.fill("turned", &[("from", from), ("to", &to)])
        }
        Some((_, after)) => standing_on(frame, voice, after, entity),
        None => standing_on(frame, voice, frame.snapshot, entity),
    }
}

fn standing_on(frame: &Frame<'_>, voice: &Voice<'_>, snapshot: &Snapshot, entity: EntityId) -> String {
    let messages = voice.messages;
    let spell = snapshot.spell(entity);
    let word = voice.status(frame, spell.map(|spell| spell.status));
    match spell {
        Some(spell) => {
            let since = messages.since(&frame.dataset.events()[spell.event]);
            messages.fill("status_since", &[("status", word), ("since", &since)])
        }
        None if frame.acted(entity).is_some() => {
            let actors = messages.list(&acting(frame, voice, entity));
            messages.fill("acted", &[("standing", word), ("actors", &actors)])
        }
        None => word.to_owned(),
    }
}

/// The operators and blocs that act in a country, each with its status: `Orange: Restricted`.
fn acting(frame: &Frame<'_>, voice: &Voice<'_>, country: EntityId) -> Vec<String> {
    let mut told = Vec::new();
    for actor in frame.index.actors(country) {
        if let Some(status) = frame.snapshot.status(*actor) {
            let name = voice.messages.name(&frame.dataset.entities()[*actor]);
            let values = [("name", name), ("status", voice.status(frame, Some(status)))];
            told.push(voice.messages.fill("standing", &values));
        }
    }
    told
}

/// What is told of the thing that the pointer is at, else of the one that the ring is on.
pub fn tip(frame: &Frame<'_>) -> Option<Tip> {
    match frame.view.hover.or(frame.view.focus.map(Target::Entity))? {
        Target::Entity(entity) => tile_tip(frame, entity),
        Target::Moment(day) => Some(moment_tip(frame, day)),
    }
}

fn tile_tip(frame: &Frame<'_>, entity: EntityId) -> Option<Tip> {
    let Rect { x, y, width, height } = frame.layout.tile_of(entity)?.rect;
    let of = &frame.dataset.entities()[entity];
    let voice = Voice::of(frame);
    let told = frame.dataset.events_of(entity).rev().find(|event| event.date.first() <= frame.view.day);
    let mut lines = Vec::new();
    if let Some(event) = told {
        lines.push(said(frame, &event.title));
    }
    if let Some(footnote) = &of.footnote {
        lines.push(said(frame, footnote));
    }
    Some(Tip {
        part: Part::Map,
        x,
        y,
        width,
        height,
        title: frame.messages.name(of).to_owned(),
        status: Some(voice.said(standing(frame, &voice, entity))),
        index: number(frame.snapshot.status(entity)),
        lines,
    })
}

fn moment_tip(frame: &Frame<'_>, day: Day) -> Tip {
    let layout = &frame.layout.timeline;
    let mut events: Vec<&Event> = Vec::new();
    for &notes in &[false, true] {
        for event in frame.dataset.events() {
            let near = (layout.scale.x(event.date.first()) - layout.scale.x(day)).abs() <= REACH;
            if near && event.status.is_none() == notes && events.len() < TOLD {
                events.push(event);
            }
        }
    }
    let title = match events.first() {
        Some(event) => frame.messages.date(event.date),
        None => frame.messages.full_day(day),
    };
    let lines = if events.is_empty() {
        let voice = Voice::of(frame);
        vec![voice.said(voice.stop(&holding(frame, &voice, day)))]
    } else {
        events.iter().map(|event| said(frame, &event.title)).collect()
    };
    Tip {
        part: Part::Timeline,
        x: layout.scale.x(day),
        y: layout.plot.y,
        width: 0.0,
        height: layout.plot.height,
        title,
        status: None,
        index: -1,
        lines,
    }
}

/// Every entity's status on the date shown, as data. Names are the dataset's.
pub fn roll(frame: &Frame<'_>) -> Roll {
    let dataset = frame.dataset;
    let counts = frame.index.counts(frame.view.day);
    Roll {
        date: frame.view.day.to_string(),
        story: story::story(frame).text,
        counts: dataset.statuses().iter().map(|status| status.id.clone()).zip(counts.iter().copied()).collect(),
        entities: (0..dataset.entities().len()).map(|entity| roll_entry(frame, entity)).collect(),
    }
}

fn roll_entry(frame: &Frame<'_>, id: EntityId) -> RollEntry {
    let dataset = frame.dataset;
    let entity = &dataset.entities()[id];
    let spell = frame.snapshot.spell(id);
    let event = spell.map(|spell| &dataset.events()[spell.event]);
    RollEntry {
        id: entity.id.clone(),
        name: entity.name.own().to_owned(),
        kind: entity.kind,
        acts_in: entity.acts_in.iter().map(|country| dataset.entities()[*country].id.clone()).collect(),
        status: spell.map(|spell| dataset.statuses()[spell.status].id.clone()),
        since: event.map(|event| event.date.to_string()),
        decided: event.is_some_and(|event| event.date_kind == DateKind::Decision),
        title: event.map(|event| event.title.own().to_owned()),
        confidence: event.and_then(|event| event.confidence),
        sources: event.map_or(&[][..], |event| &event.sources).iter().map(roll_source).collect(),
    }
}

fn roll_source(source: &Source) -> RollSource {
    RollSource {
        outlet: source.outlet.clone(),
        date: source.date.map(|date| date.to_string()),
        url: source.url.clone(),
    }
}
