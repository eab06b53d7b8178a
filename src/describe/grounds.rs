//! What a status rests on, in words: its basis, its scopes, and the date of its last evidence if that is old.

use crate::base::date::{Day, PartialDate};
use crate::context::RenderContext;
use crate::describe::phrasing::Phrasing;
use crate::describe::records::TaggedText;
use crate::model::event::Event;
use crate::model::id::EntityId;
use crate::model::index::{Snapshot, Spell};

/// In the order of [`crate::model::event::Basis`].
const BASES: [&str; 5] = ["basis.rule", "basis.decision", "basis.statement", "basis.contract", "basis.inference"];

/// A duration of years is told in years, and a shorter one by the date.
const YEAR: i32 = 12;

/// The explanation of paler tiles; `None` if the figure shows none.
pub(crate) fn paler<'a>(context: &RenderContext<'a>) -> Option<&'a str> {
    (context.dataset.has_bases().1 && !context.view.firm).then(|| context.messages.text("paler"))
}

/// The basis and the scopes of an event: `statement · core network`. `None` if the event names none.
pub(super) fn of_event(context: &RenderContext<'_>, event: &Event) -> Option<TaggedText> {
    let phrasing = Phrasing::of(context);
    filled(&phrasing, dotted(context, &phrasing, event, Vec::new(), None))
}

/// What the status of an entity on the day of a snapshot rests on: `statement · core network · last evidence 2019`.
pub(super) fn of_status(context: &RenderContext<'_>, snapshot: &Snapshot, entity: EntityId) -> Option<TaggedText> {
    let phrasing = Phrasing::of(context);
    filled(&phrasing, of_spell(context, &phrasing, snapshot.spell(entity)?, snapshot.day, Vec::new()))
}

/// The same text, after other parts.
pub(super) fn of_spell(
    context: &RenderContext<'_>,
    phrasing: &Phrasing<'_>,
    spell: Spell,
    day: Day,
    parts: Vec<String>,
) -> String {
    let dataset = context.dataset;
    dotted(context, phrasing, dataset.ground(&spell, day), parts, dataset.old_evidence(&spell, day))
}

/// Adds the basis and the scopes of an event and the date of the last evidence to other parts, and joins all parts.
fn dotted(
    context: &RenderContext<'_>,
    phrasing: &Phrasing<'_>,
    event: &Event,
    mut parts: Vec<String>,
    evidence: Option<PartialDate>,
) -> String {
    let (dataset, messages) = (context.dataset, phrasing.messages);
    let mut add = |part: &str| parts.push(part.to_owned());
    if let Some(basis) = event.basis {
        add(messages.text(BASES[basis as usize]));
    }
    for scope in &event.scope {
        add(dataset.scope(*scope).label.nearest(messages.lang()));
    }
    if let Some(date) = evidence {
        let in_years = dataset.stale_after().is_some_and(|time| time.months() >= YEAR);
        let date = if in_years { messages.whole_year(date.year()) } else { messages.date(date) };
        add(&messages.fill("last_evidence", &[("date", &date)]));
    }
    messages.joined(&parts, "dot", "dot")
}

fn filled(phrasing: &Phrasing<'_>, text: String) -> Option<TaggedText> {
    if text.is_empty() { None } else { Some(phrasing.tagged(text)) }
}
