//! The layout: the position and size of everything, at one width.

pub mod arrange;
pub mod groups;
pub mod label;
pub mod map;
pub mod scale;
pub mod tile;
pub mod timeline;
