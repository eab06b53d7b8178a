//! sRGB colours: reading and writing them as text, opacity, and contrast.

use std::str::FromStr;

use crate::base::maths;
use crate::base::text::hexadecimal;

/// An sRGB colour with opacity. In JavaScript it is text in CSS notation, `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct Color {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
    /// Opacity, 0 to 1.
    pub alpha: f64,
}

impl Color {
    /// The background of the page in the light scheme, if the page does not give its own colour.
    pub const LIGHT_PAGE: Self = Self::hex(0xff_ff_ff);
    /// The background of the page in the dark scheme, if the page does not give its own colour.
    pub const DARK_PAGE: Self = Self::hex(0x16_18_1d);

    /// The opaque colour `0xrrggbb`.
    pub const fn hex(value: u32) -> Self {
        Self { rgb: [(value >> 16) as u8, (value >> 8) as u8, value as u8], alpha: 1.0 }
    }

    /// The same colour with this opacity, 0 to 1. The earlier opacity is replaced, not multiplied.
    pub const fn fade(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    /// The opaque mixture with another colour; `share` is that of the other one, 0 to 1.
    pub(crate) fn mix(self, other: Self, share: f64) -> Self {
        let mut rgb = self.rgb;
        for (own, other) in rgb.iter_mut().zip(other.rgb) {
            *own = (f64::from(*own) * (1.0 - share) + f64::from(other) * share) as u8;
        }
        Self { rgb, alpha: 1.0 }
    }

    /// Red, green and blue in linear light, 0 to 1.
    pub(crate) fn linear(self) -> [f64; 3] {
        self.rgb.map(|channel| {
            let value = f64::from(channel) / 255.0;
            // The transfer function of sRGB: a straight line near black, a power above it.
            if value <= 0.040_45 { value / 12.92 } else { maths::pow((value + 0.055) / 1.055, 2.4) }
        })
    }

    /// Relative luminance as WCAG 2.2 defines it: 0 is black, 1 is white.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio of two opaque colours as WCAG 2.2 defines it, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// CSS notation `#rrggbb`.
impl std::fmt::Display for Color {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.rgb;
        write!(out, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// The error for a text that is not a colour of the form `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a colour of the form #rrggbb")]
pub struct ColorError;

impl FromStr for Color {
    type Err = ColorError;

    fn from_str(text: &str) -> Result<Self, ColorError> {
        let digits = text.strip_prefix('#').ok_or(ColorError)?;
        hexadecimal(digits).filter(|_| digits.len() == 6).map(Self::hex).ok_or(ColorError)
    }
}

#[cfg(test)]
impl serde::Serialize for Color {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_of_black_and_white_is_21() {
        assert!((Color::hex(0).contrast(Color::hex(0xff_ff_ff)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn a_colour_is_written_as_it_is_read() {
        let color: Color = "#b3202c".parse().unwrap();
        assert_eq!(color.to_string(), "#b3202c");
        for text in ["b3202c", "#b3202", "#b3202g", "red", "#+3202c"] {
            assert_eq!(text.parse::<Color>(), Err(ColorError), "{text}");
        }
    }
}
