//! The comparison of two days, the tour, and tiles that fade.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::base::color::Color;
use banspread::scene::mark::Mark;
use banspread::theme::{Scheme, ThemeOptions};
use banspread::view::intent::Handle;
use banspread::{Chart, Dataset, Estimate, Intent, Part, PartialDate};
use samples::number;
use serde_json::json;

const WIDTH: f64 = 680.0;

fn chart() -> Chart {
    let more = json!({
        "events": [
            { "entity": "FR", "date": "2020-01-10", "status": "permitted", "title": "France permits",
              "sources": [{ "outlet": "A" }] },
            { "entity": "DE", "date": "2020-02-10", "status": "permitted", "title": "Germany permits", "until": "2020-07-31",
              "sources": [{ "outlet": "A" }] },
            { "entity": "FR", "date": "2020-06-10", "status": "banned", "title": "France bans",
              "sources": [{ "outlet": "A" }] },
            { "entity": "Telco", "date": "2020-09-10", "status": "banned", "title": "Telco drops it",
              "sources": [{ "outlet": "A" }] }
        ],
        "tour": [
            { "date": "2020-06", "entity": "FR", "title": "France turns", "text": "From one to the other." },
            { "date": "2020-01-10", "title": "How it began" }
        ]
    });
    let mut chart = Chart::new(samples::datasets::small(more), Box::new(Estimate));
    chart.arrange(WIDTH);
    chart
}

fn comparing(date: &str, with: &str) -> Chart {
    let mut chart = chart();
    chart.apply(Intent::Day(number(date)));
    chart.apply(Intent::Compare(Some(number(with))));
    chart
}

/// The colours of a tile's rectangles, from the lowest to the highest.
fn fills(chart: &Chart, id: &str) -> Vec<String> {
    let entity = chart.dataset().entity_id(id).unwrap();
    let place = chart.layout().map.tiles.iter().position(|tile| tile.entity == entity).unwrap();
    let marks = &chart.scene(Part::Map).groups[place].marks;
    marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rect { color, .. } => Some(format!("{color} {:.2}", color.alpha)),
            _ => None,
        })
        .collect()
}

/// Whether a tile has the frame of a selected tile or of the target of the pointer.
fn is_outlined(chart: &Chart, id: &str) -> bool {
    let entity = chart.dataset().entity_id(id).unwrap();
    let place = chart.layout().map.tiles.iter().position(|tile| tile.entity == entity).unwrap();
    let marks = &chart.scene(Part::Map).groups[place].marks;
    marks
        .iter()
        .any(|mark| matches!(mark, Mark::Outline { width, color, .. } if *width == 2.0 && *color == chart.theme().ink))
}

#[test]
fn the_sentence_counts_who_changed_and_to_what() {
    let chart = comparing("2020-12-31", "2020-03-01");
    let told = chart.describe();
    assert_eq!(told.period.as_deref(), Some("1 March 2020 to 31 December 2020"));
    assert!(
        told.sentence.text.starts_with("2 governments changed: 1 to Banned and 1 to Not documented."),
        "{}",
        told.sentence
    );
    assert!(told.spoken.text.ends_with("1 to Not documented."), "{}", told.spoken);
}

#[test]
fn a_change_of_a_company_is_listed_but_not_counted() {
    let told = comparing("2020-12-31", "2020-09-01").describe();
    assert_eq!(told.spoken, "1 September 2020 to 31 December 2020. No governments changed.");
    assert_eq!(told.moved.unwrap().len(), 1);
    assert!(comparing("2020-12-31", "2020-12-01").describe().moved.unwrap().is_empty());
}

#[test]
fn each_slider_of_a_comparison_names_its_own_day() {
    let told = comparing("2020-06-10", "2020-03-01").describe();
    assert_eq!(told.range.text, "10 June 2020. France: Banned.");
    assert_eq!(told.compare.unwrap().text, "1 March 2020. Permitted: 2.");
}

#[test]
fn the_list_names_changes_with_both_statuses_latest_first() {
    let moved = comparing("2020-12-31", "2020-03-01").describe().moved.unwrap();
    let told: Vec<String> = moved
        .iter()
        .map(|it| {
            format!("{}: {} > {} ({})", it.name, it.from, it.to, it.title.as_ref().map_or("-", |title| &title.text))
        })
        .collect();
    assert_eq!(
        told,
        [
            "Telco: Not documented > Banned (Telco drops it)",
            "France: Permitted > Banned (France bans)",
            "Germany: Permitted > Not documented (-)",
        ]
    );
}

#[test]
fn a_comparison_is_the_same_from_either_handle() {
    let (one, other) = (comparing("2020-12-31", "2020-03-01"), comparing("2020-03-01", "2020-12-31"));
    assert_eq!(one.describe().period, other.describe().period);
    assert_eq!(one.describe().sentence.text, other.describe().sentence.text);
    assert_eq!(one.scene(Part::Map), other.scene(Part::Map));
}

#[test]
fn the_legend_counts_both_days() {
    let legend = comparing("2020-12-31", "2020-03-01").describe().legend;
    let counts: Vec<(Option<u32>, u32)> =
        legend.iter().map(|item| (item.before.map(|before| before as u32), item.count as u32)).collect();
    assert_eq!(counts, [(Some(0), 1), (Some(2), 0), (Some(198), 199)]);
    assert_eq!(chart().describe().legend[0].before, None);
}

#[test]
fn a_tile_shows_both_statuses_and_is_less_prominent_if_they_are_equal() {
    let chart = comparing("2020-12-31", "2020-03-01");
    assert_eq!(fills(&chart, "FR"), ["#17588c 1.00", "#6e0b2a 1.00"]);
    assert_eq!(fills(&chart, "DE"), ["#17588c 1.00", "#ececed 1.00"]);
    assert_eq!(fills(&comparing("2020-12-31", "2020-12-01"), "FR"), ["#6e0b2a 0.22"]);
    let france = chart.dataset().entity_id("FR").unwrap();
    assert_eq!(chart.tile_name(france), "France: Permitted, then Banned since 10 June 2020");
}

#[test]
fn a_press_takes_the_nearer_handle_and_steps_move_the_held_one() {
    let mut chart = comparing("2020-12-01", "2020-03-01");
    let x = |chart: &Chart, date: &str| chart.layout().timeline.scale.x(date.parse::<PartialDate>().unwrap().first());
    let near = x(&chart, "2020-03-20");
    assert!(chart.apply(Intent::Grab(near)).other);
    let compare = chart.describe().compare.unwrap();
    assert_eq!((compare.iso.as_str(), chart.held()), ("2020-03-20", Handle::Other));
    chart.apply(Intent::Step(1));
    assert_eq!(chart.describe().compare.unwrap().iso, "2020-06-10");
    chart.apply(Intent::Hold(Handle::Day));
    chart.apply(Intent::Step(-1));
    assert_eq!(chart.describe().iso, "2020-09-10");
    assert_eq!(chart.describe().compare.unwrap().iso, "2020-06-10");
}

#[test]
fn a_comparison_begins_with_the_year_before_and_ends_without_a_trace() {
    let mut chart = chart();
    let before = chart.describe().sentence.text;
    chart.apply(Intent::CompareSomehow);
    assert_eq!(chart.describe().compare.unwrap().iso, "2020-01-01", "the timeline begins there");
    assert!(chart.apply(Intent::Compare(None)).other);
    assert_eq!(chart.describe().sentence.text, before);
    assert!(chart.describe().moved.is_none());
}

#[test]
fn a_step_of_the_tour_shows_its_date_and_entity() {
    let mut chart = chart();
    let update = chart.apply(Intent::Tour(Some(0)));
    assert!(update.step && update.day && !update.selection);
    let told = chart.describe();
    assert_eq!((told.iso.as_str(), told.selected.is_none()), ("2020-06-01", true));
    assert!(is_outlined(&chart, "FR") && !is_outlined(&chart, "DE"));
    let steps = chart.info().steps;
    assert_eq!((told.step, steps.len()), (Some(0), 2));
    assert_eq!((steps[0].date.as_str(), steps[0].title.text.as_str()), ("June 2020", "France turns"));
    chart.apply(Intent::Tour(Some(1)));
    assert!(!is_outlined(&chart, "FR"), "the second step is about nobody");
    chart.apply(Intent::Tour(Some(7)));
    assert_eq!(chart.describe().step, None, "there is no such step");
}

#[test]
fn a_tile_fades_between_statuses_and_other_tiles_do_not() {
    let mut chart = chart();
    chart.apply(Intent::Day(number("2020-06-09")));
    chart.apply(Intent::Advance(1000.0));
    assert!(!chart.is_moving());
    chart.apply(Intent::Nudge(1));
    assert_eq!(fills(&chart, "FR"), ["#17588c 1.00", "#6e0b2a 0.00"]);
    assert!(chart.apply(Intent::Advance(75.0)).map);
    assert_eq!(fills(&chart, "FR"), ["#17588c 1.00", "#6e0b2a 0.50"]);
    assert_eq!(fills(&chart, "DE"), ["#17588c 1.00"]);
    chart.apply(Intent::Advance(75.0));
    assert_eq!(fills(&chart, "FR"), ["#6e0b2a 1.00"]);
    assert!(chart.apply(Intent::Advance(75.0)).map, "the outline fades for longer");
    chart.apply(Intent::Advance(400.0));
    assert!(!chart.apply(Intent::Advance(75.0)).map);
}

#[test]
fn nothing_fades_with_reduced_motion() {
    let mut chart = chart();
    chart.restyle(ThemeOptions { still: true, ..ThemeOptions::default() });
    chart.apply(Intent::Day(number("2020-03-01")));
    chart.apply(Intent::Day(number("2020-06-10")));
    assert!(!chart.is_moving());
    assert_eq!(fills(&chart, "FR"), ["#6e0b2a 1.00"]);
}

#[test]
fn text_on_less_prominent_tiles_is_readable() {
    for scheme in [Scheme::Light, Scheme::Dark, Scheme::Print] {
        let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
        chart.restyle(ThemeOptions { scheme, ..ThemeOptions::default() });
        chart.apply(Intent::Filter(Some("banned".to_owned())));
        let page = chart.theme().page;
        let mut read = 0;
        for group in chart.scene(Part::Map).groups {
            let ground = group.marks.iter().find_map(|mark| match mark {
                Mark::Rect { color, .. } => Some(*color),
                _ => None,
            });
            let text = group.marks.iter().find_map(|mark| match mark {
                Mark::Text { color, .. } => Some(*color),
                _ => None,
            });
            let (Some(ground), Some(text)) = (ground, text) else { continue };
            let contrast = text.contrast(upon(ground, page));
            assert!(contrast >= 4.5, "{scheme:?}: {contrast:.2} on {ground} at {}", ground.alpha);
            read += 1;
        }
        assert!(read > 50, "{read}");
    }
}

/// A translucent colour on the colour of the page.
fn upon(color: Color, page: Color) -> Color {
    let mut mixed = page;
    for (place, channel) in mixed.rgb.iter_mut().enumerate() {
        let (above, below) = (f64::from(color.rgb[place]), f64::from(*channel));
        *channel = (below + (above - below) * color.alpha).round() as u8;
    }
    mixed
}

#[test]
fn another_dataset_is_compared_on_the_same_days() {
    let mut chart = comparing("2020-12-01", "2020-03-01");
    chart.apply(Intent::Tour(Some(1)));
    chart.apply(Intent::Compare(Some(number("2020-03-01"))));
    chart.load(Dataset::huawei());
    let told = chart.describe();
    assert_eq!((told.iso.as_str(), told.compare.unwrap().iso.as_str()), ("2020-01-10", "2020-03-01"));
    assert_eq!(told.step, None);
}

#[test]
fn a_press_on_a_handle_takes_it() {
    let chart = comparing("2020-12-01", "2020-03-01");
    let scene = chart.scene(Part::Cursor);
    let discs = scene.groups[0].marks.iter().filter_map(|mark| match mark {
        Mark::Circle { center, radius: 8.0, .. } => Some(center.x),
        _ => None,
    });
    let mut taken = Vec::new();
    for x in discs {
        let mut chart = comparing("2020-12-01", "2020-03-01");
        chart.apply(Intent::Grab(x));
        taken.push(chart.held());
    }
    assert_eq!(taken, [Handle::Other, Handle::Day], "the one that is held lies on top");
}
