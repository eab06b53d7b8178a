//! A scene in ink: on a canvas of a page, or as SVG.

#[cfg(pictures)]
pub(crate) mod markup;
pub mod paint;
#[cfg(pictures)]
pub mod svg;
#[cfg(pictures)]
mod svg_backend;
