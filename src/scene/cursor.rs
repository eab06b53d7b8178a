//! Composes the cursor, which contains everything of the timeline that changes with the date: a veil over the later
//! days, the handles, and the marks that must lie above the veil.

use crate::base::geom::{Point, Rect};
use crate::context::RenderContext;
use crate::layout::scale::TimeScale;
use crate::layout::timeline::Level;
use crate::scene::mark::{Anchor, Group, Mark, Scene};
use crate::view::choices::Target;
use crate::view::intent::Handle;

/// The radius of a handle, in CSS pixels.
const HANDLE: f64 = 8.0;

/// Composes the cursor as one group.
pub fn cursor(context: &RenderContext<'_>) -> Scene {
    let layout = &context.layout.timeline;
    let (plot, theme, view) = (layout.plot, context.theme, context.view);
    let x = |day| layout.scale.x(day).round();
    let mut marks = veils(context, &layout.scale, plot, layout.end());
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

/// The veils over the days outside of the shown period. `end` is the right end of the days, in CSS pixels.
pub(super) fn veils(context: &RenderContext<'_>, scale: &TimeScale, plot: Rect, end: f64) -> Vec<Mark> {
    let veil = |from: f64, to: f64| {
        let rect = Rect::new(from, plot.y, (to - from).max(0.0), plot.height);
        Mark::Rect { rect, color: context.theme.page.fade(0.62) }
    };
    // The last day has a width, and no veil, because no day is later.
    let later = |day| if day < scale.domain.1 { scale.x(day).round() } else { end };
    match context.span() {
        Some((before, after)) => vec![veil(later(after.day), end), veil(plot.x, scale.x(before.day).round())],
        None => vec![veil(later(context.view.day), end)],
    }
}

/// Adds the counts of the horizontal hairlines. They lie above the veil, because they would not be readable under it.
/// Their background has the colour of the page, because areas can be dark.
fn counts(context: &RenderContext<'_>, marks: &mut Vec<Mark>) {
    let theme = context.theme;
    for Level { y, label, width } in &context.layout.timeline.levels {
        let height = label.size + 1.0;
        let rect = Rect::new(label.at.x, y - height, *width, height);
        marks.push(Mark::Rect { rect, color: theme.page.fade(0.8) });
        marks.push(Mark::Text {
            at: label.at,
            text: label.text.clone(),
            size: label.size,
            bold: false,
            color: theme.muted,
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
