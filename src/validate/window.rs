//! The window of the timeline: it has an end after its start, and a day of the data.

use crate::base::date::PartialDate;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail};
use crate::format::node::Node;
use crate::model::dataset::extent;
use crate::model::event::Event;
use crate::model::window::Window;
use crate::validate::values::{date, filled, forwards};

pub(crate) fn window(
    node: &Node,
    root: &Trail<'_>,
    events: &[Event],
    updated: Option<PartialDate>,
    findings: &mut Findings,
) -> Window {
    let (start, end) = (date(node, "start"), date(node, "end"));
    let window = Window::between(start, end);
    forwards(("start", start), ("end", end), root, findings);
    // Where something cannot be read, nobody knows on which days the data begins and ends.
    let Some(updated) = updated.filter(|_| !findings.errors) else { return window };
    let days = extent(events, updated);
    if window.of(days).is_none() {
        let name = if window.end.is_some_and(|end| end < days.0) { "end" } else { "start" };
        findings.error(&root.field(name), || {
            let either = format!("write a date from {} to {}, or remove \"{name}\"", days.0, days.1);
            let (first, last) = (days.0.to_string(), days.1.to_string());
            (Fault::OutsideData { date: filled(node, name), first, last }, Some(either))
        });
    }
    if cfg!(explain) && end.is_some_and(|end| days.1 < end.first()) {
        findings.warn(&root.field("end"), || (Fault::Future(filled(node, "end"), updated.to_string()), None));
    }
    window
}
