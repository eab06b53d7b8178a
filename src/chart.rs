//! The one object that every shell holds: intents in; updates, scenes and descriptions out.

use std::cell::OnceCell;

use crate::base::date::Day;
use crate::base::geom::Point;
use crate::base::text::TextMeasure;
use crate::context::RenderContext;
use crate::describe::records::{Description, Info, NewestEvents, StatusReport, TaggedText};
use crate::describe::table::Row;
use crate::i18n::messages::Messages;
use crate::layout::arrange::Layout;
use crate::layout::first_view::first_view;
use crate::layout::groups::{groups_of, has_map};
use crate::layout::lane_order::has_lanes;
use crate::layout::lettering::{EM, Lettering};
use crate::layout::timeline;
use crate::model::dataset::Dataset;
use crate::model::id::EntityId;
use crate::model::index::{Index, Snapshot};
use crate::model::window::Window;
use crate::scene::mark::Scene;
use crate::theme::{Scheme, Theme, ThemeOptions};
use crate::view::choices::{Target, View};
use crate::view::intent::{Focus, Handle, Intent, Part, Place, Tab};
use crate::view::playback::{PlaybackCurve, WHOLE_STORY};
use crate::view::transitions::TileTransitions;
use crate::view::update::Update;
use crate::{describe, scene};

/// The maximal distance between a tap and the tile that it selects, in CSS pixels. WCAG 2.5.8 asks for targets of 24
/// pixels, and this is half of that.
const TAP: f64 = 12.0;
/// The width until a shell sets one, in CSS pixels.
const WIDTH: f64 = 680.0;

/// A dataset, and everything that the reader has chosen.
///
/// # Examples
///
/// ```
/// use banspread::{Chart, Dataset, Intent, PartialDate};
///
/// let mut chart = Chart::new(Dataset::huawei(), Box::new(banspread::Estimate));
/// let day = "2020-10-20".parse::<PartialDate>()?.first();
/// chart.apply(Intent::Day(day.number()));
/// let description = chart.describe();
/// assert_eq!(description.date, "20 October 2020");
/// assert!(description.sentence.text.contains("ban Huawei"));
/// # Ok::<(), banspread::DateError>(())
/// ```
pub struct Chart {
    dataset: Dataset,
    index: Index,
    view: View,
    /// The part of the timeline that the page has chosen.
    window: Window,
    snapshot: Snapshot,
    compared: Option<Snapshot>,
    transitions: TileTransitions,
    /// The widths of the tiles and of the timeline, in CSS pixels.
    widths: (f64, f64),
    /// The font size of the page, in CSS pixels.
    em: f64,
    /// Made when something first needs it. A page that sets words, theme and width then causes one layout, not three.
    layout: OnceCell<Layout>,
    options: ThemeOptions,
    theme: Theme,
    messages: Messages,
    measure: Box<dyn TextMeasure>,
}

impl Chart {
    /// A chart of the last day of a dataset, in English, in the light theme.
    pub fn new(dataset: Dataset, measure: Box<dyn TextMeasure>) -> Self {
        let index = Index::new(&dataset);
        let mut view = first_view(&dataset, Window::default());
        view.go(dataset.updated().last());
        let (options, messages) = (ThemeOptions::default(), Messages::default());
        Self {
            snapshot: index.as_of(view.day),
            compared: None,
            transitions: TileTransitions::default(),
            widths: (WIDTH, WIDTH),
            em: EM,
            layout: OnceCell::new(),
            theme: Theme::new(&dataset, &options),
            dataset,
            index,
            view,
            window: Window::default(),
            options,
            messages,
            measure,
        }
    }

    /// Shows another dataset. Words and theme stay. The view, the counting of weights and the choice between firm and
    /// all statuses stay if the dataset has them, and the date and the compared date as far as the timeline of the
    /// dataset allows.
    pub fn load(&mut self, dataset: Dataset) -> Update {
        let View { day, other, tab, scroll, weighted, firm, .. } = self.view;
        self.index = Index::new(&dataset);
        self.view = first_view(&dataset, self.window);
        self.theme = Theme::new(&dataset, &self.options);
        self.dataset = dataset;
        self.show(tab);
        self.weigh(weighted);
        self.only_firm(firm);
        // The shell does not scroll either.
        self.view.scroll(scroll);
        self.stay_at(day, other)
    }

    /// Shows a part of the timeline, in place of the `start` and `end` of the dataset. What happened before the part is
    /// counted on its first day. Returns whether that is possible: a window that ends before it begins, or has no day
    /// of the data, shows all of the data. The next dataset has the same window.
    pub fn show_window(&mut self, window: Window) -> bool {
        self.window = window;
        (self.view.domain, self.view.fits) = timeline::domain_of(&self.dataset, window);
        self.stay_at(self.view.day, self.view.other);
        self.view.fits
    }

    /// Shows these days, as far as the timeline allows, in a new layout.
    fn stay_at(&mut self, day: Day, other: Option<Day>) -> Update {
        self.view.go(day);
        self.view.compare(other);
        // Tiles do not fade, so the earlier statuses are not needed.
        self.look_up();
        self.changed_layout()
    }

    /// Replaces the texts of the dataset. The choices of the reader stay. A dataset with other entities, statuses or
    /// events needs [`Self::load`].
    pub fn replace_texts(&mut self, dataset: Dataset) -> Update {
        self.dataset = dataset;
        self.changed_layout()
    }

    /// Shows the same in the words of another language.
    pub fn translate(&mut self, messages: Messages) -> Update {
        self.messages = messages;
        self.changed_layout()
    }

    /// Shows the same in another theme. If the font changes, `measure_with` must follow.
    pub fn restyle(&mut self, options: ThemeOptions) -> Update {
        let paper = |options: &ThemeOptions| options.scheme == Scheme::Print;
        let same_medium = paper(&self.options) == paper(&options);
        self.theme = Theme::new(&self.dataset, &options);
        self.options = options;
        if !same_medium {
            // Rows do not scroll on paper.
            return self.changed_layout();
        }
        self.transitions.stop();
        Update { map: true, timeline: true, cursor: true, ..Update::default() }
    }

    /// Measures text in another way, such as in another font.
    pub fn measure_with(&mut self, measure: Box<dyn TextMeasure>) -> Update {
        self.measure = measure;
        self.changed_layout()
    }

    /// Arranges everything at a width in CSS pixels.
    pub fn arrange(&mut self, width: f64) -> &Layout {
        self.resize(width, width);
        self.layout()
    }

    /// Sets the widths of the tiles and of the timeline, in CSS pixels. Fades end, because a new layout has no picture
    /// from which tiles could fade.
    pub fn resize(&mut self, tiles: f64, timeline: f64) -> Update {
        if self.widths == (tiles, timeline) {
            return Update::default();
        }
        self.widths = (tiles, timeline);
        self.changed_layout()
    }

    /// Sets the font size of the page, in CSS pixels. Texts of the picture grow with it.
    pub fn enlarge(&mut self, em: f64) -> Update {
        if self.em == em {
            return Update::default();
        }
        self.em = em;
        self.changed_layout()
    }

    /// Applies an intent and returns what it changed. An intent that is impossible, such as the selection of an unknown
    /// entity, changes nothing.
    pub fn apply(&mut self, intent: Intent) -> Update {
        let update = match intent {
            Intent::Day(number) => self.view.go(Day::from_number(number)),
            Intent::Compare(other) => self.view.compare(other.map(Day::from_number)),
            Intent::CompareSomehow => self.view.compare(Some(self.view.year_before())),
            Intent::Tour(step) => self.tour(step),
            Intent::Hold(handle) => self.view.hold(handle),
            Intent::Grab(x) => self.grab(x),
            Intent::Scrub(x) => self.scrub(x),
            Intent::Step(changes) => self.step(changes),
            Intent::Nudge(days) => self.view.pull(self.view.held_day().plus(days)),
            Intent::Quarter(quarters) => self.view.pull(self.view.quarter(quarters)),
            Intent::First => self.view.pull(self.view.domain.0),
            Intent::Last => self.view.pull(self.view.domain.1),
            Intent::Hover(place) => self.view.point_at(self.hit(place, 0.0)),
            Intent::Leave => self.view.point_at(None),
            Intent::Tap(place) => self.tap(place),
            Intent::Select(id) => self.select(id.as_deref()),
            Intent::Filter(id) => self.filter(id.as_deref()),
            Intent::Firm(firm) => self.only_firm(firm),
            Intent::Weighted(weighted) => self.weigh(weighted),
            Intent::View(tab) => self.show(tab),
            Intent::Sort(sort) => self.view.sort(sort),
            Intent::Scroll(scroll) => self.view.scroll(scroll),
            Intent::Focus(focus) => self.focus(&focus),
            Intent::Play => self.view.play(),
            Intent::Pause => self.view.pause(),
            Intent::Advance(milliseconds) => self.advance(milliseconds),
        };
        if update.layout {
            self.layout.take();
        }
        if update.day || update.other {
            let before = self.look_up();
            self.fade_from(&before);
        }
        update
    }

    /// Whether tiles are fading. Then the shell must send [`Intent::Advance`] until they are not.
    pub fn is_moving(&self) -> bool {
        self.transitions.is_moving()
    }

    /// The target at a place of a part, or not farther from it than `reach` CSS pixels.
    pub fn hit(&self, place: Place, reach: f64) -> Option<Target> {
        match place.part {
            Part::Map => {
                let layout = self.layout();
                let point = layout.map.among_tiles(place.point(), self.view.scroll)?;
                layout.tile_at(point, reach).map(|tile| Target::Entity(tile.entity))
            }
            Part::Timeline | Part::Cursor => {
                let timeline = &self.layout().timeline;
                // Only the horizontal position counts: a reader who drags a handle can leave the plot at the top or
                // bottom.
                let inside = timeline.plot.distance(Point::new(place.x, timeline.plot.y)) <= reach;
                inside.then(|| Target::Moment(timeline.scale.day(place.x)))
            }
        }
    }

    /// The picture of a part.
    pub fn scene(&self, part: Part) -> Scene {
        let context = self.context();
        match part {
            Part::Map => scene::map::map(&context),
            Part::Timeline => scene::timeline::timeline(&context),
            Part::Cursor => scene::cursor::cursor(&context),
        }
    }

    /// The whole figure in one picture, with headline and legend.
    pub fn figure(&self) -> Scene {
        let layout = self.lay_out(EM, true);
        scene::figure::figure(&RenderContext { layout: &layout, ..self.context() }, self.measure.as_ref())
    }

    /// A picture of the whole period, without a date.
    #[cfg(pictures)]
    pub fn still(&self, still: scene::stills::Still) -> Scene {
        scene::stills::still(&self.context(), self.measure.as_ref(), still)
    }

    /// The texts beside the picture that do not change with the date.
    pub fn info(&self) -> Info {
        describe::info::info(&self.context())
    }

    /// The handle that the reader holds, or held last.
    pub fn held(&self) -> Handle {
        self.view.held
    }

    /// Whether there is a change after the day of the held handle.
    pub fn has_next(&self) -> bool {
        !self.view.changes_after(&self.index).is_empty()
    }

    /// The texts beside the picture on the shown date.
    pub fn describe(&self) -> Description {
        describe::description::description(&self.context())
    }

    /// The newest events of the entity whose history is open.
    pub fn newest_events(&self) -> NewestEvents {
        describe::history::newest(&self.context())
    }

    /// The rows of the table.
    pub fn table(&self) -> Vec<Row> {
        describe::table::table(&self.context())
    }

    /// The name of an entity in the reader's language.
    pub fn name(&self, entity: EntityId) -> &str {
        self.messages.name(self.dataset.entity(entity))
    }

    /// The name of an entity and its status, as a sentence. The sentence of a row also has the first status.
    pub fn tile_name(&self, entity: EntityId) -> TaggedText {
        describe::tile::tile_name(&self.context(), entity)
    }

    /// Whether a tile has the status that the filter shows, on one of the shown days. Rows show all days, so that the
    /// filter dims their bars and leaves out no row.
    pub fn shows(&self, entity: EntityId) -> bool {
        let filter = self.view.filter;
        filter.is_none()
            || self.view.tab == Tab::Lanes
            || self.snapshot.status(entity) == filter
            || self.compared.as_ref().is_some_and(|other| other.status(entity) == filter)
    }

    /// The status of every entity on the shown date, as data.
    pub fn status_report(&self) -> StatusReport {
        describe::status_report::status_report(&self.context())
    }

    /// The dataset.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The index of the dataset.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The choices of the reader.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The layout at the current width. It is made on the first call after a change.
    pub fn layout(&self) -> &Layout {
        // Paper does not scroll.
        self.layout.get_or_init(|| self.lay_out(self.em, self.options.scheme == Scheme::Print))
    }

    fn lay_out(&self, em: f64, picture: bool) -> Layout {
        let lettering = Lettering::new(&self.messages, self.measure.as_ref(), em);
        Layout::new(&self.dataset, &self.index, &lettering, self.widths, &self.view, picture)
    }

    /// The widths of the tiles and of the timeline, in CSS pixels.
    pub fn widths(&self) -> (f64, f64) {
        self.widths
    }

    /// The messages of the language.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// The colours and the font.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    fn context(&self) -> RenderContext<'_> {
        RenderContext {
            dataset: &self.dataset,
            index: &self.index,
            snapshot: &self.snapshot,
            compared: self.compared.as_ref(),
            transitions: &self.transitions,
            view: &self.view,
            layout: self.layout(),
            theme: &self.theme,
            messages: &self.messages,
        }
    }

    /// Discards the layout, because something changed from which it is made.
    fn changed_layout(&mut self) -> Update {
        self.transitions.stop();
        self.layout.take();
        Update::ALL
    }

    /// Looks up the statuses of the shown days. Returns the statuses of the earlier date.
    fn look_up(&mut self) -> Snapshot {
        self.compared = self.view.other.map(|day| self.index.as_of(day));
        std::mem::replace(&mut self.snapshot, self.index.as_of(self.view.day))
    }

    /// Starts the fades of tiles from the statuses of the earlier date. During a comparison tiles do not fade: they
    /// show two days at once.
    fn fade_from(&mut self, before: &Snapshot) {
        // Rows show all days at once.
        if self.compared.is_some() || self.options.still || self.view.tab == Tab::Lanes {
            self.transitions.stop();
        } else {
            self.transitions.begin(before, &self.snapshot);
        }
    }

    /// Shows the date of a step. The entity of the step is marked but not selected. Histories differ in length, so with
    /// a selection the page below the figure would jump from step to step.
    fn tour(&mut self, step: Option<usize>) -> Update {
        let date = step.and_then(|step| self.dataset.tour().get(step)).map(|stop| stop.date.first());
        let update = self.view.tour(step.filter(|_| date.is_some()));
        match date {
            Some(day) => update.and(self.view.select(None)).and(self.view.compare(None)).and(self.view.go(day)),
            None => update,
        }
    }

    fn scrub(&mut self, x: f64) -> Update {
        let day = self.layout().timeline.scale.day(x);
        self.view.pull(day)
    }

    /// Takes the nearer handle, and moves it to a place of the timeline.
    fn grab(&mut self, x: f64) -> Update {
        let scale = self.layout().timeline.scale;
        let distance = |day: Day| (scale.x(day) - x).abs();
        let day = scale.day(x);
        let nearer = match self.view.other {
            Some(other) if distance(other) < distance(self.view.day) => Handle::Other,
            _ => Handle::Day,
        };
        self.view.hold(nearer).and(self.view.pull(day))
    }

    fn step(&mut self, changes: i32) -> Update {
        // A step beyond the first or the last change ends at that change.
        let count = changes.unsigned_abs() as usize;
        let target = if changes > 0 {
            let ahead = self.view.changes_after(&self.index);
            ahead.get(count - 1).or(ahead.last())
        } else {
            let behind = self.view.changes_before(&self.index);
            behind.get(behind.len().saturating_sub(count))
        };
        match target {
            Some(day) => self.view.pull(*day),
            None => self.view.pause(),
        }
    }

    fn tap(&mut self, place: Place) -> Update {
        match self.hit(place, TAP) {
            // A second tap on a tile ends its selection.
            Some(Target::Entity(entity)) if self.view.selected == Some(entity) => self.view.select(None),
            Some(Target::Entity(entity)) => self.view.select(Some(entity)),
            Some(Target::Moment(day)) => self.view.go(day),
            None => self.view.select(None),
        }
    }

    fn show(&mut self, tab: Tab) -> Update {
        let exists = match tab {
            Tab::Map => has_map(&self.dataset),
            Tab::Lanes => has_lanes(&self.dataset, &self.index, &self.view),
            Tab::Groups => !groups_of(&self.dataset).is_empty(),
            Tab::Table => true,
        };
        if exists { self.view.show(tab) } else { Update::default() }
    }

    fn weigh(&mut self, weighted: bool) -> Update {
        self.view.weigh(weighted && self.dataset.weights().is_some())
    }

    fn select(&mut self, id: Option<&str>) -> Update {
        match id.map(|id| self.dataset.entity_id(id)) {
            None => self.view.select(None),
            Some(Some(entity)) => self.view.select(Some(entity)),
            Some(None) => Update::default(),
        }
    }

    fn filter(&mut self, id: Option<&str>) -> Update {
        match id.map(|id| self.dataset.status_id(id)) {
            None => self.view.filter(None),
            Some(Some(status)) => self.view.filter(Some(status)),
            Some(None) => Update::default(),
        }
    }

    /// Leaves out weak statuses, if the dataset has others, or shows them again.
    fn only_firm(&mut self, firm: bool) -> Update {
        let update = self.view.only_firm(firm && self.dataset.has_bases() == (true, true));
        if update.layout {
            self.index = Index::of(&self.dataset, self.view.firm);
            self.transitions.stop();
            self.look_up();
        }
        update
    }

    fn focus(&mut self, focus: &Focus) -> Update {
        if matches!(focus, Focus::Out) {
            return self.view.focus(None);
        }
        // Beside a row there is no other: left and right are earlier and later, as on the timeline.
        match (self.view.tab, focus) {
            (Tab::Lanes, Focus::Left) => return self.step(-1),
            (Tab::Lanes, Focus::Right) => return self.step(1),
            _ => {}
        }
        let layout = self.layout();
        let mut tiles = Vec::new();
        for tile in &layout.map.tiles {
            if self.shows(tile.entity) {
                tiles.push(tile.entity);
            }
        }
        let shown = |entity: &EntityId| tiles.contains(entity);
        let first = tiles.first().copied();
        // A tile with the focus can disappear, such as when another view is shown.
        let current = self.view.focus.filter(shown);
        let target = match focus {
            Focus::In => current.or(self.view.selected.filter(shown)).or(self.view.left.filter(shown)).or(first),
            Focus::First => first,
            Focus::Last => tiles.last().copied(),
            Focus::At(id) => self.dataset.entity_id(id).filter(shown).or(current),
            direction => match current {
                Some(entity) => layout.neighbour(entity, direction, &tiles).or(current),
                None => first,
            },
        };
        self.view.focus(target)
    }

    fn advance(&mut self, milliseconds: f64) -> Update {
        // The last step of a fade also draws the map: it shows the final colour.
        let faded = Update { map: self.is_moving(), ..Update::default() };
        self.transitions.advance(milliseconds);
        if !self.view.playing {
            return faded;
        }
        let curve = PlaybackCurve { domain: self.view.domain, changes: self.index.change_days() };
        let share = curve.share(self.view.clock()) + milliseconds.max(0.0) / WHOLE_STORY;
        let clock = if share >= 1.0 { f64::from(self.view.domain.1.number()) } else { curve.day(share) };
        faded.and(self.view.run_to(clock))
    }
}
