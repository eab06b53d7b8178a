//! The timeline without what moves with the date: stacked areas, event ticks, axis.

use super::hatch::hatch;
use super::{Anchor, Group, Mark, Scene};
use crate::dataset::StatusId;
use crate::date::Day;
use crate::frame::Frame;
use crate::geom::{Point, Rect};
use crate::layout::TimelineLayout;
use crate::theme::SMALL;

/// Composes the timeline as one group.
pub fn timeline(frame: &Frame<'_>) -> Scene {
    let layout = &frame.layout.timeline;
    let mut marks = areas(frame, layout);
    marks.extend(levels(frame, layout));
    marks.extend(ticks(frame, layout));
    marks.extend(axis(frame, layout));
    let bounds = Rect::new(0.0, 0.0, layout.size.width, layout.size.height);
    Scene { size: layout.size, groups: vec![Group { bounds, marks }] }
}

/// A stretch of days with the same counts.
struct Step {
    left: f64,
    right: f64,
    /// Heights of the edges between the statuses, from the ground up; one more than there are statuses.
    edges: Vec<f64>,
}

fn steps(frame: &Frame<'_>, layout: &TimelineLayout) -> Vec<Step> {
    let (first, last) = layout.scale.domain;
    let inner = frame.index.change_days().iter().copied().filter(|day| first < *day && *day <= last);
    let starts: Vec<Day> = std::iter::once(first).chain(inner).collect();
    (0..starts.len())
        .map(|index| {
            let mut y = layout.plot.bottom();
            let mut edges = vec![y];
            for count in frame.index.counts(starts[index]) {
                y -= f64::from(*count) * layout.unit;
                edges.push(y);
            }
            Step {
                left: layout.scale.x(starts[index]),
                right: starts.get(index + 1).map_or(layout.plot.right(), |next| layout.scale.x(*next)),
                edges,
            }
        })
        .collect()
}

fn areas(frame: &Frame<'_>, layout: &TimelineLayout) -> Vec<Mark> {
    let steps = steps(frame, layout);
    let mut marks = Vec::new();
    for (status, fill) in frame.theme.statuses.iter().enumerate() {
        let shown = frame.view.filter.is_none_or(|only| only == status);
        let color = if shown { fill.color } else { fill.color.fade(0.22) };
        marks.push(Mark::Polygon { points: band(&steps, status), color });
        if shown {
            marks.extend(steps.iter().flat_map(|step| {
                let rect = Rect::new(
                    step.left,
                    step.edges[status + 1],
                    step.right - step.left,
                    step.edges[status] - step.edges[status + 1],
                );
                hatch(rect, fill.pattern, fill.hatch)
            }));
        }
    }
    marks
}

/// The outline of one status' area: along its upper edge to the right, along its lower edge back.
fn band(steps: &[Step], status: StatusId) -> Vec<Point> {
    let upper = steps.iter().flat_map(|step| {
        let y = step.edges[status + 1];
        [Point::new(step.left, y), Point::new(step.right, y)]
    });
    let lower = steps.iter().rev().flat_map(|step| {
        let y = step.edges[status];
        [Point::new(step.right, y), Point::new(step.left, y)]
    });
    upper.chain(lower).collect()
}

fn levels(frame: &Frame<'_>, layout: &TimelineLayout) -> Vec<Mark> {
    let ground = Mark::Rect {
        rect: Rect::new(layout.plot.x, layout.plot.bottom(), layout.plot.width, 1.0),
        color: frame.theme.ink,
    };
    let lines = layout.levels.iter().flat_map(|(count, y)| {
        let line = Rect::new(layout.plot.x, *y, layout.plot.width, 1.0);
        [
            Mark::Rect { rect: line, color: frame.theme.ink.fade(0.16) },
            Mark::Text {
                at: Point::new(layout.plot.x, y - SMALL * 0.6),
                text: frame.messages.number(*count),
                size: SMALL - 1.0,
                bold: false,
                color: frame.theme.muted,
                anchor: Anchor::Left,
            },
        ]
    });
    lines.chain([ground]).collect()
}

/// A short line for each event: of its status' colour, or muted for a note.
fn ticks(frame: &Frame<'_>, layout: &TimelineLayout) -> Vec<Mark> {
    let (first, last) = layout.scale.domain;
    let tick = |day: Day, status: Option<StatusId>| {
        let fill = frame.theme.fill(status);
        let height = if fill.is_some() { 8.0 } else { 5.0 };
        Mark::Rect {
            rect: Rect::new(layout.scale.x(day).round(), layout.lane.y + 3.0, 1.0, height),
            color: fill.map_or(frame.theme.muted.fade(0.55), |fill| fill.color),
        }
    };
    let events = || frame.dataset.events().iter().filter(|event| (first..=last).contains(&event.date.first()));
    // Statuses are painted upon notes of the same day.
    let notes = events().filter(|event| event.status.is_none());
    let statuses = events().filter(|event| event.status.is_some());
    notes.chain(statuses).map(|event| tick(event.date.first(), event.status)).collect()
}

fn axis(frame: &Frame<'_>, layout: &TimelineLayout) -> Vec<Mark> {
    let bottom = layout.lane.bottom();
    let lines = layout.ticks.iter().map(|tick| {
        let long = tick.month == 1;
        let height = if long { 6.0 } else { 3.0 };
        Mark::Rect {
            rect: Rect::new(layout.scale.x(tick.day).round(), bottom, 1.0, height),
            color: if long { frame.theme.muted } else { frame.theme.rule },
        }
    });
    let names = layout.names.iter().map(|(label, bold)| Mark::Text {
        at: Point::new(label.at.x, label.at.y + 3.0),
        text: label.text.clone(),
        size: label.size,
        bold: *bold,
        color: if *bold { frame.theme.ink } else { frame.theme.muted },
        anchor: Anchor::Left,
    });
    lines.chain(names).collect()
}
