//! JSON, CSV and the JSON Schema: three views of one format.
#![cfg(not(target_arch = "wasm32"))]

mod round_trip;
mod schema;
mod spreadsheets;

use banspread::format::detect::Format;
use banspread::{Dataset, Limits};

const HUAWEI: &str = include_str!("../../datasets/huawei.json");

#[test]
fn the_format_is_detected_from_the_text() {
    for (text, format) in [
        ("{\"format\": 1, \"id\": \"x\"}", Format::Json),
        ("\n  [1, 2]", Format::Json),
        ("<!DOCTYPE html>, really", Format::Json),
        ("", Format::Json),
        ("entity,date\n", Format::Csv),
        ("entity;date", Format::Csv),
        ("entity\tdate", Format::Csv),
    ] {
        assert_eq!(Format::of(text), format, "{text:?}");
    }
}

#[test]
fn the_examples_of_the_documentation_are_valid() {
    let documentation = include_str!("../../docs/format.md");
    for kind in ["json", "csv"] {
        let (_, rest) = documentation.split_once(&format!("```{kind}\n")).expect(kind);
        let (example, _) = rest.split_once("```").expect(kind);
        let checked = Dataset::check(example, &|_| None, &Limits::default()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(checked.warnings, [], "{example}");
    }
}
