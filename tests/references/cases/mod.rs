//! The table of cases: name, caption, and how each is drawn.

mod cursor;
mod figure;
mod legend;
mod map;
mod tile;
mod timeline;

use banspread::base::geom::Point;
use banspread::render::svg;
use banspread::scene::mark::Scene;
use banspread::theme::Theme;
use banspread::{Chart, Part};

/// A picture to compare.
pub(crate) struct Case {
    /// That of its file, without the ending.
    pub(crate) name: &'static str,
    /// What is to be seen.
    pub(crate) caption: &'static str,
    /// The page's colour.
    pub(crate) ground: String,
    /// As it is drawn now.
    pub(crate) svg: String,
}

/// Cases that belong together.
pub(crate) struct Section {
    /// Its heading in the gallery.
    pub(crate) title: &'static str,
    /// How many times as large as life its pictures are shown.
    pub(crate) zoom: u32,
    /// In the order of the gallery.
    pub(crate) cases: Vec<Case>,
}

/// All of them.
pub(crate) fn sections() -> Vec<Section> {
    vec![
        Section { title: "Map", zoom: 1, cases: map::cases() },
        Section { title: "Tiles", zoom: 2, cases: tile::cases() },
        Section { title: "Legend", zoom: 3, cases: legend::cases() },
        Section { title: "Timeline", zoom: 1, cases: timeline::cases() },
        Section { title: "Cursor", zoom: 1, cases: cursor::cases() },
        Section { title: "Whole figure", zoom: 1, cases: figure::cases() },
    ]
}

impl Case {
    fn of_scene(name: &'static str, caption: &'static str, theme: &Theme, scene: &Scene) -> Self {
        Self { name, caption, ground: theme.page.to_string(), svg: svg::svg_of(scene, theme, caption) }
    }

    fn of_part(name: &'static str, caption: &'static str, chart: &Chart, part: Part) -> Self {
        Self::of_scene(name, caption, chart.theme(), &chart.scene(part))
    }

    fn of_figure(name: &'static str, caption: &'static str, chart: &Chart) -> Self {
        Self { name, caption, ground: chart.theme().page.to_string(), svg: svg::svg(chart) }
    }

    /// Width and height in CSS pixels.
    pub(crate) fn size(&self) -> [u32; 2] {
        ["width", "height"].map(|name| {
            let (_, rest) = self.svg.split_once(&format!("{name}=\"")).expect("the root has a size");
            rest.split('"').next().and_then(|text| text.parse().ok()).expect("the size is a whole number")
        })
    }
}

/// A scene put upon another.
fn upon(mut below: Scene, above: Scene) -> Scene {
    below.groups.extend(above.groups);
    below
}

/// Scenes side by side, so far apart.
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
