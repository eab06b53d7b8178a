//! The dates of a whole column.

use crate::base::date::PartialDate;
use crate::import::dates::reading::{Numbers, century};
use crate::import::dates::{CellDate, Order, Reading, date, read};
use crate::import::texts::Texts;

/// The dates of a column, by the numbers of its texts.
#[derive(Debug, Default)]
pub(crate) struct DateColumn {
    pub(crate) dates: Vec<Option<CellDate>>,
}

/// What the columns of dates of a sheet say together about the order of day and month.
#[derive(Debug, Default)]
pub(crate) struct DateColumns {
    /// The order that is chosen or found.
    pub(crate) order: Option<Order>,
    /// The text that settles the order, with those before it.
    pub(crate) proof: Option<String>,
    /// Texts that can be read in several ways, and how often they come, if nothing settles the order.
    pub(crate) ambiguous: Vec<(String, usize)>,
    /// Texts that are no dates: with column and count of each, and the first row.
    pub(crate) unread: Vec<Unread>,
    /// Texts of periods that the format does not have.
    pub(crate) approximated: Vec<Unread>,
}

/// A text of a date that the format cannot have as it is.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) column: usize,
    pub(crate) text: String,
    pub(crate) count: usize,
    pub(crate) row: usize,
    pub(crate) before_zero: bool,
}

/// The orders in which all dates with one separator are days of the calendar.
#[derive(Clone, Copy)]
struct Possible([bool; 3]);

impl Possible {
    /// A point always comes after the day: no language writes month, point, day.
    fn at_first(separator: usize) -> Self {
        Self(Order::ALL.map(|order| separator != usize::from(b'.') || order == Order::Dmy))
    }

    fn has(self, order: Order) -> bool {
        self.0[order as usize]
    }

    /// The only order that is left.
    fn only(self) -> Option<Order> {
        let mut left = Order::ALL.into_iter().filter(|order| self.has(*order));
        left.next().filter(|_| left.next().is_none())
    }
}

impl DateColumns {
    /// Reads columns. All columns of a sheet were written by the same person, so they decide together.
    pub(crate) fn read(&mut self, columns: &[(usize, &Texts<'_>)], chosen: Option<Order>) -> Vec<DateColumn> {
        let readings: Vec<Vec<Option<Reading>>> =
            columns.iter().map(|(_, texts)| texts.entries().iter().map(|entry| read(entry.text)).collect()).collect();
        let evidence = self.evidence(columns, &readings, chosen);
        let mut result = Vec::new();
        for ((column, texts), readings) in columns.iter().zip(readings) {
            let mut dates = Vec::new();
            for (entry, reading) in texts.entries().iter().zip(readings) {
                let found = match reading {
                    Some(Reading::Date(found)) => Some(found),
                    Some(Reading::Serial(date)) => Some(CellDate { date, approximated: false }),
                    Some(Reading::Numbers(numbers)) => {
                        self.settle(numbers, &evidence, chosen, (entry.text, entry.count))
                    }
                    Some(Reading::BeforeZero) | None => None,
                };
                let told = |before_zero| Unread {
                    column: *column,
                    text: entry.text.to_owned(),
                    count: entry.count,
                    row: entry.row,
                    before_zero,
                };
                match found {
                    None if !entry.text.is_empty() => {
                        self.unread.push(told(reading == Some(Reading::BeforeZero)));
                    }
                    Some(CellDate { approximated: true, .. }) => self.approximated.push(told(false)),
                    _ => {}
                }
                dates.push(found);
            }
            result.push(DateColumn { dates });
        }
        result
    }

    /// What the dates say together, for each separator. A day after the 12th is no month, and one after the 31st is a year.
    fn evidence(
        &mut self,
        columns: &[(usize, &Texts<'_>)],
        readings: &[Vec<Option<Reading>>],
        chosen: Option<Order>,
    ) -> [Possible; 128] {
        let mut possible = std::array::from_fn(Possible::at_first);
        self.order = chosen;
        for ((_, texts), readings) in columns.iter().zip(readings) {
            for (entry, reading) in texts.entries().iter().zip(readings) {
                let Some(Reading::Numbers(numbers)) = reading else { continue };
                let own = &mut possible[usize::from(numbers.separator)];
                let orders = numbers.orders();
                if orders == [false; 3] {
                    continue;
                }
                let before = own.only();
                own.0 = std::array::from_fn(|order| own.0[order] && orders[order]);
                // The text that leaves one order shows it.
                if let Some(order) = own.only().filter(|_| before.is_none() && self.order.is_none()) {
                    (self.order, self.proof) = (Some(order), Some(entry.text.to_owned()));
                }
            }
        }
        possible
    }

    /// The date of three numbers. If nothing settles their order, they are noted as ambiguous.
    fn settle(
        &mut self,
        numbers: Numbers,
        possible: &[Possible; 128],
        chosen: Option<Order>,
        (text, count): (&str, usize),
    ) -> Option<CellDate> {
        if let Some(date) = chosen.and_then(|order| numbers.date(order)) {
            return Some(CellDate { date, approximated: false });
        }
        let possible = possible[usize::from(numbers.separator)];
        let mut dates = numbers.dates(|order| possible.has(order));
        if dates.is_empty() {
            // The column contradicts itself.
            dates = numbers.dates(|_| true);
        }
        if dates.len() > 1 {
            self.ambiguous.push((text.to_owned(), count));
        }
        dates.first().map(|date| CellDate { date: *date, approximated: false })
    }

    /// The orders in which every ambiguous text is a date.
    pub(crate) fn ambiguous_orders(&self) -> Vec<Order> {
        let has = |text: &str, order: Order| match read(text) {
            Some(Reading::Numbers(numbers)) => numbers.date(order).is_some(),
            _ => false,
        };
        Order::ALL.into_iter().filter(|order| self.ambiguous.iter().all(|(text, _)| has(text, *order))).collect()
    }
}

impl Numbers {
    /// The different dates in some orders.
    fn dates(self, wanted: impl Fn(Order) -> bool) -> Vec<PartialDate> {
        let mut dates: Vec<_> =
            Order::ALL.into_iter().filter(|order| wanted(*order)).filter_map(|order| self.date(order)).collect();
        dates.dedup();
        dates
    }

    /// The orders in which the calendar has the date. A day that no month has still shows an order: 31/02/2020.
    fn orders(self) -> [bool; 3] {
        let found = Order::ALL.map(|order| self.date(order).is_some());
        let are = |month: u8, day: u8| (1..=12).contains(&month) && (1..=31).contains(&day);
        if found != [false; 3] {
            return found;
        }
        let by_year = self.year.is_none() && are(self.second, self.last);
        [are(self.second, self.first), are(self.first, self.second), by_year]
    }

    fn date(self, order: Order) -> Option<PartialDate> {
        let year = self.year.map_or_else(|| century(self.last), i32::from);
        match order {
            Order::Dmy => date(year, Some(self.second), Some(self.first), ""),
            Order::Mdy => date(year, Some(self.first), Some(self.second), ""),
            Order::Ymd if self.year.is_none() => date(century(self.first), Some(self.second), Some(self.last), ""),
            Order::Ymd => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_column(cells: &[&str], chosen: Option<Order>) -> (Vec<String>, DateColumns) {
        let mut texts = Texts::default();
        for (row, cell) in cells.iter().enumerate() {
            texts.add(cell, row);
        }
        let mut found = DateColumns::default();
        let columns = found.read(&[(0, &texts)], chosen);
        let text = |date: &Option<CellDate>| date.map_or_else(|| "none".to_owned(), |found| found.date.to_string());
        (columns[0].dates.iter().map(text).collect(), found)
    }

    #[test]
    fn a_day_after_the_12th_settles_the_whole_column() {
        let (dates, found) = read_column(&["14/03/2020", "12/03/2020"], None);
        assert_eq!(dates, ["2020-03-14", "2020-03-12"]);
        assert_eq!(
            (found.order, found.proof.as_deref(), found.ambiguous.len()),
            (Some(Order::Dmy), Some("14/03/2020"), 0)
        );
        let (dates, _) = read_column(&["4/23/20", "1/2/69", "15.04.91", "01.02.03"], None);
        assert_eq!(dates, ["2020-04-23", "1969-01-02", "1991-04-15", "2003-02-01"]);
    }

    #[test]
    fn what_nothing_settles_is_asked_and_a_choice_answers() {
        let (_, found) = read_column(&["12/03/2020", "05/05/2020"], None);
        assert_eq!(found.ambiguous, [("12/03/2020".to_owned(), 1)]);
        let (dates, found) = read_column(&["12/03/2020"], Some(Order::Mdy));
        assert_eq!((dates[0].as_str(), found.ambiguous.len()), ("2020-12-03", 0));
        assert_eq!(read_column(&["20/03/14"], Some(Order::Ymd)).0, ["2020-03-14"]);
    }

    #[test]
    fn a_year_of_two_digits_may_come_first() {
        let (dates, found) = read_column(&["20/03/14", "19/11/25"], None);
        assert_eq!(dates, ["2014-03-20", "2025-11-19"]);
        assert_eq!((found.order, found.ambiguous.len()), (None, 2));
        assert_eq!(found.ambiguous_orders(), [Order::Dmy, Order::Ymd]);
        assert_eq!(read_column(&["01/02/03"], None).1.ambiguous_orders(), Order::ALL);
        let (dates, found) = read_column(&["20/03/14", "19/11/25"], Some(Order::Ymd));
        assert_eq!((dates, found.ambiguous.len()), (vec!["2020-03-14".to_owned(), "2019-11-25".to_owned()], 0));
    }

    #[test]
    fn numbers_that_are_no_day_or_month_settle_where_the_year_is() {
        let (dates, found) = read_column(&["20/03/14", "99/11/25"], None);
        assert_eq!(dates, ["2020-03-14", "1999-11-25"]);
        assert_eq!(
            (found.order, found.proof.as_deref(), found.ambiguous.len()),
            (Some(Order::Ymd), Some("99/11/25"), 0)
        );
        for settling in ["25/03/72", "14/03/2020", "31/02/2020"] {
            let (dates, found) = read_column(&["20/03/14", settling], None);
            assert_eq!((dates[0].as_str(), found.order, found.ambiguous.len()), ("2014-03-20", Some(Order::Dmy), 0));
        }
        let (dates, found) = read_column(&["14.03.20", "01.02.03"], None);
        assert_eq!((dates, found.ambiguous.len()), (vec!["2020-03-14".to_owned(), "2003-02-01".to_owned()], 0));
    }

    #[test]
    fn columns_that_contradict_themselves_are_asked_too() {
        let (dates, found) = read_column(&["14/03/2020", "03/14/2020", "01/02/2020"], None);
        assert_eq!((&dates[0], &dates[1]), (&dates[0], &dates[0]));
        assert_eq!(found.ambiguous.len(), 1);
    }

    #[test]
    fn texts_that_are_no_dates_are_told() {
        let (dates, found) = read_column(&["2020", "soon", "44 BC", "", "1990s"], None);
        assert_eq!(dates, ["2020", "none", "none", "none", "1995%"]);
        assert_eq!(found.unread.iter().map(|text| text.before_zero).collect::<Vec<_>>(), [false, true]);
        assert_eq!(found.approximated[0].text, "1990s");
    }
}
