//! What the weights of the entities count, and the weights that are built in.

use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::format::fields::POPULATION;
use crate::format::node::Node;
use crate::model::entity::{Entity, EntityKind};
use crate::model::weights::{Weights, population};
use crate::validate::events::source as source_of;
use crate::validate::values::{date, localized};

/// The declaration of the weights. With the built-in population, countries get the population of their places. Their
/// entities must be marked as coded before.
pub(crate) fn weights(
    node: &Node,
    root: &Trail<'_>,
    entities: &mut [Entity],
    findings: &mut Findings,
) -> Option<Weights> {
    let unit = localized(node, "weights", &findings.lang);
    if node.text_of("weight") == Some(POPULATION) {
        if unit.is_some() {
            let either = "keep only \"weight\" for the built-in population, or only \"weights\" for your own numbers";
            findings.error(&root.field("weights"), || (Fault::Beside("weights", "weight"), help(either)));
        }
        for entity in entities.iter_mut() {
            if entity.weight.is_none() && entity.coded && entity.kind == EntityKind::Country {
                entity.weight = population(&entity.id);
            }
        }
        weighing(&root.field("weight"), entities, findings);
        return Some(Weights::population());
    }
    let source = node.field("weights_source").filter(|value| !value.is_null()).map(source_of);
    let date = date(node, "weights_date");
    let given = date.is_some() || source.is_some() || entities.iter().any(|entity| entity.weight.is_some());
    // A word of the wrong type has a finding already.
    if given && node.field("weights").is_none_or(Node::is_null) {
        let sheet = findings.sheet;
        findings.error(&root.field("weights"), || {
            let why = if sheet {
                "write the word for it into the column \"weights_other\" of the row of the dataset: votes"
            } else {
                "add a word for it to the dataset: \"weights\": { \"one\": \"vote\", \"other\": \"votes\" }"
            };
            (Fault::Unitless, help(why))
        });
    }
    let unit = Some(unit?);
    weighing(&root.field("weights"), entities, findings);
    Some(Weights { unit, date, source })
}

/// Warns if no entity has a weight: then the figure has no switch.
fn weighing(at: &Trail<'_>, entities: &[Entity], findings: &mut Findings) {
    // Only builds that explain findings can report warnings.
    if cfg!(explain) && !entities.iter().any(|entity| entity.weight() > 0.0) {
        findings.warn(at, || (Fault::Weightless, help("give the entities a \"weight\"")));
    }
}
