//! The published folder: every file in memory, before one is written.

use crate::publish::host::Host;
use crate::publish::package::Package;
use crate::publish::snippet::{self, Form};
use crate::publish::story::Story;
use crate::publish::{headers, oembed, page};

/// Files with their paths in the folder.
pub type Files = Vec<(String, Vec<u8>)>;

/// Everything that a static host needs. `png` draws an SVG document.
///
/// # Errors
///
/// Those of `png`.
pub fn files<E>(
    story: &Story,
    package: &Package,
    host: &Host<'_>,
    png: &mut dyn FnMut(&str) -> Result<Vec<u8>, E>,
) -> Result<Files, E> {
    let address = host.address;
    let provider = host.provider.unwrap_or(address.host());
    let mut files = Files::new();
    let mut add = |name: &str, bytes: Vec<u8>| files.push((name.to_owned(), bytes));
    for (name, bytes) in package.files() {
        add(&format!("{}/{name}", package.folder()), bytes.to_vec());
    }
    add("data.json", story.json.clone().into_bytes());
    add("figure.svg", story.light.clone().into_bytes());
    add("figure-dark.svg", story.dark.clone().into_bytes());
    add("figure.png", png(&story.light)?);
    add("figure-dark.png", png(&story.dark)?);
    add("oembed.json", oembed::json(story, address, provider).into_bytes());
    for (name, form) in SNIPPETS.into_iter().filter(|(_, form)| form.accepts(address)) {
        add(&format!("snippets/{name}.html"), snippet::markup(form, story, package, address).into_bytes());
    }
    add("_headers", headers::text(package, host).into_bytes());
    // The page is written last: when a reader can open it, all files that it loads are there.
    add("index.html", page::html(story, package, address, provider).into_bytes());
    Ok(files)
}

/// The snippets by the names of their files.
const SNIPPETS: [(&str, Form); 4] =
    [("iframe", Form::Iframe), ("script", Form::Script), ("wordpress", Form::Wordpress), ("amp", Form::Amp)];
