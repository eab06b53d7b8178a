//! Tiles in every state.

use banspread::theme::ThemeOptions;
use banspread::view::intent::{Focus, Place};
use banspread::{Chart, Intent, Part};
use serde_json::{Value, json};

use super::{Case, beside};
use crate::samples::datasets::{Sample, event, statuses, tile};
use crate::samples::{chart, go, intent, theme_options};

/// Tiles with six statuses. Together these have all patterns.
const SIX: [(&str, &str); 6] = [
    ("BA", "banned"),
    ("RE", "restricted"),
    ("UR", "review"),
    ("PE", "permitted"),
    ("LA", "lapsed"),
    ("PL", "planned"),
];

pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("tile-statuses", "A status each with its pattern, and no data", &six("light")),
        case("tile-statuses-dark", "The same on dark", &six("dark")),
        case("tile-statuses-print", "The same in print", &six("print")),
        case("tile-statuses-forced", "The same in forced colours", &six("forced")),
        case("tile-statuses-contrast", "The same for readers who prefer more contrast", &six("contrast")),
        case("tile-statuses-contrast-dark", "The same on dark", &six("contrast-dark")),
        each("tile-selected", "Each tile selected", "light", select),
        each("tile-selected-dark", "Each tile selected, on dark", "dark", select),
        each("tile-hover", "Each tile pointed at", "light", hover),
        each("tile-focus", "Each tile with the ring of the keyboard", "light", focus),
        each("tile-focus-dark", "Each tile with the ring of the keyboard, on dark", "dark", focus),
        each("tile-focus-forced", "Each tile with the ring of the keyboard, in forced colours", "forced", focus),
        each("tile-focus-selected", "Each tile selected and with the ring of the keyboard", "light", |chart, id| {
            select(chart, id);
            focus(chart, id);
        }),
        case("tile-filtered", "All statuses but one filtered out", &filtered("light")),
        case("tile-filtered-dark", "The same on dark", &filtered("dark")),
        case("tile-filtered-contrast", "The same for readers who prefer more contrast", &filtered("contrast")),
        case("tile-filtered-contrast-dark", "The same on dark", &filtered("contrast-dark")),
        case("tile-outline", "Changes of the shown day, of each status, and one of the day before", &fresh("light")),
        case("tile-outline-dark", "The same on dark", &fresh("dark")),
        case("tile-corner", "An operator acts: where the government has no status, and where it has one", &corner()),
        case("tile-labels", "Labels of the dataset's own: smaller where long, none where too long", &labels()),
        case("tile-comparing", "Two days: the earlier along the top; what has not changed stands back", &both("light")),
        case("tile-comparing-dark", "The same on dark", &both("dark")),
        case("tile-comparing-filtered", "The same, of one status only", &both_filtered()),
        case("tile-absent", "No data, not yet there, no longer there, there with a status", &lifetimes()),
        case("tile-absent-comparing", "Two days: came, went, went without a status, never there", &came_and_went()),
        fading("tile-fading", "Fading after a change: 0, 50, 100 and 150 ms", "light"),
        fading("tile-fading-dark", "The same on dark", "dark"),
        sizes("tile-sizes", "Tiles from 14 to 44 px wide: below 15 px they have no label", 16.0),
        sizes("tile-sizes-large", "The same with text twice as large: no code is smaller than 10 px", 32.0),
    ]
}

fn case(name: &'static str, caption: &'static str, chart: &Chart) -> Case {
    Case::of_part(name, caption, chart, Part::Map)
}

/// Tiles of entities that exist only for a time, on 1 July 2020.
fn lifetimes() -> Chart {
    let entity = |id: &str, from: Value, until: Value| json!({"id": id, "name": id, "kind": "country", "from": from, "until": until});
    let sample = Sample::new()
        .with(
            "tiles",
            json!([tile("ND", 0, 0), tile("NY", 0, 1), tile("NL", 0, 2), tile("BA", 0, 3), tile("ON", 0, 4)]),
        )
        .countries(&["ND"])
        .and("entities", entity("NY", "2021".into(), Value::Null))
        .and("entities", entity("NL", Value::Null, "2019".into()))
        .and("entities", entity("BA", "2019-06".into(), "2020-10".into()))
        .and("entities", entity("ON", "2019-06".into(), Value::Null))
        .events(&[("NL", "2018", "banned"), ("BA", "2020-01", "banned"), ("ON", "2019", "permitted")]);
    let mut chart = chart(sample.dataset(), 220.0);
    go(&mut chart, "2020-07-01");
    chart
}

fn came_and_went() -> Chart {
    let mut chart = lifetimes();
    go(&mut chart, "2021-03-01");
    chart.apply(intent(r#"{"compare": 18262}"#));
    chart
}

/// All six statuses, and no data, in a theme.
fn six(scheme: &str) -> Chart {
    let mut sample = Sample::new()
        .row(&["BA", "RE", "UR", "PE", "LA", "PL", "ND"])
        .with("statuses", statuses(&["Banned", "Restricted", "Under review", "Permitted", "Lapsed", "Planned"]));
    for (code, status) in SIX {
        sample = sample.and("events", event(code, "2019-01-01", status));
    }
    let mut chart = chart(sample.dataset(), 308.0);
    chart.restyle(theme_options(scheme));
    chart
}

/// Each tile in the state that an intent gives to it.
fn each(name: &'static str, caption: &'static str, scheme: &str, act: fn(&mut Chart, &str)) -> Case {
    let mut chart = six(scheme);
    let mut all = chart.scene(Part::Map);
    for (place, tile) in chart.layout().map.tiles.clone().iter().enumerate() {
        let id = chart.dataset().entity(tile.entity).id.clone();
        act(&mut chart, &id);
        all.groups[place] = chart.scene(Part::Map).groups.swap_remove(place);
    }
    Case::of_scene(name, caption, chart.theme(), &all)
}

fn select(chart: &mut Chart, id: &str) {
    chart.apply(Intent::Select(Some(id.to_owned())));
}

fn focus(chart: &mut Chart, id: &str) {
    chart.apply(Intent::Focus(Focus::At(id.to_owned())));
}

fn hover(chart: &mut Chart, id: &str) {
    let entity = chart.dataset().entity_id(id).unwrap();
    let at = chart.layout().tile_of(entity).unwrap().rect.center();
    chart.apply(Intent::Hover(Place { part: Part::Map, x: at.x, y: at.y }));
}

fn filtered(scheme: &str) -> Chart {
    let mut chart = six(scheme);
    chart.apply(Intent::Filter(Some("restricted".to_owned())));
    chart
}

/// Changes of 30 June 2020, and of the day before.
fn fresh(scheme: &str) -> Chart {
    let days = [
        ("BA", "2020-06-30", "banned"),
        ("RE", "2020-06-30", "restricted"),
        ("UR", "2020-06-30", "review"),
        ("PE", "2020-06-30", "permitted"),
        ("29", "2020-06-29", "banned"),
    ];
    let sample = Sample::new().row(&days.map(|(name, ..)| name)).events(&days);
    let mut chart = chart(sample.dataset(), 220.0);
    chart.restyle(theme_options(scheme));
    go(&mut chart, "2020-06-30");
    chart
}

/// A comparison: from no data to a status, from one status to another, to no data, and no change.
fn both(scheme: &str) -> Chart {
    let mut ends = event("E", "2018-01-01", "review");
    ends["until"] = "2020-01-01".into();
    let sample = Sample::new()
        .row(&["A", "B", "C", "D", "E", "F", "G"])
        .and("events", event("A", "2020-01-01", "banned"))
        .and("events", event("B", "2018-01-01", "permitted"))
        .and("events", event("B", "2020-01-01", "banned"))
        .and("events", event("C", "2018-01-01", "banned"))
        .and("events", event("C", "2020-01-01", "restricted"))
        .and("events", event("D", "2018-01-01", "review"))
        .and("events", event("D", "2020-01-01", "permitted"))
        .and("events", ends)
        .and("events", event("F", "2018-01-01", "banned"));
    let mut chart = chart(sample.dataset(), 308.0);
    chart.restyle(theme_options(scheme));
    go(&mut chart, "2020-06-01");
    chart.apply(intent(r#"{"compare": true}"#));
    chart
}

fn both_filtered() -> Chart {
    let mut chart = both("light");
    chart.apply(Intent::Filter(Some("banned".to_owned())));
    chart
}

/// Tiles that fade: one gets a status, one changes it, one loses it, and one keeps it.
fn fading(name: &'static str, caption: &'static str, scheme: &str) -> Case {
    let mut ends = event("C", "2018-01-01", "restricted");
    ends["until"] = "2020-01-01".into();
    let sample = Sample::new()
        .row(&["A", "B", "C", "D"])
        .and("events", event("A", "2020-01-02", "banned"))
        .and("events", event("B", "2018-01-01", "review"))
        .and("events", event("B", "2020-01-02", "permitted"))
        .and("events", ends)
        .and("events", event("D", "2018-01-01", "permitted"));
    let mut chart = chart(sample.dataset(), 112.0);
    chart.restyle(ThemeOptions { still: false, ..theme_options(scheme) });
    go(&mut chart, "2020-01-01");
    chart.apply(Intent::Advance(1000.0));
    go(&mut chart, "2020-01-02");
    let moments = [0.0, 50.0, 50.0, 50.0].map(|milliseconds| {
        chart.apply(Intent::Advance(milliseconds));
        chart.scene(Part::Map)
    });
    Case::of_scene(name, caption, chart.theme(), &beside(moments, 16.0))
}

fn corner() -> Chart {
    let operator =
        json!({"id": "operator", "name": "Operator", "kind": "company", "tile": false, "acts_in": ["A", "B"]});
    let sample = Sample::new()
        .row(&["A", "B", "C"])
        .and("entities", operator)
        .and("events", event("operator", "2019-01-01", "banned"))
        .and("events", event("B", "2019-01-01", "permitted"));
    chart(sample.dataset(), 132.0)
}

fn labels() -> Chart {
    let labels = ["AK", "Bern", "Genève", "Neuchâtel", "沖縄", "مصر"];
    let tiles: Vec<_> = (0..labels.len()).map(|column| tile(&column.to_string(), 0, column)).collect();
    let mut sample = Sample::new().with("tiles", tiles);
    for (place, label) in labels.iter().enumerate() {
        let id = place.to_string();
        sample = sample.and("entities", json!({"id": id, "name": label, "kind": "country", "label": label}));
        if place % 2 == 0 {
            sample = sample.and("events", event(&id, "2019-01-01", "permitted"));
        }
    }
    chart(sample.dataset(), 264.0)
}

fn sizes(name: &'static str, caption: &'static str, em: f64) -> Case {
    let sample = Sample::new().row(&["GB", "MW"]).and("events", event("GB", "2019-01-01", "restricted"));
    let mut chart = chart(sample.dataset(), 28.0);
    chart.enlarge(em);
    let maps = [14, 15, 17, 20, 22, 26, 32, 38, 44].map(|pitch| {
        chart.arrange(f64::from(2 * pitch));
        chart.scene(Part::Map)
    });
    Case::of_scene(name, caption, chart.theme(), &beside(maps, 8.0))
}
