//! Colours for statuses that have none: neighbours in the list differ for every kind of colour vision.

use crate::base::color::Color;
use crate::base::vision::Vision;

/// A colour on light and on dark pages, and a pattern.
pub(crate) struct Swatch {
    pub(crate) light: Color,
    pub(crate) dark: Color,
    pub(crate) pattern: &'static str,
}

/// The colours of the four statuses of the format, then others. Dark and light alternate, so that neighbours differ
/// also without hues; the last is a neighbour of the first.
const COLORS: [(u32, u32); 8] = [
    (0x6e_0b_2a, 0xc0_42_59),
    (0xb3_58_1b, 0xec_97_5a),
    (0x0b_3d_66, 0x3f_80_c0),
    (0xb7_8c_3a, 0xe8_d1_9a),
    (0x12_4a_3a, 0x2f_8a_6e),
    (0x99_71_c9, 0xd0_b4_f0),
    (0x3a_2f_1c, 0x8a_70_48),
    (0x3f_97_8e, 0x9a_dc_d2),
];

const PATTERNS: [&str; 5] = ["solid", "diagonal", "horizontal", "dots", "counterdiagonal"];

/// The colours and patterns of the four statuses of the format.
const KNOWN: [(u32, u32, &str); 4] = [
    (0x6e_0b_2a, 0xc0_42_59, "solid"),
    (0xb3_58_1b, 0xec_97_5a, "diagonal"),
    (0xb7_8c_3a, 0xe8_d1_9a, "dots"),
    (0x17_58_8c, 0x50_8e_c8, "horizontal"),
];

/// The least difference of neighbours, as the validation requires it.
const APART: f64 = 10.0;

/// The swatches of statuses in their order, of which some are statuses of the format. These have their own colours if
/// all statuses are known and neighbours differ enough.
pub(crate) fn swatches(known: impl Iterator<Item = Option<usize>>) -> Vec<Swatch> {
    let known: Vec<Option<usize>> = known.collect();
    let own = |place: &Option<usize>| {
        let (light, dark, pattern) = *KNOWN.get((*place)?)?;
        Some(Swatch { light: Color::hex(light), dark: Color::hex(dark), pattern })
    };
    let own: Option<Vec<Swatch>> = known.iter().map(own).collect();
    own.filter(|all| all.windows(2).all(|pair| differ(&pair[0], &pair[1])))
        .unwrap_or_else(|| (0..known.len()).map(swatch).collect())
}

fn differ(one: &Swatch, other: &Swatch) -> bool {
    let apart = |one: Color, other: Color| Vision::ALL.iter().all(|vision| vision.difference(one, other) >= APART);
    apart(one.light, other.light) && apart(one.dark, other.dark)
}

/// The swatch of the status at this place. After the last colour the first one comes again, with another pattern.
fn swatch(place: usize) -> Swatch {
    let (light, dark) = COLORS[place % COLORS.len()];
    Swatch { light: Color::hex(light), dark: Color::hex(dark), pattern: PATTERNS[place % PATTERNS.len()] }
}

/// The least contrast of a colour to the page, as the validation requires it.
const STANDS_OUT: f64 = 3.0;

/// The colours on both pages for one colour of a person: as little lighter or darker as the contrast needs.
pub(crate) fn both(color: Color) -> (Color, Color) {
    (readable(color, Color::LIGHT_PAGE, Color::hex(0)), readable(color, Color::DARK_PAGE, Color::hex(0xff_ff_ff)))
}

fn readable(color: Color, page: Color, away: Color) -> Color {
    let steps = (0..=20).map(|step| color.mix(away, f64::from(step) / 20.0));
    steps.into_iter().find(|mixed| mixed.contrast(page) >= STANDS_OUT).unwrap_or(away)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_differ_for_every_kind_of_vision() {
        for place in 0..PATTERNS.len() * COLORS.len() {
            let (one, other) = (swatch(place), swatch(place + 1));
            assert_ne!(one.pattern, other.pattern);
            for vision in Vision::ALL {
                for (one, other) in [(one.light, other.light), (one.dark, other.dark)] {
                    let difference = vision.difference(one, other);
                    assert!(difference >= 10.0, "{place}: {one} and {other} in {vision}: {difference}");
                }
            }
        }
    }

    #[test]
    fn every_colour_stands_out_from_its_page() {
        for place in 0..COLORS.len() {
            let own = swatch(place);
            assert!(own.light.contrast(Color::LIGHT_PAGE) >= STANDS_OUT, "{}", own.light);
            assert!(own.dark.contrast(Color::DARK_PAGE) >= STANDS_OUT, "{}", own.dark);
        }
    }

    #[test]
    fn one_colour_becomes_two_that_stand_out() {
        for color in [0x1f_6f_8b, 0xff_ff_00, 0x00_00_00, 0xff_ff_ff] {
            let (light, dark) = both(Color::hex(color));
            assert!(light.contrast(Color::LIGHT_PAGE) >= STANDS_OUT && dark.contrast(Color::DARK_PAGE) >= STANDS_OUT);
        }
        assert_eq!(both(Color::hex(0x1f_6f_8b)).0, Color::hex(0x1f_6f_8b));
    }
}
