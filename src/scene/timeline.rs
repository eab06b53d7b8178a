//! Composes the timeline without the cursor: stacked areas, axis.

use crate::base::color::Color;
use crate::base::date::{Day, in_order};
use crate::base::geom::{Point, Rect};
use crate::context::RenderContext;
use crate::layout::label::Label;
use crate::layout::periods::TOP;
use crate::layout::scale::{Tick, TimeScale};
use crate::layout::timeline::TimelineLayout;
use crate::model::id::StatusId;
use crate::model::index::UncertainChange;
use crate::scene::hatch::hatch;
use crate::scene::mark::{Anchor, Group, Mark, Scene};

/// Composes the timeline as one group.
pub fn timeline(context: &RenderContext<'_>) -> Scene {
    let layout = &context.layout.timeline;
    let mut marks = Vec::new();
    periods(context, layout, &mut marks);
    areas(context, layout, &mut marks);
    levels(context, layout, &mut marks);
    axis(context, layout, &mut marks);
    Scene { size: layout.size, groups: vec![Group { bounds: layout.size.rect(), marks }] }
}

/// Adds the bands of the annotated periods, and then their names. The bands lie behind the areas, and the names lie
/// above all bands.
fn periods(context: &RenderContext<'_>, layout: &TimelineLayout, marks: &mut Vec<Mark>) {
    for band in &layout.periods {
        let rect = Rect::new(band.left, TOP, band.right - band.left, layout.plot.bottom() - TOP);
        marks.push(if context.theme.outlined {
            Mark::Outline { rect, width: 1.0, color: context.theme.rule }
        } else {
            Mark::Rect { rect, color: context.theme.ink.fade(0.07) }
        });
    }
    for band in &layout.periods {
        marks.push(text(&band.label, false, context.theme.muted));
    }
}

fn text(label: &Label, bold: bool, color: Color) -> Mark {
    Mark::Text { at: label.at, text: label.text.clone(), size: label.size, bold, color, anchor: Anchor::Left }
}

/// A period between two breaks of the areas. Edges are horizontal, or slope if a change in the period has no exact day.
struct Step {
    left: f64,
    right: f64,
    /// The y of the edges between statuses at the left end, from the bottom to the top. There is one more edge than
    /// statuses.
    from: Vec<f64>,
    /// The same edges at the right end.
    to: Vec<f64>,
}

impl Step {
    /// The largest rectangle inside of the area of a status in this period. Only this rectangle is hatched, because
    /// hatching needs rectangles.
    fn inner(&self, status: StatusId) -> Rect {
        let lower = status.index();
        let top = self.from[lower + 1].max(self.to[lower + 1]);
        let bottom = self.from[lower].min(self.to[lower]);
        Rect::new(self.left, top, self.right - self.left, (bottom - top).max(0.0))
    }
}

fn steps(context: &RenderContext<'_>, layout: &TimelineLayout) -> Vec<Step> {
    let (first, last) = layout.scale.domain;
    let mut breaks = context.index.change_days().to_vec();
    for change in context.index.uncertain_changes() {
        breaks.extend([change.from, change.to]);
    }
    breaks.retain(|day| first < *day && *day < last);
    breaks.push(last);
    let mut steps: Vec<Step> = Vec::new();
    let mut start = first;
    for place in in_order(&breaks) {
        let end = breaks[place];
        if start < end {
            steps.push(Step {
                left: layout.scale.x(start),
                right: layout.scale.x(end),
                from: edges(context, layout, start, start),
                to: edges(context, layout, start, end),
            });
        }
        start = end;
    }
    let (from, to) = (edges(context, layout, last, last), edges(context, layout, last, last));
    steps.push(Step { left: layout.scale.x(last), right: layout.end(), from, to });
    steps
}

/// The edges on a day. The counts are those of the day `counted`, which is the same day or the beginning of the period.
/// A change without an exact day counts in part: with the share of its possible days that have passed. The first status
/// of an entity counts completely if it can be as old as the timeline. Otherwise the areas would begin with a rise that
/// no source reports.
fn edges(context: &RenderContext<'_>, layout: &TimelineLayout, counted: Day, day: Day) -> Vec<f64> {
    let weighted = context.view.weighted;
    let mut counts = context.index.amounts(counted, weighted);
    let first = layout.scale.domain.0;
    let changes = context.index.uncertain_changes().iter();
    let rises = |change: &&UncertainChange| change.left.is_some() || first < change.from;
    for change in changes.filter(|change| change.from <= day && counted < change.to).filter(rises) {
        let passed = f64::from(day.since(change.from)) / f64::from(change.to.since(change.from));
        // The index counts a change completely from one day on. `ahead` is the difference of that count to the partial
        // count.
        let ahead = if change.counted <= counted { 1.0 - passed } else { -passed };
        let ahead = if weighted { ahead * change.weight } else { ahead };
        if let Some(status) = change.entered {
            counts[status.index()] -= ahead;
        }
        if let Some(status) = change.left {
            counts[status.index()] += ahead;
        }
    }
    let mut edges = vec![layout.plot.bottom()];
    let mut y = layout.plot.bottom();
    for count in counts {
        y -= count * layout.unit;
        edges.push(y);
    }
    edges
}

fn areas(context: &RenderContext<'_>, layout: &TimelineLayout, marks: &mut Vec<Mark>) {
    let steps = steps(context, layout);
    let mut lines = Vec::new();
    for (place, fill) in context.theme.statuses.iter().enumerate() {
        let status = StatusId::new(place);
        let shown = context.view.filter.is_none_or(|only| only == status);
        let color = if shown { fill.color } else { fill.color.fade(0.22) };
        let points = band(&steps, status);
        marks.push(Mark::Polygon { points: points.clone(), color });
        if !shown && context.theme.outlined {
            // As on tiles, a line in the full colour keeps the contrast with the page.
            lines.push(Mark::Path { points, width: 1.0, color: fill.color });
        }
        if shown {
            let mut row = Vec::with_capacity(steps.len());
            for step in &steps {
                row.push(step.inner(status));
            }
            marks.extend(hatch(&row, fill.pattern, fill.hatch));
        }
    }
    // The line of a status lies above those of statuses without an area there, which are above it.
    marks.extend(lines.into_iter().rev());
}

/// The outline of the area of one status: along the upper edge to the right, and back along the lower edge.
fn band(steps: &[Step], status: StatusId) -> Vec<Point> {
    let lower = status.index();
    let mut points = Vec::with_capacity(4 * steps.len());
    for step in steps {
        points.push(Point::new(step.left, step.from[lower + 1]));
        points.push(Point::new(step.right, step.to[lower + 1]));
    }
    for step in steps.iter().rev() {
        points.push(Point::new(step.right, step.to[lower]));
        points.push(Point::new(step.left, step.from[lower]));
    }
    points
}

/// Adds a hairline for each level, and the base line.
fn levels(context: &RenderContext<'_>, layout: &TimelineLayout, marks: &mut Vec<Mark>) {
    let (x, width) = (layout.plot.x, layout.end() - layout.plot.x);
    for level in &layout.levels {
        marks.push(Mark::Rect { rect: Rect::new(x, level.y, width, 1.0), color: context.theme.ink.fade(0.16) });
    }
    marks.push(Mark::Rect { rect: Rect::new(x, layout.plot.bottom(), width, 1.0), color: context.theme.ink });
}

fn axis(context: &RenderContext<'_>, layout: &TimelineLayout, marks: &mut Vec<Mark>) {
    let kinds = [(6.0, context.theme.muted), (3.0, context.theme.rule)];
    ticks(&layout.ticks, &layout.scale, layout.plot.bottom(), kinds, marks);
    labels(context, &layout.names, 3.0, marks);
}

/// Adds the ticks of an axis, downward from a y. `kinds` has the height and the colour of the first day of a year, and
/// those of other days.
pub(super) fn ticks(ticks: &[Tick], scale: &TimeScale, y: f64, kinds: [(f64, Color); 2], marks: &mut Vec<Mark>) {
    for tick in ticks {
        let (height, color) = kinds[usize::from(tick.month != 1)];
        marks.push(Mark::Rect { rect: Rect::new(scale.x(tick.day).round(), y, 1.0, height), color });
    }
}

/// Adds the names of an axis, moved down by a number of CSS pixels.
pub(super) fn labels(context: &RenderContext<'_>, names: &[(Label, bool)], down: f64, marks: &mut Vec<Mark>) {
    for (label, bold) in names {
        marks.push(Mark::Text {
            at: Point::new(label.at.x, label.at.y + down),
            text: label.text.clone(),
            size: label.size,
            bold: *bold,
            color: if *bold { context.theme.ink } else { context.theme.muted },
            anchor: Anchor::Left,
        });
    }
}
