//! Shared by the tests in browsers: canvases, an engine, values of JavaScript.

use banspread::wasm::Engine;
use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// An empty canvas of a size in pixels.
pub(crate) fn canvas(width: f64, height: f64) -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let canvas: HtmlCanvasElement = document.create_element("canvas").unwrap().unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    canvas
}

pub(crate) fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
    canvas.get_context("2d").unwrap().unwrap().unchecked_into()
}

pub(crate) fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

/// The built-in dataset as the package has it.
pub(crate) const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/packed.json"));
/// The places of the built-in grids.
const PLACES: &str = include_str!(concat!(env!("OUT_DIR"), "/places.txt"));

/// An engine with a dataset or with the built-in one, in the light theme, without fades.
pub(crate) fn engine(text: Option<&str>) -> Result<Engine, JsValue> {
    let settings = json(r#"{"theme": {"scheme": "light", "font": "sans-serif", "still": true}, "messages": []}"#);
    engine_with(text, settings)
}

/// The same with other settings.
pub(crate) fn engine_with(text: Option<&str>, settings: JsValue) -> Result<Engine, JsValue> {
    Engine::provide(PLACES.to_owned());
    Engine::new(text.unwrap_or(BUILT_IN).into(), settings, context(&canvas(1.0, 1.0)), text.map(|_| 1.0))
}

/// Arranges a chart at a width in CSS pixels.
pub(crate) fn arrange(engine: &mut Engine, width: f64) -> JsValue {
    engine.configure(json(&format!("{{\"width\": {width}}}"))).unwrap()
}

/// Canvases for map, timeline and cursor of an arrangement.
pub(crate) fn canvases(arrangement: &JsValue, ratio: f64) -> [HtmlCanvasElement; 3] {
    ["map", "timeline", "timeline"].map(|part| {
        let side = |name| (number(arrangement, &format!("{part}.{name}")) * ratio).round();
        canvas(side("width"), side("height"))
    })
}

/// Paints what has changed.
pub(crate) fn paint(engine: &mut Engine, [map, timeline, cursor]: &[HtmlCanvasElement; 3], ratio: f64) {
    engine.paint(map.clone(), timeline.clone(), cursor.clone(), ratio);
}

/// The value of a field in nested objects.
pub(crate) fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).unwrap())
}

pub(crate) fn number(value: &JsValue, path: &str) -> f64 {
    get(value, path).as_f64().unwrap_or_else(|| panic!("{path} is no number"))
}

pub(crate) fn text(value: &JsValue, path: &str) -> String {
    get(value, path).as_string().unwrap_or_else(|| panic!("{path} is no text"))
}

/// Shows a date.
pub(crate) fn go(engine: &mut Engine, date: &str) -> JsValue {
    let day = engine.day_of(date).unwrap();
    engine.apply(json(&format!("{{\"day\": {day}}}"))).unwrap()
}

/// The pixels of a canvas, with four bytes each.
pub(crate) fn pixels(canvas: &HtmlCanvasElement) -> Vec<u8> {
    let (width, height) = (canvas.width().into(), canvas.height().into());
    context(canvas).get_image_data(0.0, 0.0, width, height).unwrap().data().0
}
