//! The rule of statuses as a slow walk over all events, for the comparison with the index.

use banspread::model::id::EntityId;
use banspread::{Dataset, Day};

/// The status of an entity on a day: that of the latest event with a status that has begun, through the last day that
/// the event names, and only while the entity exists.
pub fn status(dataset: &Dataset, entity: EntityId, day: Day) -> Option<usize> {
    if dataset.entity(entity).lifetime.absence(day).is_some() {
        return None;
    }
    let mut held = None;
    let mut since = None;
    for event in dataset.events().iter().filter(|event| event.entity == entity) {
        let Some(status) = event.status else { continue };
        let first = event.date.first();
        if first <= day && since.is_none_or(|since| first >= since) {
            held = Some(status.index()).filter(|_| event.until.is_none_or(|until| day <= until.last()));
            since = Some(first);
        }
    }
    held
}
