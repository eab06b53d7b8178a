//! The table of cases: the name, the caption and the drawing of each.

mod cursor;
mod figure;
mod lanes;
mod legend;
mod map;
mod still;
mod tile;
mod timeline;

use banspread::base::geom::Point;
use banspread::render::svg;
use banspread::scene::mark::Scene;
use banspread::theme::Theme;
use banspread::{Chart, Part};

/// A picture to compare.
pub(crate) struct Case {
    /// The name of its file without the ending.
    pub(crate) name: &'static str,
    /// What the picture shows.
    pub(crate) caption: &'static str,
    /// The colour of the page.
    pub(crate) ground: String,
    /// The current picture.
    pub(crate) svg: String,
    /// Its marks.
    pub(crate) scene: Scene,
}

/// A group of cases.
pub(crate) struct Section {
    /// The heading in the gallery.
    pub(crate) title: &'static str,
    /// The factor by which the gallery enlarges the pictures.
    pub(crate) zoom: u32,
    /// The cases in the order of the gallery.
    pub(crate) cases: Vec<Case>,
}

/// All groups of cases.
pub(crate) fn sections() -> Vec<Section> {
    vec![
        Section { title: "Map", zoom: 1, cases: map::cases() },
        Section { title: "Who, when", zoom: 1, cases: lanes::cases() },
        Section { title: "Tiles", zoom: 2, cases: tile::cases() },
        Section { title: "Legend", zoom: 3, cases: legend::cases() },
        Section { title: "Timeline", zoom: 1, cases: timeline::cases() },
        Section { title: "Cursor", zoom: 1, cases: cursor::cases() },
        Section { title: "Whole figure", zoom: 1, cases: figure::cases() },
        Section { title: "Stills", zoom: 1, cases: still::cases() },
    ]
}

impl Case {
    fn of_scene(name: &'static str, caption: &'static str, theme: &Theme, scene: &Scene) -> Self {
        let svg = svg::svg_of(scene, theme, caption);
        Self { name, caption, ground: theme.page.to_string(), svg, scene: scene.clone().on(theme.page) }
    }

    fn of_part(name: &'static str, caption: &'static str, chart: &Chart, part: Part) -> Self {
        Self::of_scene(name, caption, chart.theme(), &chart.scene(part))
    }

    fn of_figure(name: &'static str, caption: &'static str, chart: &Chart) -> Self {
        Self { name, caption, ground: chart.theme().page.to_string(), svg: svg::svg(chart), scene: chart.figure() }
    }

    /// Width and height in CSS pixels.
    pub(crate) fn size(&self) -> [u32; 2] {
        ["width", "height"].map(|name| {
            let (_, rest) = self.svg.split_once(&format!("{name}=\"")).expect("the root has a size");
            rest.split('"').next().and_then(|text| text.parse().ok()).expect("the size is a whole number")
        })
    }
}

/// A scene with another scene above it.
fn upon(mut below: Scene, above: Scene) -> Scene {
    below.groups.extend(above.groups);
    below
}

/// Scenes side by side, with a gap.
fn beside(scenes: impl IntoIterator<Item = Scene>, gap: f64) -> Scene {
    let mut all = Scene::default();
    for scene in scenes {
        let x = if all.groups.is_empty() { 0.0 } else { all.size.width + gap };
        all.groups.extend(scene.groups.into_iter().map(|group| group.moved(Point::new(x, 0.0))));
        all.size.width = x + scene.size.width;
        all.size.height = all.size.height.max(scene.size.height);
    }
    all
}
