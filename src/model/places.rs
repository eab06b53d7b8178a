//! The places of the built-in grids, as `build.rs` packs them into one text: the grids in the order of
//! [`NAMES`](crate::model::grid::NAMES), then the population, with `|` between them.
//!
//! Most builds embed the text. For the engine and the checker it is a file beside the module, which the shell hands over
//! before it loads a dataset.

/// The part with the population, after those of the grids.
pub(crate) const POPULATION: usize = 5;

/// A part of the text.
pub(crate) fn part(index: usize) -> &'static str {
    packed().split('|').nth(index).unwrap_or_default()
}

#[cfg(embedded)]
fn packed() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/places.txt"))
}

#[cfg(not(embedded))]
pub(crate) use handed_over::hand_over;
#[cfg(not(embedded))]
use handed_over::packed;

#[cfg(not(embedded))]
mod handed_over {
    use std::cell::Cell;

    thread_local! {
        static PACKED: Cell<&'static str> = const { Cell::new("") };
    }

    /// Keeps the text for the life of the module. All charts of a page share it; later calls change nothing. Returns
    /// whether the call is the first.
    pub(crate) fn hand_over(text: String) -> bool {
        let first = packed().is_empty();
        if first {
            PACKED.set(text.leak());
        }
        first
    }

    pub(super) fn packed() -> &'static str {
        PACKED.get()
    }
}
