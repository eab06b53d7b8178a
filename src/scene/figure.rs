//! The whole figure in one picture, for print, feeds and fallbacks: headline, legend, map, timeline.

use super::{Anchor, Group, Mark, SWATCH, Scene, cursor, swatch, tiles, timeline};
use crate::describe;
use crate::frame::Frame;
use crate::geom::{Color, Point, Rect, Size};
use crate::text::{TextMeasure, wrapped};

const HEADLINE: f64 = 26.0;
const PERIOD: f64 = 20.0;
const BODY: f64 = 15.0;
const LEGEND: f64 = 13.0;
const GAP: f64 = 16.0;

/// Composes the figure on a ground of the page's colour.
pub fn figure(frame: &Frame<'_>, measure: &dyn TextMeasure) -> Scene {
    let mut sheet = Sheet { frame, measure, groups: Vec::new(), y: 0.0 };
    sheet.headline();
    sheet.legend();
    sheet.part(tiles(frame));
    let top = sheet.y;
    sheet.part(timeline(frame));
    sheet.y = top;
    sheet.part(cursor(frame));
    let size = Size { width: frame.layout.width, height: sheet.y };
    let bounds = Rect::new(0.0, 0.0, size.width, size.height);
    let ground = Group { bounds, marks: vec![Mark::Rect { rect: bounds, color: frame.theme.page }] };
    Scene { size, groups: std::iter::once(ground).chain(sheet.groups).collect() }
}

/// A figure that grows downward.
struct Sheet<'a> {
    frame: &'a Frame<'a>,
    measure: &'a dyn TextMeasure,
    groups: Vec<Group>,
    y: f64,
}

impl Sheet<'_> {
    fn headline(&mut self) {
        let theme = self.frame.theme;
        let (date, sentence) = describe::headline(self.frame);
        let width = self.frame.layout.width;
        for line in wrapped(self.measure, self.frame.dataset.title(), BODY, true, width) {
            self.line(line, BODY, true, theme.muted);
        }
        let size = if self.frame.compared.is_some() { PERIOD } else { HEADLINE };
        for line in wrapped(self.measure, &date, size, true, width) {
            self.line(line, size, true, theme.ink);
        }
        for line in wrapped(self.measure, &sentence, BODY, false, width) {
            self.line(line, BODY, false, theme.ink);
        }
        self.y += GAP / 2.0;
    }

    fn line(&mut self, text: String, size: f64, bold: bool, color: Color) {
        let height = (size * 1.35).round();
        let bounds = Rect::new(0.0, self.y, self.frame.layout.width, height);
        let at = Point::new(0.0, self.y + height / 2.0);
        let mark = Mark::Text { at, text, size, bold, color, anchor: Anchor::Left };
        self.groups.push(Group { bounds, marks: vec![mark] });
        self.y += height;
    }

    fn legend(&mut self) {
        let mut x = 0.0;
        for item in describe::legend(self.frame) {
            let number = |count| self.frame.messages.number(count);
            let before = item.before.map(|before| format!("{} → ", number(before))).unwrap_or_default();
            let text = format!("{} {before}{}", item.label, number(item.count));
            let width = SWATCH + 6.0 + self.measure.width(&text, LEGEND, false) + GAP;
            if x > 0.0 && x + width - GAP > self.frame.layout.width {
                x = 0.0;
                self.y += SWATCH + 6.0;
            }
            let sample = swatch(self.frame.theme, usize::try_from(item.index).ok());
            self.place(sample, Point::new(x, self.y));
            let at = Point::new(x + SWATCH + 6.0, self.y + SWATCH / 2.0);
            let color = self.frame.theme.ink;
            let bounds = Rect::new(at.x, self.y, width - SWATCH - 6.0, SWATCH);
            let mark = Mark::Text { at, text, size: LEGEND, bold: false, color, anchor: Anchor::Left };
            self.groups.push(Group { bounds, marks: vec![mark] });
            x += width;
        }
        self.y += SWATCH + GAP;
    }

    fn part(&mut self, scene: Scene) {
        let height = scene.size.height;
        self.place(scene, Point::new(0.0, self.y));
        self.y += height + GAP;
    }

    fn place(&mut self, scene: Scene, at: Point) {
        self.groups.extend(scene.groups.into_iter().map(|group| group.moved(at)));
    }
}

impl Group {
    fn moved(self, by: Point) -> Self {
        let shift = |point: Point| Point::new(point.x + by.x, point.y + by.y);
        let marks = self.marks.into_iter().map(|mark| match mark {
            Mark::Rect { rect, color } => Mark::Rect { rect: rect.moved(by), color },
            Mark::Frame { rect, width, color } => Mark::Frame { rect: rect.moved(by), width, color },
            Mark::Polygon { points, color } => Mark::Polygon { points: points.into_iter().map(shift).collect(), color },
            Mark::Path { points, width, color } => {
                Mark::Path { points: points.into_iter().map(shift).collect(), width, color }
            }
            Mark::Circle { center, radius, color } => Mark::Circle { center: shift(center), radius, color },
            Mark::Text { at, text, size, bold, color, anchor } => {
                Mark::Text { at: shift(at), text, size, bold, color, anchor }
            }
        });
        Self { bounds: self.bounds.moved(by), marks: marks.collect() }
    }
}
