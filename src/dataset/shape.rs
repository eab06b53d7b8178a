//! The shape of a dataset: which fields there are and what may stand in them.
//!
//! One table serves three: what is read is checked against it, the JSON Schema is written from it, and the columns of CSV
//! name places in it.

use crate::date::PartialDate;
use crate::diagnostic::Fault;
use crate::geom::Color;
use crate::limits::Limit;
use crate::node::Node;
use crate::text::{is_control, is_hidden};

use super::findings::{Findings, Trail, brief, help};
use super::suggest::{date_instead, did_you_mean, one_of};
use super::words::is_tag;

/// The version of the format that is read.
pub const FORMAT: f64 = 1.0;

/// What may stand in a place.
#[derive(Debug)]
pub enum Shape {
    /// The version of the format.
    Format,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to 999.
    Count,
    /// Any text.
    Text,
    /// A text that is not blank.
    Filled,
    /// The same of few letters: it stands in many places.
    Name,
    /// A text without blanks around it and without the marks that part lists of ids: `,` `;` `|`.
    Id,
    /// An EDTF date, see [`PartialDate`].
    Date,
    /// `#rrggbb`.
    Color,
    /// An http or https address.
    Address,
    /// A language tag of BCP 47.
    Tag,
    /// One of these.
    Word(&'static [&'static str]),
    /// A list of such, and how many there may be.
    List(&'static Shape, Limit),
    /// The same of at least one.
    Some(&'static Shape, Limit),
    /// An object with these fields and no others.
    Record(&'static [Field]),
    /// Such in the dataset's own language, or an object that has such by language.
    Said(&'static Shape),
}

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there. One that need not may be `null` as well.
    pub required: bool,
    /// What may stand in it.
    pub shape: Shape,
}

const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, required: true, shape }
}

const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, required: false, shape }
}

/// In the order of [`super::Pattern`].
pub(super) const PATTERNS: [&str; 6] = ["solid", "diagonal", "counterdiagonal", "horizontal", "dots", "grid"];
/// In the order of [`super::EntityKind`].
pub(super) const KINDS: [&str; 3] = ["country", "bloc", "company"];
/// In the order of [`super::DateKind`].
pub(super) const DATE_KINDS: [&str; 2] = ["decision", "publication"];
/// In the order of [`super::Level`].
pub(super) const LEVELS: [&str; 3] = ["government", "bloc", "operator"];
/// In the order of [`super::Confidence`].
pub(super) const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

/// A dataset.
pub const DATASET: &[Field] = &[
    may("$schema", Shape::Text),
    must("format", Shape::Format),
    may("lang", Shape::Tag),
    must("id", Shape::Id),
    must("title", SAID),
    may("description", MAYBE_SAID),
    must("updated", Shape::Date),
    may("license", MAYBE_SAID),
    may("grid", Shape::Id),
    may("tiles", Shape::List(&Shape::Record(TILE), Limit::Tiles)),
    must("actors", COUNTED),
    must("statuses", Shape::Some(&Shape::Record(STATUS), Limit::Statuses)),
    may("entities", Shape::List(&Shape::Record(ENTITY), Limit::Entities)),
    must("events", Shape::List(&Shape::Record(EVENT), Limit::Events)),
    may("tour", Shape::List(&Shape::Record(STOP), Limit::Steps)),
];

/// A text that is not blank, a name, any text, words about a number: each perhaps by language.
const SAID: Shape = Shape::Said(&Shape::Filled);
const NAME: Shape = Shape::Said(&Shape::Name);
const MAYBE_SAID: Shape = Shape::Said(&Shape::Text);
const COUNTED: Shape = Shape::Said(&Shape::Record(PLURAL));

/// The plural categories of CLDR.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

pub(super) const PLURAL: &[Field] = &[
    may("zero", Shape::Name),
    may("one", Shape::Name),
    may("two", Shape::Name),
    may("few", Shape::Name),
    may("many", Shape::Name),
    must("other", Shape::Name),
];

pub(super) const TILE: &[Field] = &[must("entity", Shape::Id), must("row", Shape::Count), must("column", Shape::Count)];

pub(super) const STATUS: &[Field] = &[
    must("id", Shape::Id),
    must("label", NAME),
    must("color", Shape::Record(&[must("light", Shape::Color), must("dark", Shape::Color)])),
    may("pattern", Shape::Word(&PATTERNS)),
    may("lead", COUNTED),
    may("clause", COUNTED),
];

pub(super) const ENTITY: &[Field] = &[
    must("id", Shape::Id),
    must("name", NAME),
    must("kind", Shape::Word(&KINDS)),
    may("acts_in", Shape::List(&Shape::Id, Limit::Countries)),
    may("tile", Shape::Flag),
    may("label", NAME),
    may("footnote", SAID),
];

pub(super) const EVENT: &[Field] = &[
    must("entity", Shape::Id),
    must("date", Shape::Date),
    may("date_kind", Shape::Word(&DATE_KINDS)),
    may("announced", Shape::Date),
    may("in_force", Shape::Date),
    may("until", Shape::Date),
    may("status", Shape::Id),
    may("level", Shape::Word(&LEVELS)),
    must("title", SAID),
    may("text", MAYBE_SAID),
    may("sources", Shape::List(&Shape::Record(SOURCE), Limit::Sources)),
    may("confidence", Shape::Word(&CONFIDENCES)),
    may("caution", MAYBE_SAID),
    may("corrections", Shape::List(&Shape::Record(CORRECTION), Limit::Corrections)),
];

const SOURCE: &[Field] = &[must("outlet", Shape::Name), may("date", Shape::Date), may("url", Shape::Address)];

const CORRECTION: &[Field] = &[
    must("field", Shape::Name),
    must("was", Shape::Filled),
    must("now", Shape::Filled),
    may("since", Shape::Date),
    must("reason", SAID),
];

pub(super) const STOP: &[Field] =
    &[must("date", Shape::Date), may("entity", Shape::Id), must("title", SAID), may("text", MAYBE_SAID)];

/// The field of this name.
#[cfg(explain)]
pub(super) fn field(fields: &'static [Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.name == name)
}

/// Notes everything about a node that is not of a shape.
pub(super) fn check(node: &Node, shape: &Shape, at: &Trail<'_>, findings: &mut Findings) {
    match (shape, node) {
        (Shape::Format, _) => {
            if node.number() != Some(FORMAT) {
                findings.error(at, || (Fault::Format, help("this library reads 1")));
            }
        }
        (Shape::Flag, Node::Bool(_)) => {}
        (Shape::Count, _) if count(node).is_some() => {}
        (Shape::List(item, limit) | Shape::Some(item, limit), Node::List(items)) => {
            if findings.exceeds(*limit, items.len(), at) {
                return;
            }
            if items.is_empty() && matches!(shape, Shape::Some(..)) {
                findings.error(at, || (Fault::Empty, help("declare at least one")));
            }
            for (index, node) in items.iter().enumerate() {
                check(node, item, &at.item(index), findings);
            }
        }
        (Shape::Record(fields), Node::Object(given)) => check_fields(given, fields, at, findings),
        (Shape::Said(one), Node::Object(given)) if by_language(given, one) => {
            check_languages(given, one, at, findings);
        }
        (Shape::Said(one), _) => check(node, one, at, findings),
        (_, Node::Text(text)) if wanted(shape) == TEXT => check_text(text, shape, at, findings),
        _ => findings.error(at, || (Fault::Kind { wanted: wanted(shape), found: node.kind() }, None)),
    }
}

/// So many rows or columns there can be.
pub(super) const COUNTS: usize = 1000;

/// The number of a row or column; of any other number `None`: loops run to it.
pub(super) fn count(node: &Node) -> Option<usize> {
    node.number()
        .filter(|number| (0.0..COUNTS as f64).contains(number) && number.fract() == 0.0)
        .map(|number| number as usize)
}

/// An address of the web, without blanks in it, and without a user before the host: `https://bank.example@evil.example`.
fn is_address(text: &str) -> bool {
    let web = ["https://", "http://"].iter().find(|scheme| {
        text.len() > scheme.len() && text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let Some(scheme) = web else { return false };
    let (mut host, mut in_host) = (false, true);
    for byte in text.bytes().skip(scheme.len()) {
        in_host &= !matches!(byte, b'/' | b'?' | b'#');
        host |= in_host && byte != b':';
        // Browsers skip slashes before a host, and take backslashes for slashes, which other programs do not.
        if byte <= b' ' || byte == b'\\' || !host || in_host && byte == b'@' {
            return false;
        }
    }
    host
}

const TEXT: &str = "a text";

fn wanted(shape: &Shape) -> &'static str {
    match shape {
        Shape::Flag => "true or false",
        Shape::Format | Shape::Count => "a whole number from 0 to 999",
        Shape::List(..) | Shape::Some(..) => "a list",
        Shape::Record(_) => "an object",
        _ => TEXT,
    }
}

fn check_fields(given: &[(String, Node)], fields: &[Field], at: &Trail<'_>, findings: &mut Findings) {
    let mut seen = 0_u32;
    for (name, node) in given {
        let here = at.field(name);
        let place = fields.iter().position(|field| field.name == name);
        let known = place.map_or(0, |place| 1 << place);
        match place.map(|place| &fields[place]) {
            None => {
                let names = fields.iter().map(|field| field.name);
                findings.error(&here, || {
                    let few = || if fields.len() < 8 { one_of(&mut names.clone()) } else { None };
                    (Fault::UnknownField(brief(name)), did_you_mean(name, &mut names.clone()).or_else(few))
                });
            }
            Some(_) if seen & known != 0 => {
                findings.error(&here, || (Fault::FieldTwice(name.clone()), None));
            }
            Some(field) if !node.is_null() => check(node, &field.shape, &here, findings),
            Some(_) => {}
        }
        seen |= known;
    }
    for field in fields.iter().filter(|field| field.required) {
        if !given.iter().any(|(name, node)| name == field.name && !node.is_null()) {
            findings.error(at, || (Fault::MissingField(field.name), None));
        }
    }
}

/// Whether an object has the texts of other objects or texts by language, rather than the fields of such an object.
pub(super) fn by_language(given: &[(String, Node)], one: &Shape) -> bool {
    let fields: &[Field] = if let Shape::Record(fields) = one { fields } else { &[] };
    !given.is_empty() && !given.iter().any(|(name, _)| fields.iter().any(|field| field.name == name))
}

/// Notes what is wrong with the translations of a text, and where there is none into the dataset's own language.
fn check_languages(given: &[(String, Node)], one: &Shape, at: &Trail<'_>, findings: &mut Findings) {
    if findings.exceeds(Limit::Languages, given.len(), at) {
        return;
    }
    let one = if matches!(one, Shape::Text) { &Shape::Filled } else { one };
    let mut own = false;
    for (place, (tag, node)) in given.iter().enumerate() {
        let here = at.field(tag);
        own |= tag.eq_ignore_ascii_case(&findings.lang);
        if !is_tag(tag) {
            findings.error(&here, || (Fault::Tag(brief(tag)), help(TAGS)));
        } else if given[..place].iter().any(|(earlier, _)| earlier.eq_ignore_ascii_case(tag)) {
            findings.error(&here, || (Fault::FieldTwice(tag.clone()), None));
        }
        check(node, one, &here, findings);
    }
    if !own {
        let lang = findings.lang.clone();
        let why = "plain texts are in it: the field \"lang\" of the dataset says which it is";
        findings.error(at, || (Fault::MissingLanguage(lang), help(why)));
    }
}

const TAGS: &str = "write de, pt-BR or zh-Hans";

fn check_text(text: &str, shape: &Shape, at: &Trail<'_>, findings: &mut Findings) {
    // Readers never see an id or address, and editors could not tell it from one without the letter.
    let unseen = matches!(shape, Shape::Id | Shape::Address);
    let (mut letters, mut blank) = (0, true);
    for letter in text.chars() {
        let hidden = is_hidden(letter);
        if is_control(letter) || unseen && hidden {
            let why = "leave it out: a text with it is not what it seems to be";
            findings.error(at, || (Fault::Invisible(letter), help(why)));
            return;
        }
        blank &= hidden || letter.is_whitespace();
        letters += 1;
    }
    let limit = if matches!(shape, Shape::Id | Shape::Name) { Limit::NameLetters } else { Limit::Letters };
    if findings.exceeds(limit, letters, at) {
        return;
    }
    match shape {
        Shape::Text => {}
        _ if blank => findings.error(at, || (Fault::Blank, None)),
        Shape::Id if text.trim() != text || text.contains([',', ';', '|']) => {
            let why = "commas, semicolons and bars part lists of ids";
            findings.error(at, || (Fault::Id(text.to_owned()), help(why)));
        }
        Shape::Date => {
            if let Err(error) = text.parse::<PartialDate>() {
                findings.error(at, || (Fault::Date(brief(text), error), Some(date_instead(text))));
            }
        }
        Shape::Color if text.parse::<Color>().is_err() => {
            findings.error(at, || (Fault::Color(brief(text)), help("write six hexadecimal digits: #b3202c")));
        }
        Shape::Address if !is_address(text) => {
            findings.error(at, || {
                (
                    Fault::Address(brief(text)),
                    help("begin with https:// or http:// and the host, without a user, and write blanks as %20"),
                )
            });
        }
        Shape::Tag if !is_tag(text) => findings.error(at, || (Fault::Tag(brief(text)), help(TAGS))),
        Shape::Word(words) if !words.contains(&text) => {
            findings.error(at, || {
                let words = words.iter().copied();
                let meant = did_you_mean(text, &mut words.clone()).or_else(|| one_of(&mut words.clone()));
                (Fault::UnknownWord(brief(text)), meant)
            });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_and_no_user() {
        for good in ["https://a.example", "HTTP://a.example/@b?c=d@e#f", "http://[::1]:80/", "https://a.example?b@c"] {
            assert!(is_address(good), "{good}");
        }
        for wrong in [
            "https://",
            "https:///a.example",
            "https:///bank.example@a.example/",
            "https:////user@a.example",
            "https:///\\user@a.example",
            "https://\\a.example",
            "https://bank.example\\@a.example",
            "https://a.example/b\\c",
            "https://:80/",
            "https://?a.example",
            "https://#a.example",
            "https://bank.example@a.example",
            "https://@a.example",
            "https://a.example/b c",
            "https://a.example/\n",
            "ftp://a.example",
            "a.example",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
