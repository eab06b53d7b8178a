//! The texts beside the picture that change with the date or with another choice of the reader.

use crate::context::RenderContext;
use crate::describe::comparison;
use crate::describe::headline::{arrived, sentence, shown};
use crate::describe::history::{entry, history};
use crate::describe::legend::legend;
use crate::describe::phrasing::Phrasing;
use crate::describe::records::{Comparison, Description, Entry, Range, TaggedText};
use crate::describe::tooltip::tooltip;
use crate::model::id::EntityId;
use crate::model::index::Snapshot;

/// The maximal number of latest changes in the list.
const LATEST: usize = 8;

/// The texts beside the picture on the current date.
pub fn description(context: &RenderContext<'_>) -> Description {
    let phrasing = Phrasing::of(context);
    let sentence = sentence(context, &phrasing);
    let span = context.span();
    let (view, dataset) = (context.view, context.dataset);
    let id = |entity: EntityId| dataset.entity(entity).id.clone();
    Description {
        lang: context.messages.lang().to_owned(),
        iso: view.day.to_string(),
        spoken: spoken(context, &phrasing, &sentence),
        date: context.messages.full_day(view.day),
        period: span.map(|(before, after)| comparison::period(context.messages, before, after)),
        sentence: phrasing.tagged(shown(context, &phrasing, &sentence)),
        compare: context.compared.map(|other| compare(context, &phrasing, other)),
        moved: span.map(|(before, after)| comparison::moved(context, before, after)),
        step: view.step,
        moving: context.transitions.is_moving(),
        range: Range {
            min: view.domain.0.number(),
            max: view.domain.1.number(),
            value: view.day.number(),
            text: arrived(context, &phrasing, context.snapshot),
        },
        playing: view.playing,
        filter: view.filter.map(|status| dataset.status(status).id.clone()),
        firm: view.firm,
        weighted: view.weighted,
        has_previous: !view.changes_before(context.index).is_empty(),
        has_next: !view.changes_after(context.index).is_empty(),
        legend: legend(context),
        changes: latest(context),
        selected: view.selected.map(|entity| history(context, entity)),
        view: view.tab,
        focus: view.focus.map(id),
        tip: tooltip(context),
    }
}

/// The date or both compared days, and the sentence about them.
fn spoken(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, sentence: &str) -> TaggedText {
    let days = match context.span() {
        Some((before, after)) => comparison::period(phrasing.messages, before, after),
        None => phrasing.messages.full_day(context.view.day),
    };
    phrasing.tagged(phrasing.stop(&phrasing.after(&days, sentence)))
}

fn compare(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, other: &Snapshot) -> Comparison {
    let day = other.day;
    Comparison {
        iso: day.to_string(),
        text: arrived(context, phrasing, other),
        date: context.messages.full_day(day),
        value: day.number(),
    }
}

fn latest(context: &RenderContext<'_>) -> Vec<Entry> {
    let mut latest = Vec::new();
    let events = context.dataset.events();
    // They are in the order of their first days.
    let until = events.partition_point(|event| event.date.first() <= context.view.day);
    for event in events[..until].iter().rev() {
        if latest.len() == LATEST {
            break;
        }
        if event.status.is_some() && !(context.view.firm && event.is_weak()) {
            latest.push(entry(context, event));
        }
    }
    latest
}
