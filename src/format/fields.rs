//! The table of fields: the fields of a dataset and their types.
//!
//! One table has three uses: the tree is checked against it, the JSON Schema is written from it, and the columns of CSV
//! name its fields.

use crate::base::limits::Limit;
use crate::format::node::Member;

/// The version of the format that is read.
pub const FORMAT: f64 = 1.0;

/// The largest weight of an entity. The sum of the weights of all entities can be calculated without an overflow, and
/// for whole numbers nearly always exactly.
pub const MOST: f64 = 1e15;

/// The field with the answers of the person who imported the dataset from a sheet. Only the import reads it.
pub const IMPORT: &str = "import";

/// The type of a value.
#[derive(Debug)]
pub enum FieldType {
    /// The version of the format.
    Format,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to 999.
    Count,
    /// A number from 0 to [`MOST`].
    Amount,
    /// Any text.
    Text,
    /// A text that is not blank.
    Filled,
    /// A text that is not blank and has few characters, because it appears in many places.
    Name,
    /// A text without white space around it and without the characters that separate ids in a list: `,` `;` `|`.
    Id,
    /// An EDTF date, see [`crate::PartialDate`].
    Date,
    /// A duration of years, months and days, see [`crate::base::duration::Duration`].
    Duration,
    /// `#rrggbb`.
    Color,
    /// An http or https address.
    Address,
    /// A language tag of BCP 47.
    Tag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of values of this type, with its limit.
    List(&'static FieldType, Limit),
    /// A list with at least one element of this type, with its limit.
    Some(&'static FieldType, Limit),
    /// An object with these fields and no others.
    Record(&'static [Field]),
    /// An object with any content: the figure does not read it.
    Object,
    /// A value in the dataset's own language, or an object with such values by language tag.
    Localized(&'static FieldType),
}

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// The name of the field.
    pub name: &'static str,
    /// Whether the field is required. An optional field can also be `null`.
    pub required: bool,
    /// The type of its value.
    pub field_type: FieldType,
}

const fn must(name: &'static str, field_type: FieldType) -> Field {
    Field { name, required: true, field_type }
}

const fn may(name: &'static str, field_type: FieldType) -> Field {
    Field { name, required: false, field_type }
}

/// In the order of [`crate::model::status::Pattern`].
pub(crate) const PATTERNS: [&str; 6] = ["solid", "diagonal", "counterdiagonal", "horizontal", "dots", "grid"];

/// In the order of [`crate::model::entity::EntityKind`].
pub(crate) const KINDS: [&str; 3] = ["country", "bloc", "company"];

/// The name of the built-in weights: the population of the places of the world.
pub(crate) const POPULATION: &str = "population";

/// In the order of [`crate::model::event::DateKind`].
pub(crate) const DATE_KINDS: [&str; 2] = ["decision", "publication"];

/// In the order of [`crate::model::event::Level`].
pub(crate) const LEVELS: [&str; 3] = ["government", "bloc", "operator"];

/// In the order of [`crate::model::event::Basis`].
pub(crate) const BASES: [&str; 5] = ["rule", "decision", "statement", "contract", "inference"];

/// In the order of [`crate::model::event::Confidence`].
pub(crate) const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

/// A dataset.
pub const DATASET: &[Field] = &[
    may("$schema", FieldType::Text),
    must("format", FieldType::Format),
    may("lang", FieldType::Tag),
    must("id", FieldType::Id),
    must("title", LOCALIZED),
    may("subtitle", MAYBE_LOCALIZED),
    may("description", MAYBE_LOCALIZED),
    must("updated", FieldType::Date),
    may("start", FieldType::Date),
    may("end", FieldType::Date),
    may("stale_after", FieldType::Duration),
    may("license", MAYBE_LOCALIZED),
    may("grid", FieldType::Id),
    may("tiles", FieldType::List(&FieldType::Record(TILE), Limit::Tiles)),
    must("actors", COUNTED),
    may("weight", FieldType::Word(&[POPULATION])),
    may("weights", COUNTED),
    may("weights_date", FieldType::Date),
    may("weights_source", FieldType::Record(SOURCE)),
    must("statuses", FieldType::Some(&FieldType::Record(STATUS), Limit::Statuses)),
    may("scopes", FieldType::List(&FieldType::Record(SCOPE), Limit::Scopes)),
    may("entities", FieldType::List(&FieldType::Record(ENTITY), Limit::Entities)),
    must("events", FieldType::List(&FieldType::Record(EVENT), Limit::Events)),
    may("tour", FieldType::List(&FieldType::Record(STOP), Limit::Steps)),
    may("periods", FieldType::List(&FieldType::Record(PERIOD), Limit::Periods)),
    may(IMPORT, FieldType::Object),
];

/// Texts that can be in several languages: a text that is not blank, a name, any text, and a text about a number.
const LOCALIZED: FieldType = FieldType::Localized(&FieldType::Filled);

const NAME: FieldType = FieldType::Localized(&FieldType::Name);
const MAYBE_LOCALIZED: FieldType = FieldType::Localized(&FieldType::Text);
const COUNTED: FieldType = FieldType::Localized(&FieldType::Record(PLURAL));

pub(crate) const PLURAL: &[Field] = &[
    may("zero", FieldType::Name),
    may("one", FieldType::Name),
    may("two", FieldType::Name),
    may("few", FieldType::Name),
    may("many", FieldType::Name),
    must("other", FieldType::Name),
];

pub(crate) const TILE: &[Field] =
    &[must("entity", FieldType::Id), must("row", FieldType::Count), must("column", FieldType::Count)];

pub(crate) const STATUS: &[Field] = &[
    must("id", FieldType::Id),
    must("label", NAME),
    must("color", FieldType::Record(&[must("light", FieldType::Color), must("dark", FieldType::Color)])),
    may("pattern", FieldType::Word(&PATTERNS)),
    may("lead", COUNTED),
    may("clause", COUNTED),
];

pub(crate) const SCOPE: &[Field] =
    &[must("id", FieldType::Id), must("label", NAME), may("description", MAYBE_LOCALIZED)];

pub(crate) const ENTITY: &[Field] = &[
    must("id", FieldType::Id),
    must("name", NAME),
    must("kind", FieldType::Word(&KINDS)),
    may("acts_in", FieldType::List(&FieldType::Id, Limit::Countries)),
    may("tile", FieldType::Flag),
    may("label", NAME),
    may("footnote", LOCALIZED),
    may("from", FieldType::Date),
    may("until", FieldType::Date),
    may("weight", FieldType::Amount),
];

pub(crate) const EVENT: &[Field] = &[
    must("entity", FieldType::Id),
    must("date", FieldType::Date),
    may("date_kind", FieldType::Word(&DATE_KINDS)),
    may("announced", FieldType::Date),
    may("in_force", FieldType::Date),
    may("until", FieldType::Date),
    may("status", FieldType::Id),
    may("level", FieldType::Word(&LEVELS)),
    may("basis", FieldType::Word(&BASES)),
    may("scope", FieldType::List(&FieldType::Id, Limit::Scopes)),
    must("title", LOCALIZED),
    may("text", MAYBE_LOCALIZED),
    may("sources", FieldType::List(&FieldType::Record(SOURCE), Limit::Sources)),
    may("confidence", FieldType::Word(&CONFIDENCES)),
    may("caution", MAYBE_LOCALIZED),
    may("corrections", FieldType::List(&FieldType::Record(CORRECTION), Limit::Corrections)),
];

pub(crate) const SOURCE: &[Field] =
    &[must("outlet", FieldType::Name), may("date", FieldType::Date), may("url", FieldType::Address)];

const CORRECTION: &[Field] = &[
    must("field", FieldType::Name),
    must("was", FieldType::Filled),
    must("now", FieldType::Filled),
    may("since", FieldType::Date),
    must("reason", LOCALIZED),
];

pub(crate) const STOP: &[Field] = &[
    must("date", FieldType::Date),
    may("entity", FieldType::Id),
    must("title", LOCALIZED),
    may("text", MAYBE_LOCALIZED),
];

pub(crate) const PERIOD: &[Field] =
    &[must("label", NAME), must("from", FieldType::Date), must("until", FieldType::Date)];

/// The field of this name.
#[cfg(explain)]
pub(crate) fn field(fields: &'static [Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.name == name)
}

/// Whether an object has texts by language, and not the fields of a record.
pub(crate) fn by_language(given: &[Member], one: &FieldType) -> bool {
    let fields: &[Field] = if let FieldType::Record(fields) = one { fields } else { &[] };
    !given.is_empty() && !given.iter().any(|member| fields.iter().any(|field| field.name == member.name))
}
