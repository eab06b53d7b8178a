//! What only a person can know, each with its answers as changes of the choices.

use serde_json::{Value, json};

use crate::base::maths::written;
use crate::import::columns::{Assigned, Role};
use crate::import::dates::{DateColumns, Order, looks_like_date};
use crate::import::facts::{Facts, typed};
use crate::import::places::Name;
use crate::import::report::{Choice, FIRST, Question, Suggestion, UnmatchedPlace, cell_name, letter, some};
use crate::import::shape::Shape;
use crate::import::statuses::{MOST_NUMBERS, titled};
use crate::import::table::{Table, number};
use crate::import::words::{is_known_name, roles_of, truth};

/// The most options of a question about columns or places.
const OPTIONS: usize = 12;

fn choose_column(table: &Table<'_>, columns: &[usize], role: &str) -> Vec<Choice> {
    let name = |column: usize| match table.names[column].as_str() {
        "" => format!("column {}", letter(column)),
        name => format!("column {}, \"{name}\"", letter(column)),
    };
    let option = |column: &usize| Choice::new(name(*column), json!({ "columns": { letter(*column): role } }));
    columns.iter().take(OPTIONS).map(option).collect()
}

/// Which column has the entities, if none looks like it.
pub(crate) fn entity(table: &Table<'_>, assigned: &Assigned) -> Option<Question> {
    let has = |role: Role| assigned.roles.contains(&role);
    if has(Role::Entity) || has(Role::Code) || has(Role::OfEntity) {
        return None;
    }
    let all: Vec<usize> = (0..table.columns()).collect();
    Some(Question {
        id: "entity",
        sentence: "Which column names the entities, such as countries?".to_owned(),
        options: choose_column(table, &all, "entity"),
    })
}

/// What rows about parts of entities are, such as those of states beside those of their country.
pub(crate) fn parts(table: &Table<'_>, assigned: &Assigned) -> Option<Question> {
    let column = *assigned.part_candidates.first()?;
    let (own, name) = (letter(column), &table.names[column]);
    Some(Question {
        id: "parts",
        sentence: format!(
            "Column {own}, \"{name}\", has a text in some rows of an entity only. Are these about a part of it?"
        ),
        options: vec![
            Choice::new("yes: leave their rows out", json!({ "columns": { own.clone(): "part" } })),
            Choice::new("no: all rows are about the whole", json!({ "columns": { own: "ignore" } })),
        ],
    })
}

/// Whether rows are changes or samples, if their dates and values do not settle it.
pub(crate) fn shape(is_unsure: bool) -> Option<Question> {
    let option = |label: &str, shape: Shape| Choice::new(label, json!({ "shape": shape.id() }));
    is_unsure.then(|| Question {
        id: "shape",
        sentence: "Is each row a change, or also a date at which nothing has changed? Some statuses repeat.".to_owned(),
        options: vec![
            option("each row is a change, on its date", Shape::Events),
            option("each row is the status at a date: a change is between two rows", Shape::Panel),
        ],
    })
}

/// Which column has the status, or what each row means.
pub(crate) fn status(table: &Table<'_>, assigned: &Assigned, chosen: Option<&str>) -> Option<Question> {
    let has_it = [Role::Status, Role::StatusDate, Role::AtDate, Role::OfEntity];
    if chosen.is_some() || has_it.iter().any(|role| assigned.roles.contains(role)) {
        return None;
    }
    if assigned.status_candidates.is_empty() {
        let option = |label: &str| {
            Choice::new(format!("each row means one status, such as \"{label}\""), json!({ "status": label }))
        };
        let labels = date_name(table, assigned).into_iter().chain(["Member".to_owned()]);
        return Some(Question {
            id: "meaning",
            sentence: "No column has a status. What does each row say about its entity?".to_owned(),
            options: labels.map(|label| option(&label)).collect(),
        });
    }
    let mut options = choose_column(table, &assigned.status_candidates, "status");
    let label = only_value(assigned).unwrap_or("Member");
    let none = format!("none: each row means one status, such as \"{label}\"");
    let place = if assigned.are_sparse { 0 } else { options.len() };
    options.insert(place, Choice::new(none, json!({ "status": label })));
    let sentence = "Which column has the status? A figure shows one.".to_owned();
    Some(Question { id: "status", sentence, options })
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
    let option = |name: &String| Choice::new(format!("\"{name}\""), json!({ "columns": { name: "at-date" } }));
    Some(Question {
        id: "measure",
        sentence: format!("The columns have {} things for each date. Which is the status?", assigned.measures.len()),
        options: assigned.measures.iter().map(option).collect(),
    })
}

/// From which of several dates of a row its status holds.
pub(crate) fn date(table: &Table<'_>, assigned: &Assigned) -> Option<Question> {
    let found = &assigned.date_candidates;
    if found.is_empty() {
        return None;
    }
    let mut options = choose_column(table, found, "date");
    let all: serde_json::Map<_, _> = found.iter().map(|column| (letter(*column), "status-date".into())).collect();
    options.push(Choice::new("each has the date of a status of its own", json!({ "columns": all })));
    let sentence = "From which date does the status of a row hold? Several columns have dates.".to_owned();
    Some(Question { id: "date", sentence, options })
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
    let label = |order: &Order| match order {
        Order::Dmy => "the day first",
        Order::Mdy => "the month first",
        Order::Ymd => "the year first",
    };
    let option = |order: &Order| Choice::new(label(order), json!({ "dates": { "order": order } }));
    let first = match orders.as_slice() {
        [Order::Dmy, Order::Mdy] => "the day or the month",
        [Order::Dmy, Order::Ymd] => "the day or the year",
        _ => "the day, the month or the year",
    };
    Some(Question {
        id: "order",
        sentence: format!(
            "Does {first} come first in \"{text}\"? {} can be read in several ways, and no other date settles it.",
            some(count, "date", "dates")
        ),
        options: orders.iter().map(option).collect(),
    })
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
    let why = match given {
        Some(text) => format!("\"{text}\" is not a date. "),
        None => String::new(),
    };
    let told = table.beside().find_map(date_in).map(|(text, date)| {
        Choice::new(format!("the date in the sheet, \"{text}\""), json!({ "snapshot_date": date }))
    });
    let typed = Choice::new("a date, as precise as it is known", json!({ "snapshot_date": "2024-05" }));
    Some(Question {
        id: "snapshot-date",
        sentence: format!("{why}{} On which date was this so?", undated(table, assigned)),
        options: told.into_iter().chain([typed]).collect(),
    })
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

/// Why no column has the dates: no column has a name for dates, or its cells cannot be read.
fn undated(table: &Table<'_>, assigned: &Assigned) -> String {
    let is_named = |column: &usize| {
        let of_dates = |role: Role| matches!(role, Role::Date | Role::Year);
        assigned.roles[*column] == Role::Ignore
            && roles_of(&table.names[*column]).into_iter().any(|(role, _)| of_dates(role))
    };
    let is_unread = |cell: &&str| !cell.is_empty() && !looks_like_date(cell, true);
    let told = |column: usize| {
        let cell = table.sample().map(|row| table.cell(row, column)).find(is_unread)?;
        Some(format!("column {}, \"{}\", has \"{cell}\"", letter(column), table.names[column]))
    };
    let found: Vec<String> = (0..table.columns()).filter(is_named).filter_map(told).take(FIRST).collect();
    if found.is_empty() {
        "The sheet has no dates.".to_owned()
    } else {
        format!("No column can be read as dates: {}.", found.join(", "))
    }
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
    let class = |number: &f64, status: Value| json!({ "from": number, "status": status });
    let each = |without_zero: bool| -> Value {
        let status = |number: &f64| if without_zero && *number == 0.0 { Value::Null } else { label(number).into() };
        numbers.iter().map(|number| class(number, status(number))).collect()
    };
    let mut options = Vec::new();
    if numbers.len() <= MOST_NUMBERS {
        if first == 0.0 && numbers.len() > 1 {
            options.push(Choice::new("each number is a status, and 0 means none", json!({ "classes": each(true) })));
        }
        options.push(Choice::new("each number is a status", json!({ "classes": each(false) })));
    } else {
        let middle = numbers[numbers.len() / 2];
        let words = written(middle);
        let two = [class(&first, format!("below {words}").into()), class(&middle, format!("{words} and more").into())];
        options.push(Choice::new("a status from each threshold on", json!({ "classes": two })));
    }
    Some(Question {
        id: "classes",
        sentence: format!(
            "The values are {} from {} to {}. Which of them are which status? Write labels in place of the numbers.",
            some(numbers.len(), "number", "different numbers"),
            written(first),
            written(last),
        ),
        options,
    })
}

/// What names mean that no place has, or several.
pub(crate) fn places(unmatched: &[UnmatchedPlace]) -> Option<Question> {
    if unmatched.is_empty() {
        return None;
    }
    let answers = |answer: &dyn Fn(&UnmatchedPlace) -> Option<Value>| -> Value {
        unmatched
            .iter()
            .filter_map(|place| Some((place.text.clone(), answer(place)?)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let mut options = Vec::new();
    let one = |name: &str, place: &Suggestion| Choice::new(&place.name, json!({ "places": { name: place.id } }));
    let mut others = Vec::new();
    if let [only] = unmatched {
        let found: Vec<Choice> = only.suggestions.iter().map(|place| one(&only.text, place)).collect();
        // A part of a place, and a former state, is not that place.
        if only.is_misspelt { &mut options } else { &mut others }.extend(found);
    } else if unmatched.iter().any(|place| place.is_misspelt) {
        let near = answers(&|place| Some(place.suggestions.first().filter(|_| place.is_misspelt)?.id.clone().into()));
        options.push(Choice::new(
            "the place with a similar name, for each name that is like that of one place only",
            json!({ "places": near }),
        ));
    }
    options.push(Choice::new(
        "keep them as entities of their own, without tiles",
        json!({ "places": answers(&|_| Some(true.into())) }),
    ));
    options.extend(others);
    options.push(Choice::new("leave their rows out", json!({ "places": answers(&|_| Some(Value::Null)) })));
    Some(Question {
        id: "places",
        sentence: if unmatched.len() == 1 {
            format!("No single place has the name \"{}\". What is it?", unmatched[0].text)
        } else {
            format!("{} names are not the name of a single place. What are they?", unmatched.len())
        },
        options,
    })
}

/// Where the data are from.
pub(crate) fn source(table: &Table<'_>, assigned: &Assigned, rows: &[usize]) -> Option<Question> {
    if rows.is_empty() {
        return None;
    }
    let mut options = vec![Choice::new(
        "one source for all rows that name none",
        json!({ "source": { "title": "Name of the source", "url": "https://www.example.org/" } }),
    )];
    options.extend(choose_column(table, &assigned.source_candidates, "source"));
    let where_from = format!(
        "{} no source, and every status needs one. Where is this from?",
        match rows.len() {
            1 => format!("Row {} names", rows[0] + 1),
            count => format!("{count} rows name"),
        }
    );
    Some(Question { id: "source", sentence: where_from, options })
}

/// Which of several rows counts.
pub(crate) fn conflicts(pairs: &[(usize, usize)], names: &[Name<'_>]) -> Option<Question> {
    let (one, other) = pairs.first()?;
    let of = if names.is_empty() { String::new() } else { format!(" of {}", names[0].text()) };
    let count = some(pairs.len(), "date has", "dates have");
    Some(Question {
        id: "conflicts",
        sentence: format!(
            "{count} two statuses of one entity, as in rows {} and {}{of}. Which row counts?",
            one + 1,
            other + 1
        ),
        options: vec![
            Choice::new("the last row", json!({ "conflicts": "last" })),
            Choice::new("the first row", json!({ "conflicts": "first" })),
        ],
    })
}

/// The names of the first of some cells of a column.
pub(crate) fn first_cells(rows: &[usize], column: usize) -> Vec<String> {
    rows.iter().take(FIRST).map(|row| cell_name(*row, column)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::choices::Choices;
    use crate::import::columns::assign;
    use crate::import::workbook::Workbook;

    fn asked_for_date(text: &str) -> String {
        let book = Workbook::read(text.as_bytes()).unwrap();
        let table = Table::find(&book.sheets[0], &Choices::default());
        let assigned = assign(&table, &Choices::default());
        snapshot((&table, &assigned), Shape::Snapshot, None, false).unwrap().sentence
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
}
