//! The date and the sentence that is true of it.

use crate::base::date::Day;
use crate::context::RenderContext;
use crate::describe::comparison;
use crate::describe::phrasing::Phrasing;
use crate::describe::records::TaggedText;
use crate::model::id::StatusId;

/// The date, or both that are compared, and the sentence that is true of it, each in words.
pub fn headline(context: &RenderContext<'_>) -> (String, String) {
    let phrasing = Phrasing::of(context);
    let heading = match context.span() {
        Some((before, after)) => comparison::period(context, before, after),
        None => context.messages.full_day(context.view.day),
    };
    (heading, shown(context, &phrasing, &sentence(context, &phrasing)))
}

/// The sentence about the day or about both that are compared, as all sentences here without its stop.
pub(super) fn sentence(context: &RenderContext<'_>, phrasing: &Phrasing<'_>) -> String {
    match context.span() {
        Some((before, after)) => comparison::sentence(context, phrasing, before, after),
        None => holding(context, phrasing, context.view.day),
    }
}

/// The same as it is read, with what only the eye needs.
pub(super) fn shown(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, sentence: &str) -> String {
    match context.compared {
        Some(_) => phrasing.stop(&phrasing.messages.fill("strip", &[("sentence", sentence)])),
        None => phrasing.stop(sentence),
    }
}

/// `9 governments ban Huawei, 6 restrict it and 8 are still deciding`
pub(super) fn holding(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, day: Day) -> String {
    clauses(context, phrasing, day).unwrap_or_else(|| phrasing.messages.text("nothing").to_owned())
}

/// A day and what holds on it, as it is read aloud.
pub(super) fn spoken(phrasing: &Phrasing<'_>, day: Day, sentence: &str) -> TaggedText {
    phrasing.tagged(phrasing.stop(&phrasing.after(&phrasing.messages.full_day(day), sentence)))
}

/// How many have each status on a day, in the order of the dataset; `None` where nobody has one.
pub(super) fn clauses(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, day: Day) -> Option<String> {
    let messages = phrasing.messages;
    let mut clauses = Vec::new();
    for (place, count) in context.index.counts(day).iter().enumerate() {
        let id = StatusId::new(place);
        let status = context.dataset.status(id);
        if *count == 0 {
            continue;
        }
        let pattern = if clauses.is_empty() { &status.lead } else { &status.clause };
        clauses.push(match pattern {
            Some(pattern) if phrasing.fully_translated => messages.plural(pattern, *count),
            _ => phrasing.count(context, Some(id), *count),
        });
    }
    (!clauses.is_empty()).then(|| messages.list(&clauses))
}
