//! What a row of CSV tells of, and the shape of what stands in its fields.

use crate::format::csv::tree::plain_of;
use crate::format::fields::{self, Field, Shape};

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

fn fields_of(record: Record) -> &'static [Field] {
    match record {
        Record::Event => fields::EVENT,
        Record::Entity => fields::ENTITY,
        Record::Status => fields::STATUS,
        Record::Dataset => fields::DATASET,
        Record::Tour => fields::STOP,
    }
}

/// The shape of a field of a record, or of a field inside of that.
pub(crate) fn shape_of(record: Record, outer: &str, inner: &str) -> Option<&'static Shape> {
    match plain_of(&fields::field(fields_of(record), outer)?.shape) {
        Shape::Record(fields) | Shape::List(Shape::Record(fields), _) => {
            Some(plain_of(&fields::field(fields, inner)?.shape))
        }
        shape => Some(shape),
    }
}

/// Whether a field of a record, or the field inside of that, may be in several languages.
pub(crate) fn said(record: Record, outer: &str, inner: &str) -> bool {
    let Some(field) = fields::field(fields_of(record), outer) else { return false };
    match &field.shape {
        Shape::Localized(_) => true,
        Shape::List(Shape::Record(fields), _) => {
            fields::field(fields, inner).is_some_and(|field| matches!(field.shape, Shape::Localized(_)))
        }
        _ => false,
    }
}
