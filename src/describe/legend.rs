//! The legend: the statuses with their counts.

use crate::base::date::Day;
use crate::context::RenderContext;
use crate::describe::phrasing::Phrasing;
use crate::describe::records::{LegendItem, TaggedText};
use crate::describe::status::label;
use crate::model::id::StatusId;
use crate::model::status::{NO_DATA, Status};

/// The statuses with their counts, and no data as the last item. During a comparison each item has the counts of both
/// days.
pub fn legend(context: &RenderContext<'_>) -> Vec<LegendItem> {
    let span = context.span().map(|(before, after)| (before.day, after.day));
    let before = span.map(|(day, _)| amounts(context, day));
    let after = amounts(context, span.map_or(context.view.day, |(_, day)| day));
    let all = after.iter().sum();
    let phrasing = Phrasing::of(context);
    let mut items = Vec::new();
    for (place, count) in after.iter().enumerate() {
        let status = context.dataset.statuses().get(place);
        let label = label(context, status.map(|_| StatusId::new(place)));
        items.push(LegendItem {
            id: status.map_or(NO_DATA, |status| &status.id).to_owned(),
            pattern: pattern(context, &phrasing, status, label.clone(), *count),
            label,
            count: *count,
            before: before.as_ref().map(|before| before[place]),
            // The shell reserves space for the largest count of all days, so that the legend does not move with the
            // date.
            most: status.map_or(all, |_| context.layout.timeline.most),
            index: status.map_or(-1, |_| place as i32),
        });
    }
    items
}

/// Returns the clause of a status. Returns the label instead if the status has no clause in the language of the
/// sentences, or if only the label is in the language of the figure, and if weights are counted: a clause is about
/// entities. No data has its own text.
fn pattern(
    context: &RenderContext<'_>,
    phrasing: &Phrasing<'_>,
    status: Option<&Status>,
    label: TaggedText,
    count: f64,
) -> TaggedText {
    if let Some(status) = status
        && !context.view.weighted
        && let Some(clause) = &status.clause
        && phrasing.fully_translated
        && !(phrasing.is_foreign() && status.label.speaks(context.messages.lang()))
    {
        return phrasing.tagged(phrasing.messages.form(clause, count as u32).to_owned());
    }
    if status.is_none() && !context.view.weighted {
        let key = if context.view.firm { "no_firm_count" } else { "no_data_count" };
        return TaggedText { text: context.messages.text(key).to_owned(), lang: None };
    }
    let TaggedText { text, lang } = label;
    // A label begins with a capital letter, so that it cannot follow the number.
    TaggedText { text: context.messages.fill("status_count", &[("status", &text)]), lang }
}

/// The number of counted entities with each status on a day, or the sum of their weights. The last number is about the
/// entities without a status that exist on this day.
fn amounts(context: &RenderContext<'_>, day: Day) -> Vec<f64> {
    let dataset = context.dataset;
    let counted = dataset.counted();
    let weighted = context.view.weighted;
    let mut all = 0.0;
    for entity in dataset.entities() {
        if entity.kind == counted && entity.shown && entity.lifetime.absence(day).is_none() {
            all += entity.amount(weighted);
        }
    }
    let mut amounts = context.index.amounts(day, weighted);
    // Entities with a status are always shown. Sums of numbers with decimal places are not exact.
    amounts.push((all - amounts.iter().sum::<f64>()).max(0.0));
    amounts
}
