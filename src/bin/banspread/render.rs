//! Writes the figure as a file.

use std::path::Path;

use anyhow::{Result, bail};
use banspread::PartialDate;
use banspread::publish::picture::{NoPicture, Style, View, picture};
use banspread::theme::Scheme;

use crate::{Moment, SchemeName, ViewName, file, picture, replace};

impl From<SchemeName> for Scheme {
    fn from(theme: SchemeName) -> Self {
        match theme {
            SchemeName::Light => Self::Light,
            SchemeName::Dark => Self::Dark,
            SchemeName::Print => Self::Print,
        }
    }
}

impl From<ViewName> for View {
    fn from(view: ViewName) -> Self {
        match view {
            ViewName::Map => Self::Map,
            ViewName::Lanes => Self::Lanes,
            ViewName::Groups => Self::Groups,
            ViewName::History => Self::History,
            ViewName::Years => Self::Years,
        }
    }
}

/// Draws the figure on one day or on two compared days: as PNG if the name of the file ends in `.png`, otherwise as SVG.
pub(crate) fn render(moment: &Moment, out: &Path, style: &Style) -> Result<()> {
    let dataset = file::dataset(&moment.origin)?;
    let svg = match picture(dataset, moment.date, style) {
        Ok(svg) => svg,
        Err(reason) => return refuse(reason, style),
    };
    let is_png = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
    let bytes = if is_png { picture::png(&svg)? } else { svg.into_bytes() };
    replace::file(out, &bytes)
}

/// The reason in the words of the options.
fn refuse(reason: NoPicture, style: &Style) -> Result<()> {
    let view = match style.view {
        Some(View::History) => "history",
        Some(View::Years) => "years",
        Some(View::Lanes) => "lanes",
        Some(View::Groups) => "groups",
        _ => "map",
    };
    let whole = "--view history and --view years";
    match reason {
        NoPicture::NoMap | NoPicture::NoLanes | NoPicture::NoGroups => bail!("--view {view}: {reason}"),
        NoPicture::Dated => bail!("{whole} show the whole period: remove --date and --compare"),
        NoPicture::NoWeights => bail!("--weighted: {reason}"),
        NoPicture::Weighted => bail!("{whole} count entities: remove --weighted"),
        NoPicture::Backwards { start, end } => bail!("--end {end} is earlier than --start {start}"),
        NoPicture::NoDay { .. } => {
            let name = |name, date: Option<PartialDate>| date.map(|date| format!("--{name} {date}"));
            let [start, end] = style.window;
            let given: Vec<String> = [name("start", start), name("end", end)].into_iter().flatten().collect();
            bail!("{}: {reason}", given.join(" "))
        }
        NoPicture::Outside(_) => bail!(reason),
    }
}
