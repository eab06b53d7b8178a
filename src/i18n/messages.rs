//! Words and patterns of words. English is built in; the shell passes another language's from `Intl`.

use crate::base::date::{Day, PartialDate, Qualifier};
use crate::base::language::OTHER;
use crate::base::text::{ISOLATE, embedded, leftward_of};
use crate::format::node::Node;
use crate::model::entity::Entity;
use crate::model::event::{DateKind, Event};
use crate::model::localized_text::LocalizedText;

/// Everything that is said in words, but for the dataset's own: texts by key, as in a message file.
///
/// The shell passes pairs of key and text; what it leaves out is English. Beside the keys of [`ENGLISH`] there are
/// `month_in_date.1` to `.12`, where a language inflects the month inside of a full date, and `country.GB` and so on,
/// where a country's name is not the dataset's.
#[derive(Clone, Debug, Default)]
#[cfg_attr(test, derive(serde::Serialize, ts_rs::TS))]
pub struct Messages(Vec<(String, String)>);

/// The keys and their English texts.
pub const ENGLISH: [(&str, &str); 69] = [
    // BCP 47 tag of the language.
    ("lang", "en"),
    // A day, a month, a year.
    ("day", "{d} {month} {y}"),
    ("month", "{month} {y}"),
    ("year", "{y}"),
    // A source's name, kept apart where what is beside it runs from right to left.
    ("outlet", "{name}"),
    // The ten digits from 0 to 9.
    ("digits", "0123456789"),
    // The plural categories of 0, 1, 2 and so on up to 199; of more the last two digits count, as from 100 on. Beyond the
    // end the last holds.
    ("plurals", "other one other"),
    // What ends a sentence; a status and how many have it; a day and the sentence about it, read aloud.
    ("stop", "{sentence}."),
    ("status_count", "{status}: {n}"),
    ("spoken", "{date}. {sentence}"),
    // The legend's word for no data, and the sentence for a day on which there is nothing but.
    ("no_data", "Not documented"),
    ("nothing", "No decision is documented yet"),
    // A date after a status: the decision's, where many languages put an article before a day; the report's.
    ("since", "since {date}"),
    ("since_day", "since {date}"),
    ("by", "by {date}"),
    // A date in doubt, a date that is about right.
    ("uncertain", "{date} (uncertain)"),
    ("approximate", "about {date}"),
    // Between all but the last two of a list, and between these.
    ("comma", ", "),
    ("and", " and "),
    // Headings of countries that are not on the grid, of blocs, of companies.
    ("countries", "Elsewhere"),
    ("blocs", "Blocs"),
    ("companies", "Companies"),
    // A name and what holds for it.
    ("standing", "{name}: {status}"),
    ("status_since", "{status} {since}"),
    // Two days that are compared; a status on the earlier and the later one.
    ("period", "{from} to {to}"),
    ("turned", "{from}, then {to}"),
    // The sentence about them: who has another status then, and how many of them which.
    ("unchanged", "No {actors} changed"),
    ("changed.one", "{n} {actors} changed: {list}"),
    ("changed.other", "{n} {actors} changed: {list}"),
    ("changed_to.one", "{n} to {status}"),
    ("changed_to.other", "{n} to {status}"),
    ("strip", "{sentence}. The top of a tile shows the earlier day"),
    // The whole of it: from when to when, how many had a status, who had the first one, and how it ends.
    ("story.one", STORY),
    ("story.other", STORY),
    // What operators and blocs do in a country whose government has no status.
    ("acted", "{standing} ({actors})"),
    // What was wrong, with and without the date since which it is right.
    ("correction", "Corrected: {field} was “{was}” and is now “{now}”. {reason}"),
    ("correction_since", "Corrected ({since}): {field} was “{was}” and is now “{now}”. {reason}"),
    // Dates of an event beside its own.
    ("announced", "Announced {date}"),
    ("in_force", "In force since {date}"),
    ("until", "Until {date}"),
    // How well an event is documented, where that is not well, and who decided, where that is unusual.
    ("confidence.medium", "Confidence: medium"),
    ("confidence.low", "Confidence: low"),
    ("level.bloc", "Decided by a bloc"),
    ("level.operator", "Decided by an operator"),
    ("level.government", "Decided by a government"),
    ("month.1", "January"),
    ("month.2", "February"),
    ("month.3", "March"),
    ("month.4", "April"),
    ("month.5", "May"),
    ("month.6", "June"),
    ("month.7", "July"),
    ("month.8", "August"),
    ("month.9", "September"),
    ("month.10", "October"),
    ("month.11", "November"),
    ("month.12", "December"),
    ("month_short.1", "Jan"),
    ("month_short.2", "Feb"),
    ("month_short.3", "Mar"),
    ("month_short.4", "Apr"),
    ("month_short.5", "May"),
    ("month_short.6", "Jun"),
    ("month_short.7", "Jul"),
    ("month_short.8", "Aug"),
    ("month_short.9", "Sep"),
    ("month_short.10", "Oct"),
    ("month_short.11", "Nov"),
    ("month_short.12", "Dec"),
];

const STORY: &str = "{period}: {n} {actors} documented; first “{status}”: {name} ({date}); on the last day, {end}";

impl Messages {
    /// English alone.
    pub const fn english() -> Self {
        Self(Vec::new())
    }

    /// What a shell wrote: a list of pairs of key and text. What is no such pair is left out.
    pub fn read(node: &Node) -> Self {
        let mut pairs = Vec::new();
        for pair in node.list().unwrap_or_default() {
            if let Some([Node::Text(key), Node::Text(text)]) = pair.list() {
                pairs.push((key.clone(), text.clone()));
            }
        }
        Self(pairs)
    }

    /// The text of a key; the key itself where there is none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        let english = || ENGLISH.iter().find(|(known, _)| *known == key).map(|(_, text)| *text);
        self.own(key).or_else(english).unwrap_or(key)
    }

    /// The language, as a BCP 47 tag.
    pub fn lang(&self) -> &str {
        self.text("lang")
    }

    /// An entity's name in the language: the dataset's, else that of the code, else the dataset's in its own language.
    pub fn name<'a>(&'a self, entity: &'a Entity) -> &'a str {
        let coded = || if entity.coded { self.own(&format!("country.{}", entity.id)) } else { None };
        if entity.name.speaks(self.lang()) { None } else { coded() }.unwrap_or_else(|| entity.name.nearest(self.lang()))
    }

    /// A day in full: `14 July 2020`.
    pub fn full_day(&self, day: Day) -> String {
        let (year, month, date) = day.ymd();
        let inflected = format!("month_in_date.{month}");
        let name = self.own(&inflected).map_or_else(|| self.month(month), str::to_owned);
        self.fill("day", &[("d", &self.number(date.into())), ("month", &name), ("y", &self.year(year))])
    }

    /// The month of a day: `July 2020`.
    pub fn month_of(&self, day: Day) -> String {
        let (year, month, _) = day.ymd();
        self.fill("month", &[("month", &self.month(month)), ("y", &self.year(year))])
    }

    /// A date as precisely as it is known: `July 2020`.
    pub fn date(&self, date: PartialDate) -> String {
        let plain = match (date.month(), date.day()) {
            (Some(_), Some(_)) => self.full_day(date.first()),
            (Some(_), None) => self.month_of(date.first()),
            _ => self.whole_year(date.year()),
        };
        let about = |text: String| self.fill("approximate", &[("date", &text)]);
        let doubted = |text: String| self.fill("uncertain", &[("date", &text)]);
        match date.qualifier() {
            Qualifier::Certain => plain,
            Qualifier::Uncertain => doubted(plain),
            Qualifier::Approximate => about(plain),
            Qualifier::Both => doubted(about(plain)),
        }
    }

    /// When an event was, for a list: `July 2020`, or `by 15 July 2020` where only the report is dated.
    pub fn when(&self, event: &Event) -> String {
        let date = self.date(event.date);
        match event.date_kind {
            DateKind::Decision => date,
            DateKind::Publication => self.fill("by", &[("date", &date)]),
        }
    }

    /// Since when a status holds that an event set: `since July 2020`, `by 15 July 2020`.
    pub fn since(&self, event: &Event) -> String {
        match event.date_kind {
            DateKind::Decision => {
                let key = if event.date.day().is_some() { "since_day" } else { "since" };
                self.fill(key, &[("date", &self.date(event.date))])
            }
            DateKind::Publication => self.when(event),
        }
    }

    /// The name of a month for an axis: `Jul`.
    pub fn short_month(&self, month: u8) -> String {
        self.text(&format!("month_short.{month}")).to_owned()
    }

    /// A year in a sentence: some languages say a word with it.
    pub fn whole_year(&self, year: i32) -> String {
        self.fill("year", &[("y", &self.year(year))])
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
    pub fn plural(&self, clause: &LocalizedText, count: u32) -> String {
        self.filled(clause.form(self.lang(), self.category(count)), &[("n", &self.number(count))])
    }

    /// The text of a key for `count` of something, with each `{name}` replaced.
    pub fn count(&self, key: &str, count: u32, values: &[(&str, &str)]) -> String {
        let mut form = format!("{key}.{}", self.category(count));
        if self.text(&form) == form {
            form = format!("{key}.{OTHER}");
        }
        self.fill(&form, values)
    }

    /// The plural category of a number.
    fn category(&self, count: u32) -> &str {
        let mut left = if count < 200 { count } else { 100 + count % 100 };
        let mut found = OTHER;
        for category in self.text("plurals").split(' ') {
            found = category;
            if left == 0 {
                break;
            }
            left -= 1;
        }
        found
    }

    /// A list in a sentence: `a, b and c`.
    pub fn list(&self, parts: &[String]) -> String {
        self.joined(parts, "and")
    }

    /// A list with the text of a key before the last part.
    pub fn joined(&self, parts: &[String], last: &str) -> String {
        let mut list = String::new();
        for (index, part) in parts.iter().enumerate() {
            list += match index {
                0 => "",
                _ if index + 1 == parts.len() => self.text(last),
                _ => self.text("comma"),
            };
            list += &self.embedded(part);
        }
        list
    }

    /// A text as a part of a sentence of the language: isolated where it runs the other way.
    pub(crate) fn embedded(&self, text: &str) -> String {
        embedded(text, leftward_of(self.text("nothing")) == Some(true))
    }

    /// The text of a key with each `{name}` replaced.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.filled(self.text(key), values)
    }

    fn month(&self, month: u8) -> String {
        self.text(&format!("month.{month}")).to_owned()
    }

    fn own(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str())
    }

    fn localized(&self, digits: String) -> String {
        let own = self.text("digits");
        if own.starts_with('0') {
            return digits;
        }
        let mut text = String::new();
        for digit in digits.chars() {
            text.push(digit.to_digit(10).and_then(|n| own.chars().nth(n as usize)).unwrap_or(digit));
        }
        text
    }

    /// The pattern with each `{name}` replaced.
    fn filled(&self, pattern: &str, values: &[(&str, &str)]) -> String {
        let mut text = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, (name, after))) = rest.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?)))
        {
            text.push_str(before);
            match values.iter().find(|(known, _)| *known == name) {
                // A pattern may isolate what is in it itself.
                Some((_, value)) if text.ends_with(ISOLATE) => text.push_str(value),
                Some((_, value)) => text += &self.embedded(value),
                None => text.extend(["{", name, "}"]),
            }
            rest = after;
        }
        text + rest
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
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
        let pairs = [("digits", "٠١٢٣٤٥٦٧٨٩"), ("day", "{y}/{month}/{d}"), ("month_in_date.7", "juillet")];
        let other = Messages(pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).to_vec());
        assert_eq!(other.date(date("2020-07-14")), "٢٠٢٠/juillet/١٤");
    }

    #[test]
    fn a_language_may_say_a_word_with_a_year_and_another_before_a_day() {
        let csv = "entity,date,status,source\nFR,2018-08-01,banned,A\nDE,2018,banned,A\n";
        let dataset = crate::Dataset::from_text(csv).unwrap();
        let pairs = [("year", "{y}年"), ("since", "depuis {date}"), ("since_day", "depuis le {date}")];
        let other = Messages(pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).to_vec());
        let since: Vec<_> = dataset.events().iter().map(|event| other.since(event)).collect();
        assert_eq!(since, ["depuis 2018年", "depuis le 1 August 2018"]);
        assert_eq!(Messages::default().since(&dataset.events()[1]), "since 1 August 2018");
    }

    #[test]
    fn a_pattern_keeps_what_it_does_not_know() {
        assert_eq!(Messages::default().filled("{n} of {all}", &[("n", "3")]), "3 of {all}");
        assert_eq!(Messages::default().filled("{n", &[("n", "3")]), "{n");
        assert_eq!(Messages::default().filled("{n}", &[("n", "{n}")]), "{n}");
    }

    #[test]
    fn patterns_are_filled_as_the_shell_fills_them() {
        let cases: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../tests/data/patterns.json")).unwrap();
        for case in cases {
            let values = case["values"].as_object().unwrap();
            let values: Vec<_> = values.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
            let filled = Messages::default().filled(case["pattern"].as_str().unwrap(), &values);
            assert_eq!(filled, case["filled"].as_str().unwrap(), "{case}");
        }
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
        let clause = r#"{"one": "{n} bans it", "other": "{n} ban it"}"#;
        let clause = LocalizedText::read(&serde_json::from_str(clause).unwrap(), "en").unwrap();
        assert_eq!(messages.plural(&clause, 1), "1 bans it");
        assert_eq!(messages.plural(&clause, 0), "0 ban it");
        assert_eq!(messages.plural(&clause, 301), "301 ban it");
    }
}
