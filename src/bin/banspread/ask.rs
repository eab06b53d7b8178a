//! Answers about a dataset.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use banspread::base::date::Day;
use banspread::format::write::escaped;
use banspread::layout::timeline;
use banspread::model::dataset::Dataset;
use banspread::model::event::Event;
use banspread::model::id::{EntityId, StatusId};
use banspread::model::index::Spell;
use banspread::model::status::NO_DATA;
use banspread::{Index, PartialDate};

use crate::file::{self, visible};
use crate::{Moment, Origin};

/// Prints the status of each entity on a day: a sentence and one line for each entity that has a status or does not
/// exist on this day, or JSON.
pub(crate) fn describe(moment: &Moment, json: bool) -> Result<()> {
    let chart = file::chart(moment)?;
    if json {
        return file::print_json(&chart.status_report());
    }
    let mut text = visible(&chart.describe().spoken.text) + "\n";
    for entity in chart.dataset().entity_ids() {
        let day = chart.view().day;
        let absent = chart.dataset().entity(entity).lifetime.absence(day).is_some();
        if absent || chart.index().spell_on(entity, day).is_some() {
            writeln!(text, "  {}", visible(&chart.tile_name(entity).text))?;
        }
    }
    file::print(&text)
}

/// Prints the whole story of a dataset in one sentence.
pub(crate) fn story(moment: &Moment) -> Result<()> {
    file::print(&(visible(&file::chart(moment)?.info().story.text) + "\n"))
}

/// Prints a CSV table with the number of entities with each status: on one day, or on each day of change.
pub(crate) fn counts(moment: &Moment) -> Result<()> {
    let dataset = file::dataset(&moment.origin)?;
    let index = Index::new(&dataset);
    let days = match moment.date {
        Some(date) => vec![date.first()],
        None => index.change_days().to_vec(),
    };
    let mut text = "date".to_owned();
    for status in dataset.statuses() {
        write!(text, ",{}", escaped(&visible(&status.id)))?;
    }
    text.push('\n');
    let mut before: Option<&[u32]> = None;
    for day in days {
        let counts = index.counts(day);
        // Some entities are not counted. On a day with changes of such entities only, the line would repeat the
        // previous line.
        if before == Some(counts) {
            continue;
        }
        before = Some(counts);
        write!(text, "{day}")?;
        for count in counts {
            write!(text, ",{count}")?;
        }
        text.push('\n');
    }
    file::print(&text)
}

/// Prints the entities whose status differs between two days.
pub(crate) fn changes(from: Option<PartialDate>, to: Option<PartialDate>, origin: &Origin) -> Result<()> {
    let dataset = file::dataset(origin)?;
    let index = Index::new(&dataset);
    let (first, last) = timeline::domain(&dataset);
    let (from, to) = (from.map_or(first, PartialDate::first), to.map_or(last, PartialDate::first));
    if to < from {
        bail!("--to {to} is earlier than --from {from}");
    }
    let id = |entity: EntityId, status: Option<StatusId>, day: Day| {
        let gone = dataset.entity(entity).lifetime.absence(day).is_some();
        visible(status.map_or(if gone { "absent" } else { NO_DATA }, |status| &dataset.status(status).id))
    };
    let mut text = format!("{from} to {to}\n");
    for change in index.changes(from, to) {
        let entity = dataset.entity(change.entity);
        let when = index.spell_on(change.entity, to).map(|spell| since(&dataset, spell)).unwrap_or_default();
        let (code, name) = (visible(&entity.id), visible(entity.name.own()));
        let (old, new) = (id(change.entity, change.from, from), id(change.entity, change.to, to));
        writeln!(text, "{code:<6} {name}: {old} -> {new}{when}")?;
    }
    file::print(&text)
}

/// Prints the entities in the order in which they first had a status. An imprecise date counts as its last possible day:
/// of 2019 and May 2019, May is first.
pub(crate) fn first(status: Option<&str>, origin: &Origin) -> Result<()> {
    let dataset = file::dataset(origin)?;
    let index = Index::new(&dataset);
    let status = match status {
        None => StatusId::new(0),
        Some(id) => dataset.status_id(id).with_context(|| {
            let known: Vec<&str> = dataset.statuses().iter().map(|status| status.id.as_str()).collect();
            format!("unknown status: \"{id}\" (one of: {})", known.join(", "))
        })?,
    };
    let mut found: Vec<(EntityId, &Event)> = dataset
        .entity_ids()
        .filter_map(|entity| {
            let own = index.spells(entity).iter().filter(|spell| spell.status == status);
            let events = own.map(|spell| dataset.event(spell.event));
            Some((entity, events.min_by_key(|event| event.date.last())?))
        })
        .collect();
    // Entities of one day keep the order of the dataset.
    found.sort_by_key(|(entity, event)| (event.date.last(), *entity));
    let mut text = String::new();
    for (place, (entity, event)) in found.into_iter().enumerate() {
        let entity = dataset.entity(entity);
        let (name, title) = (visible(entity.name.own()), visible(event.title.own()));
        writeln!(text, "{:>3}. {:<11} {name}: {title}", place + 1, event.date.to_string())?;
    }
    file::print(&text)
}

/// The date and the first source of the event that began a spell: ` (2020-07-14, Reuters)`.
fn since(dataset: &Dataset, spell: Spell) -> String {
    let event = dataset.event(spell.event);
    let outlet = event.sources.first().map(|source| format!(", {}", visible(&source.outlet))).unwrap_or_default();
    format!(" ({}{outlet})", event.date)
}
