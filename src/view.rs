//! What the reader has chosen, what readers can ask for, and what must be redone for it.

use serde::Serialize;

use crate::dataset::{EntityId, StatusId};
use crate::date::Day;
use crate::geom::Point;
use crate::node::Node;

/// A picture of its own: the shell has a canvas for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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

/// Something that a reader or a page asks for.
///
/// Shells write it as its name in lower case, or as an object with that name as its only field: `"play"`, `{"step": 1}`,
/// `{"select": null}`, `{"tap": {"part": "map", "x": 40, "y": 12}}`, `{"focus": {"at": "GB"}}`.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Go to the day of this number (see [`Day::number`]), or the nearest of the timeline.
    Day(i32),
    /// Go to the day at this x of the timeline, in CSS pixels.
    Scrub(f64),
    /// Go so many changes forward, or backward where negative.
    Step(i32),
    /// Go so many days forward, or backward where negative.
    Nudge(i32),
    /// Go to the first day.
    First,
    /// Go to the last day.
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
            "scrub" => Self::Scrub(with.number()?),
            "step" => Self::Step(whole()?),
            "nudge" => Self::Nudge(whole()?),
            "first" => Self::First,
            "last" => Self::Last,
            "hover" => Self::Hover(Place::read(with)?),
            "leave" => Self::Leave,
            "tap" => Self::Tap(Place::read(with)?),
            "select" => Self::Select(id()),
            "filter" => Self::Filter(id()),
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
pub enum Focus {
    /// To where it was, else to the selected or the first tile.
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

/// How much of the picture an update touches, in rising order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Redo {
    /// None of it.
    #[default]
    Nothing,
    /// Marks have changed, places have not.
    Repaint,
    /// Places have changed.
    Rearrange,
}

/// What an intent has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Update {
    /// How much of the picture.
    pub redo: Redo,
    /// The date.
    pub day: bool,
    /// The selected entity.
    pub selection: bool,
    /// Whether the date runs.
    pub playing: bool,
    /// What is pointed at.
    pub tip: bool,
    /// The ring of the keyboard.
    pub focus: bool,
}

impl Update {
    /// Everything anew.
    pub const ALL: Self =
        Self { redo: Redo::Rearrange, day: true, selection: true, playing: true, tip: true, focus: true };

    /// What both have changed.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            redo: self.redo.max(other.redo),
            day: self.day | other.day,
            selection: self.selection | other.selection,
            playing: self.playing | other.playing,
            tip: self.tip | other.tip,
            focus: self.focus | other.focus,
        }
    }
}

/// Something that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A tile.
    Entity(EntityId),
    /// A day of the timeline.
    Moment(Day),
}

/// What the reader has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// First and last day that can be chosen.
    pub domain: (Day, Day),
    /// The date shown.
    pub day: Day,
    /// Whose history is open.
    pub selected: Option<EntityId>,
    /// The only status shown; `None` is all.
    pub filter: Option<StatusId>,
    /// What the pointer is at.
    pub hover: Option<Target>,
    /// Where the ring of the keyboard is.
    pub focus: Option<EntityId>,
    /// Whether the date runs.
    pub playing: bool,
    /// The number of the day with parts of a day, while it runs.
    clock: f64,
}

impl View {
    /// The last day, nothing chosen.
    pub fn new(domain: (Day, Day)) -> Self {
        Self {
            domain,
            day: domain.1,
            selected: None,
            filter: None,
            hover: None,
            focus: None,
            playing: false,
            clock: f64::from(domain.1.number()),
        }
    }

    /// Shows a day, or the nearest that can be chosen; stops the date where it runs.
    pub fn go(&mut self, day: Day) -> Update {
        let stopped = self.pause();
        self.clock = f64::from(day.clamp(self.domain.0, self.domain.1).number());
        stopped.and(self.show_clock())
    }

    /// Lets the date run, from the start where it is at the end.
    pub fn play(&mut self) -> Update {
        if self.playing {
            return Update::default();
        }
        let restart = if self.day >= self.domain.1 { self.go(self.domain.0) } else { Update::default() };
        self.playing = true;
        restart.and(Update { playing: true, ..Update::default() })
    }

    /// Lets the date stand.
    pub fn pause(&mut self) -> Update {
        if !self.playing {
            return Update::default();
        }
        self.playing = false;
        Update { playing: true, ..Update::default() }
    }

    /// The number of the day with parts of a day, while the date runs.
    pub fn clock(&self) -> f64 {
        self.clock
    }

    /// Moves the clock while the date runs; stops at the last day.
    pub fn run_to(&mut self, clock: f64) -> Update {
        self.clock = clock;
        let moved = self.show_clock();
        if self.day < self.domain.1 { moved } else { moved.and(self.pause()) }
    }

    /// Opens an entity's history, or closes it.
    pub fn select(&mut self, entity: Option<EntityId>) -> Update {
        let changed = self.selected != entity;
        self.selected = entity;
        Update { selection: changed, ..repaint(changed) }
    }

    /// Shows one status only, or all.
    pub fn filter(&mut self, status: Option<StatusId>) -> Update {
        let changed = self.filter != status;
        self.filter = status;
        repaint(changed)
    }

    /// Points at something, or at nothing.
    pub fn point_at(&mut self, target: Option<Target>) -> Update {
        let changed = self.hover != target;
        self.hover = target;
        Update { tip: changed, ..repaint(changed) }
    }

    /// Moves the ring of the keyboard.
    pub fn focus(&mut self, entity: Option<EntityId>) -> Update {
        let changed = self.focus != entity;
        self.focus = entity;
        Update { focus: changed, tip: changed, ..repaint(changed) }
    }

    fn show_clock(&mut self) -> Update {
        let day = Day::from_number(self.clock.floor() as i32).clamp(self.domain.0, self.domain.1);
        let changed = day != self.day;
        self.day = day;
        Update { day: changed, tip: changed, ..repaint(changed) }
    }
}

fn repaint(changed: bool) -> Update {
    Update { redo: if changed { Redo::Repaint } else { Redo::Nothing }, ..Update::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> View {
        View::new((Day::from_number(100), Day::from_number(200)))
    }

    #[test]
    fn a_day_out_of_reach_is_the_nearest_end() {
        let mut view = view();
        assert!(view.go(Day::from_number(0)).day);
        assert_eq!(view.day.number(), 100);
        assert_eq!(view.go(Day::from_number(-5)), Update::default());
    }

    #[test]
    fn playing_at_the_end_starts_over() {
        let mut view = view();
        let update = view.play();
        assert!(update.playing && update.day);
        assert_eq!(view.day.number(), 100);
    }

    #[test]
    fn the_date_stops_at_the_last_day_and_when_the_reader_takes_it() {
        let mut view = view();
        view.play();
        assert!(!view.run_to(150.7).playing);
        assert_eq!(view.day.number(), 150);
        assert!(view.run_to(200.0).playing);
        assert!(!view.playing);
        view.play();
        assert!(view.go(Day::from_number(120)).playing);
        assert!(!view.playing);
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn intents_are_read_as_shells_write_them() {
        let read = |json: &str| Intent::read(&serde_json::from_str(json).unwrap());
        assert_eq!(read("\"play\""), Some(Intent::Play));
        assert_eq!(read("{\"step\": -2}"), Some(Intent::Step(-2)));
        assert_eq!(read("{\"select\": null}"), Some(Intent::Select(None)));
        assert_eq!(read("{\"focus\": {\"at\": \"GB\"}}"), Some(Intent::Focus(Focus::At("GB".to_owned()))));
        let place = Place { part: Part::Map, x: 40.0, y: 12.5 };
        assert_eq!(read("{\"tap\": {\"part\": \"map\", \"x\": 40, \"y\": 12.5}}"), Some(Intent::Tap(place)));
        for wrong in
            ["1", "\"stop\"", "{\"step\": \"1\"}", "{\"step\": 1, \"day\": 2}", "{}", "{\"tap\": {\"part\": \"sky\"}}"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn doing_the_same_again_changes_nothing() {
        let mut view = view();
        assert!(view.select(Some(3)).selection);
        assert_eq!(view.select(Some(3)), Update::default());
        assert_eq!(view.point_at(None), Update::default());
        assert_eq!(view.filter(None), Update::default());
    }
}
