//! "Who, when": which rows there are, in which order, where their bars are, and what is said about them.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, reason = "other tests use the rest")]
mod samples;

use banspread::base::geom::Rect;
use banspread::layout::bars::Bar;
use banspread::layout::lanes_layout::{AXIS, LanesLayout};
use banspread::model::window::Window;
use banspread::scene::mark::{Anchor, Mark};
use banspread::view::intent::{Focus, Place, Tab};
use banspread::{Chart, Dataset, Intent, Part, Update};
use samples::datasets::{Sample, event, note, tile};
use samples::{LANGUAGES, chart, go, intent, messages, theme_options};
use serde_json::json;

/// A chart that shows the rows.
fn rows(dataset: Dataset, width: f64) -> Chart {
    let mut chart = chart(dataset, width);
    chart.apply(Intent::View(Tab::Lanes));
    chart
}

fn lanes(chart: &Chart) -> &LanesLayout {
    chart.layout().map.lanes.as_ref().expect("the rows are shown")
}

/// The ids of the rows, from top to bottom.
fn ids(chart: &Chart) -> Vec<&str> {
    chart.layout().map.tiles.iter().map(|tile| chart.dataset().entity(tile.entity).id.as_str()).collect()
}

/// The bars of an entity, from left to right.
fn bars(chart: &Chart, id: &str) -> Vec<Bar> {
    let tile = chart.layout().tile_of(chart.dataset().entity_id(id).unwrap()).unwrap();
    let middle = tile.cell.center().y;
    lanes(chart).bars.iter().rev().filter(|bar| bar.y == middle).copied().collect()
}

/// The first x and the last x of an entity's bars.
fn ends(chart: &Chart, id: &str) -> Vec<(f64, f64)> {
    bars(chart, id).iter().map(|bar| (bar.x[0], bar.x[3])).collect()
}

fn x(chart: &Chart, date: &str) -> f64 {
    let scale = lanes(chart).scale;
    scale.x(banspread::Day::from_number(samples::number(date))).round()
}

fn scene(chart: &Chart) -> Vec<Mark> {
    let scene = chart.scene(Part::Map);
    scene.groups.into_iter().flat_map(|group| group.marks).collect()
}

fn texts(chart: &Chart) -> Vec<String> {
    let word = |mark| if let Mark::Text { text, .. } = mark { Some(text) } else { None };
    scene(chart).into_iter().filter_map(word).collect()
}

#[test]
fn rows_are_sorted_by_the_first_date_of_the_first_status_and_then_of_the_others() {
    let dataset = Sample::new()
        .row(&["A", "B", "C", "D", "E", "F"])
        .events(&[
            ("A", "2020-05-01", "banned"),
            ("B", "2019-01-01", "permitted"),
            ("B", "2020-02-01", "banned"),
            ("C", "2019-06-01", "restricted"),
            ("D", "2018-06-01", "permitted"),
            ("E", "2019-02-01", "restricted"),
        ])
        .dataset();
    let mut chart = rows(dataset, 680.0);
    assert_eq!(ids(&chart), ["B", "A", "E", "C", "D"], "without F, which has no status");
    for (sort, order) in [
        (r#"["permitted"]"#, ["D", "B", "A", "E", "C"]),
        (r#"["restricted"]"#, ["E", "C", "B", "A", "D"]),
        ("null", ["A", "B", "C", "E", "D"]),
        (r#"["D", "C", "B", "A", "E"]"#, ["D", "C", "B", "A", "E"]),
        (r#"["C", "nobody"]"#, ["C", "B", "A", "E", "D"]),
        (r#"["nothing"]"#, ["B", "A", "E", "C", "D"]),
        ("[]", ["B", "A", "E", "C", "D"]),
    ] {
        assert!(chart.apply(intent(&format!(r#"{{"sort": {sort}}}"#))).layout);
        assert_eq!(ids(&chart), order, "{sort}");
    }
}

#[test]
fn a_date_that_is_only_a_year_or_a_month_counts_as_its_last_day() {
    let dates = [("A", "2019"), ("B", "2019-12-30"), ("C", "2019-03"), ("D", "2019-03-30"), ("E", "2020-01-01")];
    let mut sample = Sample::new().row(&["A", "B", "C", "D", "E"]);
    for (id, date) in dates {
        sample = sample.and("events", event(id, date, "banned"));
    }
    let mut chart = rows(sample.dataset(), 680.0);
    assert_eq!(ids(&chart), ["D", "C", "B", "A", "E"]);
    chart.apply(Intent::Sort(None));
    assert_eq!(ids(&chart), ["E", "A", "B", "C", "D"]);
}

#[test]
fn the_end_of_a_status_is_a_change_also_where_nothing_follows() {
    let until = |id: &str, until: &str| {
        let mut event = event(id, "2018-01-01", "banned");
        event["until"] = until.into();
        event
    };
    let sample = Sample::new().row(&["A", "B", "C"]).events(&[("B", "2019-05-01", "banned")]);
    let sample = sample.and("events", until("A", "2020-05-01")).and("events", until("C", "2035"));
    let mut chart = rows(sample.dataset(), 680.0);
    chart.apply(Intent::Sort(None));
    assert_eq!(ids(&chart), ["A", "B", "C"], "the end of C is after the last day");
}

#[test]
fn countries_come_first_and_each_other_kind_has_a_heading() {
    let mut chart = rows(
        Sample::new()
            .row(&["FR", "DE"])
            .companies(&["Telco"])
            .and("entities", json!({"id": "eu", "name": "European Union", "kind": "bloc"}))
            .events(&[
                ("Telco", "2018-01-01", "banned"),
                ("eu", "2018-02-01", "banned"),
                ("FR", "2020-01-01", "permitted"),
                ("DE", "2019-01-01", "restricted"),
            ])
            .dataset(),
        680.0,
    );
    assert_eq!(ids(&chart), ["DE", "FR", "eu", "Telco"]);
    let headings: Vec<_> = chart.layout().map.headings.iter().map(|label| label.text.as_str()).collect();
    assert_eq!(headings, ["Blocs", "Companies"]);
    let told = texts(&chart);
    assert!(
        ["DE", "European Union", "Blocs", "2019"].iter().all(|text| told.contains(&(*text).to_owned())),
        "{told:?}"
    );
    chart.apply(intent(r#"{"sort": ["Telco", "FR"]}"#));
    assert_eq!(ids(&chart), ["FR", "DE", "eu", "Telco"], "a kind stays together in every order");
}

#[test]
fn bars_touch_the_days_of_their_spells_with_a_hairline_between() {
    let mut lapsing = event("B", "2019-03-01", "banned");
    lapsing["until"] = "2019-12-31".into();
    let chart = rows(
        Sample::new()
            .row(&["A", "B"])
            .events(&[("A", "2018-02-01", "permitted"), ("A", "2020-06-01", "banned")])
            .and("events", lapsing)
            .dataset(),
        680.0,
    );
    let plot = lanes(&chart).plot;
    let change = x(&chart, "2020-06-01");
    assert_eq!(ends(&chart, "A"), [(x(&chart, "2018-02-01"), change - 1.0), (change, plot.right())]);
    assert_eq!(ends(&chart, "B"), [(x(&chart, "2019-03-01"), x(&chart, "2020-01-01"))], "until ends the bar");
    assert!(lanes(&chart).bars.iter().all(|bar| bar.x[0] == bar.x[1] && bar.x[2] == bar.x[3]));
}

#[test]
fn short_spells_and_a_change_on_the_last_day_are_visible() {
    let chart = rows(
        Sample::new()
            .row(&["A", "B"])
            .events(&[
                ("A", "2018-01-01", "permitted"),
                ("A", "2021-12-30", "banned"),
                ("A", "2021-12-31", "review"),
                ("B", "2021-12-31", "banned"),
            ])
            .dataset(),
        680.0,
    );
    let right = lanes(&chart).plot.right();
    assert_eq!(ends(&chart, "B"), [(right - 3.0, right)]);
    let found = ends(&chart, "A");
    assert_eq!(found[1..], [(right - 7.0, right - 4.0), (right - 3.0, right)]);
    assert_eq!(found[0].1, right - 8.0);
    assert!(bars(&chart, "A").iter().all(|bar| bar.x[0] == bar.x[1]), "they are short, not uncertain");
}

#[test]
fn more_spells_than_pixels_stay_inside_of_the_plot() {
    let mut sample = Sample::new().row(&["A"]);
    for day in 0..1_000 {
        let date = banspread::Day::from_number(samples::number("2018-01-01") + day).to_string();
        sample = sample.and("events", event("A", &date, ["banned", "permitted"][day as usize % 2]));
    }
    let chart = rows(sample.dataset(), 280.0);
    let plot = lanes(&chart).plot;
    assert!(
        ends(&chart, "A").iter().all(|(left, right)| plot.x - 3.0 <= *left && left < right && *right <= plot.right())
    );
}

#[test]
fn days_on_which_a_status_may_not_hold_are_thin() {
    let mut ended = event("D", "2018-01-01", "banned");
    ended["until"] = "2020".into();
    let chart = rows(
        Sample::new()
            .row(&["A", "B", "C", "D"])
            .events(&[
                ("A", "2019", "banned"),
                ("B", "2018-01-01", "permitted"),
                ("B", "2020-07-01~", "banned"),
                ("C", "2021", "banned"),
            ])
            .and("events", ended)
            .dataset(),
        680.0,
    );
    let right = lanes(&chart).plot.right();
    let x = |date| x(&chart, date);
    assert_eq!(bars(&chart, "A")[0].x, [x("2019-01-01"), x("2019-12-31"), right, right]);
    let both = bars(&chart, "B");
    assert_eq!(both[0].x[3], x("2020-06-24") - 1.0, "the earlier status ends where the later one may begin");
    assert_eq!(both[1].x[..2], [x("2020-06-24"), x("2020-07-08")]);
    assert_eq!(bars(&chart, "C")[0].x, [x("2021-01-01"), right, right, right], "no day is certain");
    assert_eq!(bars(&chart, "D")[0].x, [x("2018-01-01"), x("2018-01-01"), x("2020-01-02"), x("2021-01-01")]);
    let heights = |id: &str| {
        let y = lanes(&chart).bars.iter().find(|bar| bars(&chart, id).contains(bar)).unwrap().y + AXIS;
        let is_bar = |mark: &Mark| match mark {
            Mark::Rect { rect, .. } if rect.center().y == y && rect.width > 2.0 => Some(rect.height),
            _ => None,
        };
        scene(&chart).iter().filter_map(is_bar).collect::<Vec<_>>()
    };
    assert_eq!(heights("A"), [6.0, 16.0]);
    assert_eq!(heights("D"), [16.0, 6.0]);
}

#[test]
fn a_tooltip_explains_thin_bars_and_only_these() {
    let sample = Sample::new().row(&["A", "B"]).events(&[("A", "2019", "banned"), ("B", "2019-02-03", "banned")]);
    let mut chart = rows(sample.dataset(), 680.0);
    let told = |chart: &mut Chart, id: &str| {
        chart.apply(Intent::Focus(Focus::At(id.to_owned())));
        let tip = chart.describe().tip.unwrap();
        (tip.title, tip.lines.iter().any(|line| line.text.contains("exact day is not known")))
    };
    assert_eq!(told(&mut chart, "A"), ("A".to_owned(), true));
    assert_eq!(told(&mut chart, "B"), ("B".to_owned(), false));
    chart.apply(Intent::View(Tab::Map));
    assert_eq!(told(&mut chart, "A"), ("A".to_owned(), false), "tiles have no bars");
}

#[test]
fn a_row_says_its_status_since_when_and_which_was_the_first() {
    let sample = Sample::new().row(&["A"]).events(&[("A", "2018-08", "restricted"), ("A", "2020-07-14", "banned")]);
    let mut chart = rows(sample.dataset(), 680.0);
    let entity = chart.dataset().entity_id("A").unwrap();
    let told = |chart: &mut Chart, date: &str| {
        go(chart, date);
        chart.tile_name(entity).text
    };
    assert_eq!(told(&mut chart, "2021"), "A: Banned since 14 July 2020; first: Restricted since August 2018");
    assert_eq!(told(&mut chart, "2019"), "A: Restricted since August 2018");
    assert_eq!(told(&mut chart, "2018-07-01"), "A: Not documented; first: Restricted since August 2018");
    chart.apply(Intent::View(Tab::Map));
    assert_eq!(told(&mut chart, "2021"), "A: Banned since 14 July 2020");
}

/// A dataset of many countries with one status each. Its map has one tile.
fn many(count: usize) -> Dataset {
    let codes: Vec<String> = (0..count).map(|number| format!("N{number:04}")).collect();
    let mut sample = Sample::new().with("tiles", vec![tile("N0000", 0, 0)]);
    for (place, code) in codes.iter().enumerate() {
        let day = banspread::Day::from_number(samples::number("2018-01-01") + place as i32).to_string();
        sample = sample.country(code, code).and("events", event(code, &day, "banned"));
    }
    sample.dataset()
}

#[test]
fn five_hundred_rows_scroll_and_only_those_in_sight_are_composed() {
    let mut chart = rows(many(500), 680.0);
    assert_eq!(chart.layout().map.size.height, 380.0);
    assert_eq!(lanes(&chart).hidden, AXIS + 500.0 * 24.0 - 380.0);
    let marks = scene(&chart).len();
    assert!(marks < 100, "{marks} marks");
    assert!(texts(&chart).contains(&"N0000".to_owned()) && !texts(&chart).contains(&"N0100".to_owned()));

    let update = chart.apply(Intent::Scroll(2_400.0));
    assert!(update.map && !update.layout && !update.timeline);
    assert!(texts(&chart).contains(&"N0100".to_owned()) && !texts(&chart).contains(&"N0000".to_owned()));
    assert_eq!(chart.apply(Intent::Scroll(2_400.0)), Update::default());
    for beyond in [-50.0, f64::MAX] {
        chart.apply(Intent::Scroll(beyond));
        assert!(!texts(&chart).is_empty());
    }
    let place = |y| Place { part: Part::Map, x: 300.0, y };
    chart.apply(Intent::Scroll(2_400.0));
    chart.apply(Intent::Tap(place(AXIS + 30.0)));
    assert_eq!(chart.describe().selected.unwrap().id, "N0101");
    chart.apply(Intent::Hover(place(AXIS + 30.0)));
    let tip = chart.describe().tip.unwrap();
    assert_eq!((tip.title.as_str(), tip.y), ("N0101", AXIS + 24.0));
    chart.apply(Intent::Hover(place(AXIS - 2.0)));
    assert!(chart.describe().tip.is_none(), "the axis hides the rows below it");
    chart.apply(Intent::View(Tab::Map));
    chart.apply(Intent::View(Tab::Lanes));
    assert_eq!(chart.view().scroll, 0.0);
}

#[test]
fn pictures_and_paper_have_all_rows() {
    let mut chart = rows(many(200), 680.0);
    let words = |chart: &Chart| {
        let groups = chart.figure().groups.into_iter().flat_map(|group| group.marks);
        groups.filter(|mark| matches!(mark, Mark::Text { text, .. } if text.starts_with("N0"))).count()
    };
    chart.apply(Intent::Scroll(600.0));
    assert_eq!(words(&chart), 200);
    assert_eq!(chart.layout().map.size.height, 380.0, "the page keeps its own layout");
    let mut paper = samples::chart(many(200), 680.0);
    paper.restyle(theme_options("print"));
    paper.apply(Intent::View(Tab::Lanes));
    assert_eq!((lanes(&paper).hidden, paper.layout().map.tiles.len()), (0.0, 200));
}

#[test]
fn a_dataset_without_a_status_has_no_rows() {
    let mut chart = chart(Sample::new().row(&["A"]).and("events", note("A", "2019-01-01")).dataset(), 680.0);
    assert!(!chart.info().lanes);
    assert_eq!(chart.apply(Intent::View(Tab::Lanes)), Update::default());
    assert_eq!(chart.view().tab, Tab::Map);
}

#[test]
fn one_row_needs_no_scroll_bar_and_names_give_way_where_it_is_narrow() {
    let name = "The United Provinces of the Northern Shore";
    let one = || Sample::new().country("A", name).and("events", event("A", "2019-01-01", "banned")).dataset();
    for width in [1.0, 120.0, 280.0, 350.0, 1_280.0] {
        let chart = rows(one(), width);
        let map = &chart.layout().map;
        assert_eq!((map.tiles.len(), map.size.height, lanes(&chart).hidden), (1, AXIS + 24.0, 0.0));
        assert!(lanes(&chart).plot.width >= 1.0);
        assert_eq!(map.tiles[0].cell.height, 24.0, "a target of 24 CSS pixels");
        if width == 280.0 {
            assert!(map.tiles[0].label.text.ends_with('…') && lanes(&chart).plot.width > 150.0);
        }
    }
}

#[test]
fn names_are_right_of_the_bars_where_words_run_from_right_to_left() {
    let sample = || Sample::new().row(&["FR", "DE"]).events(&[("FR", "2019-01-01", "banned")]).dataset();
    let mut chart = rows(sample(), 680.0);
    let anchor = |chart: &Chart| {
        let name = |mark| match mark {
            Mark::Text { text, anchor, at, .. } if text == "FR" => Some((anchor, at.x)),
            _ => None,
        };
        scene(chart).into_iter().find_map(name).unwrap()
    };
    let plot = lanes(&chart).plot;
    assert!(matches!(anchor(&chart), (Anchor::Right, x) if x < plot.x));
    chart.translate(messages(&LANGUAGES[2]));
    let plot = lanes(&chart).plot;
    assert!(matches!(anchor(&chart), (Anchor::Left, x) if x > plot.right()));
    let scale = lanes(&chart).scale;
    assert!(scale.x(scale.domain.0) < scale.x(scale.domain.1), "time runs from left to right");
}

#[test]
fn arrows_walk_the_rows_and_the_dates() {
    let sample = Sample::new().row(&["A", "B", "C"]).events(&[
        ("A", "2018-02-01", "banned"),
        ("B", "2019-02-01", "banned"),
        ("C", "2020-02-01", "banned"),
    ]);
    let mut chart = rows(sample.dataset(), 680.0);
    let mut focus = |way| {
        chart.apply(Intent::Focus(way));
        let words = chart.describe();
        (words.focus.unwrap(), words.iso)
    };
    let at = |id: &str, date: &str| (id.to_owned(), date.to_owned());
    assert_eq!(focus(Focus::In), at("A", "2021-12-31"));
    assert_eq!(focus(Focus::Down), at("B", "2021-12-31"));
    assert_eq!(focus(Focus::Left), at("B", "2020-02-01"));
    assert_eq!(focus(Focus::Left), at("B", "2019-02-01"));
    assert_eq!(focus(Focus::Right), at("B", "2020-02-01"));
    assert_eq!(focus(Focus::Last), at("C", "2020-02-01"));
    assert_eq!(focus(Focus::Down), at("C", "2020-02-01"));
    assert_eq!(focus(Focus::Up), at("B", "2020-02-01"));
    assert_eq!(focus(Focus::First), at("A", "2020-02-01"));
}

#[test]
fn the_filter_dims_bars_of_other_statuses() {
    let sample = Sample::new().row(&["A", "B"]).events(&[("A", "2018-02-01", "banned"), ("B", "2018-02-01", "review")]);
    let mut chart = rows(sample.dataset(), 680.0);
    let alphas = |chart: &Chart| {
        let height = |rect: Rect| rect.height == 16.0;
        let bar = |mark: &Mark| match mark {
            Mark::Rect { rect, color } if height(*rect) => Some(color.alpha),
            _ => None,
        };
        scene(chart).iter().filter_map(bar).collect::<Vec<_>>()
    };
    assert_eq!(alphas(&chart), [1.0, 1.0]);
    chart.apply(Intent::Filter(Some("review".to_owned())));
    assert_eq!(alphas(&chart), [0.22, 1.0]);
}

#[test]
fn lines_of_two_compared_days_go_through_all_rows() {
    let mut chart = rows(many(3), 680.0);
    let lines = |chart: &Chart| {
        let plot = lanes(chart).plot;
        let line = |mark: &Mark| match mark {
            Mark::Rect { rect, .. } if rect.width == 2.0 && rect.height >= plot.height => Some(rect.x + 1.0),
            _ => None,
        };
        let mut found: Vec<f64> = scene(chart).iter().filter_map(line).collect();
        found.dedup();
        found
    };
    go(&mut chart, "2020-06-01");
    assert_eq!(lines(&chart), [x(&chart, "2020-06-01")]);
    chart.apply(intent(&format!(r#"{{"compare": {}}}"#, samples::number("2019-01-01"))));
    assert_eq!(lines(&chart), [x(&chart, "2020-06-01"), x(&chart, "2019-01-01")]);
    assert!(!chart.describe().sentence.text.contains("tile"), "rows have no strips");
}

#[test]
fn another_view_composes_no_row() {
    let mut chart = rows(many(20), 680.0);
    chart.apply(Intent::View(Tab::Map));
    assert!(chart.layout().map.lanes.is_none());
    go(&mut chart, "2019-05-05");
    assert!(chart.layout().map.lanes.is_none(), "no row is arranged");
}

#[test]
fn another_dataset_begins_with_its_own_order() {
    let mut chart = rows(many(3), 680.0);
    chart.apply(Intent::Sort(None));
    assert_eq!(ids(&chart)[0], "N0002");
    chart.load(many(4));
    chart.apply(Intent::View(Tab::Lanes));
    assert_eq!(ids(&chart)[0], "N0000");
}

#[test]
fn rows_show_the_days_of_the_window_only() {
    let dataset = Sample::new()
        .row(&["A", "B", "C", "D"])
        .events(&[
            ("A", "2015-01-01", "banned"),
            ("A", "2016-01-01", "permitted"),
            ("A", "2022-01-01", "banned"),
            ("B", "2021-01-01", "banned"),
            ("C", "2019-03-01", "banned"),
        ])
        .and(
            "events",
            json!({ "entity": "D", "date": "2016-01-01", "until": "2017-01-01", "status": "banned",
            "title": "D", "sources": [{ "outlet": "AP" }] }),
        )
        .dataset();
    let mut chart = rows(dataset, 680.0);
    assert_eq!(ids(&chart), ["A", "D", "C", "B"]);
    chart.show_window(Window::between("2018".parse().ok(), "2020".parse().ok()));
    assert_eq!(ids(&chart), ["C", "A"], "the ban of A in 2015 is over, its ban in 2022 is still to come");
    assert_eq!(bars(&chart, "A").len(), 1);
    chart.apply(intent(r#"{"sort": null}"#));
    assert_eq!(ids(&chart), ["C", "A"]);
    let name = chart.tile_name(chart.dataset().entity_id("A").unwrap()).text;
    assert!(!name.contains("first"), "{name}");
}

#[test]
fn the_view_stays_with_another_dataset_that_has_it() {
    let with = |events: &[(&str, &str, &str)]| Sample::new().row(&["A", "B"]).events(events).dataset();
    let mut chart = rows(with(&[("A", "2020-05-01", "banned")]), 680.0);
    chart.load(with(&[("B", "2020-05-01", "banned")]));
    assert_eq!((chart.view().tab, ids(&chart)), (Tab::Lanes, vec!["B"]));
    chart.load(with(&[]));
    assert_eq!(chart.view().tab, Tab::Map, "no row is left");
}
