//! The canvas as the engine paints it beside the SVG of the same scene as the same browser draws it.
//!
//! Letters are left out of both: how they are rounded and smoothed is the browser's affair on either way.
#![cfg(target_arch = "wasm32")]

#[expect(dead_code, reason = "other tests use the rest")]
mod browser;

use banspread::base::text::TextMeasure;
use banspread::format::json;
use banspread::format::node::{Member, Node, Value};
use banspread::render::paint::Painter;
use banspread::scene::mark::{Group, Mark, Scene};
use banspread::theme::ThemeOptions;
use banspread::validate::read::HUAWEI;
use banspread::wasm::Engine;
use banspread::{Chart, Dataset, Intent, Limits, Part};
use js_sys::{Array, Function, Object, Reflect};
use plotters::prelude::DrawingBackend;
use plotters_svg::SVGBackend;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use browser::{canvas, context, json, pixels};

wasm_bindgen_test_configure!(run_in_browser);

/// The share of pixels that may differ.
const SHARE: f64 = 0.01;
/// By how much a channel, multiplied with opacity, may be off without the pixel being another: see `Comparison`.
const TOLERANCE: u8 = 2;

const WIDTH: f64 = 680.0;
const PARTS: [(&str, Part); 3] = [("map", Part::Map), ("timeline", Part::Timeline), ("cursor", Part::Cursor)];

/// A date, and a tile that is selected.
const DATE: [&str; 2] = [r#"{"day": 18555}"#, r#"{"select": "FR"}"#];
/// Two days, and the ring of the keyboard.
const DAYS: [&str; 3] = [r#"{"day": 18555}"#, r#"{"compare": 18200}"#, r#"{"focus": {"at": "SE"}}"#];

/// The same chart twice: in an engine, and as a chart whose scenes can be had.
struct Twins {
    engine: Engine,
    chart: Chart,
}

impl Twins {
    fn new(scheme: &str, intents: &[&str]) -> Self {
        let settings = json(&format!(r#"{{"theme": {{"scheme": "{scheme}", "font": "sans-serif", "still": true}}}}"#));
        let measure = || context(&canvas(1.0, 1.0));
        let mut engine = Engine::new(None, settings.clone(), measure(), 1.0).unwrap();
        let tree = json::parse(HUAWEI, |number| number.parse().unwrap()).unwrap();
        let dataset = Dataset::from_tree(&tree, &Limits::default()).unwrap();
        let mut chart = Chart::new(dataset, Box::new(Measure(measure())));
        chart.restyle(ThemeOptions::read(node(&settings).field("theme").unwrap()));
        for intent in intents {
            engine.apply(json(intent)).unwrap();
            chart.apply(Intent::read(&node(&json(intent))).unwrap());
        }
        engine.arrange(WIDTH).unwrap();
        chart.arrange(WIDTH);
        Self { engine, chart }
    }

    /// A part, painted by the engine and drawn from SVG.
    async fn compare(&mut self, (name, part): (&str, Part), ratio: f64) -> Comparison {
        let scene = self.chart.scene(part);
        let [width, height] = [scene.size.width, scene.size.height].map(|side| (side * ratio).round());
        let painted = canvas(width, height);
        write_nothing(&painted);
        self.engine.paint(name, painted.clone(), ratio, true).unwrap();
        let drawn = canvas(width, height);
        draw(&svg(scene, ratio, (width as u32, height as u32)), &drawn).await;
        Comparison::of(&painted, &drawn)
    }
}

/// Asserts that the parts look the same at a ratio.
async fn assert_same(scheme: &str, ratio: f64, intents: &[&str]) {
    let mut twins = Twins::new(scheme, intents);
    for part in PARTS {
        let found = twins.compare(part, ratio).await;
        let what = format!("{} on {scheme} at ratio {ratio}", part.0);
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

/// Two scenes that differ are found to: else the tests above would say nothing.
#[wasm_bindgen_test]
async fn another_date_is_another_picture() {
    let mut twins = Twins::new("light", &DATE);
    twins.chart.apply(Intent::First);
    let found = twins.compare(PARTS[0], 1.0).await;
    assert!(found.differing as f64 > SHARE * found.all as f64, "{}", found.told());
}

/// How two canvases of one size differ.
///
/// A pixel differs where a channel is off by more than the tolerance. Canvas and SVG may round a translucent colour at
/// another moment, which is a step of 255 each time; nobody sees that. When this was written nothing was off by more than
/// one step, in Chromium and in Firefox; the share is for browsers that smooth slanted edges in two ways.
#[derive(Default)]
struct Comparison {
    all: usize,
    inked: usize,
    differing: usize,
    /// How many are not equal, be it by a step.
    unlike: usize,
    largest: u8,
    /// Column and row.
    first: Option<(usize, usize)>,
}

impl Comparison {
    fn of(one: &HtmlCanvasElement, other: &HtmlCanvasElement) -> Self {
        let width = one.width() as usize;
        let (one, other) = (pixels(one), pixels(other));
        assert_eq!(one.len(), other.len());
        let inked = one.iter().skip(3).step_by(4).filter(|alpha| **alpha > 0).count();
        let mut found = Self { all: one.len() / 4, inked, ..Self::default() };
        // Whole rows are compared first: without optimisation a look at every pixel takes long.
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

/// The largest difference of a channel. Colours count as much as they are opaque.
fn distance(one: &[u8], other: &[u8]) -> u8 {
    let seen = |pixel: &[u8], channel: usize| match channel {
        3 => pixel[3],
        _ => (u16::from(pixel[channel]) * u16::from(pixel[3]) / 255) as u8,
    };
    (0..4).map(|channel| seen(one, channel).abs_diff(seen(other, channel))).max().unwrap_or(0)
}

/// Makes a canvas leave out letters.
fn write_nothing(canvas: &HtmlCanvasElement) {
    Reflect::set(&context(canvas), &"fillText".into(), &Function::new_no_args("")).unwrap();
}

/// The scene without its words as an SVG document of so many pixels.
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

/// Has the browser draw an SVG document.
async fn draw(svg: &str, canvas: &HtmlCanvasElement) {
    let image = HtmlImageElement::new().unwrap();
    image.set_src(&format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(svg))));
    JsFuture::from(image.decode()).await.unwrap();
    context(canvas).draw_image_with_html_image_element(&image, 0.0, 0.0).unwrap();
}

/// Measures text as the engine does.
struct Measure(CanvasRenderingContext2d);

impl TextMeasure for Measure {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        self.0.set_font(&format!("{} {size}px sans-serif", if bold { "bold" } else { "normal" }));
        self.0.measure_text(text).unwrap().width()
    }
}

/// A value of JSON as a tree.
fn node(value: &JsValue) -> Node {
    if let Some(text) = value.as_string() {
        return Value::Text(text).into();
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
