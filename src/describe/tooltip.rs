//! The tooltip for the target of the pointer or of the keyboard focus.

use crate::base::date::Day;
use crate::base::geom::Rect;
use crate::context::RenderContext;
use crate::describe::headline::holding;
use crate::describe::period::period;
use crate::describe::phrasing::{self, Phrasing, tagged};
use crate::describe::records::{TaggedText, Tooltip};
use crate::describe::status::label_of;
use crate::describe::tile::standing;
use crate::model::event::Event;
use crate::model::id::EntityId;
use crate::view::choices::Target;
use crate::view::intent::Part;

/// The maximal distance between the pointer and the day of an event of the tooltip, in CSS pixels.
const REACH: f64 = 4.0;

/// The maximal number of events in the tooltip of the timeline.
const TOLD: usize = 4;

/// The tooltip for the target of the pointer, or for the tile with the keyboard focus if the pointer has no target.
pub fn tooltip(context: &RenderContext<'_>) -> Option<Tooltip> {
    match context.view.hover.or(context.view.focus.map(Target::Entity))? {
        Target::Entity(entity) => tile_tooltip(context, entity),
        Target::Moment(day) => Some(day_tooltip(context, day)),
    }
}

/// The tooltip of a tile: the status, the latest event up to the shown date, and the footnote.
fn tile_tooltip(context: &RenderContext<'_>, entity: EntityId) -> Option<Tooltip> {
    let Rect { x, y, width, height } = context.layout.tile_of(entity)?.rect;
    let map = &context.layout.map;
    let of = context.dataset.entity(entity);
    let phrasing = Phrasing::of(context);
    let told = context.dataset.events_of(entity).rev().find(|event| event.date.first() <= context.view.day);
    let mut lines = Vec::new();
    if context.fresh(entity) {
        lines.push(TaggedText { text: changed(context, entity), lang: None });
    }
    if let Some(event) = told {
        lines.push(phrasing::title(context, event));
    }
    if let Some(footnote) = &of.footnote {
        lines.push(tagged(context, footnote));
    }
    if map.lanes.is_some() && !context.index.uncertain_changes_of(context.dataset, entity).is_empty() {
        lines.push(TaggedText { text: context.messages.text("thin").to_owned(), lang: None });
    }
    Some(Tooltip {
        part: Part::Map,
        x,
        y: y + map.shift(context.view.scroll),
        width,
        height,
        title: context.messages.name(of).to_owned(),
        status: Some(phrasing.tagged(standing(context, &phrasing, entity))),
        index: label_of(context, context.snapshot, entity).1,
        lines,
    })
}

/// That the status changed, with the precision of the date of the event that began it: a year or a month is no day.
fn changed(context: &RenderContext<'_>, entity: EntityId) -> String {
    let began = context.snapshot.spell(entity).map(|spell| context.dataset.event(spell.event));
    match began.filter(|event| event.date.day().is_none()) {
        Some(event) => context.messages.fill("changed_in", &[("date", &context.messages.when(event))]),
        None => context.messages.text("changed_today").to_owned(),
    }
}

/// The tooltip of a day: the events near the day or, without such events, the sentence about the day. Then the periods
/// of the day follow.
fn day_tooltip(context: &RenderContext<'_>, day: Day) -> Tooltip {
    let layout = &context.layout.timeline;
    let mut events: Vec<&Event> = Vec::new();
    // Notes come last, so that events with a status take precedence.
    for &notes in &[false, true] {
        for event in context.dataset.events() {
            let near = (layout.scale.x(event.date.first()) - layout.scale.x(day)).abs() <= REACH;
            if near && event.status.is_none() == notes && events.len() < TOLD {
                events.push(event);
            }
        }
    }
    let title = match events.first() {
        Some(event) => context.messages.date(event.date),
        None => context.messages.full_day(day),
    };
    let mut lines = if events.is_empty() {
        let phrasing = Phrasing::of(context);
        vec![phrasing.tagged(phrasing.stop(&holding(context, &phrasing, day)))]
    } else {
        events.iter().map(|event| phrasing::title(context, event)).collect()
    };
    for one in context.dataset.periods() {
        if one.from.first() <= day && day <= one.until.last() {
            lines.push(period(context, one));
        }
    }
    Tooltip {
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
