//! Composes the swatch of a status for the legend.

use crate::base::geom::{Rect, Size};
use crate::model::id::StatusId;
use crate::scene::hatch::hatch;
use crate::scene::mark::{Group, Mark, Scene};
use crate::theme::Theme;

/// The side of a swatch in CSS pixels.
pub const SWATCH: f64 = 16.0;

/// Composes the swatch of a status. `None` is no data.
pub fn swatch(theme: &Theme, status: Option<StatusId>) -> Scene {
    let rect = Rect::new(0.0, 0.0, SWATCH, SWATCH);
    let marks = match theme.fill(status) {
        Some(fill) => {
            let mut marks = vec![Mark::Rect { rect, color: fill.color }];
            marks.extend(hatch(&[rect], fill.pattern, fill.hatch));
            marks
        }
        None if theme.outlined => vec![Mark::Outline { rect, width: 1.0, color: theme.muted }],
        None => vec![Mark::Rect { rect, color: theme.empty }],
    };
    Scene { size: Size { width: SWATCH, height: SWATCH }, groups: vec![Group { bounds: rect, marks }] }
}
