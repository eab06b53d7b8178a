//! Composes the tile grid map, or the groups of blocs and companies in its place.

use crate::base::color::Color;
use crate::base::geom::{Point, Rect};
use crate::context::RenderContext;
use crate::layout::label::Label;
use crate::layout::tile::TileBox;
use crate::model::id::{EntityId, StatusId};
use crate::model::index::{Shade, Snapshot};
use crate::scene::hatch::hatch;
use crate::scene::mark::{Anchor, Group, Mark, Scene};
use crate::view::choices::Target;

/// The opacity of tiles that the filter does not show.
pub(super) const DIMMED: f64 = 0.22;
/// The minimal opacity of an outline. An outline is faint already, and with `DIMMED` it would be invisible.
const FAINTEST: f64 = 0.6;
/// Narrower tiles have an outline of 1 CSS pixel, which leaves space for the code.
const ROOMY: f64 = 23.0;
/// The share of a tile's height for the strip of the earlier day. The rest has space for the code. See
/// `docs/decisions/5-two-days-on-one-tile.md`.
const STRIP: f64 = 0.3;

/// Composes the map: a group for each tile, then one for each heading.
pub fn tiles(context: &RenderContext<'_>) -> Scene {
    let map = &context.layout.map;
    let mut groups = Vec::with_capacity(map.tiles.len() + map.headings.len());
    for tile in &map.tiles {
        groups.push(Group { bounds: tile.cell, marks: marks(context, tile) });
    }
    for label in &map.headings {
        groups.push(heading(context, label));
    }
    Scene { size: map.size, groups }
}

fn marks(context: &RenderContext<'_>, tile: &TileBox) -> Vec<Mark> {
    let mut marks = match context.span() {
        Some((before, after)) => both(context, tile, before, after),
        None => one(context, tile),
    };
    if !frame(context, tile.entity, tile.rect, &mut marks) && context.compared.is_none() {
        // A frame and an outline together would leave no space for the code.
        marks.extend(outline(context, tile));
    }
    marks
}

/// Adds the frame of a tile or row, and says whether it has one.
pub(super) fn frame(context: &RenderContext<'_>, entity: EntityId, rect: Rect, marks: &mut Vec<Mark>) -> bool {
    let Some((width, color)) = edged(context, entity) else { return false };
    // The wider outline in the colour of the page leaves a light line inside of the frame. With this line a dark frame
    // is visible on a dark tile.
    marks.push(Mark::Outline { rect, width: width + 1.0, color: context.theme.page });
    marks.push(Mark::Outline { rect, width, color });
    true
}

/// The width and colour of a frame: for the keyboard focus, for the selection, for the pointer, in this order. `None`
/// without a frame.
fn edged(context: &RenderContext<'_>, entity: EntityId) -> Option<(f64, Color)> {
    let this = Some(entity);
    if context.view.focus == this {
        Some((3.0, context.theme.accent))
    } else if context.view.selected == this || context.spotlit() == this {
        Some((2.0, context.theme.ink))
    } else {
        (context.view.hover == Some(Target::Entity(entity))).then_some((1.0, context.theme.ink))
    }
}

/// The marks of a tile on one day.
fn one(context: &RenderContext<'_>, tile: &TileBox) -> Vec<Mark> {
    let shade = context.snapshot.shade(tile.entity);
    let mut marks = Vec::new();
    let (mut arrived, mut named) = (1.0, shade);
    if let Some((from, done)) = context.transitions.of(tile.entity) {
        // The new fill appears over the old fill, which stays opaque: if both were transparent, the page would shine
        // through. The old fill disappears only if the new status is no data.
        let left = if shade.status.is_some() { 1.0 } else { 1.0 - done };
        ground(context, tile.rect, from, left * opacity(context, from.status), &mut marks);
        arrived = done;
        named = if done < 0.5 { from } else { shade };
    }
    // The place of an absent entity is empty, because absent is not the same as no data.
    if context.absence(tile.entity, context.snapshot.day).is_none() {
        ground(context, tile.rect, shade, arrived * opacity(context, shade.status), &mut marks);
        marks.extend(name(context, &tile.label, tile.label.at, named, opacity(context, named.status)));
        if let Some(status) = context.acted(tile.entity) {
            marks.extend(corner(context, tile, status, opacity(context, Some(status))));
        }
    }
    marks
}

/// The marks of a tile on two compared days. A strip at the top shows the earlier day. A tile that did not change is
/// dimmed.
fn both(context: &RenderContext<'_>, tile: &TileBox, before: &Snapshot, after: &Snapshot) -> Vec<Mark> {
    let mut marks = Vec::new();
    let exists = |on: &Snapshot| context.absence(tile.entity, on.day).is_none();
    let (was, is) = (exists(before), exists(after));
    let (before, after) = (before.shade(tile.entity), after.shade(tile.entity));
    if before.status == after.status {
        if is {
            ground(context, tile.rect, after, DIMMED, &mut marks);
            marks.extend(name(context, &tile.label, tile.label.at, after, DIMMED));
        }
        return marks;
    }
    let shown = context.view.filter.is_none() || [before.status, after.status].contains(&context.view.filter);
    let opacity = if shown { 1.0 } else { DIMMED };
    let Rect { x, y, width, height } = tile.rect;
    let strip = (height * STRIP).round();
    if was {
        ground(context, Rect::new(x, y, width, strip), before, opacity, &mut marks);
    }
    let rest = Rect::new(x, y + strip + 1.0, width, height - strip - 1.0);
    if is {
        ground(context, rest, after, opacity, &mut marks);
    }
    marks.extend(name(context, &tile.label, rest.center(), after, opacity));
    marks
}

/// The opacity of a tile with this status, which depends on the filter.
pub(super) fn opacity(context: &RenderContext<'_>, status: Option<StatusId>) -> f64 {
    if context.view.filter.is_none() || status == context.view.filter { 1.0 } else { DIMMED }
}

/// Adds the background of a tile, or a bar of a row. Where the status is weak it is paler; its outline keeps the contrast
/// with the page. Where tiles without data have outlines, dimmed tiles have them, too.
pub(super) fn ground(context: &RenderContext<'_>, rect: Rect, shade: Shade, opacity: f64, marks: &mut Vec<Mark>) {
    let Some(fill) = context.theme.fill(shade.status) else {
        let color = context.theme.empty.fade(context.theme.empty.alpha * opacity.max(FAINTEST));
        marks.push(if context.theme.outlined {
            Mark::Outline { rect, width: 1.0, color }
        } else {
            Mark::Rect { rect, color }
        });
        return;
    };
    let fade = |color: Color| color.fade(color.alpha * opacity);
    let color = if shade.weak { context.theme.pale(fill) } else { fill.color };
    marks.push(Mark::Rect { rect, color: fade(color) });
    // The ends of a diagonal line are wider than the line. The inset keeps them inside of the tile.
    // On a paler tile only lines in the colour of the page leave the text its contrast.
    let lines = if shade.weak { context.theme.page.fade(fill.hatch.alpha) } else { fill.hatch };
    marks.extend(hatch(&[rect.inset(1.0)], fill.pattern, fade(lines)));
    let dimmed = context.theme.outlined && opacity < 1.0;
    if shade.weak || dimmed {
        let color = if dimmed { fill.color } else { fade(fill.color) };
        marks.push(Mark::Outline { rect, width: 1.0, color });
    }
}

/// The colour of text on a tile; `None` for no data.
fn ink(context: &RenderContext<'_>, shade: Shade) -> Option<Color> {
    let fill = context.theme.fill(shade.status)?;
    Some(if shade.weak { context.theme.pale.1 } else { fill.ink })
}

/// The text of a tile. On a dimmed tile it has the colour of the page's text. Neither the text colour of the fill nor
/// the muted colour would have enough contrast there.
fn name(context: &RenderContext<'_>, label: &Label, at: Point, shade: Shade, opacity: f64) -> Option<Mark> {
    let (bold, color) = match ink(context, shade) {
        Some(ink) if opacity > DIMMED => (true, ink),
        Some(_) => (false, context.theme.ink),
        None => (false, context.theme.muted),
    };
    (!label.text.is_empty()).then(|| Mark::Text {
        at,
        text: label.text.clone(),
        size: label.size,
        bold,
        color,
        anchor: Anchor::Middle,
    })
}

/// The corner of a country whose government has no status but in which a company or a bloc acts.
fn corner(context: &RenderContext<'_>, tile: &TileBox, status: StatusId, opacity: f64) -> Option<Mark> {
    let Rect { y, width, height, .. } = tile.rect;
    let (right, side) = (tile.rect.right(), (width.min(height) * 0.34).round());
    let points = vec![Point::new(right - side, y), Point::new(right, y), Point::new(right, y + side)];
    let color = context.theme.fill(Some(status))?.color.fade(opacity);
    Some(Mark::Polygon { points, color })
}

/// The outline of a tile that has just changed: the outline fades after the change, and stays while the date is the
/// date of the change. Its inset is a whole number of CSS pixels, so that it has the same width on all sides.
fn outline(context: &RenderContext<'_>, tile: &TileBox) -> Option<Mark> {
    let stays = if context.fresh(tile.entity) { 1.0 } else { 0.0 };
    let strength = context.transitions.flash(tile.entity).max(stays);
    let shade = context.snapshot.shade(tile.entity);
    let ink = ink(context, shade).unwrap_or(context.theme.ink);
    let width = if tile.rect.width < ROOMY { 1.0 } else { 2.0 };
    let color = ink.fade(strength * opacity(context, shade.status));
    (strength > 0.0).then(|| Mark::Outline { rect: tile.rect.inset(width), width, color })
}

fn heading(context: &RenderContext<'_>, label: &Label) -> Group {
    let height = label.size * 1.5;
    let bounds = Rect::new(label.at.x, label.at.y - height / 2.0, context.layout.map.heading, height);
    let text = Mark::Text {
        at: label.at,
        text: label.text.clone(),
        size: label.size,
        bold: false,
        color: context.theme.muted,
        anchor: Anchor::Left,
    };
    Group { bounds, marks: vec![text] }
}
