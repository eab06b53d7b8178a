//! Where tiles, groups and timeline go at a width.

use crate::dataset::{Dataset, EntityId, EntityKind, Grid};
use crate::date::Day;
use crate::geom::{Point, Rect, Size};
use crate::index::Index;
use crate::messages::Messages;
use crate::scale::{Tick, TimeScale};
use crate::text::{TextMeasure, fitted};
use crate::theme::SMALL;
use crate::view::Focus;

/// The places of everything at one width.
#[derive(Clone, Debug)]
pub struct Layout {
    /// In CSS pixels.
    pub width: f64,
    /// The tile grid map and the groups below it.
    pub map: MapLayout,
    /// The timeline.
    pub timeline: TimelineLayout,
}

/// The places of the tile grid map and of the groups below it.
#[derive(Clone, Debug)]
pub struct MapLayout {
    /// Of the whole.
    pub size: Size,
    /// Countries first, as the grid has them, then the groups in the order of the dataset.
    pub tiles: Vec<TileBox>,
    /// Names of the groups.
    pub headings: Vec<Label>,
    /// How wide these may be: as their column, or as all.
    pub heading: f64,
    /// How many members of the groups have no place until they are unfolded.
    pub folded: usize,
}

/// An entity's place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct TileBox {
    /// Whose.
    pub entity: EntityId,
    /// The place with its share of the gap; no two overlap.
    pub cell: Rect,
    /// The tile itself, inside of the cell.
    pub rect: Rect,
    /// What is written on it; may be empty.
    pub label: Label,
}

/// A line of text and the left end or middle of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What.
    pub text: String,
    /// Halfway up the line; left, middle or right of it as the composer decides.
    pub at: Point,
    /// In CSS pixels.
    pub size: f64,
}

/// The places of the timeline.
#[derive(Clone, Debug)]
pub struct TimelineLayout {
    /// Of the whole.
    pub size: Size,
    /// Where the areas are.
    pub plot: Rect,
    /// The strip for event ticks, right below.
    pub lane: Rect,
    /// Days along the plot.
    pub scale: TimeScale,
    /// CSS pixels for one counted entity.
    pub unit: f64,
    /// Beginnings of years, quarters or months with a hairline.
    pub ticks: Vec<Tick>,
    /// Their names, where there is room.
    pub names: Vec<(Label, bool)>,
    /// Counts with a level hairline, and where.
    pub levels: Vec<(u32, f64)>,
}

/// Narrowest tile of a wide grid; below it the next narrower shape of the grid serves.
const NARROWEST: f64 = 17.0;
/// A grid grows to this height, though no tile beyond `WIDEST`; in other shapes than the widest, tiles beyond `WIDEST_TALL`.
const TALLEST: f64 = 880.0;
const WIDEST: f64 = 76.0;
const WIDEST_TALL: f64 = 26.0;
/// Below this pitch a code cannot be read.
const CODED: f64 = 15.0;
/// From this pitch on tiles have names where they fit, all in letters of about the same size.
const NAMED: f64 = 48.0;
const NAME: f64 = 12.0;
const SMALLEST_NAME: f64 = 10.0;
const NAME_PAD: f64 = 8.0;
/// Letters of codes are no smaller.
const SMALLEST_CODE: f64 = 7.0;
const CHIP: f64 = 26.0;
const CHIP_GAP: f64 = 4.0;
const CHIP_PAD: f64 = 9.0;
/// Space above a group, and the column of its name where it stands beside.
const GROUP_GAP: f64 = 12.0;
const GROUP_NAME: f64 = 92.0;
/// Rows of a group that is not unfolded.
const FOLDED_ROWS: usize = 2;
/// From this width on a group's name stands beside it.
const WIDE: f64 = 520.0;
/// Space beside the plot, for half of the handle.
const MARGIN: f64 = 12.0;
/// How much worse a pixel aside is than one ahead, for the arrows: a tile in the same row comes first across a narrow sea.
const ASLANT: f64 = 4.0;
const LANE: f64 = 12.0;
const AXIS: f64 = 24.0;

impl Layout {
    /// Arranges a dataset at a width in CSS pixels, with all members of its groups or as many as fit into two rows.
    pub fn new(
        dataset: &Dataset,
        index: &Index,
        messages: &Messages,
        measure: &dyn TextMeasure,
        width: f64,
        unfolded: bool,
    ) -> Self {
        let width = width.max(1.0).floor();
        Self {
            width,
            map: map(dataset, messages, measure, width, if unfolded { usize::MAX } else { FOLDED_ROWS }),
            timeline: timeline(dataset, index, messages, measure, width),
        }
    }

    /// The tile at a place of the map, or the nearest no further than `reach` CSS pixels away.
    pub fn tile_at(&self, place: Point, reach: f64) -> Option<&TileBox> {
        let mut nearest = None;
        let mut least = reach;
        for tile in &self.map.tiles {
            let distance = tile.cell.distance(place);
            if distance < least || (distance == least && nearest.is_none()) {
                (nearest, least) = (Some(tile), distance);
            }
        }
        nearest
    }

    /// The tile of an entity.
    pub fn tile_of(&self, entity: EntityId) -> Option<&TileBox> {
        self.map.tiles.iter().find(|tile| tile.entity == entity)
    }

    /// The tile that the eye would call the next one in a direction: near, and more ahead than aside.
    pub fn neighbour(&self, entity: EntityId, direction: &Focus) -> Option<EntityId> {
        let from = self.tile_of(entity)?.rect.center();
        let mut next = None;
        let mut least = f64::INFINITY;
        for tile in &self.map.tiles {
            let to = tile.rect.center();
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let (ahead, aside) = match direction {
                Focus::Left => (-dx, dy),
                Focus::Right => (dx, dy),
                Focus::Up => (-dy, dx),
                Focus::Down => (dy, dx),
                _ => return None,
            };
            let effort = ahead + ASLANT * aside.abs();
            if ahead > 1.0 && aside.abs() <= ahead * 2.0 && effort < least {
                (next, least) = (Some(tile.entity), effort);
            }
        }
        next
    }
}

/// The first and last day of a dataset's timeline. A day is added where the two are one.
pub fn domain(dataset: &Dataset) -> (Day, Day) {
    let (start, last) = dataset.extent();
    (start, if last > start { last } else { start.plus(1) })
}

fn map(dataset: &Dataset, messages: &Messages, measure: &dyn TextMeasure, width: f64, rows: usize) -> MapLayout {
    let mut tiles = Vec::new();
    let mut on_grid = vec![false; dataset.entities().len()];
    let mut height = 0.0;
    if let Some((grid, widest)) = shape(dataset.grids(), width) {
        let pitch = (width / grid.columns as f64).floor().min(widest).max(1.0);
        let left = ((width - pitch * grid.columns as f64) / 2.0).floor().max(0.0);
        for tile in &grid.tiles {
            let cell = Rect::new(left + tile.column as f64 * pitch, tile.row as f64 * pitch, pitch, pitch);
            on_grid[tile.entity] = true;
            tiles.push(country(dataset, messages, tile.entity, cell, measure));
        }
        height = grid.rows as f64 * pitch;
    }
    let mut headings = Vec::new();
    let beside = width >= WIDE;
    let heading = if beside { GROUP_NAME - CHIP_GAP } else { width };
    let mut folded = 0;
    for kind in EntityKind::ALL {
        let mut members: Vec<EntityId> = Vec::new();
        for (id, entity) in dataset.entities().iter().enumerate() {
            if entity.kind == kind && entity.shown && !on_grid[id] {
                members.push(id);
            }
        }
        if members.is_empty() {
            continue;
        }
        if height > 0.0 {
            height += GROUP_GAP;
        }
        let name = match kind {
            EntityKind::Country => "countries",
            EntityKind::Bloc => "blocs",
            EntityKind::Company => "companies",
        };
        let mut left = 0.0;
        headings.push(Label {
            text: fitted(measure, messages.text(name), SMALL, false, heading),
            at: Point::new(0.0, height + CHIP / 2.0),
            size: SMALL,
        });
        if beside {
            left = GROUP_NAME;
        } else {
            height += CHIP - 4.0;
        }
        let mut flow = Flow { left, right: width, at: Point::new(left, height), rows };
        for entity in members {
            let name = messages.name(&dataset.entities()[entity]);
            match flow.chip(entity, name, measure) {
                Some(chip) => tiles.push(chip),
                None => folded += 1,
            }
        }
        height = flow.at.y + CHIP;
    }
    MapLayout { size: Size { width, height: height.max(1.0) }, tiles, headings, heading, folded }
}

/// The widest shape of the grid whose tiles are not too narrow, and how wide its tiles may be.
fn shape(grids: &[Grid], width: f64) -> Option<(&Grid, f64)> {
    let fits = grids.iter().position(|grid| width / grid.columns as f64 >= NARROWEST);
    let chosen = fits.unwrap_or(grids.len().checked_sub(1)?);
    let grid = &grids[chosen];
    let tallest = (TALLEST / grid.rows as f64).floor().clamp(WIDEST_TALL, WIDEST);
    Some((grid, if chosen == 0 { tallest } else { WIDEST_TALL }))
}

fn country(dataset: &Dataset, messages: &Messages, entity: EntityId, cell: Rect, measure: &dyn TextMeasure) -> TileBox {
    let gap = if cell.width >= 24.0 { 2.0 } else { 1.0 };
    let rect = Rect::new(cell.x, cell.y, cell.width - gap, cell.height - gap);
    let of = &dataset.entities()[entity];
    let wide = cell.width >= NAMED;
    let size = if wide { NAME } else { (cell.width * 0.42).clamp(8.0, 14.0).round() };
    // A name or a label of the dataset's own is longer than a code: it is written smaller, if need be.
    let fit = |text: &str, largest: f64, smallest: f64, width: f64| {
        let mut size = largest;
        while size >= smallest {
            if measure.width(text, size, true) <= width {
                return Some((text.to_owned(), size));
            }
            size -= 1.0;
        }
        None
    };
    let code = of.label.as_ref().map_or(of.id.as_str(), |label| label.nearest(messages.lang()));
    let named = if wide { fit(messages.name(of), size, SMALLEST_NAME, rect.width - NAME_PAD) } else { None };
    let coded = if cell.width >= CODED { fit(code, size, SMALLEST_CODE, rect.width) } else { None };
    let (text, size) = named.or(coded).unwrap_or((String::new(), size));
    TileBox { entity, cell, rect, label: Label { text, at: rect.center(), size } }
}

/// Chips side by side in rows.
struct Flow {
    left: f64,
    right: f64,
    at: Point,
    /// How many more rows there may be, this one included.
    rows: usize,
}

impl Flow {
    /// The next chip; `None` where there is no row left for it, nor for any that follows.
    fn chip(&mut self, entity: EntityId, name: &str, measure: &dyn TextMeasure) -> Option<TileBox> {
        if self.rows == 0 {
            return None;
        }
        let room = (self.right - self.left - 2.0 * CHIP_PAD).max(0.0);
        let text = fitted(measure, name, SMALL, true, room);
        let width = (measure.width(&text, SMALL, true) + 2.0 * CHIP_PAD).ceil();
        if self.at.x > self.left && self.at.x + width > self.right {
            self.rows -= 1;
            if self.rows == 0 {
                return None;
            }
            self.at = Point::new(self.left, self.at.y + CHIP + CHIP_GAP);
        }
        let cell = Rect::new(self.at.x, self.at.y, width.min(self.right - self.left), CHIP);
        self.at.x = cell.right() + CHIP_GAP;
        Some(TileBox { entity, cell, rect: cell, label: Label { text, at: cell.center(), size: SMALL } })
    }
}

fn timeline(
    dataset: &Dataset,
    index: &Index,
    messages: &Messages,
    measure: &dyn TextMeasure,
    width: f64,
) -> TimelineLayout {
    let margin = MARGIN.min(width / 4.0);
    let plot = Rect::new(margin, 10.0, width - 2.0 * margin, (width * 0.17).clamp(88.0, 150.0).round());
    let lane = Rect::new(plot.x, plot.bottom(), plot.width, LANE);
    let scale = TimeScale { domain: domain(dataset), range: (plot.x, plot.right()) };
    let unit = plot.height * 0.94 / f64::from(index.most().max(4));
    let axis = lane.bottom() + AXIS / 2.0;
    TimelineLayout {
        size: Size { width, height: lane.bottom() + AXIS },
        plot,
        lane,
        scale,
        unit,
        ticks: scale.ticks(hairlines(&scale)),
        names: names(&scale, messages, measure, axis),
        levels: levels(index.most(), unit, plot),
    }
}

/// Every how many months there is a hairline: no two nearer than 12 CSS pixels.
fn hairlines(scale: &TimeScale) -> u8 {
    [1, 3].iter().copied().find(|months| scale.length(28 * i32::from(*months)) >= 12.0).unwrap_or(12)
}

/// The names of years, in bold, and of months between them, where they have room.
fn names(scale: &TimeScale, messages: &Messages, measure: &dyn TextMeasure, axis: f64) -> Vec<(Label, bool)> {
    let width = |text: &str, bold| measure.width(text, SMALL, bold) + 10.0;
    let year = width(&messages.year(2020), true);
    let mut month = 0.0_f64;
    for number in 1..=12 {
        month = month.max(width(&messages.short_month(number), false));
    }
    let every = [1, 3, 6].iter().copied().find(|months| scale.length(28 * i32::from(*months)) >= month.max(year));
    let stride = [1, 2, 5, 10, 20, 50, 100, 1000].iter().copied().find(|years| scale.length(365 * years) >= year);
    let mut ticks = scale.ticks(every.unwrap_or(12));
    let (first, _, _) = scale.domain.0.ymd();
    if ticks.first().is_none_or(|tick| tick.day != scale.domain.0 || tick.month != 1) {
        // The first year is named where the axis begins, in place of the month that begins there.
        ticks.retain(|tick| tick.day != scale.domain.0);
        ticks.insert(0, Tick { day: scale.domain.0, year: first, month: 1 });
    }
    let mut placed: Vec<(Label, bool)> = Vec::new();
    let mut free = f64::NEG_INFINITY;
    let next_year =
        |x: f64| ticks.iter().find(|tick| tick.month == 1 && scale.x(tick.day) > x).map(|tick| scale.x(tick.day));
    for tick in &ticks {
        let begins_year = tick.month == 1;
        let origin = tick.day == scale.domain.0;
        if begins_year && !origin && stride.is_some_and(|years| tick.year % years != 0) {
            continue;
        }
        let text = if begins_year { messages.year(tick.year) } else { messages.short_month(tick.month) };
        let x = scale.x(tick.day);
        let end = x + width(&text, begins_year);
        let yields = (origin || !begins_year) && next_year(x).is_some_and(|next| end > next);
        if x < free || yields || end - 10.0 > scale.range.1 + MARGIN {
            continue;
        }
        free = end;
        placed.push((Label { text, at: Point::new(x, axis), size: SMALL }, begins_year));
    }
    if let [(only, _)] = placed.as_mut_slice() {
        only.text = messages.month_of(scale.domain.0);
    }
    placed
}

/// At most three round counts, evenly spaced from the ground.
fn levels(most: u32, unit: f64, plot: Rect) -> Vec<(u32, f64)> {
    let step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].iter().copied().find(|step| most / step <= 3).unwrap_or(1000);
    let mut levels = Vec::new();
    let mut count = step;
    while count <= most {
        levels.push((count, plot.bottom() - f64::from(count) * unit));
        count += step;
    }
    levels
}
