//! Limits of the size of a dataset. With them no file keeps a page or the command busy for long.

/// A quantity that has a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of the file's text, in UTF-8.
    Bytes,
    /// Rows of a CSV file that are not blank.
    Rows,
    /// Columns of a CSV file.
    Columns,
    /// Cells of a CSV file that are not blank.
    Cells,
    /// Statuses.
    Statuses,
    /// Scopes of the dataset, and of one event.
    Scopes,
    /// Declared entities. The places that a built-in grid adds do not count.
    Entities,
    /// Tiles of a grid that the dataset itself declares.
    Tiles,
    /// Countries in which one bloc or company acts.
    Countries,
    /// Events.
    Events,
    /// Sources of one event.
    Sources,
    /// Corrections of one event.
    Corrections,
    /// Steps of the tour.
    Steps,
    /// Annotated periods.
    Periods,
    /// Languages of one text, of the columns of a CSV file, and of all texts of the statuses together.
    Languages,
    /// Characters of one id, name, label or outlet, of one plural form, and of the field of a correction. The limit is
    /// lower than [`Self::Letters`] because these texts appear in many places.
    NameLetters,
    /// Characters of any other text.
    Letters,
    /// Errors that are reported, and the same number of warnings. Further findings are only counted.
    Findings,
}

const COUNT: usize = Limit::Findings as usize + 1;

/// The name of each [`Limit`], in the order of the variants, as in `--limit events=50000`.
pub const LIMIT_NAMES: [&str; COUNT] = [
    "bytes",
    "rows",
    "columns",
    "cells",
    "statuses",
    "scopes",
    "entities",
    "tiles",
    "countries",
    "events",
    "sources",
    "corrections",
    "steps",
    "periods",
    "languages",
    "name-letters",
    "letters",
    "findings",
];

impl Limit {
    /// The name of the limit, one of [`LIMIT_NAMES`].
    pub fn name(self) -> &'static str {
        LIMIT_NAMES[self as usize]
    }
}

/// The largest allowed number for each [`Limit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([usize; COUNT]);

/// The default limits, in the order of the variants of [`Limit`]. `docs/format.md` lists them.
impl Default for Limits {
    fn default() -> Self {
        Self([
            5_000_000, 25_000, 1_000, 300_000, 40, 20, 2_000, 2_000, 300, 20_000, 100, 100, 200, 20, 60, 300, 5_000,
            100,
        ])
    }
}

/// The largest limit that a factor can give: in practice no limit.
const LARGEST: f64 = i32::MAX as f64;

impl Limits {
    /// No limits: every number is allowed.
    pub fn none() -> Self {
        Self([usize::MAX; COUNT])
    }

    /// The default limits, multiplied by a factor. A factor below 1 counts as 1. The limit of findings is not
    /// multiplied: it keeps reports short enough to read.
    pub fn times(factor: f64) -> Self {
        let mut limits = Self::default();
        if factor > 1.0 {
            for most in &mut limits.0[..Limit::Findings as usize] {
                // The plain script has no saturating conversion from float to integer, so the number is capped first.
                *most = (*most as f64 * factor).min(LARGEST) as usize;
            }
        }
        limits
    }

    /// The largest allowed number.
    pub fn of(&self, limit: Limit) -> usize {
        self.0[limit as usize]
    }

    /// Sets the limit with this name, one of [`LIMIT_NAMES`]. Returns `None` if no limit has this name.
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
