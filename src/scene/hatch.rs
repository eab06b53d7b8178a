//! Patterns that tell statuses apart without colour.

use crate::dataset::Pattern;
use crate::geom::{Color, Point, Rect};
use crate::scene::Mark;

/// From one line to the next, in CSS pixels.
const SPACING: f64 = 6.0;
const LINE: f64 = 1.0;

/// The hatching of a rectangle. Lines of neighbouring rectangles meet, because they are counted from the part's corner.
pub(super) fn hatch(rect: Rect, pattern: Pattern, color: Color) -> Vec<Mark> {
    let mut marks = Vec::new();
    match pattern {
        Pattern::Solid => {}
        Pattern::Diagonal => rising(rect, color, &mut marks),
        Pattern::Counterdiagonal => falling(rect, color, &mut marks),
        Pattern::Horizontal => level(rect, color, &mut marks),
        Pattern::Dots => dots(rect, color, &mut marks),
        Pattern::Grid => {
            level(rect, color, &mut marks);
            for x in multiples(rect.x, rect.right()) {
                marks.push(Mark::Rect { rect: Rect::new(x, rect.y, LINE, rect.height), color });
            }
        }
    }
    marks
}

/// The multiples of the spacing from `from` up to before `to` less a line.
fn multiples(from: f64, to: f64) -> Vec<f64> {
    let mut at = (from / SPACING).ceil() * SPACING;
    let mut multiples = Vec::new();
    while at <= to - LINE {
        multiples.push(at);
        at += SPACING;
    }
    multiples
}

fn level(rect: Rect, color: Color, marks: &mut Vec<Mark>) {
    for y in multiples(rect.y, rect.bottom()) {
        marks.push(Mark::Rect { rect: Rect::new(rect.x, y, rect.width, LINE), color });
    }
}

fn dots(rect: Rect, color: Color, marks: &mut Vec<Mark>) {
    let side = 2.0;
    for y in multiples(rect.y, rect.bottom() - 1.0) {
        for x in multiples(rect.x, rect.right() - 1.0) {
            marks.push(Mark::Rect { rect: Rect::new(x, y, side, side), color });
        }
    }
}

/// Lines on which x + y is a multiple of the spacing.
fn rising(rect: Rect, color: Color, marks: &mut Vec<Mark>) {
    for sum in multiples(rect.x + rect.y + LINE, rect.right() + rect.bottom()) {
        let left = rect.x.max(sum - rect.bottom());
        let right = rect.right().min(sum - rect.y);
        marks.push(line(Point::new(left, sum - left), Point::new(right, sum - right), color));
    }
}

/// Lines on which x - y is a multiple of the spacing.
fn falling(rect: Rect, color: Color, marks: &mut Vec<Mark>) {
    for difference in multiples(rect.x - rect.bottom() + LINE, rect.right() - rect.y) {
        let left = rect.x.max(difference + rect.y);
        let right = rect.right().min(difference + rect.bottom());
        marks.push(line(Point::new(left, left - difference), Point::new(right, right - difference), color));
    }
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
            let marks = hatch(rect, pattern, Color::hex(0));
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
}
