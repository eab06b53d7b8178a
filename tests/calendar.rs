//! The calendar, compared with a well-known date library, for each day of more than five centuries.
#![cfg(not(target_arch = "wasm32"))]

use banspread::base::date::days_in_month;
use banspread::{Day, PartialDate};
use jiff::civil;

#[test]
fn every_day_from_1600_to_2199_agrees_with_jiff() {
    let epoch = civil::date(1970, 1, 1);
    let mut date = civil::date(1600, 1, 1);
    let mut number = (date - epoch).get_days();
    while date.year() < 2200 {
        let day = Day::from_number(number);
        let (year, month, day_of_month) = (date.year().into(), date.month() as u8, date.day() as u8);
        assert_eq!(day.ymd(), (year, month, day_of_month));
        assert_eq!(Day::from_ymd(year, month, day_of_month), Some(day));
        assert_eq!(day.to_string(), date.to_string());
        assert_eq!(days_in_month(year, month), date.days_in_month() as u8);
        date = date.tomorrow().unwrap();
        number += 1;
    }
}

#[test]
fn every_month_agrees_with_jiff() {
    for year in 1600..2200_i16 {
        for month in 1..=12_i8 {
            let ours: PartialDate = format!("{year:04}-{month:02}").parse().unwrap();
            let first = civil::date(year, month, 1);
            assert_eq!(ours.first().to_string(), first.to_string());
            assert_eq!(ours.last().to_string(), first.last_of_month().to_string());
        }
    }
}

#[test]
fn days_missing_from_the_calendar_are_refused() {
    for year in 1600..2200_i16 {
        for month in 0..=13_u8 {
            for day in [0, 29, 30, 31, 32_u8] {
                let known = civil::Date::new(year, month as i8, day as i8).is_ok();
                assert_eq!(Day::from_ymd(year.into(), month, day).is_some(), known, "{year}-{month}-{day}");
            }
        }
    }
}
