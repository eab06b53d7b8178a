//! Civil days, and dates with the precision that a source gives. Nothing here reads a clock.

use std::fmt;
use std::str::FromStr;

use crate::base::order::ordered;

/// A civil day of the proleptic Gregorian calendar, numbered from 1970-01-01, which is day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day with this number of days after 1970-01-01; negative before it.
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// Days after 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day with this year, month (1 to 12) and day of the month; `None` if the calendar does not have this day.
    ///
    /// The calculation uses eras of 400 years. A year of an era begins on 1 March, so that the leap day is its last day
    /// (Howard Hinnant, "chrono-compatible low-level date algorithms").
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        let shifted_year = if month <= 2 { year - 1 } else { year };
        let era = shifted_year.div_euclid(400);
        let year_of_era = shifted_year.rem_euclid(400);
        let month_from_march = (i32::from(month) + 9) % 12;
        // From March on, five months always have 153 days: this gives the days before a month without a table.
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        // An era has 146,097 days. 719,468 days lie between 0000-03-01 and 1970-01-01.
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    pub fn ymd(self) -> (i32, u8, u8) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        // The divisions remove the leap days, so that each year counts 365 days.
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        (year, month as u8, day as u8)
    }

    /// The first day of the quarter of the year that contains this day.
    pub fn quarter(self) -> Self {
        let (year, month, _) = self.ymd();
        Self::from_ymd(year, (month - 1) / 3 * 3 + 1, 1).unwrap_or(self)
    }

    /// The day that is `days` days later; earlier if `days` is negative. Stops at the largest and smallest number.
    pub const fn plus(self, days: i32) -> Self {
        // Days and numbers of days can come from a page, so the sum must not overflow.
        Self(self.0.saturating_add(days))
    }

    /// The number of days from `earlier` to this day; negative if `earlier` is later.
    pub const fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

/// ISO 8601: `2020-07-14`.
impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

/// The indices of days in chronological order. Equal days keep their order.
pub(crate) fn in_order(days: &[Day]) -> Vec<usize> {
    ordered(days.len(), &|a, b| days[a] > days[b])
}

/// The number of days of a month (1 to 12) of a Gregorian year.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// What the suffix of a date says about the whole date (EDTF, ISO 8601-2 level 1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// No suffix: the date is certain.
    #[default]
    Certain,
    /// `?`: the date is uncertain.
    Uncertain,
    /// `~`: the date is approximate.
    Approximate,
    /// `%`: the date is uncertain and approximate.
    Both,
}

/// A date with the precision that its source gives: a year, a month or a day.
///
/// The notation is that of EDTF (ISO 8601-2): `2018`, `2018-08`, `2018-08-23`, each with an optional `?`, `~` or `%` at
/// the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
    qualifier: Qualifier,
}

impl PartialDate {
    /// The year, 0 to 9999.
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12; `None` if the date gives only a year.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, 1 to 31; `None` if the date gives only a year or month.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The qualifier, which is the suffix of the date.
    pub fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The first possible day, without regard to the qualifier: `2018-08` begins on 2018-08-01.
    pub fn first(self) -> Day {
        self.on(self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last possible day, without regard to the qualifier: `2018-08` ends on 2018-08-31.
    pub fn last(self) -> Day {
        let month = self.month.unwrap_or(12);
        self.on(month, self.day.unwrap_or(days_in_month(self.year(), month)))
    }

    /// The first and the last day of the period in which the date may lie. Both are part of the period.
    ///
    /// Without a qualifier these are [`Self::first`] and [`Self::last`]. `?` or `~` adds a margin on both sides: 7 days
    /// for a day, 30 days for a month, 365 days for a year. `%` adds twice this margin.
    ///
    /// EDTF does not define a margin for qualifiers; this crate chooses it. Only the picture shows it. The day from
    /// which a status holds does not depend on it.
    pub fn uncertainty(self) -> (Day, Day) {
        let unit = match (self.month, self.day) {
            (_, Some(_)) => 7,
            (Some(_), None) => 30,
            _ => 365,
        };
        let margin = match self.qualifier {
            Qualifier::Certain => 0,
            Qualifier::Uncertain | Qualifier::Approximate => unit,
            Qualifier::Both => 2 * unit,
        };
        (self.first().plus(-margin), self.last().plus(margin))
    }

    /// Whether both dates have the same year, month and day, without regard to their qualifiers.
    pub fn names_the_same(self, other: Self) -> bool {
        self.name() == other.name()
    }

    /// Year, month and day in one number. A month or day that is not known counts as 0.
    pub(crate) fn name(self) -> u32 {
        // The parts do not overlap, so that two numbers are equal only if the dates are.
        u32::from(self.year) << 16 | u32::from(self.month.unwrap_or(0)) << 8 | u32::from(self.day.unwrap_or(0))
    }

    fn on(self, month: u8, day: u8) -> Day {
        Day::from_ymd(self.year(), month, day).expect("a parsed date is on the calendar")
    }
}

/// Writes the date in the notation in which it is read: `2018-08~`.
impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(out, "-{day:02}")?;
        }
        out.write_str(match self.qualifier {
            Qualifier::Certain => "",
            Qualifier::Uncertain => "?",
            Qualifier::Approximate => "~",
            Qualifier::Both => "%",
        })
    }
}

/// The error for a text that is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text does not have the form of a year, month or day.
    #[error("not a date")]
    Form,
    /// The text has the right form, but the calendar does not have this date.
    #[error("no such date in the calendar")]
    Calendar,
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (digits, qualifier) = split_qualifier(text);
        let mut fields = digits.split('-');
        // The fixed numbers of digits also limit the values: a year fits in `u16`, a month or day in `u8`.
        let year = number(fields.next(), 4)?.ok_or(DateError::Form)?;
        let month = number(fields.next(), 2)?.map(|month| month as u8);
        let day = number(fields.next(), 2)?.map(|day| day as u8);
        if fields.next().is_some() {
            return Err(DateError::Form);
        }
        // `on` relies on this check: the first day of a parsed date exists.
        Day::from_ymd(i32::from(year), month.unwrap_or(1), day.unwrap_or(1)).ok_or(DateError::Calendar)?;
        Ok(Self { year, month, day, qualifier })
    }
}

fn split_qualifier(text: &str) -> (&str, Qualifier) {
    let suffixes = [('?', Qualifier::Uncertain), ('~', Qualifier::Approximate), ('%', Qualifier::Both)];
    let marked = suffixes.into_iter().find_map(|(mark, qualifier)| Some((text.strip_suffix(mark)?, qualifier)));
    marked.unwrap_or((text, Qualifier::Certain))
}

fn number(field: Option<&str>, digits: usize) -> Result<Option<u16>, DateError> {
    let Some(field) = field else { return Ok(None) };
    if field.len() != digits || !field.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    field.parse().map(Some).map_err(|_| DateError::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect(text)
    }

    #[test]
    fn day_zero_is_the_first_of_january_1970() {
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day::from_number(0)));
        assert_eq!(Day::from_number(-1).to_string(), "1969-12-31");
        assert_eq!(Day::from_ymd(1969, 12, 30).map(Day::number), Some(-2));
    }

    #[test]
    fn days_are_counted_forward_and_backward() {
        let day = Day::from_ymd(2020, 2, 28).unwrap();
        assert_eq!([day.plus(2), day.plus(-28)].map(|day| day.to_string()), ["2020-03-01", "2020-01-31"]);
        assert_eq!((day.plus(2).since(day), day.since(day.plus(2)), day.since(day)), (2, -2, 0));
        let last = Day::from_number(i32::MAX);
        assert_eq!((last.plus(1), last.since(Day::from_number(-1))), (last, i32::MAX));
    }

    #[test]
    fn a_quarter_begins_in_january_april_july_or_october() {
        let begins = |month| Day::from_ymd(2020, month, 15).unwrap().quarter().to_string();
        for (month, first) in [(1, 1), (2, 1), (3, 1), (4, 4), (6, 4), (7, 7), (9, 7), (10, 10), (11, 10), (12, 10)] {
            assert_eq!(begins(month), format!("2020-{first:02}-01"), "{month}");
        }
    }

    #[test]
    fn equal_days_keep_their_order() {
        let days = [5, 3, 5, 4, 3].map(Day::from_number);
        assert_eq!(in_order(&days), [1, 4, 3, 0, 2]);
    }

    #[test]
    fn a_month_spans_its_days() {
        assert_eq!(date("2020-02").first().to_string(), "2020-02-01");
        assert_eq!(date("2020-02").last().to_string(), "2020-02-29");
        assert_eq!(date("2019").last().to_string(), "2019-12-31");
        assert_eq!(date("2018-08-23").first(), date("2018-08-23").last());
    }

    #[test]
    fn a_qualifier_widens_the_uncertainty_by_the_precision() {
        let uncertainty = |text: &str| {
            let (first, last) = date(text).uncertainty();
            format!("{first} {last}")
        };
        assert_eq!(uncertainty("2018-08"), "2018-08-01 2018-08-31");
        assert_eq!(uncertainty("2018-08-23~"), "2018-08-16 2018-08-30");
        assert_eq!(uncertainty("2018-08?"), "2018-07-02 2018-09-30");
        assert_eq!(uncertainty("2018%"), "2016-01-02 2020-12-30");
    }

    #[test]
    fn dates_are_compared_without_their_qualifiers() {
        assert!(date("2018-08~").names_the_same(date("2018-08")));
        for other in ["2018", "2018-08-01", "2018-09", "2019-08"] {
            assert!(!date("2018-08").names_the_same(date(other)), "{other}");
        }
        assert!(!date("2018-08-01").names_the_same(date("2018-08-02")));
    }

    #[test]
    fn a_date_has_the_parts_that_its_text_names() {
        let parts = |text: &str| {
            let date = date(text);
            (date.year(), date.month(), date.day(), date.qualifier())
        };
        assert_eq!(parts("2018-08-23"), (2018, Some(8), Some(23), Qualifier::Certain));
        assert_eq!(parts("2018-08?"), (2018, Some(8), None, Qualifier::Uncertain));
        assert_eq!(parts("2018~"), (2018, None, None, Qualifier::Approximate));
        assert_eq!(parts("2018%"), (2018, None, None, Qualifier::Both));
    }

    #[test]
    fn a_date_is_written_as_it_is_read() {
        for text in ["2018", "2018-08", "2018-08-23", "2018?", "2018-08~", "2018-08-23%", "0001-01-01"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn texts_that_are_not_dates_are_refused() {
        for text in
            ["", "18", "2018-8", "2018-08-", "2018-08-23-01", "August 2018", "2018-08-23T06:00", "+2018", "2018~?"]
        {
            assert_eq!(text.parse::<PartialDate>(), Err(DateError::Form), "{text}");
        }
        for text in ["2018-13", "2018-00", "2021-02-29", "2021-04-31", "2021-01-00"] {
            assert_eq!(text.parse::<PartialDate>(), Err(DateError::Calendar), "{text}");
        }
    }
}
