//! The records in which texts and numbers cross to the shell and to the command.

use std::fmt;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::model::entity::EntityKind;
use crate::model::event::{Basis, Confidence};
use crate::view::intent::{Part, Tab};

/// A text with its language, if that is not the language of the figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string | { text: string, lang: string }"))]
pub struct TaggedText {
    /// The text.
    pub text: String,
    /// The language as a BCP 47 tag; `None` for the language of the figure.
    pub lang: Option<String>,
}

/// Writes the text without its language.
impl fmt::Display for TaggedText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// Equal if the text is the same and is in the language of the figure.
impl PartialEq<&str> for TaggedText {
    fn eq(&self, text: &&str) -> bool {
        self.text == *text && self.lang.is_none()
    }
}

/// Written as plain text if it is in the language of the figure, otherwise as an object with text and language.
impl Serialize for TaggedText {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let Some(lang) = &self.lang else { return out.serialize_str(&self.text) };
        let mut said = out.serialize_struct("TaggedText", 2)?;
        said.serialize_field("text", &self.text)?;
        said.serialize_field("lang", lang)?;
        said.end()
    }
}

/// The texts beside the picture that do not change with the date. They change with the dataset and the language.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Info {
    /// The title of the figure.
    pub title: TaggedText,
    /// What exactly the figure shows.
    pub subtitle: Option<TaggedText>,
    /// The whole story from the first day to the last, in one sentence.
    pub story: TaggedText,
    /// The steps of the tour.
    pub steps: Vec<Step>,
    /// The first day of the timeline in ISO 8601.
    pub first: String,
    /// The last day of the timeline in ISO 8601.
    pub last: String,
    /// Whether the timeline has the window that the page asks for. If not, it has no day of the data, or is none.
    pub fits: bool,
    /// Whether there is a map.
    pub map: bool,
    /// Whether there are rows for "Who, when": whether any entity has a status on any day.
    pub lanes: bool,
    /// The groups of entities that are not on the map; `None` without such entities.
    pub groups: Option<GroupsTab>,
    /// Whether some statuses rest on a rule or decision and others do not, so that a reader can leave out the others.
    pub bases: bool,
    /// The explanation of paler tiles; `None` if there are none.
    pub paler: Option<String>,
    /// The words for what the figure can count: entities, and weights, such as `governments` and `people`. Empty if the
    /// dataset has no weights.
    pub units: Vec<TaggedText>,
    /// What the dataset is about, in one or two sentences.
    pub description: Option<TaggedText>,
    /// Notes about names and positions of entities, the descriptions of scopes, and notes about weights.
    pub footnotes: Vec<TaggedText>,
    /// The annotated periods with their dates.
    pub periods: Vec<TaggedText>,
    /// The licence of the dataset.
    pub license: Option<TaggedText>,
    /// The date up to which the dataset was maintained, in words.
    pub updated: String,
}

/// The tab of the groups.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GroupsTab {
    /// The name of the groups, such as `Companies and blocs`.
    pub name: String,
    /// The number of entities.
    pub count: usize,
}

/// The texts beside the picture on the current date.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Description {
    /// The language of dates and names, as a BCP 47 tag.
    pub lang: String,
    /// The date in ISO 8601, such as `2020-07-14`.
    pub iso: String,
    /// The date in words.
    pub date: String,
    /// Both compared days in words.
    pub period: Option<String>,
    /// The sentence about the date.
    pub sentence: TaggedText,
    /// The date, or both compared days, and the sentence.
    pub spoken: TaggedText,
    /// The day with which the date is compared.
    pub compare: Option<Comparison>,
    /// The entities that changed between the two days, the latest change first.
    pub moved: Option<Vec<Moved>>,
    /// The current step of the tour, counted from 0.
    pub step: Option<usize>,
    /// Whether tiles fade. The shell must then call `advance`.
    pub moving: bool,
    /// The first day, the last day and the date, as numbers.
    pub range: Range,
    /// Whether playback is on.
    pub playing: bool,
    /// The id of the only status that the figure shows.
    pub filter: Option<String>,
    /// Whether the figure leaves out weak statuses.
    pub firm: bool,
    /// Whether the figure counts the weights of entities.
    pub weighted: bool,
    /// Whether a day of change is before the day of the held handle.
    pub has_previous: bool,
    /// Whether a day of change is after the day of the held handle.
    pub has_next: bool,
    /// The statuses with their counts; no data is last.
    pub legend: Vec<LegendItem>,
    /// The latest changes up to the date, newest first.
    pub changes: Vec<Entry>,
    /// The history of the selected entity.
    pub selected: Option<EntityHistory>,
    /// The view.
    pub view: Tab,
    /// The id of the entity whose tile has the keyboard focus.
    pub focus: Option<String>,
    /// The tooltip of the target of the pointer or of the keyboard.
    pub tip: Option<Tooltip>,
}

/// The slider of the date: three days as numbers (see [`crate::Day::number`]), and its value in words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Range {
    /// The first day.
    pub min: i32,
    /// The last day.
    pub max: i32,
    /// The date.
    pub value: i32,
    /// The date with the entities that changed on it and their statuses; otherwise with the sentence about it.
    pub text: TaggedText,
}

/// The day with which the date is compared.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Comparison {
    /// The day in ISO 8601.
    pub iso: String,
    /// The day in words.
    pub date: String,
    /// The day as a number.
    pub value: i32,
    /// The day as the value of its slider, as in [`Range::text`].
    pub text: TaggedText,
}

/// An entity whose status differs between two compared days.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Moved {
    /// Id of the entity.
    pub entity: String,
    /// Name of the entity.
    pub name: String,
    /// The status on the earlier day, in words.
    pub from: TaggedText,
    /// The index of that status; -1 for no data, -2 if the entity did not exist.
    pub from_index: i32,
    /// The status on the later day, in words.
    pub to: TaggedText,
    /// The index of that status; -1 for no data, -2 if the entity did not exist.
    pub to_index: i32,
    /// The date since which the later status holds, in words; `None` if the status has ended.
    pub date: Option<String>,
    /// The first possible day of that date, as a number.
    pub day: Option<i32>,
    /// The title of the event that set the later status.
    pub title: Option<TaggedText>,
}

/// A step of a tour.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Step {
    /// The date in words, with the precision that is known.
    pub date: String,
    /// The title.
    pub title: TaggedText,
    /// The text.
    pub text: Option<TaggedText>,
}

/// An item of the legend.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LegendItem {
    /// The id of the status, or `no-data`.
    pub id: String,
    /// The label.
    pub label: TaggedText,
    /// The words of the count: `{n} ban it`. `{n}` stands for the number.
    pub pattern: TaggedText,
    /// The number of counted entities with the status, or the sum of their weights; during a comparison, on the later
    /// day.
    pub count: f64,
    /// The number on the earlier day of a comparison.
    pub before: Option<f64>,
    /// An upper limit of the number on any day, with which the shell can reserve space.
    pub most: f64,
    /// The index of the status; -1 for no data.
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
    /// The date in EDTF.
    pub iso: String,
    /// The first possible day of the date, as a number.
    pub day: i32,
    /// The last possible day of the date, as a number. In lists of who was first, an imprecise date counts as this day.
    pub last: i32,
    /// The date in words, with the precision that is known.
    pub date: String,
    /// The status that the event sets, in words.
    pub status: Option<TaggedText>,
    /// The index of that status; -1 for a note.
    pub index: i32,
    /// What it rests on and to what it applies: `statement · core network`.
    pub grounds: Option<TaggedText>,
    /// The title.
    pub title: TaggedText,
    /// The text.
    pub text: Option<TaggedText>,
    /// The other dates of the event. Also the confidence if it is not high, and who decided if the kind of the entity
    /// does not show it.
    pub terms: Vec<String>,
    /// A conflict between sources, or another doubt.
    pub caution: Option<TaggedText>,
    /// The corrections, each as a sentence.
    pub corrections: Vec<TaggedText>,
    /// The sources.
    pub sources: Vec<SourceLine>,
}

/// A source in words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SourceLine {
    /// Newspaper, agency, authority or site.
    pub outlet: String,
    /// The date of publication, in words.
    pub date: Option<String>,
    /// The address of the report.
    pub url: Option<String>,
}

/// The history of an entity.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EntityHistory {
    /// Id of the entity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Country, bloc or company.
    pub kind: EntityKind,
    /// Its status on the current date in words, or that it does not exist.
    pub status: TaggedText,
    /// The index of that status; -1 for no data, -2 if it does not exist.
    pub index: i32,
    /// The date since which the status holds, in words.
    pub since: Option<String>,
    /// What the status rests on, and the date of its last evidence if that is old.
    pub grounds: Option<TaggedText>,
    /// A note about its name or position.
    pub footnote: Option<TaggedText>,
    /// For a country: the companies and blocs that act there. For a company or bloc: the countries in which it acts.
    pub related: Vec<Related>,
}

/// The newest events of the entity whose history is open. They do not change with the date.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NewestEvents {
    /// The events, newest first.
    pub entries: Vec<Entry>,
    /// The number of its other events.
    pub left: usize,
}

/// A company or bloc that acts in a country, or a country in which one acts.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Related {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its status on the current date in words, or that it does not exist.
    pub status: TaggedText,
    /// The index of that status; -1 for no data, -2 if it does not exist.
    pub index: i32,
}

/// The tooltip for the target of the pointer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tooltip {
    /// The part that contains the target.
    pub part: Part,
    /// The left edge of the target, in CSS pixels of the part.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
    /// A name or a date.
    pub title: String,
    /// The status, and the date since which it holds.
    pub status: Option<TaggedText>,
    /// The index of that status; -1 for no status, -2 if the entity does not exist.
    pub index: i32,
    /// Further lines.
    pub lines: Vec<TaggedText>,
}

/// The status of every entity as of one day, as data.
#[derive(Clone, Debug, Serialize)]
pub struct StatusReport {
    /// The day in ISO 8601.
    pub date: String,
    /// The whole story from the first day to the last, in one sentence.
    pub story: String,
    /// The number of counted entities with each status, in the order of the statuses.
    #[serde(serialize_with = "as_map")]
    pub counts: Vec<(String, u32)>,
    /// The sums of their weights, in the same order; `null` if the dataset has no weights.
    pub weights: Option<Weighed>,
    /// The entities, in the order of the dataset.
    pub entities: Vec<StatusReportEntry>,
}

/// The status of one entity as of one day, as data.
#[derive(Clone, Debug, Serialize)]
pub struct StatusReportEntry {
    /// The id; for a country its ISO 3166-1 alpha-2 code.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Country, bloc or company.
    pub kind: EntityKind,
    /// The ids of the countries in which a company or bloc acts.
    pub acts_in: Vec<String>,
    /// Whether the entity exists on the day.
    pub exists: bool,
    /// The id of the status; `null` is no data.
    pub status: Option<String>,
    /// The date since which the status holds, in EDTF, as the dataset gives it.
    pub since: Option<String>,
    /// Whether that date is the date of the decision. Otherwise it is the date of a report, and the decision was made
    /// on or before it.
    pub decided: bool,
    /// The title of the event that set the status.
    pub title: Option<String>,
    /// The confidence in that event.
    pub confidence: Option<Confidence>,
    /// The basis of the event on which the status rests on the day.
    pub basis: Option<Basis>,
    /// The ids of the scopes of that event.
    pub scope: Vec<String>,
    /// The date of the last evidence, in EDTF, if it is older than the dataset's `stale_after`.
    pub old_evidence: Option<String>,
    /// The sources of that event.
    pub sources: Vec<StatusReportSource>,
}

/// A source as data.
#[derive(Clone, Debug, Serialize)]
pub struct StatusReportSource {
    /// Newspaper, agency, authority or site.
    pub outlet: String,
    /// The date of publication, in EDTF.
    pub date: Option<String>,
    /// The address of the report.
    pub url: Option<String>,
}

/// A sum of weights for each status, by its id.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Weighed(#[serde(serialize_with = "as_map")] pub Vec<(String, f64)>);

fn as_map<S: Serializer, T: Serialize>(pairs: &[(String, T)], out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}
