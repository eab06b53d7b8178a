//! The default dataset, and the findings about invalid datasets.
#![cfg(not(target_arch = "wasm32"))]

use banspread::base::color::Color;
use banspread::base::vision::Vision;
use banspread::model::entity::EntityKind;
use banspread::model::event::DateKind;
use banspread::model::id::EntityId;
use banspread::model::status::Status;
use banspread::theme::{Scheme, Theme, ThemeOptions};
use banspread::{Chart, Dataset, Estimate, Index, Intent, Limits, PartialDate};

const TEXT: &str = include_str!("../datasets/huawei.json");

fn status(id: &str, date: &str) -> Option<String> {
    let dataset = Dataset::huawei();
    let entity = dataset.entity_id(id).expect(id);
    let day = date.parse::<PartialDate>().unwrap().first();
    let status = Index::new(&dataset).as_of(day).status(entity)?;
    Some(dataset.status(status).id.clone())
}

#[test]
fn the_embedded_dataset_is_the_file() {
    assert_eq!(Dataset::huawei(), Dataset::from_text(TEXT).unwrap());
}

#[test]
fn every_event_names_a_source_and_has_a_short_headline() {
    for event in Dataset::huawei().events() {
        assert!(!event.sources.is_empty(), "{}", event.title.own());
        assert!(event.title.own().chars().count() <= 80, "{}", event.title.own());
    }
}

/// Archives, translators, blog platforms and social networks, and sites that the dataset knows to translate or repost.
const COPIES: [&str; 33] = [
    "archive.is",
    "archive.li",
    "archive.org",
    "archive.ph",
    "archive.today",
    "googleusercontent.com",
    "translate.goog",
    "translate.google.com",
    "blogger.com",
    "blogspot.com",
    "livejournal.com",
    "medium.com",
    "substack.com",
    "tumblr.com",
    "webry.info",
    "wordpress.com",
    "facebook.com",
    "instagram.com",
    "linkedin.com",
    "reddit.com",
    "t.me",
    "twitter.com",
    "weibo.com",
    "x.com",
    "youtube.com",
    "breakinglatest.news",
    "fr24news.com",
    "laitimes.com",
    "tellerreport.com",
    "todaychina.cc",
    "tricksfast.com",
    "world-today-news.com",
    "worldnewsintel.com",
];

/// Whether the page is on one of the hosts, or on a host below it.
fn is_copy(url: &str) -> bool {
    let host = url.split("://").nth(1).unwrap_or(url).split(['/', '?', '#', ':']).next().unwrap_or_default();
    COPIES.iter().any(|copy| host.strip_suffix(copy).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

#[test]
fn no_copy_is_the_first_source() {
    assert!(is_copy("https://archive.li/UDIss") && is_copy("http://a.blogspot.com:80/2020"));
    assert!(!is_copy("https://www.phoenix.com/x.com/") && !is_copy("https://www.reuters.com"));
    let dataset = Dataset::huawei();
    let copied = |url: &Option<String>| url.as_deref().is_some_and(is_copy);
    for event in dataset.events() {
        assert!(!copied(&event.sources[0].url), "{}: {:?}", event.title.own(), event.sources[0].url);
    }
    let mut later = dataset.events().iter().flat_map(|event| &event.sources[1..]);
    assert!(later.any(|source| copied(&source.url)), "copies stand behind the page that they copy");
}

#[test]
fn statuses_agree_with_the_sources() {
    assert_eq!(status("AU", "2018-08-22").as_deref(), Some("restricted"));
    assert_eq!(status("AU", "2018-08-23").as_deref(), Some("banned"));
    assert_eq!(status("US", "2019-05-16").as_deref(), Some("banned"));
    assert_eq!(status("GB", "2018-06-30"), None);
    assert_eq!(status("GB", "2020-01-27").as_deref(), Some("review"));
    assert_eq!(status("GB", "2020-01-28").as_deref(), Some("restricted"));
    assert_eq!(status("GB", "2020-02-01").as_deref(), Some("restricted"));
    assert_eq!(status("GB", "2020-07-13").as_deref(), Some("restricted"));
    assert_eq!(status("GB", "2020-07-14").as_deref(), Some("banned"));
    assert_eq!(status("GB", "2022-12-31").as_deref(), Some("banned"));
    assert_eq!(status("SE", "2020-10-20").as_deref(), Some("banned"));
    assert_eq!(status("SE", "2020-11-09").as_deref(), Some("review"), "a court stayed the ban");
    assert_eq!(status("SE", "2020-12-16").as_deref(), Some("banned"));
    // A source printed May 2021, but the event can only have been in May 2022.
    assert_eq!(status("CA", "2021-06-01").as_deref(), Some("review"));
    assert_eq!(status("CA", "2022-06-01").as_deref(), Some("banned"));
    // An earlier edition had the decision of a Dutch operator as a decision of Denmark. It is a decision of neither
    // country.
    assert_eq!(status("DK", "2020-10-20").as_deref(), Some("permitted"));
    assert_eq!(status("NL", "2020-10-20").as_deref(), Some("review"));
    assert_eq!(status("kpn", "2020-10-20").as_deref(), Some("restricted"));
    // A consultation of 2026 continues the review of 2023. The list of trials of May 2021 changes nothing in India.
    assert_eq!(status("CH", "2023-12-14").as_deref(), Some("permitted"));
    assert_eq!(status("CH", "2023-12-15").as_deref(), Some("review"));
    assert_eq!(status("IN", "2021-03-09").as_deref(), Some("review"));
    assert_eq!(status("IN", "2021-03-10").as_deref(), Some("restricted"));
    // The toolbox of January 2020 banned no company. It left the decision to the member states.
    assert_eq!(status("EU", "2020-01-28").as_deref(), Some("review"));
    assert_eq!(status("EU", "2020-02-01").as_deref(), Some("review"));
}

#[test]
fn the_tour_agrees_with_the_events() {
    let dataset = Dataset::huawei();
    let tour = dataset.tour();
    assert!((7..=9).contains(&tour.len()) && tour.is_sorted_by_key(|stop| stop.date.first()));
    let index = Index::new(&dataset);
    let told = tour.iter().map(|stop| {
        assert!(stop.title.own().chars().count() <= 45, "{}", stop.title.own());
        let text = stop.text.as_ref().expect("a text").own();
        assert!(text.chars().count() <= 170, "{text}");
        let day = stop.date.first();
        let entity = stop.entity.expect("each is about somebody");
        let spell = index.spell_on(entity, day).expect("a status");
        assert_eq!(spell.start, day, "{}: on this day it changed", stop.title.own());
        // The counts are those of banned, restricted, under review and permitted.
        (dataset.entity(entity).id.as_str(), dataset.status(spell.status).id.as_str(), index.counts(day))
    });
    let expected = [
        ("TW", "banned", [1, 1, 0, 0]),
        ("AU", "banned", [2, 1, 1, 3]),
        ("US", "banned", [3, 2, 7, 13]),
        ("GB", "restricted", [3, 5, 11, 28]),
        ("GB", "banned", [4, 6, 11, 33]),
        ("SE", "banned", [5, 6, 17, 33]),
        ("CA", "banned", [9, 8, 21, 32]),
        ("DE", "restricted", [10, 10, 22, 33]),
        ("PY", "banned", [12, 10, 21, 33]),
    ];
    assert_eq!(
        told.collect::<Vec<_>>(),
        expected.each_ref().map(|(id, status, counts)| (*id, *status, counts.as_slice()))
    );
    // The texts of the tour also name these days and countries.
    assert_eq!(status("AU", "2012-12-31").as_deref(), Some("restricted"));
    assert_eq!(status("NZ", "2018-12-31").as_deref(), Some("restricted"));
    assert_eq!(status("JP", "2018-12-31").as_deref(), Some("restricted"));
    assert_eq!(status("CA", "2019-02-01").as_deref(), Some("review"));
}

/// The ids of the countries with a ban on a day, in the order of their first bans.
fn bans(date: &str) -> Vec<String> {
    let dataset = Dataset::huawei();
    let index = Index::new(&dataset);
    let day = date.parse::<PartialDate>().unwrap().first();
    let banned = dataset.status_id("banned").unwrap();
    let mut found: Vec<_> = dataset
        .entity_ids()
        .filter_map(|entity| Some((index.spell_on(entity, day).filter(|spell| spell.status == banned)?.start, entity)))
        .collect();
    found.sort();
    found.into_iter().map(|(_, entity)| dataset.entity(entity).id.clone()).collect()
}

#[test]
fn five_governments_had_a_ban_in_force_on_20_october_2020() {
    assert_eq!(bans("2020-10-19"), ["TW", "AU", "US", "GB"]);
    assert_eq!(bans("2020-10-20"), ["TW", "AU", "US", "GB", "SE"]);
}

#[test]
fn the_default_dataset_has_no_findings() {
    let checked = Dataset::check(TEXT, &|_| None, &Limits::default()).unwrap();
    assert_eq!(checked.warnings, []);
}

#[test]
fn companies_and_blocs_of_the_sources_have_events() {
    let dataset = Dataset::huawei();
    for name in [
        "European Union",
        "BT Group",
        "Deutsche Telekom",
        "KPN",
        "Orange Belgium",
        "Proximus",
        "Telecom Italia",
        "Telefónica",
        "Cisco Systems",
        "Ericsson",
        "Apple",
        "ZTE",
    ] {
        let entity = dataset.entity_ids().find(|id| dataset.entity(*id).name.own() == name).expect(name);
        assert!(dataset.events_of(entity).next().is_some(), "{name}");
    }
}

#[test]
fn misprints_have_dated_corrections() {
    let dataset = Dataset::huawei();
    let corrected: Vec<_> = dataset.events().iter().filter(|event| !event.corrections.is_empty()).collect();
    assert!(corrected.len() >= 4);
    let canada = corrected.iter().find(|event| event.date.to_string() == "2022-05-19").expect("Canada's ban");
    assert_eq!(canada.corrections[0].was, "2021-05-19");
    assert!(corrected.iter().flat_map(|event| &event.corrections).all(|correction| correction.since.is_some()));
}

#[test]
fn statuses_have_enough_contrast_to_page_and_text() {
    let white = banspread::base::color::Color::hex(0xff_ff_ff);
    for scheme in ["light", "dark"] {
        let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
        let dark = scheme == "dark";
        let options = banspread::theme::ThemeOptions {
            scheme: if dark { banspread::theme::Scheme::Dark } else { banspread::theme::Scheme::Light },
            ..Default::default()
        };
        chart.restyle(options);
        let theme = chart.theme();
        assert!(dark || theme.page == white);
        assert!(theme.muted.contrast(theme.page) >= 4.5 && theme.ink.contrast(theme.page) >= 4.5);
        for fill in &theme.statuses {
            assert!(fill.color.contrast(theme.page) >= 3.0, "{scheme} {}", fill.color);
            assert!(fill.color.contrast(fill.ink) >= 4.5, "{scheme} {}", fill.color);
        }
    }
}

/// The name of a theme, the colour of a status in it, and its options.
type Themed = (&'static str, fn(&Status) -> Color, ThemeOptions);

fn themes() -> [Themed; 2] {
    let options = |scheme| ThemeOptions { scheme, ..Default::default() };
    [("light", |status| status.light, options(Scheme::Light)), ("dark", |status| status.dark, options(Scheme::Dark))]
}

/// Fills are plain, and any two of them can be side by side on the map.
#[test]
fn tiles_of_any_two_statuses_and_without_data_differ_in_every_vision_and_theme() {
    let dataset = Dataset::huawei();
    for (theme, color, options) in themes() {
        let mut fills: Vec<(&str, Color)> = Vec::new();
        fills.push(("no data", Theme::new(&dataset, &options).empty));
        fills.extend(dataset.statuses().iter().map(|status| (status.id.as_str(), color(status))));
        for (place, (one, first)) in fills.iter().enumerate() {
            for (other, second) in &fills[..place] {
                for vision in Vision::ALL {
                    let difference = vision.difference(*first, *second);
                    assert!(difference >= 10.0, "{theme}, {vision}: {one} {other} {difference}");
                }
            }
        }
    }
}

#[test]
fn text_on_any_colour_is_black_or_white_at_4_5_to_1() {
    let shades = (0..4096).map(|n| Color::hex((n >> 8) * 0x11_00_00 + (n >> 4 & 15) * 0x11_00 + (n & 15) * 0x11));
    let status = |(n, color): (usize, Color)| {
        let light = if color.contrast(Color::LIGHT_PAGE) < 3.0 { Color::hex(0) } else { color };
        let dark = if color.contrast(Color::DARK_PAGE) < 3.0 { Color::hex(0xff_ff_ff) } else { color };
        format!(r#"{{"id": "{n}", "label": "{n}", "color": {{"light": "{light}", "dark": "{dark}"}}}}"#)
    };
    let statuses: Vec<String> = shades.enumerate().map(status).collect();
    let json = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "updated": "2020", "actors": {{"one": "a", "other": "b"}}, "statuses": [{}], "events": []}}"#,
        statuses.join(",\n")
    );
    let dataset = Dataset::check(&json, &|_| None, &Limits::none()).unwrap().dataset;
    for (theme, _, options) in themes() {
        for fill in Theme::new(&dataset, &options).statuses {
            assert!(fill.color.contrast(fill.ink) >= 4.5, "{theme}: {} on {}", fill.ink, fill.color);
        }
    }
}

/// A line of the table of colours: the smallest difference between any two statuses.
fn differences((theme, color, _): &Themed, statuses: &[Status]) -> String {
    let pairs = || (0..statuses.len()).flat_map(|one| (0..one).map(move |other| [one, other]));
    Vision::ALL.iter().fold(format!("| {theme} |"), |line, vision| {
        let difference = |pair: [usize; 2]| {
            let [one, other] = pair.map(|place| color(&statuses[place]));
            vision.difference(one, other)
        };
        format!("{line} {:.1} |", pairs().map(difference).fold(f64::INFINITY, f64::min))
    })
}

/// A line of the table of colours: the contrast of a status with the page and with the text on it.
fn contrasts(place: usize, dataset: &Dataset) -> String {
    let status = &dataset.statuses()[place];
    themes().iter().fold(format!("| {} |", status.label.own().to_lowercase()), |line, (_, _, options)| {
        let theme = Theme::new(dataset, options);
        let fill = theme.statuses[place];
        let ink = match fill.ink.to_string().as_str() {
            "#ffffff" => "white".to_owned(),
            other => format!("`{other}`"),
        };
        let (page, text) = (fill.color.contrast(theme.page), fill.color.contrast(fill.ink));
        format!("{line} `{}` | {page:.1} | {ink} {text:.1} |", fill.color)
    })
}

#[test]
fn the_colours_in_the_documentation_are_those_of_the_dataset() {
    let dataset = Dataset::huawei();
    let mut lines: Vec<String> = themes().iter().map(|theme| differences(theme, dataset.statuses())).collect();
    lines.extend((0..dataset.statuses().len()).map(|place| contrasts(place, &dataset)));
    let documentation = include_str!("../docs/dataset.md");
    for line in lines {
        assert!(documentation.contains(&line), "docs/dataset.md does not say: {line}");
    }
}

#[test]
fn only_countries_are_counted() {
    let dataset = Dataset::huawei();
    assert_eq!(dataset.counted(), EntityKind::Country);
    let day = "2020-10-20".parse::<PartialDate>().unwrap().first();
    let counts: u32 = Index::new(&dataset).counts(day).iter().sum();
    let snapshot = Index::new(&dataset).as_of(day);
    let countries = dataset
        .entity_ids()
        .filter(|entity| dataset.entity(*entity).kind == EntityKind::Country)
        .filter(|entity| snapshot.status(*entity).is_some());
    assert_eq!(counts as usize, countries.count());
}

#[test]
fn the_sentence_is_true_on_its_day() {
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
    chart.apply(Intent::Day("2020-10-20".parse::<PartialDate>().unwrap().first().number()));
    let words = chart.describe();
    assert_eq!(words.sentence, "5 governments ban Huawei, 6 restrict it, 17 can still decide and 33 permit it.");
    assert_eq!(words.spoken.text, format!("20 October 2020. {}", words.sentence.text));
    let counted: u32 = words.legend.iter().map(|item| item.count as u32).sum();
    assert_eq!(counted, 202, "every place of the grid, Greenland and the Faroes are in the legend once");
}

#[test]
fn all_findings_come_at_once_in_the_order_of_the_file() {
    let error = Dataset::from_text(include_str!("data/invalid/many.json")).unwrap_err();
    let lines: Vec<usize> = error.diagnostics.iter().map(|found| found.position.unwrap().line).collect();
    assert!(lines.len() >= 5 && lines.is_sorted(), "{lines:?}");
}

#[test]
fn a_text_that_is_not_json_is_reported_with_its_position() {
    for (text, expected) in [
        ("", "not JSON at line 1, column 1"),
        ("{\"format\": 1,\n\"id\" 2}", "not JSON at line 2, column 6"),
        ("[]", "a list instead of an object"),
        ("null", "null instead of an object"),
    ] {
        let error = Dataset::from_text(text).unwrap_err().to_string();
        assert!(error.contains(expected), "{text}: {error}");
    }
    assert!(Dataset::from_text(&format!("\u{feff}{TEXT}")).is_ok(), "a byte order mark is no fault");
}

#[test]
fn a_dataset_without_grid_countries_or_events_is_drawn() {
    let json = r##"{"format": 1, "id": "x", "title": "X", "updated": "2020-01-01", "actors": {"one": "a", "other": "b"},
        "statuses": [{"id": "on", "label": "On", "color": {"light": "#000000", "dark": "#ffffff"}}], "events": []}"##;
    let mut chart = Chart::new(Dataset::from_text(json).unwrap(), Box::new(Estimate));
    for width in [0.0, 1.0, 280.0, 1400.0] {
        chart.arrange(width);
        for intent in
            [Intent::Step(1), Intent::Step(-1), Intent::Play, Intent::Advance(1e9), Intent::First, Intent::Last]
        {
            chart.apply(intent);
        }
        assert_eq!(chart.describe().sentence, "No decision is documented yet.");
        assert!(chart.figure().size.height > 0.0);
    }
}

/// A line of the table of counts: entities, entities with a status, events, events with a status.
fn counted(dataset: &Dataset, name: &str, of: impl Fn(EntityKind) -> bool) -> String {
    let kind = |entity: EntityId| dataset.entity(entity).kind;
    let declared = TEXT.matches("\"kind\": ").count();
    let entities = dataset.entity_ids().take(declared).filter(|entity| of(kind(*entity)));
    let with = entities.clone().filter(|entity| dataset.events_of(*entity).any(|event| event.status.is_some()));
    let events = dataset.events().iter().filter(|event| of(kind(event.entity)));
    let changing = events.clone().filter(|event| event.status.is_some());
    format!("| {name} | {} | {} | {} | {} |", entities.count(), with.count(), events.count(), changing.count())
}

#[test]
fn the_counts_in_the_documentation_are_those_of_the_dataset() {
    let dataset = Dataset::huawei();
    let mut lines = vec![counted(&dataset, "all", |_| true)];
    for (name, kind) in
        [("countries", EntityKind::Country), ("blocs", EntityKind::Bloc), ("companies", EntityKind::Company)]
    {
        lines.push(counted(&dataset, name, |other| other == kind));
    }
    let events = dataset.events();
    let with = |id: &str| events.iter().filter(|event| event.status == dataset.status_id(id)).count();
    let notes = events.iter().filter(|event| event.status.is_none()).count();
    let [banned, restricted, review, permitted] = ["banned", "restricted", "review", "permitted"].map(with);
    lines.push(format!(
        "By status: {banned} banned, {restricted} restricted, {review} under review, {permitted} permitted, {notes} notes."
    ));
    let decisions = events.iter().filter(|event| event.date_kind == DateKind::Decision).count();
    let sources: usize = events.iter().map(|event| event.sources.len()).sum();
    let cautions = events.iter().filter(|event| event.caution.is_some()).count();
    let corrections: usize = events.iter().map(|event| event.corrections.len()).sum();
    lines.push(format!(
        "Decisions {decisions}, publications {}. Sources {sources}, cautions {cautions}, corrections {corrections}.",
        events.len() - decisions
    ));
    let documentation = include_str!("../docs/dataset.md");
    for line in lines {
        assert!(documentation.contains(&line), "docs/dataset.md does not say: {line}");
    }
}
