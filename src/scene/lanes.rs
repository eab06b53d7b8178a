//! Composes "Who, when": rows with names and bars, the axis, and the date as a line through all rows.

use crate::base::geom::{Point, Rect};
use crate::context::RenderContext;
use crate::layout::label::Label;
use crate::layout::lanes_layout::LanesLayout;
use crate::model::index::Shade;
use crate::scene::cursor::veils;
use crate::scene::mark::{Anchor, Group, Mark, Scene};
use crate::scene::tiles::{frame, ground, opacity};
use crate::scene::timeline::{labels, ticks};

/// The height of a bar. Rows of a picture are lower than those of a page, but their bars are not.
const BAR: f64 = 16.0;

/// The height of a bar on the days on which the status may not hold yet, or may have ended.
const THIN: f64 = 6.0;

/// The height of the lines above the rows.
const ABOVE: f64 = 6.0;

/// Composes the rows as one group, because lines go through all of them. Rows out of sight are not composed.
pub(super) fn lanes(context: &RenderContext<'_>, layout: &LanesLayout) -> Scene {
    let (map, theme, view) = (&context.layout.map, context.theme, context.view);
    let LanesLayout { plot, scale, .. } = layout;
    let (top, height) = (plot.y - ABOVE, plot.height + ABOVE);
    let shift = map.shift(view.scroll);
    let visible = |y: f64| y + shift > plot.y - BAR && y + shift < map.size.height + BAR;
    let name = |label: &Label, bold, color| {
        let at = label.at.moved(Point::new(0.0, shift));
        let anchor = if at.x < plot.x { Anchor::Right } else { Anchor::Left };
        Mark::Text { at, text: label.text.clone(), size: label.size, bold, color, anchor }
    };
    let mut marks = Vec::new();
    ticks(&layout.ticks, scale, top, [(height, theme.rule), (0.0, theme.rule)], &mut marks);
    for bar in &layout.bars {
        // The filter dims bars of other statuses, as it dims areas of the timeline.
        let (status, mut part) = (Some(bar.status), 0);
        while visible(bar.y) && part < 3 {
            let height = if part == 1 { BAR } else { THIN };
            let (left, right) = (bar.x[part], bar.x[part + 1]);
            for (left, right, weak) in [(left, right.min(bar.firm), true), (left.max(bar.firm), right, false)] {
                if left < right {
                    let rect = Rect::new(left, bar.y + shift - height / 2.0, right - left, height);
                    ground(context, rect, Shade { status, weak }, opacity(context, status), &mut marks);
                }
            }
            part += 1;
        }
    }
    marks.extend(veils(context, scale, *plot, plot.right()));
    for day in [view.day, view.other.unwrap_or(view.day)] {
        let line = Rect::new(scale.x(day).round() - 1.0, top, 2.0, height);
        marks.push(Mark::Rect { rect: line, color: theme.accent });
    }
    for tile in &map.tiles {
        if visible(tile.label.at.y) {
            let status = context.snapshot.status(tile.entity);
            let shown = status.is_some() && opacity(context, status) == 1.0;
            marks.push(name(&tile.label, false, if shown { theme.ink } else { theme.muted }));
            frame(context, tile.entity, tile.cell.moved(Point::new(0.0, shift)), &mut marks);
        }
    }
    for label in &map.headings {
        marks.push(name(label, true, theme.muted));
    }
    if layout.hidden > 0.0 {
        // Rows that are scrolled up are hidden below the axis.
        marks.push(Mark::Rect { rect: Rect::new(0.0, 0.0, map.size.width, plot.y), color: theme.page });
    }
    labels(context, &layout.names, 0.0, &mut marks);
    Scene { size: map.size, groups: vec![Group { bounds: map.size.rect(), marks }] }
}
