//! The status of every entity as of a day, as data.

use crate::context::RenderContext;
use crate::describe::records::{StatusReport, StatusReportEntry, StatusReportSource, Weighed};
use crate::describe::story;
use crate::model::event::{DateKind, Source};
use crate::model::id::EntityId;

/// The status of every entity as of the current date, as data. Names are in the language of the dataset.
pub fn status_report(context: &RenderContext<'_>) -> StatusReport {
    let dataset = context.dataset;
    let counts = context.index.counts(context.view.day);
    let weights = context.index.amounts(context.view.day, true);
    let ids = || dataset.statuses().iter().map(|status| status.id.clone());
    StatusReport {
        date: context.view.day.to_string(),
        story: story::story(context).text,
        counts: ids().zip(counts.iter().copied()).collect(),
        weights: dataset.weights().map(|_| Weighed(ids().zip(weights).collect())),
        entities: dataset.entity_ids().map(|entity| entry_of(context, entity)).collect(),
    }
}

fn entry_of(context: &RenderContext<'_>, id: EntityId) -> StatusReportEntry {
    let dataset = context.dataset;
    let entity = dataset.entity(id);
    let spell = context.snapshot.spell(id);
    let event = spell.map(|spell| dataset.event(spell.event));
    let ground = spell.map(|spell| dataset.ground(&spell, context.view.day));
    let scope = ground.map_or(&[][..], |ground| &ground.scope);
    StatusReportEntry {
        id: entity.id.clone(),
        name: entity.name.own().to_owned(),
        kind: entity.kind,
        acts_in: entity.acts_in.iter().map(|country| dataset.entity(*country).id.clone()).collect(),
        exists: context.absence(id, context.view.day).is_none(),
        status: spell.map(|spell| dataset.status(spell.status).id.clone()),
        since: event.map(|event| event.date.to_string()),
        decided: event.is_some_and(|event| event.date_kind == DateKind::Decision),
        title: event.map(|event| event.title.own().to_owned()),
        basis: ground.and_then(|ground| ground.basis),
        scope: scope.iter().map(|scope| dataset.scope(*scope).id.clone()).collect(),
        old_evidence: spell
            .and_then(|spell| dataset.old_evidence(&spell, context.view.day))
            .map(|date| date.to_string()),
        confidence: event.and_then(|event| event.confidence),
        sources: event.map_or(&[][..], |event| &event.sources).iter().map(source_of).collect(),
    }
}

fn source_of(source: &Source) -> StatusReportSource {
    StatusReportSource {
        outlet: source.outlet.clone(),
        date: source.date.map(|date| date.to_string()),
        url: source.url.clone(),
    }
}
