//! Ids of entities, statuses, scopes and events: their positions in the lists of one dataset.
//!
//! An id is valid only for the dataset that it comes from. A dataset with other entities, statuses or events gives the
//! same position to something else, and [`Dataset::entity`](crate::Dataset::entity) panics for a position that its list
//! does not have.

/// Identifies an entity: its position in [`Dataset::entities`](crate::Dataset::entities), counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(u32);

impl EntityId {
    /// The id of the entity at a position.
    pub const fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// The position of the entity.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Identifies a status: its position in [`Dataset::statuses`](crate::Dataset::statuses), counted from 0.
///
/// Ids are ordered as the statuses are in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusId(u32);

impl StatusId {
    /// The id of the status at a position.
    pub const fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// The position of the status.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Identifies a scope: its position in [`Dataset::scopes`](crate::Dataset::scopes), counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScopeId(u32);

impl ScopeId {
    /// The id of the scope at a position.
    pub const fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// The position of the scope.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Identifies an event: its position in [`Dataset::events`](crate::Dataset::events), counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(u32);

impl EventId {
    /// The id of the event at a position.
    pub const fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// The position of the event.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}
