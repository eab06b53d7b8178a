//! The whole of it in one sentence.

use crate::describe::headline::clauses;
use crate::describe::records::Said;
use crate::describe::voice::Voice;
use crate::frame::Frame;
use crate::model::index::Spell;

/// So many of those who were first on one day are named.
const NAMED: usize = 3;

/// `2013 to 2026: 57 governments documented; first “Banned”: Taiwan (2013); on the last day, 9 governments ban Huawei.`
pub(super) fn story(frame: &Frame<'_>) -> Said {
    let voice = Voice::of(frame);
    let text = match pioneer(frame) {
        (known, Some(first)) => told(frame, &voice, known, first),
        _ => voice.messages.text("nothing").to_owned(),
    };
    voice.said(voice.stop(&text))
}

fn told(frame: &Frame<'_>, voice: &Voice<'_>, known: u32, first: Spell) -> String {
    let (dataset, messages) = (frame.dataset, voice.messages);
    let (start, last) = dataset.extent();
    let (from, to) = (messages.whole_year(start.ymd().0), messages.whole_year(last.ymd().0));
    let period = if from == to { to } else { messages.fill("period", &[("from", &from), ("to", &to)]) };
    let end = clauses(frame, voice, last).unwrap_or_else(|| voice.count(frame, None, known));
    if !voice.fluent {
        return voice.after(&period, &end);
    }
    let event = &dataset.events()[first.event];
    let values = [
        ("period", period.as_str()),
        ("n", &messages.number(known)),
        ("actors", &voice.actors(frame, known)),
        ("status", voice.status(frame, Some(first.status))),
        ("name", &peers(frame, voice, first)),
        ("date", &messages.when(event)),
        ("end", &end),
    ];
    messages.count("story", known, &values)
}

/// How many of those that are counted ever had a status; and the first spell of the dataset's first status that anybody
/// had.
fn pioneer(frame: &Frame<'_>) -> (u32, Option<Spell>) {
    let counted = frame.dataset.counted();
    let (mut known, mut first) = (0, None);
    for (id, entity) in frame.dataset.entities().iter().enumerate() {
        let spells = frame.index.spells(id);
        if entity.kind == counted && !spells.is_empty() {
            known += 1;
            for spell in spells {
                if first.is_none_or(|first: Spell| (spell.status, spell.start) < (first.status, first.start)) {
                    first = Some(*spell);
                }
            }
        }
    }
    (known, first)
}

/// Who had that status first, as far as is known: several where its date is the same.
fn peers(frame: &Frame<'_>, voice: &Voice<'_>, first: Spell) -> String {
    let (dataset, messages) = (frame.dataset, voice.messages);
    let counted = dataset.counted();
    let date = |spell: &Spell| dataset.events()[spell.event].date;
    let mut names = Vec::new();
    for (id, entity) in dataset.entities().iter().enumerate() {
        for spell in frame.index.spells(id) {
            let alike = spell.status == first.status && date(spell).names_the_same(date(&first));
            if alike && entity.kind == counted && names.len() <= NAMED {
                names.push(messages.name(entity).to_owned());
            }
        }
    }
    if names.len() <= NAMED {
        return messages.list(&names);
    }
    names[NAMED] = "…".to_owned();
    messages.joined(&names, "comma")
}
