//! Converts datasets between JSON and CSV.

use std::path::Path;

use anyhow::{Result, bail};
use banspread::format::detect::{Format, plain};
use banspread::format::fields::IMPORT;
use banspread::format::write;
use banspread::names::find::all_names;
use banspread::{Dataset, Limits};

use crate::file::{self, Refused};
use crate::machine::Stream;
use crate::{FormatName, check, replace};

const WITHOUT_ANSWERS: &str =
    "note: CSV has no column for the answers of the import (\"import\"): keep the JSON file for them\n";

/// Writes a valid dataset in a format.
pub(crate) fn convert(from: &Path, limits: &Limits, to: Option<FormatName>, out: Option<&Path>) -> Result<()> {
    let text = file::read(from, limits)?;
    if let Err(invalid) = Dataset::check(&text, &all_names, limits) {
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
    let tree = Dataset::tree(&text, &all_names)?;
    let csv = to == FormatName::Csv;
    if csv && tree.field(IMPORT).is_some_and(|answers| !answers.is_null()) {
        Stream::Errors.write(WITHOUT_ANSWERS)?;
    }
    let written = match if csv { write::csv(&tree, limits) } else { write::json_within(&tree, limits) } {
        Ok(written) => written,
        Err(excess) => {
            let other = if csv { "keep the dataset as JSON, or " } else { "" };
            let limit = excess.limit.name();
            bail!("cannot convert {}: {excess}; {other}raise the limit: --limit {limit}=NUMBER", file::name(from))
        }
    };
    match out {
        Some(out) => replace::file(out, written.as_bytes()),
        None => file::print(&written),
    }
}
