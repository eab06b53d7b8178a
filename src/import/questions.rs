//! What only a person can know, each with its answers as changes of the choices.

use crate::base::maths::written;
use crate::format::node::Value;
use crate::import::change::Conflict;
use crate::import::columns::{Assigned, Role};
use crate::import::dates::{DateColumns, Order, looks_like_date};
use crate::import::facts::{Facts, typed};
use crate::import::messages::Message;
use crate::import::places::Name;
use crate::import::report::{Choice, FIRST, Question, Suggestion, UnmatchedPlace, letter};
use crate::import::shape::Shape;
use crate::import::statuses::{MOST_NUMBERS, titled};
use crate::import::table::{Table, number};
use crate::import::trees::{Text, nested, object};
use crate::import::words::{is_known_name, roles_of, truth};

/// The most options of a question about columns or places.
const OPTIONS: usize = 12;

fn choose_column(table: &Table<'_>, columns: &[usize], role: &str) -> Vec<Choice> {
    let name = |column: usize| match table.names[column].as_str() {
        "" => Message::new("option.column", vec![("column", letter(column).into())]),
        name => Message::new("option.named-column", vec![("column", letter(column).into()), ("name", name.into())]),
    };
    let option = |column: &usize| Choice::new(name(*column), nested(&["columns", &letter(*column)], role));
    columns.iter().take(OPTIONS).map(option).collect()
}

/// Which column has the entities, if none looks like it.
pub(crate) fn entity(table: &Table<'_>, assigned: &Assigned) -> Option<Question> {
    let has = |role: Role| assigned.roles.contains(&role);
    if has(Role::Entity) || has(Role::Code) || has(Role::OfEntity) {
        return None;
    }
    let all: Vec<usize> = (0..table.columns()).collect();
    Some(ask("entity", "ask.entity", choose_column(table, &all, "entity")))
}

/// What rows about parts of entities are, such as those of states beside those of their country.
pub(crate) fn parts(table: &Table<'_>, assigned: &Assigned) -> Option<Question> {
    let column = *assigned.part_candidates.first()?;
    let (own, name) = (letter(column), table.names[column].as_str());
    let words = Message::new("ask.parts", vec![("column", own.as_str().into()), ("name", name.into())]);
    let options = vec![
        Choice::plain("option.part", nested(&["columns", &own], "part")),
        Choice::plain("option.no-part", nested(&["columns", &own], "ignore")),
    ];
    Some(Question::new("parts", words, options))
}

/// Whether rows are changes or samples, if their dates and values do not settle it.
pub(crate) fn shape(is_unsure: bool) -> Option<Question> {
    let option = |key: &'static str, shape: Shape| Choice::plain(key, nested(&["shape"], shape.id()));
    is_unsure.then(|| {
        let options = vec![option("option.changes", Shape::Events), option("option.samples", Shape::Panel)];
        ask("shape", "ask.shape", options)
    })
}

/// Which column has the status, or what each row means.
pub(crate) fn status(table: &Table<'_>, assigned: &Assigned, chosen: Option<&str>) -> Option<Question> {
    let has_it = [Role::Status, Role::StatusDate, Role::AtDate, Role::OfEntity];
    if chosen.is_some() || has_it.iter().any(|role| assigned.roles.contains(role)) {
        return None;
    }
    let option = |key: &'static str, label: &str| {
        Choice::new(Message::new(key, vec![("status", label.into())]), nested(&["status"], label))
    };
    if assigned.status_candidates.is_empty() {
        let labels = date_name(table, assigned).into_iter().chain(["Member".to_owned()]);
        let options = labels.map(|label| option("option.meaning", &label)).collect();
        return Some(ask("meaning", "ask.meaning", options));
    }
    let mut options = choose_column(table, &assigned.status_candidates, "status");
    let place = if assigned.are_sparse { 0 } else { options.len() };
    options.insert(place, option("option.no-status", only_value(assigned).unwrap_or("Member")));
    Some(ask("status", "ask.status", options))
}

/// The name of the column of dates, if it says more than that they are dates: "Full suffrage of women".
fn date_name(table: &Table<'_>, assigned: &Assigned) -> Option<String> {
    let column = assigned.roles.iter().position(|role| *role == Role::Date)?;
    let name = &table.names[column];
    (!name.is_empty() && !is_known_name(name)).then(|| titled(name))
}

/// Which of several things that the columns of dates are about is the status.
pub(crate) fn measure(assigned: &Assigned) -> Option<Question> {
    if assigned.measures.is_empty() {
        return None;
    }
    let option = |name: &String| {
        let words = Message::new("option.measure", vec![("name", name.as_str().into())]);
        Choice::new(words, nested(&["columns", name], "at-date"))
    };
    let words = Message::new("ask.measure", vec![("n", assigned.measures.len().into())]);
    Some(Question::new("measure", words, assigned.measures.iter().map(option).collect()))
}

/// From which of several dates of a row its status holds.
pub(crate) fn date(table: &Table<'_>, assigned: &Assigned) -> Option<Question> {
    let found = &assigned.date_candidates;
    if found.is_empty() {
        return None;
    }
    let mut options = choose_column(table, found, "date");
    let all = found.iter().map(|column| (letter(*column).into(), "status-date".into())).collect();
    options.push(Choice::plain("option.each-date", nested(&["columns"], object(all))));
    Some(ask("date", "ask.date", options))
}

/// The only value of a column that can have the status. Marks such as "x" are no words.
fn only_value(assigned: &Assigned) -> Option<&str> {
    let only = |column: &usize| match assigned.samples[*column].as_slice() {
        [value] if truth(value).is_none() && number(value).is_none() => Some(value.as_str()),
        _ => None,
    };
    assigned.status_candidates.iter().find_map(only)
}

/// Where day and month could change places.
pub(crate) fn order(dates: &DateColumns) -> Option<Question> {
    let (text, _) = dates.ambiguous.first()?;
    let count: usize = dates.ambiguous.iter().map(|(_, count)| count).sum();
    let orders = dates.ambiguous_orders();
    let key = |order: &Order| match order {
        Order::Dmy => "option.day-first",
        Order::Mdy => "option.month-first",
        Order::Ymd => "option.year-first",
    };
    let option = |order: &Order| Choice::plain(key(order), nested(&["dates", "order"], order.id()));
    let first = match orders.as_slice() {
        [Order::Dmy, Order::Mdy] => "ask.order-month",
        [Order::Dmy, Order::Ymd] => "ask.order-year",
        _ => "ask.order-any",
    };
    let words = Message::new(first, vec![("text", text.as_str().into()), ("n", count.into())]);
    Some(Question::new("order", words, orders.iter().map(option).collect()))
}

/// Of which date a sheet without dates is.
pub(crate) fn snapshot(
    (table, assigned): (&Table<'_>, &Assigned),
    shape: Shape,
    given: Option<&str>,
    valid: bool,
) -> Option<Question> {
    if shape != Shape::Snapshot || valid {
        return None;
    }
    let told = table.beside().find_map(date_in).map(|(text, date)| {
        let words = Message::new("option.date-in-sheet", vec![("text", text.into())]);
        Choice::new(words, nested(&["snapshot_date"], date))
    });
    let typed = Choice::plain("option.date", nested(&["snapshot_date"], "2024-05"));
    let unread = unread(table, assigned);
    let key = match (given, unread.is_empty()) {
        (None, true) => "ask.snapshot",
        (None, false) => "ask.snapshot-unread",
        (Some(_), true) => "ask.snapshot-given",
        (Some(_), false) => "ask.snapshot-given-unread",
    };
    let columns = if unread.is_empty() { Value::Null } else { unread.into() };
    let words = Message::new(key, vec![("given", given.into()), ("columns", columns)]);
    Some(Question::new("snapshot-date", words, told.into_iter().chain([typed]).collect()))
}

/// The longest text of a title that is searched for a date, in bytes.
const TITLE: usize = 300;

/// The date at the end of a title or a note, such as "Timeframe: March 13, 2020", as it stands there and in the notation
/// of the format.
fn date_in(title: &str) -> Option<(&str, String)> {
    let parts = title.split([':', ';', '(', ')', '|']).map(str::trim);
    let ends =
        |part| std::iter::successors(Some(part), |rest: &&str| rest.split_once(' ').map(|(_, rest)| rest.trim()));
    let date = |text: &str| typed(text).filter(|_| looks_like_date(text, false)).map(|date| date.to_string());
    parts.take_while(|_| title.len() <= TITLE).flat_map(ends).find_map(|text| Some((text, date(text)?)))
}

/// The columns that have a name for dates and cells that cannot be read as such, each with one of these cells.
fn unread(table: &Table<'_>, assigned: &Assigned) -> Vec<Value<'static>> {
    let is_named = |column: &usize| {
        let of_dates = |role: Role| matches!(role, Role::Date | Role::Year);
        assigned.roles[*column] == Role::Ignore
            && roles_of(&table.names[*column]).into_iter().any(|(role, _)| of_dates(role))
    };
    let is_unread = |cell: &&str| !cell.is_empty() && !looks_like_date(cell, true);
    let told = |column: usize| {
        let cell = table.sample().map(|row| table.cell(row, column)).find(is_unread)?;
        let name = table.names[column].as_str();
        let values = vec![("column", letter(column).into()), ("name", name.into()), ("cell", cell.into())];
        Some(Message::new("unread", values).into_value())
    };
    (0..table.columns()).filter(is_named).filter_map(told).take(FIRST).collect()
}

/// Which numbers are which status.
pub(crate) fn classes(facts: &Facts<'_>, unclassed: bool, column: &str) -> Option<Question> {
    if !unclassed {
        return None;
    }
    let mut numbers: Vec<f64> = facts.values.entries().iter().filter_map(|entry| number(entry.text)).collect();
    numbers.sort_by(f64::total_cmp);
    numbers.dedup();
    let (first, last) = (numbers.first().copied()?, numbers.last().copied()?);
    let label = |number: &f64| {
        if column.is_empty() { written(*number) } else { format!("{}: {}", titled(column), written(*number)) }
    };
    let class = |number: &f64, status| object(vec![("from".into(), (*number).into()), ("status".into(), status)]);
    let each = |without_zero: bool| {
        let status = |number: &f64| if without_zero && *number == 0.0 { Value::Null } else { label(number).into() };
        let all: Vec<Value<'static>> = numbers.iter().map(|number| class(number, status(number))).collect();
        nested(&["classes"], all)
    };
    let mut options = Vec::new();
    if numbers.len() <= MOST_NUMBERS {
        if first == 0.0 && numbers.len() > 1 {
            options.push(Choice::plain("option.numbers-and-none", each(true)));
        }
        options.push(Choice::plain("option.numbers", each(false)));
    } else {
        let middle = numbers[numbers.len() / 2];
        let words = written(middle);
        let two =
            vec![class(&first, format!("below {words}").into()), class(&middle, format!("{words} and more").into())];
        options.push(Choice::plain("option.thresholds", nested(&["classes"], two)));
    }
    let values = vec![("n", numbers.len().into()), ("first", first.into()), ("last", last.into())];
    Some(Question::new("classes", Message::new("ask.classes", values), options))
}

/// What names mean that no place has, or several.
pub(crate) fn places(unmatched: &[UnmatchedPlace]) -> Option<Question> {
    if unmatched.is_empty() {
        return None;
    }
    let answers = |answer: &dyn Fn(&UnmatchedPlace) -> Option<Value<'static>>| {
        let answer = |place: &UnmatchedPlace| Some((Text::Owned(place.text.clone()), answer(place)?));
        // Of names with one text and several codes the last counts.
        let mut all: Vec<_> = unmatched.iter().rev().filter_map(answer).collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all.dedup_by(|(one, _), (other, _)| one == other);
        nested(&["places"], object(all))
    };
    let mut options = Vec::new();
    let one = |name: &str, place: &Suggestion| {
        let words = Message::new("option.place", vec![("place", place.name.as_str().into())]);
        Choice::new(words, nested(&["places", name], place.id.as_str()))
    };
    let mut others = Vec::new();
    if let [only] = unmatched {
        let found: Vec<Choice> = only.suggestions.iter().map(|place| one(&only.text, place)).collect();
        // A part of a place, and a former state, is not that place.
        if only.is_misspelt { &mut options } else { &mut others }.extend(found);
    } else if unmatched.iter().any(|place| place.is_misspelt) {
        let near = answers(&|place| Some(place.suggestions.first().filter(|_| place.is_misspelt)?.id.as_str().into()));
        options.push(Choice::plain("option.similar", near));
    }
    options.push(Choice::plain("option.own", answers(&|_| Some(Value::Bool(true)))));
    options.extend(others);
    options.push(Choice::plain("option.leave-out", answers(&|_| Some(Value::Null))));
    let words = match unmatched {
        [only] => Message::new("ask.place", vec![("name", only.text.as_str().into())]),
        _ => Message::new("ask.places", vec![("n", unmatched.len().into())]),
    };
    Some(Question::new("places", words, options))
}

/// Where the data are from.
pub(crate) fn source(table: &Table<'_>, assigned: &Assigned, rows: &[usize]) -> Option<Question> {
    let words = match rows {
        [] => return None,
        [row] => Message::new("ask.source-row", vec![("row", row_name(*row))]),
        _ => Message::new("ask.source-rows", vec![("n", rows.len().into())]),
    };
    let example =
        vec![("title".into(), "Name of the source".into()), ("url".into(), "https://www.example.org/".into())];
    let example = nested(&["source"], object(example));
    let mut options = vec![Choice::plain("option.source", example)];
    options.extend(choose_column(table, &assigned.source_candidates, "source"));
    Some(Question::new("source", words, options))
}

/// Which of several rows counts.
pub(crate) fn conflicts(found: &[Conflict], names: &[Name<'_>]) -> Option<Question> {
    let Conflict { entity, rows: (one, other) } = found.first()?;
    let values = vec![
        ("n", found.len().into()),
        ("row", row_name(*one)),
        ("other", row_name(*other)),
        ("name", names[*entity as usize].text().into()),
    ];
    let options = vec![
        Choice::plain("option.last-row", nested(&["conflicts"], "last")),
        Choice::plain("option.first-row", nested(&["conflicts"], "first")),
    ];
    Some(Question::new("conflicts", Message::new("ask.conflicts", values), options))
}

/// A question without values.
fn ask(id: &'static str, key: &'static str, options: Vec<Choice>) -> Question {
    Question::new(id, Message::new(key, Vec::new()), options)
}

/// The number of a row as the sheet shows it; rows are counted from 0. It is a name: no language groups its digits.
fn row_name(row: usize) -> Value<'static> {
    (row + 1).to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::choices::Choices;
    use crate::import::columns::assign;
    use crate::import::import;
    use crate::import::workbook::Workbook;

    fn asked_for_date(text: &str) -> String {
        let book = Workbook::read(text.as_bytes()).unwrap();
        let table = Table::find(&book.sheets[0], &Choices::default());
        let assigned = assign(&table, &Choices::default());
        snapshot((&table, &assigned), Shape::Snapshot, None, false).unwrap().sentence
    }

    #[test]
    fn each_name_of_a_place_is_answered_once_also_if_the_sheet_has_it_with_two_codes() {
        let unmatched = ["Oz", "Congo", "Oz"].map(|text| UnmatchedPlace {
            text: text.to_owned(),
            count: 1,
            rows: vec![2],
            suggestions: Vec::new(),
            is_misspelt: false,
        });
        let question = places(&unmatched).unwrap();
        let own = serde_json::to_string(&question.options[0].choices).unwrap();
        assert_eq!(own, r#"{"places":{"Congo":true,"Oz":true}}"#);
    }

    #[test]
    fn a_date_in_a_title_is_offered_for_a_sheet_without_dates() {
        for (title, expected) in [
            ("Timeframe: March 13, 2020", Some("2020-03-13")),
            ("Where it is legal (as of 1 May 2023)", Some("2023-05-01")),
            ("State of laws in 2021", Some("2021")),
            ("Laws on bars", None),
        ] {
            assert_eq!(date_in(title).map(|(_, date)| date).as_deref(), expected, "{title}");
        }
    }

    #[test]
    fn a_column_of_dates_that_cannot_be_read_is_named() {
        assert_eq!(
            asked_for_date("Country,Status,Year\nIran,a,soon\nCuba,b,1999\nPeru,b,later\n"),
            "No column can be read as dates: column C, \"Year\", has \"soon\". On which date was this so?"
        );
        assert_eq!(
            asked_for_date("Country,Status\nIran,a\nCuba,b\n"),
            "The sheet has no dates. On which date was this so?"
        );
    }

    #[test]
    fn a_conflict_names_its_entity_also_in_rows_with_several() {
        let sheet = "Date,Italy,Spain\n2020-01-01,open,open\n2020-02-01,open,shut\n2020-02-01,open,open\n";
        let book = Workbook::read(sheet.as_bytes()).unwrap();
        let questions = import(&book, &Choices::default()).report.questions;
        let asked = questions.iter().find(|question| question.id == "conflicts").expect("Spain has two statuses");
        let expected = "1 date has two statuses of one entity, as in rows 3 and 4 of Spain. Which row counts?";
        assert_eq!(asked.sentence, expected);
    }
}
