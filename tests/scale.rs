//! The scale of the timeline, for any period and any place.
#![cfg(not(target_arch = "wasm32"))]

use banspread::Day;
use banspread::layout::scale::TimeScale;
use proptest::prelude::*;

/// The days of the calendar of the format: years 0 to 9999.
const CALENDAR: std::ops::Range<i32> = -719_528..2_932_896;

/// A scale of any period. It is from one pixel to a very large wall wide.
fn scale() -> impl Strategy<Value = TimeScale> {
    let days = prop_oneof![1..40_i32, 1..4_000_i32, 1..3_652_000_i32];
    (CALENDAR, days, -100.0..100.0, 1.0..100_000.0).prop_map(|(first, days, left, width)| {
        let first = Day::from_number(first);
        TimeScale { domain: (first, first.plus(days)), range: (left, left + width) }
    })
}

proptest! {
    #[test]
    fn a_day_is_found_where_it_stands(scale in scale(), share in 0.0..1.0) {
        let (first, last) = scale.domain;
        let day = first.plus((f64::from(last.since(first)) * share) as i32);
        prop_assert_eq!(scale.day(scale.x(day)), day);
    }

    #[test]
    fn later_days_stand_farther_to_the_right(scale in scale(), share in 0.0..1.0) {
        let (first, last) = scale.domain;
        let day = first.plus((f64::from(last.since(first) - 1) * share) as i32);
        prop_assert!(scale.x(day) < scale.x(day.plus(1)));
        prop_assert_eq!((scale.x(first), scale.x(last)), scale.range);
    }

    #[test]
    fn any_place_is_a_day_of_the_period(scale in scale(), x in any::<f64>()) {
        let day = scale.day(x);
        prop_assert!(scale.domain.0 <= day && day <= scale.domain.1);
        prop_assert_eq!(scale.clamp(day), day);
    }

    #[test]
    fn ticks_are_all_beginnings_of_the_period_in_order(scale in scale(), choice in 0..4_usize) {
        let months = [1, 3, 6, 12][choice];
        let ticks = scale.ticks(months);
        prop_assert!(ticks.is_sorted_by(|a, b| a.day < b.day));
        for tick in &ticks {
            prop_assert!(scale.domain.0 <= tick.day && tick.day <= scale.domain.1);
            prop_assert_eq!(tick.day.ymd(), (tick.year, tick.month, 1));
            prop_assert_eq!((tick.month - 1) % months, 0);
        }
        // The number of beginnings up to a day is that of the months before it, divided by the distance.
        let before = |day: Day| {
            let (year, month, of_month) = day.ymd();
            let months_before = year * 12 + i32::from(month) - i32::from(of_month == 1);
            months_before.div_euclid(i32::from(months)) + i32::from(months_before.rem_euclid(i32::from(months)) > 0)
        };
        let after_last = before(scale.domain.1.plus(1));
        prop_assert_eq!(ticks.len() as i32, after_last - before(scale.domain.0));
    }
}
