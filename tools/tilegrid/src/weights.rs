//! The weights of the goals of a layout.

use anyhow::{Result, bail};

macro_rules! weights {
    ($($(#[doc = $doc:literal])* $name:ident = $value:literal;)*) => {
        /// The weight of each goal, in points of cost. A share (of borders or pairs) costs its weight if it is lost
        /// completely.
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct Weights {
            $($(#[doc = $doc])* pub(crate) $name: f64,)*
        }

        impl Default for Weights {
            fn default() -> Self {
                Self { $($name: $value,)* }
            }
        }

        impl Weights {
            /// The names of all weights.
            pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),*];

            /// The weight of this name.
            pub(crate) fn named(&mut self, name: &str) -> Result<&mut f64> {
                match name {
                    $(stringify!($name) => Ok(&mut self.$name),)*
                    _ => bail!("unknown weight: `{name}` (one of: {})", Self::NAMES.join(", ")),
                }
            }
        }
    };
}

weights! {
    /// Share of the borders whose tiles touch by an edge.
    edge = 11.7;
    /// Share of the borders whose tiles touch by edge or corner.
    touch = 11.7;
    /// Share of the borders whose tiles are at most two cells apart.
    close = 11.7;
    /// The additional weight of a border for each 1,000 km of its length, up to 4,000 km, in `touch` and `close`.
    long = 0.1;
    /// Each cell beyond two between neighbours.
    stretch = 0.03;
    /// Share of the order of near pairs, west to east and north to south.
    order_near = 6.0;
    /// Mean difference of the angles of near pairs to the true angles, per 90 degrees.
    angle_near = 6.0;
    /// The same for neighbours.
    angle_neighbours = 6.0;
    /// The same as `order_near`, for the largest places.
    order_large = 6.0;
    /// The same as `angle_near`, for the largest places.
    angle_large = 6.0;
    /// The same as `order_near`, for all pairs.
    order_all = 12.0;
    /// The same as `angle_near`, for all pairs.
    angle_all = 3.0;
    /// Each pair of neighbours that are drawn more than 90 degrees off.
    flip = 0.05;
    /// Each edge between places that are more than 1,000 km apart, for each 1,000 km up to three.
    wrong = 0.12;
    /// Each edge between places that are 400 to 1,000 km apart.
    unlike = 0.0;
    /// Each pair of touching tiles of different groups without a border. It counts twice if they touch by an edge.
    strait = 0.05;
    /// Each broken rule, multiplied by its own weight. A tie counts half.
    rule = 0.4;
    /// Each pair of tiles that touch across an ocean. It counts a quarter if they are two cells apart.
    ocean = 1.5;
    /// Each column fewer than three between two tiles on different sides of an ocean.
    atlantic = 0.004;
    /// Displacement from the best affine image of the map, as a share of the layout's radius.
    displacement = 10.0;
    /// Share of the mainland of a group that is not connected.
    pieces = 12.0;
    /// Share of islands that are farther than a knight's move from all of their nearest places.
    near_island = 7.0;
    /// Share of islands that touch a mainland by an edge.
    sea_island = 3.0;
    /// Each cell without a tile inside the mainland.
    hole = 0.06;
}
