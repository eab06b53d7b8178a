//! The cursor: the marks above the timeline that move with the date.

use banspread::view::intent::Place;
use banspread::{Chart, Intent, Part, PartialDate};

use super::{Case, upon};
use crate::samples::datasets::europe;
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
    ]
}

fn case(name: &'static str, caption: &'static str, chart: &Chart) -> Case {
    let scene = upon(chart.scene(Part::Timeline), chart.scene(Part::Cursor));
    Case::of_scene(name, caption, chart.theme(), &scene)
}
