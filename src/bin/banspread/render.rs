//! Writes the figure as a file.

use std::path::Path;

use anyhow::Result;
use banspread::render::svg;
use banspread::scene::figure::MARGIN;
use banspread::theme::{Scheme, ThemeOptions};
use banspread::{Chart, Intent, PartialDate};

use crate::{Moment, SchemeName, file, picture, replace};

/// The part of the timeline that the figure shows, and a day with which it compares the date.
pub(crate) struct Days {
    pub(crate) window: [Option<PartialDate>; 2],
    pub(crate) compare: Option<PartialDate>,
}

/// Draws the figure on one day or on two compared days, at a width in CSS pixels: as PNG if the name of the file ends
/// in `.png`, otherwise as SVG.
pub(crate) fn render(moment: &Moment, out: &Path, width: u16, theme: SchemeName, days: Days) -> Result<()> {
    let scheme = match theme {
        SchemeName::Light => Scheme::Light,
        SchemeName::Dark => Scheme::Dark,
        SchemeName::Print => Scheme::Print,
    };
    let mut chart = file::chart_within(file::dataset(&moment.origin)?, moment.date, days.window)?;
    chart.apply(Intent::Compare(days.compare.map(|date| date.first().number())));
    let svg = draw(&mut chart, scheme, width);
    let is_png = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
    let bytes = if is_png { picture::png(&svg)? } else { svg.into_bytes() };
    replace::file(out, &bytes)
}

/// The figure as SVG. The width in CSS pixels includes the margins.
pub(crate) fn draw(chart: &mut Chart, scheme: Scheme, width: u16) -> String {
    chart.restyle(ThemeOptions { scheme, ..ThemeOptions::default() });
    chart.arrange(f64::from(width) - 2.0 * MARGIN);
    svg::svg(chart)
}
