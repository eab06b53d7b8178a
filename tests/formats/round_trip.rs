//! From JSON to CSV and back: nothing is lost.

use banspread::format::detect::Format;
use banspread::format::node::Node;
use banspread::format::write;
use banspread::{Dataset, Limits};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::HUAWEI;

fn tree(text: &str) -> Node<'_> {
    Dataset::tree(text, &|_| None).expect("a tree")
}

/// A tree as JSON in a fixed order, without fields that have no meaning.
fn said(tree: &Node) -> String {
    write::json(tree)
}

#[test]
fn the_default_dataset_goes_to_csv_and_back() {
    let csv = write::csv(&tree(HUAWEI), &Limits::default()).unwrap();
    assert_eq!(Format::of(&csv), Format::Csv);
    assert_eq!(said(&tree(&csv)), said(&tree(HUAWEI)));
    assert_eq!(Dataset::from_text(&csv).unwrap(), Dataset::huawei());
}

#[test]
fn the_default_dataset_is_written_as_the_command_writes_it() {
    assert!(write::json(&tree(HUAWEI)) == HUAWEI, "write it anew: banspread convert FILE --to json --out FILE");
}

/// Texts with all characters that CSV must quote. A text is never blank.
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

/// A text with or without translations.
fn told() -> impl Strategy<Value = Value> {
    by_language(text())
}

/// A value in one language or in several.
fn by_language(one: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let tags = prop_oneof![3 => Just(vec![]), 1 => Just(vec!["de"]), 1 => Just(vec!["de", "pt-BR", "zh-Hans"])];
    (tags, prop::collection::vec(one, 4)).prop_map(|(tags, mut texts)| {
        if tags.is_empty() {
            return texts.swap_remove(0);
        }
        object(["en"].into_iter().chain(tags).zip(texts.into_iter().map(Some)).collect())
    })
}

/// A plural text with some of its forms.
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

// Declared entities, entities that only some grids have, and an entity whose id is the name of another.
const ENTITIES: [&str; 7] = ["IT", "e 1", "eu", "gb", "EU", "FR", "EE"];

fn event() -> impl Strategy<Value = Value> {
    let dates = (date(), optional(date()), optional(date()), prop::option::of(0..2usize));
    let grounds = (prop::option::of(0..5usize), prop::sample::subsequence(vec!["core", "All of it"], 0..=2));
    let words = (told(), optional(told()), optional(told()), prop::option::of(0..3usize), grounds);
    let lists = (prop::collection::vec(source(), 0..4), prop::collection::vec(correction(), 0..3));
    (0..ENTITIES.len(), dates, prop::option::of(0..2usize), words, lists).prop_map(
        |(
            entity,
            (date, announced, until, kind),
            status,
            (title, text, caution, confidence, (basis, scope)),
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
                // An event without a source must not have a status.
                ("status", status.filter(|_| !sources.is_empty()).map(|status| ["on", "Off it"][status].into())),
                ("basis", basis.map(|basis| ["rule", "decision", "statement", "contract", "inference"][basis].into())),
                ("scope", list(scope.into_iter().map(Value::from).collect())),
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

fn period() -> impl Strategy<Value = Value> {
    (told(), date(), date()).prop_map(|(label, from, until)| {
        object(vec![("label", Some(label)), ("from", Some(from)), ("until", Some(until))])
    })
}

fn dataset() -> impl Strategy<Value = Value> {
    let head = (told(), optional(told()), date(), optional(told()), 0..5usize);
    let lists = (
        prop::collection::vec(event(), 1..6),
        prop::option::of(prop::collection::vec(stop(), 1..4)),
        prop::option::of(prop::collection::vec(period(), 1..3)),
    );
    (head, (plural(), plural(), told(), told()), optional(told()), any::<bool>(), lists).prop_map(
        |(
            (title, description, updated, license, grid),
            (actors, lead, label, footnote),
            short,
            tile,
            (mut events, mut tour, periods),
        )| {
            // An event may name a place of a built-in grid without a declaration. On other grids the event gets another
            // entity.
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
            let italy = vec![
                ("tile", (!tile).then_some(Value::Bool(false))),
                ("label", short),
                ("footnote", Some(footnote.clone())),
                ("from", Some("1861-03~".into())),
                ("until", Some("2100".into())),
            ];
            let tiles = json!([{"entity": "IT", "row": 1, "column": 0}, {"entity": "gb", "row": 0, "column": 2}]);
            object(vec![
                ("format", Some(1.into())),
                ("id", Some("small set".into())),
                ("title", Some(title)),
                ("description", description),
                ("updated", Some(updated)),
                ("start", Some("1999-07".into())),
                ("end", Some("2030~".into())),
                ("stale_after", Some("P1Y6M".into())),
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
                // The label of one scope is the id of the other.
                (
                    "scopes",
                    Some(json!([
                        {"id": "core", "label": "Core network", "description": footnote},
                        {"id": "All of it", "label": "core"},
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
                ("periods", periods.map(Value::Array)),
            ])
        },
    )
}

proptest! {
    #[test]
    fn json_to_csv_to_json_loses_nothing(dataset in dataset()) {
        let json = dataset.to_string();
        let before = tree(&json);
        let csv = write::csv(&before, &Limits::default()).unwrap();
        prop_assert_eq!(said(&tree(&csv)), said(&before), "{}", csv);
        // Both formats must also give the same dataset, or both must be invalid.
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
