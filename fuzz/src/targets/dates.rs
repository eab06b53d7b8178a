//! Dates and durations of any content.

use banspread::base::duration::Duration;
use banspread::{Day, PartialDate};

/// A date that is read is written as the same date, its days are in order, and each day has a place in the calendar.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(date) = text.parse::<PartialDate>() {
        date_holds(date);
    }
    let Some(number) = bytes.first_chunk::<3>() else { return };
    let day = Day::from_number(i32::from_le_bytes([0, number[0], number[1], number[2]]) >> 10);
    day_holds(day);
    if let Ok(duration) = text.parse::<Duration>() {
        assert!(duration.after(day) > day, "{text}");
    }
}

fn date_holds(date: PartialDate) {
    let written = date.to_string();
    assert_eq!(written.parse::<PartialDate>().as_ref(), Ok(&date), "{written}");
    let (first, last) = (date.first(), date.last());
    assert!(first <= last, "{written}");
    let (from, to) = date.uncertainty();
    assert!(from <= first && last <= to, "{written}");
    for day in [first, last] {
        day_holds(day);
        let (year, month, of_month) = day.ymd();
        assert_eq!(year, date.year());
        assert!(date.month().is_none_or(|known| known == month), "{written}");
        assert!(date.day().is_none_or(|known| known == of_month), "{written}");
    }
}

/// A day of the calendar has the number from which it was made.
fn day_holds(day: Day) {
    let (year, month, of_month) = day.ymd();
    if (0..=9999).contains(&year) {
        assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        assert_eq!(day.plus(1).number(), day.number() + 1);
        assert!(day.quarter() <= day);
    }
}
