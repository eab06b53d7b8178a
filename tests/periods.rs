//! Annotated periods: bands and names on the timeline, and the same in words.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, reason = "other tests use the rest")]
mod samples;

use banspread::render::svg;
use banspread::view::intent::Place;
use banspread::{Chart, Dataset, Day, Intent, Part};
use samples::datasets::{event, small};
use samples::{LANGUAGES, messages, number};
use serde_json::{Value, json};

const WIDTH: f64 = 680.0;

fn period(label: &str, from: &str, until: &str) -> Value {
    json!({ "label": label, "from": from, "until": until })
}

/// France bans it in 2018. The timeline is that of 2018 to 2020.
fn dataset(periods: Value) -> Dataset {
    small(json!({ "start": "2018", "events": [event("FR", "2018-05-10", "banned")], "periods": periods }))
}

fn chart(periods: Value) -> Chart {
    samples::chart(dataset(periods), WIDTH)
}

/// The names on the timeline with their rows, and the days of each band.
fn bands(chart: &Chart) -> Vec<(String, f64, [String; 2])> {
    let timeline = &chart.layout().timeline;
    let band = |band: &banspread::layout::periods::PeriodBand| {
        let days = [band.left, band.right].map(|x| timeline.scale.day(x).to_string());
        (band.label.text.clone(), band.label.at.y, days)
    };
    timeline.periods.iter().map(band).collect()
}

#[test]
fn a_band_covers_the_days_of_its_period() {
    let chart = chart(json!([period("Trade war", "2018-07", "2019-12"), period("Summit", "2020-06-10", "2020-06-11")]));
    let days: Vec<[String; 2]> = bands(&chart).into_iter().map(|(.., days)| days).collect();
    assert_eq!(days, [["2018-07-01", "2020-01-01"], ["2020-06-10", "2020-06-12"]]);
}

#[test]
fn a_band_ends_with_the_timeline_and_a_period_outside_of_it_has_none() {
    let chart = chart(json!([
        period("Early", "2016", "2018-03"),
        period("Late", "2020-11", "2022"),
        period("Before", "2010", "2017"),
        period("After", "2021-01-01", "2022")
    ]));
    let bands = bands(&chart);
    assert_eq!(bands.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>(), ["Early", "Late"]);
    assert_eq!((bands[0].2[0].as_str(), bands[1].2[1].as_str()), ("2018-01-01", "2020-12-31"));
    let plot = chart.layout().timeline.plot;
    for band in &chart.layout().timeline.periods {
        assert!(plot.x <= band.left && band.left < band.right && band.right <= plot.right());
        assert!(plot.x <= band.label.at.x && band.label.at.x < plot.right(), "the name stays on the plot");
    }
}

#[test]
fn names_of_overlapping_periods_stand_in_rows() {
    let two = chart(json!([period("Trade war", "2018-07", "2019-12"), period("Pandemic", "2020-03", "2020-12")]));
    let bands_of_two = bands(&two);
    assert_eq!(bands_of_two[0].1, bands_of_two[1].1, "one row is enough");
    let later_first = ["2020-12", "2020-06", "2019-06", "2018-06"].map(|month| period(month, month, month));
    let names: Vec<String> = bands(&chart(json!(later_first))).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["2018-06", "2019-06", "2020-06", "2020-12"], "in any order of the file");
    let same = |n: usize| period(&format!("Period {n}"), "2018-07", "2019-12");
    let four = chart(json!([same(1), same(2), same(3), same(4)]));
    let all = bands(&four);
    assert!(all[0].1 < all[1].1 && all[1].1 < all[2].1);
    assert_eq!(all[3].0, "", "the fourth has no row");
    let height = |chart: &Chart| chart.layout().timeline.size.height;
    assert!(height(&chart(json!([]))) < height(&two) && height(&two) < height(&four));
    assert!(all[2].1 < four.layout().timeline.plot.y, "names are above the plot");
}

#[test]
fn a_name_that_is_wider_than_the_plot_is_shortened() {
    let long = "A period whose name has no end ".repeat(8);
    let chart = chart(json!([period(&long, "2018-07", "2019-12")]));
    assert!(bands(&chart)[0].0.ends_with('…'));
}

#[test]
fn periods_are_told_with_their_dates_in_the_language_of_the_figure() {
    let label = json!({ "en": "Trade war", "de": "Handelskrieg" });
    let mut chart = chart(json!([{ "label": label, "from": "2018-07", "until": "2019" }]));
    assert_eq!(chart.info().periods[0], "Trade war: July 2018 to 2019");
    chart.translate(messages(&LANGUAGES[1]));
    let told = &chart.info().periods[0];
    assert!(told.text.starts_with("Handelskrieg: Juli 2018 ") && told.lang.is_none(), "{told}");
    assert_eq!(bands(&chart)[0].0, "Handelskrieg");
}

#[test]
fn the_tooltip_of_a_day_names_its_periods() {
    let mut chart = chart(json!([period("Trade war", "2018-07", "2019-12"), period("Pandemic", "2020-03", "2020-12")]));
    let mut lines = |date: &str| {
        let timeline = &chart.layout().timeline;
        let (x, y) = (timeline.scale.x(Day::from_number(number(date))), timeline.plot.y);
        chart.apply(Intent::Hover(Place { part: Part::Timeline, x, y }));
        let tip = chart.describe().tip.unwrap();
        tip.lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(lines("2019-02-01").last().unwrap(), "Trade war: July 2018 to December 2019");
    assert_eq!(lines("2020-02-01").len(), 1, "no period, only the sentence about the day");
}

#[test]
fn a_picture_has_names_and_dates_of_all_periods() {
    let svg = svg::svg(&chart(json!([period("Trade war", "2018-07", "2019-12")])));
    assert!(svg.contains("Trade war: July 2018 to December 2019</desc>"), "in the description");
    assert!(svg.contains(">Trade war<"), "on the timeline");
}

#[test]
fn a_sheet_has_a_row_for_each_period() {
    let csv = "record,entity,date,status,source,label,label_de,from,until\n\
               period,,,,,Trade war,Handelskrieg,2018-07,2019-12\n\
               ,France,2018-05-10,banned,A,,,,\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let [only] = dataset.periods() else { panic!("one period") };
    assert_eq!((only.label.own(), only.label.nearest("de")), ("Trade war", "Handelskrieg"));
    assert_eq!((only.from.to_string(), only.until.to_string()), ("2018-07".to_owned(), "2019-12".to_owned()));
}
