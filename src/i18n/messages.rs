//! The messages: texts and patterns of one language. English is built in; the shell passes the texts of other
//! languages.

use crate::base::date::{Day, PartialDate, Qualifier};
use crate::base::language::OTHER;
use crate::base::text::{ISOLATE, embedded, leftward_of};
use crate::format::node::{Node, Value};
use crate::model::entity::Entity;
use crate::model::event::{DateKind, Event};
use crate::model::lifetime::Absence;
use crate::model::localized_text::LocalizedText;

/// All texts of the figure except those of the dataset. Each text has a key, as in a message file.
///
/// The shell passes pairs of key and text. A text that it does not pass is English. There are further keys without an
/// English text: `month_in_date.1` to `month_in_date.12` for languages that inflect the month in a full date, and
/// `country.GB` and so on for names of countries.
#[derive(Clone, Debug, Default)]
#[cfg_attr(test, derive(serde::Serialize, ts_rs::TS))]
pub struct Messages(Vec<(String, String)>);

/// The keys and their English texts. `docs/languages.md` describes the keys.
pub const ENGLISH: &[(&str, &str)] = &[
    ("lang", "en"),
    ("day", "{d} {month} {y}"),
    ("month", "{month} {y}"),
    ("year", "{y}"),
    // The name of a source. Right-to-left languages isolate it from the text beside it.
    ("outlet", "{name}"),
    ("digits", "0123456789"),
    // The plural categories of the numbers 0, 1, 2 and so on, at most up to 199. The last category also applies to all
    // larger numbers. Numbers from 200 on have the category of the number from 100 to 199 with the same last two
    // digits.
    ("plurals", "other one other"),
    // The plural category of a million, and of all larger round numbers.
    ("million", "other"),
    // The language of numbers in words: one that the browser knows.
    ("numbers", "en"),
    ("stop", "{sentence}."),
    // The end of a sentence about statuses if weak statuses are left out.
    ("stop_firm", "{sentence}. Only rules and decisions count."),
    ("status_count", "{status}: {n}"),
    ("spoken", "{date}. {sentence}"),
    ("no_data", "Not documented"),
    ("no_data_count", "{n} not documented"),
    // The same if weak statuses are left out.
    ("no_firm", "No rule or decision"),
    ("no_firm_count", "{n} without rule or decision"),
    // An entity outside of its lifetime.
    ("not_yet", "Did not exist before {date}"),
    ("no_longer", "Did not exist after {date}"),
    ("nothing", "No decision is documented yet"),
    // A date after a status: the date of a decision, which in many languages has an article before a day, and the date
    // of a report.
    ("since", "since {date}"),
    ("since_day", "since {date}"),
    ("by", "by {date}"),
    ("uncertain", "{date} (uncertain)"),
    ("approximate", "about {date}"),
    ("comma", ", "),
    ("and", " and "),
    // Between a status and what it rests on.
    ("dot", " · "),
    ("countries", "Elsewhere"),
    ("blocs", "Blocs"),
    ("companies", "Companies"),
    ("groups", "Companies and blocs"),
    ("off_map", "Not on the map"),
    ("groups_more", "Companies and others"),
    ("changed_today", "Changed on this day"),
    // The same if the date is a month or a year.
    ("changed_in", "Changed: {date}"),
    ("standing", "{name}: {status}"),
    ("status_since", "{status} {since}"),
    ("period", "{from} to {to}"),
    ("turned", "{from}, then {to}"),
    // The sentence about a comparison: how many entities changed, and how many of them to which status.
    ("unchanged", "No {actors} changed"),
    ("changed.one", "{n} {actors} changed: {list}"),
    ("changed.other", "{n} {actors} changed: {list}"),
    ("changed_to.one", "{n} to {status}"),
    ("changed_to.other", "{n} to {status}"),
    // The same if the figure counts weights: the inhabitants of countries, or something else such as votes.
    ("inhabitants.one", "person"),
    ("inhabitants.other", "people"),
    ("people", "people"),
    ("amount", "{n} {unit}"),
    ("living", "{n} {unit} live where the status is “{status}”"),
    ("living_too", "{n} where it is “{status}”"),
    ("weighed_change", "The status changed for {n} {unit}: {list}"),
    ("weights_source", "Numbers of {unit}: {source}"),
    ("weightless.one", "{n} {actors} without a number of {unit} counts as 0"),
    ("weightless.other", "{n} {actors} without a number of {unit} count as 0"),
    ("strip", "{sentence}. The top of a tile shows the earlier day"),
    // The pictures of the whole period.
    ("history_tiles", "Each tile is a timeline from left to right"),
    ("year_maps", "The statuses at the end of each year"),
    // The story: the period, the number of entities with a status, the first of them, and the counts on the last day.
    ("story.one", STORY),
    ("story.other", STORY),
    // The statuses of companies and blocs that act in a country whose government has no status.
    ("acted", "{standing} ({actors})"),
    // A row of "Who, when": the status on the date, and the first status.
    ("first", "{standing}; first: {first}"),
    // In the tooltip of such a row.
    ("thin", "Thin parts of the bars: the exact day is not known"),
    // What a status rests on, after it: Permitted · statement.
    ("basis.rule", "rule"),
    ("basis.decision", "decision"),
    ("basis.statement", "statement"),
    ("basis.contract", "contract"),
    ("basis.inference", "inference"),
    ("last_evidence", "last evidence {date}"),
    // The explanation of paler tiles and bars.
    ("paler", "Paler: rests on a statement, contract or inference."),
    ("correction", "Corrected: {field} was “{was}” and is now “{now}”. {reason}"),
    ("correction_since", "Corrected ({since}): {field} was “{was}” and is now “{now}”. {reason}"),
    ("announced", "Announced {date}"),
    ("in_force", "In force since {date}"),
    ("until", "Until {date}"),
    // The confidence of an event if it is not high, and who decided if the kind of the entity does not show it.
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
    /// The built-in English messages.
    pub const fn english() -> Self {
        // No pairs: `text` falls back to `ENGLISH` for each key.
        Self(Vec::new())
    }

    /// Reads the messages that a shell wrote: a list of pairs of key and text. Other items of the list are ignored.
    pub fn read(node: &Node) -> Self {
        let mut pairs = Vec::new();
        for pair in node.list().unwrap_or_default() {
            if let Some([key, text]) = pair.list()
                && let (Value::Text(key), Value::Text(text)) = (&key.value, &text.value)
            {
                pairs.push((key.to_string(), text.to_string()));
            }
        }
        Self(pairs)
    }

    /// The text of a key: in the language, otherwise in English. The key itself if both are missing.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        let english = || ENGLISH.iter().find(|(known, _)| *known == key).map(|(_, text)| *text);
        self.own(key).or_else(english).unwrap_or(key)
    }

    /// The language, as a BCP 47 tag.
    pub fn lang(&self) -> &str {
        self.text("lang")
    }

    /// The name of an entity: the dataset's name in the language of the messages; otherwise the name of the messages
    /// for its code; otherwise the dataset's name in its own language.
    pub fn name<'a>(&'a self, entity: &'a Entity) -> &'a str {
        let coded = || if entity.coded { self.own(&format!("country.{}", entity.id)) } else { None };
        if entity.name.speaks(self.lang()) { None } else { coded() }.unwrap_or_else(|| entity.name.nearest(self.lang()))
    }

    /// A day in full: `14 July 2020`.
    pub fn full_day(&self, day: Day) -> String {
        let (year, month, date) = day.ymd();
        // Languages such as Russian inflect the month in a full date: `июль`, but `14 июля`.
        let inflected = format!("month_in_date.{month}");
        let name = self.own(&inflected).map_or_else(|| self.month(month), str::to_owned);
        self.fill("day", &[("d", &self.number(date.into())), ("month", &name), ("y", &self.year(year))])
    }

    /// The month of a day: `July 2020`.
    pub fn month_of(&self, day: Day) -> String {
        let (year, month, _) = day.ymd();
        self.fill("month", &[("month", &self.month(month)), ("y", &self.year(year))])
    }

    /// A date with the precision and the doubt that are known: `July 2020`.
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

    /// The date of an event for a list: `July 2020`, or `by 15 July 2020` if it is the date of a report.
    pub fn when(&self, event: &Event) -> String {
        let date = self.date(event.date);
        match event.date_kind {
            DateKind::Decision => date,
            DateKind::Publication => self.fill("by", &[("date", &date)]),
        }
    }

    /// The date since which the status of an event holds: `since July 2020`, or `by 15 July 2020` if it is the date of
    /// a report.
    pub fn since(&self, event: &Event) -> String {
        match event.date_kind {
            DateKind::Decision => {
                let key = if event.date.day().is_some() { "since_day" } else { "since" };
                self.fill(key, &[("date", &self.date(event.date))])
            }
            DateKind::Publication => self.when(event),
        }
    }

    /// Why an entity is absent: `Did not exist before 1 January 1993`.
    pub fn absence(&self, absence: Absence) -> String {
        let (key, date) = match absence {
            Absence::NotYet(date) => ("not_yet", date),
            Absence::NoLonger(date) => ("no_longer", date),
        };
        self.fill(key, &[("date", &self.date(date))])
    }

    /// The short name of a month, 1 to 12, for the axis: `Jul`.
    pub fn short_month(&self, month: u8) -> String {
        self.text(&format!("month_short.{month}")).to_owned()
    }

    /// A year in a sentence. Some languages write a word with it.
    pub fn whole_year(&self, year: i32) -> String {
        self.fill("year", &[("y", &self.year(year))])
    }

    /// A year in the digits of the language, for the axis.
    pub fn year(&self, year: i32) -> String {
        self.localized(year.to_string())
    }

    /// A whole number in the digits of the language.
    pub fn number(&self, number: u32) -> String {
        self.localized(number.to_string())
    }

    /// The plural form of a clause for a number, with `{n}` in place of the number.
    pub fn form<'a>(&self, clause: &'a LocalizedText, count: u32) -> &'a str {
        clause.form(self.lang(), self.category(count))
    }

    /// The plural form of a clause for a number. `{n}` is replaced by the number.
    pub fn plural(&self, clause: &LocalizedText, count: u32) -> String {
        self.filled(self.form(clause, count), &[("n", &self.number(count))])
    }

    /// The plural form of a key's text for a number. Each `{name}` is replaced by its value.
    pub fn count(&self, key: &str, count: u32, values: &[(&str, &str)]) -> String {
        self.by_category(key, self.category(count), values)
    }

    /// The form of a key's text for a plural category, or that of `other`. Each `{name}` is replaced by its value.
    pub(super) fn by_category(&self, key: &str, category: &str, values: &[(&str, &str)]) -> String {
        let mut form = format!("{key}.{category}");
        // `text` returns the key itself if it has no text.
        if self.text(&form) == form {
            form = format!("{key}.{OTHER}");
        }
        self.fill(&form, values)
    }

    /// The plural category of a number.
    pub(super) fn category(&self, count: u32) -> &str {
        // From 100 on, plural rules look only at the last two digits of counts. The list therefore ends at 199.
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

    /// Joins the parts of a list for a sentence: `a, b and c`.
    pub fn list(&self, parts: &[String]) -> String {
        self.joined(parts, "comma", "and")
    }

    /// Joins the parts of a list. The text of the key `last` is before the last part, that of `others` before the others.
    pub fn joined(&self, parts: &[String], others: &str, last: &str) -> String {
        let mut list = String::new();
        for (index, part) in parts.iter().enumerate() {
            list += match index {
                0 => "",
                _ if index + 1 == parts.len() => self.text(last),
                _ => self.text(others),
            };
            list += &self.embedded(part);
        }
        list
    }

    /// Prepares a text as part of a sentence. A text with another direction than the language is isolated.
    pub(crate) fn embedded(&self, text: &str) -> String {
        embedded(text, self.is_leftward())
    }

    /// Whether the language is written from right to left.
    pub(crate) fn is_leftward(&self) -> bool {
        // No message names the direction of the language, so the letters of a text decide.
        leftward_of(self.text("nothing")) == Some(true)
    }

    /// The text of a key. Each `{name}` is replaced by its value; a name without a value stays.
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
        // Most languages use these digits.
        if own.starts_with('0') {
            return digits;
        }
        let mut text = String::new();
        for digit in digits.chars() {
            text.push(digit.to_digit(10).and_then(|n| own.chars().nth(n as usize)).unwrap_or(digit));
        }
        text
    }

    /// Replaces each `{name}` of a pattern by its value.
    fn filled(&self, pattern: &str, values: &[(&str, &str)]) -> String {
        // One pass: a value is never searched for names, so that braces in a text of the dataset stay.
        let mut text = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, (name, after))) = rest.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?)))
        {
            text.push_str(before);
            match values.iter().find(|(known, _)| *known == name) {
                // Some patterns already isolate the value.
                Some((_, value)) if text.ends_with(ISOLATE) => text.push_str(value),
                Some((_, value)) => text += &self.embedded(value),
                None => text.extend(["{", name, "}"]),
            }
            rest = after;
        }
        text + rest
    }
}

#[cfg(all(test, not(browser)))]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_written_with_their_precision() {
        let messages = Messages::default();
        assert_eq!(messages.date(date("2020-07-14")), "14 July 2020");
        assert_eq!(messages.date(date("2018-08~")), "about August 2018");
        assert_eq!(messages.date(date("2018?")), "2018 (uncertain)");
        assert_eq!(messages.date(date("2018%")), "about 2018 (uncertain)");
    }

    #[test]
    fn digits_and_order_are_those_of_the_language() {
        let pairs = [("digits", "٠١٢٣٤٥٦٧٨٩"), ("day", "{y}/{month}/{d}"), ("month_in_date.7", "juillet")];
        let other = Messages(pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).to_vec());
        assert_eq!(other.date(date("2020-07-14")), "٢٠٢٠/juillet/١٤");
    }

    #[test]
    fn a_language_can_add_words_to_years_and_days() {
        let csv = "entity,date,status,source\nFR,2018-08-01,banned,A\nDE,2018,banned,A\n";
        let dataset = crate::Dataset::from_text(csv).unwrap();
        let pairs = [("year", "{y}年"), ("since", "depuis {date}"), ("since_day", "depuis le {date}")];
        let other = Messages(pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).to_vec());
        let since: Vec<_> = dataset.events().iter().map(|event| other.since(event)).collect();
        assert_eq!(since, ["depuis 2018年", "depuis le 1 August 2018"]);
        assert_eq!(Messages::default().since(&dataset.events()[1]), "since 1 August 2018");
    }

    #[test]
    fn a_pattern_keeps_unknown_names() {
        assert_eq!(Messages::default().filled("{n} of {all}", &[("n", "3")]), "3 of {all}");
        assert_eq!(Messages::default().filled("{n", &[("n", "3")]), "{n");
        assert_eq!(Messages::default().filled("{n}", &[("n", "{n}")]), "{n}");
    }

    #[test]
    fn the_core_fills_patterns_like_the_shell() {
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
    fn the_last_part_of_a_list_follows_and() {
        let messages = Messages::default();
        let parts = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(messages.list(&parts), "a, b and c");
        assert_eq!(messages.list(&parts[..1]), "a");
    }

    #[test]
    fn one_is_singular() {
        let messages = Messages::default();
        let clause = r#"{"one": "{n} bans it", "other": "{n} ban it"}"#;
        let clause = LocalizedText::read(&clause.parse().unwrap(), "en").unwrap();
        assert_eq!(messages.plural(&clause, 1), "1 bans it");
        assert_eq!(messages.plural(&clause, 0), "0 ban it");
        assert_eq!(messages.plural(&clause, 301), "301 ban it");
    }
}
