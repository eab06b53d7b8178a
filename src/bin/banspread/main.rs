//! The native command.

mod ask;
mod check;
mod convert;
mod file;
mod limit;
mod names;
mod picture;
mod publish;
mod render;
mod replace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use banspread::PartialDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use file::Refused;
use limit::LimitOptions;
use publish::{Address, Ancestor, Form};

/// Who has which status since when: checks, converts, describes, draws and publishes datasets of banspread.
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
        /// JSON or CSV files; `-` is standard input.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        limits: LimitOptions,
        /// As a JSON list, for machines.
        #[arg(long)]
        json: bool,
    },
    /// Writes a dataset in the other format, or anew in the same.
    Convert {
        /// A JSON or CSV file; `-` is standard input.
        file: PathBuf,
        #[command(flatten)]
        limits: LimitOptions,
        /// The format to write; that of the ending of `--out`, or else the other one.
        #[arg(long)]
        to: Option<FormatName>,
        /// The file to write; standard output if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Prints who has which status on a day.
    Describe {
        #[command(flatten)]
        moment: Moment,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// The whole of it in one sentence, from the first day to the last.
        #[arg(long, conflicts_with_all = ["date", "json"])]
        story: bool,
    },
    /// Prints how many have each status: on a day, or from each day of change on.
    Counts {
        #[command(flatten)]
        moment: Moment,
    },
    /// Prints who has another status on a day than on an earlier one.
    Changes {
        /// The earlier day; the first of the timeline if left out.
        #[arg(long)]
        from: Option<PartialDate>,
        /// The later day; the last of the timeline if left out.
        #[arg(long)]
        to: Option<PartialDate>,
        #[command(flatten)]
        origin: Origin,
    },
    /// Prints who had a status first, in order.
    First {
        /// The id of a status; the first that the dataset names if left out.
        #[arg(long)]
        status: Option<String>,
        #[command(flatten)]
        origin: Origin,
    },
    /// Draws the figure on a day as SVG or PNG.
    Render {
        #[command(flatten)]
        moment: Moment,
        /// The file to write; a PNG, of two pixels to a CSS pixel, where its name ends in .png, else an SVG.
        #[arg(long)]
        out: PathBuf,
        /// In CSS pixels.
        #[arg(long, default_value_t = 680, value_parser = clap::value_parser!(u16).range(120..=4000))]
        width: u16,
        /// Dark on light, light on dark, or for paper.
        #[arg(long, default_value = "light")]
        theme: SchemeName,
        /// An earlier or later date to compare with, meaning its first day.
        #[arg(long)]
        compare: Option<PartialDate>,
    },
    /// Writes a folder for a static host: the page, the engine, the data, pictures, oEmbed, snippets for other pages.
    Publish {
        #[command(flatten)]
        subject: publish::Subject,
        /// The folder to write into; what is in it otherwise stays.
        #[arg(long)]
        out: PathBuf,
        /// The address that the folder will have on the web.
        #[arg(long)]
        url: Address,
        /// Who publishes it; the host of the address if left out.
        #[arg(long, value_parser = publish::words)]
        provider: Option<String>,
        /// Whose pages may show the page in a frame: 'self', 'none', or origins such as https://paper.example and
        /// https://*.paper.example, with commas between them; anybody's if left out.
        #[arg(long, value_delimiter = ',')]
        frame_ancestors: Vec<Ancestor>,
    },
    /// Prints the markup with which a page takes in what is published.
    Snippet {
        #[command(flatten)]
        subject: publish::Subject,
        /// The address of the published folder.
        #[arg(long)]
        url: Address,
        /// In which form.
        #[arg(long, default_value = "iframe")]
        form: Form,
    },
    /// Writes one HTML file with everything inside, which opens without a server or network.
    Standalone {
        #[command(flatten)]
        subject: publish::Subject,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Prints the JSON Schema of datasets.
    Schema,
}

/// Which day of which dataset.
#[derive(Args)]
struct Moment {
    /// A date of the form 2020, 2020-10 or 2020-10-20, meaning its first day; the last day of the dataset if left out.
    #[arg(long)]
    date: Option<PartialDate>,
    #[command(flatten)]
    origin: Origin,
}

/// Which dataset.
#[derive(Args)]
struct Origin {
    /// A JSON or CSV file; `-` is standard input. The built-in dataset if left out.
    file: Option<PathBuf>,
    #[command(flatten)]
    limits: LimitOptions,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum FormatName {
    Json,
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
enum SchemeName {
    Light,
    Dark,
    Print,
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(code) => code,
        Err(error) if error.is::<Refused>() => ExitCode::from(1),
        // Whoever reads the output has had enough of it: `banspread describe | head`.
        Err(error) if closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("banspread: {}", file::visible(&format!("{error:#}")));
            ExitCode::from(2)
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    match task {
        Task::Check { files, limits, json } => return check::check(&files, &limits.limits(), json),
        Task::Convert { file, limits, to, out } => convert::convert(&file, &limits.limits(), to, out.as_deref())?,
        Task::Describe { moment, story: true, .. } => ask::story(&moment)?,
        Task::Describe { moment, json, story: false } => ask::describe(&moment, json)?,
        Task::Counts { moment } => ask::counts(&moment)?,
        Task::Changes { from, to, origin } => ask::changes(from, to, &origin)?,
        Task::First { status, origin } => ask::first(status.as_deref(), &origin)?,
        Task::Render { moment, out, width, theme, compare } => render::render(&moment, &out, width, theme, compare)?,
        Task::Publish { subject, out, url, provider, frame_ancestors } => {
            let host = publish::Host { address: &url, provider: provider.as_deref(), framed_by: &frame_ancestors };
            publish::publish(&subject, &out, &host)?;
        }
        Task::Snippet { subject, url, form } => publish::snippet(&subject, &url, form)?,
        Task::Standalone { subject, out } => publish::standalone(&subject, &out)?,
        Task::Schema => file::print(&format!("{:#}\n", banspread::format::schema::schema()))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
