//! Composes the cursor, which contains everything of the timeline that changes with the date: a veil over the later
//! days, the handles, and the marks that must lie above the veil.

use crate::base::geom::{Point, Rect};
use crate::context::RenderContext;
use crate::layout::scale::TimeScale;
use crate::scene::mark::{Anchor, Group, Mark, Scene};
use crate::theme::SMALL;
use crate::view::choices::Target;
use crate::view::intent::Handle;

/// The radius of a handle, in CSS pixels.
const HANDLE: f64 = 8.0;

/// The y of the dots for the steps of the tour, above the plot, in CSS pixels.
const STEPS: f64 = 5.0;

/// Composes the cursor as one group.
pub fn cursor(context: &RenderContext<'_>) -> Scene {
    let mut scene = handles(context);
    for group in &mut scene.groups {
        steps(context, &mut group.marks);
    }
    scene
}

/// Adds a dot for each step of the tour. The figure as one picture has no dots, because nobody can follow a tour there.
fn steps(context: &RenderContext<'_>, marks: &mut Vec<Mark>) {
    let (scale, theme) = (&context.layout.timeline.scale, context.theme);
    for (step, stop) in context.dataset.tour().iter().enumerate() {
        let center = Point::new(scale.x(scale.clamp(stop.date.first())).round(), STEPS);
        let shown = context.view.step == Some(step);
        let (radius, color) = if shown { (4.0, theme.accent) } else { (2.5, theme.muted) };
        marks.push(Mark::Circle { center, radius, color });
    }
}

/// Composes the cursor without the steps of the tour, as one group.
pub(super) fn handles(context: &RenderContext<'_>) -> Scene {
    let layout = &context.layout.timeline;
    let (plot, theme, view) = (layout.plot, context.theme, context.view);
    let x = |day| layout.scale.x(day).round();
    let mut marks = veils(context, &layout.scale, plot);
    counts(context, &mut marks);
    if let Some(Target::Moment(day)) = view.hover {
        marks.push(Mark::Rect { rect: Rect::new(x(day), plot.y, 1.0, plot.height), color: theme.ink.fade(0.4) });
    }
    // The held handle is drawn last, so that it lies on top if both handles are close.
    let free = if view.held == Handle::Day { view.other } else { Some(view.day) };
    if let Some(day) = free {
        handle(context, x(day), false, &mut marks);
    }
    handle(context, x(view.held_day()), true, &mut marks);
    Scene { size: layout.size, groups: vec![Group { bounds: layout.size.rect(), marks }] }
}

/// What pales the days outside of the shown period.
pub(super) fn veils(context: &RenderContext<'_>, scale: &TimeScale, plot: Rect) -> Vec<Mark> {
    let x = |day| scale.x(day).round();
    let veil = |from: f64, to: f64| {
        let rect = Rect::new(from, plot.y, (to - from).max(0.0), plot.height);
        Mark::Rect { rect, color: context.theme.page.fade(0.62) }
    };
    match context.span() {
        Some((before, after)) => vec![veil(x(after.day), plot.right()), veil(plot.x, x(before.day))],
        None => vec![veil(x(context.view.day), plot.right())],
    }
}

/// Adds the counts of the horizontal hairlines. They lie above the veil, because nobody could read them under it.
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

/// Adds a handle: a line with a disc. The disc is a ring if the other handle is held.
fn handle(context: &RenderContext<'_>, x: f64, held: bool, marks: &mut Vec<Mark>) {
    let (plot, theme) = (context.layout.timeline.plot, context.theme);
    let center = Point::new(x, plot.bottom());
    marks.extend([
        Mark::Rect { rect: Rect::new(x - 1.0, plot.y - 6.0, 2.0, plot.height + 6.0), color: theme.accent },
        // A ring in the colour of the page separates the disc from areas of a similar colour.
        Mark::Circle { center, radius: HANDLE + 2.0, color: theme.page },
        Mark::Circle { center, radius: HANDLE, color: theme.accent },
    ]);
    if !held {
        marks.push(Mark::Circle { center, radius: HANDLE - 2.5, color: theme.page });
    }
}
