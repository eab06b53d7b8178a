//! The whole picture: which parts change, which tiles keys and taps reach, and that the same input gives the same
//! bytes.
#![cfg(not(target_arch = "wasm32"))]

use banspread::model::status::Pattern;
use banspread::render::svg;
use banspread::scene::mark::Mark;
use banspread::theme::{Scheme, ThemeOptions};
use banspread::{Chart, Dataset, Day, Estimate, Intent, Part};

fn widths() -> impl Iterator<Item = u32> {
    (280..=1400).step_by(20)
}

fn chart() -> Chart {
    Chart::new(Dataset::huawei(), Box::new(Estimate))
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
fn a_year_begins_at_its_tick_and_has_its_middle_there_if_it_is_narrower_than_its_name() {
    let mut chart = chart();
    let mut shift = |width: f64| {
        let timeline = &chart.arrange(width).timeline;
        let name = timeline.names.iter().map(|(name, _)| name).find(|name| name.text == "2020").unwrap();
        timeline.scale.x(Day::from_ymd(2020, 1, 1).unwrap()) - name.at.x
    };
    assert_eq!(shift(1400.0), 0.0);
    assert!((8.0..18.0).contains(&shift(360.0)), "{}", shift(360.0));
}

#[test]
fn the_same_chart_gives_the_same_svg_with_title_and_description() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let draw = || {
            let mut chart = chart();
            chart.restyle(ThemeOptions { scheme, ..ThemeOptions::default() });
            chart.arrange(680.0);
            svg::svg(&chart)
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
    let sizes: Vec<f64> = svg::svg(&chart)
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
        let all: Vec<_> = chart.layout().map.tiles.iter().map(|tile| tile.entity).collect();
        let mut seen = std::collections::BTreeSet::new();
        let mut waiting = vec![all[0]];
        while let Some(entity) = waiting.pop() {
            if seen.insert(entity) {
                use banspread::view::intent::Focus::{Down, Left, Right, Up};
                waiting.extend(
                    [Left, Right, Up, Down].iter().filter_map(|way| chart.layout().neighbour(entity, way, &all)),
                );
            }
        }
        assert_eq!(seen.len(), all.len(), "at {width}");
    }
}

#[test]
fn a_tap_beside_a_tile_selects_the_nearest() {
    let mut chart = chart();
    chart.arrange(360.0);
    let tile = chart.layout().tile_of(chart.dataset().entity_id("NZ").unwrap()).unwrap().clone();
    let place =
        banspread::view::intent::Place { part: Part::Map, x: tile.rect.center().x, y: tile.rect.bottom() + 6.0 };
    let update = chart.apply(Intent::Tap(place));
    assert!(update.selection);
    assert_eq!(chart.describe().selected.unwrap().id, "NZ");
}

/// Whether the statuses of a chart have their patterns.
fn patterned(statuses: &str, options: ThemeOptions) -> bool {
    let json = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "updated": "2021", "actors": {{"one": "a", "other": "b"}},
            "statuses": [{statuses}], "entities": [], "events": []}}"#
    );
    let mut chart = Chart::new(Dataset::from_text(&json).unwrap(), Box::new(Estimate));
    chart.restyle(options);
    let first = chart.dataset().status_id("a").unwrap();
    chart.theme().fill(Some(first)).unwrap().pattern != Pattern::Solid
}

#[test]
fn patterns_are_drawn_if_colours_are_too_similar_or_on_request() {
    let status = |id: &str, color: &str| {
        format!(
            r#"{{"id": "{id}", "label": "{id}", "pattern": "dots", "color": {{"light": "{color}", "dark": "{color}"}}}}"#
        )
    };
    let apart = [status("a", "#c0392b"), status("b", "#b9770e")].join(",");
    let alike = [status("a", "#c0392b"), status("b", "#2471a3")].join(",");
    assert!(!patterned(&apart, ThemeOptions::default()));
    assert!(patterned(&alike, ThemeOptions::default()), "they differ in hue only");
    assert!(patterned(&apart, ThemeOptions { patterns: true, ..Default::default() }));
    assert!(patterned(&apart, ThemeOptions { forced: true, ..Default::default() }));
    assert!(patterned(&apart, ThemeOptions { scheme: Scheme::Print, ..Default::default() }));
}

#[test]
fn with_more_contrast_areas_that_a_filter_leaves_out_have_a_line_in_their_full_colour() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let mut chart = chart();
        chart.restyle(ThemeOptions { scheme, forced: true, ..Default::default() });
        chart.apply(Intent::Filter(Some("restricted".to_owned())));
        let marks = &chart.scene(Part::Timeline).groups[0].marks;
        for (status, fill) in chart.dataset().statuses().iter().zip(&chart.theme().statuses) {
            let line = marks.iter().any(|mark| matches!(mark, Mark::Path { color, .. } if *color == fill.color));
            assert_eq!(line, status.id != "restricted", "{scheme:?}: {}", status.id);
            assert!(fill.color.contrast(chart.theme().page) >= 3.0, "{scheme:?}: {}", status.id);
        }
    }
}
