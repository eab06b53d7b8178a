//! JSON, CSV and the JSON Schema: three views of one format.
#![cfg(not(target_arch = "wasm32"))]

use banspread::format::detect::Format;
use banspread::format::node::Node;
use banspread::format::{schema, write};
use banspread::{Dataset, Index, Limits, PartialDate};
use proptest::prelude::*;
use serde_json::{Value, json};

const HUAWEI: &str = include_str!("../datasets/huawei.json");
const SCHEMA: &str = include_str!("../datasets/schema.json");

fn tree(text: &str) -> Node {
    Dataset::tree(text, &|_| None).expect("a tree")
}

/// What a tree says, in one order and without what says nothing.
fn said(tree: &Node) -> String {
    write::json(tree)
}

#[test]
fn the_published_schema_is_that_of_the_table() {
    let published: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(published == schema::schema(), "write it anew: banspread schema > datasets/schema.json");
}

#[test]
fn the_schema_and_the_checker_agree_on_every_shape() {
    let schema = jsonschema::draft202012::new(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let huawei: Value = serde_json::from_str(HUAWEI).unwrap();
    assert!(schema.is_valid(&huawei), "{:?}", schema.iter_errors(&huawei).next().map(|error| error.to_string()));
    let whole = json!({
        "$schema": "schema.json", "format": 1, "lang": "en", "id": "x", "title": {"en": "X", "pt-BR": "Y"}, "description": {"en": "d", "de": "e"}, "updated": "2021-06", "license": "l",
        "tiles": [{"entity": "e", "row": 0, "column": 0}], "actors": {"one": "a", "other": "b"},
        "statuses": [{"id": "s", "label": "S", "color": {"light": "#6e0b2a", "dark": "#c04259"}, "pattern": "dots",
                      "lead": {"one": "a", "other": "b"}, "clause": {"en": {"one": "a", "other": "b"}, "ar": {"few": "c", "other": "d"}}}],
        "entities": [{"id": "e", "name": "E", "kind": "country", "tile": true, "label": "Ee", "footnote": "f"},
                     {"id": "b", "name": "B", "kind": "bloc", "acts_in": ["e"]}],
        "events": [{"entity": "e", "date": "2020-01-02?", "date_kind": "decision", "announced": "2020", "in_force": "2020-02",
                    "until": "2020-03-04~", "status": "s", "level": "government", "title": "t", "text": "x",
                    "sources": [{"outlet": "o", "date": "2020", "url": "https://example.org/"}], "confidence": "low",
                    "caution": "c",
                    "corrections": [{"field": "f", "was": "w", "now": "n", "since": "2021", "reason": "r"}]}],
        "tour": [{"date": "2020-01", "entity": "e", "title": "t", "text": "x"}],
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
            "invalid-language-tag",
        ];
        let found = Dataset::check(&changed.to_string(), &|_| None, &Limits::default())
            .err()
            .map(|error| error.diagnostics)
            .unwrap_or_default();
        let shapeless = found.iter().map(|found| found.fault.code()).any(|code| {
            let reference = ["unknown-status", "unknown-entity", "unknown-grid"].contains(&code);
            !reference && shape.iter().any(|shape| code.starts_with(shape))
        });
        assert_eq!(!shapeless, schema.is_valid(&changed), "{place}: {found:?}");
        tried += 1;
    }
    assert!(tried > 500, "{tried} variants");
}

/// The dataset with each of its values replaced by others, left out, or with a field beside it; each with its place.
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

#[test]
fn the_default_dataset_goes_to_csv_and_back() {
    let csv = write::csv(&tree(HUAWEI));
    assert_eq!(Format::of(&csv), Format::Csv);
    assert_eq!(said(&tree(&csv)), said(&tree(HUAWEI)));
    assert_eq!(Dataset::from_text(&csv).unwrap(), Dataset::huawei());
}

#[test]
fn the_default_dataset_is_written_as_the_command_writes_it() {
    assert!(write::json(&tree(HUAWEI)) == HUAWEI, "write it anew: banspread convert FILE --to json --out FILE");
}

/// Texts with everything in them that CSV has to quote; never blank.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Zäß中 ]{0,8}x",
        1 => "[ \t,;\"'\n#|=]{0,4}[a-z\"]{1,4}[ ,;\"\n\r]{0,3}",
    ]
}

fn optional(strategy: impl Strategy<Value = Value>) -> impl Strategy<Value = Option<Value>> {
    prop::option::weighted(0.4, strategy)
}

fn text() -> impl Strategy<Value = Value> {
    words().prop_map(Value::from)
}

/// A text, perhaps with translations.
fn told() -> impl Strategy<Value = Value> {
    by_language(text())
}

/// Such, perhaps in several languages.
fn by_language(one: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let tags = prop_oneof![3 => Just(vec![]), 1 => Just(vec!["de"]), 1 => Just(vec!["de", "pt-BR", "zh-Hans"])];
    (tags, prop::collection::vec(one, 4)).prop_map(|(tags, mut texts)| {
        if tags.is_empty() {
            return texts.swap_remove(0);
        }
        object(["en"].into_iter().chain(tags).zip(texts.into_iter().map(Some)).collect())
    })
}

/// A word for numbers in some of its forms.
fn plural() -> impl Strategy<Value = Value> {
    let forms = prop::collection::vec(optional(text()), 5);
    let one = (forms, text()).prop_map(|(forms, other)| {
        let rare = ["zero", "one", "two", "few", "many"].into_iter().zip(forms);
        object(rare.chain([("other", Some(other))]).collect())
    });
    by_language(one.boxed())
}

fn date() -> impl Strategy<Value = Value> {
    (2000..2022, 1..13, 1..29, 0..3usize, 0..4usize).prop_map(|(year, month, day, precision, qualifier)| {
        let whole = format!("{year}-{month:02}-{day:02}");
        Value::from(whole[..[4, 7, 10][precision]].to_owned() + ["", "?", "~", "%"][qualifier])
    })
}

fn object(fields: Vec<(&str, Option<Value>)>) -> Value {
    Value::Object(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

fn source() -> impl Strategy<Value = Value> {
    (text(), optional(date()), optional("https://[a-z]{1,5}\\.org/[a-z,;\"]{0,4}".prop_map(Value::from)))
        .prop_map(|(outlet, date, url)| object(vec![("outlet", Some(outlet)), ("date", date), ("url", url)]))
}

fn correction() -> impl Strategy<Value = Value> {
    (text(), text(), text(), optional(date()), told()).prop_map(|(field, was, now, since, reason)| {
        object(vec![
            ("field", Some(field)),
            ("was", Some(was)),
            ("now", Some(now)),
            ("since", since),
            ("reason", Some(reason)),
        ])
    })
}

// Declared ones, a place of the grid that is not, and one whose id is the name of another.
const ENTITIES: [&str; 7] = ["IT", "e 1", "eu", "gb", "EU", "FR", "EE"];

fn event() -> impl Strategy<Value = Value> {
    let dates = (date(), optional(date()), optional(date()), prop::option::of(0..2usize));
    let words = (told(), optional(told()), optional(told()), prop::option::of(0..3usize));
    let lists = (prop::collection::vec(source(), 0..4), prop::collection::vec(correction(), 0..3));
    (0..ENTITIES.len(), dates, prop::option::of(0..2usize), words, lists).prop_map(
        |(
            entity,
            (date, announced, until, kind),
            status,
            (title, text, caution, confidence),
            (sources, corrections),
        )| {
            let list = |items: Vec<Value>| (!items.is_empty()).then_some(Value::Array(items));
            object(vec![
                ("entity", Some(ENTITIES[entity].into())),
                ("date", Some(date)),
                ("date_kind", kind.map(|kind| ["decision", "publication"][kind].into())),
                ("announced", announced.clone()),
                ("in_force", announced),
                ("until", until),
                // What names no source has no status.
                ("status", status.filter(|_| !sources.is_empty()).map(|status| ["on", "Off it"][status].into())),
                ("title", Some(title)),
                ("text", text),
                ("sources", list(sources)),
                ("confidence", confidence.map(|confidence| ["high", "medium", "low"][confidence].into())),
                ("caution", caution),
                ("corrections", list(corrections)),
            ])
        },
    )
}

fn stop() -> impl Strategy<Value = Value> {
    (date(), prop::option::of(0..ENTITIES.len()), told(), optional(told())).prop_map(|(date, entity, title, text)| {
        object(vec![
            ("date", Some(date)),
            ("entity", entity.map(|entity| ENTITIES[entity].into())),
            ("title", Some(title)),
            ("text", text),
        ])
    })
}

fn dataset() -> impl Strategy<Value = Value> {
    let head = (told(), optional(told()), date(), optional(told()), 0..5usize);
    let lists = (prop::collection::vec(event(), 1..6), prop::option::of(prop::collection::vec(stop(), 1..4)));
    (head, (plural(), plural(), told(), told()), optional(told()), any::<bool>(), lists).prop_map(
        |(
            (title, description, updated, license, grid),
            (actors, lead, label, footnote),
            short,
            tile,
            (mut events, mut tour),
        )| {
            // Grids alone have places that need no entry.
            let names = [Some("world"), None, None, Some("eu"), Some("us-states")];
            let about = events.iter_mut().chain(tour.iter_mut().flatten());
            for one in about.filter(|one| ["FR", "EE"].map(Value::from).contains(&one["entity"])) {
                match names[grid] {
                    Some("us-states") => one["entity"] = "CA".into(),
                    None => one["entity"] = "gb".into(),
                    _ => {}
                }
            }
            let color = json!({"light": "#6e0b2a", "dark": "#c04259"});
            let entity = |id: &str, kind: &str, more: Vec<(&str, Option<Value>)>| {
                let name = if id == "eu" { "EE".to_owned() } else { format!("The {id}") };
                let own = vec![("id", Some(id.into())), ("name", Some(name.into())), ("kind", Some(kind.into()))];
                object(own.into_iter().chain(more).collect())
            };
            let italy =
                vec![("tile", (!tile).then_some(Value::Bool(false))), ("label", short), ("footnote", Some(footnote))];
            let tiles = json!([{"entity": "IT", "row": 1, "column": 0}, {"entity": "gb", "row": 0, "column": 2}]);
            object(vec![
                ("format", Some(1.into())),
                ("id", Some("small set".into())),
                ("title", Some(title)),
                ("description", description),
                ("updated", Some(updated)),
                ("license", license),
                ("grid", names[grid].map(Value::from)),
                ("tiles", (grid == 1).then_some(tiles)),
                ("actors", Some(actors)),
                (
                    "statuses",
                    Some(json!([
                        {"id": "on", "label": label, "color": color, "pattern": "dots", "lead": lead},
                        {"id": "Off it", "label": "on", "color": color},
                    ])),
                ),
                (
                    "entities",
                    Some(json!([
                        entity("IT", "country", italy),
                        entity("e 1", "company", vec![("acts_in", Some(json!(["IT", "gb"])))]),
                        entity("eu", "bloc", vec![]),
                        entity("EU", "bloc", vec![]),
                        entity("gb", "country", vec![]),
                    ])),
                ),
                ("events", Some(Value::Array(events))),
                ("tour", tour.map(Value::Array)),
            ])
        },
    )
}

proptest! {
    #[test]
    fn json_to_csv_to_json_loses_nothing(dataset in dataset()) {
        let json = dataset.to_string();
        let before = tree(&json);
        let csv = write::csv(&before);
        prop_assert_eq!(said(&tree(&csv)), said(&before), "{}", csv);
        // Whether it is valid does not depend on the format either.
        let (json, csv) = (Dataset::from_text(&json), Dataset::from_text(&csv));
        prop_assert_eq!(json.as_ref().ok(), csv.as_ref().ok());
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "[a-z,;\"\n\r\t{}\\[\\]:0-9 #=äö\\\\]{0,60}") {
        let _ = Dataset::check(&text, &|_| None, &Limits::default());
        let _ = Dataset::check(&format!("entity,date,status,source,title\n{text}"), &|_| None, &Limits::default());
        let _ = Dataset::check(&format!("{{{text}"), &|_| None, &Limits::default());
    }
}

/// Who has which status on the last day, by a CSV file.
fn statuses(csv: &str) -> Vec<(String, String)> {
    let dataset = Dataset::from_text(csv).unwrap_or_else(|error| panic!("{error}\n{csv}"));
    let snapshot = Index::new(&dataset).as_of("2030".parse::<PartialDate>().unwrap().first());
    dataset
        .entity_ids()
        .filter_map(|entity| {
            let status = dataset.status(snapshot.status(entity)?);
            Some((dataset.entity(entity).id.clone(), status.id.clone()))
        })
        .collect()
}

#[test]
fn a_spreadsheet_of_four_columns_is_a_dataset() {
    let expected = [("IT".to_owned(), "banned".to_owned()), ("GB".to_owned(), "review".to_owned())];
    for csv in [
        "entity,date,status,source\nItaly,2020-10-07,banned,ANSA\nGB,2020-11,Under review,PA\n",
        "\u{feff}entity;date;status;source\r\nITALY;2020-10-07;Banned;ANSA\r\ngb;2020-11;review;PA\r\n;;;\r\n;;;\r\n",
        "Source\tStatus\tDate\tEntity\nANSA\tbanned\t2020-10-07\tit\nPA\tunder review\t2020-11\tUnited Kingdom",
        "sep=;\nentity;date;status;source;#for us\n\"Italy\";\"2020-10-07\";\"banned\";\"ANSA\";\"ask again\"\nGB;2020-11;review;PA;",
    ] {
        let mut found = statuses(csv);
        found.sort_by(|a, b| b.cmp(a));
        assert_eq!(found, expected, "{csv:?}");
    }
}

#[test]
fn what_a_spreadsheet_does_not_say_has_a_default() {
    let csv = "entity,date,status,source\nItaly,2020-10-07,banned,ANSA\nItaly,2021-02,permitted,ANSA\n";
    let dataset = Dataset::from_text(csv).unwrap();
    assert_eq!((dataset.id(), dataset.updated().to_string().as_str()), ("events", "2021-02-28"));
    assert_eq!(dataset.grids().len(), 2, "the world's");
    assert_eq!(dataset.events()[1].title.own(), "Permitted");
    let huawei = Dataset::huawei();
    for (own, known) in dataset.statuses().iter().zip(huawei.statuses()) {
        assert_eq!(
            (&own.id, &own.label, own.light, own.dark, own.pattern),
            (&known.id, &known.label, known.light, known.dark, known.pattern)
        );
    }
}

#[test]
fn companies_and_blocs_say_what_they_are_once() {
    let csv = "entity,kind,acts_in,date,status,source\n\
               Orange Belgium,company,Belgium; LU,2020-10-09,restricted,Reuters\n\
               Orange Belgium,,,2021-10-09,banned,Reuters\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let company = dataset.entity(dataset.entity_id("orange-belgium").unwrap());
    let acts_in: Vec<&str> = company.acts_in.iter().map(|country| dataset.entity(*country).id.as_str()).collect();
    assert_eq!((company.name.own(), acts_in), ("Orange Belgium", vec!["BE", "LU"]));
    assert_eq!(dataset.events().len(), 2);
}

#[test]
fn one_country_may_be_called_by_several_names() {
    let csv = "record,entity,name,kind,row,column,date,status,source\n\
               entity,GB,United Kingdom,country,0,0,,,\nentity,IT,Italia,country,0,1,,,\n\
               ,GB,,,,,2020-01,banned,AP\n,United Kingdom,,,,,2021-01,permitted,AP\n,Italy,,,,,2021-01,banned,AP\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let ids: Vec<&str> = dataset.entities().iter().map(|entity| entity.id.as_str()).collect();
    assert_eq!(ids, ["GB", "IT"]);
    assert_eq!(dataset.events().len(), 3);
}

#[test]
fn companies_whose_names_are_alike_stay_apart() {
    let csv = "entity,kind,date,status,source\nA&B,company,2020,banned,AP\nA-B,company,2021,permitted,AP\n+++,company,2021,banned,AP\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let ids: Vec<&str> = dataset.entities().iter().map(|entity| entity.id.as_str()).take(3).collect();
    assert_eq!(ids, ["a-b", "a-b-2", "entity"]);
}

#[test]
fn a_spreadsheet_tells_a_tour_in_the_order_of_its_rows() {
    let csv = "record,entity,kind,date,status,source,title,text\n\
               tour,Orange Belgium,,2020-10-09,,,An operator first,It ends in 2021.\n\
               ,Orange Belgium,company,2020-10-09,restricted,Reuters,,\n\
               tour,Italy,,2020-12,,,Then a country,\n\
               tour,,,2020-10,,,Back to the beginning,\n\
               ,Italy,,2020-12-24,banned,ANSA,,\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let told: Vec<(String, Option<&str>, &str)> = dataset
        .tour()
        .iter()
        .map(|stop| {
            let entity = stop.entity.map(|entity| dataset.entity(entity).name.own());
            (stop.date.to_string(), entity, stop.title.own())
        })
        .collect();
    let expected = [
        ("2020-10-09", Some("Orange Belgium"), "An operator first"),
        ("2020-12", Some("Italy"), "Then a country"),
        ("2020-10", None, "Back to the beginning"),
    ];
    assert_eq!(told, expected.map(|(date, entity, title)| (date.to_owned(), entity, title)));
    assert_eq!(dataset.tour()[0].text.as_ref().map(|text| text.own()), Some("It ends in 2021."));
    assert_eq!(dataset.updated().to_string(), "2020-12-24", "a step is no event");
}

#[test]
fn a_step_of_a_tour_declares_nobody() {
    for entity in ["Greenland", "GL", "Orange"] {
        let csv = format!(
            "record,entity,kind,date,status,source,title\n,Italy,,2020-10-09,banned,ANSA,\ntour,{entity},company,2020-10-09,,,Who?\n"
        );
        let error = Dataset::from_text(&csv).unwrap_err().to_string();
        assert!(error.contains(&format!("unknown entity: \"{entity}\"")), "{error}");
    }
}

#[test]
fn a_step_is_not_off_a_timeline_that_is_not_known() {
    let csv = "record,entity,date,status,source,title\ntour,,2020-10-09,,,Where?\n,Italy,soon,banned,ANSA,\n";
    let error = Dataset::from_text(csv).unwrap_err().to_string();
    assert!(error.contains("not a date: \"soon\"") && !error.contains("timeline"), "{error}");
}

/// The names of those whose ids these are, by a spreadsheet on a grid.
fn named(grid: &str, entities: &[&str]) -> Result<Vec<String>, String> {
    let mut csv = format!("record,entity,grid,date,status,source\ndataset,,{grid},,,\n");
    for entity in entities {
        csv += &format!(",{entity},,2020,banned,AP\n");
    }
    let dataset = Dataset::from_text(&csv).map_err(|error| error.to_string())?;
    Ok(dataset.events().iter().map(|event| dataset.entity(event.entity).name.own().to_owned()).collect())
}

#[test]
fn codes_are_those_of_the_grid_that_a_spreadsheet_names() {
    assert_eq!(named("world", &["CA", "georgia"]).unwrap(), ["Canada", "Georgia"]);
    assert_eq!(named("world_territories", &["GL", "puerto rico"]).unwrap(), ["Greenland", "Puerto Rico"]);
    assert_eq!(named("US states", &["ca", "Georgia"]).unwrap(), ["California", "Georgia"]);
    assert_eq!(named("EU", &["DE", "malta"]).unwrap(), ["Germany", "Malta"]);
    assert_eq!(named("Africa", &["ZA"]).unwrap(), ["South Africa"]);
    assert!(named("us-states", &["Canada"]).unwrap_err().contains("unknown entity: \"Canada\""));
    assert!(named("europe", &["DE"]).unwrap_err().contains("one of: world, world-territories, us-states, eu, africa"));
}

#[test]
fn several_sources_and_corrections_have_numbered_columns() {
    let csv = "entity,date,title,source,source_2,source_2_url,source_3,correction_2,correction_2_was,correction_2_now,correction_2_reason\n\
               Italy,2020,It,,AFP,https://www.afp.com/,DPA,date,2021,2020,misprint\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let event = &dataset.events()[0];
    let outlets: Vec<&str> = event.sources.iter().map(|source| source.outlet.as_str()).collect();
    assert_eq!(outlets, ["AFP", "DPA"]);
    assert_eq!(event.sources[0].url.as_deref(), Some("https://www.afp.com/"));
    assert_eq!((event.corrections.len(), event.corrections[0].was.as_str()), (1, "2021"));
    let turned = "entity,date,title,source_2,source\nItaly,2020,It,Second,First\n";
    assert_eq!(Dataset::from_text(turned).unwrap().events()[0].sources[0].outlet, "First");
}

#[test]
fn the_format_is_told_from_the_text() {
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
    let documentation = include_str!("../docs/format.md");
    for kind in ["json", "csv"] {
        let (_, rest) = documentation.split_once(&format!("```{kind}\n")).expect(kind);
        let (example, _) = rest.split_once("```").expect(kind);
        let checked = Dataset::check(example, &|_| None, &Limits::default()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(checked.warnings, [], "{example}");
    }
}
