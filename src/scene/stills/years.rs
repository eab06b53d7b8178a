//! Composes small multiples: a small map for each year, on the last day of the year.

use crate::base::date::Day;
use crate::base::geom::{Point, Rect, Size};
use crate::base::text::{TextMeasure, isolated};
use crate::context::RenderContext;
use crate::model::id::StatusId;
use crate::model::index::{Shade, Snapshot};
use crate::model::tiles::Grid;
use crate::scene::mark::{Anchor, Group, Mark, Scene};
use crate::scene::tiles::ground;
use crate::theme::SMALL;

/// The minimal width of a map, in CSS pixels.
const NARROWEST: f64 = 190.0;
/// The maximal width of a tile, in CSS pixels.
const WIDEST_TILE: f64 = 24.0;
/// The space between two maps, in CSS pixels.
const GAP: f64 = 20.0;
/// The font size of a year, and the height of its line.
const YEAR: f64 = 15.0;
const LINE: f64 = 22.0;
/// The width of a sample of a colour beside a number.
const SAMPLE: f64 = 9.0;
/// The space before a sample.
const SPACE: f64 = 8.0;
/// The maximal number of maps. In a longer period only every second, fifth, tenth year and so on has a map.
const MOST: usize = 24;

/// Composes the maps in rows, one group for each map and one for its year. A dataset without a grid has none.
pub fn years(context: &RenderContext<'_>, measure: &dyn TextMeasure) -> Scene {
    let width = context.layout.width;
    let Some(grid) = context.dataset.grids().first() else { return Scene::default() };
    let days = days(context.view.domain);
    let columns = (((width + GAP) / (NARROWEST + GAP)).floor() as usize).clamp(1, days.len());
    let each = (width - GAP * (columns - 1) as f64) / columns as f64;
    let pitch = (each / grid.columns as f64).floor().clamp(1.0, WIDEST_TILE);
    let height = LINE + pitch * grid.rows as f64 + GAP;
    let mut groups = Vec::new();
    for (place, day) in days.iter().enumerate() {
        let corner = Point::new(((each + GAP) * (place % columns) as f64).floor(), height * (place / columns) as f64);
        groups.push(heading(context, measure, *day, corner, each));
        groups.push(map(context, grid, &context.index.as_of(*day), Point::new(corner.x, corner.y + LINE), pitch));
    }
    Scene { size: Size { width, height: height * days.len().div_ceil(columns) as f64 - GAP }, groups }
}

/// The last day of each year of a period, and the last day of the period. If there are many years, only the multiples
/// of a number are used.
fn days((first, last): (Day, Day)) -> Vec<Day> {
    let (from, to) = (first.ymd().0, last.ymd().0);
    let mut step = 1;
    for factor in [2, 5].into_iter().cycle() {
        if ((to - from) / step) as usize + 1 < MOST {
            break;
        }
        // The steps are 1, 2, 10, 20, 100 and so on, because readers count in such years.
        step *= factor;
    }
    let ends = (from..to).filter(|year| year % step == 0).filter_map(|year| Day::from_ymd(year, 12, 31));
    ends.chain([last]).collect()
}

/// The year of a map, or the month if the day is not the end of a year. The number of entities with each status
/// follows, as far as there is space.
fn heading(context: &RenderContext<'_>, measure: &dyn TextMeasure, day: Day, at: Point, width: f64) -> Group {
    let messages = context.messages;
    let (year, month, date) = day.ymd();
    let name = if (month, date) == (12, 31) { messages.whole_year(year) } else { messages.month_of(day) };
    let middle = at.y + YEAR / 2.0;
    let text = |x: f64, text: String, size: f64, bold: bool| Mark::Text {
        at: Point::new(x, middle),
        text: isolated(text),
        size,
        bold,
        color: context.theme.ink,
        anchor: Anchor::Left,
    };
    let mut x = at.x + measure.width(&name, YEAR, true) + SPACE;
    let mut marks = vec![text(at.x, name, YEAR, true)];
    for (place, count) in context.index.counts(day).iter().enumerate() {
        let number = messages.number(*count);
        let end = x + SAMPLE + 3.0 + measure.width(&number, SMALL, false);
        if *count == 0 || end > at.x + width {
            continue;
        }
        ground(
            context,
            Rect::new(x, middle - SAMPLE / 2.0, SAMPLE, SAMPLE),
            Shade { status: Some(StatusId::new(place)), weak: false },
            1.0,
            &mut marks,
        );
        marks.push(text(x + SAMPLE + 3.0, number, SMALL, false));
        x = end + SPACE;
    }
    Group { bounds: Rect::new(at.x, at.y, width, LINE), marks }
}

fn map(context: &RenderContext<'_>, grid: &Grid, snapshot: &Snapshot, at: Point, pitch: f64) -> Group {
    let gap = if pitch >= 4.0 { 1.0 } else { 0.0 };
    let mut marks = Vec::new();
    for tile in &grid.tiles {
        let (x, y) = (at.x + tile.column as f64 * pitch, at.y + tile.row as f64 * pitch);
        let rect = Rect::new(x, y, pitch - gap, pitch - gap);
        if context.absence(tile.entity, snapshot.day).is_none() {
            ground(context, rect, snapshot.shade(tile.entity), 1.0, &mut marks);
        }
    }
    let bounds = Rect::new(at.x, at.y, pitch * grid.columns as f64, pitch * grid.rows as f64);
    Group { bounds, marks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::PartialDate;

    fn days_of(first: &str, last: &str) -> Vec<String> {
        let [first, last] = [first, last].map(|text| text.parse::<PartialDate>().unwrap().first());
        days((first, last)).iter().map(Day::to_string).collect()
    }

    #[test]
    fn each_year_has_its_last_day() {
        assert_eq!(days_of("2018-05-01", "2020-06-30"), ["2018-12-31", "2019-12-31", "2020-06-30"]);
        assert_eq!(days_of("2018-05-01", "2018-06-30"), ["2018-06-30"]);
    }

    #[test]
    fn long_periods_have_at_most_so_many_maps() {
        let decades = days_of("1870-01-01", "2026-06-30");
        assert_eq!((decades.len(), decades[0].as_str(), decades[16].as_str()), (17, "1870-12-31", "2026-06-30"));
        assert!(days_of("0001-01-01", "2026-06-30").len() <= MOST);
    }
}
