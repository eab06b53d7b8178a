//! A dataset as files for other people's pages: a folder for a static host, a snippet, a single file.

mod address;
mod frame_ancestor;
mod headers;
mod height;
mod oembed;
mod package;
mod page;
mod site;
mod snippet;
mod standalone;
mod story;
mod table;
mod template;

use std::path::{Path, PathBuf};

use anyhow::Result;
use banspread::PartialDate;
use banspread::base::language::is_tag;
use banspread::base::text::is_control;
use clap::{Args, ValueEnum};

pub(crate) use address::Address;
pub(crate) use frame_ancestor::Ancestor;

use crate::{file, machine, replace};
use package::Package;
use site::Site;
use story::Story;

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
    /// The width for heights and pictures, in CSS pixels.
    #[arg(long, default_value_t = 680, value_parser = clap::value_parser!(u16).range(280..=2000))]
    width: u16,
    /// The folder of the npm package. Default: pkg, as `cargo xtask build` makes it. `npx banspread` uses its own package.
    #[arg(long)]
    package: Option<PathBuf>,
}

impl Subject {
    fn package(&self) -> PathBuf {
        self.package.clone().unwrap_or_else(machine::package)
    }
}

/// Reads a language tag of the command line.
fn tag(text: &str) -> Result<String, &'static str> {
    if is_tag(text) { Ok(text.to_owned()) } else { Err("not a language tag: write a tag such as de, pt-BR or zh-Hans") }
}

/// Reads a text of the command line that goes into pages.
pub(crate) fn words(text: &str) -> Result<String, &'static str> {
    if text.contains(|letter: char| letter.is_control() || is_control(letter)) {
        return Err("the text contains a control character: remove it");
    }
    if text.trim().is_empty() { Err("the text is blank") } else { Ok(text.to_owned()) }
}

/// The place where the files will be, and who may use them.
pub(crate) struct Host<'a> {
    pub(crate) address: &'a Address,
    /// The name of the publisher. `None`: the host of the address.
    pub(crate) provider: Option<&'a str>,
    /// The sites that may show the page in a frame. Empty: all sites.
    pub(crate) framed_by: &'a [Ancestor],
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

/// Writes a folder for a static host, and prints what was written.
pub(crate) fn publish(subject: &Subject, out: &Path, host: &Host<'_>) -> Result<()> {
    frame_ancestor::check(host.framed_by)?;
    let package = Package::read(&subject.package())?;
    let story = Story::read(subject)?;
    let site = Site::new(&story, &package, host)?;
    file::print(&site.write(out)?)
}

/// Prints the markup for embedding a published chart in a page.
pub(crate) fn snippet(subject: &Subject, address: &Address, form: Form) -> Result<()> {
    let package = Package::read(&subject.package())?;
    let story = Story::read(subject)?;
    file::print(&snippet::markup(form, &story, &package, address)?)
}

/// Writes one HTML file that needs no other file.
pub(crate) fn standalone(subject: &Subject, out: &Path) -> Result<()> {
    let script = package::standalone(&subject.package())?;
    let words = package::words(&subject.package(), subject.lang.as_deref().unwrap_or_default())?;
    let html = standalone::html(&Story::read(subject)?, &script, words.as_deref());
    replace::file(out, html.as_bytes())
}
