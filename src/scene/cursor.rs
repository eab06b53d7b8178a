//! What moves with the date, or lies upon that: a veil over the days to come, the counts of the levels, a line through the
//! areas, a handle that a thumb can hold.

use crate::base::geom::{Point, Rect};
use crate::context::RenderContext;
use crate::scene::mark::{Anchor, Group, Mark, Scene};
use crate::theme::SMALL;
use crate::view::choices::Target;
use crate::view::intent::Handle;

/// Radius of the handle in CSS pixels.
const HANDLE: f64 = 8.0;

/// Above the plot, to the middles of the tour's steps.
const STEPS: f64 = 5.0;

/// Composes what lies upon the timeline, as one group.
pub fn cursor(context: &RenderContext<'_>) -> Scene {
    let mut scene = handles(context);
    for group in &mut scene.groups {
        steps(context, &mut group.marks);
    }
    scene
}

/// A dot for each step of the tour, which only those can walk who have more than a picture.
fn steps(context: &RenderContext<'_>, marks: &mut Vec<Mark>) {
    let (scale, theme) = (&context.layout.timeline.scale, context.theme);
    for (step, stop) in context.dataset.tour().iter().enumerate() {
        let center = Point::new(scale.x(scale.clamp(stop.date.first())).round(), STEPS);
        let shown = context.view.step == Some(step);
        let (radius, color) = if shown { (4.0, theme.accent) } else { (2.5, theme.muted) };
        marks.push(Mark::Circle { center, radius, color });
    }
}

/// The same without the steps of the tour, as one group.
pub(super) fn handles(context: &RenderContext<'_>) -> Scene {
    let layout = &context.layout.timeline;
    let (plot, theme, view) = (layout.plot, context.theme, context.view);
    let x = |day| layout.scale.x(day).round();
    let veil = |from: f64, to: f64| {
        let rect = Rect::new(from, plot.y, (to - from).max(0.0), plot.height);
        Mark::Rect { rect, color: theme.page.fade(0.62) }
    };
    let mut marks = match context.span() {
        Some((before, after)) => vec![veil(x(after.day), plot.right()), veil(plot.x, x(before.day))],
        None => vec![veil(x(view.day), plot.right())],
    };
    counts(context, &mut marks);
    if let Some(Target::Moment(day)) = view.hover {
        marks.push(Mark::Rect { rect: Rect::new(x(day), plot.y, 1.0, plot.height), color: theme.ink.fade(0.4) });
    }
    // The handle that is held lies on top.
    let free = if view.held == Handle::Day { view.other } else { Some(view.day) };
    if let Some(day) = free {
        handle(context, x(day), false, &mut marks);
    }
    handle(context, x(view.held_day()), true, &mut marks);
    Scene { size: layout.size, groups: vec![Group { bounds: layout.size.rect(), marks }] }
}

/// The counts of the level hairlines: upon the veil, under which they could not be read.
fn counts(context: &RenderContext<'_>, marks: &mut Vec<Mark>) {
    for (count, y) in &context.layout.timeline.levels {
        marks.push(Mark::Text {
            at: Point::new(context.layout.timeline.plot.x, y - SMALL * 0.6),
            text: context.messages.number(*count),
            size: SMALL - 1.0,
            bold: false,
            color: context.theme.muted,
            anchor: Anchor::Left,
        });
    }
}

/// A line with a disc to take hold of; an open one where the other handle is held.
fn handle(context: &RenderContext<'_>, x: f64, held: bool, marks: &mut Vec<Mark>) {
    let (plot, theme) = (context.layout.timeline.plot, context.theme);
    let center = Point::new(x, plot.bottom());
    marks.extend([
        Mark::Rect { rect: Rect::new(x - 1.0, plot.y - 6.0, 2.0, plot.height + 6.0), color: theme.accent },
        Mark::Circle { center, radius: HANDLE + 2.0, color: theme.page },
        Mark::Circle { center, radius: HANDLE, color: theme.accent },
    ]);
    if !held {
        marks.push(Mark::Circle { center, radius: HANDLE - 2.5, color: theme.page });
    }
}
