//! The publisher: the files of a published figure, for the make page. The page draws the PNGs.

use std::collections::BTreeMap;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::base::date::PartialDate;
use crate::base::language::is_tag;
use crate::base::limits::Limits;
use crate::format::json;
use crate::format::node::Node;
use crate::i18n::messages::Messages;
use crate::model::dataset::Dataset;
use crate::publish::package::{LIST, List, STANDALONE};
use crate::publish::picture::{Style, View, picture};
use crate::publish::{self, Address, Ancestor, Form, Host, Live, Package, REFRESH, Story, Subject};
use crate::theme::Scheme;
use crate::view::intent::Tab;
use crate::wasm::convert::{number, read};
use crate::wasm::told::sentence;

/// The files of the package that the page has fetched.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Shelf {
    list: List,
    files: BTreeMap<String, Vec<u8>>,
}

#[wasm_bindgen]
impl Shelf {
    /// A shelf for the files of a list, the contents of `integrity.json`.
    ///
    /// # Errors
    ///
    /// A sentence about a list that cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(list: &[u8]) -> Result<Self, JsValue> {
        let list = List::read(list).map_err(|error| sentence(format!("cannot read {LIST}: {error}")))?;
        Ok(Self { list, files: BTreeMap::new() })
    }

    /// Adds a file. Its contents must be those of the list.
    ///
    /// # Errors
    ///
    /// A sentence about other contents.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) -> Result<(), JsValue> {
        if !self.list.holds(&name, &bytes) {
            return Err(sentence(format!("{name} is not the file in {LIST}: load the page again")));
        }
        self.files.insert(name, bytes);
        Ok(())
    }
}

impl Shelf {
    fn package(&self) -> Result<Package, JsValue> {
        if let Some(name) = self.list.lacks(true) {
            return Err(sentence(format!("{LIST} does not list {name}")));
        }
        let file = |name: &str| Ok((name.to_owned(), self.file(name)?));
        Ok(Package::of(self.list.loaded(true).map(file).collect::<Result<_, JsValue>>()?))
    }

    fn file(&self, name: &str) -> Result<Vec<u8>, JsValue> {
        self.files.get(name).cloned().ok_or_else(|| sentence(format!("the file {name} of the package is missing")))
    }

    fn text(&self, name: &str) -> Result<String, JsValue> {
        String::from_utf8(self.file(name)?).map_err(|_| sentence(format!("{name} is not UTF-8")))
    }
}

/// The files of the folder, the page last: for each its path, and its bytes or, where the page draws a PNG, the SVG.
///
/// # Errors
///
/// A sentence about the dataset, an option or the package.
#[wasm_bindgen]
pub fn publish(json: String, options: &JsValue, shelf: &Shelf) -> Result<Array, JsValue> {
    let options = read(options);
    let (story, package, address) = (story(json, &options)?, shelf.package()?, address(&options)?);
    loaded(&story, &address)?;
    let provider = options.text_of("provider").map(publish::words).transpose()?;
    let framed_by = ancestors(&options)?;
    let host = Host { address: &address, provider: provider.as_deref(), framed_by: &framed_by };
    let mut drawings = Vec::new();
    let mut draw = |svg: &str| {
        drawings.push(svg.to_owned());
        Ok::<_, JsValue>(Vec::new())
    };
    let files = publish::files(&story, &package, &host, &mut draw)?;
    let mut drawings = drawings.into_iter();
    let entry = |(path, bytes): (String, Vec<u8>)| {
        let content: JsValue = match path.ends_with(".png").then(|| drawings.next()).flatten() {
            Some(svg) => svg.into(),
            None => Uint8Array::from(bytes.as_slice()).into(),
        };
        Array::of2(&path.into(), &content)
    };
    Ok(files.into_iter().map(entry).collect())
}

/// One HTML file with everything.
///
/// # Errors
///
/// The same.
#[wasm_bindgen]
pub fn standalone(json: String, options: &JsValue, shelf: &Shelf) -> Result<String, JsValue> {
    let story = story(json, &read(options))?;
    let words = shelf.list.words(story.lang.as_deref().unwrap_or_default());
    let words = words.map(|name| shelf.text(&name)).transpose()?;
    Ok(publish::standalone(&story, &shelf.text(STANDALONE)?, words.as_deref()))
}

/// The markup for other pages: a frame, the element, a block of WordPress, and for AMP pages, or null.
///
/// # Errors
///
/// The same.
#[wasm_bindgen]
pub fn snippets(json: String, options: &JsValue, shelf: &Shelf) -> Result<Array, JsValue> {
    let options = read(options);
    let (story, package, address) = (story(json, &options)?, shelf.package()?, address(&options)?);
    loaded(&story, &address)?;
    let markup = |form: Form| -> JsValue {
        let fits = form.accepts(&address);
        fits.then(|| publish::snippet::markup(form, &story, &package, &address)).into()
    };
    Ok([Form::Iframe, Form::Script, Form::Wordpress, Form::Amp].into_iter().map(markup).collect())
}

/// A picture as SVG.
///
/// # Errors
///
/// A sentence about the dataset or an option.
#[wasm_bindgen]
pub fn still(json: &str, options: &JsValue) -> Result<String, JsValue> {
    let options = read(options);
    let style = Style {
        width: width(&options, 120..=4000)?,
        scheme: scheme(options.text_of("theme").unwrap_or("light"))?,
        compare: date(&options, "compare")?,
        window: [date(&options, "start")?, date(&options, "end")?],
        view: options.text_of("view").map(view).transpose()?,
        weighted: options.field("weighted").is_some_and(|node| node.is(true)),
        messages: messages(&options),
    };
    picture(dataset(json)?, date(&options, "date")?, &style).map_err(sentence)
}

fn dataset(json: &str) -> Result<Dataset, JsValue> {
    let tree = json::parse(json, number).ok_or_else(|| sentence("the dataset is not JSON"))?;
    Dataset::from_tree(&tree, &Limits::default()).ok_or_else(|| sentence("the dataset has errors"))
}

fn story(json: String, options: &Node) -> Result<Story, JsValue> {
    let lang = options.text_of("lang").map(|tag| {
        if is_tag(tag) { Ok(tag.to_owned()) } else { Err(sentence(format!("\"{tag}\" is not a language tag"))) }
    });
    let subject = Subject {
        given: true,
        live: live(options)?,
        date: date(options, "date")?,
        title: options.text_of("title").map(publish::words).transpose()?,
        lang: lang.transpose()?,
        messages: messages(options),
        view: options.text_of("view").map(tab).transpose()?,
        width: width(options, 280..=2000)?,
        json,
    };
    Story::new(dataset(&subject.json)?, subject).map_err(sentence)
}

/// An error if browsers let the page with this address not load its live data.
fn loaded(story: &Story, address: &Address) -> Result<(), JsValue> {
    story.live.as_ref().map_or(Ok(()), |live| live.for_page(address)).map_err(sentence)
}

/// The live data of the options.
fn live(options: &Node) -> Result<Option<Live>, JsValue> {
    let Some(text) = options.text_of("live").filter(|text| !text.is_empty()) else { return Ok(None) };
    let mut live: Live = text.parse().map_err(sentence)?;
    live.refresh = options.field("refresh").and_then(Node::number).map(|seconds| seconds as u32);
    if live.refresh.is_some_and(|seconds| !REFRESH.contains(&seconds)) {
        let (least, most) = (REFRESH.start(), REFRESH.end());
        return Err(sentence(format!("live data is asked for again after {least} to {most} seconds")));
    }
    Ok(Some(live))
}

/// The texts of the pictures, as pairs of key and text.
fn messages(options: &Node) -> Option<Messages> {
    options.field("messages").filter(|node| !node.is_null()).map(Messages::read)
}

fn date(options: &Node, name: &str) -> Result<Option<PartialDate>, JsValue> {
    let read = |text: &str| text.parse().map_err(|_| sentence(format!("\"{text}\" is not a date such as 2020-10-20")));
    options.text_of(name).filter(|text| !text.is_empty()).map(read).transpose()
}

fn width(options: &Node, range: std::ops::RangeInclusive<u16>) -> Result<u16, JsValue> {
    let width = options.field("width").and_then(Node::number).unwrap_or(680.0) as u16;
    let complaint = || sentence(format!("the width is a number from {} to {}", range.start(), range.end()));
    if range.contains(&width) { Ok(width) } else { Err(complaint()) }
}

fn address(options: &Node) -> Result<Address, JsValue> {
    options.text_of("address").unwrap_or_default().parse().map_err(sentence)
}

fn ancestors(options: &Node) -> Result<Vec<Ancestor>, JsValue> {
    let texts = options.items_of("framedBy").iter().filter_map(Node::text);
    let sources = texts.map(|text| text.parse().map_err(sentence)).collect::<Result<Vec<_>, _>>()?;
    if publish::agree(&sources) { Ok(sources) } else { Err(sentence("'none' cannot be combined with other sources")) }
}

fn scheme(name: &str) -> Result<Scheme, JsValue> {
    Ok(match name {
        "light" => Scheme::Light,
        "dark" => Scheme::Dark,
        "print" => Scheme::Print,
        _ => return Err(sentence("the theme is light, dark or print")),
    })
}

fn tab(name: &str) -> Result<Tab, JsValue> {
    Tab::named(name).ok_or_else(|| sentence("the view is map, lanes, groups or table"))
}

fn view(name: &str) -> Result<View, JsValue> {
    Ok(match name {
        "map" => View::Map,
        "lanes" => View::Lanes,
        "groups" => View::Groups,
        "history" => View::History,
        "years" => View::Years,
        _ => return Err(sentence("the view is map, lanes, groups, history or years")),
    })
}
