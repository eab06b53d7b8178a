//! The height of the element in a browser. Pages keep this height free before the element is there.
//!
//! The core knows the heights of the pictures. The heights of the texts and controls of the shell were measured in
//! browsers, at a font size of 16 CSS pixels. `tests/widget/publish.test.mjs` compares the sums with what browsers
//! show.

use crate::base::text::TextMeasure;
use crate::{Chart, Estimate};

/// Padding of the published page around the element.
const PADDING: f64 = 4.0;
/// From this width on, headline, legend and details have their wide form.
const WIDE: f64 = 480.0;
/// From this width on, the details are beside the stage.
const SIDE: f64 = 840.0;
/// The height of title and date; narrow figures have the date in the bar.
const HEADLINE: [f64; 2] = [25.3, 60.8];
const SUBTITLE: f64 = 19.7;
/// The height of the bar without the timeline.
const BAR: [f64; 2] = [34.9, 7.0];
/// The height of tabs and controls, and the widths from which on they have one row less.
const BELOW: [f64; 3] = [124.8, 84.8, 43.0];
const ROWS: [f64; 2] = [310.0, 650.0];
/// The height of a row of the buttons below: the latest changes, the key and the tour. Beside the latest changes, in wide
/// figures, only one row is left.
const EXTRA: f64 = 35.7;
/// The widths from which on there is one row less, without a tour and with one.
const EXTRAS: [&[f64]; 2] = [&[400.0], &[286.0, 556.0]];
/// The height of a row of the legend, and of the padding around all rows.
const LEGEND: ([f64; 2], f64) = ([26.1, 30.1], 6.3);
/// The width of an item of the legend without its text, and the font size of the text.
const ITEM: (f64, f64) = (40.0, 14.0);
/// The width of the switch to weights without its words, and from which width on it is in the line of the date.
const SWITCH: (f64, f64) = (28.0, 560.0);
/// The height of the line that says until when the data goes, and under which licence.
const TERMS: f64 = 24.1;
/// The height of a footnote or of a period of one line.
const FOOTNOTE: f64 = 26.0;
/// The font size of the figure: 0.88 of that of the page.
const EM: f64 = 0.88 * 16.0;
/// The largest width of the stage beside the details, and the least width of gap and details, in em.
const STAGE: f64 = 46.0;
const ASIDE: f64 = 19.0;

/// The width of the stage.
fn stage(width: f64) -> f64 {
    if width < SIDE { width } else { (width - ASIDE * EM).min(STAGE * EM) }
}

/// The height of the element at a width, both in CSS pixels.
pub(crate) fn of_element(chart: &mut Chart, width: f64) -> u32 {
    let layout = chart.arrange(stage(width));
    let pictures = layout.map.size.height + layout.timeline.size.height;
    let wide = usize::from(width >= WIDE);
    let subtitle = if chart.dataset().subtitle().is_some() { SUBTITLE } else { 0.0 };
    let words = HEADLINE[wide] + subtitle + legend(chart, width, LEGEND.0[wide]) + notes(chart);
    let below = BELOW[ROWS.iter().filter(|least| width >= **least).count()];
    (pictures + BAR[wide] + extras(chart, width) + words + below).round() as u32
}

/// The height of the published page in a frame of a width, both in CSS pixels.
pub(crate) fn of_frame(chart: &mut Chart, width: f64) -> u32 {
    of_element(chart, width - 2.0 * PADDING) + (2.0 * PADDING) as u32
}

fn extras(chart: &Chart, width: f64) -> f64 {
    let steps = EXTRAS[usize::from(!chart.dataset().tour().is_empty())];
    let rows = 1 + steps.iter().filter(|least| width < **least).count();
    1.4 + EXTRA * rows as f64
}

fn legend(chart: &Chart, width: f64, row: f64) -> f64 {
    let (mut rows, mut x) = (1.0, 0.0);
    let of = |words: &str, more: f64| Estimate.width(words, ITEM.1, false) + more;
    let mut rooms = Vec::new();
    for item in chart.describe().legend {
        rooms.push(of(&item.pattern.text.replace("{n}", &item.count.to_string()), ITEM.0));
    }
    let units = chart.info().units;
    if !units.is_empty() && width < SWITCH.1 {
        rooms.push(units.iter().map(|unit| of(&unit.text, 0.0)).sum::<f64>() + SWITCH.0);
    }
    for room in rooms {
        if x + room > stage(width) {
            (rows, x) = (rows + 1.0, 0.0);
        }
        x += room;
    }
    rows * row + LEGEND.1
}

fn notes(chart: &Chart) -> f64 {
    let info = chart.info();
    TERMS + (info.footnotes.len() + info.periods.len()) as f64 * FOOTNOTE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Dataset;
    use crate::publish::snippet::PHONES;

    #[test]
    fn the_built_in_chart_has_the_height_that_browsers_show() {
        let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
        let seen = [
            (280, 908),
            (320, 886),
            (350, 882),
            (400, 904),
            (480, 742),
            (560, 760),
            (680, 742),
            (800, 742),
            (840, 718),
            (960, 742),
            (1200, 742),
        ];
        for (width, height) in seen {
            let told = of_element(&mut chart, f64::from(width));
            assert!(told.abs_diff(height) <= 30, "{told} for {height} at {width}");
        }
    }

    #[test]
    fn forms_change_at_the_widths_of_the_style_sheets() {
        let at = |width: f64| format!("@container (min-width: {width}px) {{");
        let sheet = |name: &str| std::fs::read_to_string(format!("www/element/styles/{name}.js")).unwrap();
        let parts = sheet("parts");
        let (_, side) = parts.split_once(&format!("(min-width: {SIDE}px) and (min-width: 42em) {{")).unwrap();
        assert!(parts.contains(&at(WIDE)));
        assert!(side.contains(&format!("minmax(0, {STAGE}em) minmax({}em, 1fr)", ASIDE - 2.0)), "{side}");
        assert!(side.contains("column-gap: 2em"), "{side}");
    }

    #[test]
    fn phones_have_the_tall_shape_and_wider_windows_the_wide_one() {
        let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
        let mut columns = |window: u32| {
            // A page has a margin on both sides of its column.
            let tiles = &chart.arrange(f64::from(window) - 2.0 * 20.0).map.tiles;
            let mut places: Vec<i64> = tiles[..100].iter().map(|tile| tile.cell.x as i64).collect();
            places.sort_unstable();
            places.dedup();
            places.len()
        };
        let (phone, wider) = (columns(PHONES - 1), columns(PHONES));
        assert!(phone <= 16 && wider > 16, "{phone} columns, {wider} columns");
    }
}
