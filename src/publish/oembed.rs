//! The oEmbed answer (version 1.0, see oembed.com). Content management systems read the answer when an author pastes
//! the address of the page, and then embed the page.

use serde::Serialize;

use crate::publish::address::Address;
use crate::publish::story::Story;
use crate::publish::template::fill;

/// The number of seconds for which a system may keep an answer.
const CACHE: u32 = 3600;

/// An answer of the type `rich`.
#[derive(Serialize)]
struct Answer<'a> {
    version: &'static str,
    r#type: &'static str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: &'a str,
    cache_age: u32,
    html: String,
    width: u16,
    height: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// The answer for a story.
pub(crate) fn json(story: &Story, address: &Address, provider: &str) -> String {
    let reserved = story.frame.wide.to_string();
    let values = [("url", address.page()), ("title", &story.title), ("reserved", &reserved)];
    let (thumbnail_width, thumbnail_height) = story.pixels();
    let answer = Answer {
        version: "1.0",
        r#type: "rich",
        title: &story.title,
        provider_name: provider,
        provider_url: address.origin(),
        cache_age: CACHE,
        html: fill(include_str!("templates/oembed.html"), &values).trim_end().to_owned(),
        width: story.size.0,
        height: story.frame.wide,
        thumbnail_url: address.of("figure.png"),
        thumbnail_width,
        thumbnail_height,
    };
    serde_json::to_string_pretty(&answer).expect("texts and numbers can be written") + "\n"
}
