//! What a row of a table is.

use serde::{Deserialize, Serialize};

use crate::import::columns::Role;
use crate::import::words::plain_name;

/// What a row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A change of the status of an entity.
    Events,
    /// The status of an entity at a date, also where nothing has changed.
    Panel,
    /// An entity, with a column for each date.
    Wide,
    /// A date, with a column for each entity.
    WideEntities,
    /// A status of an entity from a date to another.
    Intervals,
    /// An entity, with a column for the date of each status.
    Dates,
    /// The status of an entity at one date for all rows.
    Snapshot,
    /// A slide of TimelineJS.
    #[serde(rename = "timelinejs")]
    TimelineJs,
}

impl Shape {
    /// All shapes, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Events,
        Self::Panel,
        Self::Wide,
        Self::WideEntities,
        Self::Intervals,
        Self::Dates,
        Self::Snapshot,
        Self::TimelineJs,
    ];

    /// Its name in choices and options.
    pub fn id(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Panel => "panel",
            Self::Wide => "wide",
            Self::WideEntities => "wide-entities",
            Self::Intervals => "intervals",
            Self::Dates => "dates",
            Self::Snapshot => "snapshot",
            Self::TimelineJs => "timelinejs",
        }
    }

    /// The shape with this name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.id() == id)
    }

    /// The key of the sentence that says what a row is.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Events => "shape.events",
            Self::Panel => "shape.panel",
            Self::Wide => "shape.wide",
            Self::WideEntities => "shape.wide-entities",
            Self::Intervals => "shape.intervals",
            Self::Dates => "shape.dates",
            Self::Snapshot => "shape.snapshot",
            Self::TimelineJs => "shape.timelinejs",
        }
    }

    /// Whether the statuses are samples of a state, so that a status that is seen again is no change.
    pub(crate) fn is_series(self) -> bool {
        matches!(self, Self::Panel | Self::Wide | Self::WideEntities)
    }

    /// The shape that the roles of the columns have. Whether a row is a change or a sample is decided by the rows.
    pub(crate) fn of(roles: &[Role], names: &[String]) -> Self {
        let has = |role: Role| roles.contains(&role);
        let is_named = |name: &str| names.iter().any(|own| plain_name(own) == name);
        if is_named("headline") && (is_named("media") || is_named("display date") || is_named("end year")) {
            return Self::TimelineJs;
        }
        if has(Role::AtDate) {
            Self::Wide
        } else if has(Role::OfEntity) {
            Self::WideEntities
        } else if has(Role::StatusDate) {
            Self::Dates
        } else if !has(Role::Date) && !has(Role::Year) {
            Self::Snapshot
        } else if has(Role::End) || has(Role::EndYear) {
            Self::Intervals
        } else {
            Self::Events
        }
    }

    /// Changes roles so that they fit a shape that a person has chosen.
    pub(crate) fn impose(self, roles: &mut [Role]) {
        let to = |role: &mut Role| match (self, *role) {
            (Self::Events | Self::Panel, Role::End | Role::EndYear | Role::EndMonth | Role::EndDay) => {
                *role = Role::Ignore
            }
            (Self::Dates, Role::Date | Role::End) => *role = Role::StatusDate,
            (Self::Snapshot, Role::Date | Role::Year | Role::Month | Role::Day | Role::End | Role::StatusDate) => {
                *role = Role::Ignore;
            }
            _ => {}
        };
        roles.iter_mut().for_each(to);
        if self == Self::Intervals {
            let mut dates = roles.iter_mut().filter(|role| **role == Role::StatusDate);
            dates.next().into_iter().for_each(|role| *role = Role::Date);
            dates.next().into_iter().for_each(|role| *role = Role::End);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_is_called_as_it_is_written() {
        for shape in Shape::ALL {
            assert_eq!(serde_json::to_value(shape).unwrap(), shape.id());
            assert_eq!(Shape::named(shape.id()), Some(shape));
        }
        assert_eq!(Shape::named("long"), None);
    }

    #[test]
    fn roles_of_columns_tell_the_shape() {
        use Role::{AtDate, Date, End, Entity, OfEntity, Status, StatusDate};
        let of = |roles: &[Role]| Shape::of(roles, &[]);
        assert_eq!(of(&[Entity, Date, Status]), Shape::Events);
        assert_eq!(of(&[Entity, AtDate]), Shape::Wide);
        assert_eq!(of(&[Date, OfEntity]), Shape::WideEntities);
        assert_eq!(of(&[Entity, StatusDate]), Shape::Dates);
        assert_eq!(of(&[Entity, Date, End]), Shape::Intervals);
        assert_eq!(of(&[Entity, Status]), Shape::Snapshot);
        let names = ["Year", "Headline", "Media"].map(str::to_owned);
        assert_eq!(Shape::of(&[Date, Role::Title, Role::SourceUrl], &names), Shape::TimelineJs);
    }
}
