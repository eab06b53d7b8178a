//! The shape of a dataset: which fields there are and what may stand in them.
//!
//! One table serves three: what is read is checked against it, the JSON Schema is written from it, and the columns of CSV
//! name places in it.

use crate::base::limits::Limit;
use crate::format::node::Member;

/// The version of the format that is read.
pub const FORMAT: f64 = 1.0;

/// What may stand in a place.
#[derive(Debug)]
pub enum Shape {
    /// The version of the format.
    Format,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to 999.
    Count,
    /// Any text.
    Text,
    /// A text that is not blank.
    Filled,
    /// The same of few letters: it stands in many places.
    Name,
    /// A text without blanks around it and without the marks that part lists of ids: `,` `;` `|`.
    Id,
    /// An EDTF date, see [`crate::PartialDate`].
    Date,
    /// `#rrggbb`.
    Color,
    /// An http or https address.
    Address,
    /// A language tag of BCP 47.
    Tag,
    /// One of these.
    Word(&'static [&'static str]),
    /// A list of such, and how many there may be.
    List(&'static Shape, Limit),
    /// The same of at least one.
    Some(&'static Shape, Limit),
    /// An object with these fields and no others.
    Record(&'static [Field]),
    /// Such in the dataset's own language, or an object that has such by language.
    Localized(&'static Shape),
}

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there. One that need not may be `null` as well.
    pub required: bool,
    /// What may stand in it.
    pub shape: Shape,
}

const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, required: true, shape }
}

const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, required: false, shape }
}

/// In the order of [`super::Pattern`].
pub(crate) const PATTERNS: [&str; 6] = ["solid", "diagonal", "counterdiagonal", "horizontal", "dots", "grid"];

/// In the order of [`super::EntityKind`].
pub(crate) const KINDS: [&str; 3] = ["country", "bloc", "company"];

/// In the order of [`super::DateKind`].
pub(crate) const DATE_KINDS: [&str; 2] = ["decision", "publication"];

/// In the order of [`super::Level`].
pub(crate) const LEVELS: [&str; 3] = ["government", "bloc", "operator"];

/// In the order of [`super::Confidence`].
pub(crate) const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

/// A dataset.
pub const DATASET: &[Field] = &[
    may("$schema", Shape::Text),
    must("format", Shape::Format),
    may("lang", Shape::Tag),
    must("id", Shape::Id),
    must("title", LOCALIZED),
    may("description", MAYBE_LOCALIZED),
    must("updated", Shape::Date),
    may("license", MAYBE_LOCALIZED),
    may("grid", Shape::Id),
    may("tiles", Shape::List(&Shape::Record(TILE), Limit::Tiles)),
    must("actors", COUNTED),
    must("statuses", Shape::Some(&Shape::Record(STATUS), Limit::Statuses)),
    may("entities", Shape::List(&Shape::Record(ENTITY), Limit::Entities)),
    must("events", Shape::List(&Shape::Record(EVENT), Limit::Events)),
    may("tour", Shape::List(&Shape::Record(STOP), Limit::Steps)),
];

/// A text that is not blank, a name, any text, words about a number: each perhaps by language.
const LOCALIZED: Shape = Shape::Localized(&Shape::Filled);

const NAME: Shape = Shape::Localized(&Shape::Name);
const MAYBE_LOCALIZED: Shape = Shape::Localized(&Shape::Text);
const COUNTED: Shape = Shape::Localized(&Shape::Record(PLURAL));

pub(crate) const PLURAL: &[Field] = &[
    may("zero", Shape::Name),
    may("one", Shape::Name),
    may("two", Shape::Name),
    may("few", Shape::Name),
    may("many", Shape::Name),
    must("other", Shape::Name),
];

pub(crate) const TILE: &[Field] = &[must("entity", Shape::Id), must("row", Shape::Count), must("column", Shape::Count)];

pub(crate) const STATUS: &[Field] = &[
    must("id", Shape::Id),
    must("label", NAME),
    must("color", Shape::Record(&[must("light", Shape::Color), must("dark", Shape::Color)])),
    may("pattern", Shape::Word(&PATTERNS)),
    may("lead", COUNTED),
    may("clause", COUNTED),
];

pub(crate) const ENTITY: &[Field] = &[
    must("id", Shape::Id),
    must("name", NAME),
    must("kind", Shape::Word(&KINDS)),
    may("acts_in", Shape::List(&Shape::Id, Limit::Countries)),
    may("tile", Shape::Flag),
    may("label", NAME),
    may("footnote", LOCALIZED),
];

pub(crate) const EVENT: &[Field] = &[
    must("entity", Shape::Id),
    must("date", Shape::Date),
    may("date_kind", Shape::Word(&DATE_KINDS)),
    may("announced", Shape::Date),
    may("in_force", Shape::Date),
    may("until", Shape::Date),
    may("status", Shape::Id),
    may("level", Shape::Word(&LEVELS)),
    must("title", LOCALIZED),
    may("text", MAYBE_LOCALIZED),
    may("sources", Shape::List(&Shape::Record(SOURCE), Limit::Sources)),
    may("confidence", Shape::Word(&CONFIDENCES)),
    may("caution", MAYBE_LOCALIZED),
    may("corrections", Shape::List(&Shape::Record(CORRECTION), Limit::Corrections)),
];

const SOURCE: &[Field] = &[must("outlet", Shape::Name), may("date", Shape::Date), may("url", Shape::Address)];

const CORRECTION: &[Field] = &[
    must("field", Shape::Name),
    must("was", Shape::Filled),
    must("now", Shape::Filled),
    may("since", Shape::Date),
    must("reason", LOCALIZED),
];

pub(crate) const STOP: &[Field] =
    &[must("date", Shape::Date), may("entity", Shape::Id), must("title", LOCALIZED), may("text", MAYBE_LOCALIZED)];

/// The field of this name.
#[cfg(explain)]
pub(crate) fn field(fields: &'static [Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.name == name)
}

/// Whether an object has the texts of other objects or texts by language, rather than the fields of such an object.
pub(crate) fn by_language(given: &[Member], one: &Shape) -> bool {
    let fields: &[Field] = if let Shape::Record(fields) = one { fields } else { &[] };
    !given.is_empty() && !given.iter().any(|member| fields.iter().any(|field| field.name == member.name))
}
