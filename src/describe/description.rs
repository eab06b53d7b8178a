//! Everything that stands beside the picture.

use crate::base::date::Day;
use crate::describe::headline::{holding, sentence, shown, spoken};
use crate::describe::history::{entry, history};
use crate::describe::legend::legend;
use crate::describe::phrasing::{Phrasing, maybe_tagged, tagged};
use crate::describe::records::{Comparison, Description, Entry, Range, Step, TaggedText, Tour};
use crate::describe::{comparison, story};
use crate::frame::Frame;
use crate::model::entity::EntityId;

/// How many of the latest changes are told.
const LATEST: usize = 8;

/// Everything that stands beside the picture.
pub fn description(frame: &Frame<'_>) -> Description {
    let phrasing = Phrasing::of(frame);
    let sentence = sentence(frame, &phrasing);
    let span = frame.span();
    let (view, dataset) = (frame.view, frame.dataset);
    let days = frame.index.change_days();
    let held = view.held_day();
    let id = |entity: EntityId| dataset.entities()[entity].id.clone();
    Description {
        lang: frame.messages.lang().to_owned(),
        title: tagged(frame, dataset.title()),
        iso: view.day.to_string(),
        spoken: spoken(&phrasing, view.day, &sentence),
        date: frame.messages.full_day(view.day),
        period: span.map(|(before, after)| comparison::period(frame, before, after)),
        sentence: phrasing.tagged(shown(frame, &phrasing, &sentence)),
        story: story::story(frame),
        compare: view.other.map(|other| compare(frame, &phrasing, other)),
        moved: span.map(|(before, after)| comparison::moved(frame, before, after)),
        tour: tour(frame),
        moving: frame.transitions.is_moving(),
        range: Range { min: view.domain.0.number(), max: view.domain.1.number(), value: view.day.number() },
        playing: view.playing,
        filter: view.filter.map(|status| dataset.statuses()[status].id.clone()),
        has_previous: days.iter().any(|day| view.domain.0 <= *day && *day < held),
        has_next: days.iter().any(|day| held < *day && *day <= view.domain.1),
        legend: legend(frame),
        changes: latest(frame),
        selected: view.selected.map(|entity| history(frame, entity)),
        footnotes: footnotes(frame),
        license: dataset.license().map(|words| tagged(frame, words)),
        unfolded: view.unfolded,
        focus: view.focus.map(id),
    }
}

fn compare(frame: &Frame<'_>, phrasing: &Phrasing<'_>, day: Day) -> Comparison {
    Comparison {
        iso: day.to_string(),
        spoken: spoken(phrasing, day, &holding(frame, phrasing, day)),
        date: frame.messages.full_day(day),
        value: day.number(),
        held: frame.view.held,
    }
}

fn tour(frame: &Frame<'_>) -> Option<Tour> {
    let mut steps = Vec::new();
    for stop in frame.dataset.tour() {
        let date = frame.messages.date(stop.date);
        steps.push(Step { date, title: tagged(frame, &stop.title), text: maybe_tagged(frame, &stop.text) });
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
fn footnotes(frame: &Frame<'_>) -> Vec<TaggedText> {
    let mut footnotes = Vec::new();
    for entity in frame.dataset.entities() {
        if let (true, Some(words)) = (entity.shown, &entity.footnote) {
            let messages = Phrasing::with(frame, words).messages;
            let values = [("name", messages.name(entity)), ("status", words.nearest(messages.lang()))];
            let TaggedText { lang, .. } = tagged(frame, words);
            footnotes.push(TaggedText { text: messages.fill("standing", &values), lang });
        }
    }
    footnotes
}
