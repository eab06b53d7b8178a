//! The JSON reader: which texts it accepts and refuses, at which position it reports an error, and whether serde_json
//! agrees.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use banspread::Dataset;
use banspread::format::node::{Node, Value};

fn number(text: &str) -> f64 {
    text.parse::<Node>().unwrap().number().unwrap_or_else(|| panic!("{text} is no number"))
}

#[test]
fn numbers_are_rounded_to_the_nearest() {
    for (text, expected) in [
        ("0", 0.0),
        ("-0", -0.0),
        ("0e99999999999999999999", 0.0),
        ("1e-400", 0.0),
        ("1.50E+2", 150.0),
        ("0.1", 0.1),
        ("9007199254740993", 9_007_199_254_740_992.0),
        ("1.7976931348623157e308", f64::MAX),
        ("5e-324", f64::from_bits(1)),
        ("2.2250738585072011e-308", f64::from_bits(0x000f_ffff_ffff_ffff)),
        (&format!("1{}", "0".repeat(300)), 1e300),
        (&format!("0.{}1", "0".repeat(299)), 1e-300),
    ] {
        assert_eq!(number(text).to_bits(), expected.to_bits(), "{text}");
    }
}

#[test]
fn escapes_become_their_characters() {
    for (text, expected) in [
        (r#""""#, ""),
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""\u0000\u0041\u00e4\u20AC""#, "\0Aä€"),
        (r#""a\ud83d\ude00b""#, "a😀b"),
        (r#""\uDBFF\uDFFF\uffff""#, "\u{10ffff}\u{ffff}"),
        ("\"\u{7f}\u{2028}ä😀\"", "\u{7f}\u{2028}ä😀"),
    ] {
        assert_eq!(text.parse::<Node>().unwrap().text(), Some(expected), "{text}");
    }
}

#[test]
fn valid_json_is_read() {
    for text in ["{}", "[]", " \t\r\n[ \n] ", "null", "true", "false", "\"\"", "1", "[[],{}]", "{\"\":{\"\":[0]}}"] {
        assert!(text.parse::<Node>().is_ok(), "{text}");
    }
    let Value::Object(members) = "{\"b\": 1, \"a\": 2}".parse::<Node>().unwrap().value else { panic!("no object") };
    assert_eq!(members.iter().map(|member| &*member.name).collect::<Vec<_>>(), ["b", "a"]);
}

/// The path, the line and the column of the finding about a text that is not JSON, and its code.
fn broken(text: &str) -> (String, usize, usize, &'static str) {
    let Err(invalid) = text.parse::<Node>() else { panic!("{text:?} is read") };
    let [found] = &invalid.diagnostics[..] else { panic!("one finding: {invalid}") };
    let position = found.position.unwrap();
    assert!(position.start <= position.end && position.end <= text.len(), "{text:?}: {position:?}");
    (found.path.to_string(), position.line, position.column, found.fault.code())
}

#[test]
fn errors_in_json_have_their_position() {
    for (text, path, line, column) in [
        // Nothing, or only a part.
        ("", "", 1, 1),
        (" \n ", "", 2, 2),
        ("{\"a\": 1", "a", 1, 8),
        ("{\"a\": 1\n", "a", 2, 1),
        ("{\"a\"", "a", 1, 5),
        ("{\"a\":", "a", 1, 6),
        ("{\"a\": {\"b\": [1, \"x", "a.b[1]", 1, 19),
        ("[1", "[0]", 1, 3),
        ("\"\\", "", 1, 2),
        ("\"\\u00", "", 1, 2),
        ("nul", "", 1, 1),
        // Punctuation.
        ("{\n  \"a\": [1, 2,],\n}", "a[1]", 2, 14),
        ("{\"a\": 1,}", "a", 1, 9),
        ("{\"a\": 1 \"b\": 2}", "a", 1, 9),
        ("{\"a\" 1}", "a", 1, 6),
        ("{\"a\": 1, \"b\" 2}", "b", 1, 14),
        ("[1 2]", "[0]", 1, 4),
        ("[,1]", "[0]", 1, 2),
        ("[1}", "[0]", 1, 3),
        ("{a: 1}", "", 1, 2),
        ("{'a': 1}", "", 1, 2),
        ("{1: 1}", "", 1, 2),
        ("[] []", "", 1, 4),
        ("{}\0", "", 1, 3),
        ("[1]// no comments", "", 1, 4),
        // White space is only four characters. A byte order mark is not one of them.
        ("\u{feff}[]", "", 1, 1),
        ("[\u{a0}1]", "[0]", 1, 2),
        ("[\u{c}1]", "[0]", 1, 2),
        // Words and numbers.
        ("[nul]", "[0]", 1, 2),
        ("[True]", "[0]", 1, 2),
        ("[nulls]", "[0]", 1, 2),
        ("[NaN]", "[0]", 1, 2),
        ("[Infinity]", "[0]", 1, 2),
        ("[-]", "[0]", 1, 2),
        ("[+1]", "[0]", 1, 2),
        ("[01]", "[0]", 1, 2),
        ("[-01]", "[0]", 1, 2),
        ("[.5]", "[0]", 1, 2),
        ("[5.]", "[0]", 1, 2),
        ("[1.e1]", "[0]", 1, 2),
        ("[1e]", "[0]", 1, 2),
        ("[1e+]", "[0]", 1, 2),
        ("[0x10]", "[0]", 1, 2),
        ("[1_0]", "[0]", 1, 3),
        ("[1e400]", "[0]", 1, 2),
        ("{\"a\": -1e99999999999999999999}", "a", 1, 7),
        // Strings.
        ("[\"ä\ny\"]", "[0]", 1, 4),
        ("[\"\t\"]", "[0]", 1, 3),
        ("[\"\\x\"]", "[0]", 1, 3),
        ("[\"\\'\"]", "[0]", 1, 3),
        ("[\"\\u12g4\"]", "[0]", 1, 3),
        ("[\"\\u+123\"]", "[0]", 1, 3),
        ("[\"\\ud800\"]", "[0]", 1, 3),
        ("[\"\\udc00\"]", "[0]", 1, 3),
        ("[\"\\ud800\\u0041\"]", "[0]", 1, 3),
        ("[\"\\ud800\\ud800\"]", "[0]", 1, 3),
        ("[\"\\udc00\\ud800\"]", "[0]", 1, 3),
        ("[\"\\ud800x\"]", "[0]", 1, 3),
        ("{\"\\ud800\": 1}", "", 1, 3),
    ] {
        assert_eq!(broken(text), (path.to_owned(), line, column, "syntax"), "{text:?}");
    }
}

#[test]
fn lists_and_objects_nest_at_most_64_deep() {
    let nested = |depth: usize| format!("{}{}", "[{\"a\":".repeat(depth / 2) + "1", "}]".repeat(depth / 2));
    assert!(nested(64).parse::<Node>().is_ok());
    let (path, line, column, code) = broken(&nested(66));
    assert_eq!((path, line, column, code), ("[0].a".repeat(32), 1, 6 * 32 + 1, "nesting"));
    assert_eq!(broken(&"[".repeat(1_000_000)).3, "nesting");
    let many = format!("[{}1]", "[[]],".repeat(100));
    assert!(many.parse::<Node>().is_ok(), "those that are closed do not count");
}

#[test]
fn a_text_may_end_anywhere() {
    let text = "{\"a\\u0041\": [1.5e3, {\"b\": \"x\\\"]\\ud83d\\ude00\"}], \"ä\": {}, \"n\": null}";
    assert!(text.parse::<Node>().is_ok());
    for (end, _) in text.char_indices() {
        broken(&text[..end]);
    }
}

#[test]
fn findings_have_the_position_of_their_value_or_name() {
    let json = "{\n \"format\": 2,\n \"title\": \"a\",\n \"t\\u0069tle\": \"b\",\n \"x.y\": 1,\n \"titl\\u00e9\": 1, \"license\": {\"en\": \"l\", \"d e\": \"m\"},\n \
                \"statuses\": [{\"id\": \"s\", \"c\\u006flor\": {\"light\": 5, \"light\": \"#000000\"}}]\n}";
    let found = Dataset::from_text(json).unwrap_err().diagnostics;
    let told: Vec<(usize, String, &str)> = found
        .iter()
        .filter(|found| found.fault.code() != "missing-field")
        .map(|found| {
            let position = found.position.unwrap();
            let stretch = &json[position.start..position.end];
            (position.line, format!("{} {}", found.path, found.fault.code()), stretch)
        })
        .collect();
    let expected = [
        (2, "format unknown-format", "2"),
        (4, "title duplicate-field", "\"t\\u0069tle\""),
        (5, "x.y unknown-field", "\"x.y\""),
        (6, "titlé unknown-field", "\"titl\\u00e9\""),
        (6, "license.d e invalid-language-tag", "\"d e\""),
        (7, "statuses[0].color.light wrong-kind", "5"),
        (7, "statuses[0].color.light duplicate-field", "\"light\""),
    ];
    for (line, what, stretch) in expected {
        assert!(told.contains(&(line, what.to_owned(), stretch)), "{what} in {told:#?}");
    }
    let missing = found.iter().find(|found| found.path.to_string() == "statuses[0]").unwrap().position.unwrap();
    assert_eq!(&json[missing.start..missing.end], "{", "what is missing is missed in what would hold it");
}

/// The files of the repository that are JSON, or almost JSON.
fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["datasets", "tests/data", "tests/data/invalid", "tests/hostile", "www/messages", "pkg"] {
        let inside = fs::read_dir(Path::new(folder)).unwrap().map(|entry| entry.unwrap().path());
        found.extend(inside.filter(|path| path.extension().is_some_and(|ending| ending == "json")));
    }
    found.sort();
    assert!(found.len() > 80, "{} files", found.len());
    found
}

/// The tree of serde_json, which keeps the last of several members with one name.
fn as_serde(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => (&**text).into(),
        Value::List(items) => items.iter().map(as_serde).collect(),
        Value::Object(members) => members
            .iter()
            .map(|member| (member.name.to_string(), as_serde(&member.node)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// Whether two values are the same. serde_json does not always read a number with a long fraction as the nearest
/// number.
fn same(own: &serde_json::Value, other: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Number, Object};
    match (own, other) {
        (Number(own), Number(other)) => {
            let [own, other] = [own, other].map(|number| number.as_f64().unwrap());
            own == other || (own - other).abs() <= own.abs() * 1e-15
        }
        (Array(own), Array(other)) => own.len() == other.len() && own.iter().zip(other).all(|(a, b)| same(a, b)),
        (Object(own), Object(other)) => {
            own.len() == other.len() && own.iter().zip(other).all(|((name, a), (known, b))| name == known && same(a, b))
        }
        _ => own == other,
    }
}

/// Compares the two readers. Returns whether they accept the text.
fn compare(text: &str) -> bool {
    let (own, other) = (text.parse::<Node>(), serde_json::from_str::<serde_json::Value>(text));
    match (&own, &other) {
        (Ok(own), Ok(other)) => assert!(same(&as_serde(own), other), "{text}"),
        (Err(_), Err(_)) => {}
        // serde_json reads 127 levels.
        (Err(invalid), Ok(_)) => assert_eq!(invalid.diagnostics[0].fault.code(), "nesting", "{text}"),
        (Ok(_), Err(error)) => panic!("serde_json: {error}: {text}"),
    }
    own.is_ok()
}

/// Numbers without a pattern. They are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    /// A position between two characters.
    fn place(&mut self, text: &str) -> usize {
        let place = self.below(text.len() + 1);
        (0..=place).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
    }
}

const PIECES: [&str; 36] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\\"",
    "\\u0041",
    "\\ud83d",
    "\\ude00",
    "\\u",
    "\\x",
    "0",
    "-",
    "1",
    ".",
    "e",
    "E+",
    "1e400",
    "-0",
    "1.5",
    "123456789012345678901234567890",
    "0.1234567890123456789",
    "null",
    "true",
    "fals",
    "\n",
    "\t",
    " ",
    "\u{feff}",
    "\u{a0}",
    "ä",
    "\0",
    "\"a\":1,",
];

#[test]
fn serde_json_accepts_and_refuses_the_same_texts() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let [mut taken, mut refused] = [0, 0];
    for file in files() {
        let text = fs::read_to_string(&file).unwrap();
        let text = banspread::format::detect::plain(&text);
        compare(text);
        for _ in 0..if text.len() > 50_000 { 4 } else { 60 } {
            let mut changed = text.to_owned();
            for _ in 0..1 + dice.below(2) {
                let (a, b) = (dice.place(&changed), dice.place(&changed));
                let piece = PIECES[dice.below(PIECES.len())];
                let next = changed[a..].chars().next().map_or(0, char::len_utf8);
                match dice.below(6) {
                    0 => changed.truncate(a),
                    1 => changed.replace_range(a..a + next, ""),
                    2 => {
                        let again: String = changed[a.min(b)..].chars().take(40).collect();
                        changed.insert_str(a, &again);
                    }
                    3 => changed.replace_range(a..a + next, piece),
                    _ => changed.insert_str(a, piece),
                }
            }
            if compare(&changed) { taken += 1 } else { refused += 1 }
        }
    }
    assert!(taken > 500 && refused > 2_000, "{taken} taken, {refused} refused");
}
