//! Random intents, as a shell sends them.

use arbitrary::{Result, Unstructured};
use banspread::Intent;
use serde_json::{Value, json};

const WORDS: [&str; 6] = ["first", "last", "leave", "play", "pause", "play"];
const FOCUS: [&str; 8] = ["in", "out", "left", "right", "up", "down", "first", "last"];
const TABS: [&str; 4] = ["map", "lanes", "groups", "table"];
const PARTS: [&str; 3] = ["map", "timeline", "cursor"];
const STATUSES: [&str; 5] = ["banned", "restricted", "review", "permitted", "nothing"];
/// Numbers that a broken page can send, beside usual ones.
const NUMBERS: [f64; 8] = [0.0, -1.0, 0.5, 16.0, 1e9, -1e9, 1e300, -0.0];

/// A random intent.
pub fn intent(bytes: &mut Unstructured<'_>) -> Result<Intent> {
    let json = written(bytes)?;
    let node = json.to_string().parse().expect("the intent is JSON");
    Ok(Intent::read(&node).unwrap_or_else(|| panic!("{json} is no intent")))
}

fn written(bytes: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match bytes.int_in_range(0..=20)? {
        0 => json!({"day": bytes.int_in_range(16_000..=20_000)?}),
        1 => json!({"day": number(bytes)?}),
        2 => json!({"compare": bytes.int_in_range(16_000..=20_000)?}),
        3 => json!({"compare": true}),
        4 => json!({"compare": null}),
        5 => json!({"tour": bytes.int_in_range(-1..=3)?}),
        6 => json!({"hold": bytes.choose(&["day", "other"])?}),
        7 => json!({"grab": number(bytes)?}),
        8 => json!({"scrub": number(bytes)?}),
        9 => json!({bytes.choose(&["step", "nudge", "quarter"])?.to_string(): number(bytes)?}),
        10 => json!({"step": bytes.int_in_range(-3..=3)?}),
        11 => json!({bytes.choose(&["hover", "tap"])?.to_string():
            {"part": bytes.choose(&PARTS)?, "x": number(bytes)?, "y": number(bytes)?}}),
        12 => json!({"select": entity(bytes)?}),
        13 => json!({"filter": bytes.choose(&STATUSES)?}),
        14 => json!({"filter": null}),
        15 => json!({bytes.choose(&["firm", "weighted"])?.to_string(): bytes.arbitrary::<bool>()?}),
        16 => json!({"view": bytes.choose(&TABS)?}),
        17 => json!({"sort": [entity(bytes)?, bytes.choose(&STATUSES)?]}),
        18 => json!({bytes.choose(&["scroll", "advance"])?.to_string(): number(bytes)?}),
        19 => json!({"focus": bytes.choose(&FOCUS)?}),
        _ => json!(bytes.choose(&WORDS)?),
    })
}

fn entity(bytes: &mut Unstructured<'_>) -> Result<String> {
    Ok(format!("e{}", bytes.int_in_range(0..=13)?))
}

fn number(bytes: &mut Unstructured<'_>) -> Result<f64> {
    if bytes.ratio(1, 3)? { bytes.choose(&NUMBERS).copied() } else { Ok(f64::from(bytes.int_in_range(-50..=900)?)) }
}
