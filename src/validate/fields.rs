//! Checks a tree against the table of fields.

use crate::base::color::Color;
use crate::base::date::PartialDate;
use crate::base::duration::Duration;
use crate::base::language::is_tag;
use crate::base::limits::Limit;
use crate::base::text::{brief, is_control, is_hidden, is_leftward};
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::diagnostics::suggest::{date_instead, did_you_mean, duration_instead, one_of};
use crate::format::fields::{FORMAT, Field, FieldType, MOST, by_language};
use crate::format::node::{Member, Node, Value};

/// Adds a finding for each value of the tree that does not have its type.
pub(crate) fn check(node: &Node, field_type: &FieldType, at: &Trail<'_>, findings: &mut Findings) {
    match (field_type, &node.value) {
        (FieldType::Format, _) => {
            if node.number() != Some(FORMAT) {
                findings.error(at, || (Fault::Format, help("write 1")));
            }
        }
        (FieldType::Flag, Value::Bool(_)) | (FieldType::Object, Value::Object(_)) => {}
        (FieldType::Count, _) if count(node).is_some() => {}
        (FieldType::Amount, _) if amount(node).is_some() => {}
        (FieldType::List(item, limit) | FieldType::Some(item, limit), Value::List(items)) => {
            if findings.exceeds(*limit, items.len(), at) {
                return;
            }
            if items.is_empty() && matches!(field_type, FieldType::Some(..)) {
                findings.error(at, || (Fault::Empty, help("add at least one element")));
            }
            for (index, node) in items.iter().enumerate() {
                check(node, item, &at.item(index), findings);
            }
        }
        (FieldType::Record(fields), Value::Object(given)) => check_fields(given, fields, at, findings),
        (FieldType::Localized(one), Value::Object(given)) if by_language(given, one) => {
            check_languages(given, one, at, findings);
        }
        (FieldType::Localized(one), _) => check(node, one, at, findings),
        (_, Value::Text(text)) if wanted(field_type) == TEXT => check_text(text, field_type, at, findings),
        _ => findings.error(at, || (Fault::Kind { wanted: wanted(field_type), found: node.kind() }, None)),
    }
}

/// The maximal number of rows or columns.
pub(crate) const COUNTS: usize = 1000;

/// The number of a row or column. Other numbers give `None`, because loops run up to the number.
pub(crate) fn count(node: &Node) -> Option<usize> {
    node.number()
        .filter(|number| (0.0..COUNTS as f64).contains(number) && number.fract() == 0.0)
        .map(|number| number as usize)
}

/// The weight of an entity. Other numbers give `None`, because a sum must be finite.
pub(crate) fn amount(node: &Node) -> Option<f64> {
    node.number().filter(|number| (0.0..=MOST).contains(number))
}

/// Whether a text is a web address without white space and without a user before the host:
/// `https://bank.example@evil.example` would look like an address of the bank.
pub(crate) fn is_address(text: &str) -> bool {
    let web = ["https://", "http://"].iter().find(|scheme| {
        text.len() > scheme.len() && text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let Some(scheme) = web else { return false };
    let (mut host, mut in_host) = (false, true);
    for letter in text.chars().skip(scheme.len()) {
        in_host &= !matches!(letter, '/' | '?' | '#');
        host |= in_host && letter != ':';
        // Browsers skip slashes before a host and read backslashes as slashes. Other programs do not, so they would
        // show another host.
        if letter <= ' ' || letter == '\\' || !host || in_host && !is_of_host(letter) {
            return false;
        }
    }
    host
}

/// Whether a character can be part of a host and its port. Browsers replace many characters from U+2000 on by others:
/// "ⓔ" by "e", "。" by a point. Readers and other programs would then see another host.
fn is_of_host(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(letter, '-' | '.' | '_' | ':' | '[' | ']')
        || matches!(letter, '\u{a1}'..='\u{1fff}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{d7ff}')
}

const TEXT: &str = "a text";

fn wanted(field_type: &FieldType) -> &'static str {
    match field_type {
        FieldType::Flag => "true or false",
        FieldType::Format | FieldType::Count => "a whole number from 0 to 999",
        FieldType::Amount => "a number from 0 to 10^15",
        FieldType::List(..) | FieldType::Some(..) => "a list",
        FieldType::Record(_) | FieldType::Object => "an object",
        _ => TEXT,
    }
}

fn check_fields(given: &[Member], fields: &[Field], at: &Trail<'_>, findings: &mut Findings) {
    // A bit for each field that has occurred. No record of the format has more than 32 fields.
    let mut seen = 0_u32;
    for Member { name, node, .. } in given {
        let here = at.field(name);
        let place = fields.iter().position(|field| field.name == name);
        let known = place.map_or(0, |place| 1 << place);
        match place.map(|place| &fields[place]) {
            None => {
                let names = fields.iter().map(|field| field.name);
                findings.error(&here, || {
                    // A long list of names would not help.
                    let few = || if fields.len() < 8 { one_of(&mut names.clone()) } else { None };
                    (Fault::UnknownField(brief(name)), did_you_mean(name, &mut names.clone()).or_else(few))
                });
            }
            Some(_) if seen & known != 0 => {
                findings.error(&here, || (Fault::FieldTwice(name.to_string()), None));
            }
            Some(field) if !node.is_null() => check(node, &field.field_type, &here, findings),
            Some(_) => {}
        }
        seen |= known;
    }
    for field in fields.iter().filter(|field| field.required) {
        if !given.iter().any(|member| member.name == field.name && !member.node.is_null()) {
            findings.error(at, || (Fault::MissingField(field.name), None));
        }
    }
}

/// Reports errors in a text by language, and a missing text in the dataset's own language.
fn check_languages(given: &[Member], one: &FieldType, at: &Trail<'_>, findings: &mut Findings) {
    if findings.exceeds(Limit::Languages, given.len(), at) {
        return;
    }
    let one = if matches!(one, FieldType::Text) { &FieldType::Filled } else { one };
    let mut own = false;
    for (place, Member { name: tag, node, .. }) in given.iter().enumerate() {
        let here = at.field(tag);
        own |= tag.eq_ignore_ascii_case(&findings.lang);
        if !is_tag(tag) {
            findings.error(&here, || (Fault::Tag(brief(tag)), help(TAGS)));
        } else if given[..place].iter().any(|earlier| earlier.name.eq_ignore_ascii_case(tag)) {
            findings.error(&here, || (Fault::FieldTwice(tag.to_string()), None));
        }
        check(node, one, &here, findings);
    }
    if !own {
        let lang = findings.lang.clone();
        let why = "add a text in this language, or change \"lang\" of the dataset";
        findings.error(at, || (Fault::MissingLanguage(lang), help(why)));
    }
}

/// How often a text may change its direction: so many times, and once in so many characters on average. Browsers need
/// some kilobytes for each change.
const TURNS: usize = 16;
const LETTERS_A_TURN: usize = 4;

const TAGS: &str = "write a tag such as de, pt-BR or zh-Hans";

fn check_text(text: &str, field_type: &FieldType, at: &Trail<'_>, findings: &mut Findings) {
    // An invisible letter makes two ids or addresses differ that look the same.
    let must_be_visible = matches!(field_type, FieldType::Id | FieldType::Address);
    let (mut letters, mut blank) = (0, true);
    let (mut turns, mut leftward) = (0, None);
    for letter in text.chars() {
        let hidden = is_hidden(letter);
        if is_control(letter) || must_be_visible && hidden {
            let why = "remove the character: a text with it can look different from its content";
            findings.error(at, || (Fault::Invisible(letter), help(why)));
            return;
        }
        blank &= hidden || letter.is_whitespace();
        letters += 1;
        let direction = is_leftward(letter);
        // Other characters take the direction of their neighbours.
        if (direction || letter.is_ascii_alphanumeric()) && leftward.replace(direction) == Some(!direction) {
            turns += 1;
        }
    }
    let limit = if matches!(field_type, FieldType::Id | FieldType::Name) { Limit::NameLetters } else { Limit::Letters };
    if findings.exceeds(limit, letters, at) {
        return;
    }
    if turns > TURNS + letters / LETTERS_A_TURN {
        let why = "write words of one direction one after the other";
        findings.error(at, || (Fault::Turns { turns, letters }, help(why)));
        return;
    }
    match field_type {
        FieldType::Text => {}
        _ if blank => findings.error(at, || (Fault::Blank, None)),
        FieldType::Id if text.trim() != text || text.contains([',', ';', '|']) => {
            let why = "remove commas, semicolons, vertical bars, and blanks at the beginning and end";
            findings.error(at, || (Fault::Id(text.to_owned()), help(why)));
        }
        FieldType::Date => {
            if let Err(error) = text.parse::<PartialDate>() {
                findings.error(at, || (Fault::Date(brief(text), error), Some(date_instead(text))));
            }
        }
        FieldType::Duration if text.parse::<Duration>().is_err() => {
            findings.error(at, || (Fault::Duration(brief(text)), Some(duration_instead(text))));
        }
        FieldType::Color if text.parse::<Color>().is_err() => {
            findings
                .error(at, || (Fault::Color(brief(text)), help("write # and six hexadecimal digits, such as #b3202c")));
        }
        FieldType::Address if !is_address(text) => {
            findings.error(at, || {
                (
                    Fault::Address(brief(text)),
                    help("write https:// or http://, then the host without a user name; write a blank as %20"),
                )
            });
        }
        FieldType::Tag if !is_tag(text) => findings.error(at, || (Fault::Tag(brief(text)), help(TAGS))),
        FieldType::Word(words) if !words.contains(&text) => {
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
        for good in [
            "https://a.example",
            "HTTP://a.example/@b?c=d@e#f",
            "http://[::1]:80/",
            "https://a.example?b@c%40",
            "https://münchen.example",
            "https://日本語.example",
        ] {
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
            "https://bank.example＠a.example",
            "https://ⓔvil.example",
            "https://evil。example",
            "https://%00/",
            "https://u%40a.example",
            "https://a.example/b c",
            "https://a.example/\n",
            "ftp://a.example",
            "a.example",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
