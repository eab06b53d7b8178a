//! The whole figure: for print, feeds and fallbacks.

use banspread::{Chart, Dataset};

use super::Case;
use crate::samples::datasets::{Sample, europe, event, largest};
use crate::samples::{LANGUAGES, chart, go, intent, messages, theme_options};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("figure-360-light", "A phone", &default(360.0, "light")),
        case("figure-720-dark", "A column, on dark", &default(720.0, "dark")),
        case("figure-960-light", "A breakout", &default(960.0, "light")),
        case("figure-360-dark", "A small grid on a phone, on dark", &small(360.0, "dark")),
        case("figure-360-forced", "The same in forced colours", &small(360.0, "forced")),
        case("figure-720-print", "A small grid in print, as wide as a column", &small(720.0, "print")),
        case("figure-comparing", "Two days compared", &comparing()),
        case("figure-people", "Counted by people", &people(720.0, "light", false)),
        case("figure-people-comparing-dark", "Two days compared by people, on a phone", &people(360.0, "dark", true)),
        case("figure-german", "Long words", &spoken(1, 360.0)),
        case("figure-arabic", "Right to left, in digits of its own", &spoken(2, 360.0)),
        case("figure-japanese", "No spaces", &spoken(3, 360.0)),
        case("figure-no-events", "No event at all", &chart(europe(&LANGUAGES[0], false), 360.0)),
        case("figure-one-event", "One event", &one_event()),
        case("figure-largest", "200 countries, 8 statuses, 120 companies, 40 years", &biggest()),
    ]
}

fn case(name: &'static str, caption: &'static str, chart: &Chart) -> Case {
    Case::of_figure(name, caption, chart)
}

fn default(width: f64, scheme: &str) -> Chart {
    let mut chart = chart(Dataset::huawei(), width);
    chart.restyle(theme_options(scheme));
    go(&mut chart, "2020-10-20");
    chart
}

fn small(width: f64, scheme: &str) -> Chart {
    let mut chart = chart(europe(&LANGUAGES[0], true), width);
    chart.restyle(theme_options(scheme));
    go(&mut chart, "2020-09-20");
    chart
}

fn people(width: f64, scheme: &str, compares: bool) -> Chart {
    let mut chart = default(width, scheme);
    chart.apply(intent(r#"{"weighted": true}"#));
    if compares {
        chart.apply(intent(r#"{"compare": true}"#));
    }
    chart
}

fn comparing() -> Chart {
    let mut chart = small(480.0, "light");
    chart.apply(intent(r#"{"compare": true}"#));
    chart
}

fn spoken(language: usize, width: f64) -> Chart {
    let language = &LANGUAGES[language];
    let mut chart = chart(europe(language, true), width);
    chart.translate(messages(language));
    go(&mut chart, "2020-09-20");
    chart
}

fn one_event() -> Chart {
    let sample = Sample::new().row(&["NO", "SE", "FI"]).and("events", event("SE", "2020-10-20", "banned"));
    chart(sample.dataset(), 360.0)
}

fn biggest() -> Chart {
    let mut chart = chart(largest(&LANGUAGES[1]), 360.0);
    chart.translate(messages(&LANGUAGES[1]));
    go(&mut chart, "2015-06-30");
    chart
}
