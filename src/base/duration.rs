//! Durations of the calendar: years, months and days.

use std::str::FromStr;

use crate::base::date::{Day, days_in_month};

/// A duration in the notation of ISO 8601: `P5Y`, `P18M`, `P90D`, `P1Y6M`. It is at least one day long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// Years count as 12 months each.
    months: i32,
    days: i32,
}

impl Duration {
    /// Whole years and months, in months.
    pub fn months(self) -> i32 {
        self.months
    }

    /// The day that is this duration after another day. A month without such a day ends it earlier: one year after 29
    /// February is 28 February.
    pub fn after(self, day: Day) -> Day {
        let (year, month, date) = day.ymd();
        let months = year * 12 + i32::from(month) - 1 + self.months;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u8 + 1);
        Day::from_ymd(year, month, date.min(days_in_month(year, month))).unwrap_or(day).plus(self.days)
    }
}

/// The error for a text that is not a duration of years, months and days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a duration of years, months and days")]
pub struct DurationError;

impl FromStr for Duration {
    type Err = DurationError;

    fn from_str(text: &str) -> Result<Self, DurationError> {
        let mut bytes = text.bytes();
        if bytes.next() != Some(b'P') {
            return Err(DurationError);
        }
        let (mut amounts, mut units) = ([0; 3], b"YMD".iter().enumerate());
        let (mut amount, mut digits) = (0, 0);
        for byte in bytes {
            // Four digits are more years than the calendar has, and cannot overflow.
            if byte.is_ascii_digit() && digits < 4 {
                amount = amount * 10 + i32::from(byte - b'0');
                digits += 1;
                continue;
            }
            // Each unit follows a number, and the units are in order.
            let place = units.find(|(_, unit)| **unit == byte).filter(|_| digits > 0);
            amounts[place.ok_or(DurationError)?.0] = amount;
            (amount, digits) = (0, 0);
        }
        let [years, months, days] = amounts;
        if digits > 0 || amounts == [0; 3] {
            return Err(DurationError);
        }
        Ok(Self { months: years * 12 + months, days })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_ends_on_a_day_of_the_calendar() {
        let after = |text: &str, (year, month, day)| {
            text.parse::<Duration>().unwrap().after(Day::from_ymd(year, month, day).unwrap()).to_string()
        };
        assert_eq!(after("P5Y", (2019, 12, 31)), "2024-12-31");
        assert_eq!(after("P1Y", (2020, 2, 29)), "2021-02-28");
        assert_eq!(after("P18M", (2020, 8, 31)), "2022-02-28");
        assert_eq!(after("P1Y6M10D", (2020, 1, 1)), "2021-07-11");
        assert_eq!(after("P90D", (2020, 1, 1)), "2020-03-31");
        assert!(
            "P9999Y9999M9999D".parse::<Duration>().unwrap().after(Day::from_ymd(9999, 12, 31).unwrap()).number() > 0
        );
    }

    #[test]
    fn a_year_of_a_duration_has_twelve_months() {
        let months = |text: &str| text.parse::<Duration>().unwrap().months();
        assert_eq!((months("P1Y6M10D"), months("P3M"), months("P90D")), (18, 3, 0));
    }

    #[test]
    fn texts_that_are_not_durations_are_refused() {
        for text in [
            "", "P", "5Y", "P5", "p5Y", "PY", "P0Y", "P0Y0M0D", "P1M1Y", "P1Y1Y", "P1Y5", "PY1M", "PT5H", "P1W",
            "P-1Y", "P1.5Y",
        ] {
            assert_eq!(text.parse::<Duration>(), Err(DurationError), "{text}");
        }
        assert!("P12345Y".parse::<Duration>().is_err());
    }
}
