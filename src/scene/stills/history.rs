//! Composes the map with the history of each entity on its tile: time runs along the tile as along the timeline.

use crate::base::date::Day;
use crate::base::geom::{Point, Rect, Size};
use crate::base::text::TextMeasure;
use crate::context::RenderContext;
use crate::layout::lettering::{EM, Lettering};
use crate::layout::scale::TimeScale;
use crate::layout::tile::{TileBox, country};
use crate::model::index::Shade;
use crate::model::tiles::Grid;
use crate::scene::mark::{Anchor, Group, Mark, Scene};
use crate::scene::tiles::ground;

/// The minimal width of a tile of all shapes but the narrowest, in CSS pixels.
const NARROWEST: f64 = 23.0;
/// The maximal width of a tile, in CSS pixels.
const WIDEST: f64 = 76.0;
/// The font size of a code, as a share of the height of its tile, and the minimal font size in CSS pixels.
const CODE: f64 = 0.36;
const SMALLEST: f64 = 8.0;
/// The height of the line with the code, as a multiple of its font size.
const LINE: f64 = 1.15;
/// The minimal height of a history below its code, in CSS pixels. On lower tiles the code is left out.
const LOWEST: f64 = 9.0;
/// The space between the code and the history, in CSS pixels.
const GAP: f64 = 1.0;

/// Composes the map with histories, one group for each tile. A dataset without a grid has none.
pub fn history(context: &RenderContext<'_>, measure: &dyn TextMeasure) -> Scene {
    let width = context.layout.width;
    let Some(grid) = shape(context.dataset.grids(), width) else { return Scene::default() };
    // A still scrolls with its page, so only the width limits the tiles.
    let pitch = pitch(grid, width).clamp(1.0, WIDEST);
    let left = ((width - pitch * grid.columns as f64) / 2.0).floor().max(0.0);
    let mut groups = Vec::with_capacity(grid.tiles.len());
    let lettering = Lettering::new(context.messages, measure, EM);
    for tile in &grid.tiles {
        let bounds = Rect::new(left + tile.column as f64 * pitch, tile.row as f64 * pitch, pitch, pitch);
        let tile = country(context.dataset, &lettering, tile.entity, bounds);
        groups.push(Group { bounds, marks: marks(context, &tile) });
    }
    Scene { size: Size { width, height: pitch * grid.rows as f64 }, groups }
}

/// The widest shape of the grid whose tiles have space for a code and a history, or the narrowest shape.
fn shape(grids: &[Grid], width: f64) -> Option<&Grid> {
    grids.iter().find(|grid| pitch(grid, width) >= NARROWEST).or(grids.last())
}

fn pitch(grid: &Grid, width: f64) -> f64 {
    (width / grid.columns as f64).floor()
}

fn marks(context: &RenderContext<'_>, tile: &TileBox) -> Vec<Mark> {
    // The history needs more space than the code.
    let size = tile.label.size.min((tile.rect.height * CODE).round().max(SMALLEST));
    let line = (size * LINE).ceil() + GAP;
    let has_code = !tile.label.text.is_empty() && tile.rect.height - line >= LOWEST;
    // On a tile of several colours no colour of a text has enough contrast, so the code is above the history.
    let top = if has_code { line } else { 0.0 };
    let Rect { x, y, width, height } = tile.rect;
    let bar = Rect::new(x, y + top, width, height - top);
    let mut marks = Vec::new();
    slices(context, tile, bar, &mut marks);
    if has_code {
        let known = !context.index.spells(tile.entity).is_empty();
        marks.push(Mark::Text {
            at: Point::new(bar.center().x, y + (line - GAP) / 2.0),
            text: tile.label.text.clone(),
            size,
            bold: known,
            color: if known { context.theme.ink } else { context.theme.muted },
            anchor: Anchor::Middle,
        });
    }
    marks
}

/// Adds the statuses of an entity from left to right, and no data for the other days on which it exists.
fn slices(context: &RenderContext<'_>, tile: &TileBox, bar: Rect, marks: &mut Vec<Mark>) {
    let (first, last) = context.view.domain;
    // The last day has a width, too.
    let scale = TimeScale { domain: (first, last.plus(1)), range: (bar.x, bar.right()) };
    let slice = |from: Day, to: Day| {
        let (left, right) = (scale.x(scale.clamp(from)), scale.x(scale.clamp(to)));
        Rect::new(left, bar.y, right - left, bar.height)
    };
    let mut add = |from: Day, end: Day, status, weak| {
        let rect = slice(from, end);
        if rect.width > 0.0 {
            ground(context, rect, Shade { status, weak }, 1.0, marks);
        }
    };
    let (from, end) = context.dataset.entity(tile.entity).lifetime.within(first, None);
    add(from, end.unwrap_or(last.plus(1)), None, false);
    for spell in context.index.spells(tile.entity) {
        let end = spell.end.unwrap_or(last.plus(1));
        for (from, end, weak) in [(spell.start, end.min(spell.firm), true), (spell.start.max(spell.firm), end, false)] {
            add(from, end, Some(spell.status), weak);
        }
    }
}
