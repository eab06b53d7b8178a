//! Pictures as marks: points, colours, text. A composer a part.

pub mod cursor;
pub mod figure;
mod hatch;
pub mod mark;
pub mod swatch;
pub mod tiles;
pub mod timeline;
