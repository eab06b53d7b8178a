//! The dataset as an HTML table, for readers without scripts.

use crate::Chart;
use crate::describe::records::{Entry, TaggedText};
use crate::describe::table::Row;

use crate::publish::template::fill;

/// A table of the entities with a status on the day. It is closed until the reader opens it.
pub(crate) fn html(chart: &Chart) -> String {
    let words = chart.describe();
    let mut rows = chart.table();
    rows.retain(|row| row.index >= 0);
    rows.sort_by_key(|row| (row.index, row.way.last().map(|now| now.day)));
    let rows: String = rows.iter().filter_map(line).collect();
    let title = marked(&chart.info().title);
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

/// A text as markup. `bdi` keeps a right-to-left text from reordering the texts beside it. The table is in English, so
/// a text in another language gets an attribute.
fn marked(said: &TaggedText) -> String {
    match &said.lang {
        Some(lang) => fill("<bdi lang=\"{{lang}}\">{{text}}</bdi>", &[("lang", lang), ("text", &said.text)]),
        None => fill("<bdi>{{text}}</bdi>", &[("text", &said.text)]),
    }
}

/// A source as markup. A dataset can come from anywhere, so its links must not mislead readers. Only http and https
/// addresses become links. An address with a user name does not: the user name can look like a host. If the name of the
/// outlet looks like a host, and the link leads to another host, that host is shown after the link.
fn link(outlet: &str, url: Option<&str>) -> String {
    let name = fill("<bdi>{{outlet}}</bdi>", &[("outlet", outlet)]);
    let Some((url, host)) = url.and_then(|url| Some((url, host(url)?))) else { return name };
    let link = fill("<a href=\"{{url}}\">{{{name}}}</a>", &[("url", url), ("name", &name)]);
    let named = without_www(outlet.trim()).to_ascii_lowercase();
    let own = without_www(host).to_ascii_lowercase();
    let same = named == own || is_above(&named, &own);
    if same || !reads_as_host(outlet) {
        link
    } else {
        fill("{{{link}}} ({{host}})", &[("link", &link), ("host", host)])
    }
}

/// The host of an http or https address. `None` if the address contains a user name.
fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    (web && !authority.is_empty() && !authority.contains('@')).then_some(authority)
}

/// Whether `own` is a subdomain of `host`: `news.paper.example` is one of `paper.example`. A label of fewer than four
/// letters does not count, because anybody can register a name under `co.uk`.
fn is_above(host: &str, own: &str) -> bool {
    let long = host.rsplit('.').nth(1).is_some_and(|label| label.len() >= 4);
    long && own.strip_suffix(host).is_some_and(|start| start.ends_with('.'))
}

fn without_www(host: &str) -> &str {
    match host.get(..4) {
        Some(start) if start.eq_ignore_ascii_case("www.") => &host[4..],
        _ => host,
    }
}

/// Whether a text looks like a host: a word goes on after a dot, or after a character that looks like a dot.
/// `nytimes.com` looks like a host, `U.S. News` does not.
fn reads_as_host(text: &str) -> bool {
    let mut parts = text.split(['.', '。', '．', '｡', '․', '﹒', '·', '・', '‧']).skip(1);
    parts.any(|part| part.chars().take_while(|letter| !letter.is_whitespace()).count() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_that_looks_like_another_host_is_followed_by_the_host_of_its_link() {
        let told = |outlet, url| link(outlet, Some(url));
        let paper = "https://www.paper.example/a?b";
        for outlet in ["Paper", "Paper.example", "U.S. News", "St. Petersburg Times"] {
            assert!(told(outlet, paper).ends_with("</a>"), "{outlet}");
        }
        assert!(told("Paper.example", "https://news.paper.example/").ends_with("</a>"));
        assert!(told("co.uk", "https://evil.co.uk/").ends_with("</a> (evil.co.uk)"));
        for outlet in ["bank.com", "bank\u{200b}.com", "bank．com", "bank..com", "bank.com.", "192.168.10.12"] {
            assert!(told(outlet, paper).ends_with("</a> (www.paper.example)"), "{outlet}");
        }
    }

    #[test]
    fn only_web_addresses_without_a_user_are_links() {
        for url in
            ["https://bank.com:x@evil.example/", "https://bank.com@evil.example", "javascript:0", "https://", "/a"]
        {
            assert_eq!(link("Bank", Some(url)), "<bdi>Bank</bdi>");
        }
        assert_eq!(link("Bank", Some("HTTP://bank.com")), "<a href=\"HTTP://bank.com\"><bdi>Bank</bdi></a>");
        assert_eq!(link("\u{202e}knaB", None), "<bdi>\u{202e}knaB</bdi>");
    }
}
