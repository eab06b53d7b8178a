//! Colours and type sizes of the picture.

use crate::base::color::Color;
use crate::format::node::Node;
use crate::model::dataset::Dataset;
use crate::model::id::StatusId;
use crate::model::status::Pattern;

/// Light ink on dark paper or dark on light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, ts_rs::TS), serde(rename_all = "lowercase"))]
pub enum Scheme {
    /// Dark ink on a light page.
    #[default]
    Light,
    /// Light ink on a dark page.
    Dark,
    /// Dark ink on paper, which may have no colours.
    Print,
}

/// Colours of the page's own, or the system's where the reader has forced them on all pages. The scheme's colour takes
/// the place of a colour that is missing.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(test, derive(serde::Serialize, ts_rs::TS), ts(optional_fields = nullable))]
pub struct Palette {
    /// The page.
    pub page: Option<Color>,
    /// Text.
    pub ink: Option<Color>,
    /// Lesser text.
    pub muted: Option<Color>,
    /// Hairlines and outlines.
    pub rule: Option<Color>,
    /// What the reader holds or has chosen.
    pub accent: Option<Color>,
}

/// What the shell knows about the page's look and the reader's settings.
#[derive(Clone, Debug, Default)]
#[cfg_attr(test, derive(serde::Serialize, ts_rs::TS))]
pub struct ThemeOptions {
    /// Light, dark or on paper.
    pub scheme: Scheme,
    /// The page's font families as CSS writes them.
    pub font: String,
    /// In place of the scheme's.
    pub colors: Palette,
    /// The reader has forced colours: lines that are usually faint are as strong as text.
    pub forced: bool,
    /// The reader has asked for less motion.
    pub still: bool,
}

impl ThemeOptions {
    /// What a shell wrote: `{scheme, font, forced, still, colors: {page, ink, muted, rule, accent}}`, each of which may be
    /// missing.
    pub fn read(node: &Node) -> Self {
        let text = |name| node.field(name).and_then(Node::text).unwrap_or_default();
        let flag = |name| node.field(name).is_some_and(|flag| flag.is(true));
        let color = |name| node.field("colors")?.field(name)?.text()?.parse().ok();
        let mut colors = [None; 5];
        for (place, name) in ["page", "ink", "muted", "rule", "accent"].iter().enumerate() {
            colors[place] = color(name);
        }
        let [page, ink, muted, rule, accent] = colors;
        Self {
            scheme: match text("scheme") {
                "dark" => Scheme::Dark,
                "print" => Scheme::Print,
                _ => Scheme::Light,
            },
            font: text("font").to_owned(),
            colors: Palette { page, ink, muted, rule, accent },
            forced: flag("forced"),
            still: flag("still"),
        }
    }
}

/// Fill, hatching and text colour of a tile or area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// The ground.
    pub color: Color,
    /// Lines and dots upon it; contrasts less with the ground than `ink` does.
    pub hatch: Color,
    /// Text upon it, at least 4.5:1 against the ground.
    pub ink: Color,
    /// How it is hatched.
    pub pattern: Pattern,
}

/// Everything that a composer needs to know about looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The page, for veils and for pictures that stand alone.
    pub page: Color,
    /// Text and strong lines.
    pub ink: Color,
    /// Lesser text, 4.5:1 against the page.
    pub muted: Color,
    /// Hairlines.
    pub rule: Color,
    /// Outline of a tile without data.
    pub hollow: Color,
    /// What the reader holds or has chosen.
    pub accent: Color,
    /// By status.
    pub statuses: Vec<Fill>,
    /// CSS font families.
    pub font: String,
}

/// The size of small text in CSS pixels: axis labels, names of groups.
pub const SMALL: f64 = 12.0;

impl Theme {
    /// The theme of a dataset with these options.
    pub fn new(dataset: &Dataset, options: &ThemeOptions) -> Self {
        let dark = options.scheme == Scheme::Dark;
        let mut statuses = Vec::new();
        for status in dataset.statuses() {
            let mut fill = fill(if dark { status.dark } else { status.light }, status.pattern);
            if options.scheme == Scheme::Print {
                // There may be no other colour.
                fill.hatch.alpha *= 2.0;
            }
            statuses.push(fill);
        }
        let [page, ink, muted, rule, hollow, accent] = match options.scheme {
            Scheme::Light => LIGHT,
            Scheme::Dark => DARK,
            Scheme::Print => PRINT,
        };
        // All but the statuses, which keep their colours to mean something.
        let own = &options.colors;
        let ink = own.ink.unwrap_or(ink);
        let faint = |usual| if options.forced { ink } else { usual };
        Self {
            page: own.page.unwrap_or(page),
            ink,
            muted: faint(own.muted.unwrap_or(muted)),
            rule: faint(own.rule.unwrap_or(rule)),
            hollow: faint(own.rule.unwrap_or(hollow)),
            accent: own.accent.unwrap_or(accent),
            statuses,
            font: if options.font.is_empty() { "sans-serif" } else { &options.font }.to_owned(),
        }
    }

    /// The fill of a status; `None` for no data, which is hollow.
    pub fn fill(&self, status: Option<StatusId>) -> Option<&Fill> {
        self.statuses.get(status?.index())
    }
}

/// Page, ink, lesser ink, hairlines, outlines and accent, each by its place.
type Inks = [Color; 6];
const LIGHT: Inks = inks(Color::LIGHT_PAGE, [0x1a_1c_20, 0x65_68_70, 0xd4_d6_da, 0xdc_de_e2]);
const DARK: Inks = inks(Color::DARK_PAGE, [0xf1_f2_f4, 0xa0_a4_ad, 0x3a_3e_47, 0x34_38_40]);
/// Black where the light is grey: grey prints badly.
const PRINT: Inks = inks(Color::LIGHT_PAGE, [0, 0x3c_3e_42, 0x8c_8f_95, 0xa6_a9_ae]);

/// What the reader holds or has chosen is of the colour of ink.
const fn inks(page: Color, [ink, muted, rule, hollow]: [u32; 4]) -> Inks {
    let ink = Color::hex(ink);
    [page, ink, Color::hex(muted), Color::hex(rule), Color::hex(hollow), ink]
}

const BLACK: Color = Color::hex(0x11_11_11);
const WHITE: Color = Color::hex(0xff_ff_ff);

/// Ink is what reads better, and wholly black where neither that nor white reaches 4.5:1; hatching goes the other way, so
/// that it never comes between text and ground.
fn fill(color: Color, pattern: Pattern) -> Fill {
    let dark_ink = color.contrast(BLACK) > color.contrast(WHITE);
    let (ink, hatch) = if dark_ink { (BLACK, WHITE.fade(0.42)) } else { (WHITE, BLACK.fade(0.3)) };
    let ink = if color.contrast(ink) < 4.5 { Color::hex(0) } else { ink };
    Fill { color, hatch, ink, pattern }
}
