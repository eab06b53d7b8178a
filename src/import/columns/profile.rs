//! What the cells of a column look like, counted in a sample of the rows.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry::Vacant;

use crate::base::case::small;
use crate::format::fields::KINDS;
use crate::import::dates::{looks_like_date, month_of};
use crate::import::places::{Found, find};
use crate::import::table::{Table, is_url, number};
use crate::import::words::{is_open_end, says_nothing, truth};
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
    /// Cells that are dates or words for an open end.
    pub(super) ends: usize,
    pub(super) numbers: usize,
    pub(super) years: usize,
    pub(super) small_numbers: usize,
    pub(super) months: usize,
    pub(super) urls: usize,
    /// Different cells that are places of the world or of the United States.
    pub(super) places: usize,
    /// The same, with codes in small letters.
    pub(super) places_if_named: usize,
    /// Different cells that mean yes or no: "No" is not Norway.
    pub(super) truths: usize,
    /// Cells of two or three capital letters.
    pub(super) codes: usize,
    pub(super) kinds: usize,
    pub(super) letters: usize,
    pub(super) samples: Vec<String>,
}

/// Whether a cell is a word as short as a code, but not in capital letters: "ban" is not BAN, Bangladesh.
fn is_short_word(cell: &str) -> bool {
    cell.len() < 4 && cell.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// How many cells the report shows of each column.
const SAMPLES: usize = 3;

impl Profile {
    pub(super) fn of(table: &Table<'_>, column: usize) -> Self {
        let mut found = Self::default();
        let mut values = BTreeMap::new();
        for row in table.sample() {
            let cell = table.cell(row, column);
            if cell.is_empty() || says_nothing(cell) {
                continue;
            }
            found.add(cell);
            if values.len() < MOST_VALUES
                && let Vacant(free) = values.entry(small(cell))
            {
                free.insert(cell);
                if found.samples.len() < SAMPLES {
                    found.samples.push(cell.to_owned());
                }
            }
        }
        found.different = values.len();
        found.truths = values.keys().filter(|cell| truth(cell).is_some()).count();
        for grid in [WORLD, US_STATES] {
            let is_place = |cell: &&&str| truth(cell).is_none() && matches!(find(cell, grid), Found::Exact(_));
            let places: Vec<_> = values.values().filter(is_place).collect();
            found.places_if_named = found.places_if_named.max(places.len());
            found.places = found.places.max(places.iter().filter(|cell| !is_short_word(cell)).count());
        }
        found
    }

    fn add(&mut self, cell: &str) {
        self.filled += 1;
        self.letters += cell.chars().count();
        self.dates += usize::from(looks_like_date(cell, false));
        let is_date_if_named = looks_like_date(cell, true);
        self.dates_if_named += usize::from(is_date_if_named);
        self.ends += usize::from(is_date_if_named || is_open_end(cell));
        self.urls += usize::from(is_url(cell));
        self.codes += usize::from((2..4).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_uppercase()));
        let small = small(cell);
        self.kinds += usize::from(KINDS.contains(&small.as_str()));
        self.months += usize::from(month_of(&small).is_some());
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
        self.are_places(self.places, percent)
    }

    /// Whether the column is mostly names of places, or their codes in any letters.
    pub(super) fn is_places_if_named(&self, percent: usize) -> bool {
        self.are_places(self.places_if_named, percent)
    }

    /// Among codes, NO is Norway; in a column of yes and no it is not.
    fn are_places(&self, places: usize, percent: usize) -> bool {
        places > 0 && places >= self.truths && places * 100 >= (self.different - self.truths) * percent
    }

    /// Whether the column has only words for yes and no.
    pub(super) fn is_truth(&self) -> bool {
        self.different > 0 && self.truths == self.different
    }

    /// Whether all cells are numbers, and no two are alike.
    pub(super) fn are_different_numbers(&self) -> bool {
        self.numbers == self.filled && (self.different == self.filled || self.different == MOST_VALUES)
    }

    /// The mean number of letters of a cell.
    pub(super) fn length(&self) -> usize {
        self.letters.checked_div(self.filled).unwrap_or(0)
    }
}
