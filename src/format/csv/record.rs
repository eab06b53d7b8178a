//! The kinds of rows of CSV, and the types of their fields.

use crate::format::csv::tree::plain_of;
use crate::format::fields::{self, Field, FieldType};

/// The kind of record that a row describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Record {
    Event,
    Entity,
    Status,
    Scope,
    Dataset,
    Tour,
    Period,
}

/// The words of the column `record`, in the order of [`Record`].
pub(crate) const RECORDS: [&str; 7] = ["event", "entity", "status", "scope", "dataset", "tour", "period"];

impl Record {
    pub(crate) const ALL: [Self; 7] =
        [Self::Event, Self::Entity, Self::Status, Self::Scope, Self::Dataset, Self::Tour, Self::Period];

    /// The record with its article, for messages.
    pub(crate) fn article(self) -> &'static str {
        match self {
            Self::Event => "an event",
            Self::Entity => "an entity",
            Self::Status => "a status",
            Self::Scope => "a scope",
            Self::Dataset => "a dataset",
            Self::Tour => "a step of the tour",
            Self::Period => "a period",
        }
    }
}

/// The column that names the kind of record.
pub(crate) const RECORD: &str = "record";

fn fields_of(record: Record) -> &'static [Field] {
    match record {
        Record::Event => fields::EVENT,
        Record::Entity => fields::ENTITY,
        Record::Status => fields::STATUS,
        Record::Scope => fields::SCOPE,
        Record::Dataset => fields::DATASET,
        Record::Tour => fields::STOP,
        Record::Period => fields::PERIOD,
    }
}

/// The type of a field of a record, or of a field inside that field.
pub(crate) fn type_of(record: Record, outer: &str, inner: &str) -> Option<&'static FieldType> {
    match plain_of(&fields::field(fields_of(record), outer)?.field_type) {
        FieldType::Record(fields) | FieldType::List(FieldType::Record(fields), _) => {
            Some(plain_of(&fields::field(fields, inner)?.field_type))
        }
        field_type => Some(field_type),
    }
}

/// Whether a field of a record, or the field inside that field, can be in several languages.
pub(crate) fn said(record: Record, outer: &str, inner: &str) -> bool {
    let Some(field) = fields::field(fields_of(record), outer) else { return false };
    match &field.field_type {
        FieldType::Localized(_) => true,
        FieldType::List(FieldType::Record(fields), _) => {
            fields::field(fields, inner).is_some_and(|field| matches!(field.field_type, FieldType::Localized(_)))
        }
        _ => false,
    }
}
