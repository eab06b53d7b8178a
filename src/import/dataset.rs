//! The tree of the new dataset, as the format has it.

use crate::base::date::PartialDate;
use crate::base::text::is_hidden;
use crate::format::csv::tree::slug;
use crate::format::fields::{FORMAT, IMPORT, KINDS};
use crate::format::node::{Member, Node, Value};
use crate::import::change::Change;
use crate::import::choices::{Choices, SourceChoice};
use crate::import::columns::Role;
use crate::import::dates::{Reading, read};
use crate::import::facts::typed;
use crate::import::statuses::Status;
use crate::import::table::{Table, is_url};
use crate::import::texts::{NAME, clean, is_blank};
use crate::model::grid::{US_STATES, has};
use crate::model::status::NO_DATA;
use crate::validate::fields::is_address;

/// The most characters of a text, in the limits of the format.
const TEXT: usize = 5_000;

/// What events are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) id: String,
    /// The name and kind of an entity that the grid does not have.
    pub(crate) own: Option<(String, &'static str)>,
}

/// Everything that a dataset is made from.
pub(crate) struct Parts<'p> {
    pub(crate) table: &'p Table<'p>,
    pub(crate) roles: &'p [Role],
    pub(crate) choices: &'p Choices,
    pub(crate) grid: &'p str,
    pub(crate) targets: &'p [Target],
    pub(crate) statuses: &'p [Status],
    pub(crate) changes: &'p [Change],
    /// The last day of the data.
    pub(crate) updated: String,
    /// The periods that names of columns say and the format cannot write, with their middles.
    pub(crate) periods: Vec<(PartialDate, &'p str)>,
}

/// The dataset, and the rows whose texts were too long and are cut.
pub(crate) fn tree(parts: &Parts<'_>) -> (Node<'static>, Vec<usize>) {
    let title = parts.choices.title.as_deref().unwrap_or("Who has which status, and since when");
    let mut cut = Vec::new();
    let mut members = vec![Member::new("format", Value::Number(FORMAT))];
    let mut put = |name: &'static str, value: Value<'static>| members.push(Member::new(name, value));
    if let Some(lang) = &parts.choices.lang {
        put("lang", text(lang));
    }
    put("id", text(&slug(title)));
    put("title", text(title));
    put("updated", text(&parts.updated));
    if let Some(source) = only_source(parts) {
        put("license", text(source));
    }
    put("grid", text(parts.grid));
    let [one, other] = if parts.grid == US_STATES { ["state", "states"] } else { ["country", "countries"] };
    put("actors", object([("one", text(one)), ("other", text(other))]));
    put("statuses", list(parts.statuses.iter().map(status)));
    let mut told: Vec<usize> = parts.changes.iter().map(|change| change.target).collect();
    told.sort_unstable();
    told.dedup();
    put("entities", list(told.into_iter().filter_map(|target| entity(&parts.targets[target], parts.grid))));
    put("events", list(parts.changes.iter().map(|change| event(change, parts, &mut cut))));
    let answers = parts.choices.tree().value;
    if matches!(&answers, Value::Object(answers) if !answers.is_empty()) {
        put(IMPORT, answers);
    }
    (Value::Object(members).into(), cut)
}

/// The source that a person has given for all rows. The figure names it below itself, and in pictures.
fn only_source<'p>(parts: &Parts<'p>) -> Option<&'p str> {
    let is_source = |role: &Role| matches!(role, Role::Source | Role::SourceUrl);
    parts.choices.source.as_ref().filter(|_| !parts.roles.iter().any(is_source)).map(|source| source.title.as_str())
}

fn text(text: &str) -> Value<'static> {
    Value::Text(text.to_owned().into())
}

fn object<const N: usize>(members: [(&'static str, Value<'static>); N]) -> Value<'static> {
    Value::Object(members.into_iter().map(|(name, value)| Member::new(name, value)).collect())
}

fn list(items: impl Iterator<Item = Value<'static>>) -> Value<'static> {
    Value::List(items.map(Node::from).collect())
}

fn status(status: &Status) -> Value<'static> {
    let color = object([("light", text(&status.light.to_string())), ("dark", text(&status.dark.to_string()))]);
    object([
        ("id", text(&status.id)),
        ("label", text(&status.label)),
        ("color", color),
        ("pattern", text(status.pattern)),
    ])
}

/// An entity that the grid does not have.
fn entity(target: &Target, grid: &str) -> Option<Value<'static>> {
    let place = || (!has(grid, &target.id)).then_some((target.id.as_str(), KINDS[0]));
    let (name, kind) = target.own.as_ref().map(|(name, kind)| (name.as_str(), *kind)).or_else(place)?;
    Some(object([("id", text(&target.id)), ("name", text(name)), ("kind", text(kind))]))
}

fn event(change: &Change, parts: &Parts<'_>, cut: &mut Vec<usize>) -> Value<'static> {
    let cell = |role: Role| {
        let column = parts.roles.iter().position(|own| *own == role);
        column.map(|column| parts.table.cell(change.row, column)).filter(|cell| !cell.is_empty())
    };
    let mut members = vec![
        Member::new("entity", text(&parts.targets[change.target].id)),
        Member::new("date", text(&change.date.to_string())),
    ];
    let mut put = |name: &'static str, value: Value<'static>| members.push(Member::new(name, value));
    if change.by {
        put("date_kind", text("publication"));
    }
    if let Some(until) = change.until.filter(|_| change.status.is_some()) {
        put("until", text(&until.to_string()));
    }
    let mut fit = |cell: &str, most: usize| fitted(cell, most, change.row, cut);
    let label = change.status.map(|status| &parts.statuses[status]);
    if let Some(status) = label {
        put("status", text(&status.id));
    }
    let own = title(parts.table, parts.roles, change);
    let headline = if own.is_empty() { label.map_or("—", |status| &status.label) } else { own };
    put("title", Value::Text(fit(headline, TEXT).into()));
    // The words of a row are about the start of its status.
    if let Some(note) = cell(Role::Text).filter(|_| change.resumed.is_none() && !change.starts) {
        put("text", Value::Text(fit(note, TEXT).into()));
    }
    if let Some(caution) = caution(parts, change) {
        put("caution", Value::Text(caution.into()));
    }
    put("sources", Value::List(sources(change, parts, &mut fit)));
    Value::Object(members)
}

/// The headline of an event; blank if the row has none. A note without a headline has its text as one.
pub(crate) fn title<'t>(table: &Table<'t>, roles: &[Role], change: &Change) -> &'t str {
    let cell = |role: Role| {
        let column = roles.iter().position(|own| *own == role);
        column.map(|column| table.cell(change.row, column)).filter(|cell| !is_blank(cell))
    };
    let note = || cell(Role::Text).filter(|_| change.status.is_none());
    if change.resumed.is_some() || change.starts {
        return "";
    }
    cell(Role::Title).or_else(note).unwrap_or_default()
}

/// The most sources of an event, in the limits of the format.
const SOURCES: usize = 100;

/// The different sources of all rows that tell an event.
fn sources(change: &Change, parts: &Parts<'_>, fit: &mut impl FnMut(&str, usize) -> String) -> Vec<Node<'static>> {
    let mut found: Vec<Node<'static>> = Vec::new();
    for row in std::iter::once(change.row).chain(change.more.iter().copied()).take(SOURCES) {
        let cell = |role: Role| {
            let column = parts.roles.iter().position(|own| *own == role);
            column.map(|column| parts.table.cell(row, column)).filter(|cell| !is_blank(cell))
        };
        let source = Source { outlet: cell(Role::Source), url: cell(Role::SourceUrl), date: cell(Role::SourceDate) };
        let node = source.or_for_all(parts.choices.source.as_ref()).map(|source| Node::from(source.node(fit)));
        found.extend(node.filter(|node| !found.contains(node)));
    }
    found
}

/// The text without characters that the format refuses, and not longer than the format allows.
fn fitted(text: &str, most: usize, row: usize, cut: &mut Vec<usize>) -> String {
    let clean = clean(text);
    if clean.chars().count() <= most {
        return clean;
    }
    cut.push(row);
    clean.chars().take(most - 1).chain(['…']).collect()
}

/// The words of the sheet for a date that the format cannot write, so that nothing is lost; since when a status holds
/// that holds on; and how long a status was seen whose end is not exact.
fn caution(parts: &Parts<'_>, change: &Change) -> Option<String> {
    if change.starts {
        return None;
    }
    let is_date = |role: Role| matches!(role, Role::Date | Role::End | Role::StatusDate);
    let columns = (0..parts.roles.len()).filter(|column| is_date(parts.roles[*column]));
    let cells = columns.map(|column| parts.table.cell(change.row, column)).filter(|cell| approximated(cell).is_some());
    let names = parts.periods.iter().filter(|(date, _)| *date == change.date).map(|(_, name)| *name);
    let dates = cells.chain(names).map(|cell| format!("Date in the sheet: {cell}"));
    let held = change.resumed.map(|begin| format!("Holds since {begin} in the sheet, beside the status before"));
    let ended = change.last_seen.map(|seen| format!("Last seen in the sheet: {seen}; ended at some time after it"));
    let all: Vec<String> = dates.chain(held).chain(ended).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// The middle of a period that the format cannot write.
fn approximated(text: &str) -> Option<PartialDate> {
    match read(text)? {
        Reading::Date(found) => found.approximated.then_some(found.date),
        _ => None,
    }
}

/// The periods that names of columns say and the format cannot write, with their middles.
pub(crate) fn periods<'t>(table: &'t Table<'_>, roles: &[Role]) -> Vec<(PartialDate, &'t str)> {
    let names = table.names.iter().zip(roles).filter(|(_, role)| **role == Role::AtDate).map(|(name, _)| name.as_str());
    names.filter_map(|name| Some((approximated(name)?, name))).collect()
}

/// The source of a row.
struct Source<'c> {
    outlet: Option<&'c str>,
    url: Option<&'c str>,
    date: Option<&'c str>,
}

impl<'c> Source<'c> {
    /// The same, or the source of all rows if the row names none.
    fn or_for_all(self, all: Option<&'c SourceChoice>) -> Option<Self> {
        if self.outlet.is_some() || self.url.is_some() {
            return Some(self);
        }
        let SourceChoice { title, url, date } = all?;
        Some(Self { outlet: Some(title), url: url.as_deref(), date: date.as_deref() })
    }

    fn node(&self, fit: &mut impl FnMut(&str, usize) -> String) -> Value<'static> {
        // The outlet itself may be an address.
        let url = self.url.and_then(address).or_else(|| self.outlet.filter(|cell| is_url(cell)).and_then(address));
        let host = url.as_deref().and_then(host);
        let named = self.outlet.filter(|cell| !is_url(cell)).or(host).or(self.outlet).or(self.url).unwrap_or_default();
        let mut members = vec![Member::new("outlet", Value::Text(fit(named, NAME).into()))];
        if let Some(date) = self.date.and_then(typed) {
            members.push(Member::new("date", text(&date.to_string())));
        }
        members.extend(url.clone().map(|url| Member::new("url", Value::Text(url.into()))));
        Value::Object(members)
    }
}

/// The address of the web in a cell.
pub(crate) fn address(cell: &str) -> Option<String> {
    // An invisible character makes two addresses differ that look the same.
    let cell: String = clean(cell).chars().filter(|letter| !is_hidden(*letter)).collect();
    let whole = if cell.to_ascii_lowercase().starts_with("www.") { format!("https://{cell}") } else { cell };
    Some(whole.replace(' ', "%20")).filter(|address| is_address(address) && address.chars().count() <= TEXT)
}

/// The host of an address.
fn host(address: &str) -> Option<&str> {
    let after = address.split_once("://")?.1;
    let host = after.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// An id that no entity has yet.
pub(crate) fn free_id(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let taken = |id: &str| id == NO_DATA || taken(id);
    let base = slug(&clean(name));
    let others = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(others).find(|id| !taken(id)).unwrap_or_default()
}
