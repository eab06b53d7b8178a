//! Swatches of the legend.

use banspread::model::id::StatusId;
use banspread::scene::swatch::swatch;
use banspread::theme::Theme;

use super::{Case, beside};
use crate::samples::datasets::{Sample, statuses};
use crate::samples::theme_options;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("legend-swatches", "A swatch of every pattern, and no data", "light"),
        case("legend-swatches-dark", "The same on dark", "dark"),
        case("legend-swatches-print", "The same in print", "print"),
        case("legend-swatches-forced", "The same in forced colours", "forced"),
    ]
}

fn case(name: &'static str, caption: &'static str, scheme: &str) -> Case {
    let labels = ["Solid", "Diagonal", "Dots", "Counterdiagonal", "Horizontal", "Grid"];
    let dataset = Sample::new().with("statuses", statuses(&labels)).dataset();
    let theme = Theme::new(&dataset, &theme_options(scheme));
    let swatches = (0..labels.len()).map(StatusId::new).map(Some).chain([None]).map(|status| swatch(&theme, status));
    Case::of_scene(name, caption, &theme, &beside(swatches, 8.0))
}
