//! The canvas that the engine paints is compared with the SVG of the same scene, drawn by the same browser.
//!
//! Both are without letters: the browser decides how it rounds and smooths them.
#![cfg(target_arch = "wasm32")]

#[expect(dead_code, reason = "other tests use the rest")]
mod browser;

use banspread::base::text::TextMeasure;
use banspread::format::json;
use banspread::format::node::{Member, Node, Value};
use banspread::render::paint::Painter;
use banspread::scene::mark::{Group, Mark, Scene};
use banspread::theme::ThemeOptions;
use banspread::wasm::Engine;
use banspread::{Chart, Dataset, Intent, Limits, Part};
use js_sys::{Array, Function, Object, Reflect};
use plotters::prelude::DrawingBackend;
use plotters_canvas::CanvasBackend;
use plotters_svg::SVGBackend;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use browser::{arrange, canvas, canvases, context, engine_with, json, paint, pixels};

const HUAWEI: &str = include_str!("../datasets/huawei.json");

wasm_bindgen_test_configure!(run_in_browser);

/// The maximal share of pixels that differ.
const SHARE: f64 = 0.01;
/// The maximal difference of a channel, multiplied with the opacity, for pixels that count as equal: see `Comparison`.
const TOLERANCE: u8 = 2;

const WIDTH: f64 = 680.0;
const PARTS: [(&str, Part); 3] = [("map", Part::Map), ("timeline", Part::Timeline), ("cursor", Part::Cursor)];

/// A date and a selected tile.
const DATE: [&str; 2] = [r#"{"day": 18555}"#, r#"{"select": "FR"}"#];
/// A comparison and the focus of the keyboard.
const DAYS: [&str; 3] = [r#"{"day": 18555}"#, r#"{"compare": 18200}"#, r#"{"focus": {"at": "SE"}}"#];

/// The same chart twice: in an engine, and as a `Chart`, which returns its scenes.
struct Twins {
    engine: Engine,
    chart: Chart,
}

impl Twins {
    fn new(scheme: &str, intents: &[&str]) -> Self {
        let settings = json(&format!(r#"{{"theme": {{"scheme": "{scheme}", "font": "sans-serif", "still": true}}}}"#));
        let measure = || context(&canvas(1.0, 1.0));
        let mut engine = engine_with(None, settings.clone()).unwrap();
        let tree = json::parse(HUAWEI, |number| number.parse().unwrap()).unwrap();
        let dataset = Dataset::from_tree(&tree, &Limits::default()).unwrap();
        let mut chart = Chart::new(dataset, Box::new(Measure(measure())));
        chart.restyle(ThemeOptions::read(node(&settings).field("theme").unwrap()));
        for intent in intents {
            engine.apply(json(intent)).unwrap();
            chart.apply(Intent::read(&node(&json(intent))).unwrap());
        }
        chart.arrange(WIDTH);
        Self { engine, chart }
    }

    /// The name of each part, and the part painted by the engine beside its SVG.
    async fn compare(&mut self, ratio: f64) -> Vec<(&'static str, Comparison)> {
        let canvases = canvases(&arrange(&mut self.engine, WIDTH), ratio);
        canvases.iter().for_each(write_nothing);
        paint(&mut self.engine, &canvases, ratio);
        let mut compared = Vec::new();
        for ((name, part), painted) in PARTS.into_iter().zip(&canvases) {
            let drawn = canvas(painted.width().into(), painted.height().into());
            draw(&svg(self.chart.scene(part), ratio, (drawn.width(), drawn.height())), &drawn).await;
            compared.push((name, Comparison::of(painted, &drawn)));
        }
        compared
    }
}

/// Asserts that all parts look the same at a pixel ratio.
async fn assert_same(scheme: &str, ratio: f64, intents: &[&str]) {
    for (name, found) in Twins::new(scheme, intents).compare(ratio).await {
        let what = format!("{name} on {scheme} at ratio {ratio}");
        console_log!("{what}: {}", found.told());
        assert!(found.inked > found.all / 20, "{what} is blank: {}", found.told());
        assert!(found.differing as f64 <= SHARE * found.all as f64, "{what}: {}", found.told());
    }
}

#[wasm_bindgen_test]
async fn a_canvas_of_ratio_1_looks_like_its_svg() {
    assert_same("light", 1.0, &DATE).await;
}

#[wasm_bindgen_test]
async fn a_canvas_of_ratio_1_25_looks_like_its_svg() {
    assert_same("light", 1.25, &DATE).await;
}

#[wasm_bindgen_test]
async fn a_canvas_of_ratio_1_5_looks_like_its_svg() {
    assert_same("light", 1.5, &DATE).await;
}

#[wasm_bindgen_test]
async fn a_canvas_of_ratio_2_looks_like_its_svg() {
    assert_same("light", 2.0, &DATE).await;
}

#[wasm_bindgen_test]
async fn a_dark_canvas_of_two_days_looks_like_its_svg() {
    assert_same("dark", 1.5, &DAYS).await;
}

/// This comparison has the letters, because both canvases are of the same browser.
#[wasm_bindgen_test]
fn a_canvas_looks_like_that_of_plotters_canvas() {
    let mut twins = Twins::new("light", &DATE);
    let canvases = canvases(&arrange(&mut twins.engine, WIDTH), 1.5);
    paint(&mut twins.engine, &canvases, 1.5);
    for ((name, part), painted) in PARTS.into_iter().zip(&canvases) {
        let drawn = canvas(painted.width().into(), painted.height().into());
        let mut backend = CanvasBackend::with_canvas_object(drawn.clone()).unwrap();
        let painter = Painter { ratio: 1.5, font: "sans-serif", font_scale: 1.0 };
        painter.paint(&mut backend, &twins.chart.scene(part).groups).unwrap();
        let found = Comparison::of(painted, &drawn);
        console_log!("{name}: {}", found.told());
        assert!(found.inked > 0 && found.differing as f64 <= SHARE * found.all as f64, "{name}: {}", found.told());
    }
}

/// The comparison finds two different scenes different. Otherwise the tests above would prove nothing.
#[wasm_bindgen_test]
async fn another_date_is_another_picture() {
    let mut twins = Twins::new("light", &DATE);
    twins.chart.apply(Intent::First);
    let (_, found) = &twins.compare(1.0).await[0];
    assert!(found.differing as f64 > SHARE * found.all as f64, "{}", found.told());
}

/// The difference between two canvases of the same size.
///
/// A pixel differs if a channel differs by more than the tolerance. Canvas and SVG can round a translucent colour at
/// different moments. Each time this is a difference of 1 of 255, and invisible. When this test was written, no channel
/// differed by more than 1 in Chromium and in Firefox. The share is for browsers that smooth slanted edges differently.
#[derive(Default)]
struct Comparison {
    all: usize,
    inked: usize,
    differing: usize,
    /// The number of pixels that are not exactly equal.
    unlike: usize,
    largest: u8,
    /// The column and row of the first pixel that differs.
    first: Option<(usize, usize)>,
}

impl Comparison {
    fn of(one: &HtmlCanvasElement, other: &HtmlCanvasElement) -> Self {
        let width = one.width() as usize;
        let (one, other) = (pixels(one), pixels(other));
        assert_eq!(one.len(), other.len());
        let inked = one.iter().skip(3).step_by(4).filter(|alpha| **alpha > 0).count();
        let mut found = Self { all: one.len() / 4, inked, ..Self::default() };
        // Whole rows are compared first: without optimisation, a comparison of every pixel takes long.
        let rows = one.chunks(4 * width).zip(other.chunks(4 * width)).enumerate();
        for (row, (a, b)) in rows.filter(|(_, (a, b))| a != b) {
            for (column, (a, b)) in a.chunks(4).zip(b.chunks(4)).enumerate() {
                found.note(distance(a, b), (column, row));
            }
        }
        found
    }

    fn note(&mut self, off: u8, place: (usize, usize)) {
        self.largest = self.largest.max(off);
        self.unlike += usize::from(off > 0);
        if off > TOLERANCE {
            self.differing += 1;
            self.first.get_or_insert(place);
        }
    }

    fn told(&self) -> String {
        let Self { all, inked, differing, unlike, largest, first } = self;
        let share = 100.0 * *differing as f64 / *all as f64;
        format!(
            "{differing} of {all} pixels differ ({share:.3} %), the first at {first:?}; {unlike} are not equal, \
             by at most {largest}; {inked} are inked"
        )
    }
}

/// The largest difference of a channel. The colours are multiplied with their opacity.
fn distance(one: &[u8], other: &[u8]) -> u8 {
    let seen = |pixel: &[u8], channel: usize| match channel {
        3 => pixel[3],
        _ => (u16::from(pixel[channel]) * u16::from(pixel[3]) / 255) as u8,
    };
    (0..4).map(|channel| seen(one, channel).abs_diff(seen(other, channel))).max().unwrap_or(0)
}

/// Makes a canvas draw no letters.
fn write_nothing(canvas: &HtmlCanvasElement) {
    Reflect::set(&context(canvas), &"fillText".into(), &Function::new_no_args("")).unwrap();
}

/// A scene without its texts, as an SVG document of a size in pixels.
fn svg(scene: Scene, ratio: f64, size: (u32, u32)) -> String {
    let without_words = |group: Group| Group {
        marks: group.marks.into_iter().filter(|mark| !matches!(mark, Mark::Text { .. })).collect(),
        ..group
    };
    let groups: Vec<Group> = scene.groups.into_iter().map(without_words).collect();
    let mut text = String::new();
    let mut backend = SVGBackend::with_string(&mut text, size);
    Painter { ratio, font: "sans-serif", font_scale: 1.0 }.paint(&mut backend, &groups).unwrap();
    backend.present().unwrap();
    drop(backend);
    text
}

/// Draws an SVG document on a canvas.
async fn draw(svg: &str, canvas: &HtmlCanvasElement) {
    let image = HtmlImageElement::new().unwrap();
    image.set_src(&format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(svg))));
    JsFuture::from(image.decode()).await.unwrap();
    context(canvas).draw_image_with_html_image_element(&image, 0.0, 0.0).unwrap();
}

/// The text measure of the engine.
struct Measure(CanvasRenderingContext2d);

impl TextMeasure for Measure {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        self.0.set_font(&format!("{} {size}px sans-serif", if bold { "bold" } else { "normal" }));
        self.0.measure_text(text).unwrap().width()
    }
}

/// A JavaScript value as a tree.
fn node(value: &JsValue) -> Node<'static> {
    if let Some(text) = value.as_string() {
        return Value::Text(text.into()).into();
    }
    if let Some(number) = value.as_f64() {
        return Value::Number(number).into();
    }
    if let Some(flag) = value.as_bool() {
        return Value::Bool(flag).into();
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return Value::List(list.iter().map(|item| node(&item)).collect()).into();
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Value::Null.into() };
    let field = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Member::new(entry.get(0).as_string().unwrap(), node(&entry.get(1)))
    };
    Value::Object(Object::entries(object).iter().map(field).collect()).into()
}
