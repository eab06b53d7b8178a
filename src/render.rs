//! A scene in ink: on a canvas of a page, or as SVG.

pub mod paint;
#[cfg(pictures)]
pub mod svg;
