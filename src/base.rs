//! What every other room stands on, and what knows none of them: days, colours, rectangles, text.

pub mod color;
pub mod date;
pub mod geom;
pub mod language;
pub mod limits;
pub(crate) mod order;
pub mod text;
#[cfg(explain)]
pub mod vision;
