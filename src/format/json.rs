//! The JSON reader: RFC 8259, from a text to the tree. Every build reads with it.
//!
//! The tree keeps what other readers drop: members of one name that stand in an object twice, and where everything stands.

#[cfg(explain)]
use crate::diagnostics::diagnostic::{Diagnostic, InvalidDataset};
#[cfg(explain)]
use crate::diagnostics::fault::Fault;
#[cfg(explain)]
use crate::diagnostics::lines;
#[cfg(explain)]
use crate::diagnostics::path::{DataPath, Position, Step};
use crate::format::node::{Member, Node, Span, Value};

/// Reads a number that is written as JSON writes numbers; of one that is too large, infinity.
///
/// A parameter, because the tables of the standard library's are a fifth of the engine. Browsers have a function for it.
pub type ToNumber = fn(&str) -> f64;

/// How deep lists and objects can lie in each other. The reader calls itself for each: a text must not end the stack.
const DEEPEST: usize = 64;

/// The tree of a text, where that is JSON.
pub fn parse(text: &str, number: ToNumber) -> Option<Node> {
    Reader::new(text, number).whole()
}

/// The tree of a text.
///
/// # Errors
///
/// The one finding that the text is not JSON, with the place where it ceases to be.
#[cfg(explain)]
pub fn read(text: &str, number: ToNumber) -> Result<Node, InvalidDataset> {
    let mut reader = Reader::new(text, number);
    reader.whole().ok_or_else(|| InvalidDataset { diagnostics: lines::in_order(vec![reader.finding()], text) })
}

/// The tree of a JSON text.
#[cfg(not(target_arch = "wasm32"))]
impl std::str::FromStr for Node {
    type Err = InvalidDataset;

    fn from_str(text: &str) -> Result<Self, InvalidDataset> {
        read(text, |number| number.parse().unwrap_or(f64::NAN))
    }
}

struct Reader<'t> {
    text: &'t str,
    number: ToNumber,
    /// The byte that it reads next. Once a method has returned `None`, that which is wrong.
    at: usize,
    /// How many lists and objects are open.
    depth: usize,
    /// The way back from what is wrong to the outermost value.
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
            #[cfg(explain)]
            way: Vec::new(),
            #[cfg(explain)]
            too_deep: false,
        }
    }

    fn whole(&mut self) -> Option<Node> {
        let mut node = Value::Null.into();
        self.value(&mut node)?;
        self.peek();
        (self.at == self.text.len()).then_some(node)
    }

    /// Reads a value into a node. What is read into its place is not moved, which is less code.
    fn value(&mut self, node: &mut Node) -> Option<()> {
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
            b'{' => {
                let mut members = Vec::new();
                let read = self.members(&mut members);
                #[cfg(explain)]
                if read.is_none() {
                    self.way.extend(members.pop().map(|last| Step::Field(last.name)));
                }
                read?;
                Value::Object(members)
            }
            b'[' => {
                let mut items = Vec::new();
                let read = self.items(&mut items);
                #[cfg(explain)]
                if read.is_none() {
                    self.way.extend(items.len().checked_sub(1).map(Step::Item));
                }
                read?;
                Value::List(items)
            }
            b'"' => Value::Text(self.string()?),
            _ => self.word()?,
        };
        let end = if first == b'{' || first == b'[' { start + 1 } else { self.at };
        node.span = Span::new(start, end);
        Some(())
    }

    fn members(&mut self, members: &mut Vec<Member>) -> Option<()> {
        while self.goes_on(members.is_empty(), b'}')? {
            let start = self.at;
            let name = if self.byte() == b'"' { self.string()? } else { return None };
            let name_span = Span::new(start, self.at);
            self.expect(b':')?;
            members.push(Member { name, name_span, node: Value::Null.into() });
            self.value(&mut members.last_mut()?.node)?;
        }
        Some(())
    }

    fn items(&mut self, items: &mut Vec<Node>) -> Option<()> {
        while self.goes_on(items.is_empty(), b']')? {
            items.push(Value::Null.into());
            self.value(items.last_mut()?)?;
        }
        Some(())
    }

    /// Goes over what stands between two members or elements. Whether another one comes, or the bracket that closes.
    fn goes_on(&mut self, first: bool, close: u8) -> Option<bool> {
        if first {
            self.at += 1;
            self.depth += 1;
        } else if self.peek() != close {
            self.expect(b',')?;
            // No comma stands before a bracket that closes, nor at the end of the text.
            return (self.peek() != close && self.byte() != 0).then_some(true);
        }
        if self.peek() != close {
            return Some(true);
        }
        self.at += 1;
        self.depth -= 1;
        Some(false)
    }

    /// `true`, `false`, `null` or a number.
    fn word(&mut self) -> Option<Value> {
        let mut end = self.at;
        while matches!(self.byte_at(end), b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'-' | b'.') {
            end += 1;
        }
        let word = self.text.get(self.at..end)?;
        let value = match word {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            _ if is_number(word) => Value::Number(Some((self.number)(word)).filter(|number| number.is_finite())?),
            _ => return None,
        };
        self.at = end;
        Some(value)
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.byte(), b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            match self.byte() {
                b'"' => break,
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
        self.at += 1;
        Some(string)
    }

    /// The character of an escape. There is none of a lone surrogate.
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

    /// The number of an escape of the form `\u0041` at a place.
    fn unit(&self, at: usize) -> Option<u32> {
        let mut unit = 0;
        for place in 0..6 {
            let byte = self.byte_at(at + place);
            let digit = match (place, byte) {
                (0, b'\\') | (1, b'u') => 0,
                (2.., b'0'..=b'9') => byte - b'0',
                (2.., b'a'..=b'f' | b'A'..=b'F') => (byte | 0x20) - b'a' + 10,
                _ => return None,
            };
            unit = unit << 4 | u32::from(digit);
        }
        Some(unit)
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

    /// A byte of the text; behind its end 0, which JSON has nowhere.
    fn byte_at(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }
}

/// Whether a word is a number as JSON writes it.
fn is_number(word: &str) -> bool {
    // What was read last: nothing 0, a minus 1, a zero in front 2, a digit before the point 3, the point 4, a digit behind
    // it 5, the e 6, its sign 7, its digit 8.
    let mut last = 0;
    for byte in word.bytes() {
        last = match (last, byte) {
            (0, b'-') => 1,
            (0 | 1, b'0') => 2,
            (0 | 1 | 3, b'1'..=b'9') | (3, b'0') => 3,
            (2 | 3, b'.') => 4,
            (4 | 5, b'0'..=b'9') => 5,
            (2 | 3 | 5, b'e' | b'E') => 6,
            (6, b'+' | b'-') => 7,
            (6..=8, b'0'..=b'9') => 8,
            _ => return false,
        };
    }
    matches!(last, 2 | 3 | 5 | 8)
}

#[cfg(explain)]
impl Reader<'_> {
    /// What is wrong, once a method has returned `None`.
    fn finding(&self) -> Diagnostic {
        let mut path = DataPath::default();
        for step in self.way.iter().rev() {
            path = match step {
                Step::Field(name) => path.join(name),
                Step::Item(index) => path.at(*index),
            };
        }
        let (fault, help) = match self.text.trim_start().bytes().next() {
            _ if self.too_deep => (
                Fault::Nesting(DEEPEST),
                "a dataset needs 6 of them at most: look for brackets that are not closed, or remove what is not needed",
            ),
            Some(b'{' | b'[') => (
                Fault::Syntax,
                "look for a missing or extra comma, bracket or quotation mark, or for a line break or a single backslash in a text",
            ),
            _ => (
                Fault::Syntax,
                "a JSON file begins with {; the first line of a CSV file contains the names of the columns",
            ),
        };
        // Of a line break nothing is underlined: a position ends on the line on which it begins.
        let wrong = self.text.get(self.at..).and_then(|rest| rest.chars().next()).filter(|letter| *letter >= ' ');
        let letter = wrong.map_or(0, char::len_utf8);
        let position = Position::uncounted((self.at, self.at + letter));
        Diagnostic { position: Some(position), ..Diagnostic::new(path, fault, Some(help.to_owned())) }
    }
}
