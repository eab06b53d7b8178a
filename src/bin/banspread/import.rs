//! Turns a sheet of another shape into a dataset, and prints what was understood.

mod explain;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use banspread::import::choices::SourceChoice;
use banspread::import::shape::Shape;
use banspread::import::{Choices, Import, Workbook, import};
use banspread::names::find::all_names;
use banspread::{Dataset, InvalidDataset, Limits};
use clap::Args;

use crate::file;
use crate::limit::LimitOptions;
use crate::{check, replace};

/// The options of the import.
#[derive(Args)]
pub(crate) struct ImportOptions {
    /// A sheet: CSV, XLSX, XLS, ODS, JSON, GeoJSON or HTML; `-` is standard input.
    file: PathBuf,
    /// A JSON file with answers and other choices, or a dataset that an import has written with them; docs/importing.md
    /// describes it.
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// What a row is. Default: what the sheet looks like.
    #[arg(long, value_parser = shape)]
    shape: Option<Shape>,
    /// The name of the sheet. Default: the sheet with the most cells.
    #[arg(long)]
    sheet: Option<String>,
    /// The source of all rows that name none.
    #[arg(long, value_name = "OUTLET")]
    source: Option<String>,
    /// The address of this source.
    #[arg(long, requires = "source", value_name = "ADDRESS")]
    source_url: Option<String>,
    /// The title of the dataset.
    #[arg(long)]
    title: Option<String>,
    /// The CSV file to write.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The JSON file to write.
    #[arg(long)]
    dataset: Option<PathBuf>,
    /// Prints what was understood as JSON, for programs.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    limits: LimitOptions,
}

fn shape(id: &str) -> Result<Shape, String> {
    let known: Vec<&str> = Shape::ALL.iter().map(|shape| shape.id()).collect();
    Shape::named(id).ok_or_else(|| format!("unknown shape (one of: {})", known.join(", ")))
}

/// Imports a sheet. The exit code is 1 while there are questions, or if the result would not be valid.
pub(crate) fn run(options: &ImportOptions) -> Result<u8> {
    let bytes = file::bytes(&options.file)?;
    let workbook = Workbook::read(&bytes).with_context(|| format!("cannot read {}", file::name(&options.file)))?;
    let choices = choices(options)?;
    let imported = import(&workbook, &choices);
    if options.json {
        file::print_json(&imported.report)?;
    } else {
        file::print(&explain::text(&file::name(&options.file), &imported.report))?;
    }
    if imported.dataset.is_none() {
        return Ok(1);
    }
    write(options, &imported, &options.limits.limits())
}

/// The choices of the file, and those of the command line, which count more.
fn choices(options: &ImportOptions) -> Result<Choices> {
    let mut choices = match &options.map {
        None => Choices::default(),
        Some(path) => {
            let text = String::from_utf8(file::bytes(path)?)
                .with_context(|| format!("cannot read {}: it is not text in UTF-8", file::name(path)))?;
            text.parse().or_else(|invalid: InvalidDataset| {
                check::explain(path, &text, &invalid.diagnostics)?;
                bail!("{} has no choices as the import reads them", file::name(path))
            })?
        }
    };
    choices.shape = options.shape.or(choices.shape);
    choices.sheet = options.sheet.clone().or(choices.sheet);
    choices.title = options.title.clone().or(choices.title);
    if let Some(title) = options.source.clone() {
        choices.source = Some(SourceChoice { title, url: options.source_url.clone(), date: None });
    }
    Ok(choices)
}

/// Writes the files after the check of their content.
fn write(options: &ImportOptions, imported: &Import, limits: &Limits) -> Result<u8> {
    let outputs = [(&options.out, imported.csv(limits)), (&options.dataset, imported.json(limits))];
    let mut good = Vec::new();
    for (path, text) in outputs {
        let Some(path) = path else { continue };
        let text = match text.expect("there are no questions") {
            Ok(text) => text,
            Err(excess) => {
                bail!(
                    "cannot write {}: {excess}; raise the limit: --limit {}=NUMBER",
                    file::name(path),
                    excess.limit.name()
                )
            }
        };
        if !is_valid(path, &text, limits)? {
            return Ok(1);
        }
        good.push((path, text));
    }
    for (path, text) in good {
        replace::file(path, text.as_bytes())?;
    }
    Ok(0)
}

/// Whether a file would be a valid dataset. Prints its findings.
fn is_valid(path: &Path, text: &str, limits: &Limits) -> Result<bool> {
    let (valid, found) = match Dataset::check(text, &all_names, limits) {
        Ok(checked) => (true, checked.warnings),
        Err(invalid) => (false, invalid.diagnostics),
    };
    check::explain(path, text, &found)?;
    Ok(valid)
}
