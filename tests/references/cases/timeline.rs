//! The timeline without the cursor.

use banspread::{Chart, Dataset, Intent, Part};
use serde_json::json;

use super::Case;
use crate::samples::datasets::{Sample, event, note, statuses};
use crate::samples::{LANGUAGES, chart, messages, theme_options};

pub(crate) fn cases() -> Vec<Case> {
    let mut dark = chart(soft(), 640.0);
    dark.restyle(theme_options("dark"));
    let mut arabic = chart(steps(), 640.0);
    arabic.translate(messages(&LANGUAGES[2]));
    vec![
        case("timeline-steps", "Steps: a status holds until the next, dates known to the day", &chart(steps(), 640.0)),
        case(
            "timeline-soft-edges",
            "Edges as wide as the doubt: a month, a quarter about, a year",
            &chart(soft(), 640.0),
        ),
        case("timeline-soft-edges-dark", "The same on dark", &dark),
        case("timeline-patterns", "All patterns, stacked", &chart(patterns(), 640.0)),
        case("timeline-ticks", "Event ticks: statuses, notes, last days, and bars of doubt", &chart(ticks(), 640.0)),
        case("timeline-filter", "One status only", &filtered("light")),
        case("timeline-filter-contrast", "The same for readers who prefer more contrast", &filtered("contrast")),
        case("timeline-filter-contrast-dark", "The same on dark", &filtered("contrast-dark")),
        case("timeline-arabic", "Names of months and digits of another language", &arabic),
        case("timeline-narrow", "The default dataset at 280 px", &chart(Dataset::huawei(), 280.0)),
        case("timeline-days", "Three weeks", &chart(weeks(), 640.0)),
        case("timeline-decades", "Forty years", &chart(decades(), 640.0)),
        case("timeline-decades-narrow", "Forty years at 320 px", &chart(decades(), 320.0)),
        case("timeline-periods", "Annotated periods: apart, overlapping, at the ends", &chart(periods(), 640.0)),
        case("timeline-periods-forced", "The same in forced colours", &in_theme(periods(), "forced")),
        case("timeline-periods-narrow", "The same at 320 px", &chart(periods(), 320.0)),
        case("timeline-periods-large", "The same with text twice as large", &enlarged(periods(), 640.0)),
        case(
            "timeline-large-narrow",
            "The default dataset at 280 px with text twice as large",
            &enlarged(Dataset::huawei(), 280.0),
        ),
        case("timeline-people", "The default dataset, counted by people", &weighted(Dataset::huawei(), 640.0)),
        case("timeline-people-narrow", "The same at 280 px", &weighted(Dataset::huawei(), 280.0)),
        case(
            "timeline-weights",
            "Votes, one entity without, soft edges",
            &weighted(votes(&[3.0, 29.0, 12.5, 7.0]), 640.0),
        ),
        case(
            "timeline-weights-huge",
            "One weight larger than all others",
            &weighted(votes(&[1e12, 29.0, 12.5, 7.0]), 640.0),
        ),
        case("timeline-weights-zero", "No weight above 0: entities are counted", &weighted(votes(&[0.0; 4]), 640.0)),
        case("timeline-empty", "No event", &chart(Sample::new().dataset(), 640.0)),
    ]
}

fn case(name: &'static str, caption: &'static str, chart: &Chart) -> Case {
    Case::of_part(name, caption, chart, Part::Timeline)
}

/// A chart on a page whose font is twice as large as usual.
fn enlarged(dataset: Dataset, width: f64) -> Chart {
    let mut chart = chart(dataset, width);
    chart.enlarge(32.0);
    chart
}

fn weighted(dataset: Dataset, width: f64) -> Chart {
    let mut chart = chart(dataset, width);
    chart.apply(Intent::Weighted(true));
    chart
}

/// Entities with these weights, and one without.
fn votes(weights: &[f64]) -> Dataset {
    let codes = ["A", "B", "C", "D", "E"];
    let mut sample =
        Sample::new().with("updated", "2020-12-31").with("weights", json!({"one": "vote", "other": "votes"}));
    for (place, code) in codes.iter().enumerate() {
        sample =
            sample.and("entities", json!({"id": code, "name": code, "kind": "country", "weight": weights.get(place)}));
    }
    let events = [
        ("A", "2018-08?", "banned"),
        ("B", "2018-11", "restricted"),
        ("C", "2019-03-15", "review"),
        ("C", "2019-09", "banned"),
        ("D", "2019-12-01", "permitted"),
        ("E", "2020-02-01", "banned"),
        ("B", "2020-05-20", "banned"),
    ];
    sample.events(&events).dataset()
}

fn steps() -> Dataset {
    steps_sample().dataset()
}

fn steps_sample() -> Sample {
    Sample::new().with("updated", "2020-12-31").row(&["A", "B", "C", "D", "E", "F"]).events(&[
        ("A", "2018-02-10", "banned"),
        ("B", "2018-08-23", "restricted"),
        ("C", "2018-11-01", "review"),
        ("C", "2019-07-01", "restricted"),
        ("D", "2019-03-15", "permitted"),
        ("E", "2019-10-01", "banned"),
        ("B", "2020-02-01", "banned"),
        ("F", "2020-05-20", "review"),
        ("D", "2020-09-09", "restricted"),
    ])
}

/// The steps with periods.
fn periods() -> Dataset {
    let period = |label: &str, from: &str, until: &str| json!({"label": label, "from": from, "until": until});
    steps_sample()
        .with(
            "periods",
            json!([
                period("Trade war", "2018-03-22", "2020-01-15"),
                period("Chip export rules", "2019-05", "2019-11"),
                period("Pandemic", "2020-03-11", "2023-05-05"),
                period("Before", "2017", "2018-02-20"),
                period("Never shown", "2024", "2025"),
            ]),
        )
        .dataset()
}

fn in_theme(dataset: Dataset, scheme: &str) -> Chart {
    let mut chart = chart(dataset, 640.0);
    chart.restyle(theme_options(scheme));
    chart
}

fn filtered(scheme: &str) -> Chart {
    let mut chart = in_theme(steps(), scheme);
    chart.apply(Intent::Filter(Some("restricted".to_owned())));
    chart
}

fn soft() -> Dataset {
    Sample::new()
        .with("updated", "2020-12-31")
        .row(&["A", "B", "C", "D", "E"])
        .events(&[
            ("A", "2018-02-10", "banned"),
            ("B", "2018-06", "restricted"),
            ("C", "2018-11-15", "review"),
            ("C", "2019", "permitted"),
            ("D", "2019-05~", "permitted"),
            ("E", "2020", "banned"),
            ("B", "2020-08-01", "banned"),
        ])
        .dataset()
}

fn patterns() -> Dataset {
    let entities = ["A", "B", "C", "D", "E", "F"];
    let ids = ["banned", "restricted", "review", "permitted", "lapsed", "planned"];
    let mut sample = Sample::new()
        .with("statuses", statuses(&["Banned", "Restricted", "Under review", "Permitted", "Lapsed", "Planned"]))
        .row(&entities);
    for (place, (entity, status)) in entities.into_iter().zip(ids).enumerate() {
        sample = sample.and("events", event(entity, &format!("2020-{:02}-10", 2 * place + 1), status));
    }
    sample.dataset()
}

fn ticks() -> Dataset {
    let mut until = event("C", "2019-06-01", "restricted");
    until["until"] = "2020-03".into();
    Sample::new()
        .with("updated", "2020-12-31")
        .row(&["A", "B", "C"])
        .and("events", event("A", "2018-03-01", "banned"))
        .and("events", note("A", "2018-05-01"))
        .and("events", note("A", "2018-05-20"))
        .and("events", event("B", "2018-09", "review"))
        .and("events", note("B", "2019"))
        .and("events", until)
        .and("events", event("B", "2020", "permitted"))
        .dataset()
}

fn weeks() -> Dataset {
    Sample::new()
        .with("updated", "2020-04-21")
        .row(&["A", "B", "C"])
        .and("events", event("A", "2020-04-01", "banned"))
        .and("events", event("B", "2020-04-07", "restricted"))
        .and("events", event("C", "2020-04-15", "banned"))
        .dataset()
}

fn decades() -> Dataset {
    let entities = ["A", "B", "C", "D", "E", "F", "G", "H"];
    let mut sample = Sample::new().row(&entities);
    for (place, entity) in entities.iter().enumerate() {
        let status = ["permitted", "restricted", "banned"][place % 3];
        sample = sample.and("events", event(entity, &format!("{}-05-05", 1982 + 5 * place), status));
    }
    sample.dataset()
}
