//! The index of a random dataset.

use arbitrary::Unstructured;
use banspread::{Day, Index};

use crate::{draft, naive};

/// The index agrees with a slow walk over all events, on each day around a change and on a random one.
pub fn check(bytes: &[u8]) {
    let mut bytes = Unstructured::new(bytes);
    let Some(dataset) = draft::dataset(&mut bytes) else { return };
    let index = Index::new(&dataset);
    let changes = index.change_days();
    assert!(changes.is_sorted_by(|a, b| a < b), "{changes:?}");
    let random = Day::from_number(bytes.int_in_range(-720_000..=2_940_000).unwrap_or_default());
    let around = changes.iter().flat_map(|day| [day.plus(-1), *day, day.plus(1)]);
    for day in around.chain([random]) {
        let snapshot = index.as_of(day);
        let mut counts = vec![0; dataset.statuses().len()];
        for entity in dataset.entity_ids() {
            let expected = naive::status(&dataset, entity, day);
            assert_eq!(snapshot.status(entity).map(|status| status.index()), expected, "{entity:?} on {day}");
            if let Some(status) = expected.filter(|_| dataset.entity(entity).kind == dataset.counted()) {
                counts[status] += 1;
            }
        }
        assert_eq!(index.counts(day), counts, "{day}");
        assert!(index.amounts(day, true).iter().all(|sum| sum.is_finite()), "{day}");
    }
    for day in changes {
        assert!(!index.changes(day.plus(-1), *day).is_empty(), "nothing changes on {day}");
    }
}
