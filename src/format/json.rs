//! The JSON reader: RFC 8259, from a text to the tree. All builds use it.
//!
//! The tree keeps what other readers drop: several members of an object with the same name, and all positions.

#[cfg(explain)]
mod finding;

use std::borrow::Cow;

use crate::base::text::hexadecimal;
#[cfg(explain)]
use crate::diagnostics::diagnostic::InvalidDataset;
#[cfg(explain)]
use crate::diagnostics::lines;
#[cfg(explain)]
use crate::diagnostics::path::Step;
use crate::format::node::{Member, Node, Span, Value};

/// Reads a number in the notation of JSON. A number that is too large becomes infinity.
///
/// A parameter, because the tables of the standard library would be a fifth of the engine. Browsers have their own
/// function.
pub type ToNumber = fn(&str) -> f64;

/// The maximal depth of nested lists and objects. The reader calls itself for each level, so that deeper nesting could
/// overflow the stack.
const DEEPEST: usize = 64;

/// The tree of a text; `None` if the text is not JSON.
pub fn parse(text: &str, number: ToNumber) -> Option<Node<'_>> {
    Reader::new(text, number).whole()
}

/// The tree of a text.
///
/// # Errors
///
/// The text is not JSON. The only finding has the position of the error.
#[cfg(explain)]
pub fn read(text: &str, number: ToNumber) -> Result<Node<'_>, InvalidDataset> {
    let mut reader = Reader::new(text, number);
    reader.whole().ok_or_else(|| InvalidDataset { diagnostics: lines::in_order(vec![reader.finding()], text) })
}

/// The tree of a JSON text, with copies of its names and texts. [`read`] borrows them.
#[cfg(not(browser))]
impl std::str::FromStr for Node<'static> {
    type Err = InvalidDataset;

    fn from_str(text: &str) -> Result<Self, InvalidDataset> {
        Ok(native(text)?.into_owned())
    }
}

/// The tree of a JSON text.
///
/// # Errors
///
/// The text is not JSON. The only finding has the position of the error.
#[cfg(not(browser))]
pub fn native(text: &str) -> Result<Node<'_>, InvalidDataset> {
    read(text, |number| number.parse().unwrap_or(f64::NAN))
}

struct Reader<'t> {
    text: &'t str,
    number: ToNumber,
    /// The next byte to read. After a method has returned `None`: the byte of the error.
    at: usize,
    /// The number of open lists and objects.
    depth: usize,
    /// What has been read of the open objects, the innermost last, and of the open lists.
    members: Vec<Member<'t>>,
    items: Vec<Node<'t>>,
    /// The path from the error to the outermost value.
    #[cfg(explain)]
    way: Vec<Step>,
    #[cfg(explain)]
    too_deep: bool,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, number: ToNumber) -> Self {
        Self {
            text,
            number,
            at: 0,
            depth: 0,
            members: Vec::new(),
            items: Vec::new(),
            #[cfg(explain)]
            way: Vec::new(),
            #[cfg(explain)]
            too_deep: false,
        }
    }

    fn whole(&mut self) -> Option<Node<'t>> {
        let mut node = Value::Null.into();
        self.value(&mut node)?;
        // `peek` skips white space after the value. Any other character after it is an error.
        self.peek();
        (self.at == self.text.len()).then_some(node)
    }

    /// Reads a value into a node. Reading into the node needs less code than moving the value there.
    fn value(&mut self, node: &mut Node<'t>) -> Option<()> {
        let first = self.peek();
        let start = self.at;
        node.value = match first {
            b'{' | b'[' if self.depth == DEEPEST => {
                #[cfg(explain)]
                {
                    self.too_deep = true;
                }
                return None;
            }
            b'{' | b'[' => {
                let (members, items) = (self.members.len(), self.items.len());
                let read = self.inside(first, members, items);
                // The lists have exactly their length: a large dataset has millions of them.
                #[cfg_attr(not(explain), expect(unused_mut, reason = "only builds that explain need a way"))]
                let (mut members, items) = (self.members.split_off(members), self.items.split_off(items));
                #[cfg(explain)]
                if read.is_none() {
                    let last = members.pop().map(|last| Step::Field(last.name.into_owned()));
                    self.way.extend(last.or(items.len().checked_sub(1).map(Step::Item)));
                }
                read?;
                if first == b'{' { Value::Object(members) } else { Value::List(items) }
            }
            b'"' => Value::Text(self.string()?),
            _ => self.word()?,
        };
        let end = if first == b'{' || first == b'[' { start + 1 } else { self.at };
        node.span = Span::new(start, end);
        Some(())
    }

    /// Reads the content of an object or list behind the members and items that there are. One loop for both needs less
    /// code.
    fn inside(&mut self, open: u8, members: usize, items: usize) -> Option<()> {
        // In ASCII, a closing bracket comes two characters after its opening bracket.
        let close = open + 2;
        self.at += 1;
        self.depth += 1;
        while self.peek() != close {
            if self.members.len() > members || self.items.len() > items {
                self.expect(b',')?;
                // The reader would also refuse this below, but as an error in the next element, which does not exist.
                #[cfg(explain)]
                if self.peek() == close || self.byte() == 0 {
                    return None;
                }
            }
            self.peek();
            let mut node = Value::Null.into();
            if open == b'{' {
                let start = self.at;
                let name = self.string()?;
                let name_span = Span::new(start, self.at);
                self.members.push(Member { name, name_span, node: Value::Null.into() });
                self.expect(b':')?;
                self.value(&mut node)?;
                self.members.last_mut()?.node = node;
            } else {
                self.items.push(Value::Null.into());
                self.value(&mut node)?;
                *self.items.last_mut()? = node;
            }
        }
        self.at += 1;
        self.depth -= 1;
        Some(())
    }

    /// `true`, `false`, `null` or a number.
    fn word(&mut self) -> Option<Value<'t>> {
        let mut end = self.at;
        while matches!(self.byte_at(end), b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'-' | b'.') {
            end += 1;
        }
        // The whole word is read before it is checked, so that `truex` is one error and not `true` with a rest.
        let word = self.text.get(self.at..end)?;
        let value = match word {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            // A number that is too large has become infinity.
            _ if is_number(word) => Value::Number(Some((self.number)(word)).filter(|number| number.is_finite())?),
            _ => return None,
        };
        self.at = end;
        Some(value)
    }

    fn string(&mut self) -> Option<Cow<'t, str>> {
        self.expect(b'"')?;
        // Only a text with an escape sequence is copied.
        let mut string = Cow::Borrowed("");
        loop {
            let start = self.at;
            while !matches!(self.byte(), b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            string += self.text.get(start..self.at)?;
            match self.byte() {
                b'"' => break,
                b'\\' => string.to_mut().push(self.escaped()?),
                _ => return None,
            }
        }
        self.at += 1;
        Some(string)
    }

    /// The character of an escape sequence; `None` for half of a surrogate pair.
    fn escaped(&mut self) -> Option<char> {
        let mut length = 2;
        let letter = match self.byte_at(self.at + 1) {
            letter @ (b'"' | b'\\' | b'/') => letter.into(),
            b'b' => 8,
            b'f' => 12,
            b'n' => 10,
            b'r' => 13,
            b't' => 9,
            b'u' => {
                length = 6;
                match (self.unit(self.at)?, self.unit(self.at + 6)) {
                    (high @ 0xd800..0xdc00, Some(low @ 0xdc00..0xe000)) => {
                        length = 12;
                        0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff)
                    }
                    (unit, _) => unit,
                }
            }
            _ => return None,
        };
        let letter = char::from_u32(letter)?;
        self.at += length;
        Some(letter)
    }

    /// The code unit of an escape sequence such as `\u0041` at a position.
    fn unit(&self, at: usize) -> Option<u32> {
        hexadecimal(self.text.get(at..at + 6)?.strip_prefix("\\u")?)
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek() == byte).then(|| self.at += 1)
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.byte()
    }

    fn byte(&self) -> u8 {
        self.byte_at(self.at)
    }

    /// The byte at a position. After the end: 0, which is not allowed anywhere in JSON.
    fn byte_at(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }
}

/// Whether a word is a number in the notation of JSON.
fn is_number(word: &str) -> bool {
    let byte = |at: usize| word.as_bytes().get(at).copied().unwrap_or(0);
    // The position after the digits that begin at a position.
    let digits = |mut at: usize| {
        while byte(at).is_ascii_digit() {
            at += 1;
        }
        at
    };
    let whole = usize::from(byte(0) == b'-');
    let mut end = digits(whole);
    let mut good = end > whole && (byte(whole) != b'0' || end == whole + 1);
    if byte(end) == b'.' {
        let fraction = end + 1;
        end = digits(fraction);
        good &= end > fraction;
    }
    if matches!(byte(end), b'e' | b'E') {
        let exponent = end + if matches!(byte(end + 1), b'+' | b'-') { 2 } else { 1 };
        end = digits(exponent);
        good &= end > exponent;
    }
    good && end == word.len()
}
