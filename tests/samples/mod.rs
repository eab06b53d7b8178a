//! Small datasets, the largest dataset, and words of other languages, for tests of pictures.

pub(crate) mod datasets;
mod words;

use banspread::format::node::Node;
use banspread::i18n::messages::Messages;
use banspread::theme::ThemeOptions;
use banspread::{Chart, Dataset, Estimate, Intent, PartialDate};

pub(crate) use words::{LANGUAGES, Language};

/// A chart of a width, without fades, on the last day of its dataset.
pub(crate) fn chart(dataset: Dataset, width: f64) -> Chart {
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    chart.restyle(theme_options("light"));
    chart.arrange(width);
    chart
}

/// The theme options that a shell sends for `light`, `dark`, `print`, `forced`, or `contrast` and `contrast-dark`, without
/// fades.
pub(crate) fn theme_options(name: &str) -> ThemeOptions {
    let own = r##"{"page": "#000000", "ink": "#ffffff", "muted": "#ffffff", "rule": "#ffffff", "accent": "#1aebff"}"##;
    let (scheme, forced, colors) = match name {
        "forced" => ("dark", true, own),
        "contrast" => ("light", true, "null"),
        "contrast-dark" => ("dark", true, "null"),
        _ => (name, false, "null"),
    };
    ThemeOptions::read(&node(&format!(
        r#"{{"scheme": "{scheme}", "font": "sans-serif", "forced": {forced}, "still": true, "colors": {colors}}}"#
    )))
}

/// The messages that a shell sends for a language.
pub(crate) fn messages(language: &Language) -> Messages {
    let pairs: Vec<[String; 2]> = language.pairs().into_iter().map(|(key, text)| [key, text]).collect();
    Messages::read(&node(&serde_json::to_string(&pairs).unwrap()))
}

/// An intent from the JSON that shells send.
pub(crate) fn intent(json: &str) -> Intent {
    Intent::read(&node(json)).unwrap_or_else(|| panic!("{json} is no intent"))
}

/// Shows a date. A month or year means its first day.
pub(crate) fn go(chart: &mut Chart, date: &str) {
    chart.apply(Intent::Day(number(date)));
}

/// The number of the first day of a date.
pub(crate) fn number(date: &str) -> i32 {
    date.parse::<PartialDate>().unwrap().first().number()
}

fn node(json: &str) -> Node<'static> {
    json.parse().unwrap()
}
