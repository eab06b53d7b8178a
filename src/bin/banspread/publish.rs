//! Publishes a dataset: reads it and the package, and writes what the library makes of them.

mod package;

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use banspread::base::language::is_tag;
use banspread::format::write;
use banspread::names::find::all_names;
use banspread::publish::picture::NoPicture;
use banspread::publish::snippet::markup;
use banspread::publish::{Files, Live, REFRESH, Story, agree, files};
use banspread::view::intent::Tab;
use banspread::{Dataset, Limits, PartialDate};
use clap::{Args, ValueEnum};

pub(crate) use banspread::publish::{Address, Ancestor, Host, words};

use crate::replace::{self, Outcome};
use crate::{file, machine, picture};

/// What the command publishes.
#[derive(Args)]
pub(crate) struct Subject {
    /// A JSON or CSV file; `-` is standard input. Default: the built-in dataset.
    file: Option<PathBuf>,
    /// The date that the chart shows at the start: 2020, 2020-10 or 2020-10-20. Default: the last day of the dataset.
    #[arg(long)]
    date: Option<PartialDate>,
    /// The title. Default: the title of the dataset.
    #[arg(long, value_parser = words)]
    title: Option<String>,
    /// The language of the chart, as a BCP 47 tag such as de or pt-BR. Default: English for published pages; in other
    /// pages, the language of that page.
    #[arg(long, value_parser = tag)]
    lang: Option<String>,
    /// The view at the start: the map, a row for each entity with its statuses over time (lanes), the companies and blocs
    /// (groups), or the table. Pictures have no table. Default: the map, if the dataset has one.
    #[arg(long)]
    view: Option<FirstView>,
    /// The width for heights and pictures, in CSS pixels.
    #[arg(long, default_value_t = 680, value_parser = clap::value_parser!(u16).range(280..=2000))]
    width: u16,
    /// The folder of the npm package. Default: pkg, as `cargo xtask build` makes it. `npx banspread` uses its own package.
    #[arg(long)]
    package: Option<PathBuf>,
}

/// Where newer data is.
#[derive(Args)]
pub(crate) struct LiveOptions {
    /// The address of live data: CSV or JSON in the format of datasets. The published dataset is the copy that is shown
    /// until, and whenever, the address has no good data.
    #[arg(long)]
    live: Option<Live>,
    /// The seconds after which pages that stay open ask for the live data again.
    #[arg(long, requires = "live", value_parser = clap::value_parser!(u32).range(i64::from(*REFRESH.start())..=i64::from(*REFRESH.end())))]
    refresh: Option<u32>,
}

impl LiveOptions {
    /// The live data of a page with this address.
    fn live(&self, page: &Address) -> Result<Option<Live>> {
        let Some(mut live) = self.live.clone() else { return Ok(None) };
        live.refresh = self.refresh;
        live.for_page(page)?;
        Ok(Some(live))
    }
}

impl Subject {
    fn package(&self) -> PathBuf {
        self.package.clone().unwrap_or_else(machine::package)
    }

    /// Whether the page gives the dataset to the element. The default dataset in another language it does not: the
    /// element loads it from the package, and translates it.
    fn has_data(&self) -> bool {
        self.file.is_some() || self.lang.is_none()
    }

    /// Reads the dataset, draws it and describes it.
    fn story(&self, live: Option<Live>) -> Result<Story> {
        let limits = Limits::default();
        let (dataset, text) = file::with_text(self.file.as_deref(), &limits)?;
        let subject = banspread::publish::Subject {
            json: write::published(Dataset::tree(&text, &all_names)?, &limits)?,
            given: self.has_data(),
            live,
            date: self.date,
            title: self.title.clone(),
            lang: self.lang.clone(),
            messages: None,
            view: self.view.map(Into::into),
            width: self.width,
        };
        Story::new(dataset, subject).map_err(|reason| match self.view {
            Some(view) if !matches!(reason, NoPicture::Outside(_)) => {
                anyhow!("--view {}: {reason}", Tab::from(view).name())
            }
            _ => reason.into(),
        })
    }
}

/// The view at the start.
#[derive(Clone, Copy, ValueEnum)]
enum FirstView {
    Map,
    Lanes,
    Groups,
    Table,
}

impl From<FirstView> for Tab {
    fn from(view: FirstView) -> Self {
        match view {
            FirstView::Map => Self::Map,
            FirstView::Lanes => Self::Lanes,
            FirstView::Groups => Self::Groups,
            FirstView::Table => Self::Table,
        }
    }
}

/// Reads a language tag of the command line.
fn tag(text: &str) -> Result<String, &'static str> {
    if is_tag(text) { Ok(text.to_owned()) } else { Err("not a language tag: write a tag such as de, pt-BR or zh-Hans") }
}

/// The form of the markup that embeds the chart in a page.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Form {
    /// A frame.
    Iframe,
    /// The element in the page itself.
    Script,
    /// A frame in an AMP page.
    Amp,
    /// A frame as a block of WordPress.
    Wordpress,
}

impl From<Form> for banspread::publish::Form {
    fn from(form: Form) -> Self {
        match form {
            Form::Iframe => Self::Iframe,
            Form::Script => Self::Script,
            Form::Amp => Self::Amp,
            Form::Wordpress => Self::Wordpress,
        }
    }
}

/// Writes a folder for a static host, and prints what was written.
pub(crate) fn publish(subject: &Subject, live: &LiveOptions, out: &Path, host: &Host<'_>) -> Result<()> {
    if !agree(host.framed_by) {
        bail!("--frame-ancestors 'none' cannot be combined with other values");
    }
    let live = live.live(host.address)?;
    let package = package::read(&subject.package(), subject.has_data())?;
    let files = files(&subject.story(live)?, &package, host, &mut picture::png)?;
    file::print(&write_new(out, &files)?)
}

/// Writes the files that are new or changed. Returns a line for each file.
fn write_new(folder: &Path, files: &Files) -> Result<String> {
    let mut told = String::new();
    for ((name, _), outcome) in files.iter().zip(replace::folder(folder, files)?) {
        let what = match outcome {
            Outcome::Written => "written",
            Outcome::Replaced => "replaced",
            Outcome::Unchanged => "unchanged",
        };
        told += &format!("{what:<9} {}\n", folder.join(name).display());
    }
    Ok(told)
}

/// Prints the markup for embedding a published chart in a page.
pub(crate) fn snippet(subject: &Subject, live: &LiveOptions, address: &Address, form: Form) -> Result<()> {
    let form: banspread::publish::Form = form.into();
    if form.is_frame() && live.live.is_some() {
        bail!("the frame shows the published page: give --live to publish");
    }
    let live = live.live(address)?;
    let package = package::read(&subject.package(), subject.has_data())?;
    let story = subject.story(live)?;
    if !form.accepts(address) {
        bail!("AMP pages accept only frames with https://: {}", address.page());
    }
    file::print(&markup(form, &story, &package, address))
}

/// Writes one HTML file that needs no other file.
pub(crate) fn standalone(subject: &Subject, out: &Path) -> Result<()> {
    let script = package::standalone(&subject.package())?;
    let words = package::words(&subject.package(), subject.lang.as_deref().unwrap_or_default())?;
    let html = banspread::publish::standalone(&subject.story(None)?, &script, words.as_deref());
    replace::file(out, html.as_bytes())
}
