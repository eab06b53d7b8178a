//! The tooltip: its content for a tile, and for a day of the timeline.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use banspread::describe::records::Tooltip;
use banspread::view::intent::{Focus, Place, Tab};
use banspread::{Chart, Day, Intent, Part};
use samples::datasets::{Sample, note, small};
use samples::{go, number};
use serde_json::{Value, json};

const WIDTH: f64 = 680.0;

/// An event with a title.
fn event(entity: &str, date: &str, status: &str, title: &str) -> Value {
    json!({"entity": entity, "date": date, "status": status, "title": title, "sources": [{"outlet": "A paper"}]})
}

/// France changes its status twice. Germany has only a note.
fn neighbours() -> Chart {
    let events = json!([
        event("FR", "2020-03-02", "permitted", "France permits it"),
        event("FR", "2020-06-10", "banned", "France bans it"),
        note("DE", "2020-06-10"),
    ]);
    samples::chart(small(json!({ "events": events })), WIDTH)
}

/// The tooltip of a tile under the pointer.
fn tile(chart: &mut Chart, id: &str) -> Tooltip {
    let entity = chart.dataset().entity_id(id).unwrap();
    let center = chart.layout().tile_of(entity).unwrap().rect.center();
    chart.apply(Intent::Hover(Place { part: Part::Map, x: center.x, y: center.y }));
    chart.describe().tip.expect("the pointer is on a tile")
}

/// The tooltip of a day of the timeline under the pointer.
fn day(chart: &mut Chart, date: &str) -> Tooltip {
    let timeline = &chart.layout().timeline;
    let x = timeline.scale.x(Day::from_number(number(date)));
    let y = timeline.plot.y;
    chart.apply(Intent::Hover(Place { part: Part::Timeline, x, y }));
    chart.describe().tip.expect("the pointer is on the timeline")
}

fn status(tooltip: &Tooltip) -> &str {
    tooltip.status.as_ref().map_or("", |status| &status.text)
}

fn lines(tooltip: &Tooltip) -> Vec<&str> {
    tooltip.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn a_tile_with_a_status_has_the_status_its_date_and_the_event() {
    let mut chart = neighbours();
    go(&mut chart, "2020-07-01");
    let told = tile(&mut chart, "FR");
    assert_eq!((told.title.as_str(), status(&told), told.index), ("France", "Banned since 10 June 2020", 0));
    assert_eq!(lines(&told), ["France bans it"]);
}

#[test]
fn a_tooltip_of_a_tile_has_the_place_of_the_tile() {
    let mut chart = neighbours();
    let told = tile(&mut chart, "FR");
    let rect = chart.layout().tile_of(chart.dataset().entity_id("FR").unwrap()).unwrap().rect;
    assert_eq!((told.part, told.x, told.y), (Part::Map, rect.x, rect.y));
    assert_eq!((told.width, told.height), (rect.width, rect.height));
}

#[test]
fn a_future_event_is_not_shown() {
    let mut chart = neighbours();
    go(&mut chart, "2020-03-02");
    let told = tile(&mut chart, "FR");
    assert_eq!((status(&told), told.index), ("Permitted since 2 March 2020", 1));
    assert_eq!(lines(&told), ["Changed on this day", "France permits it"]);
    go(&mut chart, "2020-03-03");
    assert_eq!(lines(&tile(&mut chart, "FR")), ["France permits it"]);
}

#[test]
fn a_change_in_a_month_or_year_is_no_change_on_a_day() {
    let event = |entity: &str, date: &str| event(entity, date, "banned", "It is banned");
    let reported = json!({"entity": "IT", "date": "2023", "date_kind": "publication", "status": "banned",
        "title": "It is banned", "sources": [{"outlet": "A paper"}]});
    let events = json!([event("FR", "2020"), event("DE", "2021-03"), event("ES", "2022~"), reported]);
    let mut chart = samples::chart(small(json!({ "events": events })), WIDTH);
    for (id, day, text) in [
        ("FR", "2020-01-01", "Changed: 2020"),
        ("DE", "2021-03-01", "Changed: March 2021"),
        ("ES", "2022-01-01", "Changed: about 2022"),
        ("IT", "2023-01-01", "Changed: by 2023"),
    ] {
        go(&mut chart, day);
        assert_eq!(lines(&tile(&mut chart, id)), [text, "It is banned"]);
    }
}

#[test]
fn a_note_on_the_day_of_a_change_does_not_date_it() {
    let events = json!([event("FR", "2020-03-01", "banned", "France bans it"), note("FR", "2020-03")]);
    let mut chart = samples::chart(small(json!({ "events": events })), WIDTH);
    go(&mut chart, "2020-03-01");
    assert_eq!(lines(&tile(&mut chart, "FR"))[0], "Changed on this day");
    let events = json!([event("FR", "2020-03", "banned", "France bans it"), note("FR", "2020-03-01")]);
    let mut chart = samples::chart(small(json!({ "events": events })), WIDTH);
    go(&mut chart, "2020-03-01");
    assert_eq!(lines(&tile(&mut chart, "FR"))[0], "Changed: March 2020");
}

#[test]
fn a_tile_with_no_data_says_so() {
    let mut chart = neighbours();
    go(&mut chart, "2020-03-01");
    let told = tile(&mut chart, "FR");
    assert_eq!((told.title.as_str(), status(&told), told.index), ("France", "Not documented", -1));
    assert_eq!(lines(&told), [""; 0]);
}

#[test]
fn a_note_is_shown_and_sets_no_status() {
    let mut chart = neighbours();
    let told = tile(&mut chart, "DE");
    assert_eq!((status(&told), told.index), ("Not documented", -1));
    assert_eq!(lines(&told), ["A note"]);
}

#[test]
fn a_footnote_follows_the_event() {
    let more = json!({
        "entities": [{"id": "FR", "name": "France", "kind": "country", "footnote": "With its overseas departments."}],
        "events": [event("FR", "2020-06-10", "banned", "France bans it")],
    });
    let mut chart = samples::chart(small(more), WIDTH);
    assert_eq!(lines(&tile(&mut chart, "FR")), ["France bans it", "With its overseas departments."]);
    go(&mut chart, "2020-06-09");
    assert_eq!(lines(&tile(&mut chart, "FR")), ["With its overseas departments."]);
}

#[test]
fn a_country_with_no_data_names_the_companies_that_act_in_it() {
    let orange = json!({"id": "orange", "name": "Orange", "kind": "company", "acts_in": ["BE"]});
    let dataset = Sample::new()
        .row(&["BE", "LU"])
        .and("entities", orange)
        .and("events", event("orange", "2021-01-02", "restricted", "Orange restricts it"));
    let mut chart = samples::chart(dataset.dataset(), WIDTH);
    assert_eq!(status(&tile(&mut chart, "BE")), "Not documented (Orange: Restricted)");
    assert_eq!(status(&tile(&mut chart, "LU")), "Not documented");
    chart.apply(Intent::View(Tab::Groups));
    assert_eq!(status(&tile(&mut chart, "orange")), "Restricted since 2 January 2021");
}

#[test]
fn a_comparison_shows_both_statuses_of_a_tile() {
    let mut chart = neighbours();
    go(&mut chart, "2020-07-01");
    chart.apply(Intent::Compare(Some(number("2020-04-01"))));
    let told = tile(&mut chart, "FR");
    assert_eq!((status(&told), told.index), ("Permitted, then Banned since 10 June 2020", 0));
    chart.apply(Intent::Compare(Some(number("2020-02-01"))));
    assert_eq!(status(&tile(&mut chart, "FR")), "Not documented, then Banned since 10 June 2020");
}

#[test]
fn a_comparison_shows_an_unchanged_status_once() {
    let mut chart = neighbours();
    go(&mut chart, "2020-04-02");
    chart.apply(Intent::Compare(Some(number("2020-03-15"))));
    assert_eq!(status(&tile(&mut chart, "FR")), "Permitted since 2 March 2020");
    assert_eq!(status(&tile(&mut chart, "DE")), "Not documented");
}

#[test]
fn a_text_in_another_language_says_its_language() {
    let title = json!({"de": "Frankreich verbietet es"});
    let more = json!({"lang": "de", "events": [{"entity": "FR", "date": "2020-06-10", "status": "banned", "title": title,
                      "sources": [{"outlet": "Eine Zeitung"}]}]});
    let mut chart = samples::chart(small(more), WIDTH);
    for told in [tile(&mut chart, "FR"), day(&mut chart, "2020-06-10")] {
        let tagged: Vec<_> = told.lines.iter().map(|line| (line.text.as_str(), line.lang.as_deref())).collect();
        assert_eq!(tagged, [("Frankreich verbietet es", Some("de"))]);
    }
}

#[test]
fn an_area_of_the_timeline_says_what_holds_on_the_day() {
    let mut chart = neighbours();
    for (date, title, sentence) in [
        ("2020-04-20", "20 April 2020", "Permitted: 1."),
        ("2020-08-01", "1 August 2020", "Banned: 1."),
        ("2020-12-31", "31 December 2020", "Banned: 1."),
    ] {
        let told = day(&mut chart, date);
        assert_eq!((told.title.as_str(), lines(&told)), (title, vec![sentence]));
        assert_eq!((status(&told), told.index), ("", -1));
    }
}

#[test]
fn an_area_of_the_timeline_uses_the_words_of_the_dataset() {
    let words = |verb: &str| {
        json!({ "lead": { "one": format!("{{n}} government {verb}s it"), "other": format!("{{n}} governments {verb} it") },
                "clause": { "one": format!("{{n}} {verb}s it"), "other": format!("{{n}} {verb} it") } })
    };
    let mut statuses = json!([
        { "id": "banned", "label": "Banned", "color": { "light": "#6e0b2a", "dark": "#c04259" } },
        { "id": "permitted", "label": "Permitted", "color": { "light": "#17588c", "dark": "#508ec8" } }
    ]);
    for (status, verb) in statuses.as_array_mut().unwrap().iter_mut().zip(["ban", "permit"]) {
        let Value::Object(words) = words(verb) else { unreachable!("words are an object") };
        status.as_object_mut().unwrap().extend(words);
    }
    let events = [event("FR", "2020-03-02", "banned", "It bans"), event("DE", "2020-03-02", "permitted", "It permits")];
    let mut chart = samples::chart(small(json!({ "statuses": statuses, "events": events })), WIDTH);
    assert_eq!(lines(&day(&mut chart, "2020-08-01")), ["1 government bans it and 1 permits it."]);
}

#[test]
fn before_the_first_event_an_area_says_that_nothing_is_documented() {
    let dataset = Sample::new().row(&["BE"]).events(&[("BE", "2021-06-02", "banned")]).dataset();
    let mut chart = samples::chart(dataset, WIDTH);
    let told = day(&mut chart, "2021-04-01");
    assert_eq!((told.title.as_str(), lines(&told)), ("1 April 2021", vec!["No decision is documented yet."]));
}

#[test]
fn a_mark_of_the_timeline_says_the_date_of_the_event_and_its_title() {
    let mut chart = neighbours();
    let told = day(&mut chart, "2020-03-02");
    assert_eq!((told.title.as_str(), lines(&told)), ("2 March 2020", vec!["France permits it"]));
    assert_eq!((told.part, status(&told), told.index), (Part::Timeline, "", -1));
}

#[test]
fn a_day_beside_a_mark_has_the_tooltip_of_the_mark() {
    let mut chart = neighbours();
    let scale = chart.layout().timeline.scale;
    let day_of = |date: &str| Day::from_number(number(date));
    let near = scale.x(day_of("2020-03-04")) - scale.x(day_of("2020-03-02"));
    let far = scale.x(day_of("2020-03-05")) - scale.x(day_of("2020-03-02"));
    assert!(near <= 4.0 && far > 4.0, "{near}, {far}");
    assert_eq!(day(&mut chart, "2020-03-04").title, "2 March 2020");
    assert_eq!(day(&mut chart, "2020-03-05").title, "5 March 2020");
}

#[test]
fn a_tooltip_of_the_timeline_has_the_place_of_the_day_and_the_height_of_the_plot() {
    let mut chart = neighbours();
    let told = day(&mut chart, "2020-03-04");
    let timeline = &chart.layout().timeline;
    assert_eq!(told.x, timeline.scale.x(Day::from_number(number("2020-03-04"))));
    assert_eq!((told.y, told.width, told.height), (timeline.plot.y, 0.0, timeline.plot.height));
}

#[test]
fn an_inexact_date_of_a_mark_is_shown_as_inexact() {
    let events = json!([
        event("FR", "2020-06~", "banned", "France bans it"),
        event("DE", "2020-09", "banned", "So does Germany")
    ]);
    let mut chart = samples::chart(small(json!({ "events": events })), WIDTH);
    assert_eq!(day(&mut chart, "2020-06-01").title, "about June 2020");
    assert_eq!(day(&mut chart, "2020-09-01").title, "September 2020");
}

#[test]
fn marks_near_each_other_share_a_tooltip_with_notes_last_and_at_most_four() {
    let date = "2020-06-10";
    let mut events = vec![note("DE", date)];
    let decisions = [("FR", "First"), ("DE", "Second"), ("Telco", "Third")];
    events.extend(decisions.map(|(entity, title)| event(entity, date, "banned", title)));
    let mut chart = samples::chart(small(json!({ "events": events })), WIDTH);
    assert_eq!(lines(&day(&mut chart, date)), ["First", "Second", "Third", "A note"]);

    events.push(event("FR", "2020-06-11", "permitted", "Fourth"));
    events.push(event("FR", "2020-06-12", "banned", "Fifth"));
    let mut chart = samples::chart(small(json!({ "events": events })), WIDTH);
    assert_eq!(lines(&day(&mut chart, date)), ["First", "Second", "Third", "Fourth"]);
}

#[test]
fn the_tile_with_the_focus_has_the_tooltip_until_the_pointer_has_a_target() {
    let mut chart = neighbours();
    assert!(chart.describe().tip.is_none(), "neither pointer nor focus has a target");
    chart.apply(Intent::Focus(Focus::At("DE".to_owned())));
    assert_eq!(chart.describe().tip.unwrap().title, "Germany");
    assert_eq!(tile(&mut chart, "FR").title, "France");
    chart.apply(Intent::Leave);
    assert_eq!(chart.describe().tip.unwrap().title, "Germany");
    chart.apply(Intent::Focus(Focus::Out));
    assert!(chart.describe().tip.is_none());
}

#[test]
fn a_tile_of_another_view_has_no_tooltip() {
    let names: Vec<String> = (0..200).map(|number| format!("Company {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let dataset = Sample::new().row(&["BE"]).companies(&names).events(&[("BE", "2021-06-02", "banned")]).dataset();
    let mut chart = samples::chart(dataset, WIDTH);
    chart.apply(Intent::View(Tab::Groups));
    chart.apply(Intent::Focus(Focus::Last));
    assert!(chart.describe().tip.is_some());
    chart.apply(Intent::View(Tab::Map));
    assert!(chart.describe().tip.is_none());
}
