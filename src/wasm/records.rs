//! Records that cross the border between engine and shell, except those of other modules.
#![cfg_attr(not(browser), allow(dead_code, reason = "natively these are only declared"))]

use serde::Serialize;

use crate::base::geom::{Rect, Size};
use crate::chart::Chart;
use crate::format::node::Node;
use crate::i18n::messages::Messages;
use crate::model::window::Window;
use crate::theme::ThemeOptions;
use crate::validate::values::date;

/// A value that the core does not read immediately.
#[cfg(browser)]
type Unread = wasm_bindgen::JsValue;
#[cfg(not(browser))]
type Unread = ();

/// The settings of a chart. A missing setting keeps its value.
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(optional_fields))]
pub(super) struct Settings {
    /// The width of the tiles in CSS pixels. Initially 680.
    pub(super) width: Option<f64>,
    /// The width of the timeline in CSS pixels. Initially 680.
    pub(super) timeline_width: Option<f64>,
    /// The font size of the page in CSS pixels. Initially 16.
    pub(super) em: Option<f64>,
    /// The window of the timeline: EDTF dates. Without a date, the end is that of the dataset.
    #[cfg_attr(test, ts(optional, type = "{ start: string; end: string }"))]
    pub(super) window: Option<Window>,
    /// Colours and font.
    pub(super) theme: Option<ThemeOptions>,
    /// The messages of the language.
    pub(super) messages: Option<Messages>,
    /// The translation of the built-in dataset, in the form of a message file; `null` for none.
    #[cfg_attr(test, ts(optional, type = "object | null"))]
    pub(super) translation: Option<Unread>,
}

impl Settings {
    /// Reads an object of JavaScript. The translation stays in JavaScript until it is needed.
    pub(super) fn read(node: &Node, translation: Option<Unread>) -> Self {
        let given = |name| node.field(name).filter(|value| !value.is_null());
        Self {
            width: node.field("width").and_then(Node::number),
            timeline_width: node.field("timeline_width").and_then(Node::number),
            em: node.field("em").and_then(Node::number),
            window: given("window").map(|node| Window::between(date(node, "start"), date(node, "end"))),
            theme: given("theme").map(ThemeOptions::read),
            messages: given("messages").map(Messages::read),
            translation,
        }
    }
}

/// The positions of everything in the figure.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(super) struct Arrangement<'a> {
    /// The width of the figure in CSS pixels.
    width: f64,
    /// The size of the map, or of the groups or the rows of "Who, when" in its place.
    map: Size,
    /// The size of the timeline and the position of its days.
    timeline: TimelineArea,
    /// The countries in the order of the grid, the members of the groups in the order of the dataset, or the rows of
    /// "Who, when" in their order.
    tiles: Vec<Tile<'a>>,
}

/// The size of the timeline and the position of its days.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
struct TimelineArea {
    /// Extent in x.
    width: f64,
    /// Extent in y.
    height: f64,
    /// The rectangle from the first to the last day.
    plot: Rect,
}

/// The tile of an entity.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
struct Tile<'a> {
    /// Id of the entity.
    id: &'a str,
    /// Name of the entity.
    name: &'a str,
    /// Left edge.
    x: f64,
    /// Top edge.
    y: f64,
    /// Extent to the right.
    width: f64,
    /// Extent downward.
    height: f64,
}

impl<'a> Arrangement<'a> {
    pub(super) fn of(chart: &'a Chart) -> Self {
        let layout = chart.layout();
        let tiles = layout.map.tiles.iter().map(|tile| {
            let Rect { x, y, width, height } = tile.rect;
            let id = &chart.dataset().entity(tile.entity).id;
            Tile { id, name: chart.name(tile.entity), x, y, width, height }
        });
        let Size { width, height } = layout.timeline.size;
        Self {
            width: layout.width,
            map: layout.map.size,
            timeline: TimelineArea { width, height, plot: layout.timeline.plot },
            tiles: tiles.collect(),
        }
    }
}
