//! Random intents on a chart of a random dataset.

use arbitrary::Unstructured;
use banspread::{Chart, Estimate};

use crate::pictures::{self, PARTS};
use crate::{draft, steps};

/// The most intents of an input. More of them take time and lead nowhere new.
const MOST: usize = 24;

/// An update names each part that has changed, and the picture and the words of each state can be made.
pub fn check(bytes: &[u8]) {
    let mut bytes = Unstructured::new(bytes);
    let Some(dataset) = draft::dataset(&mut bytes) else { return };
    let mut chart = Chart::new(dataset, Box::new(Estimate));
    let mut before = PARTS.map(|part| chart.scene(part));
    for _ in 0..MOST {
        if bytes.is_empty() {
            break;
        }
        let Ok(intent) = steps::intent(&mut bytes) else { return };
        let told = format!("{intent:?}");
        let update = chart.apply(intent);
        let after = PARTS.map(|part| chart.scene(part));
        for part in PARTS {
            let differs = before[part as usize] != after[part as usize];
            assert!(!differs || update.draws(part), "{told} changes {part:?}, and says {update:?}");
        }
        before = after;
        let (first, last) = chart.view().domain;
        assert!((first..=last).contains(&chart.view().day), "{told}");
    }
    pictures::check(&chart);
    chart.describe();
    chart.info();
    chart.table();
    chart.status_report();
}
