//! The style sheets of the shell repeat some facts of the core, because pages need them before the core is loaded.
//! These tests compare them.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use banspread::layout::lanes_layout::AXIS;
use banspread::theme::{Scheme, ThemeOptions};
use banspread::{Chart, Dataset, Estimate};

/// The built-in chart.
fn chart() -> Chart {
    Chart::new(Dataset::huawei(), Box::new(Estimate))
}

/// The part of a text between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("there is no {from}"));
    rest.split_once(to).unwrap_or_else(|| panic!("there is no {to} after {from}")).0
}

/// `BLESS=1` writes the colours of `src/theme.rs` into the style sheet. The test fails if the colours changed.
#[test]
fn the_elements_around_the_pictures_have_the_colours_of_the_pictures() {
    let file = "www/element/styles/base.js";
    let kept = fs::read_to_string(file).unwrap();
    let mut made = kept.clone();
    for (scheme, rule) in [(Scheme::Light, ".root {"), (Scheme::Dark, ".root[data-scheme=\"dark\"] {")] {
        let mut chart = chart();
        chart.restyle(ThemeOptions { scheme, ..Default::default() });
        let theme = chart.theme();
        let colors = [
            ("ink", theme.ink),
            ("muted", theme.muted),
            ("rule", theme.rule),
            ("accent", theme.accent),
            ("on-accent", theme.page),
        ];
        let block = between(&made, rule, "}").to_owned();
        let mut written = block.clone();
        for (name, color) in colors {
            let usual = between(&block, &format!("--{name}: var(--ban-spread-{name}, "), ")");
            written = written.replace(
                &format!("var(--ban-spread-{name}, {usual})"),
                &format!("var(--ban-spread-{name}, {})", short(&color.to_string())),
            );
        }
        let ground = between(&block, "--ground: ", ";");
        let page = short(&theme.page.to_string());
        written = written.replace(&format!("--ground: {ground};"), &format!("--ground: {page};"));
        made = made.replace(&block, &written);
    }
    if kept != made && std::env::var_os("BLESS").is_some() {
        fs::write(file, &made).unwrap();
    }
    let stale: Vec<_> = kept.lines().zip(made.lines()).filter(|(kept, made)| kept != made).collect();
    assert!(
        stale.is_empty(),
        "{file} has other colours than src/theme.rs: `cargo xtask bless` writes these: {stale:#?}"
    );
}

/// A colour in the short form of style sheets: `#fff` for `#ffffff`.
fn short(color: &str) -> String {
    let digits = color.as_bytes();
    if (1..7).step_by(2).all(|at| digits[at] == digits[at + 1]) {
        return format!("#{}{}{}", &color[1..2], &color[3..4], &color[5..6]);
    }
    color.to_owned()
}

/// The rules of a style sheet, each with the width from which on it applies. The last rule is first.
struct Sheet(Vec<(f64, String)>);

impl Sheet {
    /// Reads a style sheet.
    fn read(file: &str) -> Self {
        let text = fs::read_to_string(file).unwrap();
        let mut parts = text.split("@container (min-width: ");
        let mut rules = vec![(0.0, parts.next().unwrap().to_owned())];
        rules.extend(parts.map(|part| {
            let (width, rule) = part.split_once("px)").unwrap();
            (width.parse().unwrap(), rule.split("\n}\n").next().unwrap().to_owned())
        }));
        Self(rules)
    }

    /// The text between two marks in the last rule that applies at a width and contains the marks.
    fn value(&self, width: f64, from: &str, to: &str) -> &str {
        let mut holding = self.0.iter().rev().filter(|(least, _)| *least <= width);
        let (_, rule) = holding.find(|(_, rule)| rule.contains(from)).unwrap_or_else(|| panic!("there is no {from}"));
        between(rule, from, to)
    }

    /// The same as a number.
    fn number(&self, width: f64, from: &str, to: &str) -> f64 {
        let value = self.value(width, from, to);
        value.parse().unwrap_or_else(|_| panic!("{from} is not a number: {value}"))
    }
}

/// Widths of a figure in CSS pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 280..=1280;

/// The width of the map at a width of the figure, for a page with a font size of 16 CSS pixels.
fn stage(reserve: &Sheet, width: f64) -> f64 {
    match reserve.value(width, "--stage: ", ";") {
        "100cqw" => width,
        beside => width - 0.88 * 16.0 * between(beside, "calc(100cqw - ", "em)").parse::<f64>().unwrap(),
    }
}

#[test]
fn the_height_that_is_reserved_for_the_map_is_that_of_the_core() {
    let sheet = Sheet::read("www/element/styles/reserve.js");
    let mut chart = chart();
    for width in WIDTHS.map(f64::from) {
        let number = |name: &str, end: &str| sheet.number(width, &format!("--{name}: "), end);
        let [columns, rows] = ["columns", "rows"].map(|name| number(name, ";"));
        let stage = stage(&sheet, width);
        let kept = rows * (stage / columns).min(number("widest", "px;")).floor();
        assert_eq!(kept, chart.arrange(stage).map.size.height, "at {width} px");
    }
}

#[test]
fn the_rows_scroll_below_the_axis_that_the_core_draws() {
    let sheet = fs::read_to_string("www/element/styles/lanes.js").unwrap();
    let top = between(between(&sheet, ".tiles {", "}"), "top: ", "px;");
    assert_eq!(top.parse::<f64>().unwrap(), AXIS);
}

#[test]
fn the_room_that_is_kept_for_the_timeline_is_what_the_core_needs() {
    let sheet = Sheet::read("www/element/styles/parts.js");
    let reserve = Sheet::read("www/element/styles/reserve.js");
    let mut chart = chart();
    for width in WIDTHS.map(f64::from) {
        let kept = between(sheet.value(width, ".timeline {\n", "}"), "min-height: ", "px;").parse::<f64>().unwrap();
        let tiles = stage(&reserve, width);
        for beside in [0.0, 54.0, 182.0] {
            chart.resize(tiles, tiles - beside);
            assert_eq!(
                kept,
                chart.layout().timeline.size.height,
                "at {width} px, with buttons of {beside} px beside it"
            );
        }
    }
}

#[test]
fn the_height_that_the_demo_reserves_is_that_of_the_core() {
    let sheet = Sheet::read("demo/article.css");
    let map = Sheet::read("www/element/styles/reserve.js");
    for width in WIDTHS.map(f64::from) {
        let name = |name: &str| format!("--{name}: ");
        if map.value(width, &name("stage"), ";") != "100cqw" {
            // The column of the demo is narrower.
            continue;
        }
        let [columns, rows] = ["columns", "rows"].map(|column| map.value(width, &name(column), ";"));
        let widest = map.value(width, &name("widest"), ";");
        let tile = format!("round(down, min(100cqw / {columns}, {widest}), 1px)");
        assert_eq!(sheet.value(width, &name("tile"), ";"), tile, "at {width} px");
        assert_eq!(sheet.value(width, "min-height: calc(", " * var(--tile)"), rows, "at {width} px");
    }
}
