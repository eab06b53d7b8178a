//! The rows of "Who, when" and their order.

use crate::base::order::ordered;
use crate::model::dataset::Dataset;
use crate::model::id::EntityId;
use crate::model::index::Index;
use crate::view::choices::View;

/// Whether a dataset has a row: whether any entity has a status on any day of the timeline.
pub fn has_lanes(dataset: &Dataset, index: &Index, view: &View) -> bool {
    !lanes_of(dataset, index, view).is_empty()
}

/// The entities with a row, in order. Countries come before blocs, and blocs before companies. The legend and the
/// sentence count only the first kind. The order by the first date is separate for each kind.
pub(super) fn lanes_of(dataset: &Dataset, index: &Index, view: &View) -> Vec<EntityId> {
    let mut keys = Vec::new();
    for entity in dataset.entity_ids() {
        keys.push(key(dataset, index, entity, view));
    }
    let mut rows = Vec::new();
    for place in ordered(keys.len(), &|a, b| keys[a] > keys[b]) {
        if keys[place] < f64::INFINITY {
            rows.push(EntityId::new(place));
        }
    }
    rows
}

/// More days than the calendar has in each direction from day 0.
const GROUP: f64 = 4e6;
/// More groups than a dataset has statuses or entities.
const KIND: f64 = 1e5 * GROUP;

/// The sort key of an entity: its kind, then a group, then a day. The key is one number, because tuples need more code.
/// The key of an entity without a row is infinite.
fn key(dataset: &Dataset, index: &Index, entity: EntityId, view: &View) -> f64 {
    let of = dataset.entity(entity);
    let place = |id: &String| view.sort.as_ref().and_then(|ids| ids.iter().position(|listed| listed == id));
    let own = place(&of.id);
    let mut least = f64::INFINITY;
    for spell in index.spells(entity) {
        if !spell.is_within(view.domain) {
            continue;
        }
        // A date that is only a year or a month counts as its last possible day. Otherwise the row would come before
        // rows with an exact date in the same year, although the order of these dates is not known.
        let mut day = dataset.event(spell.event).date.last().number();
        let mut group = 0;
        if let Some(ids) = &view.sort {
            let listed = own.or_else(|| place(&dataset.status(spell.status).id));
            group = listed.unwrap_or(ids.len() + spell.status.index());
        } else {
            if let Some(end) = spell.end.filter(|end| *end <= view.domain.1) {
                day = day.max(end.number());
            }
            day = -day;
        }
        least = least.min(group as f64 * GROUP + f64::from(day));
    }
    f64::from(of.kind as u8) * KIND + least
}
