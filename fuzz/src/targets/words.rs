//! Words of a language, settings and translations of any content.

use banspread::format::node::Node;
use banspread::format::translate::translate;
use banspread::i18n::messages::{ENGLISH, Messages};
use banspread::theme::ThemeOptions;
use banspread::{Chart, Dataset, Estimate, Intent, Limits};
use serde_json::{Value, json};
use std::sync::LazyLock;

use crate::pictures;

static SMALL: LazyLock<Value> = LazyLock::new(|| {
    json!({
        "format": 1, "id": "small", "title": "Small", "updated": "2020-12-31",
        "actors": {"one": "actor", "other": "actors"}, "license": "CC",
        "statuses": [{"id": "on", "label": "On", "color": {"light": "#6e0b2a", "dark": "#c04259"}}],
        "entities": [{"id": "A", "name": "A", "kind": "country"}, {"id": "B", "name": "B", "kind": "company"}],
        "tiles": [{"entity": "A", "row": 0, "column": 0}],
        "events": [
            {"entity": "A", "date": "2019", "status": "on", "title": "T", "basis": "statement", "sources": [{"outlet": "O"}]},
            {"entity": "B", "date": "2020-02~", "status": "on", "title": "T", "sources": [{"outlet": "O"}]},
        ],
    })
});

/// The first line has texts: line by line the number of a key, a space and the text. After a blank line follows JSON,
/// which is a translation of the dataset, messages as a shell passes them, and a theme.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (lines, json) = text.split_once("\n\n").unwrap_or((text, "null"));
    let mut tree: Node = SMALL.to_string().parse().expect("the dataset is JSON");
    let more: Option<Node> = json.parse().ok();
    if let Some(more) = more.clone() {
        translate(&mut tree, more, "de");
    }
    let Some(dataset) = Dataset::from_tree(&tree, &Limits::default()) else { return };
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    chart.translate(more.as_ref().map_or_else(Messages::default, Messages::read));
    speak(&chart);
    chart.translate(messages(lines));
    if let Some(more) = &more {
        chart.restyle(ThemeOptions::read(more));
    }
    chart.apply(Intent::CompareSomehow);
    chart.apply(Intent::Select(Some("A".to_owned())));
    speak(&chart);
    pictures::check(&chart);
}

fn messages(lines: &str) -> Messages {
    let mut pairs = Vec::new();
    for line in lines.lines() {
        let (key, text) = line.split_once(' ').unwrap_or((line, ""));
        let known = key.parse::<usize>().ok().map(|number| ENGLISH[number % ENGLISH.len()].0);
        pairs.push(json!([known.unwrap_or(key), text]));
    }
    Messages::read(&Value::from(pairs).to_string().parse().expect("the pairs are JSON"))
}

fn speak(chart: &Chart) {
    chart.describe();
    chart.info();
    chart.table();
}
