//! Arranges "Who, when": a row for each entity, with its name and the bars of its spells, below an axis.

use crate::base::geom::{Point, Rect, Size};
use crate::base::text::fitted;
use crate::layout::bars::bars;
use crate::layout::label::Label;
use crate::layout::lane_order::lanes_of;
use crate::layout::lanes_layout::{AXIS, LanesLayout};
use crate::layout::lettering::Lettering;
use crate::layout::map::MapLayout;
use crate::layout::scale::TimeScale;
use crate::layout::tile::TileBox;
use crate::layout::timeline::{hairlines, names};
use crate::model::dataset::Dataset;
use crate::model::index::Index;
use crate::view::choices::View;

/// The height of a row. A target of 24 CSS pixels satisfies WCAG 2.5.8.
const ROW: f64 = 24.0;

/// The height of a row of a picture, which needs no targets for a pointer.
const PICTURE_ROW: f64 = 20.0;

/// The space at the right, for a scroll bar and for the last name of the axis.
const MARGIN: f64 = 12.0;

/// The maximal width of a name: a share of the whole width, and CSS pixels.
const NAME_SHARE: f64 = 0.32;
const WIDEST_NAME: f64 = 190.0;
const NAME_GAP: f64 = 8.0;

/// Arranges the rows in a part that is at most `tallest` CSS pixels high and scrolls. For a picture, which has all
/// rows, `tallest` is infinite.
pub(super) fn lanes(
    dataset: &Dataset,
    index: &Index,
    lettering: &Lettering<'_>,
    width: f64,
    view: &View,
    tallest: f64,
) -> MapLayout {
    let rows = lanes_of(dataset, index, view);
    let Lettering { messages, measure, .. } = *lettering;
    // A little larger than small text.
    let size = lettering.small + 1.0;
    let row = if tallest < f64::INFINITY { ROW } else { PICTURE_ROW } + lettering.more();
    let mut room = 0.0_f64;
    for entity in &rows {
        room = room.max(measure.width(messages.name(dataset.entity(*entity)), size, false));
    }
    let room = room.min(width * NAME_SHARE).min(WIDEST_NAME).ceil();
    let side = room + NAME_GAP;
    // Time runs from left to right in every language. Only the names change to the other side.
    let (left, at) = if messages.is_leftward() { (0.0, width - MARGIN - room) } else { (side, room) };
    let plot = Rect::new(left, AXIS, (width - MARGIN - side).max(1.0), 0.0);
    let scale = TimeScale { domain: view.domain, range: (plot.x, plot.right()) };

    let label = |text, y: f64| {
        let text = fitted(measure, text, size, false, room);
        Label { text, at: Point::new(at, y + row / 2.0), size }
    };
    let (mut tiles, mut headings, mut all_bars) = (Vec::new(), Vec::new(), Vec::new());
    let mut y = 0.0;
    let mut before = None;
    for entity in rows {
        let of = dataset.entity(entity);
        if before.is_some_and(|before| before != of.kind) {
            headings.push(label(messages.text(of.kind.group()), y));
            y += row;
        }
        before = Some(of.kind);
        let cell = Rect::new(0.0, y, width - MARGIN, row);
        tiles.push(TileBox { entity, cell, rect: cell, label: label(messages.name(of), y) });
        let changes = index.uncertain_changes_of(dataset, entity);
        bars(index.spells(entity), &changes, &scale, y + row / 2.0, &mut all_bars);
        y += row;
    }
    let height = (AXIS + y).min(tallest);
    let lanes = LanesLayout {
        plot: Rect { height: height - AXIS, ..plot },
        scale,
        ticks: scale.ticks(hairlines(&scale)),
        names: names(&scale, lettering, AXIS / 2.0),
        bars: all_bars,
        hidden: AXIS + y - height,
    };
    MapLayout { size: Size { width, height }, tiles, headings, heading: room, lanes: Some(lanes) }
}
