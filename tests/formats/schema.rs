//! The JSON Schema, compared with the checker.

use banspread::format::json_schema;
use banspread::{Dataset, Limits};
use serde_json::{Value, json};

use super::HUAWEI;

const SCHEMA: &str = include_str!("../../datasets/schema.json");

#[test]
fn the_published_schema_is_that_of_the_table() {
    let published: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(published == json_schema::schema(), "write it anew: banspread schema > datasets/schema.json");
}

#[test]
fn the_schema_and_the_checker_agree_on_every_shape() {
    let schema = jsonschema::draft202012::new(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let huawei: Value = serde_json::from_str(HUAWEI).unwrap();
    assert!(schema.is_valid(&huawei), "{:?}", schema.iter_errors(&huawei).next().map(|error| error.to_string()));
    let whole = json!({
        "$schema": "schema.json", "format": 1, "lang": "en", "id": "x", "title": {"en": "X", "pt-BR": "Y"}, "description": {"en": "d", "de": "e"}, "updated": "2021-06", "stale_after": "P5Y", "license": "l",
        "tiles": [{"entity": "e", "row": 0, "column": 0}], "actors": {"one": "a", "other": "b"},
        "statuses": [{"id": "s", "label": "S", "color": {"light": "#6e0b2a", "dark": "#c04259"}, "pattern": "dots",
                      "lead": {"one": "a", "other": "b"}, "clause": {"en": {"one": "a", "other": "b"}, "ar": {"few": "c", "other": "d"}}}],
        "scopes": [{"id": "core", "label": "Core network", "description": "d"}],
        "entities": [{"id": "e", "name": "E", "kind": "country", "tile": true, "label": "Ee", "footnote": "f"},
                     {"id": "b", "name": "B", "kind": "bloc", "acts_in": ["e"]}],
        "events": [{"entity": "e", "date": "2020-01-02?", "date_kind": "decision", "announced": "2020", "in_force": "2020-02",
                    "until": "2020-03-04~", "status": "s", "level": "government", "basis": "rule", "scope": ["core"], "title": "t", "text": "x",
                    "sources": [{"outlet": "o", "date": "2020", "url": "https://example.org/"}], "confidence": "low",
                    "caution": "c",
                    "corrections": [{"field": "f", "was": "w", "now": "n", "since": "2021", "reason": "r"}]}],
        "tour": [{"date": "2020-01", "entity": "e", "title": "t", "text": "x"}],
        "periods": [{"label": "p", "from": "2020", "until": "2020-03"}],
    });
    let mut tried = 0;
    for (place, changed) in variants(&whole) {
        let shape = [
            "unknown",
            "wrong-kind",
            "missing-field",
            "blank",
            "invalid-id",
            "invalid-color",
            "invalid-address",
            "empty-list",
            "invalid-date",
            "invalid-duration",
            "invalid-language-tag",
        ];
        let found = Dataset::check(&changed.to_string(), &|_| None, &Limits::default())
            .err()
            .map(|error| error.diagnostics)
            .unwrap_or_default();
        let shapeless = found.iter().map(|found| found.fault.code()).any(|code| {
            let reference = ["unknown-status", "unknown-scope", "unknown-entity", "unknown-grid"].contains(&code);
            !reference && shape.iter().any(|shape| code.starts_with(shape))
        });
        assert_eq!(!shapeless, schema.is_valid(&changed), "{place}: {found:?}");
        tried += 1;
    }
    assert!(tried > 500, "{tried} variants");
}

/// Variants of a dataset, each with its place: one value is replaced or missing, or an object has one more field.
fn variants(whole: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for pointer in pointers(whole, String::new()) {
        let others = [
            json!(null),
            json!(true),
            json!(3),
            json!(-1),
            json!(""),
            json!(" "),
            json!("a,b"),
            json!("word"),
            json!("https://a.example?b@c"),
            json!("https:///a.example"),
            json!("https://a.example\\b"),
            json!("https://me@a.example"),
            json!([]),
            json!({}),
        ];
        for other in others {
            let mut changed = whole.clone();
            *changed.pointer_mut(&pointer).unwrap() = other.clone();
            found.push((format!("{pointer} = {other}"), changed));
        }
        let (parent, name) = pointer.rsplit_once('/').unwrap_or(("", ""));
        let mut without = whole.clone();
        if let Some(object) = without.pointer_mut(parent).and_then(Value::as_object_mut) {
            object.remove(name);
            found.push((format!("without {pointer}"), without));
        }
        let mut beside = whole.clone();
        if let Some(object) = beside.pointer_mut(&pointer).and_then(Value::as_object_mut) {
            object.insert("other".to_owned(), json!("x"));
            found.push((format!("beside {pointer}"), beside));
        }
    }
    found
}

fn pointers(value: &Value, here: String) -> Vec<String> {
    let inner: Vec<String> = match value {
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, value)| pointers(value, format!("{here}/{name}"))).collect()
        }
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(index, value)| pointers(value, format!("{here}/{index}"))).collect()
        }
        _ => Vec::new(),
    };
    std::iter::once(here).chain(inner).collect()
}
