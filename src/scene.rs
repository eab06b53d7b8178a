//! Scenes: the marks of each part before they are painted. Each part has a composer.

pub mod cursor;
pub mod figure;
mod hatch;
mod lanes;
pub mod map;
pub mod mark;
#[cfg(pictures)]
pub mod stills;
pub mod swatch;
pub mod tiles;
pub mod timeline;
