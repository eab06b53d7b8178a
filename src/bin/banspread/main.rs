//! The command `banspread`.

mod ask;
mod check;
mod convert;
mod file;
mod import;
mod limit;
mod machine;
mod other_shape;
mod picture;
mod publish;
mod render;
mod replace;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use banspread::PartialDate;
use banspread::publish::picture::Style;
use clap::{Args, Parser, Subcommand, ValueEnum};

use file::Refused;
use limit::LimitOptions;
use machine::Stream;
use publish::{Address, Ancestor, Form};

/// Checks, imports, converts, describes, draws and publishes datasets about who has which status, and since when.
///
/// Exit codes: 0 success, 1 invalid dataset or open questions of an import, 2 wrong usage, or a file that cannot be read or
/// written.
#[derive(Parser)]
// Where help wraps would otherwise depend on features that other crates ask clap for.
#[command(name = "banspread", version, term_width = 0)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Prints all findings about one or more datasets.
    Check {
        /// JSON or CSV files; `-` is standard input.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        limits: LimitOptions,
        /// Prints a JSON list, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Converts a dataset to the other format, or rewrites it in the same format.
    Convert {
        /// A JSON or CSV file; `-` is standard input.
        file: PathBuf,
        #[command(flatten)]
        limits: LimitOptions,
        /// The format to write. Default: the format of the extension of `--out`, or else the other format.
        #[arg(long)]
        to: Option<FormatName>,
        /// The file to write. Default: standard output.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Turns a sheet of another shape into a dataset: prints what was understood and what is asked, and writes files.
    Import {
        #[command(flatten)]
        options: import::ImportOptions,
    },
    /// Prints who has which status on a day.
    Describe {
        #[command(flatten)]
        moment: Moment,
        /// Prints JSON.
        #[arg(long)]
        json: bool,
        /// Prints the whole story in one sentence, from the first day to the last.
        #[arg(long, conflicts_with_all = ["date", "json"])]
        story: bool,
    },
    /// Prints how many entities have each status, on one day or on each day with a change.
    Counts {
        #[command(flatten)]
        moment: Moment,
    },
    /// Prints the entities whose status differs between two days.
    Changes {
        /// The earlier date. Default: the first day of the timeline.
        #[arg(long)]
        from: Option<PartialDate>,
        /// The later date. Default: the last day of the timeline.
        #[arg(long)]
        to: Option<PartialDate>,
        #[command(flatten)]
        origin: Origin,
    },
    /// Prints the entities in the order in which they first had a status.
    First {
        /// The id of a status. Default: the first status of the dataset.
        #[arg(long)]
        status: Option<String>,
        #[command(flatten)]
        origin: Origin,
    },
    /// Draws the figure on a day as SVG or PNG.
    Render {
        #[command(flatten)]
        moment: Moment,
        /// The file to write: a PNG with 2 pixels for a CSS pixel if its name ends in .png, otherwise an SVG.
        #[arg(long)]
        out: PathBuf,
        /// The width of the figure, in CSS pixels.
        #[arg(long, default_value_t = 680, value_parser = clap::value_parser!(u16).range(120..=4000))]
        width: u16,
        /// The theme: light, dark, or print for paper.
        #[arg(long, default_value = "light")]
        theme: SchemeName,
        /// A second date to compare with. A month or year means its first day.
        #[arg(long)]
        compare: Option<PartialDate>,
        /// The first date of the timeline. Default: that of the dataset.
        #[arg(long)]
        start: Option<PartialDate>,
        /// The last date of the timeline. A month or year means its last day. Default: that of the dataset.
        #[arg(long)]
        end: Option<PartialDate>,
        /// What to draw: the map with the timeline, a row for each entity with its statuses over time (lanes), or the
        /// companies and blocs (groups). Pictures of the whole period: the map with the history of each entity on its tile
        /// (history), or a small map for each year (years). Default: the map, if the dataset has one.
        #[arg(long)]
        view: Option<ViewName>,
        /// Counts the weights of the entities, such as people, instead of the entities.
        #[arg(long)]
        weighted: bool,
    },
    /// Writes a folder for a static host: the page, the engine, the data, pictures, oEmbed, snippets for other pages.
    Publish {
        #[command(flatten)]
        subject: publish::Subject,
        #[command(flatten)]
        live: publish::LiveOptions,
        /// The folder to write. Other files in it stay.
        #[arg(long)]
        out: PathBuf,
        /// The address of the folder on the web.
        #[arg(long)]
        url: Address,
        /// The name of the publisher. Default: the host of the address.
        #[arg(long, value_parser = publish::words)]
        provider: Option<String>,
        /// The pages that may show the page in a frame: 'self', 'none', or origins such as https://paper.example and
        /// https://*.paper.example, with commas between them. Default: all pages.
        #[arg(long, value_delimiter = ',')]
        frame_ancestors: Vec<Ancestor>,
    },
    /// Prints the markup for embedding a published chart in a page.
    Snippet {
        #[command(flatten)]
        subject: publish::Subject,
        #[command(flatten)]
        live: publish::LiveOptions,
        /// The address of the published folder.
        #[arg(long)]
        url: Address,
        /// The form of the markup.
        #[arg(long, default_value = "iframe")]
        form: Form,
    },
    /// Writes one HTML file that contains everything and needs no server or network.
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

/// The options for a day and a dataset.
#[derive(Args)]
struct Moment {
    /// A date: 2020, 2020-10 or 2020-10-20. A month or year means its first day. Default: the last day of the dataset.
    #[arg(long)]
    date: Option<PartialDate>,
    #[command(flatten)]
    origin: Origin,
}

/// The options for a dataset.
#[derive(Args)]
struct Origin {
    /// A JSON or CSV file; `-` is standard input. Default: the built-in dataset.
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

/// The views that are pictures.
#[derive(Clone, Copy, ValueEnum)]
enum ViewName {
    Map,
    Lanes,
    Groups,
    History,
    Years,
}

fn main() -> ExitCode {
    #[cfg(target_arch = "wasm32")]
    machine::report_panics();
    machine::exit(match Cli::try_parse_from(machine::arguments()) {
        Ok(cli) => code(run(cli.task)),
        Err(usage) => help(&usage),
    })
}

/// The exit code. Prints the error.
fn code(result: Result<u8>) -> u8 {
    match result {
        Ok(code) => code,
        Err(error) if error.is::<Refused>() => 1,
        // The reader of the output closed it, as in `banspread describe | head`. This is not an error.
        Err(error) if closed(&error) => 0,
        Err(error) => {
            file::complain(&sentence(&error));
            2
        }
    }
}

/// An error with its causes.
fn sentence(error: &anyhow::Error) -> String {
    let of_cause = |cause: &(dyn std::error::Error + 'static)| match cause.downcast_ref::<io::Error>() {
        Some(error) => machine::words(error),
        None => cause.to_string(),
    };
    error.chain().map(of_cause).collect::<Vec<_>>().join(": ")
}

/// Prints the help or the version, or says what is wrong with the arguments.
fn help(usage: &clap::Error) -> u8 {
    let stream = if usage.use_stderr() { Stream::Errors } else { Stream::Output };
    let text = usage.render();
    let text = if stream.has_colors() { text.ansi().to_string() } else { text.to_string() };
    // Nobody reads the text if the stream is closed.
    let _ = stream.write(&text);
    u8::try_from(usage.exit_code()).unwrap_or(2)
}

fn run(task: Task) -> Result<u8> {
    match task {
        Task::Check { files, limits, json } => return check::check(&files, &limits.limits(), json),
        Task::Convert { file, limits, to, out } => convert::convert(&file, &limits.limits(), to, out.as_deref())?,
        Task::Import { options } => return import::run(&options),
        Task::Describe { moment, story: true, .. } => ask::story(&moment)?,
        Task::Describe { moment, json, story: false } => ask::describe(&moment, json)?,
        Task::Counts { moment } => ask::counts(&moment)?,
        Task::Changes { from, to, origin } => ask::changes(from, to, &origin)?,
        Task::First { status, origin } => ask::first(status.as_deref(), &origin)?,
        Task::Render { moment, out, width, theme, compare, start, end, view, weighted } => {
            let (scheme, view) = (theme.into(), view.map(Into::into));
            let style = Style { width, scheme, compare, window: [start, end], view, weighted, messages: None };
            render::render(&moment, &out, &style)?;
        }
        Task::Publish { subject, live, out, url, provider, frame_ancestors } => {
            let host = publish::Host { address: &url, provider: provider.as_deref(), framed_by: &frame_ancestors };
            publish::publish(&subject, &live, &out, &host)?;
        }
        Task::Snippet { subject, live, url, form } => publish::snippet(&subject, &live, &url, form)?,
        Task::Standalone { subject, out } => publish::standalone(&subject, &out)?,
        Task::Schema => file::print(&format!("{:#}\n", banspread::format::json_schema::schema()))?,
    }
    Ok(0)
}

fn closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
