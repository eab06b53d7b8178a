//! Whether readers can tell colours apart, for the make page: the rules of the check of datasets.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::base::color::Color;
use crate::base::vision::Vision;
use crate::model::status::Pattern;
use crate::theme::fill;
use crate::validate::colors::APART;
use crate::wasm::told::{json_of, sentence};

/// A colour on light and on dark pages.
type Pair = [Color; 2];

const THEMES: [(&str, Color); 2] = [("light", Color::LIGHT_PAGE), ("dark", Color::DARK_PAGE)];

#[derive(Serialize)]
struct Colors {
    neighbours: Vec<Neighbours>,
    colors: Vec<Uses>,
    least: f64,
}

#[derive(Serialize)]
struct Neighbours {
    first: usize,
    second: usize,
    theme: &'static str,
    differences: Vec<Difference>,
    smallest: f64,
    suffices: bool,
}

#[derive(Serialize)]
struct Difference {
    vision: String,
    difference: f64,
}

#[derive(Serialize)]
struct Uses {
    light: Use,
    dark: Use,
}

#[derive(Serialize)]
struct Use {
    page: f64,
    text: String,
    contrast: f64,
}

/// What is known about colours, `#rrggbb`, each light one followed by its dark one; as JSON.
///
/// # Errors
///
/// A sentence about a colour of another form.
#[wasm_bindgen]
pub fn colors(list: Vec<String>) -> Result<String, JsValue> {
    let mut read = Vec::new();
    for text in &list {
        read.push(text.parse::<Color>().map_err(|error| sentence(format!("\"{text}\" is {error}")))?);
    }
    let pairs: Vec<Pair> = read.as_chunks::<2>().0.to_vec();
    let mut neighbours = Vec::new();
    for first in 1..pairs.len() {
        for theme in 0..THEMES.len() {
            neighbours.push(Neighbours::of(&pairs, first - 1, theme));
        }
    }
    let uses = |pair: &Pair| Uses { light: Use::of(pair, 0), dark: Use::of(pair, 1) };
    Ok(json_of(&Colors { neighbours, colors: pairs.iter().map(uses).collect(), least: APART }))
}

impl Neighbours {
    fn of(pairs: &[Pair], first: usize, theme: usize) -> Self {
        let second = first + 1;
        let difference = |vision: Vision| Difference {
            vision: vision.to_string(),
            difference: vision.difference(pairs[first][theme], pairs[second][theme]),
        };
        let differences: Vec<Difference> = Vision::ALL.into_iter().map(difference).collect();
        let smallest = differences.iter().map(|found| found.difference).fold(f64::INFINITY, f64::min);
        Self { first, second, theme: THEMES[theme].0, differences, smallest, suffices: smallest >= APART }
    }
}

impl Use {
    fn of(pair: &Pair, theme: usize) -> Self {
        let fill = fill(pair[theme], Pattern::Solid);
        Self {
            page: fill.color.contrast(THEMES[theme].1),
            text: fill.ink.to_string(),
            contrast: fill.color.contrast(fill.ink),
        }
    }
}
