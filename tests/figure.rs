//! The picture as a whole: nothing overlaps, nothing leaves its box, the same input gives the same bytes.
#![cfg(not(target_arch = "wasm32"))]

use banspread::geom::{Point, Rect};
use banspread::scene::{Anchor, Group, Mark, Scene};
use banspread::text::TextMeasure;
use banspread::theme::{Look, Scheme};
use banspread::{Chart, Dataset, Estimate, Intent, Part, export};

fn widths() -> impl Iterator<Item = u32> {
    (280..=1400).step_by(20)
}

fn chart() -> Chart {
    Chart::new(Dataset::huawei(), Box::new(Estimate))
}

/// The box of a line of text.
fn text_box(mark: &Mark) -> Option<(Rect, &str)> {
    let Mark::Text { at, text, size, bold, anchor, .. } = mark else { return None };
    let width = Estimate.width(text, *size, *bold);
    let x = match anchor {
        Anchor::Left => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::Right => at.x - width,
    };
    Some((Rect::new(x, at.y - size * 0.5, width, *size), text))
}

/// What a mark covers.
fn extent(mark: &Mark) -> Rect {
    let around = |points: &[Point]| {
        let x = points.iter().map(|point| point.x);
        let y = points.iter().map(|point| point.y);
        let (left, top) = (x.clone().fold(f64::MAX, f64::min), y.clone().fold(f64::MAX, f64::min));
        Rect::new(left, top, x.fold(f64::MIN, f64::max) - left, y.fold(f64::MIN, f64::max) - top)
    };
    match mark {
        Mark::Rect { rect, .. } | Mark::Frame { rect, .. } => *rect,
        Mark::Polygon { points, .. } | Mark::Path { points, .. } => around(points),
        Mark::Circle { center, radius, .. } => {
            Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius)
        }
        Mark::Text { .. } => text_box(mark).unwrap().0,
    }
}

fn texts(scene: &Scene) -> Vec<(Rect, &str)> {
    scene.groups.iter().flat_map(|group| &group.marks).filter_map(text_box).collect()
}

/// Half a pixel of slack: the estimate of a text's width is no more exact.
fn sits_in(inner: Rect, outer: Rect) -> bool {
    outer.inset(-0.5).contains(inner)
}

#[test]
fn no_two_tiles_overlap_and_none_leaves_the_map() {
    let mut chart = chart();
    for width in widths() {
        let map = &chart.arrange(f64::from(width)).map;
        let all = Rect::new(0.0, 0.0, map.size.width, map.size.height);
        for (index, tile) in map.tiles.iter().enumerate() {
            assert!(all.contains(tile.cell), "{width}: {:?} of {all:?}", tile.cell);
            assert!(tile.cell.contains(tile.rect), "{width}");
            for other in &map.tiles[..index] {
                assert!(!tile.cell.overlaps(other.cell), "{width}: {:?} {:?}", tile.cell, other.cell);
            }
        }
    }
}

#[test]
fn no_two_texts_overlap_and_none_leaves_its_part() {
    let mut chart = chart();
    for width in widths() {
        chart.arrange(f64::from(width));
        for part in [Part::Map, Part::Timeline] {
            let scene = chart.scene(part);
            let all = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
            let texts = texts(&scene);
            for (index, (rect, text)) in texts.iter().enumerate() {
                assert!(sits_in(*rect, all), "{width} {part:?}: {text} at {rect:?} of {all:?}");
                for (other, other_text) in &texts[..index] {
                    assert!(!rect.inset(0.5).overlaps(other.inset(0.5)), "{width} {part:?}: {text} on {other_text}");
                }
            }
        }
    }
}

#[test]
fn marks_stay_inside_of_their_group_so_that_it_can_be_painted_alone() {
    let mut chart = chart();
    for width in [280, 320, 360, 480, 560, 680, 720, 960, 1400] {
        chart.arrange(f64::from(width));
        chart.apply(Intent::Select(Some("AU".to_owned())));
        chart.apply(Intent::Day(18_556));
        for group in chart.scene(Part::Map).groups {
            let Group { bounds, marks } = &group;
            for mark in marks {
                assert!(sits_in(extent(mark), *bounds), "{width}: {mark:?} of {bounds:?}");
            }
        }
    }
}

#[test]
fn a_date_changes_only_the_tiles_that_it_changes() {
    let mut chart = chart();
    chart.apply(Intent::First);
    let before = chart.scene(Part::Map);
    chart.apply(Intent::Step(1));
    let changed = chart.scene(Part::Map).changed_since(&before).expect("the places are the same");
    assert!((1..=3).contains(&changed.len()), "{changed:?}");
    chart.arrange(500.0);
    assert_eq!(chart.scene(Part::Map).changed_since(&before), None);
}

#[test]
fn the_axis_names_years_at_every_width() {
    let mut chart = chart();
    for width in widths() {
        let names = &chart.arrange(f64::from(width)).timeline.names;
        let years: Vec<&str> = names.iter().filter(|(_, year)| *year).map(|(name, _)| name.text.as_str()).collect();
        assert!(years.len() >= 3, "{width}: {years:?}");
        assert!(years.is_sorted(), "{width}: {years:?}");
    }
}

#[test]
fn the_same_chart_gives_the_same_svg_with_title_and_description() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let draw = || {
            let mut chart = chart();
            chart.restyle(Look { scheme, ..Look::default() });
            chart.arrange(680.0);
            export::svg(&chart)
        };
        let svg = draw();
        assert_eq!(svg, draw());
        assert!(svg.contains("role=\"img\"") && svg.contains("<title id=\"title\">") && svg.contains("<desc id="));
        assert!(svg.trim_end().ends_with("</svg>"));
        assert_eq!(svg.matches("<svg").count(), 1);
    }
}

#[test]
fn text_in_svg_is_as_large_as_on_a_canvas() {
    let mut chart = chart();
    chart.arrange(680.0);
    let sizes: Vec<f64> = export::svg(&chart)
        .split("font-size=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect();
    for size in [26.0, 15.0, 13.0, 12.0] {
        assert!(sizes.iter().any(|other| (other - size).abs() < 1e-6), "{size} of {sizes:?}");
    }
}

#[test]
fn tiles_are_reached_by_keys_from_any_tile() {
    let mut chart = chart();
    for width in [360.0, 680.0] {
        chart.arrange(width);
        let tiles = chart.layout().map.tiles.len();
        let mut seen = std::collections::BTreeSet::new();
        let mut waiting = vec![chart.layout().map.tiles[0].entity];
        while let Some(entity) = waiting.pop() {
            if seen.insert(entity) {
                use banspread::view::Focus::{Down, Left, Right, Up};
                waiting.extend([Left, Right, Up, Down].iter().filter_map(|way| chart.layout().neighbour(entity, way)));
            }
        }
        assert_eq!(seen.len(), tiles, "at {width}");
    }
}

#[test]
fn a_tap_beside_a_tile_means_the_nearest() {
    let mut chart = chart();
    chart.arrange(360.0);
    let tile = chart.layout().tile_of(chart.dataset().entity("NZ").unwrap()).unwrap().clone();
    let place = banspread::view::Place { part: Part::Map, x: tile.rect.center().x, y: tile.rect.bottom() + 6.0 };
    let update = chart.apply(Intent::Tap(place));
    assert!(update.selection);
    assert_eq!(chart.describe().selected.unwrap().id, "NZ");
}
