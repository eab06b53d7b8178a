//! The engine in headless browsers, used in the same way as on a page.
#![cfg(target_arch = "wasm32")]

mod browser;

use banspread::wasm::Engine;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlCanvasElement;

use browser::{BUILT_IN, arrange, canvas, canvases, engine, get, go, json, number, paint, pixels, text};

const HUAWEI: &str = include_str!("../datasets/huawei.json");

wasm_bindgen_test_configure!(run_in_browser);

/// All parts, painted at a ratio on separate canvases.
fn painted(engine: &mut Engine, ratio: f64) -> [HtmlCanvasElement; 3] {
    let canvases = canvases(&arrange(engine, 680.0), ratio);
    paint(engine, &canvases, ratio);
    canvases
}

#[wasm_bindgen_test]
fn the_built_in_dataset_is_described() {
    let mut engine = engine(None).unwrap();
    let update = go(&mut engine, "2020-10-20");
    assert_eq!([get(&update, "map"), get(&update, "timeline")], [true, false].map(JsValue::from));
    let description = engine.describe().unwrap();
    assert_eq!(text(&description, "date"), "20 October 2020");
    let sentence = text(&description, "sentence");
    assert!(sentence.contains("governments ban Huawei") && sentence.ends_with('.'), "{sentence}");
    assert_eq!(number(&description, "range.value"), f64::from(engine.day_of("2020-10-20").unwrap()));
    assert!(get(&description, "selected").is_null());
    assert!(get(&description, "changes").unchecked_into::<Array>().length() > 0);
}

#[wasm_bindgen_test]
fn tiles_are_painted_in_their_status_colour_at_every_ratio() {
    for ratio in [1.0, 1.25, 1.5, 2.0, 3.0] {
        let mut engine = engine(None).unwrap();
        go(&mut engine, "2020-10-20");
        let [canvas, ..] = painted(&mut engine, ratio);
        let tiles: Array = get(&arrange(&mut engine, 680.0), "tiles").unchecked_into();
        let australia = tiles.iter().find(|tile| text(tile, "id") == "AU").unwrap();
        let (x, y) = (number(&australia, "x") + 4.0, number(&australia, "y") + 4.0);
        let at = |length: f64| (length * ratio).round() as usize;
        let pixel = 4 * (at(y) * canvas.width() as usize + at(x));
        assert_eq!(pixels(&canvas)[pixel..pixel + 4], [0x6e, 0x0b, 0x2a, 0xff], "at ratio {ratio}");
    }
}

#[wasm_bindgen_test]
fn painting_what_changed_gives_the_same_picture_as_painting_all() {
    for ratio in [1.0, 1.25, 2.0] {
        let mut engine = engine(None).unwrap();
        go(&mut engine, "2018-01-01");
        let canvases = painted(&mut engine, ratio);
        for date in ["2018-09-01", "2019-06-01", "2020-02-01", "2020-07-20", "2022-06-01", "2018-01-15"] {
            go(&mut engine, date);
            engine.apply(json("{\"select\": \"GB\"}")).unwrap();
            paint(&mut engine, &canvases, ratio);
            let in_steps = canvases.each_ref().map(pixels);
            arrange(&mut engine, 680.0);
            paint(&mut engine, &canvases, ratio);
            for (canvas, in_steps) in canvases.iter().zip(in_steps) {
                let width = canvas.width() as usize;
                let other = in_steps.iter().zip(&pixels(canvas)).position(|(a, b)| a != b).map(|byte| byte / 4);
                let place = other.map(|pixel| (pixel % width, pixel / width));
                assert_eq!(place, None, "{date} at ratio {ratio}: the first pixel that differs");
            }
        }
    }
}

#[wasm_bindgen_test]
fn every_part_and_swatch_is_painted() {
    let mut engine = engine(None).unwrap();
    for (part, canvas) in ["map", "timeline", "cursor"].iter().zip(&painted(&mut engine, 1.0)) {
        assert!(pixels(canvas).iter().any(|byte| *byte > 0), "{part}");
    }
    for index in -1..4 {
        let canvas = canvas(32.0, 32.0);
        engine.swatch(index, canvas.clone(), 2.0);
        assert!(pixels(&canvas).iter().any(|byte| *byte > 0), "swatch {index}");
    }
}

#[wasm_bindgen_test]
fn a_dataset_that_is_not_valid_is_refused_and_nothing_is_lost() {
    let mut engine = engine(None).unwrap();
    let title = text(&engine.info().unwrap(), "title");
    let csv = "entity,date,status,source\nSweden,2020-10-20,banned,PTS\n";
    for wrong in ["{\"format\": 1,\n \"id\": \"\", \"grid\": \"wrold\"}", "{\"format\": 1,", "", csv] {
        assert_eq!(engine.load(wrong.into(), Some(1.0)).unwrap_err(), "refused", "{wrong}");
        assert_eq!(text(&engine.info().unwrap(), "title"), title);
    }
}

#[wasm_bindgen_test]
fn a_byte_order_mark_before_json_is_not_an_error() {
    let mut engine = engine(None).unwrap();
    engine.load(format!("\u{feff}{HUAWEI}").into(), Some(1.0)).unwrap();
}

#[wasm_bindgen_test]
fn the_built_in_dataset_can_follow_another() {
    let mut engine = engine(Some(&HUAWEI.replace("Huawei", "Acme"))).unwrap();
    let title = |engine: &Engine| text(&engine.info().unwrap(), "title");
    assert!(title(&engine).contains("Acme"));
    engine.load(BUILT_IN.into(), None).unwrap();
    assert!(title(&engine).contains("Huawei"));
}

/// Its reader has no limits.
#[wasm_bindgen_test]
fn a_page_cannot_give_a_dataset_in_the_form_of_the_built_in_one() {
    assert!(engine(Some(BUILT_IN)).is_err_and(|refusal| refusal == "refused"));
}

#[wasm_bindgen_test]
fn the_first_places_stay() {
    let mut engine = engine(None).unwrap();
    Engine::provide("other places".to_owned());
    assert!(engine.load(BUILT_IN.into(), None).is_ok());
}

#[wasm_bindgen_test]
fn a_first_dataset_that_is_not_valid_makes_no_engine() {
    assert!(engine(Some("[]")).is_err_and(|refusal| refusal == "refused"));
    assert!(engine(Some(HUAWEI)).is_ok());
}

#[wasm_bindgen_test]
fn a_browser_reads_the_json_that_the_command_reads() {
    let dataset = |format: &str| HUAWEI.replacen("\"format\": 1", format, 1);
    for good in ["\"format\":1.0", "\"format\":10E-1", "\"format\":0.99999999999999999999", "\"f\\u006frmat\":1"] {
        assert!(engine(Some(&dataset(good))).is_ok(), "{good}");
    }
    let twice = "\"format\":1,\"f\\u006frmat\":1";
    for wrong in [twice, "\"format\":01", "\"format\":1.", "\"format\":1e400", "\"format\":1,\"license\":\"\\ud800\""] {
        assert!(engine(Some(&dataset(wrong))).is_err(), "{wrong}");
    }
}

#[wasm_bindgen_test]
fn groups_are_arranged_in_place_of_the_map() {
    let mut engine = engine(None).unwrap();
    let tiles = |arrangement: &JsValue| get(arrangement, "tiles").unchecked_into::<Array>().length();
    let map = tiles(&arrange(&mut engine, 360.0));
    assert_eq!(get(&engine.apply(json("{\"view\": \"groups\"}")).unwrap(), "layout"), true);
    let groups = tiles(&arrange(&mut engine, 360.0));
    assert_eq!(f64::from(groups), number(&engine.info().unwrap(), "groups.count"));
    assert!(map > groups);
    assert_eq!(text(&engine.describe().unwrap(), "view"), "groups");
}

#[wasm_bindgen_test]
fn messages_and_theme_can_be_changed() {
    let mut engine = engine(None).unwrap();
    go(&mut engine, "2020-07-14");
    let settings = json(
        r#"{"theme": {"scheme": "dark", "font": "serif"},
            "messages": [["lang", "de"], ["month.7", "Juli"], ["day", "{d}. {month} {y}"], ["country.AU", "Australien"]]}"#,
    );
    engine.configure(settings).unwrap();
    let description = engine.describe().unwrap();
    assert_eq!((text(&description, "lang"), text(&description, "date")), ("de".to_owned(), "14. Juli 2020".to_owned()));
    // The dataset has no German texts, so the sentences about it are completely in English.
    let name = engine.tile_name("AU").unwrap();
    assert!(text(&name, "text").starts_with("Australia: Banned") && text(&name, "lang") == "en");
}

#[wasm_bindgen_test]
fn missing_settings_keep_their_values() {
    let mut engine = engine(None).unwrap();
    go(&mut engine, "2020-07-14");
    let messages = r#"[["lang", "de"], ["month.7", "Juli"], ["day", "{d}. {month} {y}"]]"#;
    engine.configure(json(&format!("{{\"messages\": {messages}}}"))).unwrap();
    for settings in ["{\"width\": 500}", "{}", "{\"messages\": null, \"theme\": null}"] {
        let arrangement = engine.configure(json(settings)).unwrap();
        assert_eq!(number(&arrangement, "width"), 500.0, "{settings}");
        assert_eq!(text(&engine.describe().unwrap(), "date"), "14. Juli 2020", "{settings}");
    }
}

#[wasm_bindgen_test]
fn values_that_are_not_intents_are_refused() {
    let mut engine = engine(None).unwrap();
    for wrong in ["\"stop\"", "{\"step\": \"far\"}", "null", "[1]"] {
        assert!(engine.apply(json(wrong)).is_err(), "{wrong}");
    }
    assert!(engine.apply(JsValue::UNDEFINED).is_err());
}

#[wasm_bindgen_test]
fn a_target_has_a_tooltip() {
    let mut engine = engine(None).unwrap();
    assert!(get(&engine.describe().unwrap(), "tip").is_null());
    engine.apply(json("{\"focus\": {\"at\": \"AU\"}}")).unwrap();
    let tip = get(&engine.describe().unwrap(), "tip");
    assert_eq!((text(&tip, "title"), text(&tip, "part")), ("Australia".to_owned(), "map".to_owned()));
    assert!(text(&tip, "status").starts_with("Banned "));
    assert_eq!(engine.tile_names().unwrap().unchecked_into::<Array>().length(), 200, "the tiles of the map");
}
