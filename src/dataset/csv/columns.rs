//! The columns of CSV, and where in a record each stands.

/// What a row tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Record {
    Event,
    Entity,
    Status,
    Dataset,
    Tour,
}

/// The words of the column `record`, in the order of [`Record`].
pub(crate) const RECORDS: [&str; 5] = ["event", "entity", "status", "dataset", "tour"];

impl Record {
    pub(crate) const ALL: [Self; 5] = [Self::Event, Self::Entity, Self::Status, Self::Dataset, Self::Tour];

    /// For a message.
    pub(crate) fn article(self) -> &'static str {
        match self {
            Self::Event => "an event",
            Self::Entity => "an entity",
            Self::Status => "a status",
            Self::Dataset => "a dataset",
            Self::Tour => "a step of the tour",
        }
    }
}

/// The column that says what a row tells of.
pub(crate) const RECORD: &str = "record";

/// A column's name; for one of the records that have it, the field that it tells of, and the field inside of that.
pub(crate) type Column = (&'static str, Record, &'static str, &'static str);

use Record::{Dataset, Entity, Event, Status, Tour};

/// All of them but `record`. Those of `sources` and `corrections` may stand again with a number: `source_2`,
/// `source_2_url`.
pub(crate) const COLUMNS: [Column; 54] = [
    ("entity", Event, "entity", ""),
    ("entity", Entity, "id", ""),
    ("entity", Tour, "entity", ""),
    ("name", Entity, "name", ""),
    ("kind", Event, "kind", ""),
    ("kind", Entity, "kind", ""),
    ("kind", Tour, "kind", ""),
    ("acts_in", Event, "acts_in", ""),
    ("acts_in", Entity, "acts_in", ""),
    ("date", Event, "date", ""),
    ("date", Tour, "date", ""),
    ("date_kind", Event, "date_kind", ""),
    ("announced", Event, "announced", ""),
    ("in_force", Event, "in_force", ""),
    ("until", Event, "until", ""),
    ("status", Event, "status", ""),
    ("status", Status, "id", ""),
    ("level", Event, "level", ""),
    ("title", Event, "title", ""),
    ("title", Dataset, "title", ""),
    ("title", Tour, "title", ""),
    ("text", Event, "text", ""),
    ("text", Tour, "text", ""),
    ("confidence", Event, "confidence", ""),
    ("caution", Event, "caution", ""),
    ("source", Event, SOURCES, "outlet"),
    ("source_date", Event, SOURCES, "date"),
    ("source_url", Event, SOURCES, "url"),
    ("correction", Event, CORRECTIONS, "field"),
    ("correction_was", Event, CORRECTIONS, "was"),
    ("correction_now", Event, CORRECTIONS, "now"),
    ("correction_since", Event, CORRECTIONS, "since"),
    ("correction_reason", Event, CORRECTIONS, "reason"),
    ("tile", Entity, "tile", ""),
    ("row", Entity, TILE, "row"),
    ("column", Entity, TILE, "column"),
    ("label", Entity, "label", ""),
    ("label", Status, "label", ""),
    ("footnote", Entity, "footnote", ""),
    ("color_light", Status, "color", "light"),
    ("color_dark", Status, "color", "dark"),
    ("pattern", Status, "pattern", ""),
    ("lead_one", Status, "lead", "one"),
    ("lead_other", Status, "lead", "other"),
    ("clause_one", Status, "clause", "one"),
    ("clause_other", Status, "clause", "other"),
    ("actors_one", Dataset, "actors", "one"),
    ("actors_other", Dataset, "actors", "other"),
    ("schema", Dataset, "$schema", ""),
    ("id", Dataset, "id", ""),
    ("description", Dataset, "description", ""),
    ("updated", Dataset, "updated", ""),
    ("license", Dataset, "license", ""),
    ("grid", Dataset, "grid", ""),
];

/// What is not a field of an entity, but of the tile that goes with it.
pub(crate) const TILE: &str = "tiles";

/// The fields that are lists of records.
const SOURCES: &str = "sources";
const CORRECTIONS: &str = "corrections";

pub(crate) fn listed(field: &str) -> bool {
    field == SOURCES || field == CORRECTIONS
}

/// The column of a header's name, and its number, which is 1 where it has none.
pub(super) fn column(name: &str) -> Option<(&'static str, usize)> {
    let of = |name: &str| COLUMNS.iter().find(|(known, ..)| *known == name);
    if name == RECORD {
        return Some((RECORD, 1));
    }
    if let Some((known, ..)) = of(name) {
        return Some((known, 1));
    }
    let (stem, rest) = name.split_once('_')?;
    let (number, part) = rest.split_once('_').unwrap_or((rest, ""));
    let number = number.parse::<u16>().ok()?;
    let whole = if part.is_empty() { stem.to_owned() } else { format!("{stem}_{part}") };
    let (known, ..) = of(&whole).filter(|(_, _, field, _)| listed(field))?;
    Some((known, number.into()))
}

/// The field of a record that a column tells of, and the field inside of that.
pub(crate) fn place(name: &str, record: Record) -> Option<(&'static str, &'static str)> {
    let (_, _, outer, inner) = COLUMNS.iter().find(|(known, of, ..)| *known == name && *of == record)?;
    Some((outer, inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_lists_may_have_numbers() {
        assert_eq!(column("source"), Some(("source", 1)));
        assert_eq!(column("source_2"), Some(("source", 2)));
        assert_eq!(column("source_12_url"), Some(("source_url", 12)));
        assert_eq!(column("correction_2_was"), Some(("correction_was", 2)));
        assert_eq!(column("date_kind"), Some(("date_kind", 1)));
        for name in ["source_x", "date_2", "sources", "", "source_2_link"] {
            assert_eq!(column(name), None, "{name}");
        }
    }
}
