//! A list of JSON objects as a table: a row for each object, a column for each name.

use std::collections::BTreeMap;
use std::iter;

use crate::base::maths;
use crate::format::json;
use crate::format::node::{Member, Node, Value};
use crate::import::workbook::keyed::{KEY, Row, VALUE, tables};
use crate::import::workbook::sheet::MOST;
use crate::import::workbook::{FileError, FileFormat, Sheet};

/// The tables of a JSON text: the text is a list of objects, or an object that has such lists.
pub(super) fn read(text: &str) -> Result<(FileFormat, Vec<Sheet>), FileError> {
    let number = |digits: &str| maths::parsed(digits).unwrap_or(f64::NAN);
    let tree = json::read(text, number).map_err(|invalid| FileError::Json(invalid.to_string()))?;
    if tree.text_of("type") == Some("FeatureCollection") {
        let features: Vec<Row<'_>> = tree.items_of("features").iter().filter_map(properties).map(Row::of).collect();
        return Ok((FileFormat::Geojson, vec![table("", &features)?]));
    }
    let mut sheets = Vec::new();
    for (name, rows) in tables(&tree) {
        sheets.push(table(&name, &rows)?);
    }
    if sheets.is_empty() { Err(FileError::NoList) } else { Ok((FileFormat::Json, sheets)) }
}

/// The properties of a feature, without its geometry.
fn properties<'n>(feature: &'n Node<'n>) -> Option<&'n Node<'n>> {
    feature.field("properties").filter(|properties| matches!(properties.value, Value::Object(_)))
}

/// The names of columns, in the order in which they first come.
#[derive(Default)]
struct Names {
    list: Vec<String>,
    columns: BTreeMap<String, usize>,
}

impl Names {
    /// The column of a name. Most objects have their names in the same order, so the expected place is looked at first.
    fn column(&mut self, expected: usize, name: String) -> usize {
        if self.list.get(expected).is_some_and(|known| *known == name) {
            return expected;
        }
        let next = self.list.len();
        let column = *self.columns.entry(name.clone()).or_insert(next);
        if column == next {
            self.list.push(name);
        }
        column
    }
}

/// A sheet whose first row has the names, in the order in which they first come.
fn table(name: &str, rows: &[Row<'_>]) -> Result<Sheet, FileError> {
    let mut names = Names::default();
    let mut cells = Vec::new();
    let key_name = key_name(rows);
    // Objects with different names are rows of mostly blank cells.
    let mut size = 0;
    for row in rows {
        let mut found = Vec::new();
        let mut put = |name: String, text: String| found.push((names.column(found.len(), name), text));
        if let Some(key) = row.key {
            put(key_name.clone(), key.to_owned());
        }
        match &row.node.value {
            Value::Object(_) => flatten(row.node, "", &mut put),
            _ => put(VALUE.to_owned(), text(row.node)),
        }
        size += found.iter().map(|(column, _)| column + 1).max().unwrap_or(0);
        if size + names.list.len() > MOST {
            return Err(FileError::TooManyCells);
        }
        cells.push(found);
    }
    let mut sheet = Sheet::named(name);
    names.list.iter().try_for_each(|name| sheet.push(name))?;
    sheet.end_row();
    for mut row in cells {
        row.sort_by_key(|(column, _)| *column);
        let mut next = 0;
        for (column, text) in row {
            while next < column {
                sheet.push("")?;
                next += 1;
            }
            // Of two members of one name the first counts.
            if next == column {
                sheet.push(&text)?;
                next += 1;
            }
        }
        sheet.end_row();
    }
    Ok(sheet)
}

/// The name of the column with the names of members. No object has a member of this name.
fn key_name(rows: &[Row<'_>]) -> String {
    let is_taken = |name: &str| rows.iter().any(|row| row.key.is_some() && row.node.field(name).is_some());
    let others = (2..).map(|number| format!("{KEY} {number}"));
    iter::once(KEY.to_owned()).chain(others).find(|name| !is_taken(name)).unwrap_or_default()
}

/// Calls `put` with each value of an object. A value inside an object has the names of both, with a point between them.
fn flatten(node: &Node, prefix: &str, put: &mut impl FnMut(String, String)) {
    let Value::Object(members) = &node.value else { return };
    for Member { name, node, .. } in members {
        let name = if prefix.is_empty() { name.to_string() } else { format!("{prefix}.{name}") };
        match &node.value {
            Value::Null => put(name, String::new()),
            Value::Object(_) => flatten(node, &name, put),
            _ => put(name, text(node)),
        }
    }
}

fn text(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => text.to_string(),
        Value::Bool(true) => "TRUE".to_owned(),
        Value::Bool(false) => "FALSE".to_owned(),
        Value::Number(number) => maths::written(*number),
        Value::List(items) => items.iter().map(text).collect::<Vec<_>>().join("; "),
        Value::Null | Value::Object(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let (_, sheets) = read(text).unwrap();
        let sheet = &sheets[0];
        let row = |row| (0..sheet.columns()).map(|column| sheet.cell(row, column).to_owned()).collect();
        (0..sheet.rows()).map(row).collect()
    }

    #[test]
    fn each_object_is_a_row_and_each_name_a_column() {
        let rows = cells(r#"[{"a": 1, "b": {"c": "x"}}, {"d": true, "a": null, "b": {"c": ["y", "z"]}}]"#);
        assert_eq!(rows, [["a", "b.c", "d"], ["1", "x", ""], ["", "y; z", "TRUE"]]);
    }

    #[test]
    fn objects_without_a_name_in_common_are_refused_before_they_fill_the_memory() {
        let list = |count: usize| {
            let objects: Vec<String> = (0..count).map(|number| format!("{{\"k{number}\":1}}")).collect();
            read(&format!("[{}]", objects.join(",")))
        };
        assert_eq!(list(100).unwrap().1[0].columns(), 100);
        assert_eq!(list(23_000).unwrap_err(), FileError::TooManyCells);
        assert!(FileError::TooManyCells.to_string().starts_with("a sheet has more than 250 million cells"));
    }

    #[test]
    fn a_list_inside_an_object_is_a_table_of_its_name() {
        let (format, sheets) = read(r#"{"meta": {"n": 1}, "data": [{"a": "x"}], "more": [{"b": "y"}]}"#).unwrap();
        assert_eq!(format, FileFormat::Json);
        assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["data", "more"]);
    }

    #[test]
    fn a_member_has_its_column_beside_that_of_the_names_of_members() {
        let rows = cells(r#"{"WA": {"key": "X", "status": "a"}, "CO": {"key": "Y", "status": "b"}}"#);
        assert_eq!(rows, [["key 2", "key", "status"], ["WA", "X", "a"], ["CO", "Y", "b"]]);
    }

    #[test]
    fn features_are_rows_of_their_properties() {
        let text = r#"{"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"iso": "DE"}}]}"#;
        assert_eq!(read(text).unwrap().0, FileFormat::Geojson);
        assert_eq!(cells(text), [["iso"], ["DE"]]);
    }

    #[test]
    fn json_without_rows_is_refused() {
        assert_eq!(read("[1, 2]").unwrap_err(), FileError::NoList);
        assert_eq!(read("{}").unwrap_err(), FileError::NoList);
        assert!(matches!(read("[{]").unwrap_err(), FileError::Json(why) if why.contains("line 1")));
    }
}
