//! The cursor: the marks above the timeline that move with the date.

use banspread::view::intent::Place;
use banspread::{Chart, Intent, Part, PartialDate};
use serde_json::json;

use super::{Case, upon};
use crate::samples::datasets::{Sample, europe, event};
use crate::samples::{LANGUAGES, chart, go, intent, theme_options};

pub(crate) fn cases() -> Vec<Case> {
    let at = |date: &str| {
        let mut chart = chart(europe(&LANGUAGES[0], true), 640.0);
        go(&mut chart, date);
        chart
    };
    let mut hover = at("2019-06-01");
    hover.apply(Intent::Hover(Place { part: Part::Timeline, x: 480.0, y: 50.0 }));
    let themed = |scheme: &str| {
        let mut chart = at("2019-06-01");
        chart.restyle(theme_options(scheme));
        chart
    };
    let comparing = |other: &str, held: &str| {
        let mut chart = at("2020-06-01");
        let day = other.parse::<PartialDate>().unwrap().first().number();
        chart.apply(intent(&format!("{{\"compare\": {day}}}")));
        chart.apply(intent(&format!("{{\"hold\": \"{held}\"}}")));
        chart
    };
    let mut dark = comparing("2019-01-15", "day");
    dark.restyle(theme_options("dark"));
    vec![
        case("cursor-date", "The date's line and handle, a veil upon the days to come", &at("2019-06-01")),
        case("cursor-dark", "The same on dark", &themed("dark")),
        case("cursor-print", "The same in print", &themed("print")),
        case("cursor-forced", "The same in forced colours", &themed("forced")),
        case("cursor-hover", "A faint line where the pointer is", &hover),
        case("cursor-first", "On the first day", &at("1990")),
        case("cursor-last", "On the last day", &at("2090")),
        case("cursor-comparing", "An earlier second handle; the date's is held", &comparing("2019-01-15", "day")),
        case("cursor-comparing-dark", "The same on dark", &dark),
        case("cursor-comparing-other", "A later second handle, which is held", &comparing("2021-03-01", "other")),
        case("cursor-comparing-near", "Two handles on neighbouring days", &comparing("2020-06-10", "day")),
        case("cursor-tour", "Steps of a tour, none of which is shown", &tour("light", None)),
        case("cursor-tour-step", "The third of them shown", &tour("light", Some(2))),
        case("cursor-tour-dark", "The same on dark", &tour("dark", Some(2))),
    ]
}

fn case(name: &'static str, caption: &'static str, chart: &Chart) -> Case {
    let scene = upon(chart.scene(Part::Timeline), chart.scene(Part::Cursor));
    Case::of_scene(name, caption, chart.theme(), &scene)
}

/// Steps of a tour that are far apart, near each other, and on the edges of the timeline.
fn tour(scheme: &str, step: Option<usize>) -> Chart {
    let dates = ["2018-01-14", "2019-02-01", "2019-03-01", "2019-03-15", "2020-09-14", "2021-12-31"];
    let steps: Vec<_> = dates.iter().map(|date| json!({"date": date, "title": "A step"})).collect();
    let mut sample = Sample::new().row(&["A", "B", "C"]).with("tour", steps);
    for (entity, date, status) in
        [("A", "2018-01-14", "banned"), ("B", "2019-03", "review"), ("C", "2020", "permitted")]
    {
        sample = sample.and("events", event(entity, date, status));
    }
    let mut chart = chart(sample.dataset(), 640.0);
    chart.restyle(theme_options(scheme));
    chart.apply(intent(&format!("{{\"tour\": {}}}", json!(step))));
    chart
}
