//! The weights of the goals of a layout.

use anyhow::{Result, bail};

macro_rules! weights {
    ($($(#[doc = $doc:literal])* $name:ident = $value:literal;)*) => {
        /// How much each goal weighs, in points of cost. A share (of borders, of pairs) costs its weight when all of it
        /// is lost.
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
    /// What a border counts more for each 1,000 km of its length, up to 4,000, as part of `touch` and `close`.
    long = 0.1;
    /// Each cell that neighbours are farther apart than two.
    stretch = 0.03;
    /// Share of the near pairs' order, west to east and north to south.
    order_near = 6.0;
    /// Mean angle of the near pairs against the true one, per 90 degrees.
    angle_near = 6.0;
    /// The same of neighbours.
    angle_neighbours = 6.0;
    /// As `order_near`, of the largest places.
    order_large = 6.0;
    /// As `angle_near`, of the largest places.
    angle_large = 6.0;
    /// As `order_near`, of all pairs.
    order_all = 12.0;
    /// As `angle_near`, of all pairs.
    angle_all = 3.0;
    /// Each two neighbours drawn more than 90 degrees off.
    flip = 0.05;
    /// Each edge between places over 1,000 km apart, per 1,000 km up to three.
    wrong = 0.12;
    /// Each edge between places 400 to 1,000 km apart.
    unlike = 0.0;
    /// Each two touching tiles of different groups without a border; twice by an edge.
    strait = 0.05;
    /// Each rule that is broken, times its own weight; half for a tie.
    rule = 0.4;
    /// Each two tiles that touch across an ocean; a quarter where they are two cells apart.
    ocean = 1.5;
    /// Each column that two tiles on different sides of an ocean lack of three between them.
    atlantic = 0.004;
    /// Displacement from the best affine image of the map, as a share of the layout's radius.
    displacement = 10.0;
    /// Share of a group's mainland that does not hang together.
    pieces = 12.0;
    /// Share of the islands farther than a knight's move from all of the places nearest to them.
    near_island = 7.0;
    /// Share of the islands that touch a mainland by an edge.
    sea_island = 3.0;
    /// Each cell without a tile within the mainland.
    hole = 0.06;
}
