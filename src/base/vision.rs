//! How different two colours look, also to people with a colour vision deficiency. The check of datasets uses it
//! natively and in the checker; the engine does not use it.

use std::fmt;

use crate::base::color::Color;
use crate::base::maths;

/// A kind of colour vision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vision {
    /// Normal colour vision.
    Normal,
    /// No cones for long wavelengths (red).
    Protanopia,
    /// No cones for medium wavelengths (green).
    Deuteranopia,
    /// No cones for short wavelengths (blue).
    Tritanopia,
    /// Only luminance, as in print without colour.
    Greyscale,
}

/// A matrix as three rows. It is multiplied by linear red, green and blue.
type Matrix = [[f64; 3]; 3];

impl Vision {
    /// All kinds, in the order of reports.
    pub const ALL: [Self; 5] = [Self::Normal, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia, Self::Greyscale];

    /// The matrix that simulates this vision in linear sRGB: Machado, Oliveira and Fernandes (2009), "A
    /// Physiologically-based Model for Simulation of Color Vision Deficiency", at severity 1. Greyscale uses the
    /// luminance of WCAG.
    fn matrix(self) -> Matrix {
        match self {
            Self::Normal => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            Self::Greyscale => [[0.2126, 0.7152, 0.0722]; 3],
        }
    }

    /// How different two opaque colours look, as CIEDE2000: from 0 (equal) to about 100. People see a difference of 2
    /// or 3 if the colours are side by side, and a difference of 10 at a glance.
    pub fn difference(self, one: Color, other: Color) -> f64 {
        ciede2000(self.seen(one), self.seen(other))
    }

    /// The colour as this vision sees it. Channels outside of the range of a screen are clamped to 0 and 1.
    fn seen(self, color: Color) -> Lab {
        // Some results lie outside of the colours of a screen, because the matrices of the simulation have negative
        // numbers.
        Lab::of(times(self.matrix(), color.linear()).map(|channel| channel.clamp(0.0, 1.0)))
    }
}

/// The name of the vision, for messages.
impl fmt::Display for Vision {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Normal => "normal vision",
            Self::Protanopia => "protanopia",
            Self::Deuteranopia => "deuteranopia",
            Self::Tritanopia => "tritanopia",
            Self::Greyscale => "greyscale",
        })
    }
}

fn times(matrix: Matrix, [x, y, z]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

/// A colour in CIE L\*a\*b\*: lightness, green to red, blue to yellow.
#[derive(Clone, Copy, Debug)]
struct Lab {
    l: f64,
    a: f64,
    b: f64,
}

/// Converts linear sRGB to CIE XYZ. The sum of a row is the value of white.
const XYZ: Matrix = [
    [0.412_456_4, 0.357_576_1, 0.180_437_5],
    [0.212_672_9, 0.715_152_2, 0.072_175],
    [0.019_333_9, 0.119_192, 0.950_304_1],
];

impl Lab {
    /// Converts linear sRGB, for daylight (D65).
    fn of(linear: [f64; 3]) -> Self {
        let white = times(XYZ, [1.0; 3]);
        let seen = times(XYZ, linear);
        let [x, y, z] = [0, 1, 2].map(|axis| {
            let share = seen[axis] / white[axis];
            // The exact fractions of CIE, 216/24389 and 24389/27, instead of the rounded 0.008856 and 903.3.
            if share > 216.0 / 24_389.0 { maths::cbrt(share) } else { (24_389.0 / 27.0 * share + 16.0) / 116.0 }
        });
        Self { l: 116.0 * y - 16.0, a: 500.0 * (x - y), b: 200.0 * (y - z) }
    }

    fn chroma(self) -> f64 {
        (self.a * self.a + self.b * self.b).sqrt()
    }

    /// The hue angle, 0 to 360 degrees; 0 for grey.
    fn hue(self) -> f64 {
        let hue = maths::atan2(self.b, self.a).to_degrees();
        if hue < 0.0 { hue + 360.0 } else { hue }
    }
}

/// Half a turn, with a tolerance for rounding errors: opposite hues must always take the same branch.
const OPPOSITE: f64 = 180.0 + 1e-9;

/// The difference of two colours after CIE 142-2001, in the form of Sharma, Wu and Dalal (2005), with all weights 1.
///
/// The order of the steps is that of the paper, so that the two can be compared.
fn ciede2000(one: Lab, other: Lab) -> f64 {
    let sin = |degrees: f64| maths::sin(degrees.to_radians());
    let cos = |degrees: f64| maths::cos(degrees.to_radians());
    let strong = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();

    let stretch = 1.0 + 0.5 * (1.0 - strong((one.chroma() + other.chroma()) / 2.0));
    let [one, other] = [one, other].map(|lab| Lab { a: lab.a * stretch, ..lab });
    let (chroma_one, chroma_other) = (one.chroma(), other.chroma());
    let (hue_one, hue_other) = (one.hue(), other.hue());
    let grey = chroma_one * chroma_other == 0.0;

    let turn = match hue_other - hue_one {
        // A grey has no hue, so that the angle between it and another colour means nothing.
        _ if grey => 0.0,
        turn if turn > OPPOSITE => turn - 360.0,
        turn if turn < -OPPOSITE => turn + 360.0,
        turn => turn,
    };
    let lighter = other.l - one.l;
    let stronger = chroma_other - chroma_one;
    let turned = 2.0 * (chroma_one * chroma_other).sqrt() * sin(turn / 2.0);

    let lightness = (one.l + other.l) / 2.0;
    let chroma = (chroma_one + chroma_other) / 2.0;
    let hue = match hue_one + hue_other {
        sum if grey => sum,
        sum if (hue_one - hue_other).abs() <= OPPOSITE => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };

    let off = (lightness - 50.0).powi(2);
    let by_hue = 1.0 - 0.17 * cos(hue - 30.0) + 0.24 * cos(2.0 * hue) + 0.32 * cos(3.0 * hue + 6.0)
        - 0.20 * cos(4.0 * hue - 63.0);
    let lighter = lighter / (1.0 + 0.015 * off / (20.0 + off).sqrt());
    let stronger = stronger / (1.0 + 0.045 * chroma);
    let turned = turned / (1.0 + 0.015 * chroma * by_hue);
    let blue = 30.0 * maths::exp(-((hue - 275.0) / 25.0).powi(2));
    let rotation = -sin(2.0 * blue) * 2.0 * strong(chroma);
    (lighter.powi(2) + stronger.powi(2) + turned.powi(2) + rotation * stronger * turned).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test data of Sharma, Wu and Dalal (2005), "The CIEDE2000 color-difference formula".
    const PAIRS: [[f64; 7]; 34] = [
        [50.0, 2.6772, -79.7751, 50.0, 0.0, -82.7485, 2.0425],
        [50.0, 3.1571, -77.2803, 50.0, 0.0, -82.7485, 2.8615],
        [50.0, 2.8361, -74.0200, 50.0, 0.0, -82.7485, 3.4412],
        [50.0, -1.3802, -84.2814, 50.0, 0.0, -82.7485, 1.0000],
        [50.0, -1.1848, -84.8006, 50.0, 0.0, -82.7485, 1.0000],
        [50.0, -0.9009, -85.5211, 50.0, 0.0, -82.7485, 1.0000],
        [50.0, 0.0, 0.0, 50.0, -1.0, 2.0, 2.3669],
        [50.0, -1.0, 2.0, 50.0, 0.0, 0.0, 2.3669],
        [50.0, 2.4900, -0.0010, 50.0, -2.4900, 0.0009, 7.1792],
        [50.0, 2.4900, -0.0010, 50.0, -2.4900, 0.0010, 7.1792],
        [50.0, 2.4900, -0.0010, 50.0, -2.4900, 0.0011, 7.2195],
        [50.0, 2.4900, -0.0010, 50.0, -2.4900, 0.0012, 7.2195],
        [50.0, -0.0010, 2.4900, 50.0, 0.0009, -2.4900, 4.8045],
        [50.0, -0.0010, 2.4900, 50.0, 0.0010, -2.4900, 4.8045],
        [50.0, -0.0010, 2.4900, 50.0, 0.0011, -2.4900, 4.7461],
        [50.0, 2.5, 0.0, 50.0, 0.0, -2.5, 4.3065],
        [50.0, 2.5, 0.0, 73.0, 25.0, -18.0, 27.1492],
        [50.0, 2.5, 0.0, 61.0, -5.0, 29.0, 22.8977],
        [50.0, 2.5, 0.0, 56.0, -27.0, -3.0, 31.9030],
        [50.0, 2.5, 0.0, 58.0, 24.0, 15.0, 19.4535],
        [50.0, 2.5, 0.0, 50.0, 3.1736, 0.5854, 1.0000],
        [50.0, 2.5, 0.0, 50.0, 3.2972, 0.0, 1.0000],
        [50.0, 2.5, 0.0, 50.0, 1.8634, 0.5757, 1.0000],
        [50.0, 2.5, 0.0, 50.0, 3.2592, 0.3350, 1.0000],
        [60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644],
        [63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630],
        [61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731],
        [35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645],
        [22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373],
        [36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146],
        [90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441],
        [90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381],
        [6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377],
        [2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082],
    ];

    #[test]
    fn the_published_pairs_have_the_published_differences() {
        for pair @ [l, a, b, l2, a2, b2, expected] in PAIRS {
            let (one, other) = (Lab { l, a, b }, Lab { l: l2, a: a2, b: b2 });
            for found in [ciede2000(one, other), ciede2000(other, one)] {
                assert!((found - expected).abs() < 5e-5, "{pair:?}: {found}");
            }
        }
    }

    #[test]
    fn lab_of_known_colours() {
        for (color, expected) in [
            (0xff_ff_ff, [100.0, 0.0, 0.0]),
            (0x00_00_00, [0.0, 0.0, 0.0]),
            (0xff_00_00, [53.24, 80.09, 67.20]),
            (0x00_ff_00, [87.73, -86.18, 83.18]),
            (0x00_00_ff, [32.30, 79.19, -107.86]),
            (0x77_77_77, [50.03, 0.0, 0.0]),
        ] {
            let Lab { l, a, b } = Vision::Normal.seen(Color::hex(color));
            let near = [l, a, b].iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 0.01);
            assert!(near, "{color:06x}: {l} {a} {b}");
        }
    }

    #[test]
    fn a_grey_is_the_same_grey_in_every_vision() {
        for vision in Vision::ALL {
            for grey in [0x00_00_00, 0x44_44_44, 0xb0_b0_b0, 0xff_ff_ff] {
                let Lab { l, a, b } = vision.seen(Color::hex(grey));
                let normal = Vision::Normal.seen(Color::hex(grey));
                assert!((l - normal.l).abs() < 0.01 && a.abs() < 0.02 && b.abs() < 0.02, "{vision} {grey:06x}");
            }
        }
    }

    #[test]
    fn colours_that_a_vision_confuses_look_alike() {
        // Protanopes and deuteranopes confuse this red and this green, tritanopes this blue and this green.
        for (vision, one, other) in [
            (Vision::Protanopia, 0x5a_4a_00, 0xa0_2c_2c),
            (Vision::Deuteranopia, 0x70_76_1c, 0xa9_5c_10),
            (Vision::Tritanopia, 0x2a_78_b8, 0x20_7c_7c),
        ] {
            let [one, other] = [one, other].map(Color::hex);
            let (seen, normal) = (vision.difference(one, other), Vision::Normal.difference(one, other));
            assert!(seen < normal / 2.0, "{vision}: {seen} of {normal}");
        }
        let [one, other] = [0x76_76_76, 0xbc_56_56].map(Color::hex);
        assert!(Vision::Greyscale.difference(one, other) < 2.0);
    }
}
