//! Steps of the tour: their dates and entities.

use crate::base::date::{Day, PartialDate};
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail};
use crate::format::node::Node;
use crate::model::dataset::extent;
use crate::model::event::Event;
use crate::model::tour::TourStep;
use crate::model::window::Window;
use crate::validate::entities::Entities;
use crate::validate::values::{date, filled_localized, localized};

/// The steps in the order of the file. Steps of the wrong type are left out; they have a finding already.
pub(crate) fn tour(
    node: &Node,
    root: &Trail<'_>,
    entities: &Entities,
    events: &[Event],
    updated: Option<PartialDate>,
    window: Window,
    findings: &mut Findings,
) -> Vec<TourStep> {
    let list = root.field("tour");
    // Where an event cannot be read, nobody knows on which days the timeline begins and ends.
    let ends =
        updated.filter(|_| cfg!(explain) && !findings.errors).and_then(|updated| window.of(extent(events, updated)));
    let mut stops = Vec::new();
    for (index, node) in node.items_of("tour").iter().enumerate() {
        let item = list.item(index);
        let about = node.text_of("entity").unwrap_or_default();
        let entity = entities.known(about, &item.field("entity"), findings);
        let Some(date) = date(node, "date") else { continue };
        if let Some(ends) = ends {
            on_the_timeline(date, date.last(), ends, &item.field("date"), findings);
        }
        let title = filled_localized(node, "title", &findings.lang);
        stops.push(TourStep { date, entity, title, text: localized(node, "text", &findings.lang) });
    }
    stops
}

/// Notes days from a date to a last day that no place of the timeline stands for.
pub(super) fn on_the_timeline(
    date: PartialDate,
    until: Day,
    (first, last): (Day, Day),
    at: &Trail<'_>,
    findings: &mut Findings,
) {
    if until < first || last < date.first() {
        findings.warn(at, || {
            (Fault::OffTimeline { date: date.to_string(), first: first.to_string(), last: last.to_string() }, None)
        });
    }
}
