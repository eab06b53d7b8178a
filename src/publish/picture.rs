//! Pictures of a dataset: the figure on a day, or the whole period.

use crate::base::date::{Day, PartialDate};
use crate::base::text::Estimate;
use crate::chart::Chart;
use crate::i18n::messages::Messages;
use crate::model::dataset::Dataset;
use crate::model::window::Window;
use crate::render::svg;
use crate::scene::figure::MARGIN;
use crate::scene::stills::Still;
use crate::theme::{Scheme, ThemeOptions};
use crate::view::intent::{Intent, Tab};

/// The number of pixels of a PNG for one CSS pixel.
pub const RATIO: u32 = 2;

/// The options of a picture.
#[derive(Clone, Debug)]
pub struct Style {
    /// In CSS pixels, with the margins.
    pub width: u16,
    /// Dark on light, light on dark, or for paper.
    pub scheme: Scheme,
    /// A second date to compare with.
    pub compare: Option<PartialDate>,
    /// The first and last date of the timeline.
    pub window: [Option<PartialDate>; 2],
    /// What to draw. `None`: the map, if the dataset has one.
    pub view: Option<View>,
    /// Whether to count weights.
    pub weighted: bool,
    /// The texts of the picture. `None`: English.
    pub messages: Option<Messages>,
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The map with the timeline.
    Map,
    /// A row for each entity with its statuses over time.
    Lanes,
    /// The companies and blocs.
    Groups,
    /// The map with the history of each entity on its tile.
    History,
    /// A small map for each year.
    Years,
}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPicture {
    /// The date is outside of the timeline.
    #[error(transparent)]
    Outside(#[from] Outside),
    /// The end of the timeline is before its start.
    #[error("the end {end} is earlier than the start {start}")]
    Backwards {
        /// The start.
        start: PartialDate,
        /// The end.
        end: PartialDate,
    },
    /// No day of the data is in this part of the timeline.
    #[error("no day of the data ({first} to {last}) is in this part of the timeline")]
    NoDay {
        /// The first day of the data.
        first: Day,
        /// The last day of the data.
        last: Day,
    },
    /// There are no places.
    #[error("the dataset has no grid and no tiles")]
    NoMap,
    /// Nobody has a status.
    #[error("no entity has a status on any day of the timeline")]
    NoLanes,
    /// Nobody is outside of the map.
    #[error("all entities are on the map")]
    NoGroups,
    /// A picture of the whole period has no date.
    #[error("it shows the whole period, and no date")]
    Dated,
    /// There are no weights.
    #[error("no entity that is counted has a weight")]
    NoWeights,
    /// A picture of the whole period counts entities.
    #[error("it counts entities, and no weights")]
    Weighted,
}

/// A date outside of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{day} is outside the timeline of the dataset ({first} to {last})")]
pub struct Outside {
    /// The date.
    pub day: Day,
    /// The first day of the timeline.
    pub first: Day,
    /// The last day of the timeline.
    pub last: Day,
}

/// The chart of a dataset on a day.
///
/// # Errors
///
/// The day is outside of the timeline.
pub fn on(dataset: Dataset, date: Option<PartialDate>) -> Result<Chart, Outside> {
    moved(Chart::new(dataset, Box::new(Estimate)), date)
}

/// The same with a start and an end of the timeline, in place of those of the dataset.
///
/// # Errors
///
/// The day is outside of the timeline, or no day of the data is in this part of it.
fn within(
    dataset: Dataset,
    date: Option<PartialDate>,
    [start, end]: [Option<PartialDate>; 2],
) -> Result<Chart, NoPicture> {
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    if !chart.show_window(Window::between(start, end)) {
        if let (Some(start), Some(end)) = (start, end)
            && end.last() < start.first()
        {
            return Err(NoPicture::Backwards { start, end });
        }
        let (first, last) = chart.dataset().days();
        return Err(NoPicture::NoDay { first, last });
    }
    Ok(moved(chart, date)?)
}

fn moved(mut chart: Chart, date: Option<PartialDate>) -> Result<Chart, Outside> {
    if let Some(date) = date {
        let day = date.first();
        chart.apply(Intent::Day(day.number()));
        if chart.view().day != day {
            let (first, last) = chart.view().domain;
            return Err(Outside { day, first, last });
        }
    }
    Ok(chart)
}

/// The picture as SVG.
///
/// # Errors
///
/// The dataset has nothing for such a picture, or the options contradict each other.
pub fn picture(dataset: Dataset, date: Option<PartialDate>, style: &Style) -> Result<String, NoPicture> {
    let mut chart = within(dataset, date, style.window)?;
    if let Some(messages) = &style.messages {
        chart.translate(messages.clone());
    }
    chart.apply(Intent::Compare(style.compare.map(|date| date.first().number())));
    if let Some(view) = style.view {
        show(&mut chart, view)?;
    }
    let still = match style.view {
        Some(View::History) => Some(Still::History),
        Some(View::Years) => Some(Still::Years),
        _ => None,
    };
    if still.is_some() && (date.is_some() || style.compare.is_some()) {
        return Err(NoPicture::Dated);
    }
    chart.apply(Intent::Weighted(style.weighted));
    if chart.view().weighted != style.weighted {
        return Err(NoPicture::NoWeights);
    }
    if still.is_some() && style.weighted {
        return Err(NoPicture::Weighted);
    }
    arrange(&mut chart, style.scheme, style.width);
    Ok(still.map_or_else(|| svg::svg(&chart), |still| svg::still(&chart, still)))
}

/// Shows a view, or says why there is none.
fn show(chart: &mut Chart, view: View) -> Result<(), NoPicture> {
    let (tab, missing) = match view {
        View::Map | View::History | View::Years => (Tab::Map, NoPicture::NoMap),
        View::Lanes => (Tab::Lanes, NoPicture::NoLanes),
        View::Groups => (Tab::Groups, NoPicture::NoGroups),
    };
    turn(chart, tab, missing)
}

/// Shows the view with which a published figure begins, or says why there is none. Pictures have no table: they show the
/// map, as without a view.
pub(crate) fn begin(chart: &mut Chart, tab: Tab) -> Result<(), NoPicture> {
    match tab {
        Tab::Map => turn(chart, tab, NoPicture::NoMap),
        Tab::Lanes => turn(chart, tab, NoPicture::NoLanes),
        Tab::Groups => turn(chart, tab, NoPicture::NoGroups),
        Tab::Table => Ok(()),
    }
}

/// Shows a tab; `missing` says why there is none.
fn turn(chart: &mut Chart, tab: Tab, missing: NoPicture) -> Result<(), NoPicture> {
    chart.apply(Intent::View(tab));
    if chart.view().tab == tab { Ok(()) } else { Err(missing) }
}

/// The figure as SVG. The width in CSS pixels includes the margins.
pub(crate) fn draw(chart: &mut Chart, scheme: Scheme, width: u16) -> String {
    arrange(chart, scheme, width);
    svg::svg(chart)
}

fn arrange(chart: &mut Chart, scheme: Scheme, width: u16) {
    chart.restyle(ThemeOptions { scheme, ..ThemeOptions::default() });
    chart.arrange(f64::from(width) - 2.0 * MARGIN);
}
