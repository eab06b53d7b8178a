//! The layout of a random dataset at any width.

use arbitrary::{Result, Unstructured};
use banspread::model::window::Window;
use banspread::scene::stills::Still;
use banspread::view::intent::Tab;
use banspread::{Chart, Day, Estimate, Intent};

use crate::{draft, pictures};

/// Widths that pages can send, beside random ones.
const WIDTHS: [f64; 12] =
    [0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.4, 1.0, 17.0, 119.0, 360.0, 10_000.0, 1e9];

/// Tiles do not overlap, marks stay in their places, and all numbers are finite.
pub fn check(bytes: &[u8]) {
    let mut bytes = Unstructured::new(bytes);
    let Some(dataset) = draft::dataset(&mut bytes) else { return };
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    let _ = at_any_width(&mut chart, &mut bytes);
}

fn at_any_width(chart: &mut Chart, bytes: &mut Unstructured<'_>) -> Result<()> {
    let (tiles, timeline) = (width(bytes)?, width(bytes)?);
    chart.resize(tiles, timeline);
    if bytes.ratio(1, 4)? {
        chart.enlarge(*bytes.choose(&[0.0, f64::NAN, 1.0, 16.0, 24.0, 80.0, 1e6])?);
    }
    if bytes.ratio(1, 3)? {
        let start = bytes.int_in_range(16_000..=20_000)?;
        let end = start + bytes.int_in_range(-10..=3_000)?;
        let window = Window { start: Some(Day::from_number(start)), end: Some(Day::from_number(end)) };
        chart.show_window(window);
    }
    chart.apply(Intent::View(*bytes.choose(&[Tab::Map, Tab::Lanes, Tab::Groups, Tab::Table])?));
    if bytes.ratio(1, 3)? {
        chart.apply(Intent::CompareSomehow);
    }
    pictures::check(chart);
    if bytes.ratio(1, 8)? {
        pictures::scene(chart, &chart.figure(), "figure");
        let still = *bytes.choose(&[Still::History, Still::Years])?;
        pictures::scene(chart, &chart.still(still), "still");
    }
    Ok(())
}

fn width(bytes: &mut Unstructured<'_>) -> Result<f64> {
    if bytes.ratio(1, 2)? { bytes.choose(&WIDTHS).copied() } else { Ok(f64::from(bytes.int_in_range(0..=2_000)?)) }
}
