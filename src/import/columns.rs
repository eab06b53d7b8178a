//! What each column of a table has: its role, by its name and by its content.

mod assign;
mod dated;
mod profile;

use serde::{Deserialize, Serialize};

pub(crate) use assign::{Assigned, assign};
pub(crate) use dated::dated;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
