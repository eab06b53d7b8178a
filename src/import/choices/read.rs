//! Reads choices from a tree, with all findings.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::base::limits::Limits;
use crate::base::maths::parsed;
use crate::diagnostics::diagnostic::InvalidDataset;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::format::detect::plain;
use crate::format::fields::IMPORT;
use crate::format::json;
use crate::format::node::{Node, Value};
use crate::import::choices::record::{Record, kind, once, word};
use crate::import::choices::{
    Choices, ClassChoice, Conflicts, DateChoices, HeaderChoice, PlaceChoice, SourceChoice, StatusChoice,
};
use crate::import::columns::{IDS, Role};
use crate::import::dates::Order;
use crate::import::shape::Shape;
use crate::validate::read::placed;

const FIELDS: [&str; 19] = [
    "sheet",
    "header",
    "last_row",
    "shape",
    "columns",
    "dates",
    "snapshot_date",
    "status",
    "before",
    "statuses",
    "ends",
    "ignored",
    "classes",
    "places",
    "conflicts",
    "source",
    "title",
    "lang",
    "grid",
];

impl FromStr for Choices {
    type Err = InvalidDataset;

    /// Reads the JSON of choices, or of a dataset that an import has written with them.
    ///
    /// # Errors
    ///
    /// All findings at once, with line and column.
    fn from_str(text: &str) -> Result<Self, InvalidDataset> {
        let text = plain(text);
        let tree = json::read(text, |digits| parsed(digits).unwrap_or(f64::NAN))?;
        let mut findings = Findings::within(Limits::default());
        let choices = if is_dataset(&tree) {
            of_dataset(&tree, &mut findings)
        } else {
            choices(&tree, &Trail::Root, &mut findings)
        };
        if !findings.errors {
            return Ok(choices);
        }
        let more = findings.more();
        Err(InvalidDataset { diagnostics: placed(findings.diagnostics, &tree, text, more) })
    }
}

/// Whether a tree is a dataset. Choices have none of these fields.
fn is_dataset(tree: &Node) -> bool {
    ["format", "events", "entities"].into_iter().any(|name| tree.field(name).is_some())
}

/// The choices with which a dataset was imported.
fn of_dataset(tree: &Node, findings: &mut Findings) -> Choices {
    let Some(node) = tree.field(IMPORT).filter(|node| !node.is_null()) else {
        findings.error(&Trail::Root, || (Fault::MissingField(IMPORT), help(WITHOUT)));
        return Choices::default();
    };
    choices(node, &Trail::Root.field(IMPORT), findings)
}

const WITHOUT: &str = "the dataset has no answers: take one that the import has written, or a file with choices";

fn choices(node: &Node, at: &Trail<'_>, findings: &mut Findings) -> Choices {
    let mut read = Record::of(node, at, &FIELDS, findings);
    Choices {
        sheet: read.text("sheet"),
        header: read.inner("header", header),
        last_row: read.count("last_row"),
        shape: read.word("shape", &Shape::ALL.map(Shape::id)).map(|place| Shape::ALL[place]),
        columns: columns(&mut read),
        dates: read.inner("dates", dates).unwrap_or_default(),
        snapshot_date: read.text("snapshot_date"),
        status: read.text("status"),
        before: read.text("before"),
        statuses: statuses(&mut read),
        ends: read.texts("ends").unwrap_or_default(),
        ignored: read.texts("ignored"),
        classes: classes(&mut read),
        places: places(&mut read),
        conflicts: read.word("conflicts", &Conflicts::IDS).map(|place| Conflicts::ALL[place]),
        source: read.inner("source", source),
        title: read.text("title"),
        lang: read.text("lang"),
        grid: read.text("grid"),
    }
}

fn header(node: &Node, at: &Trail<'_>, findings: &mut Findings) -> Option<HeaderChoice> {
    if let Value::Bool(is_there) = node.value {
        return Some(HeaderChoice::Without(is_there));
    }
    let mut read = Record::of(node, at, &["row", "rows"], findings);
    read.has("row").then_some(())?;
    Some(HeaderChoice::Rows { row: read.count("row")?, rows: read.count("rows").unwrap_or(1) })
}

fn columns(read: &mut Record<'_>) -> BTreeMap<String, Role> {
    let mut columns = BTreeMap::new();
    read.named("columns", &mut |name, node, at, findings| {
        let Some(place) = word(node, &IDS, at, findings) else { return };
        once(columns.insert(name.to_owned(), Role::ALL[place]), name, at, findings);
    });
    columns
}

fn dates(node: &Node, at: &Trail<'_>, findings: &mut Findings) -> Option<DateChoices> {
    let order = Record::of(node, at, &["order"], findings).word("order", &Order::ALL.map(Order::id));
    Some(DateChoices { order: order.map(|place| Order::ALL[place]) })
}

fn statuses(read: &mut Record<'_>) -> Vec<StatusChoice> {
    let mut statuses = Vec::new();
    read.each("statuses", &mut |node, at, findings| {
        let mut read = Record::of(node, at, &["id", "label", "color", "values"], findings);
        statuses.push(StatusChoice {
            id: read.text("id"),
            label: read.text("label"),
            color: read.text("color"),
            values: read.texts("values").unwrap_or_default(),
        });
    });
    statuses
}

fn classes(read: &mut Record<'_>) -> Vec<ClassChoice> {
    let mut classes = Vec::new();
    read.each("classes", &mut |node, at, findings| {
        let mut read = Record::of(node, at, &["from", "status"], findings);
        let from = if read.has("from") { read.number("from") } else { None };
        let status = read.text("status");
        classes.extend(from.map(|from| ClassChoice { from, status }));
    });
    classes
}

fn places(read: &mut Record<'_>) -> BTreeMap<String, PlaceChoice> {
    let mut places = BTreeMap::new();
    read.named("places", &mut |name, node, at, findings| {
        let choice = match &node.value {
            Value::Text(id) => PlaceChoice::Id(id.to_string()),
            Value::Bool(own) => PlaceChoice::Own(*own),
            Value::Null => PlaceChoice::Left(()),
            _ => return kind("the id of a place, true or null", node, at, findings),
        };
        once(places.insert(name.to_owned(), choice), name, at, findings);
    });
    places
}

fn source(node: &Node, at: &Trail<'_>, findings: &mut Findings) -> Option<SourceChoice> {
    let mut read = Record::of(node, at, &["title", "url", "date"], findings);
    Some(SourceChoice { title: read.text("title").unwrap_or_default(), url: read.text("url"), date: read.text("date") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let invalid = text.parse::<Choices>().expect_err("the choices are wrong");
        invalid.diagnostics.iter().map(|found| found.to_string()).collect()
    }

    #[test]
    fn all_faults_of_choices_are_found_at_once() {
        let text = r#"{
  "colums": {},
  "shape": "long",
  "columns": { "A": "entitty", "B": 1 },
  "header": { "rows": 2 },
  "last_row": 1.5,
  "ends": "lifted",
  "statuses": [{ "values": ["a", 2], "colour": "" }],
  "classes": [{ "status": "x" }, []],
  "places": { "Congo": 4 },
  "title": "a", "title": "b"
}"#;
        let expected = [
            r#"colums: unknown field: "colums" at line 2, column 3 (did you mean "columns"?)"#,
            r#"shape: unknown value: "long" at line 3, column 12 (one of: events, panel, wide, wide-entities, intervals, dates, snapshot, timelinejs)"#,
            r#"columns.A: unknown value: "entitty" at line 4, column 21 (did you mean "entity"?)"#,
            r#"columns.B: a number instead of a text at line 4, column 37"#,
            r#"header: missing field: "row" at line 5, column 13"#,
            r#"last_row: a number instead of a whole number from 0 to 250000000 at line 6, column 15"#,
            r#"ends: a text instead of a list at line 7, column 11"#,
            r#"statuses[0].values[1]: a number instead of a text at line 8, column 34"#,
            r#"statuses[0].colour: unknown field: "colour" at line 8, column 38 (did you mean "color"?)"#,
            r#"classes[0]: missing field: "from" at line 9, column 15"#,
            r#"classes[1]: a list instead of an object at line 9, column 34"#,
            r#"places.Congo: a number instead of the id of a place, true or null at line 10, column 24"#,
            r#"title: duplicate field or column: "title" at line 11, column 17"#,
        ];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn a_name_that_is_given_twice_is_a_fault() {
        let text = r#"{ "places": { "Congo": "CG", "Congo": "CD" }, "columns": { "A": "date", "A": "end" } }"#;
        let twice = |at: &str, place: &str| format!(r#"{at}: duplicate field or column: {place}"#);
        assert_eq!(
            found(text),
            [
                twice("places.Congo", r#""Congo" at line 1, column 30"#),
                twice("columns.A", r#""A" at line 1, column 73"#)
            ]
        );
    }

    #[test]
    fn a_row_has_a_number_that_sheets_can_have() {
        assert_eq!(r#"{ "last_row": 250000000 }"#.parse::<Choices>().unwrap().last_row, Some(250_000_000));
        for number in ["250000001", "1e300", "-1"] {
            let wrong = "last_row: a number instead of a whole number from 0 to 250000000 at line 1, column 15";
            assert_eq!(found(&format!("{{ \"last_row\": {number} }}")), [wrong]);
        }
    }

    #[test]
    fn a_text_that_is_no_json_or_no_object_has_no_choices() {
        assert_eq!(found("[]"), ["a list instead of an object at line 1, column 1"]);
        assert!(found("{")[0].starts_with("not JSON at line 1, column 2"));
    }

    #[test]
    fn a_dataset_has_the_choices_of_its_import() {
        let choices: Choices = r#"{ "format": 1, "events": [], "import": { "title": "T" } }"#.parse().unwrap();
        assert_eq!(choices.title.as_deref(), Some("T"));
        let [without] = &found(r#"{ "format": 1, "import": null }"#)[..] else { panic!("one finding") };
        assert!(without.starts_with("missing field: \"import\" at line 1, column 1 (the dataset has no answers"));
        let wrong = found(r#"{ "format": 1, "import": { "shape": 1 } }"#);
        assert_eq!(wrong, ["import.shape: a number instead of a text at line 1, column 37"]);
    }

    #[test]
    fn a_field_that_is_null_is_missing() {
        let choices: Choices = r#"{ "title": null, "columns": null, "places": { "World": null } }"#.parse().unwrap();
        let places = BTreeMap::from([("World".to_owned(), PlaceChoice::Left(()))]);
        assert_eq!(choices, Choices { places, ..Choices::default() });
    }
}
