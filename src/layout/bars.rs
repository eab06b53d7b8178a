//! Arranges the bars of one row: a bar for each spell of an entity.

use crate::base::date::Day;
use crate::layout::scale::TimeScale;
use crate::model::id::StatusId;
use crate::model::index::{Spell, UncertainChange};

/// The bar of a spell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The status.
    pub status: StatusId,
    /// Four x in CSS pixels: the first possible day, the first certain day, the day after the last certain day, and the
    /// day after the last possible day. No day is certain if the second and the third x are equal.
    pub x: [f64; 4],
    /// The x from which the status is firm. Before it the bar is paler.
    pub firm: f64,
    /// The y of the middle, among the rows.
    pub y: f64,
}

/// The minimal width of a bar, so that a change on the last day is visible.
const LEAST: f64 = 3.0;

/// The gap between two spells.
const GAP: f64 = 1.0;

/// Adds the bars of an entity, the latest first. Positions are whole pixels, so that all gaps have the same width.
pub(super) fn bars(spells: &[Spell], changes: &[UncertainChange], scale: &TimeScale, y: f64, bars: &mut Vec<Bar>) {
    // The x of the first and of the last possible day of a change, which are the same if its day is known.
    let ends = |day: Day, begins: bool| {
        let (mut from, mut to) = (day, day);
        for change in changes {
            if change.counted == day && change.entered.is_some() == begins {
                (from, to) = (change.from, change.to);
            }
        }
        [from, to].map(|day| scale.x(scale.clamp(day)).round())
    };
    // The loop goes from the last spell to the first. The minimal width of a short spell shortens the spell before it.
    let mut limit = scale.range.1;
    for spell in spells.iter().rev() {
        if !spell.is_within(scale.domain) {
            continue;
        }
        if limit < scale.range.0 {
            // There are more spells than pixels.
            break;
        }
        let [to, right] = ends(spell.end.unwrap_or(scale.domain.1), false);
        let [first, from] = ends(spell.start, true);
        let right = right.min(limit).max(scale.range.0 + LEAST);
        let left = first.min(right - LEAST);
        // A firm bar may begin before the first day of its status, because it has a minimal width.
        let firm = if spell.is_weak(spell.start) { scale.x(scale.clamp(spell.firm)).round() } else { 0.0 };
        let from = if first < from { from.min(right) } else { left };
        bars.push(Bar { status: spell.status, x: [left, from, to.max(from).min(right), right], firm, y });
        limit = left - GAP;
    }
}
