//! What readers and pages can ask for.

use serde::Serialize;

use crate::base::geom::Point;
use crate::format::node::Node;

/// A picture of its own: the shell has a canvas for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The tile grid map and the groups below it.
    Map,
    /// The timeline without what moves with the date.
    Timeline,
    /// What moves with the date; lies upon the timeline and is as large.
    Cursor,
}

impl Part {
    /// The part of this name: `map`, `timeline`, `cursor`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "map" => Some(Self::Map),
            "timeline" => Some(Self::Timeline),
            "cursor" => Some(Self::Cursor),
            _ => None,
        }
    }
}

/// A place in a part, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(test, derive(Serialize, ts_rs::TS))]
pub struct Place {
    /// Which picture.
    pub part: Part,
    /// From its left edge.
    pub x: f64,
    /// From its top edge.
    pub y: f64,
}

impl Place {
    fn read(node: &Node) -> Option<Self> {
        let part = Part::named(node.field("part")?.text()?)?;
        Some(Self { part, x: node.field("x")?.number()?, y: node.field("y")?.number()? })
    }

    /// The place without its part.
    pub fn point(self) -> Point {
        Point::new(self.x, self.y)
    }
}

/// One of the timeline's handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Handle {
    /// That of the date.
    Day,
    /// That of the day compared with.
    Other,
}

/// Something that a reader or a page asks for.
///
/// Shells write it as its name in lower case, or as an object with that name as its only field: `"play"`, `{"step": 1}`,
/// `{"select": null}`, `{"tap": {"part": "map", "x": 40, "y": 12}}`, `{"focus": {"at": "GB"}}`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(test, derive(Serialize, ts_rs::TS), serde(rename_all = "lowercase"))]
pub enum Intent {
    /// Go to the day of this number (see [`crate::Day::number`]), or the nearest of the timeline.
    Day(i32),
    /// Compare with the day of this number, or with no other.
    Compare(Option<i32>),
    /// Compare with a day that suits the date.
    #[cfg_attr(test, serde(rename = "compare", serialize_with = "as_true"))]
    #[cfg_attr(test, ts(type = "{ \"compare\": true }", untagged))]
    CompareSomehow,
    /// Show this step of the tour, counted from 0, or leave it.
    Tour(Option<usize>),
    /// Hold this handle: what follows moves it, unless it names a day.
    Hold(Handle),
    /// Hold the handle nearest to this x of the timeline, in CSS pixels, and move it there.
    Grab(f64),
    /// Move the held handle to this x of the timeline, in CSS pixels.
    Scrub(f64),
    /// Move it so many changes forward, or backward where negative.
    Step(i32),
    /// Move it so many days forward, or backward where negative.
    Nudge(i32),
    /// Move it to where a quarter of a year begins, so many forward, or backward where negative.
    Quarter(i32),
    /// Move it to the first day.
    First,
    /// Move it to the last day.
    Last,
    /// Point at a place without choosing it.
    Hover(Place),
    /// Point at nothing.
    Leave,
    /// Choose what is at a place, or nearest to it.
    Tap(Place),
    /// Choose the entity with this id, or none.
    Select(Option<String>),
    /// Show only the status with this id, or all.
    Filter(Option<String>),
    /// Show all members of the groups, or as many as fit into two rows.
    Unfold(bool),
    /// Move the ring of the keyboard.
    Focus(Focus),
    /// Let the date run.
    Play,
    /// Let the date stand.
    Pause,
    /// Milliseconds have passed; moves the date while it runs.
    Advance(f64),
}

impl Intent {
    /// What a shell wrote, or `None` where it is no intent.
    pub fn read(node: &Node) -> Option<Self> {
        let (name, with) = match node {
            Node::Text(name) => (name.as_str(), &Node::Null),
            Node::Object(fields) => match fields.as_slice() {
                [(name, with)] => (name.as_str(), with),
                _ => return None,
            },
            _ => return None,
        };
        let whole = || with.number().map(|number| number as i32);
        let id = || with.text().map(str::to_owned);
        Some(match name {
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
            "unfold" => Self::Unfold(with.is(true)),
            "focus" => Self::Focus(Focus::read(with)?),
            "play" => Self::Play,
            "pause" => Self::Pause,
            "advance" => Self::Advance(with.number()?),
            _ => return None,
        })
    }
}

/// Where the ring of the keyboard goes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(Serialize, ts_rs::TS), serde(rename_all = "lowercase"))]
pub enum Focus {
    /// To where it is, else to the selected tile, to where it was, or to the first tile.
    In,
    /// Away.
    Out,
    /// To the next tile to the left.
    Left,
    /// To the next tile to the right.
    Right,
    /// To the next tile above.
    Up,
    /// To the next tile below.
    Down,
    /// To the first tile.
    First,
    /// To the last tile.
    Last,
    /// To the tile of the entity with this id.
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

/// How shells write an intent that has no value: for the tests that hold what is declared against what is read.
#[cfg(test)]
fn as_true<S: serde::Serializer>(out: S) -> Result<S::Ok, S::Error> {
    out.serialize_bool(true)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn intents_are_read_as_shells_write_them() {
        let read = |json: &str| Intent::read(&serde_json::from_str(json).unwrap());
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
