//! Words and patterns of words. English is built in; the shell passes another language's from `Intl`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::dataset::{DateKind, Entity, Event, Plural};
use crate::date::{Day, PartialDate, Qualifier};

/// Everything that is said in words, but for the dataset's own. Any field may be left out: then it is English.
#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
pub struct Messages {
    /// BCP 47 tag of the language of dates and names.
    pub lang: String,
    /// January to December as inside a full date.
    pub months: Vec<String>,
    /// January to December on their own or before a year.
    pub months_alone: Vec<String>,
    /// Jan to Dec.
    pub months_short: Vec<String>,
    /// A day: `{d} {month} {y}`.
    pub day: String,
    /// A month: `{month} {y}`.
    pub month: String,
    /// The ten digits from 0 to 9.
    pub digits: String,
    /// The plural category of 0, 1, 2 and so on; beyond its end the last holds.
    pub plurals: Vec<String>,
    /// Names of countries by code, where they are not the dataset's.
    pub names: BTreeMap<String, String>,
    /// Words of the interface.
    pub words: Words,
}

/// The words of the interface.
#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
pub struct Words {
    /// The legend's word for no data.
    pub no_data: String,
    /// A date that is the decision's, after a status: `since {date}`.
    pub since: String,
    /// A date that is the report's: `by {date}`.
    pub by: String,
    /// A date in doubt.
    pub uncertain: String,
    /// A date that is about right.
    pub approximate: String,
    /// Between all but the last two of a list.
    pub comma: String,
    /// Between the last two of a list.
    pub and: String,
    /// The sentence for a day on which nothing is documented yet.
    pub nothing: String,
    /// Heading of the countries that are not on the grid.
    pub countries: String,
    /// Heading of the blocs.
    pub blocs: String,
    /// Heading of the companies.
    pub companies: String,
    /// A correction: `{field} was {was}, is {now}: {reason}`.
    pub correction: String,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            no_data: "Not documented".to_owned(),
            since: "since {date}".to_owned(),
            by: "by {date}".to_owned(),
            uncertain: "{date} (uncertain)".to_owned(),
            approximate: "about {date}".to_owned(),
            comma: ", ".to_owned(),
            and: " and ".to_owned(),
            nothing: "No decision is documented yet".to_owned(),
            countries: "Elsewhere".to_owned(),
            blocs: "Blocs".to_owned(),
            companies: "Companies".to_owned(),
            correction: "Corrected: {field} was “{was}”, is “{now}”. {reason}".to_owned(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Default for Messages {
    fn default() -> Self {
        let months: Vec<String> = MONTHS.map(str::to_owned).to_vec();
        Self {
            lang: "en".to_owned(),
            months_short: MONTHS.map(|month| month[..3].to_owned()).to_vec(),
            months_alone: months.clone(),
            months,
            day: "{d} {month} {y}".to_owned(),
            month: "{month} {y}".to_owned(),
            digits: "0123456789".to_owned(),
            plurals: ["other", "one", "other"].map(str::to_owned).to_vec(),
            names: BTreeMap::new(),
            words: Words::default(),
        }
    }
}

impl Messages {
    /// An entity's name in the language.
    pub fn name<'a>(&'a self, entity: &'a Entity) -> &'a str {
        self.names.get(&entity.id).unwrap_or(&entity.name)
    }

    /// A day in full: `14 July 2020`.
    pub fn full_day(&self, day: Day) -> String {
        let (year, month, date) = day.ymd();
        fill(
            &self.day,
            &[("d", &self.number(date.into())), ("month", pick(&self.months, month)), ("y", &self.year(year))],
        )
    }

    /// A date as precisely as it is known: `July 2020`.
    pub fn date(&self, date: PartialDate) -> String {
        let plain = match (date.month(), date.day()) {
            (Some(_), Some(_)) => self.full_day(date.first()),
            (Some(month), None) => {
                fill(&self.month, &[("month", pick(&self.months_alone, month)), ("y", &self.year(date.year()))])
            }
            _ => self.year(date.year()),
        };
        let words = &self.words;
        match date.qualifier() {
            Qualifier::Certain => plain,
            Qualifier::Uncertain => fill(&words.uncertain, &[("date", &plain)]),
            Qualifier::Approximate => fill(&words.approximate, &[("date", &plain)]),
            Qualifier::Both => {
                let about = fill(&words.approximate, &[("date", &plain)]);
                fill(&words.uncertain, &[("date", &about)])
            }
        }
    }

    /// When an event was, for a list: `July 2020`, or `by 15 July 2020` where only the report is dated.
    pub fn when(&self, event: &Event) -> String {
        let date = self.date(event.date);
        match event.date_kind {
            DateKind::Decision => date,
            DateKind::Publication => fill(&self.words.by, &[("date", &date)]),
        }
    }

    /// Since when a status holds that an event set: `since July 2020`, `by 15 July 2020`.
    pub fn since(&self, event: &Event) -> String {
        match event.date_kind {
            DateKind::Decision => fill(&self.words.since, &[("date", &self.date(event.date))]),
            DateKind::Publication => self.when(event),
        }
    }

    /// The name of a month for an axis: `Jul`.
    pub fn short_month(&self, month: u8) -> &str {
        pick(&self.months_short, month)
    }

    /// A year in the language's digits.
    pub fn year(&self, year: i32) -> String {
        self.localized(year.to_string())
    }

    /// A whole number in the language's digits.
    pub fn number(&self, number: u32) -> String {
        self.localized(number.to_string())
    }

    /// A clause about `count` of something, with `{n}` filled in.
    pub fn plural(&self, clause: &Plural, count: u32) -> String {
        let last = self.plurals.len().saturating_sub(1);
        let category = self.plurals.get(last.min(count as usize)).map_or("other", String::as_str);
        let pattern = if category == "one" { &clause.one } else { &clause.other };
        fill(pattern, &[("n", &self.number(count))])
    }

    /// A list in a sentence: `a, b and c`.
    pub fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => first.join(&self.words.comma) + &self.words.and + last,
        }
    }

    fn localized(&self, digits: String) -> String {
        if self.digits.starts_with('0') {
            return digits;
        }
        let own: Vec<char> = self.digits.chars().collect();
        digits
            .chars()
            .map(|digit| digit.to_digit(10).and_then(|n| own.get(n as usize)).copied().unwrap_or(digit))
            .collect()
    }
}

fn pick(names: &[String], month: u8) -> &str {
    names.get(usize::from(month) - 1).map_or("", String::as_str)
}

/// The pattern with each `{name}` replaced.
pub(crate) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|length| open + length) else { break };
        text.push_str(&rest[..open]);
        let name = &rest[open + 1..close];
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => text.push_str(value),
            None => text.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_said_as_precisely_as_they_are_known() {
        let messages = Messages::default();
        assert_eq!(messages.date(date("2020-07-14")), "14 July 2020");
        assert_eq!(messages.date(date("2018-08~")), "about August 2018");
        assert_eq!(messages.date(date("2018?")), "2018 (uncertain)");
        assert_eq!(messages.date(date("2018%")), "about 2018 (uncertain)");
    }

    #[test]
    fn digits_and_order_are_the_languages() {
        let arabic =
            Messages {
                digits: "٠١٢٣٤٥٦٧٨٩".to_owned(), day: "{y}/{month}/{d}".to_owned(), ..Messages::default()
            };
        assert_eq!(arabic.date(date("2020-07-14")), "٢٠٢٠/July/١٤");
    }

    #[test]
    fn a_pattern_keeps_what_it_does_not_know() {
        assert_eq!(fill("{n} of {all}", &[("n", "3")]), "3 of {all}");
        assert_eq!(fill("{n", &[("n", "3")]), "{n");
        assert_eq!(fill("{n}", &[("n", "{n}")]), "{n}");
    }

    #[test]
    fn lists_end_in_and() {
        let messages = Messages::default();
        let parts = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(messages.list(&parts), "a, b and c");
        assert_eq!(messages.list(&parts[..1]), "a");
    }

    #[test]
    fn one_is_singular() {
        let messages = Messages::default();
        let clause = Plural { one: "{n} bans it".to_owned(), other: "{n} ban it".to_owned() };
        assert_eq!(messages.plural(&clause, 1), "1 bans it");
        assert_eq!(messages.plural(&clause, 0), "0 ban it");
        assert_eq!(messages.plural(&clause, 301), "301 ban it");
    }
}
