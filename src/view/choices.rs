//! The view. Each change of it returns the parts that must be drawn again.

use crate::base::date::Day;
use crate::model::id::{EntityId, StatusId};
use crate::model::index::Index;
use crate::view::intent::{Handle, Tab};
use crate::view::update::Update;

/// The largest number of quarters that a handle moves. 40,000 quarters are the whole calendar, which ends with the year
/// 9999. Larger numbers from a page could overflow.
const CALENDAR: i32 = 40_000;

/// The tile or the day of the timeline at which the pointer points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The tile of an entity.
    Entity(EntityId),
    /// A day of the timeline.
    Moment(Day),
}

/// What the reader has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The first and last day that can be chosen, both included.
    pub domain: (Day, Day),
    /// Whether these are the days that the page has asked for.
    pub fits: bool,
    /// The date that the figure shows.
    pub day: Day,
    /// The day with which the date is compared. It can be earlier or later than the date. `None` without a comparison.
    pub other: Option<Day>,
    /// The handle that the reader holds or held last. Keys and buttons move it.
    pub held: Handle,
    /// The step of the tour that the figure shows, counted from 0.
    pub step: Option<usize>,
    /// The entity whose history is open.
    pub selected: Option<EntityId>,
    /// The only status that the figure shows; `None` shows all statuses.
    pub filter: Option<StatusId>,
    /// Whether the figure leaves out weak statuses.
    pub firm: bool,
    /// Whether the figure counts the weights of entities instead of entities. Only possible if the dataset has weights.
    pub weighted: bool,
    /// The target of the pointer.
    pub hover: Option<Target>,
    /// The entity whose tile has the keyboard focus.
    pub focus: Option<EntityId>,
    /// The entity whose tile had the keyboard focus before. The focus returns to it.
    pub left: Option<EntityId>,
    /// Whether playback is on.
    pub playing: bool,
    /// The view.
    pub tab: Tab,
    /// The order of the rows, as in [`crate::Intent::Sort`].
    pub sort: Option<Vec<String>>,
    /// How far the rows are scrolled, in CSS pixels.
    pub scroll: f64,
    /// The date as a day number with fractions of a day. A frame of playback often moves less than a day; without the
    /// fractions these small moves would be lost.
    clock: f64,
}

impl View {
    /// A view of the last day in which nothing is chosen.
    pub fn new(domain: (Day, Day)) -> Self {
        Self {
            domain,
            fits: true,
            day: domain.1,
            other: None,
            held: Handle::Day,
            step: None,
            selected: None,
            filter: None,
            firm: false,
            weighted: false,
            hover: None,
            focus: None,
            left: None,
            playing: false,
            tab: Tab::Map,
            sort: Some(Vec::new()),
            scroll: 0.0,
            clock: f64::from(domain.1.number()),
        }
    }

    /// Shows a day, or the nearest day that can be chosen. Stops playback.
    pub fn go(&mut self, day: Day) -> Update {
        let stopped = self.pause();
        self.clock = f64::from(day.clamp(self.domain.0, self.domain.1).number());
        stopped.and(self.show_clock())
    }

    /// Compares the date with another day, or with the nearest day that can be chosen. `None` ends the comparison.
    pub fn compare(&mut self, other: Option<Day>) -> Update {
        let other = other.map(|day| day.clamp(self.domain.0, self.domain.1));
        let changed = self.other != other;
        self.other = other;
        self.hold(self.held).and(Update {
            map: changed,
            cursor: changed,
            other: changed,
            tip: changed,
            ..Update::default()
        })
    }

    /// The default day for a comparison: one year before the date. If the date is the first day, no day is before it,
    /// and the default is the last day. The result can be earlier than the first day.
    pub fn year_before(&self) -> Day {
        let (year, month, date) = self.day.ymd();
        // 29 February does not exist a year earlier: 365 days before it is 1 March.
        let before = Day::from_ymd(year - 1, month, date).unwrap_or(self.day.plus(-365));
        if self.day > self.domain.0 { before } else { self.domain.1 }
    }

    /// The first day of the quarter that is `quarters` quarters after the day of the held handle; before it if the
    /// number is negative.
    pub fn quarter(&self, quarters: i32) -> Day {
        // From a day inside of a quarter, one quarter back is the beginning of this quarter. From the first day of a
        // quarter it is the beginning of the previous quarter. The calculation therefore starts one day earlier and
        // adds one quarter.
        let back = i32::from(quarters < 0);
        let (year, month, _) = self.held_day().plus(-back).ymd();
        let place = year * 4 + i32::from(month - 1) / 3 + quarters.clamp(-CALENDAR, CALENDAR) + back;
        let first = Day::from_ymd(place.div_euclid(4), place.rem_euclid(4) as u8 * 3 + 1, 1);
        first.unwrap_or(self.domain.0)
    }

    /// Holds a handle. Without a comparison there is only the handle of the date. Holding the other handle stops
    /// playback.
    pub fn hold(&mut self, handle: Handle) -> Update {
        let held = if self.other.is_some() { handle } else { Handle::Day };
        let changed = self.held != held;
        self.held = held;
        let stopped = if held == Handle::Other { self.pause() } else { Update::default() };
        stopped.and(Update { cursor: changed, ..Update::default() })
    }

    /// The day of the held handle.
    pub fn held_day(&self) -> Day {
        self.other.filter(|_| self.held == Handle::Other).unwrap_or(self.day)
    }

    /// The days of change before the day of the held handle, within the timeline.
    pub fn changes_before<'a>(&self, index: &'a Index) -> &'a [Day] {
        index.change_days_between(self.domain.0, self.held_day())
    }

    /// The days of change after the day of the held handle, within the timeline.
    pub fn changes_after<'a>(&self, index: &'a Index) -> &'a [Day] {
        index.change_days_between(self.held_day().plus(1), self.domain.1.plus(1))
    }

    /// Moves the held handle to a day, or to the nearest day that can be chosen.
    pub fn pull(&mut self, day: Day) -> Update {
        match self.held {
            Handle::Day => self.go(day),
            Handle::Other => self.compare(Some(day)),
        }
    }

    /// Starts playback. At the last day playback begins again at the first day.
    pub fn play(&mut self) -> Update {
        if self.playing {
            return Update::default();
        }
        let restart = if self.day >= self.domain.1 { self.go(self.domain.0) } else { Update::default() };
        self.playing = true;
        restart.and(self.hold(Handle::Day)).and(Update { playing: true, ..Update::default() })
    }

    /// Stops playback.
    pub fn pause(&mut self) -> Update {
        if !self.playing {
            return Update::default();
        }
        self.playing = false;
        Update { playing: true, ..Update::default() }
    }

    /// The date as a day number with fractions of a day.
    pub fn clock(&self) -> f64 {
        self.clock
    }

    /// Moves the date of playback to a day number with fractions of a day. Stops playback at the last day.
    pub fn run_to(&mut self, clock: f64) -> Update {
        self.clock = clock;
        let moved = self.show_clock();
        if self.day < self.domain.1 { moved } else { moved.and(self.pause()) }
    }

    /// Sets the current step of the tour; `None` for no step.
    pub fn tour(&mut self, step: Option<usize>) -> Update {
        let changed = self.step != step;
        self.step = step;
        Update { map: changed, cursor: changed, step: changed, ..Update::default() }
    }

    /// Opens the history of an entity; `None` closes it.
    pub fn select(&mut self, entity: Option<EntityId>) -> Update {
        let changed = self.selected != entity;
        self.selected = entity;
        Update { map: changed, selection: changed, ..Update::default() }
    }

    /// Shows only one status; `None` shows all statuses.
    pub fn filter(&mut self, status: Option<StatusId>) -> Update {
        let changed = self.filter != status;
        self.filter = status;
        Update { map: changed, timeline: changed, ..Update::default() }
    }

    /// Leaves out weak statuses, or shows them again. Rows and areas change with them.
    pub fn only_firm(&mut self, firm: bool) -> Update {
        let changed = self.firm != firm;
        self.firm = firm;
        Update { layout: changed, tip: changed, ..Update::default() }
    }

    /// Counts weights, or entities.
    pub fn weigh(&mut self, weighted: bool) -> Update {
        let changed = self.weighted != weighted;
        self.weighted = weighted;
        Update { layout: changed, ..Update::default() }
    }

    /// Shows the map, the rows, the groups or the table. The pointer and the keyboard focus leave their tiles, because
    /// these tiles disappear.
    pub fn show(&mut self, tab: Tab) -> Update {
        if self.tab == tab {
            return Update::default();
        }
        self.tab = tab;
        self.scroll = 0.0;
        self.point_at(None).and(self.focus(None)).and(Update { layout: true, ..Update::default() })
    }

    /// Shows the rows in another order.
    pub fn sort(&mut self, sort: Option<Vec<String>>) -> Update {
        if self.sort == sort {
            return Update::default();
        }
        self.sort = sort;
        Update { layout: true, ..Update::default() }
    }

    /// Scrolls the rows. Then the pointer has no target until the shell sends a position.
    pub fn scroll(&mut self, scroll: f64) -> Update {
        if self.scroll == scroll {
            return Update::default();
        }
        self.scroll = scroll;
        self.point_at(None).and(Update { map: true, tip: true, ..Update::default() })
    }

    /// Sets the target of the pointer; `None` for no target.
    pub fn point_at(&mut self, target: Option<Target>) -> Update {
        let changed = self.hover != target;
        // The old target is drawn again without its mark, the new target with its mark.
        let (mut map, mut cursor) = (false, false);
        for either in [self.hover, target] {
            map |= changed && matches!(either, Some(Target::Entity(_)));
            cursor |= changed && matches!(either, Some(Target::Moment(_)));
        }
        self.hover = target;
        Update { map, cursor, tip: changed, ..Update::default() }
    }

    /// Moves the keyboard focus to the tile of an entity; `None` removes it from the map.
    pub fn focus(&mut self, entity: Option<EntityId>) -> Update {
        let changed = self.focus != entity;
        self.left = self.focus.or(self.left);
        self.focus = entity;
        Update { map: changed, focus: changed, tip: changed, ..Update::default() }
    }

    fn show_clock(&mut self) -> Update {
        let day = Day::from_number(self.clock.floor() as i32).clamp(self.domain.0, self.domain.1);
        let changed = day != self.day;
        self.day = day;
        Update { map: changed, cursor: changed, day: changed, tip: changed, ..Update::default() }
    }
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

    #[test]
    fn the_held_handle_is_pulled_and_the_other_stays() {
        let mut view = view();
        assert!(view.compare(Some(Day::from_number(50))).other);
        assert_eq!(view.other.map(Day::number), Some(100));
        view.hold(Handle::Other);
        assert!(view.pull(Day::from_number(150)).other);
        assert_eq!((view.day.number(), view.held_day().number()), (200, 150));
        view.hold(Handle::Day);
        assert!(view.pull(Day::from_number(120)).day);
        assert_eq!((view.day.number(), view.other.map(Day::number)), (120, Some(150)));
    }

    #[test]
    fn a_film_plays_the_date_and_stops_where_the_other_handle_is_taken() {
        let mut view = view();
        view.compare(Some(Day::from_number(150)));
        view.hold(Handle::Other);
        view.play();
        assert_eq!((view.playing, view.held), (true, Handle::Day));
        assert!(view.hold(Handle::Other).playing);
        assert!(!view.playing);
    }

    #[test]
    fn a_view_that_compares_no_more_holds_the_date() {
        let mut view = view();
        assert_eq!(view.hold(Handle::Other), Update::default());
        view.compare(Some(Day::from_number(150)));
        view.hold(Handle::Other);
        view.compare(None);
        assert_eq!((view.held, view.held_day().number()), (Handle::Day, 200));
    }

    #[test]
    fn a_date_is_compared_with_the_year_before_it_and_the_first_day_with_the_last() {
        let day = |year, month, date| Day::from_ymd(year, month, date).unwrap();
        let mut view = View::new((day(2018, 1, 1), day(2020, 2, 29)));
        assert_eq!(view.year_before(), day(2019, 3, 1));
        view.go(day(2018, 1, 1));
        assert_eq!(view.year_before(), day(2020, 2, 29));
    }

    #[test]
    fn quarters_are_those_of_the_calendar() {
        let day = |year, month, date| Day::from_ymd(year, month, date).unwrap();
        let mut view = View::new((day(2018, 2, 1), day(2020, 12, 31)));
        for (from, quarters, to) in [
            (day(2020, 7, 14), 1, day(2020, 10, 1)),
            (day(2020, 7, 14), -1, day(2020, 7, 1)),
            (day(2020, 7, 1), -1, day(2020, 4, 1)),
            (day(2020, 4, 1), -2, day(2019, 10, 1)),
            (day(2019, 12, 31), 1, day(2020, 1, 1)),
            (day(2020, 1, 1), -1, day(2019, 10, 1)),
        ] {
            view.go(from);
            assert_eq!(view.quarter(quarters), to, "{quarters} from {from}");
        }
        view.go(day(2018, 3, 1));
        view.pull(view.quarter(-1));
        assert_eq!(view.day, day(2018, 2, 1), "before the first day there is none");
        for quarters in [i32::MIN, i32::MAX] {
            view.pull(view.quarter(quarters));
        }
    }

    #[test]
    fn doing_the_same_again_changes_nothing() {
        let mut view = view();
        assert!(view.select(Some(EntityId::new(3))).selection);
        assert_eq!(view.select(Some(EntityId::new(3))), Update::default());
        assert_eq!(view.point_at(None), Update::default());
        assert_eq!(view.filter(None), Update::default());
        assert_eq!(view.show(Tab::Map), Update::default());
        assert!(view.show(Tab::Groups).layout);
    }
}
