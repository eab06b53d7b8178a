//! What moves with the date: a veil over the days to come, a line through the areas, a handle that a thumb can hold.

use super::{Group, Mark, Scene};
use crate::frame::Frame;
use crate::geom::{Point, Rect};
use crate::view::Target;

/// Radius of the handle in CSS pixels.
const HANDLE: f64 = 8.0;

/// Composes what lies upon the timeline, as one group.
pub fn cursor(frame: &Frame<'_>) -> Scene {
    let layout = &frame.layout.timeline;
    let (plot, theme) = (layout.plot, frame.theme);
    let x = layout.scale.x(frame.view.day).round();
    let to_come = Rect::new(x, plot.y, (plot.right() - x).max(0.0), plot.height);
    let mut marks = vec![Mark::Rect { rect: to_come, color: theme.page.fade(0.62) }];
    if let Some(Target::Moment(day)) = frame.view.hover {
        let at = layout.scale.x(day).round();
        marks.push(Mark::Rect { rect: Rect::new(at, plot.y, 1.0, plot.height), color: theme.ink.fade(0.4) });
    }
    let center = Point::new(x, plot.bottom());
    marks.extend([
        Mark::Rect { rect: Rect::new(x - 1.0, plot.y - 6.0, 2.0, plot.height + 6.0), color: theme.accent },
        Mark::Circle { center, radius: HANDLE + 2.0, color: theme.page },
        Mark::Circle { center, radius: HANDLE, color: theme.accent },
    ]);
    let bounds = Rect::new(0.0, 0.0, layout.size.width, layout.size.height);
    Scene { size: layout.size, groups: vec![Group { bounds, marks }] }
}
