//! The annotated periods: from when to when, and with which name.

use crate::base::date::PartialDate;
use crate::diagnostics::findings::{Findings, Trail};
use crate::format::node::Node;
use crate::model::dataset::extent;
use crate::model::event::Event;
use crate::model::period::Period;
use crate::model::window::Window;
use crate::validate::tour::on_the_timeline;
use crate::validate::values::{date, filled_localized, forwards};

/// The periods in the order of the file; without periods of the wrong type, which have a finding already.
pub(crate) fn periods(
    node: &Node,
    root: &Trail<'_>,
    events: &[Event],
    updated: Option<PartialDate>,
    window: Window,
    findings: &mut Findings,
) -> Vec<Period> {
    let list = root.field("periods");
    // Where an event cannot be read, nobody knows on which days the timeline begins and ends.
    let known = cfg!(explain) && !findings.errors;
    let ends = updated.filter(|_| known).and_then(|updated| window.of(extent(events, updated)));
    let mut periods = Vec::new();
    for (index, node) in node.items_of("periods").iter().enumerate() {
        let item = list.item(index);
        let (from, until) = (date(node, "from"), date(node, "until"));
        forwards(("from", from), ("until", until), &item, findings);
        let (Some(from), Some(until)) = (from, until) else { continue };
        if let Some(ends) = ends {
            on_the_timeline(from, until.last(), ends, &item.field("from"), findings);
        }
        periods.push(Period { label: filled_localized(node, "label", &findings.lang), from, until });
    }
    periods
}
