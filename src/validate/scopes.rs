//! Scopes: those that the dataset declares, and those that an event names.

use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::diagnostics::suggest::{did_you_mean, one_of};
use crate::format::node::Node;
use crate::model::id::ScopeId;
use crate::model::scope::Scope;
use crate::validate::values::{filled, filled_localized, localized, unique};

/// The scopes that the dataset declares.
pub(crate) fn scopes(node: &Node, root: &Trail<'_>, findings: &mut Findings) -> Vec<Scope> {
    let mut scopes = Vec::new();
    for node in node.items_of("scopes") {
        scopes.push(Scope {
            id: filled(node, "id"),
            label: filled_localized(node, "label", &findings.lang),
            description: localized(node, "description", &findings.lang),
        });
    }
    let ids: Vec<&str> = scopes.iter().map(|scope| scope.id.as_str()).collect();
    unique(&ids, &root.field("scopes"), findings);
    scopes
}

/// The scopes that an event names, in its order.
pub(crate) fn scope(event: &Node, item: &Trail<'_>, scopes: &[Scope], findings: &mut Findings) -> Vec<ScopeId> {
    let list = item.field("scope");
    let mut found = Vec::new();
    for (index, node) in event.items_of("scope").iter().enumerate() {
        let Some(id) = node.text().filter(|id| !id.trim().is_empty()) else { continue };
        match scopes.iter().position(|known| known.id == id).map(ScopeId::new) {
            None => findings.error(&list.item(index), || {
                let known = scopes.iter().map(|known| known.id.as_str());
                let meant = did_you_mean(id, &mut known.clone()).or_else(|| one_of(&mut known.clone()));
                (Fault::UnknownScope(id.to_owned()), meant.or_else(|| help("declare it in \"scopes\"")))
            }),
            Some(scope) if found.contains(&scope) => findings.error(&list.item(index), || {
                (Fault::Twice(id.to_owned()), help("remove one of the two: an event names each scope once"))
            }),
            Some(scope) => found.push(scope),
        }
    }
    found
}
