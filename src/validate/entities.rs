//! Entities by their ids, and the countries in which companies and blocs act.

use std::mem;

use crate::base::order::{find, ordered};
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
#[cfg(explain)]
use crate::diagnostics::suggest::did_you_mean;
use crate::format::fields::KINDS;
use crate::format::node::Node;
use crate::model::entity::{Entity, EntityKind};
use crate::model::id::EntityId;
use crate::model::lifetime::Lifetime;
use crate::validate::fields::amount;
use crate::validate::values::{date, filled, filled_localized, forwards, localized, unique, word};
#[cfg(feature = "import")]
use crate::{
    model::grid,
    names::asked::{Asked, Found},
    names::find::all_names,
};

/// The entities, with an index of their ids.
pub(super) struct Entities {
    pub(super) all: Vec<Entity>,
    /// The positions of the entities, sorted by id.
    order: Vec<usize>,
}

impl Entities {
    pub(super) fn new(all: Vec<Entity>) -> Self {
        let order = ordered(all.len(), &|a, b| all[a].id > all[b].id);
        Self { all, order }
    }

    pub(super) fn append(&mut self, mut others: Vec<Entity>) {
        self.all.append(&mut others);
        *self = Self::new(mem::take(&mut self.all));
    }

    /// The first entity with this id.
    pub(super) fn find(&self, id: &str) -> Option<EntityId> {
        find(&self.order, id, &|place| &self.all[place].id).map(EntityId::new)
    }

    #[cfg(explain)]
    fn report(&self, id: &str, at: &Trail<'_>, findings: &mut Findings) {
        let instead = self.instead(id, findings);
        findings.error(at, || (Fault::UnknownEntity(id.to_owned()), instead));
    }

    /// The closure has nothing to drop: the linker would keep the texts of a suggestion in the engine.
    #[cfg(not(explain))]
    fn report(&self, id: &str, at: &Trail<'_>, findings: &mut Findings) {
        findings.error(at, || (Fault::UnknownEntity(id.to_owned()), None));
    }

    /// What to write in place of an unknown id.
    #[cfg(explain)]
    fn instead(&self, id: &str, findings: &mut Findings) -> Option<String> {
        let meant = findings.guess(id, || self.named(id).or_else(|| meant(id, &self.all)));
        let otherwise = if findings.sheet {
            "write the code or the English name of a country; for a company or bloc, fill the column \"kind\""
        } else {
            "write the code of a place of the grid, or an id from \"entities\""
        };
        meant.or_else(|| help(otherwise))
    }

    /// The place of the grid that an unknown id names in another way.
    #[cfg(feature = "import")]
    fn named(&self, id: &str) -> Option<String> {
        let code = exact(id)?;
        let place = &self.all[self.find(&code)?.index()];
        // In `us-states` IN is not India.
        (exact(place.name.own())? == code).then(|| format!("did you mean \"{code}\"?"))
    }

    #[cfg(all(explain, not(feature = "import")))]
    fn named(&self, _: &str) -> Option<String> {
        None
    }

    /// The entity with this id. An id that does not exist is reported.
    pub(super) fn known(&self, id: &str, at: &Trail<'_>, findings: &mut Findings) -> Option<EntityId> {
        let found = self.find(id);
        if found.is_none() && !id.trim().is_empty() {
            self.report(id, at, findings);
        }
        found
    }
}

pub(crate) fn entities(node: &Node, root: &Trail<'_>, findings: &mut Findings) -> Entities {
    let lang = &findings.lang;
    let entity = |node: &Node| Entity {
        id: filled(node, "id"),
        name: filled_localized(node, "name", lang),
        kind: EntityKind::ALL[word(node, "kind", &KINDS)],
        coded: false,
        acts_in: Vec::new(),
        tiled: node.field("tile").is_none_or(|flag| !flag.is(false)),
        shown: true,
        label: localized(node, "label", lang),
        footnote: localized(node, "footnote", lang),
        lifetime: Lifetime::new(date(node, "from"), date(node, "until")),
        weight: node.field("weight").and_then(amount),
    };
    let entities: Vec<Entity> = node.items_of("entities").iter().map(entity).collect();
    let ids: Vec<&str> = entities.iter().map(|entity| entity.id.as_str()).collect();
    let list = root.field("entities");
    unique(&ids, &list, findings);
    for (index, entity) in entities.iter().enumerate() {
        let (from, until) = (entity.lifetime.from(), entity.lifetime.until());
        forwards(("from", from), ("until", until), &list.item(index), findings);
    }
    Entities::new(entities)
}

/// Links companies and blocs with the countries in which they act, which can be places of the grid.
pub(crate) fn links(node: &Node, root: &Trail<'_>, entities: &mut Entities, findings: &mut Findings) {
    let list = root.field("entities");
    // For each country: the last entity that acts there, counted from 1. A country that is listed twice is found
    // without a search.
    let mut linked = vec![0; entities.all.len()];
    for (index, node) in node.items_of("entities").iter().enumerate() {
        let item = list.item(index);
        let field = item.field("acts_in");
        for (place, code) in node.items_of("acts_in").iter().enumerate() {
            let Some(code) = code.text() else { continue };
            if node.text_of("kind") == Some(KINDS[0]) {
                findings.error(&field, || {
                    let fault = Fault::Misplaced { record: "a country", column: "acts_in".to_owned() };
                    (fault, help("remove it, or set \"kind\" to \"company\" or \"bloc\""))
                });
                // One finding is enough: the whole field is superfluous.
                break;
            }
            let at = field.item(place);
            let Some(country) = entities.known(code, &at, findings) else { continue };
            if entities.all[country.index()].kind != EntityKind::Country {
                let why = "\"acts_in\" of a company or bloc lists only countries";
                findings.error(&at, || (Fault::NotCountry(code.to_owned()), help(why)));
            } else if linked[country.index()] > index {
                findings.error(&at, || (Fault::Twice(code.to_owned()), None));
            }
            linked[country.index()] = index + 1;
            entities.all[index].acts_in.push(country);
        }
    }
}

/// The country that has exactly this name.
#[cfg(feature = "import")]
fn exact(name: &str) -> Option<String> {
    let asked = Asked { text: name, grid: grid::WORLD, suggest: false };
    if let Some(Found::Exact(code)) = all_names(asked) { Some(code) } else { None }
}

/// The id that an unknown id or name probably means.
#[cfg(explain)]
fn meant(id: &str, entities: &[Entity]) -> Option<String> {
    let same = |entity: &&Entity| entity.name.own().eq_ignore_ascii_case(id);
    if let Some(entity) = entities.iter().find(same) {
        return Some(format!("did you mean \"{}\"?", entity.id));
    }
    // Codes of two letters are similar to every short word: KPN does not mean KP.
    let words = entities.iter().flat_map(|entity| [entity.id.as_str(), entity.name.own()]);
    did_you_mean(id, &mut words.filter(|word| word.len() > 2))
}
