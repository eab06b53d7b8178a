//! The datasets of the benchmark, as `benches/browser/data.mjs` generates them too. The same size always gives the same
//! text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use banspread::Day;

/// How large a dataset is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// The number of entities.
    pub(crate) entities: u32,
    /// The number of events of all entities together.
    pub(crate) events: u32,
    /// The columns of the grid.
    pub(crate) columns: u32,
}

/// 200 entities with 1,000 events.
pub(crate) const S: Size = Size { entities: 200, events: 1_000, columns: 20 };
/// 2,000 entities with 50,000 events.
pub(crate) const M: Size = Size { entities: 2_000, events: 50_000, columns: 60 };
/// 5,000 entities with 1,000,000 events.
pub(crate) const L: Size = Size { entities: 5_000, events: 1_000_000, columns: 100 };

const SEED: u32 = 20_180_101;

/// The colours differ in lightness, so that no patterns are drawn.
const STATUSES: [[&str; 5]; 5] = [
    ["banned", "Banned", "#4d0a20", "#c04259", "ban it"],
    ["restricted", "Restricted", "#8f3f14", "#c96a35", "restrict it"],
    ["review", "Under review", "#b98a36", "#ecd7a3", "review it"],
    ["permitted", "Permitted", "#1b5f94", "#4f93cf", "permit it"],
    ["promoted", "Promoted", "#3f9e92", "#8ed8cb", "promote it"],
];

/// An event: the number of its entity, its day, and the place of its status.
type Event = (u32, Day, usize);

/// A dataset as JSON.
pub(crate) fn json(size: Size) -> String {
    let (first, last) = period();
    let mut text = format!(
        r#"{{"format":1,"id":"bench","title":"How a ban spreads","updated":"{last}","start":"{first}","end":"{last}","actors":{{"one":"place","other":"places"}},"#
    );
    list(&mut text, "statuses", STATUSES.iter(), |text, [id, label, light, dark, does]| {
        let form = format!(r#"{{"one":"{{n}} place: {label}","other":"{{n}} places {does}"}}"#);
        write!(
            text,
            r#"{{"id":"{id}","label":"{label}","color":{{"light":"{light}","dark":"{dark}"}},"pattern":"solid","lead":{form},"clause":{form}}}"#
        )
    });
    text.push(',');
    list(&mut text, "tiles", 0..size.entities, |text, n| {
        write!(text, r#"{{"entity":"E{n}","row":{},"column":{}}}"#, n / size.columns, n % size.columns)
    });
    text.push(',');
    list(&mut text, "entities", 0..size.entities, |text, n| {
        write!(text, r#"{{"id":"E{n}","name":"Place {n}","kind":"country"}}"#)
    });
    text.push(',');
    list(&mut text, "events", events(size), |text, (entity, day, status)| {
        let [id, label, ..] = STATUSES[status];
        write!(
            text,
            r#"{{"entity":"E{entity}","date":"{day}","status":"{id}","title":"{label}: E{entity}","sources":[{{"outlet":"The Wire","date":"{day}"}}]}}"#
        )
    });
    text.push('}');
    text
}

/// The same events as CSV, with a row for each of them.
pub(crate) fn csv(size: Size) -> String {
    let mut text = "record,entity,name,kind,date,status,title,source,source_date,label,color_light,color_dark,pattern,lead_one,lead_other,clause_one,clause_other,grid\n".to_owned();
    text += "dataset,,,,,,,,,,,,,,,,,none\n";
    for [id, label, light, dark, does] in STATUSES {
        let forms = format!("{{n}} place: {label},{{n}} places {does}");
        text += &format!("status,,,,,{id},,,,{label},{light},{dark},solid,{forms},{forms},\n");
    }
    for n in 0..size.entities {
        text += &format!("entity,E{n},Place {n},country,,,,,,,,,,,,,,\n");
    }
    for (entity, day, status) in events(size) {
        let [id, label, ..] = STATUSES[status];
        text += &format!("event,E{entity},,,{day},{id},{label}: E{entity},The Wire,{day},,,,,,,,,\n");
    }
    text
}

/// The first and the last day.
pub(crate) fn period() -> (Day, Day) {
    let day = |year, month, day| Day::from_ymd(year, month, day).expect("a day of the calendar");
    (day(2018, 1, 1), day(2023, 12, 31))
}

/// The events of each entity, on different days. Each one changes its status.
fn events(size: Size) -> impl Iterator<Item = Event> {
    let (first, last) = period();
    let days = f64::from(last.since(first) + 1);
    let mut random = Random(SEED);
    (0..size.entities).flat_map(move |entity| {
        let mut chosen = BTreeSet::new();
        while chosen.len() < (size.events / size.entities) as usize {
            chosen.insert(first.plus(random.below(days)));
        }
        let mut status = None;
        let events: Vec<Event> = chosen
            .into_iter()
            .map(|day| {
                // Not the status of before.
                let next = status.map_or(0, |before| before + 1) + random.below(STATUSES.len() as f64 - 1.0) as usize;
                (entity, day, *status.insert(next % STATUSES.len()))
            })
            .collect();
        events
    })
}

/// Writes a field that is a list.
fn list<T>(
    text: &mut String,
    name: &str,
    items: impl Iterator<Item = T>,
    one: impl Fn(&mut String, T) -> std::fmt::Result,
) {
    *text += &format!(r#""{name}":["#);
    for (place, item) in items.enumerate() {
        if place > 0 {
            text.push(',');
        }
        one(text, item).expect("a text takes everything");
    }
    text.push(']');
}

/// Numbers that look random, by the generator mulberry32.
pub(crate) struct Random(pub(crate) u32);

impl Random {
    /// A whole number from 0 to below a limit.
    pub(crate) fn below(&mut self, limit: f64) -> i32 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let mut t = (self.0 ^ self.0 >> 15).wrapping_mul(1 | self.0);
        t = t.wrapping_add((t ^ t >> 7).wrapping_mul(61 | t)) ^ t;
        (f64::from(t ^ t >> 14) / 4_294_967_296.0 * limit) as i32
    }
}
