//! Small datasets, the largest one, and words of other languages, for tests that look at pictures.

pub(crate) mod datasets;
mod words;

use banspread::format::node::Node;
use banspread::i18n::messages::Messages;
use banspread::theme::ThemeOptions;
use banspread::{Chart, Dataset, Estimate, Intent, PartialDate};

pub(crate) use words::{LANGUAGES, Language};

/// A chart of a width that does not move, on the day up to which its dataset was kept.
pub(crate) fn chart(dataset: Dataset, width: f64) -> Chart {
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    chart.restyle(theme_options("light"));
    chart.arrange(width);
    chart
}

/// What a shell says of the page's options, where nothing moves: `light`, `dark`, `print` or `forced`.
pub(crate) fn theme_options(name: &str) -> ThemeOptions {
    let own = r##"{"page": "#000000", "ink": "#ffffff", "muted": "#ffffff", "rule": "#ffffff", "accent": "#1aebff"}"##;
    let (scheme, colors) = if name == "forced" { ("dark", own) } else { (name, "null") };
    let forced = name == "forced";
    ThemeOptions::read(&node(&format!(
        r#"{{"scheme": "{scheme}", "font": "sans-serif", "forced": {forced}, "still": true, "colors": {colors}}}"#
    )))
}

/// What a shell says of a language.
pub(crate) fn messages(language: &Language) -> Messages {
    let pairs: Vec<[String; 2]> = language.pairs().into_iter().map(|(key, text)| [key, text]).collect();
    Messages::read(&node(&serde_json::to_string(&pairs).unwrap()))
}

/// An intent as shells write it.
pub(crate) fn intent(json: &str) -> Intent {
    Intent::read(&node(json)).unwrap_or_else(|| panic!("{json} is no intent"))
}

/// Shows a date, as precise as it may be.
pub(crate) fn go(chart: &mut Chart, date: &str) {
    chart.apply(Intent::Day(number(date)));
}

/// The number of a date's first day.
pub(crate) fn number(date: &str) -> i32 {
    date.parse::<PartialDate>().unwrap().first().number()
}

fn node(json: &str) -> Node {
    json.parse().unwrap()
}
