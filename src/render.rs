//! A scene in ink: on a canvas of a page, or as SVG.

pub mod paint;
#[cfg(not(browser))]
pub mod svg;
