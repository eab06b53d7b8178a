//! The engine: a chart that a page holds.

use std::mem;

use js_sys::{JsString, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::base::date::PartialDate;
use crate::base::limits::{Limit, Limits};
use crate::base::text::TextMeasure;
use crate::chart::Chart;
use crate::describe::records::TaggedText;
use crate::format::detect::plain;
use crate::format::json;
use crate::format::node::Node;
use crate::format::packed::unpack;
use crate::format::translate::translate;
use crate::i18n::messages::Messages;
use crate::model::dataset::Dataset;
use crate::model::id::StatusId;
use crate::model::places::hand_over;
use crate::render::paint::Painter;
use crate::scene::mark::Scene;
use crate::scene::swatch::swatch;
use crate::theme::ThemeOptions;
use crate::view::intent::{Handle, Intent, Part};
use crate::view::update::Update;
use crate::wasm::canvas::{Canvas, css_font};
use crate::wasm::convert::{number, read, write};
use crate::wasm::records::{Arrangement, Settings};

/// The bytes that the module takes at once: room for ten charts of the default dataset, and for the text and the tree of an
/// eleventh. If it took them piece by piece, each piece would end where something lies that stays, and free memory would
/// lie in more pieces. Systems give memory to a process when the process writes there, so that a page with one chart does
/// not pay for ten.
const ROOM: usize = 4_000_000;

/// A chart that a page holds.
#[wasm_bindgen]
pub struct Engine {
    chart: Chart,
    measurer: CanvasRenderingContext2d,
    /// What is on the canvas of each part; `None` if the canvas must be painted as a whole.
    painted: [Option<Painted>; 3],
    /// What has changed since each part was painted.
    changed: [Update; 3],
    /// The text of the built-in dataset, while it is shown. JavaScript has it anyway, once for all charts.
    built_in: Option<JsString>,
    /// What the built-in dataset is translated by, as the shell handed it over.
    translation: JsValue,
}

/// A scene, and the canvas on which it is painted.
struct Painted {
    scene: Scene,
    canvas: Canvas,
}

#[wasm_bindgen]
impl Engine {
    /// Takes the file with the places of the built-in grids, before the first dataset. Later calls change nothing.
    pub fn provide(places: String) {
        if hand_over(places) {
            let mut room = String::new();
            room.reserve(ROOM);
        }
    }

    /// A chart of a dataset's JSON. The chart uses `context` to measure text. `factor` multiplies the limits of the
    /// dataset; without it, the text is the file of the built-in dataset.
    ///
    /// # Errors
    ///
    /// `"refused"`, if the text is not JSON or not a valid dataset.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string")] text: JsString,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
        #[wasm_bindgen(unchecked_param_type = "{ font: string; measureText(text: string): { width: number } }")]
        context: CanvasRenderingContext2d,
        factor: Option<f64>,
    ) -> Result<Engine, JsValue> {
        let settings = read_settings(&settings)?;
        let lang = settings.messages.as_ref().map_or("en", Messages::lang);
        let translation = settings.translation.clone().unwrap_or(JsValue::NULL);
        let dataset = parse(&text, factor, &translation, lang)?;
        let measure = Measurer { context: context.clone(), font: ThemeOptions::default().font };
        let mut engine = Self {
            chart: Chart::new(dataset, Box::new(measure)),
            measurer: context,
            painted: [const { None }; 3],
            changed: [Update::ALL; 3],
            built_in: factor.is_none().then_some(text),
            translation,
        };
        engine.set(settings)?;
        Ok(engine)
    }

    /// Replaces the dataset. `factor` multiplies its limits; without it, the text is the file of the built-in dataset.
    /// The shell then calls `configure`.
    ///
    /// # Errors
    ///
    /// `"refused"`, if the text is not JSON or not a valid dataset. The chart keeps its dataset.
    pub fn load(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: JsString,
        factor: Option<f64>,
    ) -> Result<(), JsValue> {
        let dataset = parse(&text, factor, &self.translation, self.chart.messages().lang())?;
        self.built_in = factor.is_none().then_some(text);
        self.chart.load(dataset);
        self.paint_whole();
        Ok(())
    }

    /// Changes the settings that are given, arranges everything, and returns the arrangement. The next `paint` paints
    /// every canvas as a whole.
    ///
    /// # Errors
    ///
    /// If the settings are not an object.
    #[wasm_bindgen(unchecked_return_type = "Arrangement")]
    pub fn configure(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.set(read_settings(&settings)?)?;
        self.paint_whole();
        write(&Arrangement::of(&self.chart))
    }

    /// Does what an intent asks for and returns what has changed; `undefined` if nothing has changed.
    ///
    /// # Errors
    ///
    /// If the value is not an intent.
    #[wasm_bindgen(unchecked_return_type = "Update | undefined")]
    pub fn apply(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Intent")] intent: JsValue,
    ) -> Result<JsValue, JsValue> {
        let intent = Intent::read(&read(&intent)).ok_or("not an intent")?;
        let update = self.chart.apply(intent);
        if update == Update::default() {
            return Ok(JsValue::UNDEFINED);
        }
        self.changed = self.changed.map(|changed| changed.and(update));
        write(&update)
    }

    /// The texts and dates beside the picture that do not change with the date.
    ///
    /// # Errors
    ///
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Info")]
    pub fn info(&self) -> Result<JsValue, JsValue> {
        write(&self.chart.info())
    }

    /// Whether the reader holds the handle of the compared day, or held it last.
    pub fn holds_other(&self) -> bool {
        self.chart.held() == Handle::Other
    }

    /// Whether a day of change is after the day of the held handle.
    pub fn has_next(&self) -> bool {
        self.chart.has_next()
    }

    /// The texts beside the picture on the current date, and the tooltip.
    ///
    /// # Errors
    ///
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Description")]
    pub fn describe(&self) -> Result<JsValue, JsValue> {
        write(&self.chart.describe())
    }

    /// The newest events of the entity whose history is open.
    ///
    /// # Errors
    ///
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "NewestEvents")]
    pub fn newest_events(&self) -> Result<JsValue, JsValue> {
        write(&self.chart.newest_events())
    }

    /// The picture as a table.
    ///
    /// # Errors
    ///
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Row[]")]
    pub fn table(&self) -> Result<JsValue, JsValue> {
        write(&self.chart.table())
    }

    /// The name of an entity with its status, in words; empty for an id that the dataset does not have.
    ///
    /// # Errors
    ///
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "TaggedText")]
    pub fn tile_name(&self, id: &str) -> Result<JsValue, JsValue> {
        self.chart.dataset().entity_id(id).map_or(Ok(JsValue::from("")), |entity| write(&self.chart.tile_name(entity)))
    }

    /// The names of all tiles with their statuses, in words, in the order of the arrangement. Empty for a tile that
    /// the filter does not show.
    ///
    /// # Errors
    ///
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "TaggedText[]")]
    pub fn tile_names(&self) -> Result<JsValue, JsValue> {
        let tiles = &self.chart.layout().map.tiles;
        let mut names = Vec::new();
        for tile in tiles {
            let shown = self.chart.shows(tile.entity);
            names.push(if shown { self.chart.tile_name(tile.entity) } else { TaggedText::default() });
        }
        write(&names)
    }

    /// Paints what has changed since the last call. The shell has set the sizes of the canvases.
    pub fn paint(
        &mut self,
        map: HtmlCanvasElement,
        timeline: HtmlCanvasElement,
        cursor: HtmlCanvasElement,
        ratio: f64,
    ) {
        for (part, canvas) in [(Part::Map, map), (Part::Timeline, timeline), (Part::Cursor, cursor)] {
            let index = part as usize;
            if !mem::take(&mut self.changed[index]).draws(part) {
                continue;
            }
            let scene = self.chart.scene(part);
            // The size of a canvas changes only with `configure`. Until then its context keeps its font.
            let before = self.painted[index].take();
            let changed = before.as_ref().and_then(|before| scene.changed_since(&before.scene));
            let Some(mut canvas) = before.map(|before| before.canvas).or_else(|| Canvas::of(&canvas)) else { continue };
            draw(&self.chart.theme().font, &scene, changed.as_deref(), &mut canvas, ratio);
            self.painted[index] = Some(Painted { scene, canvas });
        }
    }

    /// Paints the sample of a status, by index: -1 is no data, and -2 an entity that does not exist, whose sample is
    /// empty.
    pub fn swatch(&self, index: i32, canvas: HtmlCanvasElement, ratio: f64) {
        if index < -1 {
            return;
        }
        let theme = self.chart.theme();
        let scene = swatch(theme, usize::try_from(index).ok().map(StatusId::new));
        draw_whole(&theme.font, &scene, &canvas, ratio);
    }

    /// Sizes a canvas for the whole figure, with headline and legend, and paints it there.
    pub fn figure(&self, canvas: HtmlCanvasElement, ratio: f64) {
        let scene = self.chart.figure();
        // Phones have no canvas of more pixels.
        let ratio = ratio.min((16e6 / (scene.size.width * scene.size.height)).sqrt());
        canvas.set_width((scene.size.width * ratio).ceil() as u32);
        canvas.set_height((scene.size.height * ratio).ceil() as u32);
        draw_whole(&self.chart.theme().font, &scene, &canvas, ratio);
    }

    /// The number of the first day of an EDTF date, or `undefined` if the text is not a date.
    pub fn day_of(&self, text: &str) -> Option<i32> {
        text.parse::<PartialDate>().ok().map(|date| date.first().number())
    }

    /// Lets the next `paint` paint every canvas as a whole.
    fn paint_whole(&mut self) {
        self.painted = [const { None }; 3];
        self.changed = [Update::ALL; 3];
    }

    /// Takes settings. The layout is made when something first needs it.
    fn set(&mut self, settings: Settings) -> Result<(), JsValue> {
        let Settings { width, timeline_width, em, window, theme, messages, translation } = settings;
        if let Some(messages) = messages {
            self.chart.translate(messages);
        }
        if let Some(new) = translation
            && self.translation != new
        {
            if let Some(text) = &self.built_in {
                self.chart.replace_texts(built_in(text, &new, self.chart.messages().lang())?);
            }
            self.translation = new;
        }
        if let Some(options) = theme {
            self.chart.measure_with(Box::new(Measurer { context: self.measurer.clone(), font: options.font.clone() }));
            self.chart.restyle(options);
        }
        if let Some(window) = window {
            self.chart.show_window(window);
        }
        let (tiles, timeline) = self.chart.widths();
        self.chart.resize(width.unwrap_or(tiles), timeline_width.unwrap_or(timeline));
        if let Some(em) = em {
            self.chart.enlarge(em);
        }
        Ok(())
    }
}

/// The translation stays in JavaScript until the built-in dataset is translated.
fn read_settings(settings: &JsValue) -> Result<Settings, JsValue> {
    let translation = Reflect::get(settings, &"translation".into())?;
    Ok(Settings::read(&read(settings), (!translation.is_undefined()).then_some(translation)))
}

/// Measures text on a canvas, in the page's font.
struct Measurer {
    context: CanvasRenderingContext2d,
    font: String,
}

impl TextMeasure for Measurer {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let weight = if bold { "bold" } else { "normal" };
        self.context.set_font(&css_font(weight, size, &self.font));
        self.context.measure_text(text).map_or(0.0, |metrics| metrics.width())
    }
}

/// Paints a scene on a canvas that is painted only once.
fn draw_whole(font: &str, scene: &Scene, canvas: &HtmlCanvasElement, ratio: f64) {
    if let Some(mut canvas) = Canvas::of(canvas) {
        draw(font, scene, None, &mut canvas, ratio);
    }
}

/// Clears and paints the changed groups, or all.
fn draw(font: &str, scene: &Scene, changed: Option<&[usize]>, canvas: &mut Canvas, ratio: f64) {
    let painter = Painter { ratio, font, font_scale: 1.0 };
    if changed.is_none() {
        canvas.clear([0, 0, i32::MAX, i32::MAX]);
    }
    for index in changed.unwrap_or_default() {
        canvas.clear(painter.pixels(scene.groups[*index].bounds));
    }
    for (index, group) in scene.groups.iter().enumerate() {
        if changed.is_none_or(|changed| changed.contains(&index)) {
            // The canvas returns no errors.
            drop(painter.paint(canvas, [group]));
        }
    }
}

/// The dataset of a text: of the built-in dataset, if the limits have no factor.
fn parse(text: &JsString, factor: Option<f64>, translation: &JsValue, lang: &str) -> Result<Dataset, JsValue> {
    let Some(factor) = factor else { return built_in(text, translation, lang) };
    let text = String::from(text);
    let limits = Limits::times(factor);
    if text.len() > limits.of(Limit::Bytes) {
        return Err(refused());
    }
    validated(&tree(plain(&text))?, &limits)
}

/// The built-in dataset with its translation, or without the translation if that is not valid.
fn built_in(text: &JsString, translation: &JsValue, lang: &str) -> Result<Dataset, JsValue> {
    let text = String::from(text);
    let untranslated = || unpack(tree(&text)?).ok_or_else(refused);
    let mut tree = untranslated()?;
    translate(&mut tree, read(translation), lang);
    let limits = Limits::none();
    validated(&tree, &limits).or_else(|_| validated(&untranslated()?, &limits))
}

fn tree(text: &str) -> Result<Node<'_>, JsValue> {
    json::parse(text, number).ok_or_else(refused)
}

/// Only whether it is valid: the checker says what is wrong.
fn validated(tree: &Node, limits: &Limits) -> Result<Dataset, JsValue> {
    Dataset::from_tree(tree, limits).ok_or_else(refused)
}

fn refused() -> JsValue {
    JsValue::from_str("refused")
}
