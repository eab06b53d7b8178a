//! The legend: the statuses with their counts.

use crate::base::date::Day;
use crate::context::RenderContext;
use crate::describe::records::LegendItem;
use crate::describe::status::label;
use crate::model::id::StatusId;
use crate::model::status::NO_DATA;

/// The statuses with their counts, and no data as the last item. During a comparison each item has the counts of both
/// days.
pub fn legend(context: &RenderContext<'_>) -> Vec<LegendItem> {
    let span = context.span().map(|(before, after)| (before.day, after.day));
    let before = span.map(|(day, _)| counts(context, day));
    let after = counts(context, span.map_or(context.view.day, |(_, day)| day));
    let all = after.iter().sum();
    let mut items = Vec::new();
    for (place, count) in after.iter().enumerate() {
        let status = context.dataset.statuses().get(place);
        items.push(LegendItem {
            id: status.map_or(NO_DATA, |status| &status.id).to_owned(),
            label: label(context, status.map(|_| StatusId::new(place))),
            count: *count,
            before: before.as_ref().map(|before| before[place]),
            // The shell keeps room for the largest count of all days, so that the legend does not move with the date.
            most: status.map_or(all, |_| context.index.most()),
            index: status.map_or(-1, |_| place as i32),
        });
    }
    items
}

/// The number of counted entities with each status on a day. The last number counts the entities without a status.
pub(super) fn counts(context: &RenderContext<'_>, day: Day) -> Vec<u32> {
    let dataset = context.dataset;
    let counted = dataset.counted();
    let all = dataset.entities().iter().filter(|entity| entity.kind == counted && entity.shown).count() as u32;
    let mut counts = context.index.counts(day).to_vec();
    counts.push(all - counts.iter().sum::<u32>());
    counts
}
