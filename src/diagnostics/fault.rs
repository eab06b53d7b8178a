//! Every kind of finding, with its code, severity and sentence.

use crate::base::date::DateError;
use crate::base::limits::Limit;
use crate::diagnostics::severity::Severity;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The text is not JSON.
    #[error("not JSON")]
    Syntax,
    /// A quotation mark of a CSV file that nothing closes.
    #[error("a quotation mark that nothing closes")]
    Quote,
    /// A value of the wrong kind.
    #[error("{found} in place of {wanted}")]
    Kind {
        /// What the format has there.
        wanted: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A field that the format does not have.
    #[error("unknown field: \"{0}\"")]
    UnknownField(String),
    /// A field that must be there is not.
    #[error("missing field: \"{0}\"")]
    MissingField(&'static str),
    /// A column that the format does not have.
    #[error("unknown column: \"{0}\"")]
    UnknownColumn(String),
    /// A column that must be there is not.
    #[error("missing column: \"{0}\"")]
    MissingColumn(&'static str),
    /// A cell that must be filled is not.
    #[error("nothing in the column \"{0}\"")]
    MissingCell(&'static str),
    /// A field or cell where records of this kind have none.
    #[error("{record} has no {column}")]
    Misplaced {
        /// What it is, with its article.
        record: &'static str,
        /// The field or column.
        column: String,
    },
    /// A word that is none of those that can stand in its place.
    #[error("unknown word: \"{0}\"")]
    UnknownWord(String),
    /// A text in a language's place is not the tag of one.
    #[error("not the tag of a language: \"{0}\"")]
    Tag(String),
    /// A text that is by language, and not in the dataset's own.
    #[error("not in \"{0}\", the language of the dataset")]
    MissingLanguage(String),
    /// A text that is not in languages in which others of the dataset are.
    #[error("missing in {0}")]
    Untranslated(String),
    /// A version of the format that this library does not read.
    #[error("unknown version of the format")]
    Format,
    /// A list that must have an element has none.
    #[error("empty list")]
    Empty,
    /// A text that must not be blank is.
    #[error("blank text")]
    Blank,
    /// An id with blanks around it, or with a mark that parts ids.
    #[error("not an id: \"{0}\"")]
    Id(String),
    /// Two things of one list have the same id.
    #[error("given twice: \"{0}\"")]
    Twice(String),
    /// Two fields of an object, or two columns, have the same name.
    #[error("a second field of this name: \"{0}\"")]
    FieldTwice(String),
    /// Two fields that say the same in different ways.
    #[error("\"{0}\" beside \"{1}\"")]
    Beside(&'static str, &'static str),
    /// An id that is reserved for the absence of a status.
    #[error("reserved id: \"{0}\"")]
    Reserved(String),
    /// An event or filter names a status that the dataset does not declare.
    #[error("unknown status: \"{0}\"")]
    UnknownStatus(String),
    /// An event, tile or link names an entity that neither the dataset nor its grid has.
    #[error("unknown entity: \"{0}\"")]
    UnknownEntity(String),
    /// Something that is no country stands where only countries can.
    #[error("not a country: \"{0}\"")]
    NotCountry(String),
    /// The dataset names a grid that is not built in.
    #[error("unknown grid: \"{0}\"")]
    UnknownGrid(String),
    /// A text in a date's place is not a date.
    #[error("{1}: \"{0}\"")]
    Date(String, DateError),
    /// A text in a colour's place is not a colour.
    #[error("not a colour: \"{0}\"")]
    Color(String),
    /// A colour that does not stand out from the page: WCAG 2.2, 1.4.11, asks for 3:1.
    #[error("{color} does not stand out from {page}: {}.{}:1 of 3:1", tenths / 10, tenths % 10)]
    Contrast {
        /// As given.
        color: String,
        /// Of the page.
        page: String,
        /// Ten times the contrast, rounded down.
        tenths: u32,
    },
    /// Two statuses that lie side by side and cannot be told apart by their colours in some vision.
    #[error("\"{first}\" and \"{second}\" look alike on {theme} pages: CIEDE2000 {alike}; 10 tells them apart")]
    Alike {
        /// The id of the earlier one.
        first: String,
        /// The id of the one after it.
        second: String,
        /// Light or dark.
        theme: &'static str,
        /// The visions with their differences, listed.
        alike: String,
    },
    /// A link that is neither http nor https.
    #[error("not a web address: \"{0}\"")]
    Address(String),
    /// An event sets a status and names no source.
    #[error("a status without a source")]
    Unsourced,
    /// A note names no source.
    #[error("a note without a source")]
    UnsourcedNote,
    /// An operator's or a bloc's decision would colour a country.
    #[error("only a government's decision is a country's status")]
    NotGovernment,
    /// Something ends before it starts.
    #[error("{end} is over before {start}")]
    Backwards {
        /// The field and date of the end.
        end: String,
        /// The field and date of the start.
        start: String,
    },
    /// Two events give one entity different statuses on one date.
    #[error("two statuses of \"{entity}\" on {date}: \"{first}\" and \"{second}\"")]
    Conflict {
        /// The entity's id.
        entity: String,
        /// The date as given.
        date: String,
        /// The status of the earlier event in the file.
        first: String,
        /// The status of this event.
        second: String,
    },
    /// Two events say the same of one entity on one date.
    #[error("the same event twice")]
    Repeated,
    /// A second tile on the place of a first.
    #[error("two tiles on one place: \"{0}\" and \"{1}\"")]
    SamePlace(String, String),
    /// A status that the entity has already.
    #[error("\"{0}\" already holds")]
    Unchanged(String),
    /// A row or column without a tile between others that have some.
    #[error("a gap in the tiles: no tile in {0}")]
    Gap(String),
    /// An event after the date up to which the dataset was kept.
    #[error("{0} lies after {1}, up to which the dataset was kept")]
    Future(String, String),
    /// A step of the tour on a day that the timeline does not have.
    #[error("{date} is not on the timeline, which goes from {first} to {last}")]
    OffTimeline {
        /// Of the step, as given.
        date: String,
        /// The first day of the timeline.
        first: String,
        /// Its last.
        last: String,
    },
    /// More of something than a dataset may hold.
    #[error("more than {most} {}", limit.name())]
    Limit {
        /// Of what.
        limit: Limit,
        /// The largest number that is allowed.
        most: usize,
    },
    /// A letter that nobody sees.
    #[error("an invisible character: U+{:04x}", u32::from(*.0))]
    Invisible(char),
    /// Findings that are counted, and not told.
    #[error("more than is told: {errors} errors and {warnings} warnings")]
    More {
        /// Errors beyond those that are told.
        errors: usize,
        /// Warnings beyond those that are told.
        warnings: usize,
    },
    /// A source that was published before what it reports.
    #[error("a source of {0} for what happened on {1}")]
    EarlySource(String, String),
}

impl Fault {
    /// A name for machines, in lower case with hyphens.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Quote => "open-quote",
            Self::Kind { .. } => "wrong-kind",
            Self::UnknownField(_) => "unknown-field",
            Self::MissingField(_) => "missing-field",
            Self::UnknownColumn(_) => "unknown-column",
            Self::MissingColumn(_) => "missing-column",
            Self::MissingCell(_) => "missing-cell",
            Self::Misplaced { .. } => "misplaced",
            Self::NotCountry(_) => "not-country",
            Self::UnknownWord(_) => "unknown-word",
            Self::Tag(_) => "no-language-tag",
            Self::MissingLanguage(_) => "missing-language",
            Self::Untranslated(_) => "untranslated",
            Self::Format => "unknown-format",
            Self::Empty => "empty-list",
            Self::Blank => "blank",
            Self::Id(_) => "no-id",
            Self::Twice(_) => "twice",
            Self::FieldTwice(_) => "field-twice",
            Self::Beside(..) => "beside",
            Self::Reserved(_) => "reserved-id",
            Self::UnknownStatus(_) => "unknown-status",
            Self::UnknownEntity(_) => "unknown-entity",
            Self::UnknownGrid(_) => "unknown-grid",
            Self::Date(_, DateError::Form) => "no-date",
            Self::Date(_, DateError::Calendar) => "impossible-date",
            Self::Color(_) => "no-colour",
            Self::Contrast { .. } => "contrast",
            Self::Alike { .. } => "alike",
            Self::Address(_) => "no-web-address",
            Self::Unsourced => "status-without-source",
            Self::UnsourcedNote => "note-without-source",
            Self::NotGovernment => "not-government",
            Self::Backwards { .. } => "backwards",
            Self::Conflict { .. } => "conflict",
            Self::Repeated => "repeated-event",
            Self::SamePlace(..) => "same-place",
            Self::Unchanged(_) => "unchanged-status",
            Self::Gap(_) => "gap",
            Self::Future(..) => "future",
            Self::OffTimeline { .. } => "off-timeline",
            Self::EarlySource(..) => "early-source",
            Self::Limit { .. } => "limit",
            Self::Invisible(_) => "invisible-character",
            Self::More { .. } => "more-findings",
        }
    }

    /// Whether a dataset with it can be used all the same.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Alike { .. }
            | Self::Untranslated(_)
            | Self::UnsourcedNote
            | Self::Unchanged(_)
            | Self::Gap(_)
            | Self::Future(..)
            | Self::OffTimeline { .. }
            | Self::EarlySource(..)
            | Self::More { errors: 0, .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
