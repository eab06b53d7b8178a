//! Composes the whole figure as one picture for print, feeds and fallbacks: headline, legend, map, timeline. Rows have
//! their own axis and no timeline.

use crate::base::color::Color;
use crate::base::geom::{Point, Rect, Size};
use crate::base::text::{TextMeasure, fitted, isolated, wrapped};
use crate::context::RenderContext;
use crate::describe::grounds::paler;
use crate::describe::headline::headline;
use crate::describe::info::groups;
use crate::describe::legend::legend;
use crate::describe::weights::notes;
use crate::model::id::StatusId;
use crate::scene::cursor::cursor;
use crate::scene::map::map;
use crate::scene::mark::{Anchor, Group, Mark, Scene};
use crate::scene::swatch::{SWATCH, swatch};
use crate::scene::timeline::timeline;
use crate::theme::SMALL;
use crate::view::intent::Tab;

const HEADLINE: f64 = 26.0;
const PERIOD: f64 = 20.0;
const BODY: f64 = 15.0;
const LEGEND: f64 = 13.0;
const GAP: f64 = 16.0;

/// The margin around the figure, in CSS pixels.
pub const MARGIN: f64 = 16.0;

/// Composes the figure on a background in the colour of the page. The picture is wider than the layout by a margin on
/// both sides.
pub fn figure(context: &RenderContext<'_>, measure: &dyn TextMeasure) -> Scene {
    let mut sheet = Sheet::new(context, measure);
    sheet.headline();
    sheet.legend(true);
    sheet.part(map(context));
    if context.layout.map.lanes.is_none() {
        // The cursor lies on the timeline, so both begin at the same y.
        let top = sheet.y;
        sheet.part(timeline(context));
        sheet.y = top;
        sheet.part(cursor(context));
    }
    sheet.text(paler(context).unwrap_or_default(), SMALL, false, context.theme.muted);
    if matches!(context.view.tab, Tab::Map | Tab::Table) {
        sheet.omitted();
    }
    sheet.finish()
}

/// A picture that grows downward: each method adds a piece below the earlier ones.
pub(super) struct Sheet<'a> {
    context: &'a RenderContext<'a>,
    measure: &'a dyn TextMeasure,
    groups: Vec<Group>,
    y: f64,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(context: &'a RenderContext<'a>, measure: &'a dyn TextMeasure) -> Self {
        Self { context, measure, groups: Vec::new(), y: MARGIN }
    }

    /// Adds the number of entities that are not in a picture of the map.
    pub(super) fn omitted(&mut self) {
        let messages = self.context.messages;
        if let Some(groups) = groups(self.context) {
            let values = [("status", messages.text("off_map")), ("n", &messages.number(groups.count as u32))];
            self.text(&messages.fill("status_count", &values), SMALL, false, self.context.theme.muted);
        }
    }

    /// The picture, with the notes about weights and the licence of the dataset at the bottom.
    pub(super) fn finish(mut self) -> Scene {
        let Self { context, .. } = self;
        let license = context.dataset.license().map_or("", |words| words.nearest(context.messages.lang()));
        if context.view.weighted {
            for note in notes(context) {
                self.text(&note.text, SMALL, false, context.theme.muted);
            }
        }
        self.text(license, SMALL, false, context.theme.muted);
        let size = Size { width: context.layout.width + 2.0 * MARGIN, height: self.y + MARGIN };
        Scene { size, groups: self.groups }.on(context.theme.page)
    }

    fn title(&mut self) {
        let title = self.context.dataset.title().nearest(self.context.messages.lang());
        self.text(title, BODY, true, self.context.theme.muted);
        if let Some(subtitle) = self.context.dataset.subtitle() {
            self.text(subtitle.nearest(self.context.messages.lang()), LEGEND, false, self.context.theme.muted);
        }
    }

    fn headline(&mut self) {
        let theme = self.context.theme;
        let (date, sentence) = headline(self.context);
        self.title();
        self.text(&date, if self.context.compared.is_some() { PERIOD } else { HEADLINE }, true, theme.ink);
        self.text(&sentence, BODY, false, theme.ink);
        self.y += GAP / 2.0;
    }

    /// Adds title, period and sentence of a picture without a date.
    #[cfg(pictures)]
    pub(super) fn story(&mut self, period: &str, sentence: &str) {
        self.title();
        self.text(period, PERIOD, true, self.context.theme.ink);
        self.text(sentence, BODY, false, self.context.theme.ink);
        self.y += GAP / 2.0;
    }

    /// Adds a text in as many lines as it needs.
    fn text(&mut self, words: &str, size: f64, bold: bool, color: Color) {
        let height = (size * 1.35).round();
        let width = self.context.layout.width;
        for text in wrapped(self.measure, words, size, bold, width) {
            let bounds = Rect::new(MARGIN, self.y, width, height);
            let at = Point::new(MARGIN, self.y + height / 2.0);
            let mark = Mark::Text { at, text: isolated(text), size, bold, color, anchor: Anchor::Left };
            self.groups.push(Group { bounds, marks: vec![mark] });
            self.y += height;
        }
    }

    /// Adds the statuses, with the counts of the date if the picture has a date.
    pub(super) fn legend(&mut self, has_date: bool) {
        let mut x = 0.0;
        for item in legend(self.context) {
            let number = |count| self.context.messages.amount(count, self.context.view.weighted);
            let before = item.before.map(|before| format!("{} → ", number(before))).unwrap_or_default();
            let counts = if has_date { format!(" {before}{}", number(item.count)) } else { String::new() };
            let room = self.context.layout.width - SWATCH - 6.0 - self.measure.width(&counts, LEGEND, false);
            let label = fitted(self.measure, &item.label.text, LEGEND, false, room);
            let text = self.context.messages.embedded(&label) + &counts;
            let width = SWATCH + 6.0 + self.measure.width(&text, LEGEND, false) + GAP;
            if x > 0.0 && x + width - GAP > self.context.layout.width {
                x = 0.0;
                self.y += SWATCH + 6.0;
            }
            let sample = swatch(self.context.theme, usize::try_from(item.index).ok().map(StatusId::new));
            self.place(sample, Point::new(MARGIN + x, self.y));
            let at = Point::new(MARGIN + x + SWATCH + 6.0, self.y + SWATCH / 2.0);
            let color = self.context.theme.ink;
            let bounds = Rect::new(at.x, self.y, width - SWATCH - 6.0 - GAP, SWATCH);
            let text = isolated(text);
            let mark = Mark::Text { at, text, size: LEGEND, bold: false, color, anchor: Anchor::Left };
            self.groups.push(Group { bounds, marks: vec![mark] });
            x += width;
        }
        self.y += SWATCH + GAP;
    }

    pub(super) fn part(&mut self, scene: Scene) {
        let height = scene.size.height;
        self.place(scene, Point::new(MARGIN, self.y));
        self.y += height + GAP;
    }

    fn place(&mut self, scene: Scene, at: Point) {
        for group in scene.groups {
            self.groups.push(group.moved(at));
        }
    }
}

impl Group {
    /// The same group, moved by `by`.
    #[must_use]
    pub fn moved(mut self, by: Point) -> Self {
        self.bounds = self.bounds.moved(by);
        for mark in &mut self.marks {
            match mark {
                Mark::Rect { rect, .. } | Mark::Outline { rect, .. } => *rect = rect.moved(by),
                Mark::Circle { center: at, .. } | Mark::Text { at, .. } => *at = at.moved(by),
                Mark::Polygon { points, .. } | Mark::Path { points, .. } => {
                    for point in points {
                        *point = point.moved(by);
                    }
                }
            }
        }
        self
    }
}
