//! Patterns that tell statuses apart without colour.

use crate::dataset::Pattern;
use crate::geom::{Color, Point, Rect};
use crate::scene::Mark;

/// From one line to the next, in CSS pixels.
const SPACING: f64 = 6.0;
const LINE: f64 = 1.0;

/// The hatching of a rectangle. Lines of neighbouring rectangles meet, because they are counted from the part's corner.
pub(super) fn hatch(rect: Rect, pattern: Pattern, color: Color) -> Vec<Mark> {
    match pattern {
        Pattern::Solid => Vec::new(),
        Pattern::Diagonal => rising(rect, color),
        Pattern::Counterdiagonal => falling(rect, color),
        Pattern::Horizontal => level(rect, color),
        Pattern::Dots => dots(rect, color),
        Pattern::Grid => {
            let mut marks = level(rect, color);
            marks.extend(multiples(rect.x, rect.right()).map(|x| bar(Rect::new(x, rect.y, LINE, rect.height), color)));
            marks
        }
    }
}

/// The multiples of the spacing from `from` up to before `to` less a line.
fn multiples(from: f64, to: f64) -> impl Iterator<Item = f64> {
    let first = (from / SPACING).ceil() as i64;
    (first..).map(|n| n as f64 * SPACING).take_while(move |at| *at <= to - LINE)
}

fn bar(rect: Rect, color: Color) -> Mark {
    Mark::Rect { rect, color }
}

fn level(rect: Rect, color: Color) -> Vec<Mark> {
    multiples(rect.y, rect.bottom()).map(|y| bar(Rect::new(rect.x, y, rect.width, LINE), color)).collect()
}

fn dots(rect: Rect, color: Color) -> Vec<Mark> {
    let side = 2.0;
    multiples(rect.y, rect.bottom() - 1.0)
        .flat_map(|y| multiples(rect.x, rect.right() - 1.0).map(move |x| bar(Rect::new(x, y, side, side), color)))
        .collect()
}

/// Lines on which x + y is a multiple of the spacing.
fn rising(rect: Rect, color: Color) -> Vec<Mark> {
    multiples(rect.x + rect.y + LINE, rect.right() + rect.bottom())
        .map(|sum| {
            let left = rect.x.max(sum - rect.bottom());
            let right = rect.right().min(sum - rect.y);
            line(Point::new(left, sum - left), Point::new(right, sum - right), color)
        })
        .collect()
}

/// Lines on which x - y is a multiple of the spacing.
fn falling(rect: Rect, color: Color) -> Vec<Mark> {
    multiples(rect.x - rect.bottom() + LINE, rect.right() - rect.y)
        .map(|difference| {
            let left = rect.x.max(difference + rect.y);
            let right = rect.right().min(difference + rect.bottom());
            line(Point::new(left, left - difference), Point::new(right, right - difference), color)
        })
        .collect()
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
