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
