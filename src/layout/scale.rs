//! The scale of the timeline, which maps days to CSS pixels, and its ticks.

use crate::base::date::Day;

/// A linear scale from days to CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// The first and last day. The last day must be later than the first.
    pub domain: (Day, Day),
    /// The positions of these two days, in CSS pixels.
    pub range: (f64, f64),
}

/// A day on the axis of the timeline: the first of a year, quarter or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day.
    pub day: Day,
    /// The year of the day.
    pub year: i32,
    /// The month of the day, 1 to 12. Month 1 begins a year.
    pub month: u8,
}

impl TimeScale {
    /// The position of a day, in CSS pixels. A day outside of the domain has a position outside of the range.
    pub fn x(&self, day: Day) -> f64 {
        let (first, last) = self.domain;
        let share = f64::from(day.since(first)) / f64::from(last.since(first));
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// The day of the domain that is nearest to a position in CSS pixels.
    pub fn day(&self, x: f64) -> Day {
        let (first, last) = self.domain;
        let share = (x - self.range.0) / (self.range.1 - self.range.0);
        let days = share * f64::from(last.since(first));
        self.clamp(first.plus(days.round() as i32))
    }

    /// The day itself, or the nearest day of the domain.
    pub fn clamp(&self, day: Day) -> Day {
        day.clamp(self.domain.0, self.domain.1)
    }

    /// The length of a number of days, in CSS pixels.
    pub fn length(&self, days: i32) -> f64 {
        self.x(self.domain.0.plus(days)) - self.range.0
    }

    /// The ticks inside of the domain: the first day of every `months`-th month, counted from January. `months` is 1,
    /// 3, 6 or 12.
    pub fn ticks(&self, months: u8) -> Vec<Tick> {
        let (first, last) = self.domain;
        let (mut year, mut month) = (first.ymd().0, 1);
        let mut ticks = Vec::new();
        while let Some(day) = Day::from_ymd(year, month, 1).filter(|day| *day <= last) {
            if first <= day {
                ticks.push(Tick { day, year, month });
            }
            month += months;
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<crate::base::date::PartialDate>().unwrap().first()
    }

    fn scale() -> TimeScale {
        TimeScale { domain: (day("2018"), day("2022-06-29")), range: (10.0, 610.0) }
    }

    #[test]
    fn every_day_is_found_again_where_it_stands() {
        let scale = scale();
        for number in scale.domain.0.number()..=scale.domain.1.number() {
            let day = Day::from_number(number);
            assert_eq!(scale.day(scale.x(day)), day);
        }
    }

    #[test]
    fn a_place_outside_of_the_range_is_the_nearest_end() {
        assert_eq!(scale().day(-50.0), day("2018"));
        assert_eq!(scale().day(5000.0), day("2022-06-29"));
    }

    #[test]
    fn ticks_are_the_beginnings_inside_the_domain() {
        let years: Vec<i32> = scale().ticks(12).iter().map(|tick| tick.year).collect();
        assert_eq!(years, [2018, 2019, 2020, 2021, 2022]);
        assert_eq!(scale().ticks(3).len(), 18);
        assert_eq!(scale().ticks(1).len(), 54);
    }
}
