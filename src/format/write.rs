//! A dataset's tree as a file: JSON, or CSV for spreadsheets. Native only.

use crate::base::language::ENGLISH;
use crate::format::csv::columns::{COLUMNS, Head, TILE, head, listed};
use crate::format::csv::formula::guarded;
use crate::format::csv::reader::NO_GRID;
use crate::format::csv::record::{RECORD, RECORDS, Record, said};
use crate::format::csv::tree::texts as texts_of;
use crate::format::fields::{DATASET, Field, FieldType, PLURAL, by_language};
use crate::format::node::{Member, Node, Value};

/// Columns of a line of JSON, beyond which a list or object is broken into lines.
const WIDTH: usize = 120;

/// JSON with the fields in the order of the format. What fits on a line stands on one.
pub fn json(tree: &Node) -> String {
    let mut text = String::new();
    let own = tree.text_of("lang").unwrap_or(ENGLISH);
    write(&ordered(tree, &FieldType::Record(DATASET), own), 0, &mut text);
    text + "\n"
}

/// The same tree without what says nothing, with the fields of each record in the order of the table and each text first
/// in the dataset's own language, then by tag.
pub(crate) fn ordered(node: &Node, field_type: &FieldType, own: &str) -> Node {
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
            let text = |Member { name, node, .. }: &Member| Member::new(name, ordered(node, one, own));
            let mut all: Vec<_> = given.iter().map(text).collect();
            all.sort_by_key(|member| (member.name != own, member.name.clone()));
            Value::Object(all).into()
        }
        (_, FieldType::Localized(one)) => ordered(node, one, own),
        _ => node.clone(),
    }
}

fn write(node: &Node, indent: usize, text: &mut String) {
    let line = one_line(node);
    let short = indent + line.chars().count() <= WIDTH;
    match &node.value {
        // The dataset itself, and lists of records, stand a line each however short they are.
        Value::Object(members) if !members.is_empty() && (indent == 0 || !short) => {
            let members = members.iter().map(|member| (format!("{}: ", quoted(&member.name)), &member.node));
            broken(members, ['{', '}'], indent, text);
        }
        Value::List(items)
            if !items.is_empty() && (!short || items.iter().any(|item| matches!(item.value, Value::Object(_)))) =>
        {
            broken(items.iter().map(|node| (String::new(), node)), ['[', ']'], indent, text);
        }
        _ => text.push_str(&line),
    }
}

fn broken<'n>(
    members: impl Iterator<Item = (String, &'n Node)>,
    [open, close]: [char; 2],
    indent: usize,
    text: &mut String,
) {
    text.push(open);
    for (place, (name, node)) in members.enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.extend(std::iter::repeat_n(' ', indent + 2));
        text.push_str(&name);
        write(node, indent + 2, text);
    }
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', indent));
    text.push(close);
}

fn one_line(node: &Node) -> String {
    let join = |members: Vec<String>| members.join(", ");
    match &node.value {
        Value::List(items) => format!("[{}]", join(items.iter().map(one_line).collect())),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let members = members.iter().map(|member| format!("{}: {}", quoted(&member.name), one_line(&member.node)));
            format!("{{ {} }}", join(members.collect()))
        }
        _ => serde_json::to_string(node).expect("a plain value can be written"),
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text can be written")
}

/// CSV with commas, a row a record: the dataset, its statuses, its entities, its events, its tour, its periods.
pub fn csv(tree: &Node) -> String {
    let mut rows = vec![row(Record::Dataset, tree, tree)];
    for (record, list) in [
        (Record::Status, "statuses"),
        (Record::Entity, "entities"),
        (Record::Event, "events"),
        (Record::Tour, "tour"),
        (Record::Period, "periods"),
    ] {
        rows.extend(tree.items_of(list).iter().map(|node| row(record, node, tree)));
    }
    let header = header(&rows);
    let mut text = line(header.iter().map(String::as_str));
    for row in &rows {
        let cell = |name: &String| row.iter().find(|(known, _)| known == name).map_or("", |(_, cell)| cell.as_str());
        text.push_str(&line(header.iter().map(cell)));
    }
    text
}

/// Cells with the names of their columns.
type Row = Vec<(String, String)>;

fn row(record: Record, node: &Node, tree: &Node) -> Row {
    let mut row = vec![(RECORD.to_owned(), RECORDS[record as usize].to_owned())];
    let own = tree.text_of("lang").unwrap_or(ENGLISH);
    for (name, _, outer, inner) in COLUMNS.iter().filter(|(_, of, ..)| *of == record) {
        if listed(outer) {
            for (index, item) in node.items_of(outer).iter().enumerate() {
                row.extend(item.field(inner).iter().flat_map(|value| cells(&numbered(name, index), value, "", own)));
            }
            continue;
        }
        if said(record, outer, inner) {
            row.extend(node.field(outer).iter().flat_map(|value| cells(name, value, inner, own)));
            continue;
        }
        let field = match (*outer, *inner) {
            (TILE, inner) => tile(node, tree).and_then(|tile| tile.field(inner)),
            (outer, "") => node.field(outer),
            (outer, inner) => node.field(outer).and_then(|node| node.field(inner)),
        };
        row.extend(field.map(|value| ((*name).to_owned(), cell(value))));
    }
    // An entity may be called what another's id is: EE is Estonia, or a company.
    if [Record::Event, Record::Tour].contains(&record) && ambiguous(node, tree) {
        row.push(("kind".to_owned(), "country".to_owned()));
    }
    // Without the word a reader would take the world's grid.
    if record == Record::Dataset && node.text_of("grid").is_none() && node.items_of(TILE).is_empty() {
        row.push(("grid".to_owned(), NO_GRID.to_owned()));
    }
    row
}

/// The cell of a value or of the field inside of it; one a language where the value is by language.
fn cells(name: &str, value: &Node, inner: &str, own: &str) -> Row {
    let of = |value: &Node| if inner.is_empty() { Some(cell(value)) } else { value.field(inner).map(cell) };
    let field_type = if inner.is_empty() { FieldType::Filled } else { FieldType::Record(PLURAL) };
    match &value.value {
        Value::Object(given) if by_language(given, &field_type) => {
            let column = |tag: &str| {
                if tag == own { name.to_owned() } else { format!("{name}_{tag}") }
            };
            given.iter().filter_map(|member| Some((column(&member.name), of(&member.node)?))).collect()
        }
        _ => of(value).map(|cell| (name.to_owned(), cell)).into_iter().collect(),
    }
}

/// Whether an event or step is about a place that is not declared, and a declared entity has the name of its id.
fn ambiguous(about: &Node, tree: &Node) -> bool {
    let id = about.text_of("entity").unwrap_or_default();
    let entities = tree.items_of("entities");
    let declared = entities.iter().any(|entity| entity.text_of("id") == Some(id));
    !declared && entities.iter().any(|entity| texts_of(entity, "name").iter().any(|name| name.eq_ignore_ascii_case(id)))
}

/// The tile of an entity, where the dataset has its own tiles.
fn tile<'n>(entity: &Node, tree: &'n Node) -> Option<&'n Node> {
    let id = entity.text_of("id")?;
    tree.items_of(TILE).iter().find(|tile| tile.text_of("entity") == Some(id))
}

/// `source_url` is `source_2_url` for the second.
fn numbered(name: &str, index: usize) -> String {
    if index == 0 {
        return name.to_owned();
    }
    let number = index + 1;
    match name.split_once('_') {
        Some((stem, part)) => format!("{stem}_{number}_{part}"),
        None => format!("{name}_{number}"),
    }
}

fn cell(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::List(items) => items.iter().map(cell).collect::<Vec<_>>().join("; "),
        Value::Null | Value::Object(_) => String::new(),
    }
}

/// The columns that have a cell, and those that must be there, in the order of the format, numbers in theirs; languages
/// in the order in which they come.
fn header(rows: &[Row]) -> Vec<String> {
    let mut header = vec![RECORD.to_owned()];
    // No list has more records than its row has cells.
    let most = rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled: Vec<&str> =
        rows.iter().flatten().filter(|(_, cell)| !cell.is_empty()).map(|(name, _)| name.as_str()).collect();
    let mut translated: Vec<(&str, Head)> = Vec::new();
    for name in &filled {
        if let Some(head) = head(name).filter(|head| !head.lang.is_empty())
            && !translated.iter().any(|(known, _)| known == name)
        {
            translated.push((name, head));
        }
    }
    for (column, _, outer, _) in COLUMNS {
        for index in 0..if listed(outer) { most } else { 1 } {
            let name = numbered(column, index);
            if header.contains(&name) {
                continue;
            }
            let of = |(known, head): &(&str, Head)| {
                (head.name == *column && head.number == index + 1).then(|| (*known).to_owned())
            };
            let translations = translated.iter().filter_map(of);
            if filled.contains(&name.as_str()) || ["entity", "date"].contains(&name.as_str()) {
                header.push(name);
            }
            header.extend(translations.filter(|name| !header.contains(name)).collect::<Vec<_>>());
        }
    }
    header
}

fn line<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    cells.map(escaped).collect::<Vec<_>>().join(",") + "\n"
}

/// A cell of CSV: with an apostrophe before what a spreadsheet would take for a formula, in quotation marks where it would
/// be read as something else without.
pub fn escaped(cell: &str) -> String {
    let cell = guarded(cell);
    let plain = !cell.contains([',', ';', '\t', '"', '\n', '\r']) && cell.trim() == cell;
    if plain { cell } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}
