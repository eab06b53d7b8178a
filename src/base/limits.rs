//! How much a dataset may hold, so that no file keeps a page or the command busy for long.

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of the text.
    Bytes,
    /// Rows of a CSV file that are not blank.
    Rows,
    /// Columns of a CSV file.
    Columns,
    /// Cells of a CSV file that are not blank.
    Cells,
    /// Statuses.
    Statuses,
    /// Entities, without the places of a built-in grid.
    Entities,
    /// Tiles of a dataset's own grid.
    Tiles,
    /// Countries that one bloc or company acts in.
    Countries,
    /// Events.
    Events,
    /// Sources of one event.
    Sources,
    /// Corrections of one event.
    Corrections,
    /// Steps of the tour.
    Steps,
    /// Languages of one text, of the columns of a CSV file, and of all words of the statuses together.
    Languages,
    /// Letters of one id, name, label or outlet, of one form of a word about a number, and of the field of a correction: they
    /// stand in many places.
    NameLetters,
    /// Letters of any other text.
    Letters,
    /// Errors that are told, and as many warnings; the others are counted.
    Findings,
}

const COUNT: usize = Limit::Findings as usize + 1;

/// By [`Limit`]: its name, as in `--limit events=50000`.
pub const LIMIT_NAMES: [&str; COUNT] = [
    "bytes",
    "rows",
    "columns",
    "cells",
    "statuses",
    "entities",
    "tiles",
    "countries",
    "events",
    "sources",
    "corrections",
    "steps",
    "languages",
    "name-letters",
    "letters",
    "findings",
];

impl Limit {
    /// One of [`LIMIT_NAMES`].
    pub fn name(self) -> &'static str {
        LIMIT_NAMES[self as usize]
    }
}

/// A number for each [`Limit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([usize; COUNT]);

/// `docs/format.md` lists them.
impl Default for Limits {
    fn default() -> Self {
        Self([5_000_000, 25_000, 1_000, 300_000, 40, 2_000, 2_000, 300, 20_000, 100, 100, 200, 60, 300, 5_000, 100])
    }
}

/// A limit that is as good as none.
const LARGEST: f64 = i32::MAX as f64;

impl Limits {
    /// Nothing is limited.
    pub fn none() -> Self {
        Self([usize::MAX; COUNT])
    }

    /// The default limits, multiplied by a factor. A factor below 1 counts as 1. The limit of findings stays: it is for readers.
    pub fn times(factor: f64) -> Self {
        let mut limits = Self::default();
        if factor > 1.0 {
            for most in &mut limits.0[..Limit::Findings as usize] {
                // Plain script has no conversion that ends at the largest number.
                *most = (*most as f64 * factor).min(LARGEST) as usize;
            }
        }
        limits
    }

    /// The largest number that is allowed.
    pub fn of(&self, limit: Limit) -> usize {
        self.0[limit as usize]
    }

    /// Sets the limit of this name; `None` where there is no such limit.
    pub fn set(&mut self, name: &str, most: usize) -> Option<()> {
        let place = LIMIT_NAMES.iter().position(|known| *known == name)?;
        self.0[place] = most;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_set_by_its_name() {
        let mut limits = Limits::default();
        assert_eq!(limits.set("sources", 7), Some(()));
        assert_eq!((limits.of(Limit::Sources), limits.of(Limit::Events)), (7, 20_000));
        assert_eq!(limits.set("source", 7), None);
        assert_eq!((Limit::Bytes.name(), Limit::Findings.name()), ("bytes", "findings"));
        assert_eq!((Limit::Sources.name(), Limit::Letters.name()), ("sources", "letters"));
    }

    #[test]
    fn limits_are_multiplied_and_not_lowered() {
        let events = |factor| Limits::times(factor).of(Limit::Events);
        assert_eq!([events(2.5), events(0.1), events(-1.0), events(f64::NAN)], [50_000, 20_000, 20_000, 20_000]);
        let endless = Limits::times(f64::INFINITY);
        assert_eq!([endless.of(Limit::Letters), endless.of(Limit::Findings)], [LARGEST as usize, 100]);
    }
}
