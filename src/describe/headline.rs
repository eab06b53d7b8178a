//! The date and the sentence that is true of it.

use crate::base::date::Day;
use crate::describe::comparison;
use crate::describe::phrasing::Phrasing;
use crate::describe::records::TaggedText;
use crate::frame::Frame;

/// The date, or both that are compared, and the sentence that is true of it, each in words.
pub fn headline(frame: &Frame<'_>) -> (String, String) {
    let phrasing = Phrasing::of(frame);
    let heading = match frame.span() {
        Some((before, after)) => comparison::period(frame, before, after),
        None => frame.messages.full_day(frame.view.day),
    };
    (heading, shown(frame, &phrasing, &sentence(frame, &phrasing)))
}

/// The sentence about the day or about both that are compared, as all sentences here without its stop.
pub(super) fn sentence(frame: &Frame<'_>, phrasing: &Phrasing<'_>) -> String {
    match frame.span() {
        Some((before, after)) => comparison::sentence(frame, phrasing, before, after),
        None => holding(frame, phrasing, frame.view.day),
    }
}

/// The same as it is read, with what only the eye needs.
pub(super) fn shown(frame: &Frame<'_>, phrasing: &Phrasing<'_>, sentence: &str) -> String {
    match frame.compared {
        Some(_) => phrasing.stop(&phrasing.messages.fill("strip", &[("sentence", sentence)])),
        None => phrasing.stop(sentence),
    }
}

/// `9 governments ban Huawei, 6 restrict it and 8 are still deciding`
pub(super) fn holding(frame: &Frame<'_>, phrasing: &Phrasing<'_>, day: Day) -> String {
    clauses(frame, phrasing, day).unwrap_or_else(|| phrasing.messages.text("nothing").to_owned())
}

/// A day and what holds on it, as it is read aloud.
pub(super) fn spoken(phrasing: &Phrasing<'_>, day: Day, sentence: &str) -> TaggedText {
    phrasing.tagged(phrasing.stop(&phrasing.after(&phrasing.messages.full_day(day), sentence)))
}

/// How many have each status on a day, in the order of the dataset; `None` where nobody has one.
pub(super) fn clauses(frame: &Frame<'_>, phrasing: &Phrasing<'_>, day: Day) -> Option<String> {
    let messages = phrasing.messages;
    let mut clauses = Vec::new();
    for (place, count) in frame.index.counts(day).iter().enumerate() {
        let status = &frame.dataset.statuses()[place];
        if *count == 0 {
            continue;
        }
        let pattern = if clauses.is_empty() { &status.lead } else { &status.clause };
        clauses.push(match pattern {
            Some(pattern) if phrasing.fully_translated => messages.plural(pattern, *count),
            _ => phrasing.count(frame, Some(place), *count),
        });
    }
    (!clauses.is_empty()).then(|| messages.list(&clauses))
}
