//! The values of fields for the model. A value of the wrong type counts as missing, because it has a finding already.

use crate::base::color::Color;
use crate::base::date::PartialDate;
use crate::base::order::ordered;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::format::node::Node;
use crate::model::localized_text::LocalizedText;
use crate::model::status::NO_DATA;

pub(crate) fn text(node: &Node, name: &str) -> Option<String> {
    node.text_of(name).map(str::to_owned)
}

/// The text of a required field; empty if it is missing, which has a finding already.
pub(crate) fn filled(node: &Node, name: &str) -> String {
    node.text_of(name).unwrap_or_default().to_owned()
}

pub(crate) fn date(node: &Node, name: &str) -> Option<PartialDate> {
    node.text_of(name)?.parse().ok()
}

/// The position of a word in a list of words; 0 if the field is missing.
pub(crate) fn word(node: &Node, name: &str, words: &[&str]) -> usize {
    node.text_of(name).and_then(|text| words.iter().position(|word| *word == text)).unwrap_or(0)
}

/// A text in the dataset's own language, and possibly in others.
pub(crate) fn localized(node: &Node, name: &str, lang: &str) -> Option<LocalizedText> {
    LocalizedText::read(node.field(name)?, lang)
}

/// A required text; empty if it is missing, which has a finding already.
pub(crate) fn filled_localized(node: &Node, name: &str, lang: &str) -> LocalizedText {
    localized(node, name, lang).unwrap_or_else(|| LocalizedText::of(lang, ""))
}

/// Notes where an end is over before its start begins.
pub(crate) fn forwards(
    (start, starts): (&str, Option<PartialDate>),
    (end, ends): (&str, Option<PartialDate>),
    item: &Trail<'_>,
    findings: &mut Findings,
) {
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends.last() < starts.first()
    {
        findings.error(&item.field(end), || {
            let (end, start) = (format!("\"{end}\" ({ends})"), format!("\"{start}\" ({starts})"));
            (Fault::Backwards { end, start }, None)
        });
    }
}

/// Notes ids that are reserved or given twice.
pub(crate) fn unique(ids: &[&str], list: &Trail<'_>, findings: &mut Findings) {
    // Sorting finds duplicates in n log n steps. A map of the standard library would be 2 KB of the engine before
    // compression.
    let order = ordered(ids.len(), &|a, b| ids[a] > ids[b]);
    let mut first = 0;
    for (rank, &place) in order.iter().enumerate() {
        let (id, item) = (ids[place], list.item(place));
        if rank == 0 || ids[first] != id {
            first = place;
        }
        if id == NO_DATA {
            findings.error(&item.field("id"), || (Fault::Reserved(NO_DATA.to_owned()), help("use another id")));
        } else if first != place && !id.is_empty() {
            findings.error(&item.field("id"), || {
                (Fault::Twice(id.to_owned()), Some(format!("first at {}", list.item(first).path())))
            });
        }
    }
}

/// The colour of a status in the light or dark scheme.
pub(crate) fn color(status: &Node, scheme: &str) -> Option<Color> {
    status.field("color")?.text_of(scheme)?.parse().ok()
}
