//! What one cell says about a date, before the column has settled the order of day and month.

use crate::base::case::small;
use crate::base::date::{Day, PartialDate};
use crate::import::dates::words::{is_about, is_act, is_quarter, is_silent, of_era, season_of};
use crate::import::dates::{CellDate, date, month_of, plain_digits};
use crate::import::marks::date_without_marks;

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A date.
    Date(CellDate),
    /// Three numbers whose order the cell does not tell.
    Numbers(Numbers),
    /// A number of days since the end of 1899, as spreadsheets count. It is a date only in a column of dates.
    Serial(PartialDate),
    /// A year before the year 0, which the format does not have.
    BeforeZero,
}

/// Three numbers of a date and the character between them. The last one is the year, unless the order is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    pub(crate) separator: u8,
    pub(crate) first: u8,
    pub(crate) second: u8,
    /// The year if it has four digits.
    pub(crate) year: Option<u16>,
    /// The last two digits.
    pub(crate) last: u8,
}

/// The days that the column of a serial number can have: 1954 to 2119. Outside of them a number is more likely an amount.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=80_000;
/// The number that spreadsheets give to 1970-01-01.
const EPOCH: i32 = 25_569;
/// The years that a number of four digits more likely means than an amount.
const OF_OUR_TIME: std::ops::RangeInclusive<i32> = 1_500..=2_100;
/// The longest text of a date, in bytes.
const LONGEST: usize = 60;

/// Reads a cell; `None` if it is no date.
pub(crate) fn read(cell: &str) -> Option<Reading> {
    if cell.is_empty() || cell.len() > LONGEST {
        return None;
    }
    let lower = small(&plain_digits(cell));
    let text = date_without_marks(lower.trim());
    // Already in the notation of the format, except for a year and two digits: they may be a season, 2019-20.
    if let Ok(date) = text.parse::<PartialDate>() {
        return Some(exact(date));
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits(text);
    }
    let common = of_era(text);
    let text = common.as_deref().unwrap_or(text);
    let day = without_act(without_time(text));
    before_zero(day).or_else(|| numeric(day)).or_else(|| week(day)).or_else(|| worded(day)).or_else(|| fraction(text))
}

/// Whether a cell looks like a date. Without a name that says so, a plain number is one only if it is a year of our
/// time.
pub(crate) fn looks_like_date(cell: &str, named: bool) -> bool {
    let cell = date_without_marks(cell.trim());
    match read(cell) {
        Some(Reading::Date(found)) if !named && cell.len() == 4 => OF_OUR_TIME.contains(&found.date.year()),
        Some(Reading::Date(found)) if !named && cell.bytes().all(|byte| byte.is_ascii_digit()) => {
            (1_800..=2_100).contains(&found.date.year())
        }
        Some(Reading::Serial(_)) => named,
        found => found.is_some(),
    }
}

fn exact(date: PartialDate) -> Reading {
    Reading::Date(CellDate { date, approximated: false })
}

fn about(year: i32, month: Option<u8>, day: Option<u8>, suffix: &str) -> Option<Reading> {
    Some(Reading::Date(CellDate { date: date(year, month, day, suffix)?, approximated: true }))
}

/// Only digits: 20200301, 202003, or the number of a day.
fn digits(text: &str) -> Option<Reading> {
    let part = |start: usize, end: usize| text.get(start..end)?.parse::<u8>().ok();
    match text.len() {
        8 => date(text[..4].parse().ok()?, part(4, 6), part(6, 8), "").map(exact),
        6 => date(text[..4].parse().ok()?, part(4, 6), None, "").map(exact),
        5 => serial(text.parse().ok()?),
        _ => None,
    }
}

/// The number of a day with a time of day behind the point: 43891.5.
fn fraction(text: &str) -> Option<Reading> {
    let (whole, rest) = text.split_once('.')?;
    let is_number = !rest.is_empty() && [whole, rest].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_number && whole.len() == 5 { serial(whole.parse().ok()?) } else { None }
}

fn serial(number: i32) -> Option<Reading> {
    let (year, month, day) = Day::from_number(number - EPOCH).ymd();
    SERIALS.contains(&number).then(|| date(year, Some(month), Some(day), "").map(Reading::Serial)).flatten()
}

/// The text before a time of day: `2020-03-01t23:30:00-05:00`, `3/1/2020 0:00`.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let hours = text[..colon].trim_end_matches(|letter: char| letter.is_ascii_digit());
    match hours.strip_suffix(['t', ' ']) {
        Some(day) if day.bytes().any(|byte| byte.is_ascii_digit()) => day.trim_end_matches([',', ' ']),
        _ => text,
    }
}

/// The day before a mark of collections of treaties: `2003-09-25 a` is an accession. A year alone keeps its letters, as
/// `1990 s` is a decade.
fn without_act(text: &str) -> &str {
    let Some((day, act)) = text.rsplit_once([' ', '\u{a0}']) else { return text };
    let day = day.trim_end();
    let is_day = || match day
        .parse::<PartialDate>()
        .map_or_else(|_| numeric(day).or_else(|| worded(day)), |date| Some(exact(date)))
    {
        Some(Reading::Numbers(_)) => true,
        Some(Reading::Date(found)) => found.date.day().is_some(),
        _ => false,
    };
    if is_act(act.trim_matches(['(', ')'])) && is_day() { day } else { text }
}

fn before_zero(text: &str) -> Option<Reading> {
    let number = |rest: &str| {
        let rest = rest.trim();
        !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())
    };
    let ends = ["bc", "bce", "b.c.", "v. chr.", "av. j.-c.", "a. c.", "до н. э.", "до н.э."];
    let by_word = ends.iter().any(|end| text.strip_suffix(end).is_some_and(number));
    let by_sign = text.strip_prefix('-').is_some_and(|rest| rest.len() == 4 && number(rest));
    (by_word || by_sign).then_some(Reading::BeforeZero)
}

/// Numbers with one kind of separator: 2020/3/1, 14.03.2020, 4/23/20, 03/2020.
fn numeric(text: &str) -> Option<Reading> {
    let (text, suffix) = match text.char_indices().last() {
        Some((at, mark @ ('?' | '~' | '%'))) => (text[..at].trim_end(), mark.to_string()),
        _ => (text, String::new()),
    };
    let text = text.trim_end_matches('.');
    let separator = text.bytes().find(|byte| !byte.is_ascii_digit())?;
    if !b"/.-".contains(&separator) {
        return None;
    }
    let parts: Vec<&str> = text.split(char::from(separator)).map(str::trim).collect();
    if parts.iter().any(|part| part.is_empty() || part.len() > 4 || part.bytes().any(|byte| !byte.is_ascii_digit())) {
        return None;
    }
    let number = |part: &str| part.parse::<u8>().ok();
    // With a point, a year and a month are a date only where they are not more likely an amount: 4512.5, 1033.07.
    let is_amount = |year: &str, month: &str| {
        separator == b'.' && (month.len() != 2 || !year.parse().is_ok_and(|year| OF_OUR_TIME.contains(&year)))
    };
    match *parts.as_slice() {
        [year, month] | [month, year] if year.len() == 4 && is_amount(year, month) => None,
        [year, month, day] if year.len() == 4 => {
            date(year.parse().ok()?, number(month), Some(number(day)?), &suffix).map(exact)
        }
        [year, month] if year.len() == 4 && month.len() < 3 => {
            date(year.parse().ok()?, Some(number(month)?), None, &suffix).map(exact)
        }
        [month, year] if year.len() == 4 && month.len() < 3 => {
            date(year.parse().ok()?, Some(number(month)?), None, &suffix).map(exact)
        }
        [first, second, year] if year.len() == 4 || year.len() == 2 => {
            let (first, second) = (number(first)?, number(second)?);
            let long = (year.len() == 4).then(|| year.parse().ok()).flatten();
            let last = year[year.len() - 2..].parse().ok()?;
            Some(Reading::Numbers(Numbers { separator, first, second, year: long, last }))
        }
        _ => None,
    }
}

/// A week of ISO 8601: 2020-W11, W11 2020.
fn week(text: &str) -> Option<Reading> {
    let (before, after) = text.split_once('w')?;
    let strip = |part: &str| part.trim_matches(['-', ' ', '/', ',']).to_owned();
    let (year, week) = match (strip(before), strip(after)) {
        (year, week) if year.len() == 4 => (year, week),
        (before, after) if before.is_empty() => {
            let (week, year) = after.split_once(['-', ' ', '/'])?;
            (year.to_owned(), week.to_owned())
        }
        _ => return None,
    };
    let (year, week) = (year.parse::<i32>().ok().filter(|_| year.len() == 4)?, week.parse::<i32>().ok()?);
    // The week of 4 January is the first one. Its Thursday is in the middle.
    let fourth = Day::from_ymd(year, 1, 4)?;
    let monday = fourth.plus(-(fourth.number() + 3).rem_euclid(7));
    let thursday = monday.plus((week - 1) * 7 + 3);
    let (year, month, day) = thursday.ymd();
    if (1..=53).contains(&week) { about(year, Some(month), Some(day), "~") } else { None }
}

/// What the words and numbers of a text say together.
#[derive(Default)]
struct Words {
    month: Option<u8>,
    quarter: bool,
    season: Option<u8>,
    decade: bool,
    about: bool,
    unsure: bool,
    numbers: Vec<(u16, usize)>,
}

/// A date with words: 1 March 2020, March 1st, 2020, 01-Mar-20, Q1 2020, the 1990s, c. 1990, 2020年3月1日.
fn worded(text: &str) -> Option<Reading> {
    let cjk = text.replace(['年', '월', '년'], "-").replace('月', "-").replace(['日', '일'], "");
    if cjk != text {
        let text = cjk.trim_end_matches('-');
        if let Some(found) = numeric(text).or_else(|| text.parse().ok().map(exact)) {
            return Some(found);
        }
    }
    let words = words(&cjk)?;
    let suffix = match (words.about, words.unsure) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        _ => "",
    };
    let year_of = |(number, digits): (u16, usize)| (digits == 4).then_some(i32::from(number));
    if words.decade {
        let [(start, digits)] = *words.numbers.as_slice() else { return None };
        let start = if digits == 4 { i32::from(start) } else { century(start as u8) };
        return if start % 10 == 0 { about(start + 5, None, None, "%") } else { None };
    }
    if words.quarter {
        let (year, quarter) = match *words.numbers.as_slice() {
            [one, (quarter, 1)] | [(quarter, 1), one] => (year_of(one).unwrap_or(century(one.0 as u8)), quarter),
            _ => return None,
        };
        return if (1..=4).contains(&quarter) { about(year, Some(quarter as u8 * 3 - 1), None, "~") } else { None };
    }
    if let Some(month) = words.season {
        let [year] = *words.numbers.as_slice() else { return None };
        return about(year_of(year)?, Some(month), None, "~");
    }
    let is_spaced = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    let found = match (words.month, words.numbers.as_slice()) {
        // A year above the numbers of months.
        (None, [(year, 4), (month, 1 | 2)]) if is_spaced => {
            date(i32::from(*year), Some(u8::try_from(*month).ok()?), None, suffix)
        }
        (None, [year]) => date(year_of(*year)?, None, None, suffix),
        (Some(month), [year]) => date(year_of(*year).unwrap_or(century(year.0 as u8)), Some(month), None, suffix),
        (Some(month), [first, second]) => {
            let (day, year) = match (year_of(*first), year_of(*second)) {
                (Some(year), None) => (second.0, year),
                (None, Some(year)) => (first.0, year),
                (None, None) => (first.0, century(second.0 as u8)),
                _ => return None,
            };
            date(year, Some(month), Some(u8::try_from(day).ok()?), suffix)
        }
        _ => None,
    };
    found.map(exact)
}

/// The words and numbers; `None` if one of them has nothing to do with a date.
fn words(text: &str) -> Option<Words> {
    let mut found = Words::default();
    // World Bank writes "2012 [YR2012]".
    let text = text.split('[').next().unwrap_or_default();
    for token in tokens(text) {
        if token.starts_with(|letter: char| letter.is_ascii_digit()) {
            if token.len() > 4 || found.numbers.len() == 2 {
                return None;
            }
            found.numbers.push((token.parse().ok()?, token.len()));
        } else if token == "?" {
            found.unsure = true;
        } else if token == "~" || is_about(token) {
            found.about = true;
        } else if (token == "s" || token == "er") && found.numbers.last().is_some_and(|(number, _)| number % 10 == 0) {
            found.decade = true;
        } else if is_quarter(token) {
            found.quarter = true;
        } else if let Some(month) = season_of(token) {
            found.season = Some(month);
        } else if let Some(month) = month_of(token) {
            if found.month.replace(month).is_some() {
                return None;
            }
        } else if !is_silent(token) {
            return None;
        }
    }
    (!found.numbers.is_empty()).then_some(found)
}

/// Runs of digits, runs of letters, and the marks `?` and `~`.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |letter: char| match letter {
        '0'..='9' => 1,
        '?' | '~' => 2,
        // Vowel signs of Devanagari are marks, not letters.
        _ if letter.is_alphanumeric() || ('\u{900}'..='\u{97f}').contains(&letter) => 3,
        _ => 0,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut last = 0;
    for (at, letter) in text.char_indices() {
        let kind = kind(letter);
        if kind != last {
            if last != 0 {
                tokens.push(&text[start..at]);
            }
            (start, last) = (at, kind);
        }
    }
    if last != 0 {
        tokens.push(&text[start..]);
    }
    tokens
}

/// The year that two digits mean: 69 to 99 are of the 20th century, as in the standard of POSIX.
pub(super) fn century(digits: u8) -> i32 {
    i32::from(digits) + if digits < 69 { 2_000 } else { 1_900 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date_of(text: &str) -> String {
        match read(text) {
            Some(Reading::Date(found)) => found.date.to_string(),
            Some(Reading::Serial(date)) => format!("serial {date}"),
            Some(Reading::Numbers(numbers)) => format!("{}, {}", numbers.first, numbers.second),
            Some(Reading::BeforeZero) => "before 0".to_owned(),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn dates_are_read_in_the_forms_that_people_write() {
        for (text, expected) in [
            ("2020-03-01T23:30:00-05:00", "2020-03-01"),
            ("2020-03-01 00:00:00", "2020-03-01"),
            ("2020-3-1", "2020-03-01"),
            ("2020.03.01", "2020-03-01"),
            ("2020/03/01", "2020-03-01"),
            ("20200301", "2020-03-01"),
            ("202003", "2020-03"),
            ("43891", "serial 2020-03-01"),
            ("43891.75", "serial 2020-03-01"),
            ("March 1, 2020", "2020-03-01"),
            ("1 March 2020", "2020-03-01"),
            ("Sunday, March 1st, 2020", "2020-03-01"),
            ("01-Mar-20", "2020-03-01"),
            ("Mar 2020", "2020-03"),
            ("Mar-91", "1991-03"),
            ("03/2020", "2020-03"),
            ("03.2020", "2020-03"),
            ("2020.03", "2020-03"),
            ("1.3.2020", "1, 3"),
            ("4/23/20", "4, 23"),
            ("4/23/2020 12:00 AM", "4, 23"),
            ("1. März 2020", "2020-03-01"),
            ("1er août 2020", "2020-08-01"),
            ("1 de marzo de 2020", "2020-03-01"),
            ("1º de março de 2020", "2020-03-01"),
            ("1 марта 2020 г.", "2020-03-01"),
            ("١ مارس ٢٠٢٠", "2020-03-01"),
            ("1 במרץ 2020", "2020-03-01"),
            ("1 मार्च 2020", "2020-03-01"),
            ("2020年3月1日", "2020-03-01"),
            ("2020年3月", "2020-03"),
            ("2020年", "2020"),
            ("2003-09-25 a", "2003-09-25"),
            ("25/09/2003 d", "25, 9"),
            ("25 Sep 2003 AA", "2003-09-25"),
            ("25.9.2003 (s)", "25, 9"),
            ("2003-09-25\u{a0}A", "2003-09-25"),
            ("2020 3", "2020-03"),
            ("1985*", "1985"),
            ("1985 †", "1985"),
            ("14 March 1985[b]¹", "1985-03-14"),
            ("2018?", "2018?"),
            ("c. 1990", "1990~"),
            ("um 1990", "1990~"),
            ("2012 [YR2012]", "2012"),
            ("X2012", "2012"),
        ] {
            assert_eq!(date_of(text), expected, "{text}");
        }
    }

    #[test]
    fn periods_that_the_format_does_not_have_become_their_middle() {
        for (text, expected) in [
            ("Q1 2020", "2020-02~"),
            ("2020 Q4", "2020-11~"),
            ("3. Quartal 2020", "2020-08~"),
            ("1990s", "1995%"),
            ("1990er", "1995%"),
            ("2020-W11", "2020-03-12~"),
            ("W01 2021", "2021-01-07~"),
        ] {
            assert_eq!(date_of(text), expected, "{text}");
            assert!(matches!(read(text), Some(Reading::Date(CellDate { approximated: true, .. }))), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_stays_none() {
        for text in [
            "",
            "soon",
            "banned",
            "May",
            "3",
            "1234567",
            "2019-20",
            "2021-02-30",
            "12:30",
            "5 million",
            "2020-13-01",
            "March",
            "2020-W54",
            "*",
            "[1]",
            "2003-09-25 b",
            "2003 a",
            "plan a",
            "Q5 2020",
            "1.5",
            "4512.5",
            "4512.05",
            "1033.07",
            "2020.5",
            "2020 13",
            "3 2020",
            "3.1415",
            "10 Downing Street",
            "٢",
        ] {
            assert_eq!(date_of(text), "none", "{text}");
        }
        assert_eq!(date_of("44 BC"), "before 0");
        assert_eq!(date_of("-0044"), "before 0");
    }

    #[test]
    fn a_number_is_a_date_only_where_a_name_says_so() {
        assert!(looks_like_date("43891", true) && !looks_like_date("43891", false));
        assert!(looks_like_date("2020", false) && !looks_like_date("4812", false));
        assert!(looks_like_date("2020*", false) && !looks_like_date("4812*", false));
    }
}
