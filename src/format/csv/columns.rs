//! The columns of CSV, and the field of a record that each of them fills.

use crate::base::language::is_tag;
use crate::base::limits::Limit;
use crate::format::csv::record::Record::{self, Dataset, Entity, Event, Period, Scope, Status, Tour};
use crate::format::csv::record::{RECORD, said};
use crate::format::csv::tree::plain;

/// The name of a column, one of the records that have the column, the field of the record, and the field inside that
/// field.
pub(crate) type Column = (&'static str, Record, &'static str, &'static str);

/// All of them but `record`. Those of `sources` and `corrections` may stand again with a number: `source_2`,
/// `source_2_url`; those of texts with a language: `title_de`, `correction_2_reason_pt_br`.
pub(crate) const COLUMNS: &[Column] = &[
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
    ("from", Entity, "from", ""),
    ("from", Period, "from", ""),
    ("until", Event, "until", ""),
    ("until", Entity, "until", ""),
    ("until", Period, "until", ""),
    ("status", Event, "status", ""),
    ("status", Status, "id", ""),
    ("level", Event, "level", ""),
    ("basis", Event, "basis", ""),
    ("scope", Event, "scope", ""),
    ("scope", Scope, "id", ""),
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
    ("label", Scope, "label", ""),
    ("label", Period, "label", ""),
    ("footnote", Entity, "footnote", ""),
    ("weight", Entity, "weight", ""),
    ("weight", Dataset, "weight", ""),
    ("color_light", Status, "color", "light"),
    ("color_dark", Status, "color", "dark"),
    ("pattern", Status, "pattern", ""),
    ("lead_zero", Status, "lead", "zero"),
    ("lead_one", Status, "lead", "one"),
    ("lead_two", Status, "lead", "two"),
    ("lead_few", Status, "lead", "few"),
    ("lead_many", Status, "lead", "many"),
    ("lead_other", Status, "lead", "other"),
    ("clause_zero", Status, "clause", "zero"),
    ("clause_one", Status, "clause", "one"),
    ("clause_two", Status, "clause", "two"),
    ("clause_few", Status, "clause", "few"),
    ("clause_many", Status, "clause", "many"),
    ("clause_other", Status, "clause", "other"),
    ("actors_zero", Dataset, "actors", "zero"),
    ("actors_one", Dataset, "actors", "one"),
    ("actors_two", Dataset, "actors", "two"),
    ("actors_few", Dataset, "actors", "few"),
    ("actors_many", Dataset, "actors", "many"),
    ("actors_other", Dataset, "actors", "other"),
    ("weights_zero", Dataset, "weights", "zero"),
    ("weights_one", Dataset, "weights", "one"),
    ("weights_two", Dataset, "weights", "two"),
    ("weights_few", Dataset, "weights", "few"),
    ("weights_many", Dataset, "weights", "many"),
    ("weights_other", Dataset, "weights", "other"),
    ("weights_date", Dataset, "weights_date", ""),
    ("weights_source", Dataset, "weights_source", "outlet"),
    ("weights_source_date", Dataset, "weights_source", "date"),
    ("weights_source_url", Dataset, "weights_source", "url"),
    ("schema", Dataset, "$schema", ""),
    ("lang", Dataset, "lang", ""),
    ("id", Dataset, "id", ""),
    ("subtitle", Dataset, "subtitle", ""),
    ("description", Dataset, "description", ""),
    ("description", Scope, "description", ""),
    ("updated", Dataset, "updated", ""),
    ("start", Dataset, "start", ""),
    ("end", Dataset, "end", ""),
    ("stale_after", Dataset, "stale_after", ""),
    ("license", Dataset, "license", ""),
    ("grid", Dataset, "grid", ""),
];

/// The columns of this field belong to the tile of an entity, not to the entity.
pub(crate) const TILE: &str = "tiles";

/// The fields that are lists of records.
const SOURCES: &str = "sources";

const CORRECTIONS: &str = "corrections";

pub(crate) fn listed(field: &str) -> bool {
    field == SOURCES || field == CORRECTIONS
}

/// The limit of such a list.
pub(crate) fn limit_of(field: &str) -> Limit {
    if field == SOURCES { Limit::Sources } else { Limit::Corrections }
}

/// The parts of a column's name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    /// The name, as in [`COLUMNS`].
    pub(crate) name: &'static str,
    /// The columns of this name, which are neighbours in [`COLUMNS`].
    columns: &'static [Column],
    /// The number; 1 if the name has none.
    pub(crate) number: usize,
    /// The language tag; empty for the dataset's own language.
    pub(crate) lang: String,
}

impl Head {
    fn new(name: &'static str, number: usize, lang: String) -> Self {
        let first = COLUMNS.iter().position(|(known, ..)| *known == name).unwrap_or(COLUMNS.len());
        let count = COLUMNS[first..].iter().take_while(|(known, ..)| *known == name).count();
        Self { name, columns: &COLUMNS[first..first + count], number, lang }
    }

    /// The field of a record that the column fills, and the field inside that field.
    pub(crate) fn place(&self, record: Record) -> Option<(&'static str, &'static str)> {
        let (_, _, outer, inner) = self.columns.iter().find(|(_, of, ..)| *of == record)?;
        Some((outer, inner))
    }

    /// The text that the column belongs to, in any language. All plural forms of a text count as one text.
    pub(crate) fn text(&self, record: Record) -> Option<(&'static str, usize, &'static str)> {
        let (outer, inner) = self.place(record)?;
        Some((outer, self.number, if listed(outer) { inner } else { "" }))
    }
}

/// The maximal length of a column's name with number and language, in bytes: twice as many as any column needs.
const LONGEST: usize = 140;

/// Splits the name of a column into its parts; `None` if the format has no such column.
pub(crate) fn head(written: &str) -> Option<Head> {
    if written.len() > LONGEST {
        return None;
    }
    // `plain` replaces each character by one of the same length in bytes, so that positions in `name` are positions in
    // `written`.
    let name: String = written.chars().map(plain).collect();
    if let Some((name, number)) = column(&name) {
        return Some(Head::new(name, number, String::new()));
    }
    // Any underscore can be the one before the language, because a language can contain one too: `title_pt_br`.
    name.match_indices('_').find_map(|(place, _)| {
        let (name, number) = column(&name[..place]).filter(|(name, _)| is_localized(name))?;
        let lang = written[place + 1..].replace(['_', ' '], "-");
        is_tag(&lang).then(|| Head::new(name, number, lang))
    })
}

/// Whether a column has texts that can be in several languages.
fn is_localized(name: &str) -> bool {
    COLUMNS.iter().filter(|(known, ..)| *known == name).any(|(_, record, outer, inner)| said(*record, outer, inner))
}

/// The column with this name, which has no language, and the number in the name; 1 if it has none.
fn column(name: &str) -> Option<(&'static str, usize)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_lists_can_have_numbers() {
        assert_eq!(column("source"), Some(("source", 1)));
        assert_eq!(column("source_2"), Some(("source", 2)));
        assert_eq!(column("source_12_url"), Some(("source_url", 12)));
        assert_eq!(column("correction_2_was"), Some(("correction_was", 2)));
        assert_eq!(column("date_kind"), Some(("date_kind", 1)));
        for name in ["source_x", "date_2", "sources", "", "source_2_link"] {
            assert_eq!(column(name), None, "{name}");
        }
    }

    #[test]
    fn columns_of_texts_can_have_languages() {
        for (written, name, number, lang) in [
            ("title", "title", 1, ""),
            ("title_de", "title", 1, "de"),
            ("Title_pt_BR", "title", 1, "pt-BR"),
            ("text zh-Hans", "text", 1, "zh-Hans"),
            ("lead_few_ar", "lead_few", 1, "ar"),
            ("actors_two", "actors_two", 1, ""),
            ("correction_2_reason_fr", "correction_reason", 2, "fr"),
        ] {
            assert_eq!(head(written), Some(Head::new(name, number, lang.to_owned())), "{written}");
        }
        for written in ["date_de", "source_de", "title_german", "title_", "lead_de", "status_de"] {
            assert_eq!(head(written), None, "{written}");
        }
    }

    #[test]
    fn columns_of_one_name_are_neighbours() {
        for (name, record, ..) in COLUMNS {
            assert!(head(name).and_then(|head| head.place(*record)).is_some(), "{name} of {record:?}");
        }
    }
}
