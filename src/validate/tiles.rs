//! The tiles of a dataset: those of a built-in grid, or its own.

use crate::base::order::ordered;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::diagnostics::suggest::{did_you_mean, one_of};
use crate::format::node::Node;
use crate::model::entity::{Entity, EntityKind};
use crate::model::grid;
use crate::model::tiles::{Grid, Tile};
use crate::validate::entities::Entities;
use crate::validate::fields::{COUNTS, count};

/// The shapes of the dataset's grid. Places of a built-in grid that the dataset does not declare become entities.
pub(crate) fn grids(node: &Node, root: &Trail<'_>, entities: &mut Entities, findings: &mut Findings) -> Vec<Grid> {
    let own = node.items_of("tiles");
    let named = node.text_of("grid");
    if named.is_some() && !own.is_empty() {
        let either = "keep only \"grid\" for a built-in grid, or only \"tiles\" for your own tiles";
        findings.error(&root.field("tiles"), || (Fault::Beside("tiles", "grid"), help(either)));
    }
    if !own.is_empty() {
        return vec![of_tiles(tiles(own, &root.field("tiles"), entities, findings))];
    }
    let Some(name) = named.filter(|name| !name.trim().is_empty()) else { return Vec::new() };
    let Some(shapes) = grid::built_in(name) else {
        let names = grid::NAMES.into_iter();
        findings.error(&root.field("grid"), || {
            let meant = did_you_mean(name, &mut names.clone()).or_else(|| one_of(&mut names.clone()));
            (Fault::UnknownGrid(name.to_owned()), meant)
        });
        return Vec::new();
    };
    // Every shape has the same places.
    let mut added = Vec::new();
    for place in &shapes[0] {
        match entities.find(place.code) {
            None => added.push(Entity::place(place.code, place.name)),
            Some(known) if entities.all[known.index()].kind != EntityKind::Country => {
                // A built-in place with the id of a company or bloc would give its tile to the wrong entity.
                let list = root.field("entities");
                let item = list.item(known.index());
                let other = "use another id: this is the code of a place of the grid";
                findings.error(&item.field("id"), || (Fault::Reserved(place.code.to_owned()), help(other)));
            }
            Some(_) => {}
        }
    }
    entities.append(added);
    let mut grids = Vec::new();
    for places in shapes.iter() {
        let mut tiles = Vec::new();
        for place in places {
            let Some(entity) = entities.find(place.code) else { continue };
            if entities.all[entity.index()].tiled {
                tiles.push(Tile { entity, row: place.row, column: place.column });
            }
        }
        grids.push(of_tiles(tiles));
    }
    grids
}

/// Marks entities whose ids are codes of countries, so that each language can use its own names for them. The places of
/// `us-states` are not countries. If the dataset names no grid, a country is marked if it has the code and the name of
/// a country of the world. The only bloc is the European Union.
pub(crate) fn coded(node: &Node, entities: &mut [Entity]) {
    let grid = node.text_of("grid");
    let countries = grid::countries();
    for entity in entities {
        entity.coded = match entity.kind {
            EntityKind::Country => match grid {
                Some(grid) => grid != grid::US_STATES,
                None => countries.iter().any(|place| place.code == entity.id && place.name == entity.name.own()),
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

/// The dataset's own tiles. Each tile belongs to a different declared country and has a different position. A tile with
/// an invalid row or column is left out; it has a finding already.
fn tiles(own: &[Node], list: &Trail<'_>, entities: &Entities, findings: &mut Findings) -> Vec<Tile> {
    let all = &entities.all;
    let (mut tiles, mut places): (Vec<Tile>, _) = (Vec::new(), Vec::new());
    let mut tiled = vec![false; all.len()];
    for (index, node) in own.iter().enumerate() {
        let item = list.item(index);
        let place = |name| node.field(name).and_then(count);
        let id = node.text_of("entity").unwrap_or_default();
        let entity = entities.known(id, &item.field("entity"), findings);
        let (Some(entity), Some(row), Some(column)) = (entity, place("row"), place("column")) else { continue };
        if all[entity.index()].kind != EntityKind::Country {
            let why = "remove the tile: companies and blocs are shown below the map";
            findings.error(&item.field("entity"), || (Fault::NotCountry(id.to_owned()), help(why)));
        } else if tiled[entity.index()] {
            findings
                .error(&item.field("entity"), || (Fault::Twice(id.to_owned()), help("remove one of the two tiles")));
        }
        tiled[entity.index()] = true;
        tiles.push(Tile { entity, row, column });
        places.push(index);
    }
    // Sorted by position, two tiles at the same position are neighbours.
    let at = |tile: usize| (tiles[tile].row, tiles[tile].column);
    for pair in ordered(tiles.len(), &|a, b| at(a) > at(b)).windows(2) {
        let (first, second) = (&tiles[pair[0]], &tiles[pair[1]]);
        if at(pair[0]) == at(pair[1]) && first.entity != second.entity {
            findings.error(&list.item(places[pair[1]]), || {
                let [first, id] = [first, second].map(|tile| all[tile.entity.index()].id.clone());
                (Fault::SamePlace(first, id), Some(format!("both are in row {}, column {}", second.row, second.column)))
            });
        }
    }
    if cfg!(explain) {
        gaps("row", tiles.iter().map(|tile| tile.row), list, findings);
        gaps("column", tiles.iter().map(|tile| tile.column), list, findings);
    }
    // Removed only now, because hidden tiles count for duplicates and gaps too.
    tiles.retain(|tile| all[tile.entity.index()].tiled);
    tiles
}

/// Warns of rows or columns without tiles before the last one that has tiles. Each gap gives one finding.
fn gaps(name: &str, used: impl Iterator<Item = usize>, list: &Trail<'_>, findings: &mut Findings) {
    let mut filled = [false; COUNTS];
    for place in used {
        filled[place] = true;
    }
    let mut first = 0;
    for (place, _) in filled.iter().enumerate().filter(|(_, filled)| **filled) {
        let gap = match place - first {
            0 => None,
            1 => Some(format!("{name} {first}")),
            _ => Some(format!("{name}s {first} to {}", place - 1)),
        };
        if let Some(gap) = gap {
            findings.warn(list, || (Fault::Gap(gap), help("rows and columns are counted from 0")));
        }
        first = place + 1;
    }
}
