//! No two texts or tiles overlap, and no mark leaves its box: at every width, on both grids, in four languages, with
//! the largest dataset.
//!
//! A picture consists of groups of marks. The tests check three things: no group overlaps another, all marks of a group
//! are inside of its bounds, and no texts of a group overlap.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, reason = "other tests use the rest")]
mod samples;

use banspread::base::geom::{Point, Rect};
use banspread::base::text::TextMeasure;
use banspread::scene::mark::{Anchor, Group, Mark, Scene};
use banspread::view::intent::Tab;
use banspread::{Chart, Dataset, Estimate, Intent};

use samples::datasets::{PORTRAIT, Sample, WORLD, europe, largest, only_shape};
use samples::{LANGUAGES, Language, chart, go, intent, messages};

/// The tolerance in CSS pixels. The estimate of the width of a text is not more exact, and neither is a line of one
/// pixel.
const SLACK: f64 = 0.5;

fn widths() -> impl Iterator<Item = u32> {
    (280..=1400).step_by(20)
}

/// The area of a mark.
fn extent(mark: &Mark) -> Rect {
    match mark {
        Mark::Rect { rect, .. } | Mark::Outline { rect, .. } => *rect,
        Mark::Polygon { points, .. } | Mark::Path { points, .. } => around(points),
        Mark::Circle { center, radius, .. } => {
            Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius)
        }
        Mark::Text { at, text, size, bold, anchor, .. } => {
            let width = Estimate.width(text, *size, *bold);
            let x = match anchor {
                Anchor::Left => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::Right => at.x - width,
            };
            Rect::new(x, at.y - size * 0.5, width, *size)
        }
    }
}

fn around(points: &[Point]) -> Rect {
    let x = points.iter().map(|point| point.x);
    let y = points.iter().map(|point| point.y);
    let (left, top) = (x.clone().fold(f64::MAX, f64::min), y.clone().fold(f64::MAX, f64::min));
    Rect::new(left, top, x.fold(f64::MIN, f64::max) - left, y.fold(f64::MIN, f64::max) - top)
}

fn overlap(one: Rect, other: Rect) -> bool {
    one.inset(SLACK).overlaps(other.inset(SLACK))
}

/// The faults of a whole figure. Two groups may be in the place of others: the ground is below everything, and the
/// cursor is above the timeline, if there is one.
fn faults(scene: &Scene, cursors: usize) -> Vec<String> {
    let all = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
    let mut faults = Vec::new();
    for group in &scene.groups {
        faults.extend(inner_faults(group));
        if !all.inset(-SLACK).contains(group.bounds) {
            faults.push(format!("{:?} of {all:?}: {:?}", group.bounds, words(group)));
        }
    }
    let mut groups: Vec<&Group> = scene.groups.iter().skip(1).collect();
    let all = groups.len();
    groups.dedup_by_key(|group| group.bounds);
    if groups.len() + cursors != all {
        faults.push(format!("{} groups are in the place of another group, not {cursors}", all - groups.len()));
    }
    // In the order from top to bottom, a group needs to be compared only with the groups that begin before it ends.
    groups.sort_by(|a, b| a.bounds.y.total_cmp(&b.bounds.y));
    for (place, one) in groups.iter().enumerate() {
        let below = groups[place + 1..].iter().take_while(|other| other.bounds.y < one.bounds.bottom());
        for other in below.filter(|other| overlap(one.bounds, other.bounds)) {
            let (a, b) = (words(one), words(other));
            faults.push(format!("{a:?} {:?} on {b:?} {:?}", one.bounds, other.bounds));
        }
    }
    faults
}

/// The marks that leave their group, and the texts that overlap.
fn inner_faults(group: &Group) -> Vec<String> {
    let mut faults = Vec::new();
    let mut texts: Vec<(Rect, &str)> = Vec::new();
    for mark in &group.marks {
        let rect = extent(mark);
        if !group.bounds.inset(-SLACK).contains(rect) {
            faults.push(format!("{mark:?} of {:?}", group.bounds));
        }
        if let Mark::Text { text, .. } = mark {
            let below = texts.iter().filter(|(other, _)| overlap(rect, *other));
            faults.extend(below.map(|(_, other)| format!("{text} on {other}")));
            texts.push((rect, text));
        }
    }
    faults
}

fn words(group: &Group) -> Vec<&str> {
    group.marks.iter().filter_map(word).collect()
}

fn word(mark: &Mark) -> Option<&str> {
    match mark {
        Mark::Text { text, .. } => Some(text),
        _ => None,
    }
}

/// Asserts that a chart fits at every width, with its map, its rows and its groups.
fn assert_fits(mut chart: Chart, what: &str) {
    for tab in [Tab::Map, Tab::Lanes, Tab::Groups] {
        chart.apply(Intent::View(tab));
        for width in widths() {
            chart.arrange(f64::from(width));
            let faults = faults(&chart.figure(), usize::from(chart.view().tab != Tab::Lanes));
            assert!(
                faults.is_empty(),
                "{what}, {tab:?}, {width} px: {} faults, the first are\n{:#?}",
                faults.len(),
                &faults[..faults.len().min(5)]
            );
        }
    }
}

/// The same in four languages.
fn assert_fits_in_all(dataset: impl Fn(&Language) -> Dataset, date: &str, intents: &[&str]) {
    for language in &LANGUAGES {
        let mut chart = chart(dataset(language), 680.0);
        chart.translate(messages(language));
        go(&mut chart, date);
        for json in intents {
            chart.apply(intent(json));
        }
        assert_fits(chart, language.tag);
    }
}

#[test]
fn the_default_dataset_fits() {
    assert_fits_in_all(|_| Dataset::huawei(), "2020-10-20", &[r#"{"select": "GB"}"#]);
}

#[test]
fn the_default_dataset_fits_while_two_days_are_compared() {
    let mut chart = chart(Dataset::huawei(), 680.0);
    chart.apply(intent(r#"{"compare": true}"#));
    assert_fits(chart, "two days");
}

/// Each language has a test of its own: one takes as long as all other tests of this file together.
fn assert_largest_fits(language: &Language) {
    let mut chart = chart(largest(language), 680.0);
    chart.translate(messages(language));
    go(&mut chart, "2015-06-30");
    assert_fits(chart, language.tag);
}

#[test]
fn the_largest_dataset_fits_in_english() {
    assert_largest_fits(&LANGUAGES[0]);
}

#[test]
fn the_largest_dataset_fits_in_german() {
    assert_largest_fits(&LANGUAGES[1]);
}

#[test]
fn the_largest_dataset_fits_in_arabic() {
    assert_largest_fits(&LANGUAGES[2]);
}

#[test]
fn the_largest_dataset_fits_in_japanese() {
    assert_largest_fits(&LANGUAGES[3]);
}

#[test]
fn two_days_fit_with_long_words() {
    assert_fits_in_all(|language| europe(language, true), "2020-09-20", &[r#"{"compare": true}"#]);
}

#[test]
fn the_wide_shape_of_the_world_fits_at_every_width() {
    assert_fits_in_all(|language| only_shape(WORLD, language), "2020-10-20", &[]);
}

#[test]
fn the_tall_shape_of_the_world_fits_at_every_width() {
    assert_fits_in_all(|language| only_shape(PORTRAIT, language), "2020-10-20", &[]);
}

#[test]
fn a_dataset_without_events_fits() {
    assert_fits(chart(europe(&LANGUAGES[1], false), 680.0), "no events");
}

#[test]
fn a_long_word_for_what_is_counted_fits() {
    let name = "representatives of governments and of other public authorities";
    let sample = Sample::new().with("actors", serde_json::json!({"one": name, "other": name}));
    let dataset = sample.row(&["A", "B", "C"]).events(&[("A", "2020", "banned"), ("B", "2021", "banned")]).dataset();
    for part in [banspread::Part::Timeline, banspread::Part::Cursor] {
        let scene = chart(dataset.clone(), 240.0).scene(part);
        let faults: Vec<String> = scene.groups.iter().flat_map(inner_faults).collect();
        assert_eq!(faults, [""; 0]);
    }
}

#[test]
fn the_name_of_a_year_fits_that_begins_just_after_the_timeline() {
    let sample = Sample::new().with("start", "2019-12-20").with("end", "2060");
    let dataset = sample.row(&["A"]).events(&[("A", "2021", "banned")]).dataset();
    assert_fits(chart(dataset, 680.0), "2019-12-20 to 2060");
}

#[test]
fn an_overlap_is_found() {
    let mut scene = chart(europe(&LANGUAGES[0], true), 680.0).figure();
    assert_eq!(faults(&scene, 1), [""; 0]);
    let tile = scene.groups.iter().position(|group| words(group) == ["Norway"]).unwrap();
    scene.groups[tile] = scene.groups[tile].clone().moved(Point::new(3.0, 0.0));
    assert_eq!(faults(&scene, 1).len(), 1);
    let Some(Mark::Text { text, .. }) = scene.groups[1].marks.first_mut() else { panic!("the title comes first") };
    *text = text.repeat(4);
    assert_eq!(faults(&scene, 1).len(), 2);
}

#[test]
fn a_tile_exactly_on_another_is_found() {
    let mut scene = chart(europe(&LANGUAGES[0], true), 680.0).figure();
    let tile = scene.groups.iter().position(|group| words(group) == ["Norway"]).unwrap();
    scene.groups.insert(tile, scene.groups[tile].clone());
    assert_eq!(faults(&scene, 1).len(), 1);
}
