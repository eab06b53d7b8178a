//! What the figure can count, and the notes about weights: their source, and how many entities have none.

use crate::context::RenderContext;
use crate::describe::phrasing::{Phrasing, tagged};
use crate::describe::records::TaggedText;
use crate::model::localized_text::LocalizedText;

/// A number whose plural form serves as the word for several, in languages that have more than one such form.
const FEW: u32 = 3;

/// The words for entities and for weights; none if the dataset has no weights.
pub(super) fn units(context: &RenderContext<'_>) -> Vec<TaggedText> {
    let messages = context.messages;
    let several = |words: &LocalizedText| {
        let TaggedText { lang, .. } = tagged(context, words);
        TaggedText { text: messages.form(words, FEW).to_owned(), lang }
    };
    let Some(weights) = context.dataset.weights() else { return Vec::new() };
    let people = || TaggedText { text: messages.text("people").to_owned(), lang: None };
    vec![several(context.dataset.actors()), weights.unit.as_ref().map_or_else(people, several)]
}

/// The source of the weights, and how many entities have none. Each note is a sentence without a full stop.
pub(crate) fn notes(context: &RenderContext<'_>) -> Vec<TaggedText> {
    let mut notes = Vec::new();
    let Some(weights) = context.dataset.weights() else { return notes };
    let phrasing = Phrasing::of(context);
    let messages = phrasing.messages;
    let unit = weights.unit.as_ref().map_or_else(|| messages.text("people"), |words| messages.form(words, FEW));
    if let Some(source) = &weights.source {
        let mut parts = vec![source.outlet.clone()];
        parts.extend(weights.date.map(|date| messages.date(date)));
        let source = messages.joined(&parts, "comma", "comma");
        notes.push(phrasing.tagged(messages.fill("weights_source", &[("unit", unit), ("source", &source)])));
    }
    let counted = context.dataset.counted();
    let mut missing = 0;
    for entity in context.dataset.entities() {
        missing += u32::from(entity.kind == counted && entity.shown && entity.weight.is_none());
    }
    if missing > 0 {
        let (n, actors) = (messages.number(missing), phrasing.actors(context, missing));
        let values = [("n", &*n), ("actors", &actors), ("unit", unit)];
        notes.push(phrasing.tagged(messages.count("weightless", missing, &values)));
    }
    notes
}
