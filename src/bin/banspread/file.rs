//! Files in, text out.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use banspread::dataset::HUAWEI;
use banspread::{Chart, Dataset, Estimate, Intent, PartialDate};

use crate::{Moment, check, names};

/// A dataset is not valid; its findings have been printed.
#[derive(Debug, thiserror::Error)]
#[error("the dataset is not valid")]
pub(crate) struct Refused;

/// The text of a file.
pub(crate) fn read(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    String::from_utf8(bytes).with_context(|| format!("cannot read {}: it is not UTF-8", file.display()))
}

/// Prints to standard output.
pub(crate) fn print(text: &str) -> Result<()> {
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}

/// The dataset of a file, or the built-in one. What is wrong with it is printed.
pub(crate) fn dataset(file: Option<&Path>) -> Result<Dataset> {
    Ok(with_text(file)?.0)
}

/// The same with the text that it was read from.
pub(crate) fn with_text(file: Option<&Path>) -> Result<(Dataset, String)> {
    let Some(file) = file else { return Ok((Dataset::huawei(), HUAWEI.to_owned())) };
    let text = read(file)?;
    match Dataset::check(&text, &names::country) {
        Ok(checked) => Ok((checked.dataset, text)),
        Err(invalid) => {
            check::explain(file, &text, &invalid.diagnostics)?;
            Err(Refused.into())
        }
    }
}

/// The chart of a dataset on a day.
pub(crate) fn chart(moment: &Moment) -> Result<Chart> {
    chart_of(dataset(moment.dataset.as_deref())?, moment.date)
}

/// The same of a dataset that is there.
pub(crate) fn chart_of(dataset: Dataset, date: Option<PartialDate>) -> Result<Chart> {
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    if let Some(date) = date {
        let day = date.first();
        chart.apply(Intent::Day(day.number()));
        if chart.view().day != day {
            let (first, last) = chart.view().domain;
            bail!("{day} is outside of what the dataset covers: {first} to {last}");
        }
    }
    Ok(chart)
}
