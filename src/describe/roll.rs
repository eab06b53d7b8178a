//! All events of a status.

use crate::describe::records::{Roll, RollEntry, RollSource};
use crate::describe::story;
use crate::frame::Frame;
use crate::model::entity::EntityId;
use crate::model::event::{DateKind, Source};

/// Every entity's status on the date shown, as data. Names are the dataset's.
pub fn roll(frame: &Frame<'_>) -> Roll {
    let dataset = frame.dataset;
    let counts = frame.index.counts(frame.view.day);
    Roll {
        date: frame.view.day.to_string(),
        story: story::story(frame).text,
        counts: dataset.statuses().iter().map(|status| status.id.clone()).zip(counts.iter().copied()).collect(),
        entities: (0..dataset.entities().len()).map(|entity| roll_entry(frame, entity)).collect(),
    }
}

fn roll_entry(frame: &Frame<'_>, id: EntityId) -> RollEntry {
    let dataset = frame.dataset;
    let entity = &dataset.entities()[id];
    let spell = frame.snapshot.spell(id);
    let event = spell.map(|spell| &dataset.events()[spell.event]);
    RollEntry {
        id: entity.id.clone(),
        name: entity.name.own().to_owned(),
        kind: entity.kind,
        acts_in: entity.acts_in.iter().map(|country| dataset.entities()[*country].id.clone()).collect(),
        status: spell.map(|spell| dataset.statuses()[spell.status].id.clone()),
        since: event.map(|event| event.date.to_string()),
        decided: event.is_some_and(|event| event.date_kind == DateKind::Decision),
        title: event.map(|event| event.title.own().to_owned()),
        confidence: event.and_then(|event| event.confidence),
        sources: event.map_or(&[][..], |event| &event.sources).iter().map(roll_source).collect(),
    }
}

fn roll_source(source: &Source) -> RollSource {
    RollSource {
        outlet: source.outlet.clone(),
        date: source.date.map(|date| date.to_string()),
        url: source.url.clone(),
    }
}
