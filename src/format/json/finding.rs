//! What is wrong with a text that is not JSON.

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::{DataPath, Position, Step};
use crate::format::json::{DEEPEST, Reader, is_number};

impl Reader<'_> {
    /// What is wrong, once a method has returned `None`.
    pub(super) fn finding(&self) -> Diagnostic {
        let mut path = DataPath::default();
        for step in self.way.iter().rev() {
            path = match step {
                Step::Field(name) => path.join(name),
                Step::Item(index) => path.at(*index),
            };
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        let (fault, help) = if self.too_deep {
            (
                Fault::Nesting(DEEPEST),
                "a dataset needs 6 of them at most: look for brackets that are not closed, or remove what is not needed",
            )
        } else {
            (Fault::Syntax, help(self.text, rest))
        };
        // A position ends on the line on which it begins, so a line break is not underlined.
        let wrong = rest.chars().next().filter(|letter| *letter >= ' ');
        let position = Position::uncounted((self.at, self.at + wrong.map_or(0, char::len_utf8)));
        Diagnostic { position: Some(position), ..Diagnostic::new(path, fault, Some(help.to_owned())) }
    }
}

/// What would be right. `rest` is the text from the error on.
fn help(text: &str, rest: &str) -> &'static str {
    let first = |text: &str| text.bytes().next().unwrap_or(0);
    if !matches!(first(text.trim_start()), b'{' | b'[') {
        return "a JSON file begins with {; the first line of a CSV file contains the names of the columns";
    }
    let word = rest.split(|letter: char| !letter.is_ascii_alphanumeric() && !"+-.".contains(letter)).next();
    if word.is_some_and(is_number) {
        return "the number is too large: the largest number is 1.7976931348623157e308";
    }
    match first(rest) {
        b'\\' if rest.starts_with("\\u") => {
            "after \\u write four hexadecimal digits; a character above U+FFFF is a pair such as \\ud83d\\ude00, or write the character itself"
        }
        b'\'' => "write texts and names of fields in double quotation marks: \"…\"",
        b'/' | b'#' => "JSON has no comments: remove the comment",
        _ => {
            "look for a missing or extra comma, bracket or quotation mark, or for a line break or a single backslash in a text"
        }
    }
}
