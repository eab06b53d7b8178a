//! What each column of a table has: its role, by its name and by its content.

mod assign;
mod dated;
mod profile;

use serde::Serialize;

pub(crate) use assign::{Assigned, assign};
pub(crate) use dated::dated;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The name of the entity.
    Entity,
    /// The code of the entity.
    Code,
    /// The name of a part of the entity. Rows with one are left out: they are not about the whole.
    Part,
    /// Country, bloc or company.
    Kind,
    /// The date from which a status holds.
    Date,
    /// The year of this date.
    Year,
    /// The month of this date.
    Month,
    /// The day of this date.
    Day,
    /// The last date of a status.
    End,
    /// The year of this last date.
    EndYear,
    /// The month of this last date.
    EndMonth,
    /// The day of this last date.
    EndDay,
    /// The status.
    Status,
    /// The date from which the status holds that the name of the column says.
    StatusDate,
    /// The status at the date that the name of the column says.
    AtDate,
    /// The status of the entity that the name of the column says.
    OfEntity,
    /// The outlet that reports it.
    Source,
    /// The address of the source.
    SourceUrl,
    /// The date of the source.
    SourceDate,
    /// The headline of the event.
    Title,
    /// One or two sentences about the event.
    Text,
    /// Nothing that is used.
    Ignore,
}

impl Role {
    /// All roles, in the order of their declaration.
    pub const ALL: [Self; 22] = [
        Self::Entity,
        Self::Code,
        Self::Part,
        Self::Kind,
        Self::Date,
        Self::Year,
        Self::Month,
        Self::Day,
        Self::End,
        Self::EndYear,
        Self::EndMonth,
        Self::EndDay,
        Self::Status,
        Self::StatusDate,
        Self::AtDate,
        Self::OfEntity,
        Self::Source,
        Self::SourceUrl,
        Self::SourceDate,
        Self::Title,
        Self::Text,
        Self::Ignore,
    ];

    /// Its name in choices and reports.
    pub fn id(self) -> &'static str {
        IDS[self as usize]
    }
}

/// The names of the roles, in the same order.
pub(crate) const IDS: [&str; 22] = [
    "entity",
    "code",
    "part",
    "kind",
    "date",
    "year",
    "month",
    "day",
    "end",
    "end-year",
    "end-month",
    "end-day",
    "status",
    "status-date",
    "at-date",
    "of-entity",
    "source",
    "source-url",
    "source-date",
    "title",
    "text",
    "ignore",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_called_as_it_is_written() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.id());
        }
    }
}
