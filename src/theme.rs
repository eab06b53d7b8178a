//! The theme: colours and fonts of the picture.

use crate::base::color::Color;
use crate::format::node::Node;
use crate::model::dataset::Dataset;
use crate::model::id::StatusId;
use crate::model::status::{Pattern, Status};

/// The colour scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, ts_rs::TS), serde(rename_all = "lowercase"))]
pub enum Scheme {
    /// Dark text on a light page.
    #[default]
    Light,
    /// Light text on a dark page.
    Dark,
    /// Dark text on paper. The printer may have no colours.
    Print,
}

/// Colours of the page, or colours of the system if the reader forces them on all pages. The colour of the scheme
/// replaces a missing colour.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(test, derive(serde::Serialize, ts_rs::TS), ts(optional_fields = nullable))]
pub struct Palette {
    /// The background of the page.
    pub page: Option<Color>,
    /// The colour of text.
    pub ink: Option<Color>,
    /// The colour of less important text.
    pub muted: Option<Color>,
    /// The colour of hairlines and outlines.
    pub rule: Option<Color>,
    /// The colour of handles and of the focus.
    pub accent: Option<Color>,
}

/// The style of the page and the settings of the reader, as the shell knows them.
#[derive(Clone, Debug, Default)]
#[cfg_attr(test, derive(serde::Serialize, ts_rs::TS))]
pub struct ThemeOptions {
    /// Light, dark or print.
    pub scheme: Scheme,
    /// The font families of the page, in CSS notation.
    pub font: String,
    /// Colours that replace those of the scheme.
    pub colors: Palette,
    /// Whether the reader forces colours or prefers more contrast. Lines and texts that are usually faint are then as
    /// strong as other text.
    pub forced: bool,
    /// Whether the reader or the publisher wants patterns on all tiles and areas.
    pub patterns: bool,
    /// Whether the reader prefers reduced motion.
    pub still: bool,
}

impl ThemeOptions {
    /// Reads the options that a shell wrote: `{scheme, font, forced, patterns, still, colors: {page, ink, muted, rule, accent}}`.
    /// Each field may be missing.
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
            patterns: flag("patterns"),
            still: flag("still"),
        }
    }
}

/// The fill, hatching and text colour of a tile or area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// The background colour.
    pub color: Color,
    /// The colour of the hatching. Its contrast with the background is lower than that of `ink`.
    pub hatch: Color,
    /// The colour of text, with a contrast of at least 4.5:1 with the background.
    pub ink: Color,
    /// The pattern of the hatching.
    pub pattern: Pattern,
}

/// The colours and fonts that a composer needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The background of the page, for the veil and for pictures without a page.
    pub page: Color,
    /// The colour of text and strong lines.
    pub ink: Color,
    /// The colour of less important text, with a contrast of 4.5:1 with the page.
    pub muted: Color,
    /// The colour of hairlines.
    pub rule: Color,
    /// The fill of a tile without data, or its outline.
    pub empty: Color,
    /// Whether a tile without data has an outline and no fill.
    pub outlined: bool,
    /// The colour of handles and of the focus.
    pub accent: Color,
    /// The fill of each status, in the order of the statuses.
    pub statuses: Vec<Fill>,
    /// The colour with which those of weak statuses are mixed, and the colour of text on the mixture.
    pub pale: (Color, Color),
    /// The font families, in CSS notation.
    pub font: String,
}

/// The size of small text in CSS pixels: labels of the axis, names of groups.
pub const SMALL: f64 = 12.0;

impl Theme {
    /// Makes the theme for a dataset with these options.
    pub fn new(dataset: &Dataset, options: &ThemeOptions) -> Self {
        let dark = options.scheme == Scheme::Dark;
        let outlined = options.forced || options.scheme == Scheme::Print;
        let color = |status: &Status| if dark { status.dark } else { status.light };
        let patterned = outlined || options.patterns || !apart(dataset.statuses(), &color);
        let mut statuses = Vec::new();
        for status in dataset.statuses() {
            let mut fill = fill(color(status), if patterned { status.pattern } else { Pattern::Solid });
            if options.scheme == Scheme::Print {
                // On paper without colours only the hatching distinguishes statuses, so it is stronger.
                fill.hatch.alpha *= 2.0;
            }
            statuses.push(fill);
        }
        let [page, ink, muted, rule, empty, accent] = match options.scheme {
            Scheme::Light => LIGHT,
            Scheme::Dark => DARK,
            Scheme::Print => PRINT,
        };
        // Colours of the page replace all colours except those of statuses, which have a meaning.
        let own = &options.colors;
        let ink = own.ink.unwrap_or(ink);
        let faint = |usual| if options.forced { ink } else { usual };
        Self {
            page: own.page.unwrap_or(page),
            ink,
            muted: faint(own.muted.unwrap_or(muted)),
            rule: faint(own.rule.unwrap_or(rule)),
            empty: faint(own.rule.map_or(empty, |rule| if outlined { rule } else { rule.fade(0.4) })),
            outlined,
            accent: own.accent.unwrap_or(accent),
            statuses,
            // With white, or with the dark page, every mixture has enough contrast with this text.
            pale: (page, if dark { WHITE } else { BLACK }),
            font: if options.font.is_empty() { "sans-serif" } else { &options.font }.to_owned(),
        }
    }

    /// The fill of a status. `None` for no data.
    pub fn fill(&self, status: Option<StatusId>) -> Option<&Fill> {
        self.statuses.get(status?.index())
    }

    /// The paler colour of a status where it is weak.
    pub fn pale(&self, fill: &Fill) -> Color {
        fill.color.mix(self.pale.0, PALER)
    }
}

/// The colours of page, text, less important text, hairlines, tiles without data and accent, in this order.
type Inks = [Color; 6];
const LIGHT: Inks = inks(Color::LIGHT_PAGE, [0x1a_1c_20, 0x5f_62_6a, 0xd4_d6_da, 0xec_ec_ed]);
const DARK: Inks = inks(Color::DARK_PAGE, [0xf1_f2_f4, 0xa0_a4_ad, 0x3a_3e_47, 0x27_2a_30]);
/// Darker than the light scheme, because printers show light grey badly.
const PRINT: Inks = inks(Color::LIGHT_PAGE, [0, 0x3c_3e_42, 0x8c_8f_95, 0xa6_a9_ae]);

/// The share of the page in the paler fill of a weak status.
const PALER: f64 = 0.6;

/// The least contrast between two statuses whose colours need no patterns. Readers who see colours differently still see
/// lightness.
const APART: f64 = 1.25;

/// Whether all colours differ in lightness.
fn apart(statuses: &[Status], color: &dyn Fn(&Status) -> Color) -> bool {
    for (place, status) in statuses.iter().enumerate() {
        for earlier in &statuses[..place] {
            if color(status).contrast(color(earlier)) < APART {
                return false;
            }
        }
    }
    true
}

/// The accent has the colour of text.
const fn inks(page: Color, [ink, muted, rule, empty]: [u32; 4]) -> Inks {
    let ink = Color::hex(ink);
    [page, ink, Color::hex(muted), Color::hex(rule), Color::hex(empty), ink]
}

const BLACK: Color = Color::hex(0x11_11_11);
const WHITE: Color = Color::hex(0xff_ff_ff);

/// Chooses the text colour with the higher contrast. If its contrast is below 4.5:1, the text is pure black. The
/// hatching is light under dark text and dark under light text, so that it does not reduce the contrast of the text.
pub(crate) fn fill(color: Color, pattern: Pattern) -> Fill {
    let dark_ink = color.contrast(BLACK) > color.contrast(WHITE);
    let (ink, hatch) = if dark_ink { (BLACK, WHITE.fade(0.42)) } else { (WHITE, BLACK.fade(0.3)) };
    let ink = if color.contrast(ink) < 4.5 { Color::hex(0) } else { ink };
    Fill { color, hatch, ink, pattern }
}
