//! Pictures of the whole period: tiles with history, and a map for each year.

use banspread::render::svg;
use banspread::scene::stills::Still;
use banspread::{Chart, Dataset};

use super::Case;
use crate::samples::datasets::europe;
use crate::samples::{LANGUAGES, chart, messages, theme_options};

pub(crate) fn cases() -> Vec<Case> {
    let world = |width: f64, scheme: &str| {
        let mut chart = chart(Dataset::huawei(), width);
        chart.restyle(theme_options(scheme));
        chart
    };
    let arabic = || {
        let mut chart = chart(europe(&LANGUAGES[2], true), 360.0);
        chart.translate(messages(&LANGUAGES[2]));
        chart
    };
    vec![
        case("still-history-960", "The history of each country on its tile", &world(960.0, "light"), Still::History),
        case("still-history-360-dark", "The same on a phone, on dark", &world(360.0, "dark"), Still::History),
        case("still-history-print", "The same in print", &world(720.0, "print"), Still::History),
        case("still-history-arabic", "Right to left", &arabic(), Still::History),
        case("still-years-720", "A map for each year", &world(720.0, "light"), Still::Years),
        case("still-years-arabic", "Right to left", &arabic(), Still::Years),
    ]
}

fn case(name: &'static str, caption: &'static str, chart: &Chart, still: Still) -> Case {
    let (ground, scene) = (chart.theme().page.to_string(), chart.still(still));
    Case { name, caption, ground, svg: svg::still(chart, still), scene }
}
