//! The layout: the position and size of everything, at one width.

pub mod arrange;
pub mod bars;
pub(crate) mod first_view;
pub mod groups;
pub mod label;
pub mod lane_order;
pub mod lanes;
pub mod lanes_layout;
pub mod lettering;
pub mod map;
pub mod periods;
pub mod scale;
pub mod tile;
pub mod timeline;
