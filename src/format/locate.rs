//! Where things stand in a text: the stretch of a path, the path where JSON breaks off.
//!
//! Parsers forget the places of values once a text is read. Walking it once more, only when something was found, finds
//! them again, and is the same wherever the text was parsed.

use crate::base::order::{find, ordered};
use crate::diagnostics::diagnostic::{Diagnostic, InvalidDataset};
use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::{DataPath, Position};

/// Deeper nesting than any dataset has; beyond it the walk ends.
const DEEPEST: usize = 64;

/// From one byte of a text to before another.
pub(crate) type Stretch = (usize, usize);

/// Where the values of a text stand, in its order.
#[derive(Default)]
pub(crate) struct Places(Vec<Place>);

struct Place {
    path: String,
    /// Of the field's name.
    name: Option<Stretch>,
    value: Stretch,
}

impl Places {
    /// Of the values of a JSON text, as far as it is one, those that findings are about, and what holds them.
    pub(crate) fn of_json(text: &str, found: &[Diagnostic]) -> Self {
        let mut wanted = Vec::new();
        for found in found {
            let mut path = found.path.to_string();
            while !path.is_empty() {
                let holder = holder(&path).to_owned();
                wanted.push(std::mem::replace(&mut path, holder));
            }
        }
        let order = ordered(wanted.len(), &|a, b| wanted[a] > wanted[b]);
        let is_wanted = |path: &str| find(&order, path, &|place| &wanted[place]).is_some();
        walk(text, &|path, _| path.is_empty() || is_wanted(path)).places
    }

    /// Adds a value.
    pub(crate) fn add(&mut self, path: String, value: Stretch) {
        self.0.push(Place { path, name: None, value });
    }

    /// The findings with their places, in the order of the text.
    pub(crate) fn positioned(&self, diagnostics: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
        // The last of a path comes first, as a field that is given twice is wrong in its second place.
        let last = self.0.len();
        let path = |place: usize| self.0[last - 1 - place].path.as_str();
        let order = ordered(last, &|a, b| path(a) > path(b));
        let by_path = |wanted: &str| find(&order, wanted, &path).map(|place| &self.0[last - 1 - place]);
        let stretches: Vec<_> = diagnostics.iter().map(|found| stretch(&by_path, found)).collect();
        let start = |place: usize| stretches[place].map_or(0, |(start, _)| start);
        let mut ruler = Ruler::new(text);
        let mut placed = Vec::new();
        let order = ordered(diagnostics.len(), &|a, b| start(a) > start(b));
        let mut diagnostics: Vec<Option<Diagnostic>> = diagnostics.into_iter().map(Some).collect();
        for place in order {
            placed.extend(
                diagnostics[place]
                    .take()
                    .map(|found| Diagnostic { position: stretches[place].map(|at| ruler.position(at)), ..found }),
            );
        }
        placed
    }
}

/// The stretch that a finding is about; where its path is not in the text, that of what would hold it.
fn stretch<'p>(by_path: &dyn Fn(&str) -> Option<&'p Place>, diagnostic: &Diagnostic) -> Option<Stretch> {
    if let Some(Position { start, end, .. }) = diagnostic.position {
        return Some((start, end));
    }
    let path = diagnostic.path.to_string();
    let mut rest = path.as_str();
    loop {
        match (by_path(rest), &diagnostic.fault) {
            (Some(Place { name: Some(name), .. }), Fault::UnknownField(_) | Fault::FieldTwice(_) | Fault::Tag(_))
                if rest == path =>
            {
                return Some(*name);
            }
            (Some(place), _) => return Some(place.value),
            (None, _) if rest.is_empty() => return None,
            _ => rest = holder(rest),
        }
    }
}

/// The path of what holds the value at a path.
fn holder(path: &str) -> &str {
    path.rsplit_once(['.', '[']).map_or("", |(before, _)| before)
}

/// The finding that a text is not JSON: where the walk ends, and what it ends in.
pub(crate) fn broken(text: &str) -> InvalidDataset {
    let Walk { at: end, count, .. } = walk(text, &|_, _| false);
    // Once more, for the path of the last value that began.
    let places = walk(text, &|_, place| place == count).places;
    let path = places.0.last().map_or("", |place| &place.path);
    let letter = text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let position = Some(Ruler::new(text).position((end, end + letter)));
    let help = match text.trim_start().bytes().next() {
        Some(b'{' | b'[') => {
            "look for a missing or extra comma, bracket or quotation mark, or for a line break or a single backslash in a text"
        }
        _ => "a JSON file begins with {; the first line of a CSV file contains the names of the columns",
    };
    let at = DataPath::default();
    let at = if path.is_empty() { at } else { at.join(path) };
    let diagnostic = Diagnostic::new(at, Fault::Syntax, Some(help.to_owned()));
    InvalidDataset { diagnostics: vec![Diagnostic { position, ..diagnostic }] }
}

/// The position of a stretch whose line is still to be counted.
pub(crate) fn unplaced((start, end): Stretch) -> Position {
    Position { line: 0, column: 0, start, end }
}

/// Counts lines, from one stretch to the next that does not begin before it.
struct Ruler<'a> {
    text: &'a str,
    /// How far it has counted, and the line and column there.
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Ruler<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    fn position(&mut self, (start, end): Stretch) -> Position {
        for letter in self.text.get(self.at..start).unwrap_or_default().chars() {
            self.column += 1;
            if letter == '\n' {
                (self.line, self.column) = (self.line + 1, 1);
            }
        }
        self.at = start;
        Position { line: self.line, column: self.column, start, end }
    }
}

/// Walks over the values of a text up to what is not JSON, or to its end. Of each is asked whether its place is wanted, by
/// its path and its number.
fn walk<'a>(text: &'a str, wanted: &'a dyn Fn(&str, usize) -> bool) -> Walk<'a> {
    let (bytes, path, places) = (text.as_bytes(), String::new(), Places::default());
    let mut walk = Walk { bytes, text, at: 0, path, count: 0, wanted, places };
    let _ = walk.value(None, 0);
    walk.peek();
    walk
}

/// Whether a word is a number as JSON writes it.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, exponent) = word.split_once(['e', 'E']).unwrap_or((word, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let padded = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && !padded && digits(fraction) && digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}

struct Walk<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    path: String,
    /// How many values have begun.
    count: usize,
    wanted: &'a dyn Fn(&str, usize) -> bool,
    /// Those that are wanted.
    places: Places,
}

impl<'a> Walk<'a> {
    /// Of a list or object the place is that of its opening bracket.
    fn value(&mut self, name: Option<Stretch>, depth: usize) -> Option<()> {
        let first = self.peek()?;
        let (start, place) = (self.at, self.places.0.len());
        self.count += 1;
        if (self.wanted)(&self.path, self.count) {
            self.places.0.push(Place { path: self.path.clone(), name, value: (start, start + 1) });
        }
        match first {
            b'{' | b'[' if depth < DEEPEST => return self.members(first == b'{', depth),
            b'"' => self.string().map(drop)?,
            _ => self.plain()?,
        }
        // A value that is none of these has none in it either.
        if let Some(own) = self.places.0.get_mut(place) {
            own.value.1 = self.at;
        }
        Some(())
    }

    fn members(&mut self, named: bool, depth: usize) -> Option<()> {
        let close = if named { b'}' } else { b']' };
        let length = self.path.len();
        self.at += 1;
        let mut index = 0;
        while self.peek()? != close {
            let mut place = None;
            if named {
                let start = self.at;
                let name = self.string()?;
                place = Some((start, self.at));
                let separator = if length == 0 { "" } else { "." };
                self.path.push_str(separator);
                self.path.push_str(name);
                self.expect(b':')?;
            } else {
                self.path.push_str(&format!("[{index}]"));
                index += 1;
            }
            self.value(place, depth + 1)?;
            self.path.truncate(length);
            if self.peek()? == close {
                break;
            }
            self.expect(b',')?;
            if self.peek()? == close {
                return None;
            }
        }
        self.at += 1;
        Some(())
    }

    /// A number, `true`, `false` or `null`.
    fn plain(&mut self) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let word = rest.split([',', ']', '}', ' ', '\t', '\r', '\n']).next()?;
        (["true", "false", "null"].contains(&word) || is_number(word)).then(|| self.at += word.len())
    }

    /// What stands between the quotes, escapes and all.
    fn string(&mut self) -> Option<&'a str> {
        self.expect(b'"')?;
        let start = self.at;
        loop {
            match *self.bytes.get(self.at)? {
                b'"' => break,
                0..b' ' => return None,
                b'\\' => {
                    let escape = *self.bytes.get(self.at + 1)?;
                    if !b"\"\\/bfnrtu".contains(&escape) {
                        return None;
                    }
                    self.at += 2;
                }
                _ => self.at += 1,
            }
        }
        self.at += 1;
        let text: &'a str = self.text;
        text.get(start..self.at - 1)
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        while self.bytes.get(self.at)?.is_ascii_whitespace() {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a\": [1, {\"b\": \"x\\\"]\"}],\n  \"c\": {}\n}";

    fn text_of(path: &str, fault: Fault) -> Option<&'static str> {
        let found = vec![Diagnostic::new(DataPath::default().join(path), fault, None)];
        let places = Places::of_json(TEXT, &found);
        let Position { start, end, .. } = places.positioned(found, TEXT)[0].position?;
        Some(&TEXT[start..end])
    }

    #[test]
    fn every_value_is_found_by_its_path() {
        assert_eq!(text_of("", Fault::Blank), Some("{"));
        assert_eq!(text_of("a[0]", Fault::Blank), Some("1"));
        assert_eq!(text_of("a[1].b", Fault::Blank), Some("\"x\\\"]\""));
        assert_eq!(text_of("a[1].b", Fault::UnknownField(String::new())), Some("\"b\""));
        assert_eq!(text_of("a[1].d", Fault::Blank), Some("{"), "what is not there is missed where it would be");
        assert_eq!(text_of("d", Fault::Blank), Some("{"));
    }

    #[test]
    fn lines_and_columns_count_from_1_in_characters() {
        let place = |text, at| {
            let Position { line, column, .. } = Ruler::new(text).position((at, at));
            (line, column)
        };
        assert_eq!(place("ä\nöü", 0), (1, 1));
        assert_eq!(place("ä\nöü", 5), (2, 2));
        assert_eq!(place("ä\n", 3), (2, 1));
    }

    #[test]
    fn what_is_not_json_is_found_where_it_begins() {
        let place = |text: &str| {
            let Diagnostic { path, position, .. } = broken(text).diagnostics.remove(0);
            let Position { line, column, .. } = position.unwrap();
            (path.to_string(), line, column)
        };
        assert_eq!(place("{\n  \"a\": [1, 2,],\n}"), ("a[1]".to_owned(), 2, 14));
        assert_eq!(place("{\"a\": nul}"), ("a".to_owned(), 1, 7));
        assert_eq!(place("{\"a\": 1 \"b\": 2}"), ("a".to_owned(), 1, 9));
        assert_eq!(place("{\"a\": 1"), ("a".to_owned(), 1, 8));
        assert_eq!(place(""), (String::new(), 1, 1));
    }

    #[test]
    fn a_broken_text_is_walked_as_far_as_it_goes() {
        for end in 0..TEXT.len() {
            broken(&TEXT[..end]);
        }
        broken(&"[".repeat(100_000));
        broken("{\"ä\\");
    }
}
