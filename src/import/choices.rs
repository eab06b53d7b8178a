//! What a person has chosen about a sheet, as JSON. What is missing is recognised or asked.

mod read;
mod record;
mod write;

use std::collections::BTreeMap;

#[cfg(not(browser))]
use serde::de::{Deserialize, Deserializer, Error};
#[cfg(not(browser))]
use serde::ser::{Serialize, Serializer};
#[cfg(not(browser))]
use serde_json::Value;

use crate::import::columns::Role;
use crate::import::dates::Order;
use crate::import::shape::Shape;

/// Answers about a sheet. Every field is optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The rows with the names of the columns; `false` if the sheet has none.
    pub header: Option<HeaderChoice>,
    /// The number of the last row of the table.
    pub last_row: Option<usize>,
    /// What a row is.
    pub shape: Option<Shape>,
    /// The roles of columns, by letter or name.
    pub columns: BTreeMap<String, Role>,
    /// How dates are read.
    pub dates: DateChoices,
    /// The date of a sheet without dates.
    pub snapshot_date: Option<String>,
    /// The status that every row means, if no column has one.
    pub status: Option<String>,
    /// The label of the status that each entity of the sheet has before its first date.
    pub before: Option<String>,
    /// The statuses in the order of the legend.
    pub statuses: Vec<StatusChoice>,
    /// Values that end the status before them and are no status themselves.
    pub ends: Vec<String>,
    /// Values that say nothing, in addition to blank cells. They replace the list that is built in.
    pub ignored: Option<Vec<String>>,
    /// The statuses of numbers.
    pub classes: Vec<ClassChoice>,
    /// What names of places mean.
    pub places: BTreeMap<String, PlaceChoice>,
    /// Which row counts if several rows give an entity different statuses on one day.
    pub conflicts: Option<Conflicts>,
    /// The source of rows that name none.
    pub source: Option<SourceChoice>,
    /// The title of the dataset.
    pub title: Option<String>,
    /// The language of the texts, a BCP 47 tag.
    pub lang: Option<String>,
    /// The grid: the name of a built-in one.
    pub grid: Option<String>,
}

/// Where the names of the columns are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum HeaderChoice {
    /// `false`: the sheet has no names.
    Without(bool),
    /// The rows with the names.
    Rows {
        /// The number of the first of them, counted from 1.
        row: usize,
        /// How many rows there are.
        rows: usize,
    },
}

/// How dates are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateChoices {
    /// The order of day and month where the dates themselves do not settle it.
    pub order: Option<Order>,
}

/// A status and the values that mean it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatusChoice {
    /// The id. Default: made from the label.
    pub id: Option<String>,
    /// The name in the legend. Default: the first value.
    pub label: Option<String>,
    /// The colour, `#rrggbb`. Default: the next colour of the palette.
    pub color: Option<String>,
    /// The values of cells that mean this status.
    pub values: Vec<String>,
}

/// The status of numbers from a threshold on, up to the next threshold.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassChoice {
    /// The smallest number of the class.
    pub from: f64,
    /// The label of the status; `null` if such a number means that there is none.
    pub status: Option<String>,
}

/// What the name of a place means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceChoice {
    /// The id of an entity, such as `GE`.
    Id(String),
    /// `true`: an entity of its own, without a tile. `false`: its rows are left out.
    Own(bool),
    /// `null`: its rows are left out.
    Left(()),
}

/// Which of several rows counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflicts {
    /// The first row of the sheet.
    First,
    /// The last row of the sheet.
    Last,
}

impl Conflicts {
    const ALL: [Self; 2] = [Self::First, Self::Last];
    const IDS: [&str; 2] = ["first", "last"];
}

/// A source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceChoice {
    /// The outlet.
    pub title: String,
    /// The address.
    pub url: Option<String>,
    /// The date, as EDTF.
    pub date: Option<String>,
}

/// Serde reads and writes choices natively, for programs that have them in other formats than text.
#[cfg(not(browser))]
impl Serialize for Choices {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.tree().serialize(out)
    }
}

#[cfg(not(browser))]
impl<'de> Deserialize<'de> for Choices {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Value::deserialize(from)?.to_string().parse().map_err(D::Error::custom)
    }
}

#[cfg(not(browser))]
impl Choices {
    /// The same choices with those of an option of a question.
    ///
    /// # Errors
    ///
    /// The result has a field that choices do not have, or a value of the wrong type.
    pub fn with(&self, option: &impl Serialize) -> Result<Self, serde_json::Error> {
        let mut merged = serde_json::to_value(self)?;
        merge(&mut merged, &serde_json::to_value(option)?);
        serde_json::from_value(merged)
    }
}

/// Lays an object over another, object by object. Other values are replaced.
#[cfg(not(browser))]
fn merge(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (name, value) in over {
                merge(base.entry(name.clone()).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn choices_are_read_and_written_alike() {
        let text = json!({
            "sheet": "Data", "header": { "row": 3, "rows": 2 }, "shape": "wide", "columns": { "A": "entity" },
            "dates": { "order": "dmy" }, "statuses": [{ "label": "Banned", "values": ["Yes"] }],
            "classes": [{ "from": 0, "status": null }], "places": { "Congo": "CD", "Oz": true, "World": null },
            "source": { "title": "WHO" }, "conflicts": "last"
        });
        let choices: Choices = serde_json::from_value(text.clone()).unwrap();
        assert_eq!(serde_json::to_value(&choices).unwrap(), text);
        assert_eq!(serde_json::to_value(Choices::default()).unwrap(), json!({}));
        let without: Choices = serde_json::from_value(json!({ "header": false })).unwrap();
        assert_eq!(without.header, Some(HeaderChoice::Without(false)));
    }

    #[test]
    fn an_option_is_added_to_what_was_chosen() {
        let first: Choices = serde_json::from_value(json!({ "places": { "Congo": "CD" }, "title": "T" })).unwrap();
        let both = first.with(&json!({ "places": { "Oz": null } })).unwrap();
        assert_eq!(both.places.len(), 2);
        assert_eq!(both.title.as_deref(), Some("T"));
        assert!(first.with(&json!({ "plaices": {} })).is_err());
    }
}
