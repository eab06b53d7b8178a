//! Every kind of finding, with its code, severity and sentence.

use crate::base::date::DateError;
use crate::base::limits::Limit;
#[cfg(explain)]
use crate::base::text::brief;
use crate::base::text::is_control;
#[cfg(explain)]
use crate::diagnostics::path::{DataPath, Step};
use crate::diagnostics::severity::Severity;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The text is not JSON.
    #[error("not JSON")]
    Syntax,
    /// Lists and objects are nested deeper than the reader allows.
    #[error("more than {0} lists and objects inside each other")]
    Nesting(usize),
    /// A quotation mark of a CSV file is never closed.
    #[error("missing closing quotation mark")]
    Quote,
    /// A value has the wrong type.
    #[error("{found} instead of {wanted}")]
    Kind {
        /// The type that the format expects.
        wanted: &'static str,
        /// The type that was found.
        found: &'static str,
    },
    /// The format has no field of this name.
    #[error("unknown field: \"{0}\"")]
    UnknownField(String),
    /// A required field is missing.
    #[error("missing field: \"{0}\"")]
    MissingField(&'static str),
    /// The format has no column of this name. The name is empty if a cell stands in a column without a name.
    #[error("{}", unknown_column(.0))]
    UnknownColumn(String),
    /// A required column is missing.
    #[error("missing column: \"{0}\"")]
    MissingColumn(&'static str),
    /// A required cell is empty.
    #[error("no value in the column \"{0}\"")]
    MissingCell(&'static str),
    /// A field or cell that records of this kind cannot have.
    #[error("{record} cannot have \"{column}\"")]
    Misplaced {
        /// The kind of record, with its article.
        record: &'static str,
        /// The name of the field or column.
        column: String,
    },
    /// A word that is not one of the allowed words.
    #[error("unknown value: \"{0}\"")]
    UnknownWord(String),
    /// A text that is not a language tag, where a language tag is required.
    #[error("not a language tag: \"{0}\"")]
    Tag(String),
    /// A text in several languages that lacks the language of the dataset.
    #[error("no text in \"{0}\", the language of the dataset")]
    MissingLanguage(String),
    /// A text that lacks languages which other texts of the dataset have.
    #[error("no translation into {0}")]
    Untranslated(String),
    /// A version of the format that this library does not read.
    #[error("unknown format version")]
    Format,
    /// A list that must have at least one element is empty.
    #[error("empty list")]
    Empty,
    /// A text that must not be blank is blank.
    #[error("blank text")]
    Blank,
    /// An id with white space around it, or with a character that separates ids in a list.
    #[error("invalid id: \"{0}\"")]
    Id(String),
    /// Two elements of a list have the same id.
    #[error("duplicate: \"{0}\"")]
    Twice(String),
    /// Two fields of an object, or two columns, have the same name.
    #[error("duplicate field or column: \"{0}\"")]
    FieldTwice(String),
    /// Two fields are set that exclude each other.
    #[error("both \"{0}\" and \"{1}\" are set")]
    Beside(&'static str, &'static str),
    /// An id that is reserved for "no data".
    #[error("reserved id: \"{0}\"")]
    Reserved(String),
    /// An event or filter names a status that the dataset does not declare.
    #[error("unknown status: \"{0}\"")]
    UnknownStatus(String),
    /// An event names a scope that the dataset does not declare.
    #[error("unknown scope: \"{0}\"")]
    UnknownScope(String),
    /// An event, tile or link names an entity that neither the dataset nor its grid declares.
    #[error("unknown entity: \"{0}\"")]
    UnknownEntity(String),
    /// A name of a place that the command knows and pages do not.
    #[cfg(grouped)]
    #[error("pages do not know this name: \"{0}\"")]
    LongName(String),
    /// An entity that is not a country, where only a country is allowed.
    #[error("not a country: \"{0}\"")]
    NotCountry(String),
    /// The dataset names a grid that is not built in.
    #[error("unknown grid: \"{0}\"")]
    UnknownGrid(String),
    /// A text that is not a date, where a date is required.
    #[error("{1}: \"{0}\"")]
    Date(String, DateError),
    /// A text that is not a duration, where a duration is required.
    #[error("not a duration: \"{0}\"")]
    Duration(String),
    /// A text that is not a colour, where a colour is required.
    #[error("not a colour: \"{0}\"")]
    Color(String),
    /// A colour with too little contrast to the page: WCAG 2.2, 1.4.11, requires 3:1.
    #[error("{color} has too little contrast with the page ({page}): {}.{}:1; at least 3:1 is required", tenths / 10, tenths % 10)]
    Contrast {
        /// The colour as it was written.
        color: String,
        /// The colour of the page.
        page: String,
        /// Ten times the contrast, rounded down.
        tenths: u32,
    },
    /// Two statuses are neighbours in the order of statuses, and their colours look alike in at least one kind of
    /// colour vision.
    #[error(
        "the colours of \"{first}\" and \"{second}\" are too similar on {theme} pages: CIEDE2000 {alike}; at least 10 is recommended"
    )]
    Alike {
        /// The id of the earlier status.
        first: String,
        /// The id of the later status.
        second: String,
        /// The colour scheme of the page: light or dark.
        theme: &'static str,
        /// A list of the kinds of colour vision, each with the difference.
        alike: String,
    },
    /// A link whose protocol is neither http nor https.
    #[error("not a web address: \"{0}\"")]
    Address(String),
    /// An event sets a status and has no source.
    #[error("the event has a status, but no source")]
    Unsourced,
    /// A note has no source.
    #[error("the note has no source")]
    UnsourcedNote,
    /// A decision of an operator or bloc sets the status of a country.
    #[error("only a government can set the status of a country")]
    NotGovernment,
    /// A period ends before it starts.
    #[error("{end} is earlier than {start}")]
    Backwards {
        /// The field and date of the end.
        end: String,
        /// The field and date of the start.
        start: String,
    },
    /// A status of an entity outside of the entity's lifetime.
    #[error("\"{entity}\" does not exist on {date}: its \"{field}\" is {limit}")]
    Absent {
        /// The entity's id.
        entity: String,
        /// The date as given.
        date: String,
        /// The field of the entity: `from` or `until`.
        field: &'static str,
        /// The date in this field.
        limit: String,
    },
    /// Two events give one entity different statuses on one date.
    #[error("\"{entity}\" has two statuses with the date {date}: \"{first}\" and \"{second}\"")]
    Conflict {
        /// The id of the entity.
        entity: String,
        /// The date as it was written.
        date: String,
        /// The status of the earlier event in the file.
        first: String,
        /// The status of this event.
        second: String,
    },
    /// Two events have the same entity, date and content.
    #[error("duplicate event")]
    Repeated,
    /// Two tiles have the same position.
    #[error("two tiles at the same position: \"{0}\" and \"{1}\"")]
    SamePlace(String, String),
    /// An event sets the status that the entity already has.
    #[error("the entity already has the status \"{0}\"")]
    Unchanged(String),
    /// A row or column of the grid without tiles, between others that have tiles.
    #[error("no tile in {0}")]
    Gap(String),
    /// An event is later than the date in "updated".
    #[error("{0} is after {1}, the date in \"updated\"")]
    Future(String, String),
    /// A start or an end of the timeline with which it has no day of the data.
    #[error("{date} is outside the data ({first} to {last})")]
    OutsideData {
        /// As given.
        date: String,
        /// The first day of the data.
        first: String,
        /// Its last.
        last: String,
    },
    /// A last event that is much later than all others.
    #[error("{0} is decades later than all other dates, the last of which is {1}")]
    Remote(String, String),
    /// A step of the tour or a period on days that the timeline does not have.
    #[error("{date} is outside the timeline ({first} to {last})")]
    OffTimeline {
        /// The date of the step as it was written.
        date: String,
        /// The first day of the timeline.
        first: String,
        /// The last day of the timeline.
        last: String,
    },
    /// The dataset has more of something than a limit allows.
    #[error("{} {most}", too_much(*limit))]
    Limit {
        /// What the limit counts.
        limit: Limit,
        /// The largest number that is allowed.
        most: usize,
    },
    /// A control character, or an invisible character.
    #[error("{} character: U+{:04X}", if is_control(*.0) { "a control" } else { "an invisible" }, u32::from(*.0))]
    Invisible(char),
    /// A text whose direction changes more often than words of any language do.
    #[error("too many changes of direction: {turns} in {letters} characters")]
    Turns {
        /// The number of changes between right-to-left letters, and Latin letters or digits.
        turns: usize,
        /// The number of characters.
        letters: usize,
    },
    /// Findings that are counted, but not listed: their kinds are beyond the limit.
    #[error("not listed: {}", more(*errors, *warnings))]
    More {
        /// The number of errors that are not listed.
        errors: usize,
        /// The number of warnings that are not listed.
        warnings: usize,
    },
    /// Weights, their date or their source, without a word for what they count.
    #[error("nothing says what the weights count")]
    Unitless,
    /// What the weights count is declared, but none is above 0.
    #[error("no entity has a weight above 0")]
    Weightless,
    /// A source is older than the event that it reports.
    #[error("the source ({0}) is older than the event ({1})")]
    EarlySource(String, String),
}

/// What findings of one kind about one field must have in common, so that they are listed as one.
#[cfg(grouped)]
pub(crate) enum Cause {
    /// The value: another value is another finding.
    Value,
    /// The repair: other values with the same repair are the same finding.
    Repair,
    /// The form of the repair: each value of this form is repaired in the same way.
    Form,
}

impl Fault {
    /// The name of this kind of finding for programs, in lower case with hyphens.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Nesting(_) => "nesting",
            Self::Quote => "open-quote",
            Self::Kind { .. } => "wrong-kind",
            Self::UnknownField(_) => "unknown-field",
            Self::MissingField(_) => "missing-field",
            Self::UnknownColumn(_) => "unknown-column",
            Self::MissingColumn(_) => "missing-column",
            Self::MissingCell(_) => "missing-cell",
            Self::Misplaced { .. } => "misplaced",
            Self::NotCountry(_) => "not-country",
            Self::UnknownWord(_) => "unknown-value",
            Self::Tag(_) => "invalid-language-tag",
            Self::MissingLanguage(_) => "missing-language",
            Self::Untranslated(_) => "untranslated",
            Self::Format => "unknown-format",
            Self::Empty => "empty-list",
            Self::Blank => "blank",
            Self::Id(_) => "invalid-id",
            Self::Twice(_) => "duplicate",
            Self::FieldTwice(_) => "duplicate-field",
            Self::Beside(..) => "exclusive-fields",
            Self::Reserved(_) => "reserved-id",
            Self::UnknownStatus(_) => "unknown-status",
            Self::UnknownScope(_) => "unknown-scope",
            Self::UnknownEntity(_) => "unknown-entity",
            Self::UnknownGrid(_) => "unknown-grid",
            #[cfg(grouped)]
            Self::LongName(_) => "long-name",
            Self::Date(_, DateError::Form) => "invalid-date",
            Self::Date(_, DateError::Calendar) => "impossible-date",
            Self::Duration(_) => "invalid-duration",
            Self::Color(_) => "invalid-color",
            Self::Contrast { .. } => "contrast",
            Self::Alike { .. } => "similar-colors",
            Self::Address(_) => "invalid-address",
            Self::Unsourced => "status-without-source",
            Self::UnsourcedNote => "note-without-source",
            Self::NotGovernment => "not-government",
            Self::Backwards { .. } => "end-before-start",
            Self::Absent { .. } => "outside-lifetime",
            Self::Conflict { .. } => "conflict",
            Self::Repeated => "duplicate-event",
            Self::SamePlace(..) => "same-position",
            Self::Unchanged(_) => "unchanged-status",
            Self::Gap(_) => "gap",
            Self::Future(..) => "future",
            Self::OutsideData { .. } => "outside-data",
            Self::Remote(..) => "remote-date",
            Self::OffTimeline { .. } => "outside-timeline",
            Self::EarlySource(..) => "early-source",
            Self::Unitless => "weights-without-unit",
            Self::Weightless => "no-weights",
            Self::Limit { .. } => "limit",
            Self::Invisible(_) => "invisible-character",
            Self::Turns { .. } => "direction",
            Self::More { .. } => "more-findings",
        }
    }

    /// Whether a finding at a path is about the name of the field, and not about the value. A language tag is a name in
    /// texts by language, and a value in `lang`.
    #[cfg(explain)]
    pub(crate) fn is_of_name(&self, path: &DataPath) -> bool {
        match self {
            Self::UnknownField(_) | Self::FieldTwice(_) => true,
            Self::Tag(tag) => matches!(path.steps().last(), Some(Step::Field(name)) if brief(name) == *tag),
            _ => false,
        }
    }

    /// What findings of this kind must have in common to be listed as one.
    #[cfg(grouped)]
    pub(crate) fn cause(&self) -> Cause {
        match self {
            Self::Date(..)
            | Self::Duration(_)
            | Self::Address(_)
            | Self::Backwards { .. }
            | Self::Conflict { .. }
            | Self::Unchanged(_)
            | Self::Future(..)
            | Self::OffTimeline { .. }
            | Self::EarlySource(..)
            | Self::Turns { .. } => Cause::Form,
            Self::Absent { .. }
            | Self::LongName(_)
            | Self::UnknownColumn(_)
            | Self::UnknownEntity(_)
            | Self::UnknownStatus(_)
            | Self::UnknownScope(_)
            | Self::UnknownWord(_)
            | Self::NotCountry(_) => Cause::Repair,
            _ => Cause::Value,
        }
    }

    /// An error, or a warning if the dataset can be used in spite of the fault.
    pub fn severity(&self) -> Severity {
        match self {
            #[cfg(grouped)]
            Self::LongName(_) => Severity::Warning,
            Self::Alike { .. }
            | Self::Untranslated(_)
            | Self::UnsourcedNote
            | Self::Unchanged(_)
            | Self::Gap(_)
            | Self::Future(..)
            | Self::Remote(..)
            | Self::OffTimeline { .. }
            | Self::EarlySource(..)
            | Self::Weightless
            | Self::More { errors: 0, .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

fn unknown_column(name: &str) -> String {
    if name.is_empty() { "a cell in a column without a name".to_owned() } else { format!("unknown column: \"{name}\"") }
}

/// The sentence about a limit, without the number at its end.
fn too_much(limit: Limit) -> &'static str {
    match limit {
        Limit::Bytes => "the dataset is too large: the limit in bytes is",
        Limit::Rows => "too many rows: the limit is",
        Limit::Columns => "too many columns: the limit is",
        Limit::Cells => "too many cells: the limit is",
        Limit::Statuses => "too many statuses: the limit is",
        Limit::Scopes => "too many scopes: the limit is",
        Limit::Entities => "too many entities: the limit is",
        Limit::Tiles => "too many tiles: the limit is",
        Limit::Countries => "too many countries in \"acts_in\": the limit is",
        Limit::Events => "too many events: the limit is",
        Limit::Sources => "too many sources of one event: the limit is",
        Limit::Corrections => "too many corrections of one event: the limit is",
        Limit::Steps => "too many steps of the tour: the limit is",
        Limit::Periods => "too many periods: the limit is",
        Limit::Languages => "too many languages: the limit is",
        Limit::NameLetters | Limit::Letters => "the text is too long: the limit in characters is",
        Limit::Findings => "too many findings: the limit is",
    }
}

/// `2 more errors, 1 more warning`.
fn more(errors: usize, warnings: usize) -> String {
    let mut list = Vec::new();
    for (count, name) in [(errors, "error"), (warnings, "warning")] {
        if count > 0 {
            list.push(format!("{count} more {name}{}", if count == 1 { "" } else { "s" }));
        }
    }
    list.join(", ")
}
