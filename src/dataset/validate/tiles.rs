//! The places of a dataset: those of a built-in grid, or its own tiles.

use super::super::findings::{Findings, Trail, help};
use super::super::grid::{self, Place};
use super::super::shape::count;
use super::super::suggest::{did_you_mean, one_of};
use super::super::{Entity, EntityKind, Grid, Tile};
use super::known;
use crate::diagnostic::Fault;
use crate::node::Node;

/// The shapes of the dataset's grid. Places of a built-in grid that the dataset does not declare become entities.
pub(super) fn grids(node: &Node, root: &Trail<'_>, entities: &mut Vec<Entity>, findings: &mut Findings) -> Vec<Grid> {
    let own = node.items_of("tiles");
    let named = node.text_of("grid");
    if named.is_some() && !own.is_empty() {
        let either = "name a built-in grid or give tiles of your own";
        findings.error(&root.field("tiles"), || (Fault::Beside("tiles", "grid"), help(either)));
    }
    if !own.is_empty() {
        return vec![of_tiles(tiles(own, &root.field("tiles"), entities, findings))];
    }
    let Some(name) = named.filter(|name| !name.trim().is_empty()) else { return Vec::new() };
    let Some(shapes) = grid::built_in(name) else {
        let names = grid::NAMES.into_iter();
        findings.error(&root.field("grid"), || {
            (Fault::UnknownGrid(name.to_owned()), did_you_mean(name, names.clone()).or_else(|| one_of(names)))
        });
        return Vec::new();
    };
    let codes: Vec<&str> = grid::places(shapes[0]).map(|place| place.code).collect();
    for (index, entity) in entities.iter().enumerate() {
        if entity.kind != EntityKind::Country && codes.contains(&entity.id.as_str()) {
            let list = root.field("entities");
            let item = list.item(index);
            let other = "it is the code of a place of the grid: give the company or bloc another";
            findings.error(&item.field("id"), || (Fault::Reserved(entity.id.clone()), help(other)));
        }
    }
    let lay = |csv: &&str| of_tiles(grid::places(csv).filter_map(|place| tile(&place, entities)).collect());
    shapes.iter().map(lay).collect()
}

/// Marks those whose ids are codes of countries, so that each language may call them by its own names: not the states of
/// the USA, and where a dataset names no grid those that are called as the world's are. Of blocs it is the European Union.
pub(super) fn coded(node: &Node, entities: &mut [Entity]) {
    let grid = node.text_of("grid");
    for entity in entities {
        entity.coded = match entity.kind {
            EntityKind::Country => match grid {
                Some(grid) => grid != grid::US_STATES,
                None => grid::is_country(&entity.id, entity.name.own()),
            },
            EntityKind::Bloc => entity.id == "EU",
            EntityKind::Company => false,
        };
    }
}

fn of_tiles(tiles: Vec<Tile>) -> Grid {
    let columns = tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(0);
    Grid { columns, rows: tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0), tiles }
}

/// The tile of a built-in grid's place, unless the dataset has none there.
fn tile(place: &Place<'_>, entities: &mut Vec<Entity>) -> Option<Tile> {
    let declared = entities.iter().position(|entity| entity.id == place.code);
    let entity = declared.unwrap_or_else(|| {
        entities.push(Entity::place(place.code, place.name));
        entities.len() - 1
    });
    entities[entity].tiled.then_some(Tile { entity, row: place.row, column: place.column })
}

/// The dataset's own tiles: each of a declared country and on a place of its own. One whose row or column is no number of
/// the format, which has been noted, is left out.
fn tiles(own: &[Node], list: &Trail<'_>, entities: &[Entity], findings: &mut Findings) -> Vec<Tile> {
    let mut tiles: Vec<Tile> = Vec::new();
    for (index, node) in own.iter().enumerate() {
        let item = list.item(index);
        let place = |name| node.field(name).and_then(count);
        let id = node.text_of("entity").unwrap_or_default();
        let entity = known(id, entities, &item.field("entity"), findings);
        let (Some(entity), Some(row), Some(column)) = (entity, place("row"), place("column")) else { continue };
        if entities[entity].kind != EntityKind::Country {
            findings.error(&item.field("entity"), || {
                let fault = Fault::Misplaced { record: "a bloc or company", column: "tile".to_owned() };
                (fault, help("blocs and companies stand below the map"))
            });
        } else if tiles.iter().any(|tile| tile.entity == entity) {
            findings.error(&item.field("entity"), || (Fault::Twice(id.to_owned()), help("a place has one tile")));
        } else if let Some(first) = tiles.iter().find(|tile| (tile.row, tile.column) == (row, column)) {
            findings.error(&item, || {
                let fault = Fault::SamePlace(entities[first.entity].id.clone(), id.to_owned());
                (fault, Some(format!("both are in row {row}, column {column}")))
            });
        }
        tiles.push(Tile { entity, row, column });
    }
    if cfg!(explain) {
        gaps("row", tiles.iter().map(|tile| tile.row), list, findings);
        gaps("column", tiles.iter().map(|tile| tile.column), list, findings);
    }
    tiles.retain(|tile| entities[tile.entity].tiled);
    tiles
}

/// Notes rows or columns without a tile before the last that has one, each stretch of them once.
fn gaps(name: &str, used: impl Iterator<Item = usize> + Clone, list: &Trail<'_>, findings: &mut Findings) {
    let mut first = 0;
    for place in 0..=used.clone().max().unwrap_or(0) {
        if !used.clone().any(|used| used == place) {
            continue;
        }
        let gap = match place - first {
            0 => None,
            1 => Some(format!("{name} {first}")),
            _ => Some(format!("{name}s {first} to {}", place - 1)),
        };
        if let Some(gap) = gap {
            findings.warn(list, || (Fault::Gap(gap), help("rows and columns count from 0")));
        }
        first = place + 1;
    }
}
