//! What the values of cells mean: statuses, the end of a status, or nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::case::{capital, small};
use crate::base::color::Color;
use crate::base::maths::written;
use crate::format::csv::tree::slug;
use crate::import::choices::{Choices, ClassChoice, StatusChoice};
use crate::import::marks::without_notes;
use crate::import::palette::{both, swatches};
use crate::import::report::{StatusReport, ValueCount};
use crate::import::table::number;
use crate::import::texts::{Entry, NAME, clean, is_blank};
use crate::import::words::{is_known_name, says_nothing, truth};
use crate::model::status::NO_DATA;

/// What a value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The status with this place in the list.
    Status(usize),
    /// The status before it ends.
    End,
    /// Nothing is known.
    Nothing,
}

/// A status of the new dataset.
#[derive(Clone, Debug)]
pub(crate) struct Status {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) light: Color,
    pub(crate) dark: Color,
    pub(crate) pattern: &'static str,
    pub(crate) values: Vec<ValueCount>,
}

/// The statuses, and what each value means.
#[derive(Debug, Default)]
pub(crate) struct Statuses {
    pub(crate) list: Vec<Status>,
    /// By the number of the value.
    pub(crate) meanings: Vec<Meaning>,
    pub(crate) ignored: Vec<ValueCount>,
    pub(crate) ends: Vec<ValueCount>,
    /// Whether the values are numbers that a person must put into classes.
    pub(crate) unclassed: bool,
    /// The place of the status that entities have before their first date.
    pub(crate) before: Option<usize>,
    /// The number of different values if there are too many for statuses.
    pub(crate) excess: usize,
    /// Colours of choices that are no colours.
    pub(crate) invalid_colors: Vec<String>,
}

impl Statuses {
    /// The meaning of the value with this number; [`Meaning::Nothing`] if there is none.
    pub(crate) fn of(&self, value: u32) -> Meaning {
        self.meanings.get(value as usize).copied().unwrap_or(Meaning::Nothing)
    }
}

/// The labels of the statuses of the format, in its order and in small letters.
const KNOWN: [&str; 4] = ["banned", "restricted", "under review", "permitted"];
/// The most values that can be statuses. The format allows fewer, but a person may want to merge them.
const MOST: usize = 1_000;
/// The most different numbers that can each be a status.
pub(crate) const MOST_NUMBERS: usize = 12;

/// Values that mean the same, before they become a status.
struct Group {
    label: String,
    /// What orders the groups: the place among the choices, among the known statuses, or the number.
    rank: (usize, f64),
    count: usize,
    values: Vec<ValueCount>,
    id: Option<String>,
    color: Option<Color>,
    /// The numbers of its values.
    members: Vec<usize>,
    /// Whether entities have it before their first date.
    starts: bool,
}

impl Group {
    fn new(label: String, rank: (usize, f64)) -> Self {
        Self { label, rank, count: 0, values: Vec::new(), id: None, color: None, members: Vec::new(), starts: false }
    }
}

/// Decides what each value of a column means. `column` is the name of the column.
pub(crate) fn decide(values: &[Entry<'_>], column: &str, choices: &Choices) -> Statuses {
    let mut found = Statuses { meanings: vec![Meaning::Nothing; values.len()], ..Statuses::default() };
    let mut groups = Groups::new(choices, &mut found.invalid_colors);
    let said: Vec<usize> = (0..values.len()).filter(|value| !ignored(values[*value].text, choices)).collect();
    let truths = TruthColumn::of(said.iter().map(|value| values[*value].text), column);
    let numbers = said.iter().filter(|value| number(values[**value].text).is_some()).count();
    let are_numbers = numbers > 0 && numbers * 10 >= said.len() * 9 && truths.is_none();
    found.unclassed = are_numbers
        && choices.classes.is_empty()
        && said.iter().any(|value| !groups.chosen(values[*value].text) && !ends(values[*value].text, choices));
    for (place, value) in values.iter().enumerate() {
        let count = ValueCount { value: value.text.to_owned(), count: value.count };
        if groups.chosen(value.text) {
            groups.add(place, count, &key(value.text), None);
        } else if ends(value.text, choices) {
            found.meanings[place] = Meaning::End;
            found.ends.push(count);
        } else if ignored(value.text, choices) {
            found.ignored.extend((!value.text.is_empty()).then_some(count));
        } else if let (true, Some(amount), false) = (are_numbers, number(value.text), choices.classes.is_empty()) {
            match class(amount, &choices.classes) {
                Some(ClassChoice { from, status: Some(label) }) => {
                    groups.add(place, count, &key(label), Some((label.clone(), *from)));
                }
                Some(ClassChoice { status: None, .. }) => {
                    found.meanings[place] = Meaning::End;
                    found.ends.push(count);
                }
                None => found.ignored.push(count),
            }
        } else if let Some((key, label)) = truths.as_ref().and_then(|truths| truths.group(value.text)) {
            groups.add(place, count, &key, Some((label, 0.0)));
        } else if let (true, Some(amount)) = (are_numbers, number(value.text)) {
            let number = written(amount);
            let label = if column.is_empty() { value.text.to_owned() } else { format!("{}: {number}", titled(column)) };
            groups.add(place, count, &key(&number), Some((label, amount)));
        } else {
            groups.add(place, count, &key(value.text), None);
        }
    }
    let label = choices.before.as_deref().map(str::trim).filter(|label| !label.is_empty());
    let before = label.map(|label| groups.before(label));
    groups.finish(&mut found, before);
    found
}

/// The class of a number: the one with the highest threshold that it reaches.
fn class(number: f64, classes: &[ClassChoice]) -> Option<&ClassChoice> {
    let reached = classes.iter().filter(|class| class.from <= number);
    reached.max_by(|one, other| one.from.total_cmp(&other.from))
}

fn ignored(value: &str, choices: &Choices) -> bool {
    match &choices.ignored {
        Some(list) => value.is_empty() || list.iter().any(|known| key(known) == key(value)),
        None => value.is_empty() || says_nothing(value),
    }
}

fn ends(value: &str, choices: &Choices) -> bool {
    choices.ends.iter().any(|known| key(known) == key(value))
}

/// What values that mean the same have in common: small letters, without punctuation and numbers of notes at the ends.
pub(crate) fn key(value: &str) -> String {
    let lower = small(without_notes(value)).replace(['_', '\u{a0}'], " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let joined = words.join(" ");
    let trimmed = joined.trim_end_matches(['.', '!', ':', ';', ',']);
    if trimmed.is_empty() { joined } else { trimmed.to_owned() }
}

/// The text with a capital at its beginning, without question mark and underscores: "in_force" becomes "In force".
pub(crate) fn titled(text: &str) -> String {
    let plain = text.replace('_', " ");
    let plain = plain.trim_end_matches(['?', '!', ':', ' ']);
    let (first, rest) = plain.split_at(plain.chars().next().map_or(0, char::len_utf8));
    capital(first) + rest
}

/// A column of answers to the question that its name asks: yes, no, true, 1.
struct TruthColumn<'c> {
    column: &'c str,
    /// Whether 1 and 0 are answers too.
    digits: bool,
}

impl<'c> TruthColumn<'c> {
    fn of<'v>(values: impl Iterator<Item = &'v str>, column: &'c str) -> Option<Self> {
        let (mut words, mut digits, mut others) = (0, 0, 0);
        // Single letters that mean no, that mean yes, and others.
        let mut letters = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
        for value in values {
            let answer = truth(value);
            match (answer, value) {
                (Some(_), _) => words += 1,
                (None, "0" | "1" | "0.0" | "1.0") => digits += 1,
                _ => others += 1,
            }
            if value.len() == 1 && value.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                letters[answer.map_or(2, usize::from)].insert(value.to_ascii_lowercase());
            }
        }
        // Different letters for one answer are codes, such as T, X and Y, and so are answers among other letters.
        let [no, yes, other] = letters.map(|own| own.len());
        let are_codes = no > 1 || yes > 1 || other > 0 && no + yes > 0;
        let is_truth = !are_codes && (words > 0 && words >= others || digits > 0 && others == 0);
        is_truth.then_some(Self { column, digits: digits > 0 && others == 0 })
    }

    /// The key and label of an answer. Yes is what the name of the column says.
    fn group(&self, value: &str) -> Option<(String, String)> {
        let digit = match value {
            "1" | "1.0" if self.digits => Some(true),
            "0" | "0.0" if self.digits => Some(false),
            _ => None,
        };
        let yes = truth(value).or(digit)?;
        // A name such as "Status" asks no question.
        let name = if is_known_name(self.column) { String::new() } else { titled(self.column) };
        let label = match (name.as_str(), yes) {
            ("", _) => titled(value),
            (name, true) => name.to_owned(),
            (name, false) => format!("{name}: {}", if digit.is_some() { "no" } else { value }),
        };
        Some((if yes { "yes" } else { "no" }.to_owned(), label))
    }
}

struct Groups {
    list: Vec<Group>,
    /// The group of each key.
    keys: BTreeMap<String, usize>,
    /// The keys of the choices.
    chosen: BTreeMap<String, usize>,
}

impl Groups {
    fn new(choices: &Choices, invalid: &mut Vec<String>) -> Self {
        let mut groups = Self { list: Vec::new(), keys: BTreeMap::new(), chosen: BTreeMap::new() };
        for (place, StatusChoice { id, label, color, values }) in choices.statuses.iter().enumerate() {
            let first = values.first().cloned().unwrap_or_default();
            let parsed = color.as_deref().map(str::parse::<Color>);
            invalid.extend(parsed.iter().filter(|color| color.is_err()).map(|_| color.clone().unwrap_or_default()));
            let name = label.clone().or_else(|| id.clone()).unwrap_or_else(|| titled(&first));
            let color = parsed.and_then(Result::ok);
            groups.list.push(Group { id: id.clone(), color, ..Group::new(name, (place, 0.0)) });
            for value in values.iter().chain(label) {
                groups.chosen.insert(key(value), place);
            }
        }
        groups.keys = groups.chosen.clone();
        groups
    }

    fn chosen(&self, value: &str) -> bool {
        self.chosen.contains_key(&key(value))
    }

    fn add(&mut self, member: usize, value: ValueCount, key: &str, label: Option<(String, f64)>) {
        let next = self.list.len();
        let place = *self.keys.entry(key.to_owned()).or_insert(next);
        if place == next {
            let known = KNOWN.iter().position(|known| *known == key);
            // Choices come first, then the known statuses, then the others.
            let rank = self.chosen.len() + known.unwrap_or(KNOWN.len());
            let (label, number) = label.unwrap_or_else(|| (titled(without_notes(&value.value)), 0.0));
            self.list.push(Group::new(label, (rank, number)));
        }
        let group = &mut self.list[place];
        group.count += value.count;
        group.values.push(value);
        group.members.push(member);
    }

    /// The group with a label, or whose values include the label: the status that the sheet leaves blank is one of the
    /// others, or a new one.
    fn before(&mut self, label: &str) -> usize {
        let own = key(label);
        let labelled = self.list.iter().position(|group| key(&group.label) == own);
        labelled.or_else(|| self.keys.get(&own).copied()).unwrap_or_else(|| {
            let known = KNOWN.iter().position(|known| *known == own);
            let rank = self.chosen.len() + known.unwrap_or(KNOWN.len());
            self.list.push(Group::new(label.to_owned(), (rank, 0.0)));
            self.list.len() - 1
        })
    }

    /// Orders the groups, and gives them ids and colours. `before` is the group of the status before the first date.
    fn finish(mut self, found: &mut Statuses, before: Option<usize>) {
        if self.list.len() > MOST {
            found.excess = self.list.len();
            return;
        }
        before.into_iter().for_each(|place| self.list[place].starts = true);
        // A stable sort: of statuses without a rank the most frequent comes first.
        self.list.sort_by(|one, other| {
            one.rank.0.cmp(&other.rank.0).then(one.rank.1.total_cmp(&other.rank.1)).then(other.count.cmp(&one.count))
        });
        let mut ids: Vec<String> = Vec::new();
        let swatches =
            swatches(self.list.iter().map(|group| KNOWN.iter().position(|known| *known == key(&group.label))));
        for (group, own) in self.list.into_iter().zip(swatches) {
            let place = found.list.len();
            let short = |text: &str| clean(text).chars().take(NAME).collect::<String>();
            let label = short(&group.label);
            let id = free(&slug(group.id.as_deref().unwrap_or(&label)), &ids);
            ids.push(id.clone());
            // The format refuses a label without letters. A value can consist of what a label leaves out.
            let first = group.values.first().map(|value| short(&value.value));
            let label = [Some(label), first].into_iter().flatten().find(|text| !is_blank(text));
            let label = label.unwrap_or_else(|| id.clone());
            let (light, dark) = group.color.map_or((own.light, own.dark), both);
            group.members.iter().for_each(|value| found.meanings[*value] = Meaning::Status(place));
            found.before = found.before.or(group.starts.then_some(place));
            found.list.push(Status { id, label, light, dark, pattern: own.pattern, values: group.values });
        }
    }
}

/// The id, with a number if another status has it or the format reserves it.
fn free(id: &str, taken: &[String]) -> String {
    let is_free = |id: &String| id != NO_DATA && !taken.contains(id);
    let others = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(others).find(is_free).unwrap_or_default()
}

impl Status {
    pub(crate) fn report(&self) -> StatusReport {
        StatusReport {
            id: self.id.clone(),
            label: self.label.clone(),
            color: self.light.to_string(),
            values: self.values.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn decided(values: &[(&str, usize)], column: &str, choices: serde_json::Value) -> Statuses {
        let entry = |(text, count): &(&'static str, usize)| Entry { text, count: *count, row: 0 };
        let values: Vec<(&'static str, usize)> =
            values.iter().map(|(text, count)| (&*Box::leak((*text).to_owned().into_boxed_str()), *count)).collect();
        let entries: Vec<Entry<'_>> = values.iter().map(entry).collect();
        decide(&entries, column, &serde_json::from_value(choices).unwrap())
    }

    fn labels(found: &Statuses) -> Vec<&str> {
        found.list.iter().map(|status| status.label.as_str()).collect()
    }

    #[test]
    fn spellings_of_a_value_are_one_status() {
        let found = decided(&[("banned", 1), ("Banned!", 1), ("BANNED", 2), ("ban", 1), ("", 4)], "status", json!({}));
        assert_eq!(labels(&found), ["Banned", "Ban"]);
        assert_eq!(found.list[0].values.len(), 3);
        assert_eq!(found.meanings[4], Meaning::Nothing);
        assert!(found.ignored.is_empty());
    }

    #[test]
    fn a_value_with_the_number_of_a_note_is_the_same_status() {
        let found = decided(&[("Legal[1]", 1), ("legal", 1), ("Ban [2020]", 1)], "status", json!({}));
        assert_eq!(labels(&found), ["Legal", "Ban [2020]"]);
    }

    #[test]
    fn answers_of_a_column_are_what_its_name_says() {
        let found = decided(&[("Yes", 1), ("TRUE", 1), ("no", 1), ("Phones", 1)], "Banned?", json!({}));
        assert_eq!(labels(&found), ["Banned", "Banned: no", "Phones"]);
        let found = decided(&[("1", 3), ("0", 1)], "in_force", json!({}));
        assert_eq!((labels(&found), found.unclassed), (vec!["In force", "In force: no"], false));
    }

    #[test]
    fn letters_are_answers_only_if_each_answer_has_one() {
        let of = |values: &[&'static str]| {
            let values: Vec<(&str, usize)> = values.iter().map(|value| (*value, 1)).collect();
            labels(&decided(&values, "Legal grade", json!({}))).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(of(&["A", "F", "N", "T", "X", "Y", "B"]), ["A", "F", "N", "T", "X", "Y", "B"]);
        assert_eq!(of(&["T", "X", "Y"]), ["T", "X", "Y"]);
        assert_eq!(of(&["Y", "N", "P"]), ["Y", "N", "P"]);
        assert_eq!(of(&["Y", "y", "N"]), ["Legal grade", "Legal grade: N"]);
        assert_eq!(of(&["Y", "N", "Partial"]), ["Legal grade", "Legal grade: N", "Partial"]);
        assert_eq!(of(&["是", "有", "否"]), ["Legal grade", "Legal grade: 否"]);
    }

    #[test]
    fn one_word_for_no_among_other_values_is_a_value() {
        let found = decided(&[("No", 1), ("Partial", 1), ("Schools", 1), ("Offices", 1)], "Banned?", json!({}));
        assert_eq!(labels(&found), ["No", "Partial", "Schools", "Offices"]);
    }

    #[test]
    fn the_known_statuses_come_first_and_in_their_order() {
        let found = decided(&[("Other", 9), ("permitted", 1), ("Banned", 1)], "status", json!({}));
        assert_eq!(labels(&found), ["Banned", "Permitted", "Other"]);
        let found = decided(&[("under review", 9), ("permitted", 1), ("restricted", 1)], "status", json!({}));
        let colors: Vec<String> = found.list.iter().map(|status| status.light.to_string()).collect();
        assert_eq!(
            (labels(&found), colors.join(" ").as_str()),
            (vec!["Restricted", "Under review", "Permitted"], "#b3581b #b78c3a #17588c")
        );
    }

    #[test]
    fn numbers_are_asked_until_a_person_sets_classes() {
        let values = [("0", 5), ("3", 2), ("1", 1), ("n/a", 1)];
        let found = decided(&values, "C1", json!({}));
        assert!(found.unclassed);
        let classes = json!({ "classes": [{ "from": 0, "status": null }, { "from": 2, "status": "Closed" }, { "from": 1, "status": "Advised" }] });
        let found = decided(&values, "C1", classes);
        assert_eq!((labels(&found), found.unclassed), (vec!["Advised", "Closed"], false));
        assert_eq!(found.meanings, [Meaning::End, Meaning::Status(1), Meaning::Status(0), Meaning::Nothing]);
        assert_eq!(found.ignored, [ValueCount { value: "n/a".to_owned(), count: 1 }]);
    }

    #[test]
    fn choices_name_order_and_colour_statuses() {
        let choices = json!({
            "statuses": [{ "label": "Legal", "color": "#1f6f8b", "values": ["legal", "allowed"] }, { "values": ["illegal"], "color": "red" }],
            "ends": ["repealed"], "ignored": ["dunno"]
        });
        let found = decided(&[("illegal", 1), ("Allowed", 1), ("Repealed", 1), ("dunno", 1), ("-", 1)], "x", choices);
        assert_eq!(labels(&found), ["Legal", "Illegal", "-"]);
        assert_eq!((found.list[0].id.as_str(), found.list[0].light.to_string()), ("legal", "#1f6f8b".to_owned()));
        assert_eq!((found.ends.len(), found.ignored.len(), found.invalid_colors.len()), (1, 1, 1));
    }

    #[test]
    fn the_status_before_the_first_date_is_one_of_the_others_or_a_new_one() {
        let before = |column: &str, label: &str| {
            let found = decided(&[("Yes", 3), ("no", 1)], column, json!({ "before": label }));
            (labels(&found).join(", "), found.before)
        };
        assert_eq!(before("Banned?", "banned: no "), ("Banned, Banned: no".to_owned(), Some(1)));
        assert_eq!(before("Banned?", "No"), ("Banned, Banned: no".to_owned(), Some(1)));
        assert_eq!(before("Banned?", "None"), ("Banned, Banned: no, None".to_owned(), Some(2)));
        assert_eq!(before("Banned?", " "), ("Banned, Banned: no".to_owned(), None));
        let choices = json!({ "before": "Neither", "statuses": [{ "label": "Neither", "values": [] }] });
        assert_eq!(decided(&[("a", 1)], "x", choices).before, Some(0));
    }

    #[test]
    fn each_status_has_a_label() {
        let found = decided(&[("!", 3), ("\u{e}", 2), ("Banned", 1)], "x", json!({ "ignored": [] }));
        assert!(labels(&found).contains(&"!"), "{:?}", labels(&found));
        assert!(labels(&found).iter().all(|label| !label.trim().is_empty()), "{:?}", labels(&found));
    }

    #[test]
    fn ids_are_unique_and_never_the_reserved_one() {
        let found = decided(&[("No data", 1), ("A b", 1), ("a-b", 1)], "x", json!({ "ignored": [] }));
        let ids: Vec<&str> = found.list.iter().map(|status| status.id.as_str()).collect();
        assert_eq!(ids, ["no-data-2", "a-b", "a-b-2"]);
    }
}
