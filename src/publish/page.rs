//! `index.html`, the page of the folder: readers open it, frames show it, and other sites make cards from its metadata.

use crate::publish::address::Address;
use crate::publish::package::Package;
use crate::publish::snippet::{direction, lang, source};
use crate::publish::story::Story;
use crate::publish::template::fill;

/// The page of a story.
pub(crate) fn html(story: &Story, package: &Package, address: &Address, provider: &str) -> String {
    let (width, height) = story.size();
    let (png_width, png_height) = story.pixels();
    // Live data is outside of the folder. The page for frames has a policy of its own, and reads the sources.
    let sources = story.live.as_ref().map(|live| format!(" {}", live.sources())).unwrap_or_default();
    let setting = "\n  <meta name=\"ban-spread-sources\" content=\"{{sources}}\">";
    let setting = if sources.is_empty() { String::new() } else { fill(setting, &[("sources", sources.trim())]) };
    let values = [
        ("title", story.title.as_str()),
        ("words", &story.words),
        ("table", &story.table),
        ("lang", lang(story)),
        ("dir", direction(lang(story))),
        ("source", &source(story, "data.json")),
        ("url", address.page()),
        // In a frame with `sandbox`, 'self' matches nothing in WebKit. The policy also needs the origin itself.
        ("origin", address.origin()),
        ("sources", &sources),
        ("setting", &setting),
        ("oembed", &address.of("oembed.json")),
        ("png", &address.of("figure.png")),
        ("provider", provider),
        ("folder", package.folder()),
        ("width", &width),
        ("height", &height),
        ("png_width", &png_width.to_string()),
        ("png_height", &png_height.to_string()),
    ];
    fill(include_str!("templates/page.html"), &values)
}
