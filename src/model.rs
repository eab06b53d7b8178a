//! The validated model, and the index that answers who has which status on a day.

pub mod dataset;
pub mod entity;
pub mod event;
mod evidence;
pub(crate) mod grid;
pub mod id;
pub mod index;
pub mod lifetime;
pub mod localized_text;
pub mod period;
pub(crate) mod places;
pub mod scope;
pub mod status;
pub mod tiles;
pub mod tour;
pub mod weights;
pub mod window;
