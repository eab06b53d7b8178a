//! What the words and figures are handed over as.

use std::fmt;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::model::entity::EntityKind;
use crate::model::event::Confidence;
use crate::view::intent::Part;

/// A text, and the language that it is in where that is not the figure's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string | { text: string, lang: string }"))]
pub struct TaggedText {
    /// What is said.
    pub text: String,
    /// BCP 47; `None` for the figure's language.
    pub lang: Option<String>,
}

/// What is said.
impl fmt::Display for TaggedText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// Whether it says this in the figure's language.
impl PartialEq<&str> for TaggedText {
    fn eq(&self, text: &&str) -> bool {
        self.text == *text && self.lang.is_none()
    }
}

/// Plain text where it is in the figure's language, else an object of both.
impl Serialize for TaggedText {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let Some(lang) = &self.lang else { return out.serialize_str(&self.text) };
        let mut said = out.serialize_struct("TaggedText", 2)?;
        said.serialize_field("text", &self.text)?;
        said.serialize_field("lang", lang)?;
        said.end()
    }
}

/// What stands beside the picture on every day. It changes with the dataset and the language.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Info {
    /// Of the figure.
    pub title: TaggedText,
    /// The whole of it, from the first day to the last, in one sentence.
    pub story: TaggedText,
    /// The steps of the dataset's tour.
    pub steps: Vec<Step>,
    /// What is to be said about names and places, a sentence each.
    pub footnotes: Vec<TaggedText>,
    /// Under which terms the dataset may be used.
    pub license: Option<TaggedText>,
}

/// What stands beside the picture on the date shown.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Description {
    /// Language of dates and names, BCP 47.
    pub lang: String,
    /// The date, ISO 8601.
    pub iso: String,
    /// The date in words.
    pub date: String,
    /// Both days that are compared, in words.
    pub period: Option<String>,
    /// What holds on that date.
    pub sentence: TaggedText,
    /// Date and sentence, for the slider.
    pub spoken: TaggedText,
    /// The day that the date is compared with.
    pub compare: Option<Comparison>,
    /// Who changed between the two, the latest change first.
    pub moved: Option<Vec<Moved>>,
    /// The step of the tour that is shown, counted from 0.
    pub step: Option<usize>,
    /// Whether tiles are fading, so that time has to be told to pass.
    pub moving: bool,
    /// First, last and chosen day, as numbers.
    pub range: Range,
    /// Whether the date runs.
    pub playing: bool,
    /// The id of the only status shown.
    pub filter: Option<String>,
    /// Whether a change lies before the date.
    pub has_previous: bool,
    /// Whether a change lies after it.
    pub has_next: bool,
    /// Statuses with their counts; no data last.
    pub legend: Vec<LegendItem>,
    /// The latest changes up to the date, newest first.
    pub changes: Vec<Entry>,
    /// The selected entity's history.
    pub selected: Option<EntityHistory>,
    /// Whether the groups show all of their members.
    pub unfolded: bool,
    /// The id of the entity that the ring of the keyboard is on.
    pub focus: Option<String>,
}

/// Days by number (see [`crate::Day::number`]).
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Range {
    /// First.
    pub min: i32,
    /// Last.
    pub max: i32,
    /// Chosen.
    pub value: i32,
}

/// The day that the date is compared with.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Comparison {
    /// ISO 8601.
    pub iso: String,
    /// In words.
    pub date: String,
    /// As a number.
    pub value: i32,
    /// The day and what holds on it, for its slider.
    pub spoken: TaggedText,
}

/// Somebody whose status is another on the later of two days.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Moved {
    /// Id of the entity.
    pub entity: String,
    /// Name of the entity.
    pub name: String,
    /// The status on the earlier day, in words.
    pub from: TaggedText,
    /// Of that status; -1 for no data.
    pub from_index: i32,
    /// The status on the later day, in words.
    pub to: TaggedText,
    /// Of that status; -1 for no data.
    pub to_index: i32,
    /// When it began, as it is known, in words; `None` where a status has ended.
    pub date: Option<String>,
    /// Its first possible day, as a number.
    pub day: Option<i32>,
    /// Headline of the event that began it.
    pub title: Option<TaggedText>,
}

/// A step of a tour.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Step {
    /// The date as it is known, in words.
    pub date: String,
    /// Headline.
    pub title: TaggedText,
    /// More about it.
    pub text: Option<TaggedText>,
}

/// A line of the legend.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LegendItem {
    /// Of the status, or `no-data`.
    pub id: String,
    /// In words.
    pub label: TaggedText,
    /// How many counted entities have it, on the later day where two are compared.
    pub count: u32,
    /// How many have it on the earlier day.
    pub before: Option<u32>,
    /// No more than so many have it on any day.
    pub most: u32,
    /// Of the status; -1 for no data.
    pub index: i32,
}

/// An event in words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Entry {
    /// Id of the entity.
    pub entity: String,
    /// Name of the entity.
    pub name: String,
    /// The date as it is known, in EDTF.
    pub iso: String,
    /// Its first possible day, as a number.
    pub day: i32,
    /// The date as it is known, in words.
    pub date: String,
    /// Whether it lies after the date shown.
    pub future: bool,
    /// The status that it sets, in words.
    pub status: Option<TaggedText>,
    /// Of that status; -1 for a note.
    pub index: i32,
    /// Headline.
    pub title: TaggedText,
    /// More about it.
    pub text: Option<TaggedText>,
    /// Its other dates, how well it is documented, and who decided, as far as that is not as usual.
    pub terms: Vec<String>,
    /// A conflict between sources, or another doubt.
    pub caution: Option<TaggedText>,
    /// What was wrong and is right now, a sentence each.
    pub corrections: Vec<TaggedText>,
    /// Who says so.
    pub sources: Vec<SourceLine>,
}

/// A source in words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SourceLine {
    /// Newspaper, agency, authority or site.
    pub outlet: String,
    /// When it was published, in words.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// An entity's history.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EntityHistory {
    /// Id of the entity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Country, bloc or company.
    pub kind: EntityKind,
    /// Its status on the date shown, in words.
    pub status: TaggedText,
    /// Of that status; -1 for no data.
    pub index: i32,
    /// Since when, in words.
    pub since: Option<String>,
    /// What is to be said about its name or place.
    pub footnote: Option<TaggedText>,
    /// Of a country: the operators and blocs that act there. Of those: the countries that they act in.
    pub related: Vec<Related>,
    /// Its events, newest first.
    pub entries: Vec<Entry>,
}

/// An entity that acts where another is, or the other way round.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Related {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its status on the date shown, in words.
    pub status: TaggedText,
    /// Of that status; -1 for no data.
    pub index: i32,
}

/// What is told of the thing pointed at.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tooltip {
    /// The picture that it is in.
    pub part: Part,
    /// Its left edge there, in CSS pixels.
    pub x: f64,
    /// Its top edge.
    pub y: f64,
    /// Its extent to the right.
    pub width: f64,
    /// Its extent downward.
    pub height: f64,
    /// A name or a date.
    pub title: String,
    /// The status, since when.
    pub status: Option<TaggedText>,
    /// Of that status; -1 for none.
    pub index: i32,
    /// More lines.
    pub lines: Vec<TaggedText>,
}

/// Every entity's status on one day, as data.
#[derive(Clone, Debug, Serialize)]
pub struct StatusReport {
    /// The day, ISO 8601.
    pub date: String,
    /// The whole of it, from the first day to the last, in one sentence.
    pub story: String,
    /// The number of counted entities of each status, in the order of the statuses.
    #[serde(serialize_with = "as_map")]
    pub counts: Vec<(String, u32)>,
    /// In the order of the dataset.
    pub entities: Vec<StatusReportEntry>,
}

/// One entity's status on one day, as data.
#[derive(Clone, Debug, Serialize)]
pub struct StatusReportEntry {
    /// Id; a country's ISO 3166-1 alpha-2 code.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Country, bloc or company.
    pub kind: EntityKind,
    /// Ids of the countries that an operator or bloc acts in.
    pub acts_in: Vec<String>,
    /// Id of the status; `null` is no data.
    pub status: Option<String>,
    /// The date since which it holds, in EDTF as the dataset gives it.
    pub since: Option<String>,
    /// Whether that date is the decision's; otherwise it is that of a report, and the decision is not younger.
    pub decided: bool,
    /// Headline of the event that began it.
    pub title: Option<String>,
    /// How well that event is documented.
    pub confidence: Option<Confidence>,
    /// Who reported the event that began it.
    pub sources: Vec<StatusReportSource>,
}

/// A source as data.
#[derive(Clone, Debug, Serialize)]
pub struct StatusReportSource {
    /// Newspaper, agency, authority or site.
    pub outlet: String,
    /// When it was published, in EDTF.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

fn as_map<S: Serializer>(pairs: &[(String, u32)], out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}
