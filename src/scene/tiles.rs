//! The tile grid map and the groups of blocs and companies below it.

use super::hatch::hatch;
use super::{Anchor, Group, Mark, Scene};
use crate::dataset::StatusId;
use crate::frame::Frame;
use crate::geom::{Color, Point, Rect};
use crate::layout::{Label, TileBox};
use crate::theme::Fill;
use crate::view::Target;

/// For how many days a change is ringed; the ring fades as they pass.
const RECENT: i32 = 120;
/// Tiles that the filter leaves out are this opaque.
const DIMMED: f64 = 0.22;

/// Composes the map: a group for each tile, then one for each heading.
pub fn tiles(frame: &Frame<'_>) -> Scene {
    let map = &frame.layout.map;
    let tiles = map.tiles.iter().map(|tile| Group { bounds: tile.cell, marks: marks(frame, tile) });
    let headings = map.headings.iter().map(|label| heading(frame, label));
    Scene { size: map.size, groups: tiles.chain(headings).collect() }
}

fn marks(frame: &Frame<'_>, tile: &TileBox) -> Vec<Mark> {
    let status = frame.snapshot.status(tile.entity);
    let opacity = if frame.view.filter.is_none() || status == frame.view.filter { 1.0 } else { DIMMED };
    let fill = frame.theme.fill(status);
    let mut marks = match fill {
        Some(fill) => filled(tile, fill, opacity),
        None => hollow(frame, tile, opacity),
    };
    if let Some(status) = frame.acted(tile.entity) {
        let shown = frame.view.filter.is_none_or(|only| only == status);
        marks.extend(corner(frame, tile, status, if shown { 1.0 } else { DIMMED }));
    }
    if let (Some(fill), Some(age)) = (fill, age(frame, tile)) {
        marks.push(ring(tile, fill, 1.0 - f64::from(age) / f64::from(RECENT)));
    }
    if frame.view.selected == Some(tile.entity) || frame.view.hover == Some(Target::Entity(tile.entity)) {
        marks.push(Mark::Frame { rect: tile.rect, width: 2.0, color: frame.theme.ink });
    }
    if frame.view.focus == Some(tile.entity) {
        marks.push(Mark::Frame { rect: tile.rect, width: 4.0, color: frame.theme.page });
        marks.push(Mark::Frame { rect: tile.rect, width: 2.0, color: frame.theme.accent });
    }
    marks
}

fn filled(tile: &TileBox, fill: &Fill, opacity: f64) -> Vec<Mark> {
    let fade = |color: Color| color.fade(color.alpha * opacity);
    let mut marks = vec![Mark::Rect { rect: tile.rect, color: fade(fill.color) }];
    // A slanted line's ends are half as wide again as the line: kept inside, they spill on no neighbour.
    marks.extend(hatch(tile.rect.inset(1.0), fill.pattern, fade(fill.hatch)));
    marks.extend(name(&tile.label, fade(fill.ink), true));
    marks
}

fn hollow(frame: &Frame<'_>, tile: &TileBox, opacity: f64) -> Vec<Mark> {
    let color = frame.theme.hollow;
    let mut marks = vec![Mark::Frame { rect: tile.rect, width: 1.0, color: color.fade(opacity) }];
    marks.extend(name(&tile.label, frame.theme.muted.fade(opacity), false));
    marks
}

/// The corner of a country whose government has no status: an operator or a bloc acts there.
fn corner(frame: &Frame<'_>, tile: &TileBox, status: StatusId, opacity: f64) -> Option<Mark> {
    let Rect { y, width, height, .. } = tile.rect;
    let (right, side) = (tile.rect.right(), (width.min(height) * 0.34).round());
    let points = vec![Point::new(right - side, y), Point::new(right, y), Point::new(right, y + side)];
    let color = frame.theme.fill(Some(status))?.color.fade(opacity);
    Some(Mark::Polygon { points, color })
}

fn name(label: &Label, color: Color, bold: bool) -> Option<Mark> {
    (!label.text.is_empty()).then(|| Mark::Text {
        at: label.at,
        text: label.text.clone(),
        size: label.size,
        bold,
        color,
        anchor: Anchor::Middle,
    })
}

/// Days since the entity's status changed, where that is recent.
fn age(frame: &Frame<'_>, tile: &TileBox) -> Option<i32> {
    let start = frame.snapshot.spell(tile.entity)?.start;
    Some(frame.view.day.since(start)).filter(|age| *age < RECENT)
}

/// A bright frame inside of the tile's edge.
fn ring(tile: &TileBox, fill: &Fill, strength: f64) -> Mark {
    Mark::Frame { rect: tile.rect.inset(1.5), width: 1.5, color: fill.ink.fade(strength) }
}

fn heading(frame: &Frame<'_>, label: &Label) -> Group {
    let bounds = Rect::new(label.at.x, label.at.y - label.size, frame.layout.width - label.at.x, 2.0 * label.size);
    let text = Mark::Text {
        at: label.at,
        text: label.text.clone(),
        size: label.size,
        bold: false,
        color: frame.theme.muted,
        anchor: Anchor::Left,
    };
    Group { bounds, marks: vec![text] }
}
