//! Intents: the changes of the view that a reader or a page can ask for.

use serde::Serialize;

use crate::base::geom::Point;
use crate::format::node::{Node, Value};

/// A part of the figure. The shell has a canvas for each part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The tiles: the map, the groups, or the rows of "Who, when".
    Map,
    /// The timeline without the marks that depend on the date.
    Timeline,
    /// The marks of the timeline that depend on the date. This part lies on the timeline and has the same size.
    Cursor,
}

impl Part {
    /// The part with this name: `map`, `timeline` or `cursor`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "map" => Some(Self::Map),
            "timeline" => Some(Self::Timeline),
            "cursor" => Some(Self::Cursor),
            _ => None,
        }
    }
}

/// The view: map, rows, groups or table. A reader chooses it by a tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Tab {
    /// The tile grid map.
    Map,
    /// "Who, when": a row for each entity, with its statuses over time.
    Lanes,
    /// The entities that are not on the map, such as blocs and companies, in groups.
    Groups,
    /// The table, which the shell makes.
    Table,
}

impl Tab {
    /// The name, as the attribute `view` has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Lanes => "lanes",
            Self::Groups => "groups",
            Self::Table => "table",
        }
    }

    /// The view of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "map" => Self::Map,
            "lanes" => Self::Lanes,
            "groups" => Self::Groups,
            "table" => Self::Table,
            _ => return None,
        })
    }
}

/// A position in a part, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(test, derive(Serialize, ts_rs::TS))]
pub struct Place {
    /// The part.
    pub part: Part,
    /// Distance from the left edge of the part.
    pub x: f64,
    /// Distance from the top edge of the part.
    pub y: f64,
}

impl Place {
    fn read(node: &Node) -> Option<Self> {
        let part = Part::named(node.field("part")?.text()?)?;
        Some(Self { part, x: node.field("x")?.number()?, y: node.field("y")?.number()? })
    }

    /// The position without the part.
    pub fn point(self) -> Point {
        Point::new(self.x, self.y)
    }
}

/// A handle of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Handle {
    /// The handle of the date.
    Day,
    /// The handle of the day with which the date is compared.
    Other,
}

/// A change of the view that a reader or a page asks for.
///
/// A shell writes an intent as its name in lower case, or as an object whose only field has this name: `"play"`,
/// `{"step": 1}`, `{"select": null}`, `{"tap": {"part": "map", "x": 40, "y": 12}}`, `{"focus": {"at": "GB"}}`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(test, derive(Serialize, ts_rs::TS), serde(rename_all = "lowercase"))]
pub enum Intent {
    /// Show the day with this number (see [`crate::Day::number`]), or the nearest day of the timeline.
    Day(i32),
    /// Compare the date with the day with this number; `None` ends the comparison.
    Compare(Option<i32>),
    /// Compare the date with the default day: a year earlier, or the last day if the date is the first day.
    #[cfg_attr(test, serde(rename = "compare", serialize_with = "as_true"))]
    #[cfg_attr(test, ts(type = "{ \"compare\": true }", untagged))]
    CompareSomehow,
    /// Show this step of the tour, counted from 0; `None` leaves the tour.
    Tour(Option<usize>),
    /// Hold this handle. Later intents without a day of their own move it.
    Hold(Handle),
    /// Hold the handle that is nearest to this x of the timeline, in CSS pixels, and move it there.
    Grab(f64),
    /// Move the held handle to this x of the timeline, in CSS pixels.
    Scrub(f64),
    /// Move the held handle forward by this number of days of change; backward if the number is negative.
    Step(i32),
    /// Move the held handle forward by this number of days; backward if the number is negative.
    Nudge(i32),
    /// Move the held handle forward by this number of quarters, to the first day of a quarter; backward if the number
    /// is negative.
    Quarter(i32),
    /// Move the held handle to the first day.
    First,
    /// Move the held handle to the last day.
    Last,
    /// Point at a position without choosing it.
    Hover(Place),
    /// Point at nothing.
    Leave,
    /// Choose the tile or the day at a position, or the nearest one within 12 CSS pixels.
    Tap(Place),
    /// Select the entity with this id; `None` selects no entity.
    Select(Option<String>),
    /// Show only the status with this id; `None` shows all statuses.
    Filter(Option<String>),
    /// Leave out weak statuses, which rest only on statements, contracts or inferences; `false` shows them again.
    Firm(bool),
    /// Count the weights of entities if `true`, or the entities.
    Weighted(bool),
    /// Show the map, the rows, the groups or the table.
    View(Tab),
    /// Show the rows in this order: first the entities with the first id of the list, or with the status that has this
    /// id, then those with the second, and so on. The other entities follow, by their first status in the order of the
    /// statuses. Equal rows are sorted by the first date. `None`: by the latest change, newest first.
    Sort(Option<Vec<String>>),
    /// The rows are scrolled by this number of CSS pixels.
    Scroll(f64),
    /// Move the keyboard focus.
    Focus(Focus),
    /// Start playback.
    Play,
    /// Stop playback.
    Pause,
    /// This number of milliseconds has passed. Moves fades, and the date during playback.
    Advance(f64),
}

impl Intent {
    /// Reads the intent that a shell wrote; `None` if the value is not an intent.
    pub fn read(node: &Node) -> Option<Self> {
        let alone = Node::from(Value::Null);
        let (name, with) = match &node.value {
            Value::Text(name) => (name, &alone),
            // TypeScript accepts an object with the fields of two intents, so it is refused here.
            Value::Object(members) => match members.as_slice() {
                [member] => (&member.name, &member.node),
                _ => return None,
            },
            _ => return None,
        };
        let whole = || with.number().map(|number| number as i32);
        let id = || with.text().map(str::to_owned);
        Some(match name.as_ref() {
            "day" => Self::Day(whole()?),
            "compare" if with.is(true) => Self::CompareSomehow,
            "compare" => Self::Compare(whole()),
            "tour" => Self::Tour(with.number().filter(|number| *number >= 0.0).map(|number| number as usize)),
            "hold" => Self::Hold(if with.text()? == "other" { Handle::Other } else { Handle::Day }),
            "grab" => Self::Grab(with.number()?),
            "scrub" => Self::Scrub(with.number()?),
            "step" => Self::Step(whole()?),
            "nudge" => Self::Nudge(whole()?),
            "quarter" => Self::Quarter(whole()?),
            "first" => Self::First,
            "last" => Self::Last,
            "hover" => Self::Hover(Place::read(with)?),
            "leave" => Self::Leave,
            "tap" => Self::Tap(Place::read(with)?),
            "select" => Self::Select(id()),
            "filter" => Self::Filter(id()),
            "firm" => Self::Firm(with.is(true)),
            "weighted" => Self::Weighted(with.is(true)),
            "view" => Self::View(Tab::named(with.text()?)?),
            "sort" => Self::Sort(with.list().map(texts)),
            "scroll" => Self::Scroll(with.number()?),
            "focus" => Self::Focus(Focus::read(with)?),
            "play" => Self::Play,
            "pause" => Self::Pause,
            "advance" => Self::Advance(with.number()?),
            _ => return None,
        })
    }
}

/// The texts of a list.
fn texts(items: &[Node]) -> Vec<String> {
    let mut texts = Vec::new();
    for item in items {
        texts.extend(item.text().map(str::to_owned));
    }
    texts
}

/// The target of the keyboard focus.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(Serialize, ts_rs::TS), serde(rename_all = "lowercase"))]
pub enum Focus {
    /// The tile that has the focus; otherwise the selected tile, the tile that had the focus before, or the first tile.
    In,
    /// No tile.
    Out,
    /// The next tile to the left.
    Left,
    /// The next tile to the right.
    Right,
    /// The next tile above.
    Up,
    /// The next tile below.
    Down,
    /// The first tile.
    First,
    /// The last tile.
    Last,
    /// The tile of the entity with this id.
    At(String),
}

impl Focus {
    fn read(node: &Node) -> Option<Self> {
        if let Some(at) = node.field("at") {
            return Some(Self::At(at.text()?.to_owned()));
        }
        Some(match node.text()? {
            "in" => Self::In,
            "out" => Self::Out,
            "left" => Self::Left,
            "right" => Self::Right,
            "up" => Self::Up,
            "down" => Self::Down,
            "first" => Self::First,
            "last" => Self::Last,
            _ => return None,
        })
    }
}

/// Writes an intent without a value as shells do. Tests use it to compare the declared form with the reader.
#[cfg(test)]
fn as_true<S: serde::Serializer>(out: S) -> Result<S::Ok, S::Error> {
    out.serialize_bool(true)
}

#[cfg(all(test, not(browser)))]
mod tests {
    use super::*;

    #[test]
    fn intents_are_read_as_shells_write_them() {
        let read = |json: &str| Intent::read(&json.parse().unwrap());
        assert_eq!(read("\"play\""), Some(Intent::Play));
        assert_eq!(read("{\"step\": -2}"), Some(Intent::Step(-2)));
        assert_eq!(read("{\"select\": null}"), Some(Intent::Select(None)));
        assert_eq!(read("{\"compare\": true}"), Some(Intent::CompareSomehow));
        assert_eq!(read("{\"compare\": 18000}"), Some(Intent::Compare(Some(18000))));
        assert_eq!(read("{\"compare\": null}"), Some(Intent::Compare(None)));
        assert_eq!(read("{\"hold\": \"other\"}"), Some(Intent::Hold(Handle::Other)));
        assert_eq!(read("{\"tour\": 2}"), Some(Intent::Tour(Some(2))));
        assert_eq!(read("{\"tour\": -1}"), Some(Intent::Tour(None)), "there is no such step");
        assert_eq!(read("{\"focus\": {\"at\": \"GB\"}}"), Some(Intent::Focus(Focus::At("GB".to_owned()))));
        let place = Place { part: Part::Map, x: 40.0, y: 12.5 };
        assert_eq!(read("{\"tap\": {\"part\": \"map\", \"x\": 40, \"y\": 12.5}}"), Some(Intent::Tap(place)));
        for wrong in
            ["1", "\"stop\"", "{\"step\": \"1\"}", "{\"step\": 1, \"day\": 2}", "{}", "{\"tap\": {\"part\": \"sky\"}}"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
