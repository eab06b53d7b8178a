//! Writes the figure as a file.

use std::path::Path;

use anyhow::{Result, bail};
use banspread::render::svg;
use banspread::scene::figure::MARGIN;
use banspread::scene::stills::Still;
use banspread::theme::{Scheme, ThemeOptions};
use banspread::view::intent::Tab;
use banspread::{Chart, Intent, PartialDate};

use crate::{Moment, SchemeName, ViewName, file, picture, replace};

/// The options of a picture.
pub(crate) struct Style {
    /// In CSS pixels.
    pub(crate) width: u16,
    pub(crate) theme: SchemeName,
    pub(crate) compare: Option<PartialDate>,
    /// The first and last date of the timeline.
    pub(crate) window: [Option<PartialDate>; 2],
    pub(crate) view: Option<ViewName>,
    /// Whether to count weights.
    pub(crate) weighted: bool,
}

/// Draws the figure on one day or on two compared days: as PNG if the name of the file ends in `.png`, otherwise as SVG.
pub(crate) fn render(moment: &Moment, out: &Path, style: &Style) -> Result<()> {
    let scheme = match style.theme {
        SchemeName::Light => Scheme::Light,
        SchemeName::Dark => Scheme::Dark,
        SchemeName::Print => Scheme::Print,
    };
    let mut chart = file::chart_within(file::dataset(&moment.origin)?, moment.date, style.window)?;
    chart.apply(Intent::Compare(style.compare.map(|date| date.first().number())));
    if let Some(view) = style.view {
        show(&mut chart, view)?;
    }
    let still = match style.view {
        Some(ViewName::History) => Some(Still::History),
        Some(ViewName::Years) => Some(Still::Years),
        _ => None,
    };
    if still.is_some() && (moment.date.is_some() || style.compare.is_some()) {
        bail!("--view history and --view years show the whole period: remove --date and --compare");
    }
    chart.apply(Intent::Weighted(style.weighted));
    if chart.view().weighted != style.weighted {
        bail!("--weighted: no entity that is counted has a weight");
    }
    if still.is_some() && style.weighted {
        bail!("--view history and --view years count entities: remove --weighted");
    }
    let svg = draw(&mut chart, scheme, style.width, still);
    let is_png = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
    let bytes = if is_png { picture::png(&svg)? } else { svg.into_bytes() };
    replace::file(out, &bytes)
}

/// Shows a view, or says why there is none.
fn show(chart: &mut Chart, view: ViewName) -> Result<()> {
    let (tab, missing) = match view {
        ViewName::Map => (Tab::Map, "--view map: the dataset has no grid and no tiles"),
        ViewName::History => (Tab::Map, "--view history: the dataset has no grid and no tiles"),
        ViewName::Years => (Tab::Map, "--view years: the dataset has no grid and no tiles"),
        ViewName::Lanes => (Tab::Lanes, "--view lanes: no entity has a status on any day of the timeline"),
        ViewName::Groups => (Tab::Groups, "--view groups: all entities are on the map"),
    };
    chart.apply(Intent::View(tab));
    if chart.view().tab != tab {
        bail!(missing);
    }
    Ok(())
}

/// The figure as SVG, or a picture of the whole period. The width in CSS pixels includes the margins.
pub(crate) fn draw(chart: &mut Chart, scheme: Scheme, width: u16, still: Option<Still>) -> String {
    chart.restyle(ThemeOptions { scheme, ..ThemeOptions::default() });
    chart.arrange(f64::from(width) - 2.0 * MARGIN);
    match still {
        Some(still) => svg::still(chart, still),
        None => svg::svg(chart),
    }
}
