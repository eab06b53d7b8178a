//! The markup that embeds the published chart in another page.

use crate::publish::address::Address;
use crate::publish::package::{Package, is_latin, is_of};
use crate::publish::story::{Room, Story};
use crate::publish::template::fill;

/// In windows narrower than this, in CSS pixels, the map has its tall shape. The width includes the page's margins.
pub(crate) const PHONES: u32 = 516;

/// The form of the markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A frame.
    Iframe,
    /// The element in the page itself.
    Script,
    /// A frame in an AMP page.
    Amp,
    /// A frame as a block of WordPress.
    Wordpress,
}

impl Form {
    /// Whether the markup shows the published page. Otherwise it has the element itself.
    pub fn is_frame(self) -> bool {
        self != Self::Script
    }

    /// Whether pages of this form accept the address: AMP pages accept only frames with https.
    pub fn accepts(self, address: &Address) -> bool {
        self != Self::Amp || address.page().starts_with("https://")
    }
}

/// The markup of a form.
pub fn markup(form: Form, story: &Story, package: &Package, address: &Address) -> String {
    let template = match form {
        Form::Iframe => include_str!("templates/iframe.html"),
        Form::Script => include_str!("templates/script.html"),
        Form::Amp => include_str!("templates/amp.html"),
        Form::Wordpress => {
            // WordPress runs a text in brackets as a shortcode, also in attributes.
            let iframe = markup(Form::Iframe, story, package, address).replace('[', "&#91;").replace(']', "&#93;");
            return fill(include_str!("templates/wordpress.html"), &[("iframe", &iframe)]);
        }
    };
    let (width, height) = story.size();
    let file = |name: &str| address.of(&format!("{}/{name}", package.folder()));
    let own_lang = story.lang.as_ref().map(|lang| attribute("lang", lang)).unwrap_or_default();
    let values = [
        ("url", address.page()),
        ("png", &address.of("figure.png")),
        ("title", &story.title),
        ("words", &story.words),
        ("source", &format!("{}{own_lang}", source(story, &address.of("data.json")))),
        ("width", &width),
        ("height", &height),
        ("reserved", &story.frame.wide.to_string()),
        ("frame_room", &room(&story.frame)),
        ("element_room", &room(&story.element)),
        ("script", &file("banspread.js")),
        ("script_integrity", &package.integrity("banspread.js")),
        ("frames", &file("frames.js")),
        ("frames_integrity", &package.integrity("frames.js")),
    ];
    fill(template, &values)
}

/// The height to keep free, as a CSS length: one height on phones, another in wider windows. A `style` attribute cannot
/// contain a media query. The factor 999 makes `clamp` switch between the two heights at one width.
fn room(&Room { wide, phone }: &Room) -> String {
    let step = if phone > wide { format!("{PHONES}px - 100vw") } else { format!("100vw - {PHONES}px") };
    format!("clamp({}px, ({step}) * 999, {}px)", wide.min(phone), wide.max(phone))
}

/// The attributes of the element for the dataset, the first date and the first view, as far as the element needs them. Live
/// data stands before the dataset, which is then its copy.
pub(crate) fn source(story: &Story, address: &str) -> String {
    let Some(live) = &story.live else { return own_source(story, address) };
    let refresh = live.refresh.map(|seconds| attribute("refresh", &seconds.to_string())).unwrap_or_default();
    attribute("src", live.address()) + &attribute("fallback-src", address) + &refresh + &start(story)
}

/// The same without live data, for a page that makes no request.
pub(crate) fn own_source(story: &Story, address: &str) -> String {
    let data = if story.given { attribute("src", address) } else { String::new() };
    data + &start(story)
}

/// The first date and the first view.
fn start(story: &Story) -> String {
    let date = if story.date.is_empty() { String::new() } else { attribute("date", &story.date) };
    let view = story.view.map(|view| attribute("view", view.name())).unwrap_or_default();
    date + &view
}

/// The language of a page that contains only the chart.
pub(crate) fn lang(story: &Story) -> &str {
    story.lang.as_deref().unwrap_or("en")
}

/// The direction in which a language is written. The list has the languages with many readers of news.
pub(crate) fn direction(lang: &str) -> &'static str {
    if is_of(lang, &["ar", "fa", "he", "iw", "ur"]) && !is_latin(lang) { "rtl" } else { "ltr" }
}

/// An attribute with a blank before it.
fn attribute(name: &str, value: &str) -> String {
    fill(" {{name}}=\"{{value}}\"", &[("name", name), ("value", value)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_direction_of_the_page_for_frames() {
        let mut table: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/data/language-tags.json")).unwrap();
        let table: Vec<(String, String)> = serde_json::from_value(table["directions"].take()).unwrap();
        for (lang, dir) in table {
            assert_eq!(direction(&lang), dir, "{lang}");
        }
    }
}
