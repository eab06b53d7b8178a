//! Colours and type sizes of the picture.

use crate::dataset::{Dataset, Pattern, StatusId};
use crate::geom::Color;
use crate::node::Node;

/// Light ink on dark paper or dark on light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// Dark ink on a light page.
    #[default]
    Light,
    /// Light ink on a dark page.
    Dark,
    /// Dark ink on paper, which may have no colours.
    Print,
}

/// Colours of the page's own, or the system's where the reader has forced them on all pages.
#[derive(Clone, Copy, Debug, Default)]
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

/// What the shell knows about the page's look and the reader's wishes.
#[derive(Clone, Debug, Default)]
pub struct Look {
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

impl Look {
    /// What a shell wrote: `{scheme, font, forced, still, colors: {page, ink, muted, rule, accent}}`, each of which may be
    /// missing.
    pub fn read(node: &Node) -> Self {
        let text = |name| node.field(name).and_then(Node::text).unwrap_or_default();
        let flag = |name| node.field(name) == Some(&Node::Bool(true));
        let color = |name| node.field("colors")?.field(name)?.text()?.parse().ok();
        let mut colors = [None; 5];
        for (place, name) in ["page", "ink", "muted", "rule", "accent"].into_iter().enumerate() {
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
    /// The theme of a dataset for a look.
    pub fn new(dataset: &Dataset, look: &Look) -> Self {
        let dark = look.scheme == Scheme::Dark;
        let statuses = dataset
            .statuses()
            .iter()
            .map(|status| fill(if dark { status.dark } else { status.light }, status.pattern))
            .collect();
        let font = if look.font.is_empty() { "sans-serif".to_owned() } else { look.font.clone() };
        let own = match look.scheme {
            Scheme::Light => Self::light(statuses, font),
            Scheme::Dark => Self::dark(statuses, font),
            Scheme::Print => Self::print(statuses, font),
        };
        let mut theme = own.repainted(&look.colors);
        if look.forced {
            (theme.muted, theme.rule, theme.hollow) = (theme.ink, theme.ink, theme.ink);
        }
        theme
    }

    /// The fill of a status; `None` for no data, which is hollow.
    pub fn fill(&self, status: Option<StatusId>) -> Option<&Fill> {
        self.statuses.get(status?)
    }

    fn light(statuses: Vec<Fill>, font: String) -> Self {
        Self {
            page: Color::LIGHT_PAGE,
            ink: Color::hex(0x1a_1c_20),
            muted: Color::hex(0x65_68_70),
            rule: Color::hex(0xd4_d6_da),
            hollow: Color::hex(0xdc_de_e2),
            accent: Color::hex(0x1a_1c_20),
            statuses,
            font,
        }
    }

    fn dark(statuses: Vec<Fill>, font: String) -> Self {
        Self {
            page: Color::DARK_PAGE,
            ink: Color::hex(0xf1_f2_f4),
            muted: Color::hex(0xa0_a4_ad),
            rule: Color::hex(0x3a_3e_47),
            hollow: Color::hex(0x34_38_40),
            accent: Color::hex(0xf1_f2_f4),
            statuses,
            font,
        }
    }

    /// Light, but black where light is grey: grey prints badly.
    fn print(statuses: Vec<Fill>, font: String) -> Self {
        Self {
            ink: Color::hex(0),
            muted: Color::hex(0x3c_3e_42),
            rule: Color::hex(0x8c_8f_95),
            hollow: Color::hex(0xa6_a9_ae),
            accent: Color::hex(0),
            ..Self::light(statuses, font)
        }
    }

    /// Other colours for everything but the statuses, which keep theirs to mean something.
    fn repainted(self, colors: &Palette) -> Self {
        Self {
            page: colors.page.unwrap_or(self.page),
            ink: colors.ink.unwrap_or(self.ink),
            muted: colors.muted.unwrap_or(self.muted),
            rule: colors.rule.unwrap_or(self.rule),
            hollow: colors.rule.unwrap_or(self.hollow),
            accent: colors.accent.unwrap_or(self.accent),
            ..self
        }
    }
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
