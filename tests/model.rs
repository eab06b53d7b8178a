//! The parts of the model besides statuses: who decided, until when, how certain it is, and which places a grid has.
#![cfg(not(target_arch = "wasm32"))]

use banspread::base::geom::{Point, Rect};
use banspread::scene::mark::{Mark, Scene};
use banspread::view::intent::{Part, Tab};
use banspread::{Chart, Dataset, Day, Estimate, Index, Intent, PartialDate, Update};

const STATUSES: &str = r##"[{"id": "on", "label": "On", "color": {"light": "#6e0b2a", "dark": "#c04259"}},
                            {"id": "off", "label": "Off", "color": {"light": "#17588c", "dark": "#508ec8"}}]"##;

fn dataset(entities: &str, events: &str) -> Dataset {
    let json = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "updated": "2021-12-31", "grid": "world",
            "actors": {{"one": "a", "other": "b"}}, "statuses": {STATUSES},
            "entities": [{entities}], "events": [{events}]}}"#
    );
    Dataset::from_text(&json).unwrap_or_else(|error| panic!("{error}"))
}

fn event(entity: &str, date: &str, status: &str, more: &str) -> String {
    format!(
        r#"{{"entity": "{entity}", "date": "{date}", "status": "{status}", "title": "t", "sources": [{{"outlet": "o"}}]{more}}}"#
    )
}

fn chart(dataset: Dataset, date: &str) -> Chart {
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    chart.arrange(680.0);
    chart.apply(Intent::Day(day(date).number()));
    chart
}

fn day(text: &str) -> Day {
    text.parse::<PartialDate>().unwrap().first()
}

fn status(dataset: &Dataset, id: &str, date: &str) -> Option<String> {
    let status = Index::new(dataset).as_of(day(date)).status(dataset.entity_id(id).unwrap())?;
    Some(dataset.status(status).id.clone())
}

const ORANGE: &str = r#"{"id": "orange", "name": "Orange", "kind": "company", "acts_in": ["FR", "BE"]}"#;

#[test]
fn a_decision_of_an_operator_does_not_colour_a_country() {
    let dataset = dataset(ORANGE, &event("orange", "2020-06-01", "on", ""));
    assert_eq!(status(&dataset, "orange", "2021").as_deref(), Some("on"));
    assert_eq!(status(&dataset, "FR", "2021"), None);
    assert_eq!(Index::new(&dataset).counts(day("2021")), [0, 0], "nor is it counted");
}

/// The colours of the triangles in the corners of tiles, with the ids of the entities.
fn corners(chart: &Chart) -> Vec<(String, [u8; 3])> {
    let scene: Scene = chart.scene(Part::Map);
    let tiles = &chart.layout().map.tiles;
    let marked = scene.groups.iter().zip(tiles).flat_map(|(group, tile)| {
        let corner = |mark: &Mark| match mark {
            Mark::Polygon { points, color } if points.len() == 3 => Some(color.rgb),
            _ => None,
        };
        let id = &chart.dataset().entity(tile.entity).id;
        group.marks.iter().filter_map(corner).map(move |color| (id.clone(), color))
    });
    marked.collect()
}

#[test]
fn a_decision_of_an_operator_is_a_mark_in_the_corner_without_a_status_of_the_government() {
    let events = [event("orange", "2020-06-01", "on", ""), event("BE", "2020-09-01", "off", "")].join(",");
    let mut chart = chart(dataset(ORANGE, &events), "2020-05-31");
    assert_eq!(corners(&chart), []);
    let color = chart.dataset().statuses()[0].light.rgb;
    chart.apply(Intent::Day(day("2020-06-01").number()));
    assert_eq!(corners(&chart), [("BE".to_owned(), color), ("FR".to_owned(), color)]);
    chart.apply(Intent::Day(day("2020-09-01").number()));
    assert_eq!(corners(&chart), [("FR".to_owned(), color)], "Belgium's government has decided");
    let france = chart.dataset().entity_id("FR").unwrap();
    assert_eq!(chart.tile_name(france), "France: Not documented (Orange: On)");
    chart.apply(Intent::Select(Some("FR".to_owned())));
    let history = chart.describe().selected.unwrap();
    assert_eq!((history.related[0].id.as_str(), history.related[0].status.text.as_str()), ("orange", "On"));
    chart.apply(Intent::Select(Some("orange".to_owned())));
    let history = chart.describe().selected.unwrap();
    assert_eq!(history.related.iter().map(|other| other.id.as_str()).collect::<Vec<_>>(), ["FR", "BE"]);
}

#[test]
fn a_status_with_an_end_holds_through_its_last_day() {
    let dataset = dataset("", &event("IT", "2020-03-09", "on", r#", "until": "2020-05""#));
    assert_eq!(status(&dataset, "IT", "2020-05-31").as_deref(), Some("on"));
    assert_eq!(status(&dataset, "IT", "2020-06-01"), None);
    let days: Vec<String> = Index::new(&dataset).change_days().iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2020-03-09", "2020-06-01"]);
}

#[test]
fn the_history_has_other_dates_and_the_confidence_of_an_event() {
    let more = r#", "announced": "2020-03-04", "in_force": "2020-03-10", "until": "2020-05", "confidence": "low""#;
    let mut chart = chart(dataset("", &event("IT", "2020-03-09", "on", more)), "2020-04-01");
    chart.apply(Intent::Select(Some("IT".to_owned())));
    let entry = &chart.newest_events().entries[0];
    let told = ["Announced 4 March 2020", "In force since 10 March 2020", "Until May 2020", "Confidence: low"];
    assert_eq!(entry.terms, told);
}

/// The corners of the upper edge of all areas, from left to right.
fn edge(chart: &Chart) -> Vec<(f64, f64)> {
    let plot: Rect = chart.layout().timeline.plot;
    let unit = chart.layout().timeline.unit;
    let scene = chart.scene(Part::Timeline);
    let outline = scene.groups[0].marks.iter().find_map(|mark| match mark {
        Mark::Polygon { points, .. } => Some(points.clone()),
        _ => None,
    });
    let points: Vec<Point> = outline.expect("an area");
    points[..points.len() / 2].iter().map(|point| (point.x, (plot.bottom() - point.y) / unit)).collect()
}

#[test]
fn an_inexact_date_has_a_sloping_edge_as_wide_as_its_uncertainty() {
    let chart = chart(dataset("", &event("IT", "2020-03", "on", "")), "2021");
    let scale = chart.layout().timeline.scale;
    let (from, to) = (scale.x(day("2020-03-01")), scale.x(day("2020-03-31")));
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    let edge = edge(&chart);
    assert!(edge.iter().any(|(x, height)| near(*x, from) && near(*height, 0.0)), "{edge:?}");
    assert!(edge.iter().any(|(x, height)| near(*x, to) && near(*height, 1.0)), "{edge:?}");
    assert!(edge.iter().all(|(x, height)| *x <= to || near(*height, 1.0)), "{edge:?}");
    assert_eq!(
        status(chart.dataset(), "IT", "2020-03-01").as_deref(),
        Some("on"),
        "it holds from the first possible day"
    );
}

#[test]
fn an_inexact_end_has_a_sloping_edge_too() {
    let confirmed =
        [event("IT", "2020-02-10", "on", ""), event("IT", "2020-04-01", "on", r#", "until": "2020-06""#)].join(",");
    for events in [event("IT", "2020-02-10", "on", r#", "until": "2020-06""#), confirmed] {
        let chart = chart(dataset("", &events), "2021");
        let scale = chart.layout().timeline.scale;
        let (from, to) = (scale.x(day("2020-06-02")), scale.x(day("2020-07-01")));
        let edge = edge(&chart);
        let falls = edge.windows(2).filter(|pair| pair[1].1 < pair[0].1 - 1e-6).collect::<Vec<_>>();
        assert_eq!(falls.len(), 1, "{edge:?}");
        assert!((falls[0][0].0 - from).abs() < 1e-6 && (falls[0][1].0 - to).abs() < 1e-6, "{edge:?}");
    }
}

#[test]
fn no_area_is_negative_or_larger_than_all() {
    for (first, second) in [
        (event("IT", "2020-05-15", "on", r#", "until": "2020-05""#), event("IT", "2021", "off", "")),
        (event("IT", "2020-05-10", "on", ""), event("IT", "2020-05-12~", "off", "")),
        (event("IT", "2020%", "on", r#", "until": "2020-07?""#), event("IT", "2020-08~", "off", "")),
        (event("IT", "2020", "on", ""), event("IT", "2020-02~", "off", r#", "until": "2020-03%""#)),
    ] {
        let chart = chart(dataset("", &[first, second].join(",")), "2021");
        let heights: Vec<f64> = edge(&chart).into_iter().map(|(_, height)| height).collect();
        assert!(heights.iter().all(|height| (-1e-6..1.0 + 1e-6).contains(height)), "{heights:?}");
    }
}

#[test]
fn a_status_that_ends_in_the_future_does_not_extend_the_timeline() {
    let events =
        [event("IT", "2020-03-09", "on", r#", "until": "2035""#), event("FR", "2020-03-17", "on", "")].join(",");
    let chart = Chart::new(dataset("", &events), Box::new(Estimate));
    let words = chart.describe();
    assert_eq!((words.iso.as_str(), words.legend[0].count), ("2021-12-31", 2.0));
}

#[test]
fn a_company_does_not_take_the_tile_of_a_country() {
    let json = r#"{"id": "BT", "name": "BT Group", "kind": "company"}"#;
    let csv = "entity,kind,acts_in,date,status,source\nBT,company,GB,2020-01-28,restricted,BBC\nEE,company,GB,2020-01-28,banned,BBC\n";
    let dataset = Dataset::from_text(csv).unwrap();
    assert_eq!((status_of(&dataset, "BT"), status_of(&dataset, "EE")), (None, None));
    assert_eq!(
        (status_of(&dataset, "bt").as_deref(), status_of(&dataset, "ee").as_deref()),
        (Some("restricted"), Some("banned"))
    );
    let text = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "updated": "2021", "grid": "world", "actors": {{"one": "a", "other": "b"}},
            "statuses": {STATUSES}, "entities": [{json}], "events": []}}"#
    );
    assert!(Dataset::from_text(&text).unwrap_err().to_string().contains("reserved id: \"BT\""));
}

fn status_of(dataset: &Dataset, id: &str) -> Option<String> {
    status(dataset, id, "2030")
}

#[test]
fn an_exact_date_has_a_vertical_edge() {
    let chart = chart(dataset("", &event("IT", "2020-03-09", "on", "")), "2021");
    let x = chart.layout().timeline.scale.x(day("2020-03-09"));
    let heights: Vec<f64> =
        edge(&chart).into_iter().filter(|(at, _)| (at - x).abs() < 1e-6).map(|(_, height)| height).collect();
    assert_eq!(heights.len(), 2);
    assert!(heights[0].abs() < 1e-6 && (heights[1] - 1.0).abs() < 1e-6, "{heights:?}");
}

#[test]
fn a_dataset_decides_about_disputed_places_and_their_names() {
    let entities = r#"{"id": "TW", "name": "Taiwan", "kind": "country", "label": "TPE", "footnote": "Its standing is disputed."},
                      {"id": "EH", "name": "Western Sahara", "kind": "country", "tile": false}"#;
    let chart = chart(dataset(entities, &event("IT", "2020", "on", "")), "2021");
    let tile = |id: &str| chart.dataset().entity_id(id).and_then(|entity| chart.layout().tile_of(entity));
    assert_eq!(tile("TW").unwrap().label.text, "TPE");
    assert_eq!(tile("EH"), None);
    let words = chart.describe();
    assert_eq!(chart.info().footnotes, ["Taiwan: Its standing is disputed."]);
    assert_eq!(words.legend.iter().map(|item| item.count).sum::<f64>(), 199.0, "what is not shown is not counted");
}

#[test]
fn a_place_with_events_and_without_a_tile_is_in_a_group() {
    let entities = r#"{"id": "EH", "name": "Western Sahara", "kind": "country", "tile": false}"#;
    let mut chart = chart(dataset(entities, &event("EH", "2020", "on", "")), "2021");
    chart.apply(Intent::View(Tab::Groups));
    assert_eq!(chart.info().groups.unwrap().name, "Elsewhere");
    assert_eq!(chart.layout().map.headings[0].text, "Elsewhere");
    assert!(chart.layout().tile_of(chart.dataset().entity_id("EH").unwrap()).is_some());
}

#[test]
fn a_dataset_can_have_its_own_tiles() {
    let json = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "updated": "2021", "actors": {{"one": "a", "other": "b"}}, "statuses": {STATUSES},
            "tiles": [{{"entity": "n", "row": 0, "column": 1}}, {{"entity": "s", "row": 1, "column": 0}}],
            "entities": [{{"id": "n", "name": "North", "kind": "country"}}, {{"id": "s", "name": "South", "kind": "country"}}],
            "events": [{}]}}"#,
        event("n", "2020", "on", "")
    );
    let chart = chart(Dataset::from_text(&json).unwrap(), "2021");
    let rect = |id: &str| chart.layout().tile_of(chart.dataset().entity_id(id).unwrap()).unwrap().rect;
    assert!(rect("n").y < rect("s").y && rect("n").x > rect("s").x);
}

/// A dataset with a grid or with tiles of its own.
fn on(places: &str, entities: &str, events: &str) -> Dataset {
    let json = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "updated": "2021", {places} "actors": {{"one": "a", "other": "b"}},
            "statuses": {STATUSES}, "entities": [{entities}], "events": [{events}]}}"#
    );
    Dataset::from_text(&json).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_dataset_can_name_any_of_the_grids() {
    for (grid, place, name, count) in [
        ("world", "CA", "Canada", 200),
        ("world-territories", "GL", "Greenland", 243),
        ("us-states", "CA", "California", 56),
        ("eu", "MT", "Malta", 27),
        ("africa", "ZA", "South Africa", 55),
    ] {
        let chart = chart(on(&format!(r#""grid": "{grid}","#), "", &event(place, "2020", "on", "")), "2021");
        let id = chart.dataset().entity_id(place).unwrap();
        assert_eq!(chart.dataset().entity(id).name.own(), name);
        assert!(chart.layout().tile_of(id).is_some());
        let counted: u32 = chart.describe().legend.iter().map(|item| item.count as u32).sum();
        assert_eq!((counted, chart.layout().map.headings.len()), (count, 0), "{grid}");
    }
}

#[test]
fn a_language_translates_names_of_countries_and_not_of_states() {
    let german =
        r#"[["lang", "de"], ["country.CA", "Kanada"], ["country.EU", "Europäische Union"], ["country.BT", "Bhutan"]]"#;
    let german = banspread::i18n::messages::Messages::read(&Dataset::tree(german, &|_| None).unwrap());
    let california = r#"{"id": "CA", "name": "California", "kind": "country"}"#;
    let canada = r#"{"id": "CA", "name": "Canada", "kind": "country"}"#;
    let tile = r#""tiles": [{"entity": "CA", "row": 0, "column": 0}],"#;
    for (places, entities, name) in [
        (r#""grid": "world","#, "", "Kanada"),
        (r#""grid": "eu","#, canada, "Kanada"),
        ("", canada, "Kanada"),
        (tile, canada, "Kanada"),
        (tile, california, "California"),
        (r#""grid": "us-states","#, "", "California"),
        (r#""grid": "us-states","#, california, "California"),
    ] {
        let dataset = on(places, entities, "");
        assert_eq!(german.name(dataset.entities().iter().find(|entity| entity.id == "CA").unwrap()), name, "{places}");
    }
    let others = r#"{"id": "EU", "name": "European Union", "kind": "bloc"}, {"id": "BT", "name": "BT Group", "kind": "company"}"#;
    let dataset = on("", others, "");
    let names: Vec<&str> = dataset.entities().iter().map(|entity| german.name(entity)).collect();
    assert_eq!(names, ["Europäische Union", "BT Group"]);
}

#[test]
fn groups_are_a_view_of_their_own() {
    let company = |n: usize| format!(r#"{{"id": "c{n}", "name": "Company number {n}", "kind": "company"}}"#);
    let entities = (0..60).map(company).collect::<Vec<_>>().join(",");
    let mut chart = chart(dataset(&entities, &event("c59", "2020", "on", "")), "2021");
    let on_map = chart.layout().map.tiles.len();
    assert!(on_map > 0 && chart.layout().map.tiles.iter().all(|tile| tile.entity.index() >= 60));
    assert!(chart.apply(Intent::View(Tab::Groups)).layout);
    for width in [280.0, 360.0, 720.0, 1400.0] {
        let tiles = &chart.arrange(width).map.tiles;
        assert_eq!(tiles.len(), 60, "{width}");
        assert!(tiles.iter().all(|tile| tile.cell.right() <= width), "{width}");
    }
    let groups = chart.info().groups.unwrap();
    assert_eq!((groups.name.as_str(), groups.count), ("Companies", 60));
    chart.apply(Intent::View(Tab::Map));
    assert_eq!(chart.layout().map.tiles.len(), on_map);
}

#[test]
fn a_view_without_entities_cannot_be_shown() {
    let mut chart = chart(dataset("", &event("FR", "2020", "on", "")), "2021");
    assert_eq!(chart.apply(Intent::View(Tab::Groups)), Update::default());
    assert!(chart.info().map && chart.info().groups.is_none());
}

#[test]
fn a_history_has_its_newest_events_and_the_number_of_the_others() {
    let first = banspread::Day::from_ymd(2020, 1, 1).unwrap();
    let events = |count: i32| -> String {
        let event = |day: i32| event("IT", &first.plus(day).to_string(), ["on", "off"][day as usize % 2], "");
        (0..count).map(event).collect::<Vec<_>>().join(",")
    };
    for (count, listed, left) in [(0, 0, 0), (500, 500, 0), (503, 500, 3)] {
        let mut chart = chart(dataset("", &events(count)), "2020-04-01");
        assert_eq!(chart.newest_events().entries.len(), 0, "no history is open");
        chart.apply(Intent::Select(Some("IT".to_owned())));
        let newest = chart.newest_events();
        assert_eq!((newest.entries.len(), newest.left), (listed, left));
        assert_eq!(newest.entries.first().map(|entry| entry.day), (count > 0).then(|| first.plus(count - 1).number()));
    }
}
