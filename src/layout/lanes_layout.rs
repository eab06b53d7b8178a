//! The positions of "Who, when" that are not in the tiles.

use crate::base::geom::Rect;
use crate::layout::bars::Bar;
use crate::layout::label::Label;
use crate::layout::scale::{Tick, TimeScale};

/// The positions that rows have in addition to tiles.
#[derive(Clone, Debug)]
pub struct LanesLayout {
    /// The area of the bars in the part, below the axis.
    pub plot: Rect,
    /// The scale from days to x.
    pub scale: TimeScale,
    /// The ticks of the axis: first days of years, quarters or months.
    pub ticks: Vec<Tick>,
    /// The names on the axis, and whether a name is bold.
    pub names: Vec<(Label, bool)>,
    /// The bars of all rows.
    pub bars: Vec<Bar>,
    /// The height of the rows that have no space in the part. The reader scrolls to them.
    pub hidden: f64,
}

/// The height of the axis above the rows: that of its largest texts. The style sheet of the rows has the same height.
pub const AXIS: f64 = 24.0;
