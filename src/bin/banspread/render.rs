//! The figure as a file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use banspread::scene::MARGIN;
use banspread::theme::{Look, Scheme};
use banspread::{Intent, PartialDate, export};

use crate::{Moment, SchemeName, file};

/// Draws the figure on a day, or of two days, as SVG, at a width in CSS pixels.
pub(crate) fn render(
    moment: &Moment,
    out: &Path,
    width: u16,
    theme: SchemeName,
    compare: Option<PartialDate>,
) -> Result<()> {
    let scheme = match theme {
        SchemeName::Light => Scheme::Light,
        SchemeName::Dark => Scheme::Dark,
        SchemeName::Print => Scheme::Print,
    };
    let mut chart = file::chart(moment)?;
    chart.restyle(Look { scheme, ..Look::default() });
    chart.apply(Intent::Compare(compare.map(|date| date.first().number())));
    chart.arrange(f64::from(width) - 2.0 * MARGIN);
    fs::write(out, export::svg(&chart)).with_context(|| format!("cannot write {}", out.display()))
}
