//! The door to JavaScript. wasm32 only; the shell in `www` is its caller.
//!
//! There are two modules that a page can load. The *engine* draws, and refuses a dataset that is not valid without saying
//! why. The *checker* is loaded only then: it says why, and reads what the engine does not, which is CSV. So readers do not
//! pay for what only editors need.

mod border;
#[cfg(feature = "checker")]
mod checker;
#[cfg(not(feature = "checker"))]
mod engine;

#[cfg(feature = "checker")]
pub use checker::check;
#[cfg(not(feature = "checker"))]
pub use engine::Engine;
