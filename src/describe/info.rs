//! The texts beside the picture that do not change with the date.

use crate::context::RenderContext;
use crate::describe::grounds::paler;
use crate::describe::period::period;
use crate::describe::phrasing::{Phrasing, maybe_tagged, tagged};
use crate::describe::records::{GroupsTab, Info, Step, TaggedText};
use crate::describe::{story, weights};
use crate::i18n::messages::Messages;
use crate::layout::groups::{groups_of, has_map};
use crate::layout::lane_order::has_lanes;
use crate::model::entity::EntityKind;
use crate::model::localized_text::LocalizedText;

/// The texts beside the picture that do not change with the date.
pub fn info(context: &RenderContext<'_>) -> Info {
    let dataset = context.dataset;
    Info {
        title: tagged(context, dataset.title()),
        subtitle: dataset.subtitle().map(|text| tagged(context, text)),
        story: story::story(context),
        steps: steps(context),
        first: context.view.domain.0.to_string(),
        last: context.view.domain.1.to_string(),
        fits: context.view.fits,
        map: has_map(dataset),
        lanes: has_lanes(context.dataset, context.index, context.view),
        groups: groups(context),
        bases: dataset.has_bases() == (true, true),
        paler: paler(context).map(str::to_owned),
        units: weights::units(context),
        description: dataset.description().map(|text| tagged(context, text)),
        footnotes: footnotes(context),
        periods: dataset.periods().iter().map(|one| period(context, one)).collect(),
        license: dataset.license().map(|text| tagged(context, text)),
        updated: context.messages.date(dataset.updated()),
    }
}

/// The tab of the entities that are not on the map.
pub(crate) fn groups(context: &RenderContext<'_>) -> Option<GroupsTab> {
    let groups = groups_of(context.dataset);
    let kinds: Vec<EntityKind> = groups.iter().map(|(kind, _)| *kind).collect();
    let name = match kinds.as_slice() {
        [] => return None,
        [only] => only.group(),
        [EntityKind::Bloc, EntityKind::Company] => "groups",
        // The world grid does not contain a few countries, which a dataset may contain.
        [.., EntityKind::Bloc, EntityKind::Company] => "groups_more",
        _ => "off_map",
    };
    let count = groups.iter().map(|(_, members)| members.len()).sum();
    Some(GroupsTab { name: context.messages.text(name).to_owned(), count })
}

fn steps(context: &RenderContext<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for stop in context.dataset.tour() {
        let date = context.messages.date(stop.date);
        steps.push(Step { date, title: tagged(context, &stop.title), text: maybe_tagged(context, &stop.text) });
    }
    steps
}

/// The footnotes of all entities in the figure, each with the name of its entity: `Taiwan: …`. Then the descriptions of
/// the scopes, and, if weights are counted, the notes about weights.
fn footnotes(context: &RenderContext<'_>) -> Vec<TaggedText> {
    let mut footnotes = Vec::new();
    let mut add = |words: &Option<LocalizedText>, name: &dyn Fn(&Messages) -> String| {
        if let Some(words) = words {
            let messages = Phrasing::with(context, words).messages;
            let values = [("name", &*name(messages)), ("status", words.nearest(messages.lang()))];
            let TaggedText { lang, .. } = tagged(context, words);
            footnotes.push(TaggedText { text: messages.fill("standing", &values), lang });
        }
    };
    for entity in context.dataset.entities().iter().filter(|entity| entity.shown) {
        add(&entity.footnote, &|messages| messages.name(entity).to_owned());
    }
    for scope in context.dataset.scopes() {
        add(&scope.description, &|messages| scope.label.nearest(messages.lang()).to_owned());
    }
    if context.view.weighted {
        footnotes.append(&mut weights::notes(context));
    }
    footnotes
}
