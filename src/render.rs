//! A scene in ink: on a canvas of a page, or as SVG.

pub mod paint;
#[cfg(not(target_arch = "wasm32"))]
pub mod svg;
