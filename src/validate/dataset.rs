//! Makes the model from the tree, and finds everything that is wrong.
//!
//! First the tree is checked against the table of fields, then the content is checked. The second part treats a value
//! of the wrong type as missing, because the first part has already reported it.

use crate::base::language::{ENGLISH, is_tag};
use crate::diagnostics::findings::{Findings, Trail};
use crate::format::fields::{DATASET, FieldType};
use crate::format::node::Node;
use crate::model::dataset::Dataset;
use crate::validate::entities::{entities, links};
use crate::validate::events;
#[cfg(explain)]
use crate::validate::languages;
use crate::validate::scopes::scopes;
use crate::validate::statuses::statuses;
use crate::validate::values::{date, localized, text};
use crate::validate::{fields, periods, tiles, tour, weights, window};

/// The model; `None` if there is an error. All findings are added to `findings`.
pub(crate) fn validate(node: &Node, findings: &mut Findings) -> Option<Dataset> {
    let lang = node.text_of("lang").filter(|lang| is_tag(lang)).unwrap_or(ENGLISH);
    findings.lang = lang.to_owned();
    let root = Trail::Root;
    fields::check(node, &FieldType::Record(DATASET), &root, findings);
    // Limits keep the time short, so the following steps do not run for a dataset that exceeds one.
    if findings.exceeded {
        return None;
    }
    let statuses = statuses(node, &root, findings);
    let scopes = scopes(node, &root, findings);
    let mut entities = entities(node, &root, findings);
    let grids = tiles::grids(node, &root, &mut entities, findings);
    tiles::coded(node, &mut entities.all);
    let weights = weights::weights(node, &root, &mut entities.all, findings);
    links(node, &root, &mut entities, findings);
    let updated = date(node, "updated");
    let events = events::events(node, &root, (&statuses, &scopes), &mut entities, updated, findings);
    let window = window::window(node, &root, &events, updated, findings);
    let tour = tour::tour(node, &root, &entities, &events, updated, window, findings);
    let periods = periods::periods(node, &root, &events, updated, window, findings);
    let title = localized(node, "title", lang);
    let actors = localized(node, "actors", lang);
    #[cfg(explain)]
    languages::complete(title.as_ref(), actors.as_ref(), (&statuses, &scopes), &root, findings);
    let dataset = (|| {
        // A closure, so that `?` ends only the construction of the dataset.
        Some(Dataset {
            lang: lang.to_owned(),
            id: text(node, "id")?,
            title: title?,
            subtitle: localized(node, "subtitle", lang),
            description: localized(node, "description", lang),
            updated: updated?,
            window,
            stale_after: node.text_of("stale_after").and_then(|text| text.parse().ok()),
            license: localized(node, "license", lang),
            actors: actors?,
            weights,
            statuses,
            scopes,
            entities: entities.all,
            events,
            grids,
            tour,
            periods,
        })
    })();
    let mut dataset = dataset.filter(|_| !findings.errors)?;
    let counted = dataset.counted();
    if !dataset.entities.iter().any(|entity| entity.kind == counted && entity.weight() > 0.0) {
        // Without a weight there is nothing else to count.
        dataset.weights = None;
    }
    Some(dataset)
}
