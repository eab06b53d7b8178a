//! Events and their sources.

use serde::Serialize;

use crate::base::date::PartialDate;
use crate::model::entity::EntityKind;
use crate::model::id::{EntityId, ScopeId, StatusId};
use crate::model::localized_text::LocalizedText;

/// The meaning of the date of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// The date of the decision or other fact itself.
    Decision,
    /// The date of the report. The decision was made on or before this day.
    Publication,
}

impl DateKind {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 2] = [Self::Decision, Self::Publication];
}

/// Who made the decision. Only a decision of the government sets the status of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The government of a country.
    Government,
    /// A bloc of countries.
    Bloc,
    /// An operator or another company.
    Operator,
}

impl Level {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 3] = [Self::Government, Self::Bloc, Self::Operator];

    /// The level of an event of such an entity if the event does not name one.
    pub fn of(kind: EntityKind) -> Self {
        // Both enums have the same order: country and government, bloc and bloc, company and operator.
        Self::ALL[kind as usize]
    }
}

/// What an event rests on: why its status is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// A law, regulation or other general rule.
    Rule,
    /// A decision about a single case.
    Decision,
    /// A remark of somebody who can decide.
    Statement,
    /// A contract, order or tender.
    Contract,
    /// A conclusion of the editor.
    Inference,
}

impl Basis {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 5] = [Self::Rule, Self::Decision, Self::Statement, Self::Contract, Self::Inference];

    /// Whether it binds: a rule or a decision. The other bases only suggest a status.
    pub fn is_firm(self) -> bool {
        matches!(self, Self::Rule | Self::Decision)
    }
}

/// How well an event is documented, as the editor judges it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Beyond reasonable doubt.
    High,
    /// Probably correct.
    Medium,
    /// Possibly correct.
    Low,
}

impl Confidence {
    /// In the order of the format's words.
    pub(crate) const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];
}

/// An error in a source or in an earlier edition of the dataset, and the right value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The field that was wrong, such as `date`, `entity` or a name.
    pub field: String,
    /// The wrong value.
    pub was: String,
    /// The right value.
    pub now: String,
    /// The date since which the dataset has the right value.
    pub since: Option<PartialDate>,
    /// The reason for the correction.
    pub reason: LocalizedText,
}

/// A dated decision about one entity that sets its status. Without a status the event is a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The entity of the event.
    pub entity: EntityId,
    /// The date, with the precision that is known.
    pub date: PartialDate,
    /// Whether `date` is the date of the decision or of the report.
    pub date_kind: DateKind,
    /// The date of the announcement, if it differs from `date`.
    pub announced: Option<PartialDate>,
    /// The date since which the decision is in force, if it differs from `date`.
    pub in_force: Option<PartialDate>,
    /// The last day on which the status holds. `None` if the status holds until the next event with a status.
    pub until: Option<PartialDate>,
    /// The new status of the entity. `None` for a note, which changes no status.
    pub status: Option<StatusId>,
    /// Who made the decision.
    pub level: Level,
    /// What the event rests on; `None` if the editor does not say it.
    pub basis: Option<Basis>,
    /// To what the decision applies, in the order of the file. Empty if the editor does not say it.
    pub scope: Vec<ScopeId>,
    /// A short headline.
    pub title: LocalizedText,
    /// One or two sentences.
    pub text: Option<LocalizedText>,
    /// The sources that report the event.
    pub sources: Vec<Source>,
    /// How well the event is documented; `None` if the editor does not say it.
    pub confidence: Option<Confidence>,
    /// A conflict between sources, or another doubt.
    pub caution: Option<LocalizedText>,
    /// Corrections of sources or of earlier editions of the dataset.
    pub corrections: Vec<Correction>,
}

impl Event {
    /// Whether the event rests only on a statement, a contract or an inference.
    pub fn is_weak(&self) -> bool {
        self.basis.is_some_and(|basis| !basis.is_firm())
    }
}

/// A report of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Newspaper, agency, authority or site.
    pub outlet: String,
    /// The date of publication.
    pub date: Option<PartialDate>,
    /// The address of the report, http or https.
    pub url: Option<String>,
}
