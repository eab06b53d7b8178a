//! The shape of a dataset's JSON, before anything is known to make sense.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{DataPath, Diagnostic, Fault, InvalidDataset, Position};

/// The version that [`read`] reads.
pub(super) const FORMAT: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireDataset {
    pub(super) format: u32,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) description: Option<String>,
    pub(super) updated: String,
    pub(super) grid: Option<String>,
    pub(super) actors: Plural,
    pub(super) statuses: Vec<WireStatus>,
    #[serde(default)]
    pub(super) entities: Vec<WireEntity>,
    pub(super) events: Vec<WireEvent>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireStatus {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) color: WireColor,
    #[serde(default)]
    pub(super) pattern: Pattern,
    pub(super) lead: Option<Plural>,
    pub(super) clause: Option<Plural>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireColor {
    pub(super) light: String,
    pub(super) dark: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireEntity {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: EntityKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireEvent {
    pub(super) entity: String,
    pub(super) date: String,
    #[serde(default)]
    pub(super) date_kind: DateKind,
    pub(super) status: Option<String>,
    pub(super) title: String,
    pub(super) text: Option<String>,
    #[serde(default)]
    pub(super) sources: Vec<WireSource>,
    pub(super) caution: Option<String>,
    #[serde(default)]
    pub(super) corrections: Vec<Correction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireSource {
    pub(super) outlet: String,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
}

/// A word or clause for one and for any other number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plural {
    /// For 1.
    pub one: String,
    /// For 0, 2, 3 and so on.
    pub other: String,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A country or territory; its status is its government's.
    Country,
    /// A group of countries that decides as one.
    Bloc,
    /// An operator, vendor or other firm.
    Company,
}

impl EntityKind {
    /// In the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Country, Self::Bloc, Self::Company];
}

/// What the date of an event is the date of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateKind {
    /// The decision or other fact itself.
    #[default]
    Decision,
    /// Its publication: it happened on or before that day.
    Publication,
}

/// How a fill is hatched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Pattern {
    /// Not at all.
    #[default]
    Solid,
    /// Lines from bottom left to top right.
    Diagonal,
    /// Lines from top left to bottom right.
    Counterdiagonal,
    /// Level lines.
    Horizontal,
    /// Small squares.
    Dots,
    /// Level and upright lines.
    Grid,
}

/// A mistake in a source or an earlier edition, and what is right.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// What was wrong: `date`, `entity`, a name.
    pub field: String,
    /// What it said.
    pub was: String,
    /// What it should say.
    pub now: String,
    /// How that is known.
    pub reason: String,
}

/// Reads JSON as far as its shape goes.
pub(super) fn read(text: &str) -> Result<WireDataset, InvalidDataset> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = serde_json::Deserializer::from_str(text);
    let wire = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        shape(&path, error.inner())
    })?;
    reader.end().map_err(|error| shape(".", &error))?;
    Ok(wire)
}

fn shape(path: &str, error: &serde_json::Error) -> InvalidDataset {
    let path = if path == "." { DataPath::default() } else { DataPath::field(path) };
    let sentence = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let fault = Fault::Shape(sentence.strip_suffix(&place).unwrap_or(&sentence).to_owned());
    let position = (error.line() > 0).then(|| Position { line: error.line(), column: error.column() });
    InvalidDataset { diagnostics: vec![Diagnostic { position, ..Diagnostic::error(path, fault) }] }
}
