//! Random datasets. Most of them are valid, so that a target tests what comes after the validation.

use arbitrary::{Result, Unstructured};
use banspread::{Dataset, Day};
use serde_json::{Map, Value, json};

const STATUSES: [&str; 4] = ["banned", "restricted", "review", "permitted"];
const COLORS: [[&str; 2]; 4] =
    [["#6e0b2a", "#c04259"], ["#b3581b", "#ec975a"], ["#b78c3a", "#e8d19a"], ["#17588c", "#508ec8"]];
const PATTERNS: [&str; 6] = ["solid", "diagonal", "counterdiagonal", "horizontal", "dots", "grid"];
const KINDS: [&str; 4] = ["country", "country", "bloc", "company"];
const BASES: [&str; 5] = ["rule", "decision", "statement", "contract", "inference"];
const GRIDS: [&str; 4] = ["world", "eu", "us-states", "none"];
/// Names of any length, direction and script, and letters that fonts and files have trouble with.
const NAMES: [&str; 10] = [
    "A",
    "Österreich",
    "The United Kingdom of Great Britain and Northern Ireland",
    "أبجد هوز 12",
    "日本電信電話",
    "🦉👩‍👩‍👧",
    "x\u{202e}y\u{2069}",
    "=1+1",
    "a \"b\", c; d",
    "e\u{301}\u{301}\u{301}",
];

/// At most this many entities: enough for several rows of tiles, few enough for many cases a second.
const MOST: usize = 12;

/// A dataset of random bytes; `None` if these bytes make none that is valid.
pub fn dataset(bytes: &mut Unstructured<'_>) -> Option<Dataset> {
    Dataset::from_text(&text(bytes).ok()?).ok()
}

/// The JSON of a dataset.
pub fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    let count = bytes.int_in_range(0..=MOST)?;
    let mut entities = Vec::new();
    for place in 0..count {
        entities.push(entity(bytes, place)?);
    }
    let (mut events, mut seen) = (Vec::new(), Vec::new());
    for _ in 0..if count == 0 { 0 } else { bytes.int_in_range(0..=20)? } {
        let event = event(bytes, count)?;
        // An entity has one status on a date. A dataset with two is refused.
        let name = (event["entity"].clone(), date_without_qualifier(&event));
        if !seen.contains(&name) {
            seen.push(name);
            events.push(event);
        }
    }
    let mut all = head(bytes)?;
    all.insert("statuses".to_owned(), statuses(bytes)?);
    if bytes.ratio(1, 2)? {
        let tiles: Vec<Value> = (0..count).map(|place| tile(bytes, place)).collect::<Result<_>>()?;
        all.insert("tiles".to_owned(), tiles.into());
    } else if bytes.ratio(1, 8)? {
        // A picture of a built-in grid takes ten times longer.
        all.insert("grid".to_owned(), (*bytes.choose(&GRIDS)?).into());
    }
    if bytes.ratio(1, 4)? {
        all.insert("tour".to_owned(), json!([{"date": date(bytes)?, "title": name(bytes)?}]));
        all.insert("periods".to_owned(), json!([{"label": name(bytes)?, "from": date(bytes)?, "until": "2031"}]));
    }
    all.insert("entities".to_owned(), entities.into());
    all.insert("events".to_owned(), events.into());
    Ok(Value::Object(all).to_string())
}

fn head(bytes: &mut Unstructured<'_>) -> Result<Map<String, Value>> {
    let plural = json!({"one": name(bytes)?, "other": name(bytes)?});
    let mut head = Map::new();
    for (field, value) in [
        ("format", json!(1)),
        ("id", json!("draft")),
        ("title", json!(name(bytes)?)),
        ("updated", json!(date(bytes)?)),
        ("actors", plural),
    ] {
        head.insert(field.to_owned(), value);
    }
    for (field, value) in [("start", date(bytes)?), ("end", date(bytes)?), ("stale_after", "P1Y6M".to_owned())] {
        if bytes.ratio(1, 6)? {
            head.insert(field.to_owned(), value.into());
        }
    }
    if bytes.ratio(1, 6)? {
        head.insert("weights".to_owned(), json!({"one": name(bytes)?, "other": name(bytes)?}));
    }
    Ok(head)
}

fn statuses(bytes: &mut Unstructured<'_>) -> Result<Value> {
    let mut all = Vec::new();
    for (id, [light, dark]) in STATUSES.iter().zip(COLORS) {
        let mut status =
            json!({"id": id, "label": format!("{} {id}", name(bytes)?), "color": {"light": light, "dark": dark}});
        if bytes.ratio(1, 2)? {
            status["pattern"] = (*bytes.choose(&PATTERNS)?).into();
        }
        if bytes.ratio(1, 4)? {
            status["lead"] =
                json!({"one": format!("{{n}} {}", name(bytes)?), "other": format!("{{n}} {}", name(bytes)?)});
        }
        all.push(status);
    }
    Ok(all.into())
}

fn entity(bytes: &mut Unstructured<'_>, place: usize) -> Result<Value> {
    let kind = *bytes.choose(&KINDS)?;
    let mut entity = json!({"id": format!("e{place}"), "name": format!("{} {place}", name(bytes)?), "kind": kind});
    if bytes.ratio(1, 6)? {
        entity["footnote"] = name(bytes)?.into();
    }
    if bytes.ratio(1, 6)? {
        let from: i32 = day(bytes)?;
        entity["from"] = Day::from_number(from).to_string().into();
        entity["until"] = Day::from_number(from + bytes.int_in_range(0..=2_000)?).to_string().into();
    }
    if bytes.ratio(1, 4)? {
        entity["weight"] = (*bytes.choose(&[0.0, 0.1, 1.0, 3.5, 1e9, 1e15])?).into();
    }
    Ok(entity)
}

fn event(bytes: &mut Unstructured<'_>, entities: usize) -> Result<Value> {
    let (entity, date) = (bytes.int_in_range(0..=entities - 1)?, date(bytes)?);
    let mut event = json!({"entity": format!("e{entity}"), "date": date, "title": name(bytes)?});
    if bytes.ratio(1, 8)? {
        return Ok(event);
    }
    event["status"] = (*bytes.choose(&STATUSES)?).into();
    event["sources"] = json!([{"outlet": name(bytes)?}]);
    if bytes.ratio(1, 3)? {
        event["basis"] = (*bytes.choose(&BASES)?).into();
    }
    if bytes.ratio(1, 4)? {
        event["until"] = end(bytes, &date)?.into();
    }
    Ok(event)
}

/// A last day, some days after the last possible day of a date.
fn end(bytes: &mut Unstructured<'_>, date: &str) -> Result<String> {
    let last = date.parse::<banspread::PartialDate>().map_or(Day::from_number(0), |date| date.last());
    Ok(last.plus(bytes.int_in_range(0..=900)?).to_string())
}

fn tile(bytes: &mut Unstructured<'_>, place: usize) -> Result<Value> {
    // In rows of four, and sometimes far away from the others.
    let far = if bytes.ratio(1, 30)? { bytes.int_in_range(0..=900)? } else { 0 };
    Ok(json!({"entity": format!("e{place}"), "row": place / 4 + far, "column": place % 4}))
}

fn name(bytes: &mut Unstructured<'_>) -> Result<&'static str> {
    bytes.choose(&NAMES).copied()
}

/// A day, a month or a year, certain or not, often close to others, sometimes at the ends of the calendar.
fn date(bytes: &mut Unstructured<'_>) -> Result<String> {
    let whole = match bytes.int_in_range(0..=40)? {
        0 => "0000-01-01".to_owned(),
        1 => "9999-12-31".to_owned(),
        _ => Day::from_number(day(bytes)?).to_string(),
    };
    let length = *bytes.choose(&[10, 10, 10, 7, 4])?;
    Ok(format!("{}{}", &whole[..length], bytes.choose(&["", "", "", "", "?", "~", "%"])?))
}

fn day(bytes: &mut Unstructured<'_>) -> Result<i32> {
    bytes.int_in_range(16_800..=19_400)
}

fn date_without_qualifier(event: &Value) -> String {
    event["date"].as_str().unwrap_or_default().trim_end_matches(['?', '~', '%']).to_owned()
}
