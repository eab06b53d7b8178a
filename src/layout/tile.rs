//! A tile of the map, and the text on it.

use crate::base::geom::Rect;
use crate::layout::label::Label;
use crate::layout::lettering::Lettering;
use crate::model::dataset::Dataset;
use crate::model::id::EntityId;
use crate::theme::SMALL;

/// The tile of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct TileBox {
    /// The entity.
    pub entity: EntityId,
    /// The cell: the tile with its share of the gap. Cells do not overlap.
    pub cell: Rect,
    /// The visible rectangle, inside of the cell.
    pub rect: Rect,
    /// The text on the tile; may be empty.
    pub label: Label,
}

/// The minimal width of a cell with a code. On narrower cells the code is not readable.
const CODED: f64 = 15.0;

/// The minimal width of a cell with a name instead of a code, if the name fits. Names have 10 to 12 CSS pixels, so that
/// they look alike.
const NAMED: f64 = 48.0;

const NAME: f64 = 12.0;
const SMALLEST_NAME: f64 = 10.0;
const NAME_PAD: f64 = 8.0;

/// The minimal font size of a code, and if the reader has enlarged the text.
const SMALLEST_CODE: f64 = 7.0;
const SMALLEST_ENLARGED: f64 = 10.0;

pub(crate) fn country(dataset: &Dataset, lettering: &Lettering<'_>, entity: EntityId, cell: Rect) -> TileBox {
    let Lettering { messages, measure, .. } = *lettering;
    let scale = lettering.small / SMALL;
    // The gap is on the right and at the bottom only, so that tiles begin at whole pixels.
    let gap = if cell.width >= 24.0 { 2.0 } else { 1.0 };
    let rect = Rect::new(cell.x, cell.y, cell.width - gap, cell.height - gap);
    let of = dataset.entity(entity);
    let wide = cell.width >= NAMED;
    let usual = if wide { NAME } else { (cell.width * 0.42).clamp(8.0, 14.0).round() };
    let size = usual * scale;
    let smallest = if scale > 1.0 { SMALLEST_ENLARGED } else { SMALLEST_CODE };
    // A name, or a label of the dataset, can be longer than a code. It gets the largest font size with which it fits.
    let fit = |text: &str, largest: f64, smallest: f64, width: f64| {
        let mut size = largest;
        while size >= smallest {
            if measure.width(text, size, true) <= width {
                return Some((text.to_owned(), size));
            }
            size -= 1.0;
        }
        None
    };
    let code = of.label.as_ref().map_or(of.id.as_str(), |label| label.nearest(messages.lang()));
    let named = if wide { fit(messages.name(of), size, SMALLEST_NAME * scale, rect.width - NAME_PAD) } else { None };
    let coded = if cell.width >= CODED { fit(code, size, smallest, rect.width) } else { None };
    let (text, size) = named.or(coded).unwrap_or((String::new(), size));
    TileBox { entity, cell, rect, label: Label { text, at: rect.center(), size } }
}
