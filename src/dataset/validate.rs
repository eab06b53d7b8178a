//! From the shape to the model, with every finding on the way.

use std::collections::BTreeMap;

use super::grid::{self, Place};
use super::schema::{FORMAT, WireColor, WireDataset, WireEntity, WireEvent, WireSource, WireStatus};
use super::suggest::did_you_mean;
use super::{Dataset, Entity, EntityKind, Event, Grid, NO_DATA, Source, Status, Tile};
use crate::date::PartialDate;
use crate::diagnostic::{DataPath, Diagnostic, Fault, InvalidDataset};
use crate::geom::Color;

/// Checks everything and returns the model, or every finding.
pub(super) fn validate(wire: WireDataset) -> Result<Dataset, InvalidDataset> {
    let mut check = Check::default();
    if wire.format != FORMAT {
        check.find(DataPath::field("format"), Fault::Format(wire.format), Some(format!("this library reads {FORMAT}")));
    }
    check.filled(&DataPath::field("id"), &wire.id);
    check.filled(&DataPath::field("title"), &wire.title);
    let updated = check.date(DataPath::field("updated"), &wire.updated);
    let statuses = check.statuses(wire.statuses);
    let mut entities = check.entities(wire.entities);
    let grids = check.grids(wire.grid.as_deref(), &mut entities);
    let events = check.events(wire.events, &statuses, &entities);
    if !check.diagnostics.is_empty() {
        return Err(InvalidDataset { diagnostics: check.diagnostics });
    }
    Ok(Dataset {
        id: wire.id,
        title: wire.title,
        description: wire.description,
        updated: updated.expect("found above"),
        actors: wire.actors,
        statuses,
        entities,
        events,
        grids,
    })
}

/// The findings so far.
#[derive(Default)]
struct Check {
    diagnostics: Vec<Diagnostic>,
}

impl Check {
    fn find(&mut self, path: DataPath, fault: Fault, help: Option<String>) {
        self.diagnostics.push(Diagnostic { help, ..Diagnostic::error(path, fault) });
    }

    fn filled(&mut self, path: &DataPath, text: &str) {
        if text.trim().is_empty() {
            self.find(path.clone(), Fault::Blank, None);
        }
    }

    fn unique<'a>(&mut self, list: &DataPath, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            let path = list.at(index).join("id");
            self.filled(&path, id);
            if id == NO_DATA {
                self.find(path, Fault::Reserved(id.to_owned()), None);
            } else if let Some(first) = seen.insert(id, index) {
                self.find(path, Fault::Twice(id.to_owned()), Some(format!("first at {}", list.at(first))));
            }
        }
    }

    fn date(&mut self, path: DataPath, text: &str) -> Option<PartialDate> {
        text.parse()
            .map_err(|error| {
                let help = "write 2018, 2018-08 or 2018-08-23; add ? where it is doubted, ~ where it is about then";
                self.find(path, Fault::Date(text.to_owned(), error), Some(help.to_owned()));
            })
            .ok()
    }

    fn statuses(&mut self, wires: Vec<WireStatus>) -> Vec<Status> {
        let list = DataPath::field("statuses");
        if wires.is_empty() {
            self.find(list.clone(), Fault::Empty("statuses"), Some("declare at least one status".to_owned()));
        }
        self.unique(&list, wires.iter().map(|wire| wire.id.as_str()));
        let mut statuses = Vec::with_capacity(wires.len());
        for (index, wire) in wires.into_iter().enumerate() {
            let path = list.at(index);
            self.filled(&path.join("label"), &wire.label);
            let (light, dark) = self.colors(&path.join("color"), &wire.color);
            statuses.push(Status {
                id: wire.id,
                label: wire.label,
                light,
                dark,
                pattern: wire.pattern,
                lead: wire.lead,
                clause: wire.clause,
            });
        }
        statuses
    }

    fn colors(&mut self, path: &DataPath, wire: &WireColor) -> (Color, Color) {
        (self.color(path.join("light"), &wire.light), self.color(path.join("dark"), &wire.dark))
    }

    fn color(&mut self, path: DataPath, text: &str) -> Color {
        text.parse().unwrap_or_else(|_| {
            self.find(path, Fault::Color(text.to_owned()), Some("write six hexadecimal digits: #b3202c".to_owned()));
            Color::hex(0)
        })
    }

    fn entities(&mut self, wires: Vec<WireEntity>) -> Vec<Entity> {
        let list = DataPath::field("entities");
        self.unique(&list, wires.iter().map(|wire| wire.id.as_str()));
        for (index, wire) in wires.iter().enumerate() {
            self.filled(&list.at(index).join("name"), &wire.name);
        }
        wires.into_iter().map(|WireEntity { id, name, kind }| Entity { id, name, kind }).collect()
    }

    /// Lays the grid's places out; places that the dataset does not declare become entities without events.
    fn grids(&mut self, name: Option<&str>, entities: &mut Vec<Entity>) -> Vec<Grid> {
        let Some(name) = name else { return Vec::new() };
        let Some(shapes) = grid::built_in(name) else {
            let help = did_you_mean(name, grid::NAMES.into_iter());
            self.find(DataPath::field("grid"), Fault::UnknownGrid(name.to_owned()), help);
            return Vec::new();
        };
        let mut known: BTreeMap<String, usize> =
            entities.iter().enumerate().map(|(index, entity)| (entity.id.clone(), index)).collect();
        shapes
            .into_iter()
            .map(|csv| {
                let tiles: Vec<Tile> = grid::places(csv).map(|place| tile(&place, entities, &mut known)).collect();
                Grid {
                    columns: tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(0),
                    rows: tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0),
                    tiles,
                }
            })
            .collect()
    }

    fn events(&mut self, wires: Vec<WireEvent>, statuses: &[Status], entities: &[Entity]) -> Vec<Event> {
        let list = DataPath::field("events");
        let known: BTreeMap<&str, usize> =
            entities.iter().enumerate().map(|(index, entity)| (entity.id.as_str(), index)).collect();
        let mut given = BTreeMap::new();
        let mut events: Vec<Event> = Vec::with_capacity(wires.len());
        for (index, wire) in wires.into_iter().enumerate() {
            let path = list.at(index);
            self.conflict(&path, &wire, &mut given);
            let entity = known.get(wire.entity.as_str()).copied();
            if entity.is_none() {
                let help = did_you_mean(&wire.entity, known.keys().copied());
                self.find(path.join("entity"), Fault::UnknownEntity(wire.entity.clone()), help);
            }
            let date = self.date(path.join("date"), &wire.date);
            let status = wire.status.as_ref().and_then(|id| {
                let found = statuses.iter().position(|status| status.id == *id);
                if found.is_none() {
                    let help = did_you_mean(id, statuses.iter().map(|status| status.id.as_str()));
                    self.find(path.join("status"), Fault::UnknownStatus(id.clone()), help);
                }
                found
            });
            self.filled(&path.join("title"), &wire.title);
            if wire.status.is_some() && wire.sources.is_empty() {
                self.find(path.join("sources"), Fault::Unsourced, Some("name the outlet that reports it".to_owned()));
            }
            let sources = self.sources(&path.join("sources"), wire.sources);
            let (Some(entity), Some(date)) = (entity, date) else { continue };
            events.push(Event {
                entity,
                date,
                date_kind: wire.date_kind,
                status,
                title: wire.title,
                text: wire.text,
                sources,
                caution: wire.caution,
                corrections: wire.corrections,
            });
        }
        events.sort_by_key(|event| event.date.first());
        events
    }

    fn conflict(&mut self, path: &DataPath, wire: &WireEvent, given: &mut BTreeMap<(String, String), String>) {
        let Some(status) = &wire.status else { return };
        let key = (wire.entity.clone(), wire.date.clone());
        let first = given.entry(key).or_insert_with(|| status.clone());
        if first != status {
            let fault = Fault::Conflict {
                entity: wire.entity.clone(),
                date: wire.date.clone(),
                first: first.clone(),
                second: status.clone(),
            };
            self.find(path.join("status"), fault, None);
        }
    }

    fn sources(&mut self, list: &DataPath, wires: Vec<WireSource>) -> Vec<Source> {
        let mut sources = Vec::with_capacity(wires.len());
        for (index, wire) in wires.into_iter().enumerate() {
            let path = list.at(index);
            self.filled(&path.join("outlet"), &wire.outlet);
            let date = wire.date.and_then(|text| self.date(path.join("date"), &text));
            if let Some(url) = &wire.url
                && !(url.starts_with("https://") || url.starts_with("http://"))
            {
                let help = "begin with https:// or http://".to_owned();
                self.find(path.join("url"), Fault::Address(url.clone()), Some(help));
            }
            sources.push(Source { outlet: wire.outlet, date, url: wire.url });
        }
        sources
    }
}

fn tile(place: &Place<'_>, entities: &mut Vec<Entity>, known: &mut BTreeMap<String, usize>) -> Tile {
    let entity = *known.entry(place.code.to_owned()).or_insert_with(|| {
        entities.push(Entity { id: place.code.to_owned(), name: place.name.to_owned(), kind: EntityKind::Country });
        entities.len() - 1
    });
    Tile { entity, row: place.row, column: place.column }
}
