//! The door to JavaScript. For browsers only, but for the records that cross it; the shell in `www` is its caller.
//!
//! There are two modules that a page can load. The *engine* draws, and refuses a dataset that is not valid without saying
//! why. The *checker* is loaded only then: it says why, and reads what the engine does not, which is CSV. So readers do not
//! pay for what only editors need.

#[cfg(all(browser, not(feature = "checker")))]
mod canvas;
#[cfg(all(browser, feature = "checker"))]
mod checker;
#[cfg(browser)]
mod convert;
#[cfg(all(browser, not(feature = "checker")))]
mod engine;
#[cfg(any(test, not(feature = "checker")))]
mod records;
#[cfg(any(feature = "checker", all(test, explain)))]
mod report;
#[cfg(all(test, not(browser)))]
mod typescript;

/// What the declarations that wasm-bindgen writes refer to. They are no part of the module.
#[cfg(browser)]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const DECLARATIONS: &str = include_str!("../www/core.d.ts");

#[cfg(all(browser, feature = "checker"))]
pub use checker::check;
#[cfg(all(browser, not(feature = "checker")))]
pub use engine::Engine;
