//! Converts datasets between JSON and CSV.

use std::path::Path;

use anyhow::Result;
use banspread::format::detect::{Format, plain};
use banspread::format::write;
use banspread::{Dataset, Limits};

use crate::file::{self, Refused};
use crate::{FormatName, check, names, replace};

/// Writes a valid dataset in a format.
pub(crate) fn convert(from: &Path, limits: &Limits, to: Option<FormatName>, out: Option<&Path>) -> Result<()> {
    let text = file::read(from, limits)?;
    if let Err(invalid) = Dataset::check(&text, &names::country, limits) {
        check::explain(from, &text, &invalid.diagnostics)?;
        return Err(Refused.into());
    }
    let ending = out.and_then(|out| out.extension()).and_then(|ending| ending.to_str());
    let other = if Format::of(plain(&text)) == Format::Csv { FormatName::Json } else { FormatName::Csv };
    let to = to.unwrap_or(match ending {
        Some("json") => FormatName::Json,
        Some("csv") => FormatName::Csv,
        _ => other,
    });
    let tree = Dataset::tree(&text, &names::country)?;
    let written = if to == FormatName::Json { write::json(&tree) } else { write::csv(&tree) };
    match out {
        Some(out) => replace::file(out, written.as_bytes()),
        None => file::print(&written),
    }
}
