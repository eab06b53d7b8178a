//! Arranges the timeline: the plot, its ticks and their names.

use crate::base::date::Day;
use crate::base::geom::{Point, Rect, Size};
use crate::base::text::{fitted, isolated};
use crate::layout::label::Label;
use crate::layout::lettering::Lettering;
use crate::layout::periods::{PeriodBand, periods};
use crate::layout::scale::{Tick, TimeScale};
use crate::model::dataset::Dataset;
use crate::model::index::Index;
use crate::model::window::Window;
use crate::view::choices::View;

/// The positions of the timeline.
#[derive(Clone, Debug)]
pub struct TimelineLayout {
    /// The size of the timeline with its axis.
    pub size: Size,
    /// The rectangle of the stacked areas.
    pub plot: Rect,
    /// The bands of the annotated periods.
    pub periods: Vec<PeriodBand>,
    /// The scale from days to x.
    pub scale: TimeScale,
    /// The largest number of counted entities that have any status on one day of the timeline, or of their weights.
    pub most: f64,
    /// The height of one counted entity, or of the weight 1, in CSS pixels.
    pub unit: f64,
    /// The ticks of the axis: first days of years, quarters or months.
    pub ticks: Vec<Tick>,
    /// The names of years and months that have space, and whether the name is bold.
    pub names: Vec<(Label, bool)>,
    /// The counts with a horizontal hairline.
    pub levels: Vec<Level>,
}

/// A count with a horizontal hairline.
#[derive(Clone, Debug)]
pub struct Level {
    /// The y of the hairline.
    pub y: f64,
    /// The number. The topmost label also has the word for the counted entities.
    pub label: Label,
    /// The width of the label and of the space beside it.
    pub width: f64,
}

impl TimelineLayout {
    /// The right end of the areas. The last day has a width, so that its changes are visible.
    pub fn end(&self) -> f64 {
        self.plot.right() + LAST_DAY
    }
}

/// The space on both sides of the plot. Half of a handle needs it on the first and last day.
const MARGIN: f64 = 12.0;

/// The height of the plot, in CSS pixels: on a narrow figure, such as on a phone, and on others.
const HEIGHT: [f64; 2] = [38.0, 64.0];

/// The height of a line of text, as a multiple of its size.
const LINE: f64 = 1.25;

const AXIS: f64 = 26.0;

/// The smallest distance of hairlines.
const LEAST: f64 = 1e-6;

/// The width of the last day, in CSS pixels.
const LAST_DAY: f64 = 4.0;

/// The first and last day of the timeline of a dataset. If both are the same day, one day is added: a scale needs two
/// days.
pub fn domain(dataset: &Dataset) -> (Day, Day) {
    domain_of(dataset, Window::default()).0
}

/// The first and last day with a window. Each end of the window takes precedence over the same end in the dataset. Also
/// returns whether the window is possible. If the window ends before it begins, or has no day of the data, the timeline
/// has all days of the data.
pub fn domain_of(dataset: &Dataset, window: Window) -> ((Day, Day), bool) {
    let own = dataset.window();
    let window = Window { start: window.start.or(own.start), end: window.end.or(own.end) };
    let days = dataset.days();
    let chosen = window.of(days);
    let (start, last) = chosen.unwrap_or(days);
    ((start, last.max(start.plus(1))), chosen.is_some())
}

pub(super) fn timeline(
    dataset: &Dataset,
    index: &Index,
    lettering: &Lettering<'_>,
    view: &View,
    width: f64,
    narrow: bool,
) -> TimelineLayout {
    let margin = MARGIN.min(width / 4.0);
    let scale = TimeScale { domain: view.domain, range: (margin, width - margin) };
    let (periods, top) = periods(dataset, lettering, &scale, narrow);
    let plot = Rect::new(margin, top, width - 2.0 * margin, HEIGHT[usize::from(!narrow)]);
    // The unit is limited, because a few entities would otherwise fill the plot like many entities. The rest of the
    // height is free space at the top. A weight can be any number, but the unit must be finite.
    let most = index.most(view.domain, view.weighted);
    let unit = plot.height * 0.94 / most.max(if view.weighted { 1e-300 } else { 4.0 });
    let axis = AXIS + lettering.more();
    TimelineLayout {
        size: Size { width, height: plot.bottom() + axis },
        plot,
        periods,
        scale,
        most,
        unit,
        ticks: scale.ticks(hairlines(&scale)),
        names: names(&scale, lettering, plot.bottom() + axis / 2.0),
        levels: levels(dataset, (most, view.weighted), lettering, (unit, plot)),
    }
}

/// The number of months from one hairline to the next: the smallest with at least 12 CSS pixels between hairlines.
pub(super) fn hairlines(scale: &TimeScale) -> u8 {
    [1, 3].iter().copied().find(|months| scale.length(28 * i32::from(*months)) >= 12.0).unwrap_or(12)
}

/// The names of years, in bold, and the names of months between them, as far as there is space. A name begins at its
/// tick. One that is wider than its year has its middle there, so that it does not lie below the year after it. None
/// begins before the axis.
pub(super) fn names(scale: &TimeScale, lettering: &Lettering<'_>, axis: f64) -> Vec<(Label, bool)> {
    let Lettering { messages, measure, small: size } = *lettering;
    let width = |text: &str, bold| measure.width(text, size, bold) + 10.0;
    // No year has more than four digits.
    let year = width(&messages.year(2020), true);
    // All months have the same distance, so that either all of them have names or none.
    let mut month = 0.0_f64;
    for number in 1..=12 {
        month = month.max(width(&messages.short_month(number), false));
    }
    let every = [1, 3, 6].iter().copied().find(|months| scale.length(28 * i32::from(*months)) >= month.max(year));
    let stride = [1, 2, 5, 10, 20, 50, 100, 1000].iter().copied().find(|years| scale.length(365 * years) >= year);
    // The name of the first year is at the beginning of the axis, even if the axis does not begin in January.
    let (first, _, _) = scale.domain.0.ymd();
    let mut ticks = vec![Tick { day: scale.domain.0, year: first, month: 1 }];
    for tick in scale.ticks(every.unwrap_or(12)) {
        if tick.day != scale.domain.0 {
            ticks.push(tick);
        }
    }
    let mut placed: Vec<(Label, bool)> = Vec::new();
    let mut free = f64::NEG_INFINITY;
    let is_unnamed = |tick: &Tick| stride.is_some_and(|years| tick.year % years != 0);
    let shift = if stride == Some(1) { 0.0 } else { (year - 10.0) / 2.0 };
    let begin = |day: Day| (scale.x(day) - shift).max(scale.range.0);
    let next_year = |x: f64| {
        let next = ticks.iter().find(|tick| tick.month == 1 && scale.x(tick.day) > x && !is_unnamed(tick));
        next.map(|tick| begin(tick.day))
    };
    for tick in &ticks {
        let begins_year = tick.month == 1;
        let origin = tick.day == scale.domain.0;
        if begins_year && !origin && is_unnamed(tick) {
            continue;
        }
        let text = if begins_year { messages.year(tick.year) } else { messages.short_month(tick.month) };
        let x = begin(tick.day);
        let end = x + width(&text, begins_year);
        let yields = (origin || !begins_year) && next_year(x).is_some_and(|next| end > next);
        // The last name needs no space after it. This space is 10 CSS pixels of the width.
        if x < free || yields || end - 10.0 > scale.range.1 + MARGIN {
            continue;
        }
        free = end;
        placed.push((Label { text, at: Point::new(x, axis), size }, begins_year));
    }
    // The only name has a month, because a year alone would not show in which month the axis begins.
    if let [(only, _)] = placed.as_mut_slice() {
        only.text = messages.month_of(scale.domain.0);
    }
    placed
}

/// At most three round counts, at equal distances from the base line. Their names have space for a line of text.
fn levels(
    dataset: &Dataset,
    (most, weighted): (f64, bool),
    lettering: &Lettering<'_>,
    (unit, plot): (f64, Rect),
) -> Vec<Level> {
    let Lettering { messages, measure, small } = *lettering;
    let fits = |step: f64| most / step < 4.0 && step * unit >= small * LINE;
    let mut scale = if weighted { LEAST } else { 1.0 };
    while weighted && scale * 1000.0 <= most {
        scale *= 10.0;
    }
    let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0, 500.0];
    let step = scale * steps.iter().copied().find(|step| fits(step * scale)).unwrap_or(1000.0);
    let size = small - 1.0;
    let mut levels = Vec::new();
    let mut count = step;
    while count <= most {
        let y = plot.bottom() - count * unit;
        let number = messages.amount(count, weighted);
        let unit = messages.counted(dataset, count, weighted);
        let named = messages.fill("amount", &[("n", &number), ("unit", &unit)]);
        // A dataset can have a long word for what is counted.
        let named = if most - count < step { fitted(measure, &named, size, false, plot.width) } else { number };
        let text = isolated(named);
        let width = measure.width(&text, size, false) + 3.0;
        levels.push(Level { y, label: Label { text, at: Point::new(plot.x, y - small * 0.6), size }, width });
        count += step;
    }
    levels
}
