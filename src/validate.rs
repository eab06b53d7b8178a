//! From a tree to a dataset that keeps its promises, with all findings at once.

#[cfg(explain)]
pub(crate) mod colors;
mod dataset;
mod entities;
mod events;
pub(crate) mod fields;
#[cfg(explain)]
mod languages;
mod periods;
pub mod read;
mod scopes;
mod statuses;
mod tiles;
mod tour;
pub(crate) mod values;
mod weights;
mod window;
