//! The arrow keys on the map: they lead from every tile to every other, and the opposite key mostly leads back.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::layout::arrange::Layout;
use banspread::model::id::EntityId;
use banspread::view::intent::{Focus, Tab};
use banspread::{Chart, Dataset, Estimate, Intent};
use samples::datasets::{Sample, event};

/// Each direction with its opposite.
const WAYS: [(Focus, Focus); 4] =
    [(Focus::Left, Focus::Right), (Focus::Right, Focus::Left), (Focus::Up, Focus::Down), (Focus::Down, Focus::Up)];
/// Two widths with the tall shape of the world, and two with the wide shape.
const WIDTHS: [f64; 4] = [280.0, 360.0, 680.0, 960.0];

/// A chart of every grid that ships; the first also has groups.
fn charts() -> Vec<Chart> {
    let one = |grid: &str, code: &str| {
        Sample::new().with("grid", grid).and("events", event(code, "2019-06-01", "restricted")).dataset()
    };
    let datasets = [Dataset::huawei(), one("us-states", "CA"), one("eu", "DE"), one("africa", "EG")];
    datasets.map(|dataset| Chart::new(dataset, Box::new(Estimate))).into()
}

/// Calls back with every layout: each grid and the groups beside it, at each width.
fn each_layout(mut claim: impl FnMut(&Chart, &str)) {
    for mut chart in charts() {
        for tab in [Tab::Map, Tab::Groups] {
            chart.apply(Intent::View(tab));
            for width in WIDTHS {
                chart.arrange(width);
                let tiles = chart.layout().map.tiles.len();
                claim(&chart, &format!("{tiles} tiles at {width} px"));
            }
        }
    }
}

fn entities(layout: &Layout) -> Vec<EntityId> {
    layout.map.tiles.iter().map(|tile| tile.entity).collect()
}

/// All moves of the arrow keys: the tile before, the tile after, and the tile to which the opposite key leads from
/// there.
fn moves(layout: &Layout) -> Vec<(EntityId, EntityId, Option<EntityId>)> {
    let (all, mut moves) = (entities(layout), Vec::new());
    for from in entities(layout) {
        for (there, back) in &WAYS {
            if let Some(to) = layout.neighbour(from, there, &all) {
                moves.push((from, to, layout.neighbour(to, back, &all)));
            }
        }
    }
    moves
}

/// The tiles to which no series of these steps leads from the first tile.
fn out_of_reach(all: &[EntityId], steps: &[(EntityId, EntityId)]) -> Vec<EntityId> {
    let mut reached = vec![all[0]];
    let mut next = 0;
    while let Some(here) = reached.get(next).copied() {
        for (_, to) in steps.iter().filter(|(from, _)| *from == here) {
            if !reached.contains(to) {
                reached.push(*to);
            }
        }
        next += 1;
    }
    all.iter().copied().filter(|entity| !reached.contains(entity)).collect()
}

#[test]
fn arrows_lead_from_every_tile_to_every_other() {
    each_layout(|chart, place| {
        let all = entities(chart.layout());
        let there: Vec<_> = moves(chart.layout()).iter().map(|(from, to, _)| (*from, *to)).collect();
        let back: Vec<_> = there.iter().map(|(from, to)| (*to, *from)).collect();
        assert!(out_of_reach(&all, &there).is_empty(), "{place}: no arrow leads to some tile");
        assert!(out_of_reach(&all, &back).is_empty(), "{place}: no arrow leads away from some tile");
    });
}

#[test]
fn four_of_five_steps_on_a_map_are_undone_by_the_opposite_arrow() {
    for mut chart in charts() {
        for width in WIDTHS {
            let moves = moves(chart.arrange(width));
            let undone = moves.iter().filter(|(from, _, back)| Some(*from) == *back).count();
            assert!(undone * 5 >= moves.len() * 4, "{width} px: {undone} of {}", moves.len());
        }
    }
}

#[test]
fn steps_along_a_row_of_groups_are_undone_by_the_opposite_arrow() {
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
    chart.apply(Intent::View(Tab::Groups));
    for width in WIDTHS {
        let layout = chart.arrange(width).clone();
        let all = entities(&layout);
        let row = |entity| layout.tile_of(entity).unwrap().rect.y;
        for (from, way, opposite) in
            all.iter().flat_map(|from| [(*from, Focus::Left, Focus::Right), (*from, Focus::Right, Focus::Left)])
        {
            let Some(to) = layout.neighbour(from, &way, &all).filter(|to| row(*to) == row(from)) else { continue };
            assert_eq!(layout.neighbour(to, &opposite, &all), Some(from), "{width} px");
        }
    }
}

#[test]
fn a_tile_in_the_same_row_is_next_across_a_narrow_sea() {
    let chart = &charts()[0];
    let next = |from: &str, way: &Focus| {
        let id = |id: EntityId| chart.dataset().entity(id).id.as_str();
        chart.layout().neighbour(chart.dataset().entity_id(from).unwrap(), way, &entities(chart.layout())).map(id)
    };
    assert_eq!(next("GB", &Focus::Right), Some("NL"), "and not Denmark, which lies aslant");
    assert_eq!(next("NL", &Focus::Left), Some("GB"));
    assert_eq!(next("TN", &Focus::Up), Some("MT"));
    assert_eq!(next("MT", &Focus::Down), Some("TN"));
    assert_eq!(next("TW", &Focus::Down), Some("PW"));
    assert_eq!(next("KZ", &Focus::Up), Some("RU"), "where nothing lies straight ahead, what lies aslant");
}

#[test]
fn the_ring_comes_back_to_the_tile_that_it_left() {
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
    let ring = |chart: &mut Chart, focus: Focus| {
        chart.apply(Intent::Focus(focus));
        chart.describe().focus
    };
    ring(&mut chart, Focus::At("GB".to_owned()));
    assert_eq!(ring(&mut chart, Focus::Out), None);
    assert_eq!(ring(&mut chart, Focus::In).as_deref(), Some("GB"));
    ring(&mut chart, Focus::Out);
    chart.apply(Intent::Select(Some("SE".to_owned())));
    assert_eq!(ring(&mut chart, Focus::In).as_deref(), Some("SE"), "an open history comes first");
}

#[test]
fn a_filter_leaves_only_its_tiles_to_the_keys() {
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
    chart.apply(Intent::Filter(Some("banned".to_owned())));
    let bans: Vec<EntityId> = entities(chart.layout()).into_iter().filter(|entity| chart.shows(*entity)).collect();
    assert!((2..30).contains(&bans.len()));
    let at = |chart: &Chart| chart.view().focus.unwrap();
    for (focus, expected) in [(Focus::In, bans[0]), (Focus::Last, bans[bans.len() - 1]), (Focus::First, bans[0])] {
        chart.apply(Intent::Focus(focus));
        assert_eq!(at(&chart), expected);
    }
    for _ in 0..20 {
        for (way, _) in WAYS {
            chart.apply(Intent::Focus(way));
            assert!(bans.contains(&at(&chart)));
        }
    }
    chart.apply(Intent::Focus(Focus::At("FR".to_owned())));
    assert!(bans.contains(&at(&chart)), "a tile that is not shown does not get the focus");
    chart.apply(Intent::View(Tab::Lanes));
    assert!(entities(chart.layout()).iter().all(|entity| chart.shows(*entity)), "rows show all days");
}
