//! Functions of real numbers for which WebAssembly has no instruction.
//!
//! In a browser they are those of JavaScript's `Math`. The standard library would bring its own into the modules: 3 KB
//! for the checker, 2 KB for the engine, after brotli.

#[cfg(browser)]
pub(super) use js_sys::Math::pow;
#[cfg(all(browser, explain))]
pub(super) use js_sys::Math::{atan2, cbrt, cos, exp, sin};

#[cfg(not(browser))]
pub(super) use native::{atan2, cbrt, cos, exp, pow, sin};

/// The nearest number to decimal digits such as `-2.5e3`; `None` if they are no number.
#[cfg(feature = "import")]
pub(crate) fn parsed(digits: &str) -> Option<f64> {
    // The tables of the standard library are 10 KB that no compression makes smaller.
    #[cfg(browser)]
    return is_number(digits).then(|| js_sys::parse_float(digits));
    // The standard library also reads "inf" and "nan".
    #[cfg(not(browser))]
    digits.parse().ok().filter(|_| is_number(digits))
}

/// A finite number in decimal digits, as few as tell it from its neighbours.
#[cfg(any(not(browser), feature = "import"))]
pub(crate) fn written(number: f64) -> String {
    // Base 10 is one that JavaScript knows.
    #[cfg(browser)]
    return js_sys::Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default();
    #[cfg(not(browser))]
    number.to_string()
}

/// Whether all of a text is a number: JavaScript ignores what follows one.
#[cfg(feature = "import")]
fn is_number(text: &str) -> bool {
    let (number, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(number, after)| (number, Some(after)));
    let unsigned = |text: &'_ str| -> String { text.strip_prefix(['-', '+']).unwrap_or(text).to_owned() };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let number = unsigned(number);
    let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
    digits(whole)
        && digits(part)
        && whole.len() + part.len() > 0
        && exponent.map(unsigned).is_none_or(|after| !after.is_empty() && digits(&after))
}

#[cfg(not(browser))]
mod native {
    pub(in crate::base) fn atan2(y: f64, x: f64) -> f64 {
        y.atan2(x)
    }

    pub(in crate::base) fn cbrt(x: f64) -> f64 {
        x.cbrt()
    }

    pub(in crate::base) fn cos(radians: f64) -> f64 {
        radians.cos()
    }

    pub(in crate::base) fn exp(x: f64) -> f64 {
        x.exp()
    }

    pub(in crate::base) fn pow(base: f64, exponent: f64) -> f64 {
        base.powf(exponent)
    }

    pub(in crate::base) fn sin(radians: f64) -> f64 {
        radians.sin()
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_number_for_browsers_where_it_is_one_for_rust() {
        for text in [
            "0", "-2.5", "+2.5e3", "1E-7", ".5", "5.", "", ".", "-", "1e", "e5", "1e+", "1.2.3", "--1", "1-2", "1e5e5",
            "2,5",
        ] {
            assert_eq!(is_number(text), text.parse::<f64>().is_ok(), "{text:?}");
        }
        for text in ["inf", "-inf", "nan", "NaN", "infinity"] {
            assert_eq!((is_number(text), parsed(text)), (false, None), "{text:?}");
        }
        assert_eq!([2.0, 2.5, -0.125].map(written), ["2", "2.5", "-0.125"]);
    }
}
