//! The basis of all other rooms: days, colours, rectangles, text, languages, limits. This room uses no other room.

#[cfg(feature = "import")]
pub(crate) mod case;
pub mod color;
pub(crate) mod compact;
pub mod date;
pub mod duration;
pub mod geom;
#[cfg(explain)]
pub(crate) mod keys;
pub mod language;
pub mod limits;
pub(crate) mod maths;
pub(crate) mod order;
pub mod text;
#[cfg(explain)]
pub mod vision;
