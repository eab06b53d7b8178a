//! The dataset as a table of HTML, for pages on which no script runs.

use banspread::Chart;
use banspread::describe::{Entry, Row, Said};

use super::template::fill;

/// A table of all of whom something is documented on the day, folded up below its heading.
pub(crate) fn html(chart: &Chart) -> String {
    let words = chart.describe();
    let mut rows = chart.table();
    rows.retain(|row| row.index >= 0);
    rows.sort_by_key(|row| (row.index, row.way.last().map(|now| now.day)));
    let rows: String = rows.iter().filter_map(line).collect();
    let title = marked(&words.title);
    let values = [("title", title.as_str()), ("date", &words.date), ("rows", &rows)];
    fill(include_str!("templates/table.html"), &values).trim_end().to_owned()
}

fn line(row: &Row) -> Option<String> {
    let (now, before) = row.way.split_last()?;
    let sources: Vec<String> = now.sources.iter().map(|source| link(&source.outlet, source.url.as_deref())).collect();
    let before: Vec<String> = before
        .iter()
        .map(|past| fill("{{{status}}}, {{date}}", &[("status", &status(past)), ("date", &past.date)]))
        .collect();
    let values = [
        ("name", row.name.as_str()),
        ("status", &status(now)),
        ("since", &now.date),
        ("sources", &sources.join("; ")),
        ("before", &before.join("; ")),
    ];
    Some(fill(include_str!("templates/row.html"), &values))
}

fn status(entry: &Entry) -> String {
    entry.status.as_ref().map(marked).unwrap_or_default()
}

/// A text as markup, with its language where that is not English, as all else of the table is.
fn marked(said: &Said) -> String {
    match &said.lang {
        Some(lang) => fill("<bdi lang=\"{{lang}}\">{{text}}</bdi>", &[("lang", lang), ("text", &said.text)]),
        None => fill("{{text}}", &[("text", &said.text)]),
    }
}

/// Only addresses of the web become links: a dataset may come from anywhere.
fn link(outlet: &str, url: Option<&str>) -> String {
    match url.filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => fill("<a href=\"{{url}}\">{{outlet}}</a>", &[("url", url), ("outlet", outlet)]),
        None => fill("{{outlet}}", &[("outlet", outlet)]),
    }
}
