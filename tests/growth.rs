//! No step from the text to the picture grows faster than its input, with a factor for its logarithm. The tests count
//! allocations and allocated bytes, which are the same on every machine, and fit an exponent over four sizes.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, reason = "the benchmark uses the rest")]
mod generated;

use std::alloc::System;
use std::hint::black_box;

use banspread::format::write;
use banspread::validate::read::HUAWEI;
use banspread::{Chart, Dataset, Day, Estimate, Index, Intent, Limits, Part};
use generated::{Random, Size, csv, json, period};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Each size is twice the size before it. The first is so large that what every dataset costs hardly counts.
const SIZES: [u32; 4] = [1, 2, 4, 8];

/// The exponent of n log n between these sizes, with room for vectors that double their room.
const MOST: f64 = 1.2;

/// 25 events for each entity, as in the dataset M of the benchmark.
fn size(factor: u32) -> Size {
    Size { entities: 20 * factor, events: 500 * factor, columns: 20 }
}

/// How often two datasets are shown in turn. Less than a byte a round can be kept.
const ROUNDS: usize = 100;

/// The slope of the line through the logarithms of sizes and costs, by least squares.
fn exponent(costs: [usize; 4]) -> f64 {
    let points = SIZES.iter().zip(costs).map(|(size, cost)| (f64::from(*size).ln(), (cost as f64).max(1.0).ln()));
    let (x, y): (Vec<f64>, Vec<f64>) = points.unzip();
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let (mean_x, mean_y) = (mean(&x), mean(&y));
    let by = |of: &[f64], mean: f64| x.iter().zip(of).map(|(x, y)| (x - mean_x) * (y - mean)).sum::<f64>();
    by(&y, mean_y) / by(&x, mean_x)
}

/// Asserts that a step grows no faster than n log n in allocations and in allocated bytes. `prepared` is not counted.
fn assert_growth<T, R>(step: &str, prepared: impl Fn(u32) -> T, run: impl Fn(&T) -> R) {
    let costs = SIZES.map(|factor| {
        let input = prepared(factor);
        let region = Region::new(ALLOCATOR);
        drop(black_box(run(black_box(&input))));
        let change = region.change();
        (change.allocations + change.reallocations, change.bytes_allocated)
    });
    for (of, costs) in [("allocations", costs.map(|cost| cost.0)), ("bytes", costs.map(|cost| cost.1))] {
        let found = exponent(costs);
        assert!(found <= MOST, "{step}: {of} {costs:?} grow with the exponent {found:.2}");
    }
}

fn dataset(factor: u32) -> Dataset {
    Dataset::from_text(&json(size(factor))).unwrap()
}

fn chart(factor: u32) -> Chart {
    let mut chart = Chart::new(dataset(factor), Box::new(Estimate));
    chart.arrange(960.0);
    chart
}

fn limits() -> Limits {
    Limits::times(100.0)
}

/// A dataset in which each event has another unknown status, and an unknown field.
fn wrong(factor: u32) -> String {
    let mut number = 0;
    let text = json(size(factor));
    let parts: Vec<String> = text
        .split("\"status\":\"")
        .enumerate()
        .map(|(place, part)| {
            number += 1;
            if place == 0 { part.to_owned() } else { format!("\"statu\":1,\"status\":\"s{number}{part}") }
        })
        .collect();
    parts.concat()
}

/// Tests run side by side, and the allocator counts for all threads. One test runs all steps.
#[test]
fn every_step_grows_no_faster_than_its_input() {
    let everything = Limits::none();
    assert_growth("reading JSON", |factor| json(size(factor)), |text| Dataset::from_text(text).unwrap());
    assert_growth(
        "reading CSV",
        |factor| csv(size(factor)),
        |text| Dataset::check(text, &|_| None, &limits()).unwrap(),
    );
    assert_growth("findings", wrong, |text| Dataset::check(text, &|_| None, &everything).unwrap_err());
    let tree = |factor| json(size(factor)).parse::<banspread::format::node::Node>().unwrap();
    assert_growth("writing JSON", tree, write::json);
    assert_growth("writing CSV", tree, |tree| write::csv(tree, &limits()).unwrap());
    assert_growth("indexing", dataset, Index::new);
    assert_growth("a snapshot", |factor| Index::new(&dataset(factor)), |index| index.as_of(period().1));
    assert_growth("a chart", dataset, |dataset| chart_of(dataset).layout().map.tiles.len());
    assert_growth("composing", chart, |chart| [Part::Map, Part::Timeline, Part::Cursor].map(|part| chart.scene(part)));
    assert_growth("words", chart, Chart::describe);
    assert_growth("the table", chart, Chart::table);
    assert_growth("a hundred days of a drag", |factor| factor, |factor| drag(chart(*factor)));
    assert_nothing_is_kept();
}

/// Asserts that a chart keeps nothing of the datasets that it has shown.
fn assert_nothing_is_kept() {
    let texts = [json(size(1)), HUAWEI.to_owned()];
    let mut chart = chart(1);
    let mut show_both = || {
        for text in &texts {
            chart.load(Dataset::from_text(text).unwrap());
            chart.apply(Intent::Day(period().0.number()));
            drop((chart.info(), chart.describe(), chart.table(), chart.scene(Part::Map)));
        }
    };
    show_both();
    let region = Region::new(ALLOCATOR);
    (0..ROUNDS).for_each(|_| show_both());
    let change = region.change();
    let kept = change.bytes_allocated.saturating_sub(change.bytes_deallocated);
    assert!(kept < ROUNDS, "{kept} bytes are kept after {ROUNDS} rounds");
}

fn chart_of(dataset: &Dataset) -> Chart {
    Chart::new(dataset.clone(), Box::new(Estimate))
}

/// Shows a hundred days in no order.
fn drag(mut chart: Chart) -> usize {
    let (first, last) = period();
    let mut random = Random(1);
    (0..100)
        .map(|_| {
            let day: Day = first.plus(random.below(f64::from(last.since(first))));
            chart.apply(Intent::Day(day.number()));
            chart.scene(Part::Map).groups.len() + chart.describe().changes.len()
        })
        .sum()
}

#[test]
fn the_exponent_of_a_square_is_2() {
    assert!((exponent(SIZES.map(|size| (size * size) as usize)) - 2.0).abs() < 1e-9);
    assert!(exponent([5; 4]).abs() < 1e-9);
}
