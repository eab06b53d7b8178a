//! The native command: check, describe, render.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use banspread::theme::{Look, Scheme};
use banspread::{Chart, Dataset, Estimate, Intent, PartialDate, export};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Who has which status since when: checks, describes and draws datasets of banspread.
///
/// Exit codes: 0 good, 1 invalid dataset, 2 wrong usage or a file that cannot be read or written.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Prints every finding of datasets.
    Check {
        /// JSON files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Prints who has which status on a day.
    Describe {
        #[command(flatten)]
        moment: Moment,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Draws the figure on a day as SVG.
    Render {
        #[command(flatten)]
        moment: Moment,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
        /// In CSS pixels.
        #[arg(long, default_value_t = 680)]
        width: u16,
        /// Dark on light or light on dark.
        #[arg(long, default_value = "light")]
        theme: SchemeName,
    },
}

/// Which day of which dataset.
#[derive(Args)]
struct Moment {
    /// A date of the form 2020, 2020-10 or 2020-10-20, meaning its first day; the last day of the dataset if left out.
    #[arg(long)]
    date: Option<PartialDate>,
    /// A JSON file; the built-in dataset if left out.
    #[arg(long)]
    dataset: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum SchemeName {
    Light,
    Dark,
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("banspread: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(task: Task) -> anyhow::Result<ExitCode> {
    match task {
        Task::Check { files } => check(&files),
        Task::Describe { moment, json } => show(&moment, |chart| describe(chart, json)),
        Task::Render { moment, out, width, theme } => show(&moment, |chart| render(chart, &out, width, theme)),
    }
}

fn check(files: &[PathBuf]) -> anyhow::Result<ExitCode> {
    let mut invalid = false;
    for file in files {
        match Dataset::from_text(&text(file)?) {
            Ok(dataset) => println!("{}: good, {} events", file.display(), dataset.events().len()),
            Err(error) => {
                invalid = true;
                print_findings(file, &error);
            }
        }
    }
    Ok(ExitCode::from(u8::from(invalid)))
}

/// Loads the dataset, goes to the day, and does something with it.
fn show(moment: &Moment, task: impl FnOnce(&mut Chart) -> anyhow::Result<()>) -> anyhow::Result<ExitCode> {
    let dataset = match &moment.dataset {
        None => Dataset::huawei(),
        Some(file) => match Dataset::from_text(&text(file)?) {
            Ok(dataset) => dataset,
            Err(error) => {
                print_findings(file, &error);
                return Ok(ExitCode::from(1));
            }
        },
    };
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    if let Some(date) = moment.date {
        let day = date.first();
        chart.apply(Intent::Day(day.number()));
        if chart.view().day != day {
            let (first, last) = chart.view().domain;
            bail!("{day} is outside of what the dataset covers: {first} to {last}");
        }
    }
    task(&mut chart)?;
    Ok(ExitCode::SUCCESS)
}

fn describe(chart: &Chart, json: bool) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string_pretty(&chart.roll())?);
        return Ok(());
    }
    println!("{}", chart.describe().spoken);
    for entity in 0..chart.dataset().entities().len() {
        if !chart.index().spells(entity).is_empty() {
            println!("  {}", chart.tile_name(entity));
        }
    }
    Ok(())
}

fn render(chart: &mut Chart, out: &Path, width: u16, theme: SchemeName) -> anyhow::Result<()> {
    let scheme = match theme {
        SchemeName::Light => Scheme::Light,
        SchemeName::Dark => Scheme::Dark,
    };
    chart.restyle(Look { scheme, ..Look::default() });
    chart.arrange(f64::from(width));
    fs::write(out, export::svg(chart)).with_context(|| format!("cannot write {}", out.display()))
}

fn text(file: &Path) -> anyhow::Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

fn print_findings(file: &Path, error: &banspread::InvalidDataset) {
    for diagnostic in &error.diagnostics {
        eprintln!("{}: {diagnostic}", file.display());
    }
}
