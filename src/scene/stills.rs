//! Stills: pictures for print and feeds that show the whole story without a date. For builds that write SVG.

pub mod history;
pub mod years;

use crate::base::text::TextMeasure;
use crate::context::RenderContext;
use crate::scene::figure::Sheet;
use crate::scene::mark::Scene;

/// A picture of the whole period of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Still {
    /// The map, with the history of each entity on its tile.
    History,
    /// A small map for each year.
    Years,
}

/// Composes a still: title, period, legend and picture, with a margin on all sides.
pub fn still(context: &RenderContext<'_>, measure: &dyn TextMeasure, still: Still) -> Scene {
    let (first, last) = context.view.domain;
    let mut sheet = Sheet::new(context, measure);
    let messages = context.messages;
    let ((year, month, _), to) = (first.ymd(), messages.month_of(last));
    let whole = month == 1 && year < last.ymd().0;
    let from = if whole { messages.whole_year(year) } else { messages.month_of(first) };
    let period = if from == to { to } else { messages.fill("period", &[("from", &from), ("to", &to)]) };
    let sentence = context.messages.text(match still {
        Still::History => "history_tiles",
        Still::Years => "year_maps",
    });
    sheet.story(&period, sentence);
    sheet.legend(false);
    sheet.part(match still {
        Still::History => history::history(context, measure),
        Still::Years => years::years(context, measure),
    });
    sheet.omitted();
    sheet.finish()
}
