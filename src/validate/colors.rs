//! Whether the colours of statuses can be distinguished with every kind of colour vision. Natively and in the checker
//! only.

use crate::base::vision::Vision;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::format::fields::PATTERNS;
use crate::format::node::Node;
use crate::validate::values::{color, word};

/// The least CIEDE2000 difference of two statuses that are neighbours in the areas of the timeline, for every kind of
/// colour vision.
pub(crate) const APART: f64 = 10.0;

/// Adds a warning for neighbours in the list of statuses whose colours look alike.
pub(crate) fn apart(statuses: &[Node], list: &Trail<'_>, findings: &mut Findings) {
    // Only neighbours are compared: their areas touch each other on the timeline. Patterns and labels distinguish other
    // pairs.
    for (index, pair) in statuses.windows(2).enumerate() {
        for theme in ["light", "dark"] {
            let (Some(first), Some(second)) = (color(&pair[0], theme), color(&pair[1], theme)) else { continue };
            let difference = |vision: &Vision| (*vision, vision.difference(first, second));
            let alike: Vec<String> = Vision::ALL
                .iter()
                .map(difference)
                .filter(|(_, difference)| *difference < APART)
                .map(|(vision, difference)| format!("{} in {vision}", tenths(difference)))
                .collect();
            if alike.is_empty() {
                continue;
            }
            let item = list.item(index + 1);
            findings.warn(&item.field("color").field(theme), || {
                let [first, second] = [0, 1].map(|place| pair[place].text_of("id").unwrap_or_default().to_owned());
                let [one, other] = [0, 1].map(|place| PATTERNS[word(&pair[place], "pattern", &PATTERNS)]);
                let instead = if one == other {
                    "make one colour lighter or darker, and use different patterns".to_owned()
                } else {
                    format!("make one colour lighter or darker; now only the patterns \"{one}\" and \"{other}\" differ")
                };
                (Fault::Alike { first, second, theme, alike: alike.join(", ") }, help(&instead))
            });
        }
    }
}

/// The number with one decimal, rounded down, so that an insufficient difference never looks sufficient.
fn tenths(number: f64) -> String {
    let tenths = (number * 10.0) as u32;
    format!("{}.{}", tenths / 10, tenths % 10)
}
