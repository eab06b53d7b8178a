//! From the tree to the model, with every finding on the way.

use super::grid::{self, Place};
use super::reader::{Fields, Findings};
use super::suggest::did_you_mean;
use super::{
    Correction, Dataset, DateKind, Entity, EntityKind, Event, Grid, NO_DATA, Pattern, Plural, Source, Status, Tile,
};
use crate::date::{PartialDate, in_order};
use crate::diagnostic::{DataPath, Fault, InvalidDataset};
use crate::geom::Color;
use crate::node::Node;

/// The version of the format that is read.
const FORMAT: f64 = 1.0;

/// Checks everything and returns the model, or every finding.
pub(super) fn validate(node: &Node) -> Result<Dataset, InvalidDataset> {
    let mut findings = Findings::default();
    let dataset = dataset(node, &mut findings);
    match dataset {
        Some(dataset) if findings.diagnostics.is_empty() => Ok(dataset),
        _ => Err(InvalidDataset { diagnostics: findings.diagnostics }),
    }
}

const DATASET: [&str; 10] =
    ["format", "id", "title", "description", "updated", "grid", "actors", "statuses", "entities", "events"];

fn dataset(node: &Node, findings: &mut Findings) -> Option<Dataset> {
    let fields = findings.fields(node, DataPath::default(), &DATASET);
    if let Some(format) = fields.required("format", findings)
        && *format != Node::Number(FORMAT)
    {
        findings.add(DataPath::field("format"), Fault::Format, Some(format!("this library reads {FORMAT}")));
    }
    let id = fields.filled("id", findings).to_owned();
    let title = fields.filled("title", findings).to_owned();
    let updated = date(&fields, "updated", findings);
    let statuses = statuses(&fields, findings);
    let mut entities = entities(&fields, findings);
    let grids = grids(&fields, &mut entities, findings);
    let events = events(&fields, &statuses, &entities, findings);
    let actors = fields.required("actors", findings).and_then(|_| plural(&fields, "actors", findings));
    let description = fields.text("description", findings).map(str::to_owned);
    Some(Dataset { id, title, description, updated: updated?, actors: actors?, statuses, entities, events, grids })
}

/// A date that must be there.
fn date(fields: &Fields<'_>, name: &'static str, findings: &mut Findings) -> Option<PartialDate> {
    fields.required(name, findings)?;
    optional_date(fields, name, findings)
}

fn optional_date(fields: &Fields<'_>, name: &str, findings: &mut Findings) -> Option<PartialDate> {
    let text = fields.text(name, findings)?;
    match text.parse() {
        Ok(date) => Some(date),
        Err(error) => {
            let help = "write 2018, 2018-08 or 2018-08-23; add ? where it is doubted, ~ where it is about then";
            findings.add(fields.path.join(name), Fault::Date(text.to_owned(), error), Some(help.to_owned()));
            None
        }
    }
}

fn plural(fields: &Fields<'_>, name: &str, findings: &mut Findings) -> Option<Plural> {
    let node = fields.optional(name)?;
    let forms = findings.fields(node, fields.path.join(name), &["one", "other"]);
    let one = forms.filled("one", findings).to_owned();
    Some(Plural { one, other: forms.filled("other", findings).to_owned() })
}

/// Ids that are reserved or given twice.
fn unique(list: &str, ids: &[&str], findings: &mut Findings) {
    let path = |index: usize| DataPath::field(list).at(index);
    for (index, id) in ids.iter().enumerate() {
        if *id == NO_DATA {
            findings.add(path(index).join("id"), Fault::Reserved(NO_DATA.to_owned()), None);
        } else if let Some(first) = ids[..index].iter().position(|earlier| earlier == id && !id.is_empty()) {
            let help = format!("first at {}", path(first));
            findings.add(path(index).join("id"), Fault::Twice((*id).to_owned()), Some(help));
        }
    }
}

const PATTERNS: [(&str, Pattern); 6] = [
    ("solid", Pattern::Solid),
    ("diagonal", Pattern::Diagonal),
    ("counterdiagonal", Pattern::Counterdiagonal),
    ("horizontal", Pattern::Horizontal),
    ("dots", Pattern::Dots),
    ("grid", Pattern::Grid),
];

fn statuses(fields: &Fields<'_>, findings: &mut Findings) -> Vec<Status> {
    let mut statuses = Vec::new();
    for (path, node) in fields.list("statuses", findings) {
        let fields = findings.fields(node, path, &["id", "label", "color", "pattern", "lead", "clause"]);
        let (light, dark) = colors(&fields, findings);
        statuses.push(Status {
            id: fields.filled("id", findings).to_owned(),
            label: fields.filled("label", findings).to_owned(),
            light,
            dark,
            pattern: PATTERNS[fields.word("pattern", &PATTERNS.map(|(word, _)| word), findings)].1,
            lead: plural(&fields, "lead", findings),
            clause: plural(&fields, "clause", findings),
        });
    }
    if statuses.is_empty() {
        let help = "declare at least one status".to_owned();
        findings.add(DataPath::field("statuses"), Fault::Empty, Some(help));
    }
    let ids: Vec<&str> = statuses.iter().map(|status| status.id.as_str()).collect();
    unique("statuses", &ids, findings);
    statuses
}

fn colors(fields: &Fields<'_>, findings: &mut Findings) -> (Color, Color) {
    let black = Color::hex(0);
    let Some(node) = fields.required("color", findings) else { return (black, black) };
    let schemes = findings.fields(node, fields.path.join("color"), &["light", "dark"]);
    let mut color = |name| {
        let text = schemes.filled(name, findings);
        text.parse().unwrap_or_else(|_| {
            if !text.trim().is_empty() {
                let help = "write six hexadecimal digits: #b3202c".to_owned();
                findings.add(schemes.path.join(name), Fault::Color(text.to_owned()), Some(help));
            }
            black
        })
    };
    (color("light"), color("dark"))
}

const KINDS: [&str; 3] = ["country", "bloc", "company"];

fn entities(fields: &Fields<'_>, findings: &mut Findings) -> Vec<Entity> {
    let mut entities = Vec::new();
    for (path, node) in fields.list("entities", findings) {
        let fields = findings.fields(node, path, &["id", "name", "kind"]);
        fields.required("kind", findings);
        entities.push(Entity {
            id: fields.filled("id", findings).to_owned(),
            name: fields.filled("name", findings).to_owned(),
            kind: EntityKind::ALL[fields.word("kind", &KINDS, findings)],
        });
    }
    let ids: Vec<&str> = entities.iter().map(|entity| entity.id.as_str()).collect();
    unique("entities", &ids, findings);
    entities
}

/// Lays the grid's places out; places that the dataset does not declare become entities without events.
fn grids(fields: &Fields<'_>, entities: &mut Vec<Entity>, findings: &mut Findings) -> Vec<Grid> {
    let Some(name) = fields.text("grid", findings) else { return Vec::new() };
    let Some(shapes) = grid::built_in(name) else {
        let help = did_you_mean(name, grid::NAMES.into_iter());
        findings.add(DataPath::field("grid"), Fault::UnknownGrid(name.to_owned()), help);
        return Vec::new();
    };
    let mut lay = |csv| {
        let tiles: Vec<Tile> = grid::places(csv).map(|place| tile(&place, entities)).collect();
        let columns = tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(0);
        Grid { columns, rows: tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0), tiles }
    };
    shapes.into_iter().map(&mut lay).collect()
}

fn tile(place: &Place<'_>, entities: &mut Vec<Entity>) -> Tile {
    let declared = entities.iter().position(|entity| entity.id == place.code);
    let entity = declared.unwrap_or_else(|| {
        let (id, name) = (place.code.to_owned(), place.name.to_owned());
        entities.push(Entity { id, name, kind: EntityKind::Country });
        entities.len() - 1
    });
    Tile { entity, row: place.row, column: place.column }
}

const EVENT: [&str; 9] =
    ["entity", "date", "date_kind", "status", "title", "text", "sources", "caution", "corrections"];

fn events(fields: &Fields<'_>, statuses: &[Status], entities: &[Entity], findings: &mut Findings) -> Vec<Event> {
    fields.required("events", findings);
    let mut given: Vec<Vec<(PartialDate, usize)>> = vec![Vec::new(); entities.len()];
    let mut events = Vec::new();
    for (path, node) in fields.list("events", findings) {
        let fields = findings.fields(node, path, &EVENT);
        let Some(event) = event(&fields, statuses, entities, findings) else { continue };
        if let Some(status) = event.status {
            let earlier = given[event.entity].iter().find(|(date, _)| *date == event.date);
            if let Some((_, first)) = earlier.filter(|(_, first)| *first != status) {
                let fault = Fault::Conflict {
                    entity: entities[event.entity].id.clone(),
                    date: event.date.to_string(),
                    first: statuses[*first].id.clone(),
                    second: statuses[status].id.clone(),
                };
                findings.add(fields.path.join("status"), fault, None);
            }
            given[event.entity].push((event.date, status));
        }
        events.push(Some(event));
    }
    let order = in_order(events.iter().flatten().map(|event| event.date.first()));
    order.into_iter().filter_map(|place| events[place].take()).collect()
}

fn event(fields: &Fields<'_>, statuses: &[Status], entities: &[Entity], findings: &mut Findings) -> Option<Event> {
    let entity = fields.filled("entity", findings);
    let found = entities.iter().position(|known| known.id == entity);
    if found.is_none() && !entity.is_empty() {
        let help = did_you_mean(entity, entities.iter().map(|known| known.id.as_str()));
        findings.add(fields.path.join("entity"), Fault::UnknownEntity(entity.to_owned()), help);
    }
    let date = date(fields, "date", findings);
    let status = fields.text("status", findings).and_then(|id| {
        let found = statuses.iter().position(|known| known.id == id);
        if found.is_none() {
            let help = did_you_mean(id, statuses.iter().map(|known| known.id.as_str()));
            findings.add(fields.path.join("status"), Fault::UnknownStatus(id.to_owned()), help);
        }
        found
    });
    let title = fields.filled("title", findings).to_owned();
    let sources = sources(fields, findings);
    if status.is_some() && sources.is_empty() {
        let help = "name the outlet that reports it".to_owned();
        findings.add(fields.path.join("sources"), Fault::Unsourced, Some(help));
    }
    let published = fields.word("date_kind", &["decision", "publication"], findings) == 1;
    Some(Event {
        date_kind: if published { DateKind::Publication } else { DateKind::Decision },
        status,
        title,
        text: fields.text("text", findings).map(str::to_owned),
        sources,
        caution: fields.text("caution", findings).map(str::to_owned),
        corrections: corrections(fields, findings),
        entity: found?,
        date: date?,
    })
}

fn sources(fields: &Fields<'_>, findings: &mut Findings) -> Vec<Source> {
    let mut sources = Vec::new();
    for (path, node) in fields.list("sources", findings) {
        let fields = findings.fields(node, path, &["outlet", "date", "url"]);
        let url = fields.text("url", findings);
        if let Some(url) = url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            let help = "begin with https:// or http://".to_owned();
            findings.add(fields.path.join("url"), Fault::Address(url.to_owned()), Some(help));
        }
        sources.push(Source {
            outlet: fields.filled("outlet", findings).to_owned(),
            date: optional_date(&fields, "date", findings),
            url: url.map(str::to_owned),
        });
    }
    sources
}

fn corrections(fields: &Fields<'_>, findings: &mut Findings) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for (path, node) in fields.list("corrections", findings) {
        let fields = findings.fields(node, path, &["field", "was", "now", "reason"]);
        let mut text = |name| fields.filled(name, findings).to_owned();
        let (field, was, now, reason) = (text("field"), text("was"), text("now"), text("reason"));
        corrections.push(Correction { field, was, now, reason });
    }
    corrections
}
