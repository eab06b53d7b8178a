//! Arranges the annotated periods: bands behind the plot, with their names in rows above it.

use crate::base::geom::Point;
use crate::base::order::ordered;
use crate::base::text::fitted;
use crate::layout::label::Label;
use crate::layout::lettering::Lettering;
use crate::layout::scale::TimeScale;
use crate::model::dataset::Dataset;

/// The band of a period, from the first row of names to the bottom of the plot.
#[derive(Clone, Debug)]
pub struct PeriodBand {
    /// The left edge.
    pub left: f64,
    /// The right edge.
    pub right: f64,
    /// The name; empty if no row has room for it.
    pub label: Label,
}

/// The y of the first row of names, in CSS pixels.
pub const TOP: f64 = 10.0;

/// The height of a row of names.
const ROW: f64 = 15.0;

/// The space before a name and after it.
const PAD: f64 = 4.0;

/// The maximal number of rows, on a narrow figure and on others.
const ROWS: [usize; 2] = [2, 3];

/// The bands of the periods that are on the timeline, and the bottom of their names. A name begins at the left edge of
/// its band, or ends at the right edge of the plot. It is in the first row in which it overlaps no other name.
pub(super) fn periods(
    dataset: &Dataset,
    lettering: &Lettering<'_>,
    scale: &TimeScale,
    narrow: bool,
) -> (Vec<PeriodBand>, f64) {
    let Lettering { messages, measure, small } = *lettering;
    let more = lettering.more();
    let line = ROW + more;
    let (start, end) = scale.range;
    let (mut bands, mut bottom) = (Vec::new(), TOP + more);
    let mut free = vec![0.0; ROWS[usize::from(!narrow)]];
    let all = dataset.periods();
    // The periods are in chronological order, so that a name can overlap only names of earlier periods.
    for place in ordered(all.len(), &|a, b| all[a].from.first() > all[b].from.first()) {
        let period = &all[place];
        let x = |day| scale.x(scale.clamp(day));
        let (left, right) = (x(period.from.first()), x(period.until.last().plus(1)));
        // A period outside of the timeline has no length on the scale.
        if left >= right {
            continue;
        }
        let mut text = fitted(measure, period.label.nearest(messages.lang()), small, false, end - start - PAD);
        let width = measure.width(&text, small, false) + PAD;
        let mut at = Point::new(left.min(end - width), TOP);
        match free.iter().position(|free| *free <= at.x) {
            Some(row) => {
                free[row] = at.x + width + PAD;
                at.y += line * row as f64;
                bottom = bottom.max(at.y + line);
            }
            None => text.clear(),
        }
        bands.push(PeriodBand {
            left,
            right,
            label: Label { text, at: Point::new(at.x + PAD, at.y + line / 2.0), size: small },
        });
    }
    (bands, bottom)
}
