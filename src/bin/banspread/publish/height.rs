//! How high the element is in a browser, for pages that keep room for it.
//!
//! The core knows the pictures. Beside them stand words and controls of the shell, whose heights were measured in
//! browsers at a text of 16 CSS pixels; `tests/widget/publish.test.mjs` holds the sums against what browsers show.

use banspread::base::text::TextMeasure;
use banspread::{Chart, Estimate};

/// Padding of the published page around the element.
const PADDING: f64 = 4.0;
/// Between parts, all together.
const GAPS: f64 = 15.0;
/// From this width on headline and details have their wide form, and from this one on the controls stand in one row.
const WIDE: f64 = 480.0;
const ONE_ROW: f64 = 660.0;
const HEADLINE: [f64; 2] = [118.0, 104.0];
const DETAILS: [f64; 2] = [380.0, 296.0];
const CONTROLS: [f64; 2] = [105.0, 63.0];
const TOUR: f64 = 38.0;
const UNFOLD: f64 = 40.0;
/// A row of the legend, and what is around all; what an item has beside its words, and the size of these.
const LEGEND: (f64, f64) = (30.0, 11.0);
const ITEM: (f64, f64) = (44.0, 14.0);
/// The license, and a footnote of a line.
const LICENSE: f64 = 27.0;
const FOOTNOTE: f64 = 26.0;

/// The height of the element at a width, both in CSS pixels.
pub(crate) fn of_element(chart: &mut Chart, width: f64) -> u32 {
    let layout = chart.arrange(width);
    let pictures = layout.map.size.height + layout.timeline.size.height;
    let unfold = if layout.map.folded > 0 { UNFOLD } else { 0.0 };
    let tour = if chart.dataset().tour().is_empty() { 0.0 } else { TOUR };
    let (wide, one_row) = (usize::from(width >= WIDE), usize::from(width >= ONE_ROW));
    let words = HEADLINE[wide] + legend(chart, width) + DETAILS[wide] + notes(chart);
    (pictures + unfold + tour + words + CONTROLS[one_row] + GAPS).round() as u32
}

/// The height of the published page in a frame of a width, both in CSS pixels.
pub(crate) fn of_frame(chart: &mut Chart, width: f64) -> u32 {
    of_element(chart, width - 2.0 * PADDING) + (2.0 * PADDING) as u32
}

fn legend(chart: &Chart, width: f64) -> f64 {
    let (mut rows, mut x) = (1.0, 0.0);
    for item in chart.describe().legend {
        let words = format!("{} {}", item.label.text, item.count);
        let room = Estimate.width(&words, ITEM.1, false) + ITEM.0;
        if x + room > width {
            (rows, x) = (rows + 1.0, 0.0);
        }
        x += room;
    }
    rows * LEGEND.0 + LEGEND.1
}

fn notes(chart: &Chart) -> f64 {
    let info = chart.info();
    let license = if info.license.is_some() { LICENSE } else { 0.0 };
    license + info.footnotes.len() as f64 * FOOTNOTE
}

#[cfg(test)]
mod tests {
    use banspread::Dataset;

    use super::super::snippet::PHONES;
    use super::*;

    #[test]
    fn the_built_in_chart_is_as_high_as_browsers_show_it() {
        let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
        let seen = [(320, 1609), (360, 1653), (480, 1346), (560, 1341), (680, 1391), (800, 1453), (960, 1575)];
        for (width, height) in seen {
            let told = of_element(&mut chart, f64::from(width));
            assert!(told.abs_diff(height) <= 30, "{told} for {height} at {width}");
        }
    }

    #[test]
    fn forms_change_at_the_widths_of_the_style_sheets() {
        let at = |width: f64| format!("@container (min-width: {width}px) {{");
        let sheet = |name: &str| std::fs::read_to_string(format!("www/element/styles/{name}.js")).unwrap();
        assert!(sheet("controls").contains(&at(ONE_ROW)));
        let details = sheet("details");
        let (narrow, wide) = details.split_once(&at(WIDE)).unwrap();
        for (rule, height) in [narrow, wide].into_iter().zip(DETAILS) {
            let (em, _) = rule.split_once("min-height: ").unwrap().1.split_once("em").unwrap();
            // The figure's text is 0.88 of the page's.
            let told = em.parse::<f64>().unwrap() * 0.88 * 16.0;
            assert!((told - height).abs() < 1.0, "{told} for {height}");
        }
    }

    #[test]
    fn phones_have_the_tall_shape_and_wider_windows_the_wide_one() {
        let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
        let mut columns = |window: u32| {
            // The margins of a page beside its column.
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
