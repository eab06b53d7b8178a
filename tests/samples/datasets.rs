//! Datasets for tests of pictures.

use banspread::Dataset;
use serde_json::{Value, json};

use super::Language;

/// A dataset that a test builds step by step.
pub(crate) struct Sample(Value);

/// Statuses: id, light colour, dark colour and pattern. A dataset rarely needs more.
const STATUSES: [(&str, &str, &str, &str); 8] = [
    ("banned", "#6e0b2a", "#c04259", "solid"),
    ("restricted", "#b3581b", "#ec975a", "diagonal"),
    ("review", "#b78c3a", "#e8d19a", "dots"),
    ("permitted", "#17588c", "#508ec8", "counterdiagonal"),
    ("lapsed", "#5b4a8a", "#9a86d6", "horizontal"),
    ("planned", "#2f6b4f", "#6fb592", "grid"),
    ("contested", "#7a2f6a", "#cf7fbd", "diagonal"),
    ("suspended", "#3f5560", "#8ea6b3", "dots"),
];

/// The first statuses of the table, with these labels.
pub(crate) fn statuses(labels: &[&str]) -> Value {
    let status = |(label, (id, light, dark, pattern)): (&&str, &(&str, &str, &str, &str))| {
        json!({"id": id, "label": label, "color": {"light": light, "dark": dark}, "pattern": pattern,
               "lead": {"one": format!("{{n}} ({label})"), "other": format!("{{n}} ({label})")}})
    };
    labels.iter().zip(&STATUSES).map(status).collect()
}

/// A dataset of two countries and a company, with the statuses banned and permitted, and with further fields such as
/// `events`.
pub(crate) fn small(more: Value) -> Dataset {
    let mut dataset = json!({
        "format": 1, "id": "small", "title": "Small", "updated": "2020-12-31", "grid": "world",
        "actors": { "one": "government", "other": "governments" },
        "statuses": [
            { "id": "banned", "label": "Banned", "color": { "light": "#6e0b2a", "dark": "#c04259" } },
            { "id": "permitted", "label": "Permitted", "color": { "light": "#17588c", "dark": "#508ec8" } }
        ],
        "entities": [
            { "id": "FR", "name": "France", "kind": "country" },
            { "id": "DE", "name": "Germany", "kind": "country" },
            { "id": "Telco", "name": "Telco", "kind": "company" }
        ]
    });
    let Value::Object(more) = more else { panic!("{more} has no fields") };
    dataset.as_object_mut().unwrap().extend(more);
    Dataset::from_text(&dataset.to_string()).expect("the dataset is valid")
}

/// An event that sets a status.
pub(crate) fn event(entity: &str, date: &str, status: &str) -> Value {
    json!({"entity": entity, "date": date, "status": status, "title": "A decision", "sources": [{"outlet": "A paper"}]})
}

/// A note: an event without a status.
pub(crate) fn note(entity: &str, date: &str) -> Value {
    json!({"entity": entity, "date": date, "title": "A note"})
}

/// A tile of the grid of a dataset.
pub(crate) fn tile(entity: &str, row: usize, column: usize) -> Value {
    json!({"entity": entity, "row": row, "column": column})
}

impl Sample {
    /// A dataset with four statuses, without entities and events. Its last day is the end of 2021.
    pub(crate) fn new() -> Self {
        Self(json!({
            "format": 1, "id": "sample", "title": "A sample", "updated": "2021-12-31",
            "actors": {"one": "government", "other": "governments"},
            "statuses": statuses(&["Banned", "Restricted", "Under review", "Permitted"]),
            "entities": [], "events": [],
        }))
    }

    /// Sets a field.
    pub(crate) fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.0[field] = value.into();
        self
    }

    /// Adds countries, and a row of tiles for them.
    pub(crate) fn row(self, codes: &[&str]) -> Self {
        let tiles: Vec<Value> = codes.iter().enumerate().map(|(column, code)| tile(code, 0, column)).collect();
        self.with("tiles", tiles).countries(codes)
    }

    /// Adds countries with their codes as names.
    pub(crate) fn countries(self, codes: &[&str]) -> Self {
        codes.iter().fold(self, |sample, code| sample.country(code, code))
    }

    /// Adds a country.
    pub(crate) fn country(self, code: &str, name: &str) -> Self {
        self.and("entities", json!({"id": code, "name": name, "kind": "country"}))
    }

    /// Adds companies.
    pub(crate) fn companies(mut self, names: &[&str]) -> Self {
        for name in names {
            self.push("entities", json!({"id": name, "name": name, "kind": "company"}));
        }
        self
    }

    /// Adds an item to a list.
    pub(crate) fn and(mut self, field: &str, item: Value) -> Self {
        self.push(field, item);
        self
    }

    /// Adds events: entity, date and status.
    pub(crate) fn events(mut self, events: &[(&str, &str, &str)]) -> Self {
        for (entity, date, status) in events {
            self.push("events", event(entity, date, status));
        }
        self
    }

    /// The dataset.
    pub(crate) fn dataset(self) -> Dataset {
        Dataset::from_text(&self.0.to_string()).unwrap_or_else(|error| panic!("{error}"))
    }

    fn push(&mut self, field: &str, item: Value) {
        self.0[field].as_array_mut().expect("a list").push(item);
    }
}

/// The tiles of a small Europe.
const EUROPE: [(&str, usize, usize); 20] = [
    ("NO", 0, 3),
    ("SE", 0, 4),
    ("FI", 0, 5),
    ("EE", 1, 5),
    ("IE", 1, 0),
    ("GB", 1, 1),
    ("DK", 1, 3),
    ("LV", 1, 6),
    ("NL", 2, 2),
    ("DE", 2, 3),
    ("PL", 2, 4),
    ("LT", 2, 5),
    ("BE", 3, 2),
    ("CH", 3, 3),
    ("AT", 3, 4),
    ("RO", 3, 6),
    ("PT", 4, 0),
    ("ES", 4, 1),
    ("FR", 4, 2),
    ("IT", 4, 3),
];

/// A small Europe in the words of a language, with blocs and companies, with or without events.
pub(crate) fn europe(language: &Language, events: bool) -> Dataset {
    let tiles: Vec<Value> = EUROPE.iter().map(|(code, row, column)| tile(code, *row, *column)).collect();
    let codes: Vec<&str> = EUROPE.iter().map(|(code, ..)| *code).collect();
    let mut sample = Sample::new()
        .with("lang", language.tag)
        .with("title", language.title)
        .with("statuses", spoken(language))
        .with("tiles", tiles)
        .companies(&language.companies)
        .and("entities", json!({"id": "bloc", "name": language.bloc, "kind": "bloc"}));
    for (code, name) in codes.iter().copied().zip(language.names).chain(language.elsewhere) {
        sample = sample.country(code, name);
    }
    if events {
        for (place, code) in codes.iter().enumerate() {
            let status = STATUSES[place * 3 % 4].0;
            let (year, month) = (2018 + place / 6, 1 + place * 7 % 12);
            sample = sample.and("events", event(code, &format!("{year}-{month:02}-14"), status));
            if place % 4 == 1 {
                sample = sample.and("events", event(code, "2021-03", STATUSES[0].0));
            }
        }
        sample = sample.and("events", event(language.companies[1], "2019-05-16", "banned"));
        sample = sample.and("events", note("GB", "2020-01-28"));
    }
    sample.dataset()
}

/// The four statuses with labels and clauses of a language.
fn spoken(language: &Language) -> Value {
    let mut all = statuses(&language.statuses);
    for (status, clause) in all.as_array_mut().expect("a list").iter_mut().zip(language.clauses) {
        let plural = json!({"one": clause, "other": clause});
        status["lead"] = plural.clone();
        status["clause"] = plural;
    }
    all
}

/// The countries of the default grid on a grid of the dataset. Such a grid has one shape for all widths.
pub(crate) fn only_shape(csv: &str, language: &Language) -> Dataset {
    let places = csv.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        let number = |place: usize| fields[place].parse::<usize>().expect("a row or column");
        tile(fields[0], number(2), number(3))
    });
    Sample::new()
        .with("lang", language.tag)
        .with("title", language.title)
        .with("statuses", spoken(language))
        .with("tiles", places.collect::<Vec<_>>())
        .countries(&codes(csv))
        .and("events", event("AU", "2018-08-23", "banned"))
        .and("events", event("GB", "2020-07-14", "restricted"))
        .dataset()
}

fn codes(csv: &str) -> Vec<&str> {
    csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect()
}

/// The largest dataset, in the words of a language: 200 countries with events, 8 statuses with long names, 120
/// companies, 40 years.
pub(crate) fn largest(language: &Language) -> Dataset {
    let labels: Vec<String> = (0..STATUSES.len())
        .map(|place| format!("{} – {}", language.statuses[place % 4], language.statuses[(place + 1) % 4]))
        .collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let names: Vec<String> =
        (1..=120).map(|number| format!("{} {number}", language.companies[number % language.companies.len()])).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut sample = Sample::new()
        .with("lang", language.tag)
        .with("title", language.title)
        .with("grid", "world")
        .with("statuses", statuses(&labels))
        .companies(&names)
        .and("entities", json!({"id": "bloc", "name": language.bloc, "kind": "bloc"}));
    for (code, name) in language.elsewhere {
        sample = sample.country(code, name);
    }
    for (place, entity) in codes(WORLD).iter().chain(&names).enumerate() {
        for step in 0..3 {
            let (year, month) = (1982 + (place * 7 + step * 13) % 40, 1 + (place * 5 + step) % 12);
            let date = if step == 2 && place % 4 == 0 {
                format!("{year}")
            } else {
                format!("{year}-{month:02}-{:02}", 1 + place % 28)
            };
            sample = sample.and("events", event(entity, &date, STATUSES[(place + step * 3) % 8].0));
        }
    }
    sample.dataset()
}

/// The wide shape of the world.
pub(crate) const WORLD: &str = include_str!("../../datasets/grids/world.csv");
/// The tall shape of the world, for phones.
pub(crate) const PORTRAIT: &str = include_str!("../../datasets/grids/world-portrait.csv");
