//! What is told of the thing that the pointer or the focus is at.

use crate::base::date::Day;
use crate::base::geom::Rect;
use crate::describe::headline::holding;
use crate::describe::phrasing::{Phrasing, tagged};
use crate::describe::records::Tooltip;
use crate::describe::status::number;
use crate::describe::tile::standing;
use crate::frame::Frame;
use crate::model::entity::EntityId;
use crate::model::event::Event;
use crate::view::choices::Target;
use crate::view::intent::Part;

/// How far from the pointer an event tick is still meant, in CSS pixels.
const REACH: f64 = 4.0;

/// How many events of one place of the timeline are told.
const TOLD: usize = 4;

/// What is told of the thing that the pointer is at, else of the one that the ring is on.
pub fn tooltip(frame: &Frame<'_>) -> Option<Tooltip> {
    match frame.view.hover.or(frame.view.focus.map(Target::Entity))? {
        Target::Entity(entity) => tile_tooltip(frame, entity),
        Target::Moment(day) => Some(day_tooltip(frame, day)),
    }
}

fn tile_tooltip(frame: &Frame<'_>, entity: EntityId) -> Option<Tooltip> {
    let Rect { x, y, width, height } = frame.layout.tile_of(entity)?.rect;
    let of = &frame.dataset.entities()[entity];
    let phrasing = Phrasing::of(frame);
    let told = frame.dataset.events_of(entity).rev().find(|event| event.date.first() <= frame.view.day);
    let mut lines = Vec::new();
    if let Some(event) = told {
        lines.push(tagged(frame, &event.title));
    }
    if let Some(footnote) = &of.footnote {
        lines.push(tagged(frame, footnote));
    }
    Some(Tooltip {
        part: Part::Map,
        x,
        y,
        width,
        height,
        title: frame.messages.name(of).to_owned(),
        status: Some(phrasing.tagged(standing(frame, &phrasing, entity))),
        index: number(frame.snapshot.status(entity)),
        lines,
    })
}

fn day_tooltip(frame: &Frame<'_>, day: Day) -> Tooltip {
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
        let phrasing = Phrasing::of(frame);
        vec![phrasing.tagged(phrasing.stop(&holding(frame, &phrasing, day)))]
    } else {
        events.iter().map(|event| tagged(frame, &event.title)).collect()
    };
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
