//! From the tree to the model, with every finding on the way.
//!
//! First the tree is checked against its shape; then what it says is checked. The second part takes what is of the wrong
//! shape for missing, as that has been noted.

#[cfg(explain)]
mod colors;
mod events;
#[cfg(explain)]
mod languages;
mod tiles;
mod tour;

use std::mem;

use super::findings::{Findings, Trail, help};
use super::shape::{self, DATASET, KINDS, PATTERNS, Shape};
use super::suggest::did_you_mean;
use super::words::is_tag;
use super::{Dataset, ENGLISH, Entity, EntityId, EntityKind, NO_DATA, Pattern, Status, Words};
use crate::date::PartialDate;
use crate::diagnostic::Fault;
use crate::geom::Color;
use crate::node::Node;
use crate::order::{find, ordered};

/// The least contrast of a tile with the page: WCAG 2.2, 1.4.11.
const STANDS_OUT: f64 = 3.0;

/// The model, where there is no error. What is wrong is noted.
pub(super) fn validate(node: &Node, findings: &mut Findings) -> Option<Dataset> {
    let lang = node.text_of("lang").filter(|lang| is_tag(lang)).unwrap_or(ENGLISH);
    findings.lang = lang.to_owned();
    let root = Trail::Root;
    shape::check(node, &Shape::Record(DATASET), &root, findings);
    if findings.exceeded {
        return None;
    }
    let statuses = statuses(node, &root, findings);
    let mut entities = entities(node, &root, findings);
    let grids = tiles::grids(node, &root, &mut entities, findings);
    tiles::coded(node, &mut entities.all);
    links(node, &root, &mut entities, findings);
    let updated = date(node, "updated");
    let events = events::events(node, &root, &statuses, &mut entities, updated, findings);
    let tour = tour::tour(node, &root, &entities, &events, updated, findings);
    let title = words(node, "title", lang);
    let actors = words(node, "actors", lang);
    #[cfg(explain)]
    languages::complete(title.as_ref(), actors.as_ref(), &statuses, &root, findings);
    let dataset = (|| {
        Some(Dataset {
            lang: lang.to_owned(),
            id: text(node, "id")?,
            title: title?,
            description: words(node, "description", lang),
            updated: updated?,
            license: words(node, "license", lang),
            actors: actors?,
            statuses,
            entities: entities.all,
            events,
            grids,
            tour,
        })
    })();
    dataset.filter(|_| !findings.errors)
}

fn text(node: &Node, name: &str) -> Option<String> {
    node.text_of(name).map(str::to_owned)
}

/// A text that must be there; empty where it is not, which has been noted.
fn filled(node: &Node, name: &str) -> String {
    node.text_of(name).unwrap_or_default().to_owned()
}

fn date(node: &Node, name: &str) -> Option<PartialDate> {
    node.text_of(name)?.parse().ok()
}

/// One of a few words by its place among them; the first where there is none.
fn word(node: &Node, name: &str, words: &[&str]) -> usize {
    node.text_of(name).and_then(|text| words.iter().position(|word| *word == text)).unwrap_or(0)
}

/// A text in the dataset's own language, perhaps in others too.
fn words(node: &Node, name: &str, lang: &str) -> Option<Words> {
    Words::read(node.field(name)?, lang)
}

/// The same of one that must be there; empty where it is not, which has been noted.
fn filled_words(node: &Node, name: &str, lang: &str) -> Words {
    words(node, name, lang).unwrap_or_else(|| Words::of(lang, ""))
}

/// Notes ids that are reserved or given twice.
fn unique(ids: &[&str], list: &Trail<'_>, findings: &mut Findings) {
    let order = ordered(ids.len(), &|a, b| ids[a] > ids[b]);
    let mut first = 0;
    for (rank, &place) in order.iter().enumerate() {
        let (id, item) = (ids[place], list.item(place));
        if rank == 0 || ids[first] != id {
            first = place;
        }
        if id == NO_DATA {
            findings.error(&item.field("id"), || (Fault::Reserved(NO_DATA.to_owned()), None));
        } else if first != place && !id.is_empty() {
            findings.error(&item.field("id"), || {
                (Fault::Twice(id.to_owned()), Some(format!("first at {}", list.item(first).path())))
            });
        }
    }
}

fn statuses(node: &Node, root: &Trail<'_>, findings: &mut Findings) -> Vec<Status> {
    let list = root.field("statuses");
    let mut statuses = Vec::new();
    for (index, node) in node.items_of("statuses").iter().enumerate() {
        let item = list.item(index);
        let colors = item.field("color");
        let mut shown = |scheme, page| {
            let color = color(node, scheme)?;
            stands_out(color, page, &colors.field(scheme), findings);
            Some(color)
        };
        let light = shown("light", Color::LIGHT_PAGE);
        let dark = shown("dark", Color::DARK_PAGE);
        statuses.push(Status {
            id: filled(node, "id"),
            label: filled_words(node, "label", &findings.lang),
            light: light.unwrap_or(Color::DARK_PAGE),
            dark: dark.unwrap_or(Color::LIGHT_PAGE),
            pattern: Pattern::ALL[word(node, "pattern", &PATTERNS)],
            lead: words(node, "lead", &findings.lang),
            clause: words(node, "clause", &findings.lang),
        });
    }
    let ids: Vec<&str> = statuses.iter().map(|status| status.id.as_str()).collect();
    unique(&ids, &list, findings);
    #[cfg(explain)]
    colors::apart(node.items_of("statuses"), &list, findings);
    statuses
}

/// The colour of a status in the light or in the dark.
fn color(status: &Node, scheme: &str) -> Option<Color> {
    status.field("color")?.text_of(scheme)?.parse().ok()
}

fn stands_out(color: Color, page: Color, at: &Trail<'_>, findings: &mut Findings) {
    let contrast = color.contrast(page);
    if contrast < STANDS_OUT {
        findings.error(at, || {
            let instead = if page == Color::LIGHT_PAGE { "take a darker one" } else { "take a lighter one" };
            let (color, page) = (color.to_string(), page.to_string());
            (Fault::Contrast { color, page, tenths: (contrast * 10.0) as u32 }, help(instead))
        });
    }
}

/// The entities, to be found by their ids.
struct Entities {
    all: Vec<Entity>,
    /// By id.
    order: Vec<EntityId>,
}

impl Entities {
    fn new(all: Vec<Entity>) -> Self {
        let order = ordered(all.len(), &|a, b| all[a].id > all[b].id);
        Self { all, order }
    }

    fn append(&mut self, mut others: Vec<Entity>) {
        self.all.append(&mut others);
        *self = Self::new(mem::take(&mut self.all));
    }

    /// The first with this id.
    fn find(&self, id: &str) -> Option<EntityId> {
        find(&self.order, id, &|place| &self.all[place].id)
    }

    /// The entity with this id; noted where there is none.
    fn known(&self, id: &str, at: &Trail<'_>, findings: &mut Findings) -> Option<EntityId> {
        let found = self.find(id);
        if found.is_none() && !id.trim().is_empty() {
            let guesses = findings.guesses();
            let otherwise = "a place of the grid goes by its code, others by the ids of \"entities\"";
            findings.error(at, || {
                let meant = if guesses { meant(id, &self.all) } else { None };
                (Fault::UnknownEntity(id.to_owned()), meant.or_else(|| help(otherwise)))
            });
        }
        found
    }
}

fn entities(node: &Node, root: &Trail<'_>, findings: &mut Findings) -> Entities {
    let lang = &findings.lang;
    let entity = |node: &Node| Entity {
        id: filled(node, "id"),
        name: filled_words(node, "name", lang),
        kind: EntityKind::ALL[word(node, "kind", &KINDS)],
        coded: false,
        acts_in: Vec::new(),
        tiled: node.field("tile").is_none_or(|flag| !flag.is(false)),
        shown: true,
        label: words(node, "label", lang),
        footnote: words(node, "footnote", lang),
    };
    let entities: Vec<Entity> = node.items_of("entities").iter().map(entity).collect();
    let ids: Vec<&str> = entities.iter().map(|entity| entity.id.as_str()).collect();
    unique(&ids, &root.field("entities"), findings);
    Entities::new(entities)
}

/// Links operators and blocs with the countries that they act in, places of the grid among them.
fn links(node: &Node, root: &Trail<'_>, entities: &mut Entities, findings: &mut Findings) {
    let list = root.field("entities");
    // By country: the last that acts there, counted from 1.
    let mut linked = vec![0; entities.all.len()];
    for (index, node) in node.items_of("entities").iter().enumerate() {
        let item = list.item(index);
        let field = item.field("acts_in");
        for (place, code) in node.items_of("acts_in").iter().enumerate() {
            let Some(code) = code.text() else { continue };
            if node.text_of("kind") == Some(KINDS[0]) {
                findings.error(&field, || {
                    let fault = Fault::Misplaced { record: "a country", column: "acts_in".to_owned() };
                    (fault, help("operators and blocs act in countries"))
                });
                break;
            }
            let at = field.item(place);
            let Some(country) = entities.known(code, &at, findings) else { continue };
            if entities.all[country].kind != EntityKind::Country {
                findings
                    .error(&at, || (Fault::NotCountry(code.to_owned()), help("operators and blocs act in countries")));
            } else if linked[country] > index {
                findings.error(&at, || (Fault::Twice(code.to_owned()), None));
            }
            linked[country] = index + 1;
            entities.all[index].acts_in.push(country);
        }
    }
}

/// The id that was meant by one that is not known, or by a name.
fn meant(id: &str, entities: &[Entity]) -> Option<String> {
    let same = |entity: &&Entity| entity.name.own().eq_ignore_ascii_case(id);
    if let Some(entity) = entities.iter().find(same) {
        return Some(format!("did you mean \"{}\"?", entity.id));
    }
    // Codes of two letters are near to every short word: KPN is not meant by KP.
    let words = entities.iter().flat_map(|entity| [entity.id.as_str(), entity.name.own()]);
    did_you_mean(id, &mut words.filter(|word| word.len() > 2))
}
