//! The whole story of the dataset in one sentence.

use crate::context::RenderContext;
use crate::describe::headline::clauses;
use crate::describe::phrasing::Phrasing;
use crate::describe::records::TaggedText;
use crate::model::index::Spell;

/// The maximal number of names, if several entities were the first on the same date.
const NAMED: usize = 3;

/// `2013 to 2026: 57 governments documented; first “Banned”: Taiwan (2013); on the last day, 9 governments ban Huawei.`
pub(super) fn story(context: &RenderContext<'_>) -> TaggedText {
    let phrasing = Phrasing::of(context);
    let text = match pioneer(context) {
        (known, Some(first)) => told(context, &phrasing, known, first),
        _ => phrasing.messages.text("nothing").to_owned(),
    };
    phrasing.tagged(phrasing.stop(&text))
}

fn told(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, known: u32, first: Spell) -> String {
    let (dataset, messages) = (context.dataset, phrasing.messages);
    let (start, last) = context.view.domain;
    let (from, to) = (messages.whole_year(start.ymd().0), messages.whole_year(last.ymd().0));
    let period = if from == to { to } else { messages.fill("period", &[("from", &from), ("to", &to)]) };
    // All statuses can have ended before the last day.
    let end = clauses(context, phrasing, last, false)
        .unwrap_or_else(|| phrasing.count(context, None, &messages.number(known)));
    if !phrasing.fully_translated {
        return phrasing.after(&period, &end);
    }
    let event = dataset.event(first.event);
    let values = [
        ("period", period.as_str()),
        ("n", &messages.number(known)),
        ("actors", &phrasing.actors(context, known)),
        ("status", phrasing.status(context, Some(first.status))),
        ("name", &peers(context, phrasing, first)),
        ("date", &messages.when(event)),
        ("end", &end),
    ];
    messages.count("story", known, &values)
}

/// The number of counted entities that ever had a status, and the earliest spell with the first status of the dataset
/// that any of them had. An imprecise date counts as its last possible day, because nobody knows that it was earlier.
fn pioneer(context: &RenderContext<'_>) -> (u32, Option<Spell>) {
    let counted = context.dataset.counted();
    let date = |spell: &Spell| context.dataset.event(spell.event).date.last();
    let (mut known, mut first) = (0, None);
    let last = context.view.domain.1;
    for id in context.dataset.entity_ids() {
        let entity = context.dataset.entity(id);
        let spells = context.index.spells(id);
        // What happens after the end of the timeline is not part of the story.
        if entity.kind == counted && spells.first().is_some_and(|spell| spell.start <= last) {
            known += 1;
            for spell in spells {
                let before =
                    first.is_none_or(|first: Spell| (spell.status, date(spell)) < (first.status, date(&first)));
                if before && spell.start <= last {
                    first = Some(*spell);
                }
            }
        }
    }
    (known, first)
}

/// The entities that had this status first. There are several if their dates are the same with the precision that is
/// known.
fn peers(context: &RenderContext<'_>, phrasing: &Phrasing<'_>, first: Spell) -> String {
    let (dataset, messages) = (context.dataset, phrasing.messages);
    let counted = dataset.counted();
    let date = |spell: &Spell| dataset.event(spell.event).date;
    let mut names = Vec::new();
    for id in dataset.entity_ids() {
        let entity = dataset.entity(id);
        for spell in context.index.spells(id) {
            let alike = spell.status == first.status && date(spell).names_the_same(date(&first));
            // One name too many shows that the list is incomplete.
            if alike && entity.kind == counted && names.len() <= NAMED {
                names.push(messages.name(entity).to_owned());
            }
        }
    }
    if names.len() <= NAMED {
        return messages.list(&names);
    }
    names[NAMED] = "…".to_owned();
    messages.joined(&names, "comma", "comma")
}
