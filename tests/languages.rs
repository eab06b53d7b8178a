//! A dataset in several languages: which text a reader gets, and in which language a sentence is.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use banspread::describe::records::TaggedText;
use banspread::format::node::Node;
use banspread::format::translate::translate;
use banspread::i18n::messages::{ENGLISH, Messages};
use banspread::model::id::EntityId;
use banspread::validate::read::HUAWEI;
use banspread::view::intent::Tab;
use banspread::{Chart, Dataset, Estimate, Intent, Limits, PartialDate};
use serde_json::{Value, json};

/// A dataset with words in English, German and Polish. Two governments have a ban. The title of one event is not
/// translated.
fn dataset() -> Value {
    json!({
        "format": 1, "id": "two", "updated": "2020-12-31", "grid": "eu",
        "title": {"en": "Who bans it", "de": "Wer es verbietet"},
        "license": {"en": "Free", "fr": "Libre"},
        "actors": {
            "en": {"one": "government", "other": "governments"},
            "de": {"one": "Regierung", "other": "Regierungen"},
            "pl": {"one": "rząd", "few": "rządy", "many": "rządów", "other": "rządu"},
        },
        "statuses": [{
            "id": "banned", "color": {"light": "#6e0b2a", "dark": "#c04259"},
            "label": {"en": "Banned", "de": "Verboten", "pl": "Zakaz"},
            "lead": {
                "en": {"one": "{n} government bans it", "other": "{n} governments ban it"},
                "de": {"one": "{n} Regierung verbietet es", "other": "{n} Regierungen verbieten es"},
                "pl": {"one": "{n} rząd zakazuje", "few": "{n} rządy zakazują", "other": "{n} rządów zakazuje"},
            },
        }],
        "entities": [{"id": "FR", "name": "France", "kind": "country", "footnote": "Without its islands."}],
        "events": [
            {"entity": "FR", "date": "2020-06-10", "status": "banned", "title": {"en": "France bans", "de": "Frankreich verbietet"},
             "sources": [{"outlet": "A"}],
             "corrections": [{"field": "date", "was": "2019", "now": "2020", "reason": "It was a misprint."}]},
            {"entity": "PL", "date": "2020-07-10", "status": "banned", "title": "Poland bans", "sources": [{"outlet": "A"}]},
        ],
    })
}

fn messages(lang: &str, more: &[(&str, &str)]) -> Messages {
    let words = [("day", "{d}. {month} {y}"), ("month.12", "Dezember"), ("and", " und "), ("no_data", "Nicht bekannt")];
    let plain = [("stop", "{sentence}。"), ("status_count", "{status} ({n})"), ("country.FR", "Frankreich")];
    let pairs: Vec<_> = [("lang", lang)].into_iter().chain(words).chain(plain).chain(more.iter().copied()).collect();
    Messages::read(&json!(pairs).to_string().parse().unwrap())
}

/// The dataset on a page in a language.
fn chart(dataset: &Value, messages: Messages) -> Chart {
    let dataset = Dataset::from_text(&dataset.to_string()).unwrap_or_else(|error| panic!("{error}"));
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    chart.translate(messages);
    chart
}

fn said(text: &str, lang: &str) -> TaggedText {
    TaggedText { text: text.to_owned(), lang: (!lang.is_empty()).then(|| lang.to_owned()) }
}

#[test]
fn a_text_is_in_the_language_of_the_page_or_has_a_tag() {
    let chart = chart(&dataset(), messages("de-AT", &[]));
    let words = chart.describe();
    assert_eq!(chart.info().title, said("Wer es verbietet", ""));
    assert_eq!(chart.info().license, Some(said("Free", "en")));
    assert_eq!(
        [&words.changes[0].title, &words.changes[1].title],
        [&said("Poland bans", "en"), &said("Frankreich verbietet", "")]
    );
    let json = serde_json::to_value(chart.info()).unwrap();
    assert_eq!(
        (&json["title"], &json["license"]),
        (&json!("Wer es verbietet"), &json!({"text": "Free", "lang": "en"}))
    );
}

#[test]
fn a_sentence_is_in_the_language_of_the_page_if_all_its_words_are() {
    let mut german = chart(&dataset(), messages("de", &[]));
    let words = german.describe();
    assert_eq!(words.sentence, said("2 Regierungen verbieten es。", ""));
    assert_eq!(words.spoken.text, "31. Dezember 2020. 2 Regierungen verbieten es。");
    german.apply(Intent::Select(Some("FR".to_owned())));
    assert_eq!(german.describe().selected.unwrap().status, said("Verboten", ""));
    assert_eq!(german.tile_name(EntityId::new(0)), said("Frankreich: Verboten since 10. June 2020", ""));
}

#[test]
fn otherwise_a_sentence_is_completely_english_if_the_dataset_is() {
    let mut half = dataset();
    half["statuses"][0]["lead"].as_object_mut().unwrap().remove("de");
    for (dataset, lang) in [(half, "de"), (dataset(), "ja")] {
        let chart = chart(&dataset, messages(lang, &[]));
        let words = chart.describe();
        assert_eq!(words.sentence, said("2 governments ban it.", "en"));
        assert_eq!(words.spoken, said("31 December 2020. 2 governments ban it.", "en"));
        assert_eq!(words.date, "31. Dezember 2020", "what stands alone is in the page's language");
        assert_eq!(chart.info().story.lang.as_deref(), Some("en"));
        assert_eq!(chart.tile_name(EntityId::new(0)), said("France: Banned since 10 June 2020", "en"));
    }
    let chart = chart(&dataset(), messages("de", &[]));
    let words = chart.describe();
    assert_eq!(chart.info().footnotes, [said("France: Without its islands.", "en")]);
    let [correction] = words.changes[1].corrections.as_slice() else { panic!("one correction") };
    assert_eq!(*correction, said("Corrected: date was “2019” and is now “2020”. It was a misprint.", "en"));
}

#[test]
fn otherwise_labels_and_numbers_replace_the_sentence() {
    let mut dutch = dataset();
    dutch["lang"] = "nl".into();
    dutch["title"] = "Wie het verbiedt".into();
    dutch["license"] = Value::Null;
    dutch["actors"] = json!({"one": "regering", "other": "regeringen"});
    dutch["statuses"][0]["label"] = "Verboden".into();
    dutch["statuses"][0]["lead"] = json!({"one": "{n} regering verbiedt het", "other": "{n} regeringen verbieden het"});
    dutch["entities"][0]["footnote"] = "Zonder eilanden.".into();
    dutch["events"][0]["title"] = "Frankrijk".into();
    dutch["events"][0]["corrections"][0]["reason"] = "Het was een fout.".into();
    let mut chart = chart(&dutch, messages("de", &[("spoken", "{date}: {sentence}")]));
    let words = chart.describe();
    assert_eq!(chart.info().title, said("Wie het verbiedt", "nl"));
    assert_eq!(words.spoken, said("31. Dezember 2020: Verboden (2)。", ""));
    assert_eq!(chart.info().story, said("2020: Verboden (2)。", ""));
    assert_eq!(chart.info().footnotes, [said("Frankreich: Zonder eilanden.", "nl")]);
    assert_eq!(
        words.changes[1].corrections,
        [said("Corrected: date was “2019” and is now “2020”.", ""), said("Het was een fout.", "nl")]
    );
    let day = |date: &str| date.parse::<PartialDate>().unwrap().first().number();
    chart.apply(Intent::Compare(Some(day("2020-01-01"))));
    assert!(chart.describe().sentence.text.starts_with("Verboden (2)"));
    chart.apply(Intent::Compare(Some(day("2020-12-01"))));
    assert!(chart.describe().sentence.text.starts_with("regeringen (0)"));
}

#[test]
fn a_tag_is_the_same_in_any_case() {
    let mut shouted = dataset();
    shouted["lang"] = "EN".into();
    shouted["title"] = json!({"en": "Who bans it", "DE": "Wer es verbietet", "zh-hant": "誰禁止"});
    let title = |lang| chart(&shouted, messages(lang, &[])).info().title;
    assert_eq!(title("en"), said("Who bans it", ""));
    assert_eq!(title("de"), said("Wer es verbietet", ""));
    assert_eq!(title("zh-Hant"), said("誰禁止", ""));
    assert_eq!(title("zh"), said("Who bans it", "EN"));
    assert_eq!(chart(&shouted, messages("en", &[])).describe().sentence, said("2 governments ban it。", ""));
}

#[test]
fn a_column_with_a_language_can_be_in_capitals() {
    let sheet = "record,title,TITLE_DE,entity,date,status,source\n\
        dataset,Who bans it,Wer es verbietet,,,,\n\
        ,Italy bans it,Italien verbietet es,Italy,2020-10-07,banned,ANSA\n";
    let dataset = Dataset::from_text(sheet).unwrap_or_else(|error| panic!("{error}"));
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    chart.translate(messages("de", &[]));
    let words = chart.describe();
    assert_eq!(chart.info().title, said("Wer es verbietet", ""));
    assert_eq!(words.changes[0].title, said("Italien verbietet es", ""));
}

#[test]
fn a_number_takes_the_form_of_its_category() {
    let polish = |count: u32| match (count % 10, count % 100) {
        _ if count == 1 => "one",
        (2..=4, rest) if !(12..=14).contains(&rest) => "few",
        _ => "many",
    };
    let plurals: Vec<&str> = (0..200).map(polish).collect();
    let polish =
        messages("pl", &[("plurals", &plurals.join(" ")), ("changed.few", "few {n}"), ("changed.other", "other {n}")]);
    let dataset = Dataset::from_text(&dataset().to_string()).unwrap();
    let lead = dataset.statuses()[0].lead.as_ref().unwrap();
    for (count, text) in [
        (1, "1 rząd zakazuje"),
        (3, "3 rządy zakazują"),
        (13, "13 rządów zakazuje"),
        (204, "204 rządy zakazują"),
        (1001, "1001 rządów zakazuje"),
        (9_912, "9912 rządów zakazuje"),
    ] {
        assert_eq!(polish.plural(lead, count), text);
    }
    let actors = |count| polish.plural(dataset.actors(), count);
    assert_eq!([1, 2, 5].map(actors), ["rząd", "rządy", "rządów"]);
    let changed = |count: u32| polish.count("changed", count, &[("n", &count.to_string())]);
    assert_eq!([22, 25].map(changed), ["few 22", "other 25"], "what a language leaves out is its form for other");
}

fn story(dataset: &Value) -> String {
    chart(dataset, Messages::default()).info().story.text
}

#[test]
fn the_story_has_the_count_the_first_entity_and_the_end() {
    let mut sample = dataset();
    let end = "on the last day, 2 governments ban it.";
    assert_eq!(story(&sample), format!("2020: 2 governments documented; first “Banned”: France (10 June 2020); {end}"));
    sample["events"][0]["date"] = "2018".into();
    assert_eq!(story(&sample), format!("2018 to 2020: 2 governments documented; first “Banned”: France (2018); {end}"));
    sample["events"][1]["date"] = "2018".into();
    assert!(story(&sample).contains("first “Banned”: France and Poland (2018);"), "{}", story(&sample));
    sample["events"].as_array_mut().unwrap().pop();
    let end = "on the last day, 1 government bans it.";
    assert_eq!(story(&sample), format!("2018 to 2020: 1 government documented; first “Banned”: France (2018); {end}"));
    sample["events"][0]["until"] = "2019".into();
    assert!(story(&sample).ends_with("on the last day, Not documented: 1."), "{}", story(&sample));
    sample["events"] = json!([]);
    assert_eq!(story(&sample), "No decision is documented yet.");
}

#[test]
fn the_story_names_at_most_three_first_entities() {
    let mut sample = dataset();
    let event = |id: &&str| json!({"entity": id, "date": "2019", "status": "banned", "title": "T", "sources": [{"outlet": "A"}]});
    sample["events"] = ["AT", "BE", "DK", "FI", "SE"].iter().map(event).collect();
    assert!(story(&sample).contains("first “Banned”: Austria, Belgium, Denmark, … (2019);"), "{}", story(&sample));
}

/// The built-in dataset with a translation.
fn translated(translation: Node, lang: &str) -> Dataset {
    let mut tree: Node = HUAWEI.parse().unwrap();
    translate(&mut tree, translation, lang);
    Dataset::read_json(&tree, "", &Limits::default()).unwrap_or_else(|error| panic!("{lang}: {error}")).dataset
}

#[test]
fn the_built_in_dataset_changes_its_language_and_nothing_else() {
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
    let number = |date: &str| date.parse::<PartialDate>().unwrap().first().number();
    for intent in [
        Intent::Day(number("2020-10-20")),
        Intent::Compare(Some(number("2019-01-01"))),
        Intent::Filter(Some("banned".to_owned())),
        Intent::Select(Some("SE".to_owned())),
        Intent::View(Tab::Groups),
    ] {
        chart.apply(intent);
    }
    let before = chart.describe();
    let german = json!({
        "title": "Titel", "statuses": {"banned": {"label": "Verboten"}, "none": {"label": "Nichts"}},
        "tour": [{"text": "Anfang"}], "entities": {"europe": {"name": "Europa"}}, "nothing": "Nichts",
    });
    chart.replace_texts(translated(german.to_string().parse().unwrap(), "de"));
    chart.translate(messages("de", &[]));
    let after = chart.describe();
    assert_eq!((chart.info().title.text.as_str(), after.legend[0].label.text.as_str()), ("Titel", "Verboten"));
    assert_eq!(chart.info().steps[0].text, Some(said("Anfang", "")));
    let chosen = |it: &banspread::describe::records::Description| {
        let compared = it.compare.as_ref().map(|compare| compare.iso.clone());
        (it.iso.clone(), compared, it.filter.clone(), it.selected.as_ref().map(|history| history.id.clone()), it.view)
    };
    assert_eq!(chosen(&after), chosen(&before));
}

/// The keys whose texts come from the browser's `Intl`, not from message files; and the dot, which all languages share.
const OF_INTL: [&str; 13] = [
    "million",
    "numbers",
    "lang",
    "month",
    "month_short",
    "digits",
    "plurals",
    "day",
    "year",
    "outlet",
    "comma",
    "and",
    "dot",
];

#[test]
fn the_built_in_english_is_that_of_the_message_file() {
    let file: Value = serde_json::from_str(&fs::read_to_string("www/messages/en.json").unwrap()).unwrap();
    let mut compared = 0;
    for (key, text) in ENGLISH {
        let of_intl = OF_INTL.contains(&key.split('.').next().unwrap());
        assert!(of_intl || file["words"][key] == *text, "{key}: {text}");
        compared += usize::from(!of_intl);
    }
    assert!(compared > 30, "{compared} compared");
}

/// The field `dataset` of the message files that have it, with the language of the file.
fn translations() -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for entry in fs::read_dir("www/messages").unwrap() {
        let path = entry.unwrap().path();
        let mut file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let lang = file["lang"].as_str().unwrap().to_owned();
        if !file["dataset"].is_null() {
            found.push((lang, file["dataset"].take()));
        }
    }
    found
}

/// The paths of a translation that do not exist in the translated dataset.
fn strangers(base: &Value, over: &Value, path: &str, found: &mut Vec<String>) {
    let child = |name: &str, place: usize| match base {
        Value::Array(items) if over.is_array() => items.get(place),
        Value::Array(items) => items.iter().find(|item| item["id"] == name),
        _ => base.get(name),
    };
    let members: Vec<(String, &Value)> = match over {
        Value::Object(_) if over["other"].is_string() && base["other"].is_string() => return,
        Value::String(_) if base.is_string() => return,
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(place, value)| (place.to_string(), value)).collect(),
        _ => return found.push(path.to_owned()),
    };
    for (place, (name, value)) in members.into_iter().enumerate() {
        let here = format!("{path}.{name}");
        match child(&name, place) {
            Some(base) => strangers(base, value, &here, found),
            None => found.push(here),
        }
    }
}

#[test]
fn every_translation_of_the_built_in_dataset_fits_it() {
    let huawei: Value = serde_json::from_str(HUAWEI).unwrap();
    let translations = translations();
    assert_eq!(translations.len(), 10);
    for (lang, translation) in translations {
        let mut found = Vec::new();
        strangers(&huawei, &translation, &lang, &mut found);
        assert!(found.is_empty(), "nothing to translate at {found:?}");
        let mut tree: Node = HUAWEI.parse().unwrap();
        translate(&mut tree, translation.to_string().parse().unwrap(), &lang);
        let checked =
            Dataset::read_json(&tree, "", &Limits::default()).unwrap_or_else(|error| panic!("{lang}: {error}"));
        let missing: Vec<String> = checked
            .warnings
            .iter()
            .filter(|found| found.fault.code() == "untranslated")
            .map(ToString::to_string)
            .collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
        for status in checked.dataset.statuses() {
            let whole = [Some(&status.label), status.lead.as_ref(), status.clause.as_ref()];
            assert!(
                whole.into_iter().all(|words| words.is_some_and(|words| words.speaks(&lang))),
                "{lang}: {}",
                status.id
            );
        }
        let of_tour = |words: &banspread::model::localized_text::LocalizedText| words.speaks(&lang);
        let told =
            checked.dataset.tour().iter().all(|stop| of_tour(&stop.title) && stop.text.as_ref().is_none_or(of_tour));
        assert!(told && checked.dataset.title().speaks(&lang), "{lang}: title and tour");
    }
}

#[test]
fn outlets_are_isolated_as_the_language_requires() {
    let chart = chart(&dataset(), messages("ar", &[("outlet", "<{name}>")]));
    let table = chart.table();
    let row = table.iter().find(|row| row.id == "FR").unwrap();
    assert_eq!(row.way[0].sources[0].outlet, "<A>");
}
