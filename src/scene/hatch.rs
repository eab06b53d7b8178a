//! Hatching: the patterns that distinguish statuses without colour.

use crate::base::color::Color;
use crate::base::geom::{Point, Rect};
use crate::model::status::Pattern;
use crate::scene::mark::Mark;

/// The distance from one line to the next, in CSS pixels.
const SPACING: f64 = 6.0;
const LINE: f64 = 1.0;
const DOT: f64 = 2.0;

/// The hatching of rectangles that lie side by side from left to right. Lines continue from one rectangle to the next,
/// as if the rectangles were one. Positions count from the corner of the picture, so that lines of neighbouring areas
/// meet.
pub(super) fn hatch(row: &[Rect], pattern: Pattern, color: Color) -> Vec<Mark> {
    let (left, right) = (row.first().map_or(0.0, |rect| rect.x), row.last().map_or(0.0, |rect| rect.right()));
    let (mut top, mut bottom) = (f64::MAX, 0.0_f64);
    for rect in row {
        (top, bottom) = (top.min(rect.y), bottom.max(rect.bottom()));
    }
    let mut marks = Vec::new();
    match pattern {
        Pattern::Solid => {}
        // On a diagonal line the sum x + y is constant. It is a multiple of the spacing.
        Pattern::Diagonal => {
            for sum in multiples(left + top + LINE, right + bottom) {
                for (from, to) in runs(row, &|rect| (sum - rect.bottom(), sum - rect.y)) {
                    marks.push(line(Point::new(from, sum - from), Point::new(to, sum - to), color));
                }
            }
        }
        // On a counterdiagonal line the difference x - y is a multiple of the spacing.
        Pattern::Counterdiagonal => {
            for less in multiples(left - bottom + LINE, right - top) {
                for (from, to) in runs(row, &|rect| (less + rect.y, less + rect.bottom())) {
                    marks.push(line(Point::new(from, from - less), Point::new(to, to - less), color));
                }
            }
        }
        Pattern::Dots => {
            for y in multiples(top, bottom) {
                for (from, to) in level(row, y, DOT) {
                    for x in multiples(from, to - DOT + LINE) {
                        marks.push(Mark::Rect { rect: Rect::new(x, y, DOT, DOT), color });
                    }
                }
            }
        }
        Pattern::Horizontal | Pattern::Grid => {
            for y in multiples(top, bottom) {
                for (from, to) in level(row, y, LINE) {
                    marks.push(Mark::Rect { rect: Rect::new(from, y, to - from, LINE), color });
                }
            }
        }
    }
    // Vertical lines are as high as the lowest rectangle that they touch, so that no line leaves a rectangle.
    if pattern == Pattern::Grid {
        for x in multiples(left, right) {
            let (mut from, mut to) = (top, bottom);
            for rect in row {
                if rect.x < x + LINE && x < rect.right() {
                    (from, to) = (from.max(rect.y), to.min(rect.bottom()));
                }
            }
            marks.push(Mark::Rect { rect: Rect::new(x, from, LINE, to - from), color });
        }
    }
    marks
}

/// The multiples of the spacing from `from` to `to` that leave space for the width of a line before `to`.
fn multiples(from: f64, to: f64) -> Vec<f64> {
    let mut at = (from / SPACING).ceil() * SPACING;
    let mut multiples = Vec::new();
    while at <= to - LINE {
        multiples.push(at);
        at += SPACING;
    }
    multiples
}

/// The intervals of x in which a horizontal bar with this y and height is inside of a rectangle.
fn level(row: &[Rect], y: f64, height: f64) -> Vec<(f64, f64)> {
    runs(row, &|rect| if rect.y <= y && y + height <= rect.bottom() { (rect.x, rect.right()) } else { (0.0, 0.0) })
}

/// The intervals of x in which a line is inside of a rectangle. `inside` gives the interval for a rectangle. The
/// interval is then cut at the sides of the rectangle. Adjacent intervals are joined, so that a line through many
/// rectangles is one mark.
fn runs(row: &[Rect], inside: &dyn Fn(Rect) -> (f64, f64)) -> Vec<(f64, f64)> {
    let mut runs: Vec<(f64, f64)> = Vec::new();
    for rect in row {
        let (from, to) = inside(*rect);
        let (from, to) = (from.max(rect.x), to.min(rect.right()));
        if from >= to {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.1 == from => last.1 = to,
            _ => runs.push((from, to)),
        }
    }
    runs
}

fn line(from: Point, to: Point, color: Color) -> Mark {
    Mark::Path { points: vec![from, to], width: LINE, color }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside_of_its_rectangle() {
        let rect = Rect::new(13.0, 27.0, 31.0, 22.0);
        for pattern in [Pattern::Diagonal, Pattern::Counterdiagonal, Pattern::Horizontal, Pattern::Dots, Pattern::Grid]
        {
            let marks = hatch(&[rect], pattern, Color::hex(0));
            assert!(marks.len() >= 3, "{pattern:?}");
            for mark in marks {
                match mark {
                    Mark::Rect { rect: inner, .. } => assert!(rect.contains(inner), "{pattern:?} {inner:?}"),
                    Mark::Path { points, .. } => {
                        assert!(points.iter().all(|point| rect.distance(*point) < 1e-9), "{pattern:?} {points:?}");
                    }
                    other => panic!("{other:?}"),
                }
            }
        }
    }

    #[test]
    fn hatching_of_a_rectangle_in_pieces_is_that_of_the_whole() {
        let piece = |x, width| Rect::new(x, 24.0, width, 22.0);
        let pieces = [piece(12.0, 1.5), piece(13.5, 0.25), piece(13.75, 20.25), piece(34.0, 10.0)];
        for pattern in [Pattern::Diagonal, Pattern::Counterdiagonal, Pattern::Horizontal, Pattern::Dots, Pattern::Grid]
        {
            let color = Color::hex(0);
            assert_eq!(hatch(&pieces, pattern, color), hatch(&[piece(12.0, 32.0)], pattern, color), "{pattern:?}");
        }
    }

    #[test]
    fn what_has_no_height_has_no_hatching() {
        for pattern in [Pattern::Diagonal, Pattern::Counterdiagonal, Pattern::Horizontal, Pattern::Dots] {
            assert_eq!(hatch(&[Rect::new(12.0, 24.0, 90.0, 0.0)], pattern, Color::hex(0)), []);
        }
    }
}
