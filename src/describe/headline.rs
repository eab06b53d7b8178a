//! The headline: the date and the sentence about it.

use crate::base::date::Day;
use crate::context::RenderContext;
use crate::describe::comparison;
use crate::describe::phrasing::Phrasing;
use crate::describe::records::TaggedText;
use crate::describe::tile::word_on;
use crate::model::id::{EntityId, StatusId};
use crate::model::index::{Change, Snapshot};

/// The largest number of entities that the text of a day names.
const NAMED: usize = 3;

/// The date and the sentence about it. During a comparison: both days and the sentence about the changes.
pub fn headline(context: &RenderContext<'_>) -> (String, String) {
    let phrasing = Phrasing::of(context);
    let heading = match context.span() {
        Some((before, after)) => comparison::period(context.messages, before, after),
        None => context.messages.full_day(context.view.day),
    };
    (heading, shown(context, &phrasing, &sentence(context, &phrasing)))
}

/// The sentence about the day, or about both compared days. The sentences in this file have no full stop yet, because
/// they can become a part of a longer text.
pub(super) fn sentence(context: &RenderContext<'_>, phrasing: &Phrasing<'_>) -> String {
    match context.span() {
        Some((before, after)) => comparison::sentence(context, phrasing, before, after),
        None => holding(context, phrasing, context.view.day),
    }
}

/// The visible form of a sentence: with its full stop and, during a comparison, with the explanation of the strips on
/// tiles. Screen readers do not need this explanation, and rows have no strips.
pub(super) fn shown(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, sentence: &str) -> String {
    match context.compared {
        Some(_) if context.layout.map.lanes.is_none() => {
            phrasing.stop(&phrasing.messages.fill("strip", &[("sentence", sentence)]))
        }
        _ => phrasing.stop(sentence),
    }
}

/// `9 governments ban Huawei, 6 restrict it and 8 can still decide`
pub(super) fn holding(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, day: Day) -> String {
    clauses(context, phrasing, day, context.view.weighted)
        .unwrap_or_else(|| phrasing.messages.text("nothing").to_owned())
}

/// A day as a reader hears it who arrives there: with the entities that changed on it, if there are few, otherwise with
/// the number of changes. A day without changes has the sentence about it.
pub(super) fn arrived(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, after: &Snapshot) -> TaggedText {
    let day = after.day;
    let before = context.index.as_of(day.plus(-1));
    let changes = before.changes(after);
    let counted = |change: &Change| context.dataset.entity(change.entity).kind == context.dataset.counted();
    let sentence = if (1..=NAMED).contains(&changes.len()) {
        let named: Vec<_> = changes.iter().map(|change| named(context, phrasing, after, change.entity)).collect();
        phrasing.messages.list(&named)
    } else if changes.iter().any(counted) {
        comparison::sentence(context, phrasing, &before, after)
    } else {
        holding(context, phrasing, day)
    };
    phrasing.tagged(phrasing.stop(&phrasing.after(&phrasing.messages.full_day(day), &sentence)))
}

/// `Sweden: Banned`
fn named(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, after: &Snapshot, entity: EntityId) -> String {
    let name = phrasing.messages.name(context.dataset.entity(entity));
    let status = word_on(context, phrasing, after, entity);
    phrasing.messages.fill("standing", &[("name", name), ("status", &status)])
}

/// The number of entities with each status on a day, or the sum of their weights, in the order of the dataset. `None` if
/// no entity has a status. Entities without weights are counted as entities.
pub(super) fn clauses(
    context: &RenderContext<'_>,
    phrasing: &Phrasing<'_>,
    day: Day,
    weighted: bool,
) -> Option<String> {
    let messages = phrasing.messages;
    let mut clauses = Vec::new();
    let amounts = context.index.amounts(day, weighted);
    for (place, amount) in amounts.iter().enumerate() {
        let id = StatusId::new(place);
        let status = context.dataset.status(id);
        if *amount == 0.0 {
            continue;
        }
        let first = clauses.is_empty();
        let count = *amount as u32;
        clauses.push(match if first { &status.lead } else { &status.clause } {
            _ if weighted => weighed(context, phrasing, id, *amount, first),
            Some(pattern) if phrasing.fully_translated => messages.plural(pattern, count),
            _ => phrasing.count(context, Some(id), &messages.number(count)),
        });
    }
    if weighted && clauses.is_empty() {
        return self::clauses(context, phrasing, day, false);
    }
    (!clauses.is_empty()).then(|| messages.list(&clauses))
}

/// `1.4 billion people live where the status is “Banned”`; in later positions of the sentence: `2.1 billion where it is
/// “Restricted”`. Other weights than those of people: `Banned: 29 votes`.
fn weighed(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, status: StatusId, amount: f64, first: bool) -> String {
    let messages = phrasing.messages;
    let (n, unit) = (messages.amount(amount, true), messages.counted(context.dataset, amount, true));
    let values = [("n", &*n), ("unit", &unit), ("status", phrasing.status(context, Some(status)))];
    let people = context.dataset.weights().is_some_and(|weights| weights.unit.is_none());
    if people && phrasing.fully_translated {
        return messages.fill(if first { "living" } else { "living_too" }, &values);
    }
    phrasing.count(context, Some(status), &messages.fill("amount", &values))
}
