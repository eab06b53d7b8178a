//! Writes the tree of a dataset as a file: JSON, or CSV for spreadsheets. For native builds and the import.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use crate::base::language::ENGLISH;
use crate::base::limits::{Limit, Limits};
use crate::base::maths::written;
use crate::format::csv::cells::rows as rows_of;
use crate::format::csv::columns::{COLUMNS, TILE, head, listed};
use crate::format::csv::formula::guarded;
use crate::format::csv::reader::NO_GRID;
use crate::format::csv::record::{RECORD, RECORDS, Record, said};
use crate::format::csv::tree::texts as texts_of;
use crate::format::fields::{DATASET, Field, FieldType, IMPORT, PLURAL, by_language};
use crate::format::node::write::json_text;
use crate::format::node::{Member, Node, Value};

/// The maximal width of a line of JSON. A longer list or object is broken into lines.
const WIDTH: usize = 120;

/// That a file would be larger than the reader accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file would exceed the limit of {most} {}", .limit.name())]
pub struct Excess {
    /// What there is too much of.
    pub limit: Limit,
    /// How much of it the limits allow.
    pub most: usize,
}

impl Excess {
    fn of(limit: Limit, limits: &Limits) -> Self {
        Self { limit, most: limits.of(limit) }
    }
}

/// The same as [`json`], without line breaks if the line breaks and blanks would exceed the limit of bytes.
///
/// # Errors
///
/// Returns an error if the text is over the limit of bytes even then.
pub fn json_within(tree: &Node, limits: &Limits) -> Result<String, Excess> {
    let fits = |text: &String| text.len() <= limits.of(Limit::Bytes);
    Some(json(tree)).filter(fits).or_else(|| json_text(tree).ok().filter(fits)).ok_or(Excess::of(Limit::Bytes, limits))
}

/// The same as [`json_within`], without the answers of the import: the file for readers, who do not need them.
///
/// # Errors
///
/// The same.
pub fn published(mut tree: Node, limits: &Limits) -> Result<String, Excess> {
    if let Value::Object(members) = &mut tree.value {
        members.retain(|member| member.name != IMPORT);
    }
    json_within(&tree, limits)
}

/// JSON with the fields in the order of the format. What fits on a line stands on one.
pub fn json(tree: &Node) -> String {
    let mut text = String::new();
    let own = tree.text_of("lang").unwrap_or(ENGLISH);
    write(&ordered(tree, &FieldType::Record(DATASET), own), 0, &mut text);
    text + "\n"
}

/// The same tree without empty fields. The fields of each record have the order of the table. Texts by language begin
/// with the dataset's own language; the others follow by tag.
pub(crate) fn ordered<'n>(node: &'n Node<'_>, field_type: &FieldType, own: &str) -> Node<'n> {
    match (&node.value, field_type) {
        (Value::List(items), FieldType::List(item, _) | FieldType::Some(item, _)) => {
            Value::List(items.iter().map(|node| ordered(node, item, own)).collect()).into()
        }
        (Value::Object(given), FieldType::Record(fields)) => {
            let known = fields.iter().filter_map(|Field { name, field_type, .. }| {
                let node = node.field(name).filter(|node| !node.is_null())?;
                Some(Member::new(*name, ordered(node, field_type, own)))
            });
            let is_known = |name: &str| fields.iter().any(|field| field.name == name);
            let unknown = given.iter().filter(|member| !is_known(&member.name)).cloned();
            Value::Object(known.chain(unknown).collect()).into()
        }
        (Value::Object(given), FieldType::Localized(one)) if by_language(given, one) => {
            let text = |Member { name, node, .. }: &'n Member<'_>| Member::new(&**name, ordered(node, one, own));
            let mut all: Vec<_> = given.iter().map(text).collect();
            all.sort_by_key(|member| (member.name != own, member.name.clone()));
            Value::Object(all).into()
        }
        (_, FieldType::Localized(one)) => ordered(node, one, own),
        (Value::Text(text), _) => Value::Text(Cow::Borrowed(text)).into(),
        _ => node.clone(),
    }
}

fn write(node: &Node, indent: usize, text: &mut String) {
    // The dataset and lists of records are always broken into lines, however short they are.
    let whole = match &node.value {
        Value::Object(members) => indent > 0 || members.is_empty(),
        Value::List(items) => !items.iter().any(|item| matches!(item.value, Value::Object(_))),
        _ => true,
    };
    let start = text.len();
    if whole && one_line(node, WIDTH.saturating_sub(indent), start, text) {
        return;
    }
    match &node.value {
        Value::Object(members) if !members.is_empty() => {
            text.truncate(start);
            let members = members.iter().map(|member| (Some(&*member.name), &member.node));
            broken(members, ['{', '}'], indent, text);
        }
        Value::List(items) if !items.is_empty() => {
            text.truncate(start);
            broken(items.iter().map(|node| (None, node)), ['[', ']'], indent, text);
        }
        // Nothing else can be broken.
        _ => {}
    }
}

fn broken<'n>(
    members: impl Iterator<Item = (Option<&'n str>, &'n Node<'n>)>,
    [open, close]: [char; 2],
    indent: usize,
    text: &mut String,
) {
    text.push(open);
    for (place, (name, node)) in members.enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.extend(iter::repeat_n(' ', indent + 2));
        if let Some(name) = name {
            quote(name, text);
            text.push_str(": ");
        }
        write(node, indent + 2, text);
    }
    text.push('\n');
    text.extend(iter::repeat_n(' ', indent));
    text.push(close);
}

/// Adds a value as one line. Returns whether the line, which begins at `start`, has at most this number of characters. A
/// list or object that has more is not finished.
fn one_line(node: &Node, most: usize, start: usize, text: &mut String) -> bool {
    let fits = |text: &str| text.len() - start <= most || text[start..].chars().count() <= most;
    match &node.value {
        Value::List(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                text.push_str(if place == 0 { "" } else { ", " });
                if !one_line(item, most, start, text) {
                    return false;
                }
            }
            text.push(']');
        }
        Value::Object(members) if members.is_empty() => text.push_str("{}"),
        Value::Object(members) => {
            for (place, Member { name, node, .. }) in members.iter().enumerate() {
                text.push_str(if place == 0 { "{ " } else { ", " });
                quote(name, text);
                text.push_str(": ");
                if !one_line(node, most, start, text) {
                    return false;
                }
            }
            text.push_str(" }");
        }
        Value::Text(own) => quote(own, text),
        _ => *text += &json_text(node).expect("a plain value can be written"),
    }
    fits(text)
}

/// Adds a text in quotation marks.
fn quote(own: &str, text: &mut String) {
    if own.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        *text += &json_text(own).expect("a text can be written");
    } else {
        text.extend(["\"", own, "\""]);
    }
}

/// CSV with commas, a row a record: the dataset, its statuses, its scopes, its entities, its events, its tour, its
/// periods.
///
/// # Errors
///
/// Returns an error if the file would be over one of the limits, so that it could not be read again. A table has a
/// column for each correction, source and language that one row has, and a cell in it for each row.
pub fn csv(tree: &Node, limits: &Limits) -> Result<String, Excess> {
    let places = Places::of(tree);
    let mut rows = vec![row(Record::Dataset, tree, tree, &places)];
    for (record, list) in [
        (Record::Status, "statuses"),
        (Record::Scope, "scopes"),
        (Record::Entity, "entities"),
        (Record::Event, "events"),
        (Record::Tour, "tour"),
        (Record::Period, "periods"),
    ] {
        rows.extend(tree.items_of(list).iter().map(|node| row(record, node, tree, &places)));
    }
    let header = header(&rows);
    if header.len() > limits.of(Limit::Columns) {
        return Err(Excess::of(Limit::Columns, limits));
    }
    let columns: BTreeMap<&str, usize> =
        header.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let mut text = String::new();
    line(header.iter().map(String::as_str), &mut text);
    let mut cells = vec![""; header.len()];
    for row in &rows {
        cells.fill("");
        // Of two cells of a column the first counts.
        for (name, cell) in row.iter().rev() {
            if let Some(place) = columns.get(&**name) {
                cells[*place] = cell;
            }
        }
        line(cells.iter().copied(), &mut text);
        if text.len() > limits.of(Limit::Bytes) {
            return Err(Excess::of(Limit::Bytes, limits));
        }
    }
    // Cells that a reader finds blank do not count, so that only a reader knows for sure.
    let most = rows.iter().map(Vec::len).sum::<usize>() + header.len();
    if rows.len() <= limits.of(Limit::Rows) && most <= limits.of(Limit::Cells) {
        return Ok(text);
    }
    match rows_of(&text, limits).exceeded {
        Some((limit, _)) => Err(Excess::of(limit, limits)),
        None => Ok(text),
    }
}

/// What the rows of a dataset ask about its other records.
struct Places<'n> {
    /// The ids of the declared entities, sorted.
    ids: Vec<&'n str>,
    /// Their names in small letters, sorted.
    names: Vec<String>,
    /// The tiles by their entities.
    tiles: BTreeMap<&'n str, &'n Node<'n>>,
}

impl<'n> Places<'n> {
    fn of(tree: &'n Node<'n>) -> Self {
        let entities = tree.items_of("entities");
        let mut ids: Vec<&str> = entities.iter().filter_map(|entity| entity.text_of("id")).collect();
        ids.sort();
        let names = entities.iter().flat_map(|entity| texts_of(entity, "name"));
        let mut names: Vec<String> = names.map(str::to_ascii_lowercase).collect();
        names.sort();
        // Of two tiles of an entity the first counts.
        let tiles = tree.items_of(TILE).iter().rev().filter_map(|tile| Some((tile.text_of("entity")?, tile)));
        Self { ids, names, tiles: tiles.collect() }
    }

    /// Whether an event or step is about a place that is not declared, and a declared entity has the name of its id.
    fn ambiguous(&self, about: &Node) -> bool {
        let id = about.text_of("entity").unwrap_or_default();
        self.ids.binary_search(&id).is_err() && self.names.binary_search(&id.to_ascii_lowercase()).is_ok()
    }
}

/// Cells, each with the name of its column.
type Row<'n> = Vec<(Cow<'static, str>, Cow<'n, str>)>;

fn row<'n>(record: Record, node: &'n Node<'n>, tree: &Node, places: &Places<'n>) -> Row<'n> {
    let mut row = vec![(Cow::Borrowed(RECORD), Cow::Borrowed(RECORDS[record as usize]))];
    let own = tree.text_of("lang").unwrap_or(ENGLISH);
    for (name, _, outer, inner) in COLUMNS.iter().filter(|(_, of, ..)| *of == record) {
        if listed(outer) {
            for (index, item) in node.items_of(outer).iter().enumerate() {
                row.extend(item.field(inner).iter().flat_map(|value| cells(numbered(name, index), value, "", own)));
            }
            continue;
        }
        if said(record, outer, inner) {
            row.extend(node.field(outer).iter().flat_map(|value| cells(Cow::Borrowed(name), value, inner, own)));
            continue;
        }
        let field = match (*outer, *inner) {
            (TILE, inner) => node.text_of("id").and_then(|id| places.tiles.get(id)).and_then(|tile| tile.field(inner)),
            (outer, "") => node.field(outer),
            (outer, inner) => node.field(outer).and_then(|node| node.field(inner)),
        };
        row.extend(field.map(|value| (Cow::Borrowed(*name), cell(value))));
    }
    // An entity may be called what another's id is: EE is Estonia, or a company.
    if [Record::Event, Record::Tour].contains(&record) && places.ambiguous(node) {
        row.push((Cow::Borrowed("kind"), Cow::Borrowed("country")));
    }
    // Without this word a reader would use the grid of the world.
    if record == Record::Dataset && node.text_of("grid").is_none() && node.items_of(TILE).is_empty() {
        row.push((Cow::Borrowed("grid"), Cow::Borrowed(NO_GRID)));
    }
    row
}

/// The cell of a value or of the field inside it; one cell for each language if the value has texts by language.
fn cells<'n>(name: Cow<'static, str>, value: &'n Node<'n>, inner: &str, own: &str) -> Row<'n> {
    let of = |value: &'n Node<'n>| if inner.is_empty() { Some(cell(value)) } else { value.field(inner).map(cell) };
    let field_type = if inner.is_empty() { FieldType::Filled } else { FieldType::Record(PLURAL) };
    match &value.value {
        Value::Object(given) if by_language(given, &field_type) => {
            let column = |tag: &str| {
                if tag == own { name.clone() } else { Cow::Owned(format!("{name}_{tag}")) }
            };
            given.iter().filter_map(|member| Some((column(&member.name), of(&member.node)?))).collect()
        }
        _ => of(value).map(|cell| (name, cell)).into_iter().collect(),
    }
}

/// `source_url` is `source_2_url` for the second.
fn numbered(name: &'static str, index: usize) -> Cow<'static, str> {
    if index == 0 {
        return Cow::Borrowed(name);
    }
    let number = index + 1;
    Cow::Owned(match name.split_once('_') {
        Some((stem, part)) => format!("{stem}_{number}_{part}"),
        None => format!("{name}_{number}"),
    })
}

fn cell<'n>(node: &'n Node<'n>) -> Cow<'n, str> {
    match &node.value {
        Value::Text(text) => Cow::Borrowed(text),
        Value::Bool(true) => Cow::Borrowed("yes"),
        Value::Bool(false) => Cow::Borrowed("no"),
        // JSON can have -0. The sum is 0, whose cell does not begin like a formula.
        Value::Number(number) => Cow::Owned(written(number + 0.0)),
        Value::List(items) => Cow::Owned(items.iter().map(cell).collect::<Vec<_>>().join("; ")),
        Value::Null | Value::Object(_) => Cow::Borrowed(""),
    }
}

/// The columns that have at least one cell, and the required columns. They have the order of the format; numbers follow
/// each other, and languages come in the order of their first cell.
fn header(rows: &[Row<'_>]) -> Vec<String> {
    let mut header = Vec::new();
    let mut filled = BTreeSet::from(["entity", "date"]);
    // By column and number, in the order in which they come.
    let mut translated: BTreeMap<(&str, usize), Vec<&str>> = BTreeMap::new();
    // No list has more records than there are numbers in names.
    let mut most = 1;
    for (name, _) in rows.iter().flatten().filter(|(_, cell)| !cell.is_empty()) {
        if !filled.insert(&**name) {
            continue;
        }
        let Some(head) = head(name) else { continue };
        most = most.max(head.number);
        if !head.lang.is_empty() {
            translated.entry((head.name, head.number)).or_default().push(name);
        }
    }
    let mut known = BTreeSet::new();
    let mut add = |name: &str| {
        if known.insert(name.to_owned()) {
            header.push(name.to_owned());
        }
    };
    add(RECORD);
    for (column, _, outer, _) in COLUMNS {
        for index in 0..if listed(outer) { most } else { 1 } {
            let name = numbered(column, index);
            if filled.contains(&*name) {
                add(&name);
            }
            for name in translated.get(&(*column, index + 1)).into_iter().flatten() {
                add(name);
            }
        }
    }
    header
}

/// Adds a row.
fn line<'c>(cells: impl Iterator<Item = &'c str>, text: &mut String) {
    for (place, cell) in cells.enumerate() {
        text.push_str(if place == 0 { "" } else { "," });
        if !cell.is_empty() {
            text.push_str(&escaped(cell));
        }
    }
    text.push('\n');
}

/// A cell of CSV. A text that a spreadsheet would read as a formula gets an apostrophe; a text with special characters
/// gets quotation marks.
pub fn escaped(cell: &str) -> String {
    let cell = guarded(cell);
    // Readers remove white space around a cell without quotation marks.
    let plain = !cell.contains([',', ';', '\t', '"', '\n', '\r']) && cell.trim() == cell;
    if plain { cell } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}
