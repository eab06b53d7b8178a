//! The published folder. The command makes all files in memory before it writes the first, and removes no old file.

use std::path::Path;

use anyhow::Result;

use super::package::Package;
use super::story::Story;
use super::{Form, Host, headers, oembed, page, snippet};
use crate::picture;
use crate::replace::{self, Outcome};

/// The files with their paths in the folder.
pub(crate) struct Site {
    files: Vec<(String, Vec<u8>)>,
}

impl Site {
    /// Everything that a static host needs.
    pub(crate) fn new(story: &Story, package: &Package, host: &Host<'_>) -> Result<Self> {
        let address = host.address;
        let provider = host.provider.unwrap_or(address.host());
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        let mut add = |name: &str, bytes: Vec<u8>| files.push((name.to_owned(), bytes));
        for (name, bytes) in package.files() {
            add(&format!("{}/{name}", package.folder()), bytes.to_vec());
        }
        add("data.json", story.json.clone().into_bytes());
        add("figure.svg", story.light.clone().into_bytes());
        add("figure-dark.svg", story.dark.clone().into_bytes());
        add("figure.png", picture::png(&story.light)?);
        add("figure-dark.png", picture::png(&story.dark)?);
        add("oembed.json", oembed::json(story, address, provider)?.into_bytes());
        for (name, form) in [("iframe", Form::Iframe), ("script", Form::Script), ("wordpress", Form::Wordpress)] {
            add(&format!("snippets/{name}.html"), snippet::markup(form, story, package, address)?.into_bytes());
        }
        // AMP pages accept no other frames.
        if address.page().starts_with("https://") {
            add("snippets/amp.html", snippet::markup(Form::Amp, story, package, address)?.into_bytes());
        }
        add("_headers", headers::text(package, host).into_bytes());
        // The page is written last: when a reader can open it, all files that it loads are there.
        add("index.html", page::html(story, package, address, provider).into_bytes());
        Ok(Self { files })
    }

    /// Writes the files that are new or changed. Returns a line for each file.
    pub(crate) fn write(&self, folder: &Path) -> Result<String> {
        let mut told = String::new();
        for ((name, _), outcome) in self.files.iter().zip(replace::folder(folder, &self.files)?) {
            let what = match outcome {
                Outcome::Written => "written",
                Outcome::Replaced => "replaced",
                Outcome::Unchanged => "unchanged",
            };
            told += &format!("{what:<9} {}\n", folder.join(name).display());
        }
        Ok(told)
    }
}
