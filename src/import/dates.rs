//! Dates as people write them. A cell alone is often ambiguous; the other cells of its column settle it.

mod column;
mod numerals;
mod reading;
mod words;

use serde::Serialize;

use crate::base::date::PartialDate;

pub(crate) use column::{DateColumn, DateColumns, Unread};
pub(crate) use numerals::plain_digits;
pub(crate) use reading::{Reading, looks_like_date, read};
pub(crate) use words::month_of;

/// The order of the numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The day first: 14/03/2020.
    Dmy,
    /// The month first: 03/14/2020.
    Mdy,
    /// The year first: 20/03/14.
    Ymd,
}

impl Order {
    /// All orders, the most usual one first.
    pub(crate) const ALL: [Self; 3] = [Self::Dmy, Self::Mdy, Self::Ymd];

    /// Its name in choices and reports.
    pub fn id(self) -> &'static str {
        ["dmy", "mdy", "ymd"][self as usize]
    }
}

/// A date of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CellDate {
    pub(crate) date: PartialDate,
    /// Whether the cell has a period that the format cannot write, such as a quarter. The date then is about its middle.
    pub(crate) approximated: bool,
}

/// A date of the calendar with this precision and suffix; `None` if the calendar does not have it.
pub(crate) fn date(year: i32, month: Option<u8>, day: Option<u8>, suffix: &str) -> Option<PartialDate> {
    let mut text = format!("{year:04}");
    for part in [month, day].into_iter().map_while(|part| part) {
        text += &format!("-{part:02}");
    }
    (text + suffix).parse().ok()
}

/// The date before the one on which something begins, in the same precision: the last date of what was before.
pub(crate) fn before(date: PartialDate) -> Option<PartialDate> {
    let (year, month, day) = date.first().plus(-1).ymd();
    self::date(year, date.month().map(|_| month), date.day().map(|_| day), "")
}

/// The date after the last one of something, in the same precision.
pub(crate) fn after(date: PartialDate) -> Option<PartialDate> {
    let (year, month, day) = date.last().plus(1).ymd();
    self::date(year, date.month().map(|_| month), date.day().map(|_| day), "")
}

/// Whether a date is of the period that follows another one: the next day, month or year.
pub(crate) fn follows(earlier: PartialDate, later: PartialDate) -> bool {
    later.first().since(earlier.last()) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_called_as_it_is_written() {
        for order in Order::ALL {
            assert_eq!(serde_json::to_value(order).unwrap(), order.id());
        }
    }

    #[test]
    fn the_date_before_has_the_same_precision() {
        for (date, expected) in [("2020-03-01", "2020-02-29"), ("2020-01", "2019-12"), ("2020", "2019")] {
            assert_eq!(before(date.parse().unwrap()).unwrap().to_string(), expected);
        }
        for (date, expected) in [("2020-02-29", "2020-03-01"), ("2019-12", "2020-01"), ("2019", "2020")] {
            assert_eq!(after(date.parse().unwrap()).unwrap().to_string(), expected);
        }
        assert!(after("9999".parse().unwrap()).is_none());
        assert!(follows("2019".parse().unwrap(), "2020".parse().unwrap()));
        assert!(!follows("2018".parse().unwrap(), "2020".parse().unwrap()));
    }
}
