//! Events, and who says so.

use serde::Serialize;

use crate::base::date::PartialDate;
use crate::model::entity::EntityKind;
use crate::model::id::{EntityId, StatusId};
use crate::model::localized_text::LocalizedText;

/// What the date of an event is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// The decision or other fact itself.
    Decision,
    /// Its publication: it happened on or before that day.
    Publication,
}

impl DateKind {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 2] = [Self::Decision, Self::Publication];
}

/// Who decided. Only a government's decision is the status of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The government of a country.
    Government,
    /// A bloc.
    Bloc,
    /// An operator, or another firm.
    Operator,
}

impl Level {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 3] = [Self::Government, Self::Bloc, Self::Operator];

    /// That of the decisions of such entities, unless an event says otherwise.
    pub fn of(kind: EntityKind) -> Self {
        Self::ALL[kind as usize]
    }
}

/// How well an event is documented, in the eyes of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Beyond reasonable doubt.
    High,
    /// Probably as told.
    Medium,
    /// Possibly.
    Low,
}

impl Confidence {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];
}

/// A mistake in a source or an earlier edition, and what is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What was wrong: `date`, `entity`, a name.
    pub field: String,
    /// What it said.
    pub was: String,
    /// What it should say.
    pub now: String,
    /// Since when the dataset has it right.
    pub since: Option<PartialDate>,
    /// How that is known.
    pub reason: LocalizedText,
}

/// Something that happened to or was done by one entity. Without a status it is a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Whom it is about.
    pub entity: EntityId,
    /// When, as precisely as known.
    pub date: PartialDate,
    /// What the date is the date of.
    pub date_kind: DateKind,
    /// When it was made known, where that was another day.
    pub announced: Option<PartialDate>,
    /// Since when it binds, where that is another day.
    pub in_force: Option<PartialDate>,
    /// The last day on which its status holds.
    pub until: Option<PartialDate>,
    /// What it makes of the entity's status; `None` changes nothing.
    pub status: Option<StatusId>,
    /// Who decided.
    pub level: Level,
    /// A short headline.
    pub title: LocalizedText,
    /// A sentence or two.
    pub text: Option<LocalizedText>,
    /// Who says so.
    pub sources: Vec<Source>,
    /// How well it is documented; `None` where the editor does not say.
    pub confidence: Option<Confidence>,
    /// A conflict between sources, or another doubt.
    pub caution: Option<LocalizedText>,
    /// What was wrong in a source or an earlier edition.
    pub corrections: Vec<Correction>,
}

/// Who reported an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Newspaper, agency, authority or site.
    pub outlet: String,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Where it can be read; http or https.
    pub url: Option<String>,
}
