//! "Who, when": the rows.

use banspread::view::intent::{Focus, Tab};
use banspread::{Chart, Dataset, Intent, Part};
use serde_json::{Value, json};

use super::Case;
use crate::samples::datasets::{Sample, europe, event};
use crate::samples::{LANGUAGES, chart, go, intent, messages, theme_options};

pub(crate) fn cases() -> Vec<Case> {
    let part = |name, caption, chart: &Chart| Case::of_part(name, caption, chart, Part::Map);
    let mut focused = kinds(480.0, "light");
    focused.apply(Intent::Focus(Focus::At("FI".to_owned())));
    focused.apply(intent(r#"{"filter": "review"}"#));
    let mut comparing = kinds(480.0, "light");
    comparing.apply(intent(r#"{"compare": true}"#));
    let mut scrolled = world(350.0, "light");
    scrolled.apply(Intent::Scroll(300.0));
    vec![
        part("lanes", "Rows that scroll, as wide as a column", &world(640.0, "light")),
        part("lanes-narrow", "Rows on a phone, scrolled", &scrolled),
        part("lanes-kinds", "Uncertain dates, an end, a change on the last day, a bloc", &kinds(480.0, "light")),
        part("lanes-focus", "A row with the focus, and one status filtered", &focused),
        part("lanes-comparing", "Two days compared", &comparing),
        part("lanes-forced", "Forced colours", &kinds(480.0, "forced")),
        part("lanes-rtl", "Right to left", &translated(europe(&LANGUAGES[2], true))),
        Case::of_figure("lanes-figure-light", "All rows as one picture", &world(640.0, "light")),
        Case::of_figure("lanes-figure-dark", "All rows, on dark", &kinds(480.0, "dark")),
    ]
}

fn shown(mut chart: Chart, date: &str) -> Chart {
    chart.apply(Intent::View(Tab::Lanes));
    go(&mut chart, date);
    chart
}

fn world(width: f64, scheme: &str) -> Chart {
    let mut chart = chart(Dataset::huawei(), width);
    chart.restyle(theme_options(scheme));
    shown(chart, "2020-10-20")
}

fn translated(dataset: Dataset) -> Chart {
    let mut chart = chart(dataset, 480.0);
    chart.translate(messages(&LANGUAGES[2]));
    shown(chart, "2020-09-20")
}

fn kinds(width: f64, scheme: &str) -> Chart {
    let until = |mut event: Value, until: &str| {
        event["until"] = until.into();
        event
    };
    let sample = Sample::new()
        .row(&["NO", "SE", "FI", "DK", "EE"])
        .and("entities", json!({"id": "eu", "name": "European Union", "kind": "bloc"}))
        .events(&[
            ("NO", "2019", "review"),
            ("NO", "2020-10", "restricted"),
            ("SE", "2018-02-01", "permitted"),
            ("SE", "2020-07-01~", "banned"),
            ("DK", "2021-12-31", "banned"),
            ("EE", "2019-03-01", "permitted"),
            ("EE", "2020-08-01", "restricted"),
            ("EE", "2020-08-20", "banned"),
            ("eu", "2019-06-01", "review"),
        ])
        .and("events", until(event("FI", "2018-06-01", "review"), "2019-08"))
        .and("events", until(event("FI", "2020-02-01", "banned"), "2021"));
    let mut chart = chart(sample.dataset(), width);
    chart.restyle(theme_options(scheme));
    shown(chart, "2020-10-20")
}
