//! Where things stand in a JSON text: the line of a path, the path of a line.
//!
//! Parsers forget the places of values once a text is read. Walking it once more, only when something was found, finds
//! them again, and is the same wherever the text was parsed.

use crate::diagnostic::{DataPath, Diagnostic, Fault, InvalidDataset, Position};

/// Deeper nesting than any dataset has; beyond it the walk ends.
const DEEPEST: usize = 64;

/// The findings with the places of their paths in the text; where a path is not in the text, that of what holds it.
pub(super) fn positioned(invalid: InvalidDataset, text: &str) -> InvalidDataset {
    let mut seen: Vec<(String, usize)> = Vec::new();
    walk(text, &mut |path, offset| seen.push((path.to_owned(), offset)));
    let offset = |path: &str| seen.iter().find(|(known, _)| known == path).map(|(_, offset)| *offset);
    let place = |diagnostic: &Diagnostic| {
        let path = diagnostic.path.to_string();
        let mut rest = path.as_str();
        loop {
            if let Some(offset) = offset(rest) {
                return Some(position(text, offset));
            }
            rest = rest.rsplit_once(['.', '['])?.0;
        }
    };
    let diagnostics = invalid
        .diagnostics
        .into_iter()
        .map(|diagnostic| Diagnostic { position: place(&diagnostic), ..diagnostic })
        .collect();
    InvalidDataset { diagnostics }
}

/// The finding that a text is not JSON: where the walk ends, and what it ends in.
pub(super) fn broken(text: &str) -> InvalidDataset {
    let mut path = String::new();
    let end = walk(text, &mut |known, _| known.clone_into(&mut path));
    let position = Some(position(text, end));
    InvalidDataset {
        diagnostics: vec![Diagnostic { position, ..Diagnostic::error(DataPath::field(&path), Fault::Syntax) }],
    }
}

fn position(text: &str, offset: usize) -> Position {
    let mut place = Position { line: 1, column: 1 };
    for (_, letter) in text.char_indices().take_while(|(at, _)| *at < offset) {
        place.column += 1;
        if letter == '\n' {
            place = Position { line: place.line + 1, column: 1 };
        }
    }
    place
}

/// Calls `visit` with the path and the byte at which each value begins, and again at which each list or object ends.
/// Ends at what is not JSON, or at the end of the text, and says where that is.
fn walk(text: &str, visit: &mut dyn FnMut(&str, usize)) -> usize {
    let mut walk = Walk { bytes: text.as_bytes(), text, at: 0, path: String::new(), visit };
    let _ = walk.value(0);
    walk.peek();
    walk.at
}

struct Walk<'a, 'v> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    path: String,
    visit: &'v mut dyn FnMut(&str, usize),
}

impl<'a> Walk<'a, '_> {
    fn value(&mut self, depth: usize) -> Option<()> {
        let first = self.peek()?;
        (self.visit)(&self.path, self.at);
        match first {
            b'{' | b'[' if depth < DEEPEST => self.members(first == b'{', depth),
            b'"' => self.string().map(drop),
            _ => self.plain(),
        }
    }

    fn members(&mut self, named: bool, depth: usize) -> Option<()> {
        let close = if named { b'}' } else { b']' };
        let length = self.path.len();
        self.at += 1;
        let mut index = 0;
        while self.peek()? != close {
            if named {
                let name = self.string()?;
                let separator = if length == 0 { "" } else { "." };
                self.path.push_str(separator);
                self.path.push_str(name);
                self.expect(b':')?;
            } else {
                self.path.push_str(&format!("[{index}]"));
                index += 1;
            }
            self.value(depth + 1)?;
            self.path.truncate(length);
            if self.peek()? == close {
                break;
            }
            self.expect(b',')?;
            if self.peek()? == close {
                return None;
            }
        }
        (self.visit)(&self.path, self.at);
        self.at += 1;
        Some(())
    }

    /// A number, `true`, `false` or `null`.
    fn plain(&mut self) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let word = rest.split([',', ']', '}', ' ', '\t', '\r', '\n']).next()?;
        // Near enough to a number to go on after it; parsing it would add 12 KB of tables to the WASM build.
        let number = || !word.is_empty() && word.bytes().all(|byte| b"+-.0123456789eE".contains(&byte));
        (["true", "false", "null"].contains(&word) || number()).then(|| self.at += word.len())
    }

    /// What stands between the quotes, escapes and all.
    fn string(&mut self) -> Option<&'a str> {
        self.expect(b'"')?;
        let start = self.at;
        while *self.bytes.get(self.at)? != b'"' {
            self.at += if self.bytes[self.at] == b'\\' { 2 } else { 1 };
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

    fn line_of(path: &str) -> Option<(usize, usize)> {
        let mut found = None;
        walk(TEXT, &mut |known, offset| {
            if known == path && found.is_none() {
                found = Some(position(TEXT, offset));
            }
        });
        found.map(|Position { line, column }| (line, column))
    }

    #[test]
    fn every_value_is_found_by_its_path() {
        assert_eq!(line_of(""), Some((1, 1)));
        assert_eq!(line_of("a[1].b"), Some((2, 18)));
        assert_eq!(line_of("c"), Some((3, 8)));
        assert_eq!(line_of("d"), None);
    }

    #[test]
    fn what_is_not_json_is_found_where_it_begins() {
        let place = |text: &str| {
            let Diagnostic { path, position, .. } = broken(text).diagnostics.remove(0);
            let Position { line, column } = position.unwrap();
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
