//! What the cells of a column look like, counted in a sample of the rows.

use std::collections::BTreeSet;

use crate::format::fields::KINDS;
use crate::import::dates::{looks_like_date, month_of};
use crate::import::places::{Found, find};
use crate::import::table::{Table, is_url, number};
use crate::import::words::says_nothing;
use crate::model::grid::{US_STATES, WORLD};

/// The most different cells that are counted.
const MOST_VALUES: usize = 200;

/// Numbers of cells.
#[derive(Debug, Default)]
pub(super) struct Profile {
    pub(super) filled: usize,
    /// Different cells that say something, up to a limit.
    pub(super) different: usize,
    /// Cells that are dates, and cells that are dates if the name says so.
    pub(super) dates: usize,
    pub(super) dates_if_named: usize,
    pub(super) numbers: usize,
    pub(super) years: usize,
    pub(super) small_numbers: usize,
    pub(super) months: usize,
    pub(super) urls: usize,
    /// Different cells that are places of the world or of the United States.
    pub(super) places: usize,
    /// Cells of two or three capital letters.
    pub(super) codes: usize,
    pub(super) kinds: usize,
    pub(super) letters: usize,
    pub(super) samples: Vec<String>,
}

/// How many cells the report shows of each column.
const SAMPLES: usize = 3;

impl Profile {
    pub(super) fn of(table: &Table<'_>, column: usize) -> Self {
        let mut found = Self::default();
        let mut values = BTreeSet::new();
        for row in table.sample() {
            let cell = table.cell(row, column);
            if cell.is_empty() || says_nothing(cell) {
                continue;
            }
            found.add(cell);
            if values.len() < MOST_VALUES && values.insert(cell.to_lowercase()) && found.samples.len() < SAMPLES {
                found.samples.push(cell.to_owned());
            }
        }
        found.different = values.len();
        let in_grid = |grid: &str| values.iter().filter(|cell| matches!(find(cell, grid), Found::Exact(_))).count();
        found.places = in_grid(WORLD).max(in_grid(US_STATES));
        found
    }

    fn add(&mut self, cell: &str) {
        self.filled += 1;
        self.letters += cell.chars().count();
        self.dates += usize::from(looks_like_date(cell, false));
        self.dates_if_named += usize::from(looks_like_date(cell, true));
        self.urls += usize::from(is_url(cell));
        self.codes += usize::from((2..4).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_uppercase()));
        self.kinds += usize::from(KINDS.contains(&cell.to_lowercase().as_str()));
        self.months += usize::from(month_of(&cell.to_lowercase()).is_some());
        if let Some(number) = number(cell) {
            self.numbers += 1;
            self.years += usize::from((1.0..=9_999.0).contains(&number) && number.fract() == 0.0 && cell.len() == 4);
            self.small_numbers += usize::from((0.0..=31.0).contains(&number) && number.fract() == 0.0);
        }
    }

    /// Whether this part of the cells is at least that percentage.
    pub(super) fn share(&self, part: usize, percent: usize) -> bool {
        self.filled > 0 && part * 100 >= self.filled * percent
    }

    /// Whether the column is mostly names of places.
    pub(super) fn is_places(&self, percent: usize) -> bool {
        self.different > 0 && self.places * 100 >= self.different * percent
    }

    /// The mean number of letters of a cell.
    pub(super) fn length(&self) -> usize {
        self.letters.checked_div(self.filled).unwrap_or(0)
    }
}
