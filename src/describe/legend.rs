//! The statuses with their counts.

use crate::base::date::Day;
use crate::describe::records::LegendItem;
use crate::describe::status::label;
use crate::frame::Frame;
use crate::model::status::NO_DATA;

/// The statuses with their counts, on both days where two are compared; no data last.
pub fn legend(frame: &Frame<'_>) -> Vec<LegendItem> {
    let span = frame.span().map(|(before, after)| (before.day, after.day));
    let before = span.map(|(day, _)| counts(frame, day));
    let after = counts(frame, span.map_or(frame.view.day, |(_, day)| day));
    let all = after.iter().sum();
    let mut items = Vec::new();
    for (place, count) in after.iter().enumerate() {
        let status = frame.dataset.statuses().get(place);
        items.push(LegendItem {
            id: status.map_or(NO_DATA, |status| &status.id).to_owned(),
            label: label(frame, status.map(|_| place)),
            count: *count,
            before: before.as_ref().map(|before| before[place]),
            most: status.map_or(all, |_| frame.index.most()),
            index: status.map_or(-1, |_| place as i32),
        });
    }
    items
}

/// How many of those that are counted have each status on a day, and last how many have none.
pub(super) fn counts(frame: &Frame<'_>, day: Day) -> Vec<u32> {
    let dataset = frame.dataset;
    let counted = dataset.counted();
    let all = dataset.entities().iter().filter(|entity| entity.kind == counted && entity.shown).count() as u32;
    let mut counts = frame.index.counts(day).to_vec();
    counts.push(all - counts.iter().sum::<u32>());
    counts
}
